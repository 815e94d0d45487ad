"""The bundle: what goes in and what stays out, as far as it can be known without building it."""

from __future__ import annotations

import ast
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tests.packaging.modules import ROOT, script

contents = script("bundle/contents.py")
hashes = script("bundle/hashes.py")
QT = Path(PySide6.__file__).parent
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at Qt's files for Linux")


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("PySide6/QtWidgets.abi3.so", "/venv/PySide6/QtWidgets.abi3.so"),
        ("PySide6/Qt/lib/libQt6Pdf.so.6", "/venv/PySide6/Qt/lib/libQt6Pdf.so.6"),
        ("PySide6/Qt/lib/libicudata.so.73", "/venv/PySide6/Qt/lib/libicudata.so.73"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/PySide6/Qt/plugins/platforms/libqxcb.so"),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\venv\\PySide6\\plugins\\platforms\\qwindows.dll"),
        ("PySide6/Qt/translations/qtbase_ja.qm", "/venv/PySide6/Qt/translations/qtbase_ja.qm"),
        ("libcrypto.so.3", "/lib/x86_64-linux-gnu/libcrypto.so.3"),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"),
        (
            "python3.11/lib-dynload/_json.cpython-311.so",
            "/usr/lib/python3.11/lib-dynload/_json.cpython-311.so",
        ),
        ("forms/oxygen.toml", "/work/forms/oxygen.toml"),
    ],
)
def test_what_the_app_uses_goes_in(name: str, source: str) -> None:
    assert contents.is_wanted(name, source, "linux")


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("PySide6/Qt/lib/libQt6Quick.so.6", "/venv/PySide6/Qt/lib/libQt6Quick.so.6"),
        ("libQt6EglFSDeviceIntegration.so.6", "PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6"),
        ("PySide6/QtNetwork.abi3.so", "/venv/PySide6/QtNetwork.abi3.so"),
        ("PySide6/Qt/qml/QtQuick/libqtquick2plugin.so", "/venv/PySide6/Qt/qml/QtQuick/libqtquick2plugin.so"),
        (
            "PySide6/Qt/plugins/tls/libqopensslbackend.so",
            "/venv/PySide6/Qt/plugins/tls/libqopensslbackend.so",
        ),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/venv/PySide6/Qt/plugins/platforms/libqvnc.so"),
        ("PySide6/Qt/translations/qtbase_de.qm", "/venv/PySide6/Qt/translations/qtbase_de.qm"),
        ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0"),
        ("libglib-2.0.so.0", "/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0"),
        ("libfontconfig.so.1", "/lib/x86_64-linux-gnu/libfontconfig.so.1"),
    ],
)
def test_what_it_does_not_use_and_what_the_desktop_has_stays_out(name: str, source: str) -> None:
    assert not contents.is_wanted(name, source, "linux")


def test_libraries_go_in_on_systems_without_packages_to_depend_on() -> None:
    assert contents.is_wanted("libssl.dylib", "/usr/local/lib/libssl.dylib", "darwin")


def test_every_part_of_qt_that_the_source_imports_goes_in() -> None:
    imported = {
        node.module.split(".")[1].removeprefix("Qt")
        for file in (ROOT / "evacplan").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("PySide6.")
    }
    assert imported <= contents.QT_MODULES


def test_no_module_that_the_source_imports_is_left_out() -> None:
    found = {
        name
        for file in (ROOT / "evacplan").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for name in _imported(node)
    }
    assert not found & set(contents.MODULES_LEFT_OUT)


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


@on_linux
def test_the_plugins_are_called_as_this_qt_calls_them() -> None:
    folders = {path.name: path for path in (QT / "Qt" / "plugins").iterdir()}
    for folder in ("platforms", "platforminputcontexts", "imageformats", "iconengines", "printsupport"):
        there = {contents._stem(file.name) for file in folders[folder].iterdir()}
        assert there & contents.QT_PLUGINS[folder], folder
    assert {"libqxcb.so", "libqoffscreen.so"} <= {file.name for file in folders["platforms"].iterdir()}


@on_linux
def test_every_library_of_qt_that_a_part_in_the_bundle_links_is_in_it_too() -> None:
    plugins = [QT / "Qt" / "plugins" / folder for folder in contents.QT_PLUGINS]
    parts = [path for folder in (QT, *plugins) if folder.is_dir() for path in folder.glob("*.so")]
    kept = [
        path for path in parts if contents.is_wanted(f"PySide6/{path.relative_to(QT)}", str(path), "linux")
    ]
    assert len(kept) > 15
    for path in kept:
        linked = set(re.findall(rb"libQt6([A-Za-z]+)\.so\.6\0", path.read_bytes()))
        missing = {name.decode() for name in linked} - contents.QT_MODULES - contents.QT_LINKED
        assert not missing, path.name


def test_the_list_of_hashes_has_every_file_and_is_what_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "a" / "__pycache__").mkdir(parents=True)
    (tmp_path / "a" / "b c.txt").write_bytes("避難".encode())
    (tmp_path / "a" / "__pycache__" / "x.pyc").write_bytes(b"")
    (tmp_path / "d").write_bytes(b"d")
    lines = list(hashes.lines(tmp_path, ["a", "d"]))
    assert lines == [
        f"{hashlib.sha256('避難'.encode()).hexdigest()}  a/b c.txt",
        f"{hashlib.sha256(b'd').hexdigest()}  d",
    ]
    if shutil.which("sha256sum"):
        text = "".join(f"{line}\n" for line in lines)
        subprocess.run(["sha256sum", "--check", "--quiet"], cwd=tmp_path, input=text, text=True, check=True)


def test_packaging_names_no_place_where_packages_come_from() -> None:
    places = re.compile(r"pypi|pythonhosted|anaconda|(index|find)[a-z-]*[= ]+https?:", re.IGNORECASE)
    for file in (ROOT / "packaging").rglob("*"):
        if file.suffix in {".sh", ".cmd", ".iss", ".yml", ".spec", ".desktop", ".xml", ".lock"}:
            assert not places.search(file.read_text(encoding="utf-8")), file.name
