"""The dialog that makes a version."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from evacplan.domain.occasion import Occasion, OccasionKind
from evacplan.ui.confirm import Confirmation, ConfirmBox, Confirming
from evacplan.ui.parts import Sentences
from evacplan.ui.theme import Look
from tests.ui.frame import enter, part, type_japanese

TODAY = date(2026, 11, 10)
MEETING = Occasion(OccasionKind.MEETING, date(2026, 11, 9), "みどり（母）")
NAMES = ("みどり（母）", "髙橋 健（父）", "相馬 千代")
FACTS = Confirming(3, 0, 3, TODAY, MEETING, NAMES)


def shown(qtbot: QtBot, facts: Confirming = FACTS) -> ConfirmBox:
    box = ConfirmBox(None, facts)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    return box


def said(box: ConfirmBox) -> str:
    return "\n".join(label.said for label in box.findChildren(Sentences) if not label.isHidden())


def press(box: ConfirmBox, key: Qt.Key) -> None:
    focused = box.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_enter_confirms_with_the_name_and_the_note(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot)
    type_japanese(part(box, QLineEdit, "who"), "青山 のぞみ")
    type_japanese(part(box, QPlainTextEdit, "note"), "電池を替えた")
    with qtbot.waitSignal(box.accepted):
        enter(part(box, QLineEdit, "who"))
    assert box.answer == Confirmation("青山 のぞみ", "電池を替えた", MEETING)


def test_nobody_cannot_confirm(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot)
    with qtbot.assertNotEmitted(box.accepted):
        part(box, QPushButton, "confirm").click()
    assert "確定する人の名前を入れてください。" in said(box)
    type_japanese(part(box, QLineEdit, "who"), "青")
    assert "確定する人の名前を入れてください。" not in said(box)


def test_escape_confirms_nothing(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.result() == QDialog.DialogCode.Rejected
    assert box.answer is None


def test_where_the_meeting_is_known_one_enter_is_all(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, replace(FACTS, who="青山"))
    with qtbot.waitSignal(box.accepted):
        press(box, Qt.Key.Key_Return)
    assert box.answer == Confirmation("青山", "", MEETING)


def test_where_no_meeting_is_known_a_second_enter_is_all(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, replace(FACTS, who="青山", occasion=Occasion(OccasionKind.MEETING, TODAY)))
    with qtbot.assertNotEmitted(box.accepted):
        press(box, Qt.Key.Key_Return)
    assert "いた人が空です。" in said(box)
    assert box.focusWidget() is part(box, QLineEdit, "occasion_persons")
    with qtbot.waitSignal(box.accepted):
        press(box, Qt.Key.Key_Return)
    assert box.answer is not None
    assert box.answer.occasion == Occasion(OccasionKind.MEETING, TODAY, "")


def test_a_call_is_told_by_keys_alone_with_its_day_as_people_write_it(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, replace(FACTS, who="青山"))
    box.activateWindow()
    qtbot.waitUntil(part(box, QLineEdit, "who").hasFocus)
    press(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(part(box, QRadioButton, "occasion:meeting").hasFocus)
    press(box, Qt.Key.Key_Right)
    press(box, Qt.Key.Key_Tab)
    day = part(box, QLineEdit, "occasion_day")
    assert day.hasFocus()
    day.selectAll()
    type_japanese(day, "ｒ８．１１．３")
    press(box, Qt.Key.Key_Tab)
    persons = part(box, QLineEdit, "occasion_persons")
    assert persons.hasFocus()
    persons.selectAll()
    type_japanese(persons, "母")
    with qtbot.waitSignal(box.accepted):
        press(box, Qt.Key.Key_Return)
    assert box.answer is not None
    assert box.answer.occasion == Occasion(OccasionKind.PHONE, date(2026, 11, 3), "母")


@pytest.mark.parametrize("typed", ["2026/11/11", "きのう", "", "令和8年2月30日"])
def test_a_day_that_cannot_be_is_told_below_and_keeps_the_dialog(
    qtbot: QtBot, look: Look, typed: str
) -> None:
    box = shown(qtbot, replace(FACTS, who="青山"))
    day = part(box, QLineEdit, "occasion_day")
    day.selectAll()
    QTest.keyClick(day, Qt.Key.Key_Delete)
    type_japanese(day, typed)
    with qtbot.assertNotEmitted(box.accepted):
        enter(day)
    assert day.property("role") == "wrong"
    assert box.answer is None


def test_offered_persons_are_put_into_the_line_and_out_of_it(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot)
    line = part(box, QLineEdit, "occasion_persons")
    assert part(box, QCheckBox, "person:みどり（母）").isChecked()
    QTest.keyClick(part(box, QCheckBox, "person:相馬 千代"), Qt.Key.Key_Space)
    assert line.text() == "みどり（母）、相馬 千代"
    QTest.keyClick(part(box, QCheckBox, "person:みどり（母）"), Qt.Key.Key_Space)
    assert line.text() == "相馬 千代"
    line.selectAll()
    type_japanese(line, "髙橋 健（父）")
    assert part(box, QCheckBox, "person:髙橋 健（父）").isChecked()
    assert not part(box, QCheckBox, "person:相馬 千代").isChecked()


@pytest.mark.parametrize(
    ("typed", "before", "wanted"),
    [(None, None, 2), (None, 7, 8), (2, None, 2), (3, 2, 3), (2, 2, 3), (1, 4, 5), (9, 4, 9)],
)
def test_no_two_versions_bear_one_number_on_paper(typed: int | None, before: int | None, wanted: int) -> None:
    facts = replace(FACTS, number=2, printed_version=typed, printed_before=before)
    assert facts.version_on_paper == wanted


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (replace(FACTS, missing_musts=7), "必須の項目が、あと 7 件空いています。"),
        (replace(FACTS, number=1, printed_version=None), "紙面の「版」が空なので、1 を入れます。"),
        (
            replace(FACTS, number=2, printed_version=5),
            "順の番号です。紙面の「版」は、入力のとおり 5 のままです。",
        ),
        (replace(FACTS, number=2, printed_version=3, printed_before=3), "見分けられるように 4 に上げます。"),
        (replace(FACTS, has_day=False), "紙面の日付が空なので、更新日に今日を入れます。"),
    ],
)
def test_what_is_odd_is_told_before(qtbot: QtBot, look: Look, facts: Confirming, sentence: str) -> None:
    assert sentence in said(shown(qtbot, facts))
    assert sentence not in said(shown(qtbot))
