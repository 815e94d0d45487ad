"""Packs of forms in the window: loaded by file after what changes was read, and left again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from evacplan.form_packs import FormPacks
from evacplan.services import AppServices
from evacplan.system.paths import shipped_paths
from evacplan.ui.about import AboutBox
from evacplan.ui.errors import Question
from evacplan.ui.pack_desk import former_forms, load_pack
from evacplan.ui.pack_words import fingerprint_words
from evacplan.ui.packs import BackBox, OfferBox, PackFileBox
from evacplan.ui.parts import Sentences
from evacplan.ui.theme import Look
from evacplan.vault import StoreVault
from tests.packs import town_file


@pytest.fixture
def packed(tmp_path: Path) -> AppServices:
    """Services that keep packs."""
    packs = FormPacks(shipped_paths(), tmp_path / "packs")
    return AppServices(StoreVault(Path("none")), shipped_paths(), packs=packs)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the user was told."""
    found: list[str] = []

    def ask(_parent: object, *sentences: str, **_words: object) -> int:
        found.extend(sentences)
        return 0

    monkeypatch.setattr(Question, "ask", staticmethod(ask))
    return found


def press_when_shown(qtbot: QtBot, name: str, seen: list[str]) -> None:
    """Read the dialog that opens next, then press a button of it."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, answer)
            return
        seen.extend(label.said for label in dialog.findChildren(Sentences))
        found = dialog.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        found.click()

    QTimer.singleShot(0, answer)


def test_a_pack_is_loaded_after_its_changes_and_its_fingerprint_were_read(
    qtbot: QtBot, packed: AppServices, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = town_file(tmp_path)
    monkeypatch.setattr(PackFileBox, "ask", staticmethod(lambda _parent: path))
    seen: list[str] = []
    press_when_shown(qtbot, "use", seen)

    load_pack(None, packed)

    fingerprint = packed.packs.chosen
    assert fingerprint_words(fingerprint) in seen
    assert any("大雪・暴風雪のとき" in one and "雪害対策本部" in one for one in seen)
    assert any("「なるべく書く」から「必須」" in one for one in seen)
    assert any("次に evacplan を始めたときから" in one for one in said)


def test_reading_the_changes_and_leaving_chooses_nothing(
    qtbot: QtBot, packed: AppServices, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = town_file(tmp_path)
    monkeypatch.setattr(PackFileBox, "ask", staticmethod(lambda _parent: path))
    press_when_shown(qtbot, "cancel", [])

    load_pack(None, packed)

    assert packed.packs.chosen == ""
    assert said == []


def test_what_is_no_pack_is_refused_in_words(
    packed: AppServices, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "photo.zip"
    path.write_bytes(b"no zip")
    monkeypatch.setattr(PackFileBox, "ask", staticmethod(lambda _parent: path))

    load_pack(None, packed)

    assert said[0] == "様式パックを読み込めませんでした。"


def test_one_goes_back_to_the_shipped_forms(
    qtbot: QtBot, packed: AppServices, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs = packed.packs
    packs.choose(packs.look(town_file(tmp_path)))
    later = AppServices(
        StoreVault(Path("none")), shipped_paths(), packs=FormPacks(shipped_paths(), tmp_path / "packs")
    )
    monkeypatch.setattr(BackBox, "ask", staticmethod(lambda _parent, _in_use, others: others[0].fingerprint))
    seen: list[str] = []
    press_when_shown(qtbot, "use", seen)

    former_forms(None, later)

    assert later.packs.chosen == ""
    assert any("「必須」から「なるべく書く」" in one for one in seen)


def test_the_box_of_former_forms_offers_each_by_keyboard(
    qtbot: QtBot, packed: AppServices, tmp_path: Path
) -> None:
    packs = packed.packs
    packs.choose(packs.look(town_file(tmp_path)))
    box = BackBox(None, packs.in_use, packs.kept())
    qtbot.addWidget(box)
    box.show()

    assert {choice.text() for choice in box.findChildren(type(box._choices[""]))} >= {
        box._choices[packs.chosen].text()
    }
    assert not box.findChildren(QLabel, "nothing")


def test_the_app_says_which_forms_it_uses(packed: AppServices, said: list[str]) -> None:
    AboutBox.tell(None, packed.packs)

    assert any(packed.form.revision in sentence for sentence in said)


def test_the_offer_begins_on_the_button_that_changes_nothing(
    qtbot: QtBot, packed: AppServices, tmp_path: Path, look: Look
) -> None:
    assert look
    box = OfferBox(None, packed.packs.look(town_file(tmp_path)), packed.form.editions)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)

    default = next(found for found in box.findChildren(QPushButton) if found.isDefault())
    assert default.objectName() == "cancel"
    area = box.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(default, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(default, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
