"""The list of parts and licences: complete for everything that is locked, and shown in the app."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from evacplan.services import AppServices
from evacplan.system.paths import ShippedPaths
from evacplan.ui.licences import LicencesBox
from evacplan.ui.parts import Sentences
from evacplan.vault import StoreVault
from tests.packaging.modules import ROOT, script

licences = script("licences.py")
LOCK = ROOT / "packaging" / "run.lock"
ELSEWHERE = {name for part in licences.others() if part["texts"] for name in part["for"]}


@pytest.mark.parametrize("name", licences.locked(LOCK))
def test_every_locked_distribution_has_its_licence_and_text(name: str) -> None:
    section = licences.of_distribution(name, ELSEWHERE)
    found = distribution(name)
    assert f"{found.metadata['Name']} {found.version}\nライセンス: " in section
    assert len(section) > 400 or name in ELSEWHERE


def test_a_distribution_without_any_text_stops_the_build() -> None:
    with pytest.raises(licences.MissingError, match="shiboken6"):
        licences.of_distribution("shiboken6", set())


@pytest.mark.parametrize("part", licences.others(), ids=lambda part: part["title"])
def test_every_other_part_says_under_which_words_it_comes(part: dict[str, object]) -> None:
    assert len(licences.text_of(part).strip()) > 20
    assert part["licence"]


def test_the_texts_of_the_lgpl_and_of_the_fonts_are_whole() -> None:
    text = "\n".join(licences.text_of(part) for part in licences.others())
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE", "SIL OPEN FONT LICENSE"):
        assert words in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_every_text_that_is_kept_is_shown_whole() -> None:
    kept = {file.relative_to(licences.TEXTS).as_posix() for file in licences.TEXTS.rglob("*.txt")}
    assert kept == {name for part in licences.others() for name in part["texts"] if not name.startswith("/")}
    texts = {name: (licences.TEXTS / name).read_text(encoding="utf-8") for name in kept}
    assert not [name for name, text in texts.items() if "#include" in text or len(text) < 500]
    for words in ("Unicode, Inc.", "Nara Institute of Science", "International Business Machines"):
        assert words in texts["ICU.txt"]
    assert "END OF TERMS AND CONDITIONS" in texts["PDFium.txt"]


def test_what_was_built_into_a_wheel_is_named() -> None:
    assert any("openssl" in line for line in licences.inside(distribution("cryptography")))


@pytest.fixture
def shipped(tmp_path: Path) -> ShippedPaths:
    (tmp_path / "resources").mkdir()
    found = ShippedPaths(tmp_path)
    found.licences.write_text("PySide6 6.12.0\nライセンス: LGPL-3.0-only\n", encoding="utf-8")
    return found


def test_the_app_shows_the_list_of_the_bundle(qtbot: QtBot, shipped: ShippedPaths, tmp_path: Path) -> None:
    services = AppServices(StoreVault(tmp_path / "none"), shipped)
    box = LicencesBox(None, services.licences())
    qtbot.addWidget(box)
    shown = box.findChild(QPlainTextEdit, "licences")
    assert shown is not None
    assert "LGPL-3.0-only" in shown.toPlainText()
    assert shown.isReadOnly()
    assert shown.accessibleName()


def test_from_source_the_app_says_where_the_list_is(qtbot: QtBot, tmp_path: Path) -> None:
    services = AppServices(StoreVault(tmp_path / "none"), ShippedPaths(tmp_path))
    box = LicencesBox(None, services.licences())
    qtbot.addWidget(box)
    assert box.findChild(QPlainTextEdit, "licences") is None
    assert any("配布用" in label.said for label in box.findChildren(Sentences))
