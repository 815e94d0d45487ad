"""The self-test: passes on a whole app, and notices what is missing or changed."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from evacplan import selftest
from evacplan.cli import main
from evacplan.selftest import Bench
from evacplan.system.paths import ShippedPaths
from evacplan.ui import theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[1]


def test_all_passes_from_source_and_leaves_nothing_behind(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main(["selftest"]) == 0
    *lines, closing = capsys.readouterr().out.splitlines()
    assert len(lines) == 12
    assert all(line.startswith("○ ") for line in lines)
    assert "すべて合格" in closing
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(autouse=True)
def _own_sheet(qapp: QApplication) -> Iterator[None]:
    """Leave no style sheet behind that names pictures in a folder of the test.

    Not an empty one: Qt ends the process when a sheet is set again after none.
    """
    yield
    qapp.setStyleSheet(theme.stylesheet(theme.LIGHT, 100))


@pytest.fixture
def bundle(tmp_path: Path) -> ShippedPaths:
    """A bundle of the words only, with the list of their hashes."""
    shutil.copytree(ROOT / "forms", tmp_path / "forms")
    files = sorted(path for path in tmp_path.rglob("*.toml"))
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(tmp_path).as_posix()}\n"
        for path in files
    )
    shipped = ShippedPaths(tmp_path)
    shipped.hashes.write_text("".join(lines))
    return shipped


def line_about_files(shipped: ShippedPaths, folder: Path) -> tuple[bool, str]:
    name, check = selftest.CHECKS[0]
    return selftest._done(name, check, Bench(shipped, folder))


def test_untouched_files_pass(bundle: ShippedPaths, tmp_path: Path) -> None:
    passed, line = line_about_files(bundle, tmp_path)
    assert passed, line


def test_one_changed_letter_in_the_forms_is_found_and_named(bundle: ShippedPaths, tmp_path: Path) -> None:
    words = bundle.forms / "oxygen.toml"
    words.write_text(words.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    passed, line = line_about_files(bundle, tmp_path)
    assert not passed
    assert "forms/oxygen.toml が書きかえられています" in line


def test_a_missing_file_is_found_and_named(bundle: ShippedPaths, tmp_path: Path) -> None:
    (bundle.forms / "oxygen.toml").unlink()
    passed, line = line_about_files(bundle, tmp_path)
    assert not passed
    assert "forms/oxygen.toml がありません" in line


@pytest.mark.qt_log_ignore("Cannot open file")
def test_without_fonts_the_checks_go_on_and_the_whole_fails(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not selftest.run(ShippedPaths(tmp_path))
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 13
    assert sum(line.startswith("× ") for line in lines) >= 8
    assert "このまま使わないでください" in lines[-1]
