"""The dialog that makes a version."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.ui.confirm import ConfirmBox, Confirming
from evacplan.ui.parts import Sentences
from evacplan.ui.theme import Look
from tests.ui.frame import enter, part, type_japanese

FACTS = Confirming(number=3, missing_musts=0, printed_version=3)


def shown(qtbot: QtBot, facts: Confirming = FACTS) -> ConfirmBox:
    box = ConfirmBox(None, facts)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    return box


def said(box: ConfirmBox) -> str:
    return "\n".join(label.said for label in box.findChildren(Sentences) if not label.isHidden())


def test_enter_confirms_with_the_name_and_the_note(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot)
    type_japanese(part(box, QLineEdit, "who"), "青山 のぞみ")
    type_japanese(part(box, QPlainTextEdit, "note"), "電池を替えた")
    with qtbot.waitSignal(box.accepted):
        enter(part(box, QLineEdit, "who"))
    assert box.answer == ("青山 のぞみ", "電池を替えた")


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


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (Confirming(1, 7, 1), "必須の項目が、あと 7 件空いています。"),
        (Confirming(1, 0, None), "紙面の「版」が空なので、1 を入れます。"),
        (Confirming(2, 0, 1), "紙面の「版」は、入力のとおり 1 のままです。"),
        (Confirming(1, 0, 1, has_day=False), "紙面の日付が空なので、更新日に今日を入れます。"),
    ],
)
def test_what_is_odd_is_told_before(qtbot: QtBot, look: Look, facts: Confirming, sentence: str) -> None:
    assert sentence in said(shown(qtbot, facts))
    assert sentence not in said(shown(qtbot))
