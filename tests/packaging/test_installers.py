"""The .deb and the installer for Windows, as far as they can be looked at without installing them."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from evacplan.domain import document
from evacplan.domain.plan import Plan
from evacplan.system.paths import data_paths
from tests.packaging.modules import ROOT

LINUX, WINDOWS = ROOT / "packaging" / "linux", ROOT / "packaging" / "windows"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="needs dpkg-deb")


def test_the_menu_entry_is_whole_and_in_japanese() -> None:
    found = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    found.optionxform = str  # type: ignore[assignment, method-assign]
    found.read(LINUX / "evacplan.desktop", encoding="utf-8")
    entry = found["Desktop Entry"]
    assert (entry["Type"], entry["Exec"], entry["Icon"]) == ("Application", "evacplan", "evacplan")
    assert re.search("[ぁ-ん]", entry["Comment[ja]"])
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", LINUX / "evacplan.desktop"], check=True)


def test_the_kinds_of_files_are_those_the_app_writes(tmp_path: Path) -> None:
    kinds = {kind.get("type"): kind for kind in ET.parse(LINUX / "evacplan.xml").getroot()}
    plan, store = kinds["application/vnd.evacplan+json"], kinds["application/vnd.evacplan.store"]
    match = plan.find(f"{MIME}magic/{MIME}match")
    assert match is not None
    first, last = (int(part) for part in str(match.get("offset")).split(":"))
    wanted = str(match.get("value")).encode()
    assert first <= document.dumps(Plan()).index(wanted) <= last
    glob = store.find(f"{MIME}glob")
    assert glob is not None
    assert data_paths(tmp_path).store.match(str(glob.get("pattern")))


@pytest.fixture
def deb(tmp_path: Path) -> Path:
    """A .deb of a bundle with next to nothing in it."""
    bundle, icons, out = tmp_path / "bundle", tmp_path / "icons", tmp_path / "out"
    (bundle / "_internal" / "resources").mkdir(parents=True)
    (bundle / "_internal" / "resources" / "licences.txt").write_text("MIT")
    (bundle / "_internal" / "libx.so.1").write_bytes(b"\0GLIBC_2.9\0GLIBC_2.34\0")
    program = bundle / "evacplan"
    program.write_bytes(b"#!/bin/sh\n# GLIBC_2.17\n")
    program.chmod(0o755)
    icons.mkdir()
    (icons / "48.png").write_bytes(b"")
    out.mkdir()
    command = ["sh", str(LINUX / "deb.sh"), str(bundle), str(icons), "1.2.3", str(out)]
    subprocess.run(command, check=True, capture_output=True, env={"PATH": "/usr/bin:/bin"})
    (made,) = out.glob("evacplan_1.2.3_*.deb")
    return made


def said(option: str, deb: Path) -> str:
    """What dpkg-deb tells of a package."""
    return subprocess.run(["dpkg-deb", option, deb], check=True, capture_output=True, text=True).stdout


@needs_dpkg
def test_the_package_belongs_to_root_and_depends_on_what_qt_loads(deb: Path) -> None:
    fields = said("--field", deb)
    assert "Version: 1.2.3" in fields
    assert "libc6 (>= 2.34)" in fields
    assert "libxcb-cursor0" in fields
    listed = said("--contents", deb)
    assert {line.split()[1] for line in listed.splitlines()} == {"root/root"}


@needs_dpkg
def test_the_package_brings_the_program_its_menu_entry_icons_kinds_of_files_and_licences(
    deb: Path, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "--extract", deb, root], check=True)
    assert (root / "usr/bin/evacplan").resolve() == root / "usr/lib/evacplan/evacplan"
    for name in (
        "applications/evacplan.desktop",
        "mime/packages/evacplan.xml",
        "icons/hicolor/48x48/apps/evacplan.png",
        "icons/hicolor/scalable/apps/evacplan.svg",
        "doc/evacplan/copyright",
    ):
        assert (root / "usr/share" / name).is_file(), name


@needs_dpkg
def test_nothing_is_run_when_the_package_comes_or_goes(deb: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "--control", deb, tmp_path / "control"], check=True)
    assert {path.name for path in (tmp_path / "control").iterdir()} == {"control", "md5sums"}


def test_the_installer_for_windows_asks_for_no_administrator_and_leaves_plans_alone() -> None:
    text = (WINDOWS / "evacplan.iss").read_text(encoding="utf-8")
    assert "PrivilegesRequired=lowest" in text
    assert "HKLM" not in text
    assert "[UninstallDelete]" not in text
    for name in re.findall(r"\{#Root\}\\([A-Za-z\\]+)", text):
        place = ROOT / name.replace("\\", "/")
        assert place.exists() or name.startswith("build"), name


@pytest.mark.parametrize("name", ["windows/evacplan.iss", "windows/build.cmd", "ci/windows.yml"])
def test_what_was_never_run_says_so(name: str) -> None:
    file = ROOT / "packaging" / name
    assert "NOT RUN YET" in "\n".join(file.read_text(encoding="utf-8").splitlines()[:8])


def test_the_scripts_for_windows_are_plain_ascii_with_windows_line_ends() -> None:
    text = (WINDOWS / "build.cmd").read_bytes()
    assert text.isascii()
    assert text.count(b"\n") == text.count(b"\r\n")
