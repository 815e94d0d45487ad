"""The dialog before a paper is saved: its file name, and a password for sending it by e-mail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.ui.errors import Notice
from evacplan.ui.save_box import SaveBox, SaveChoice
from evacplan.ui.theme import Look
from tests.ui.frame import part


@pytest.fixture
def box(qtbot: QtBot, look: Look) -> SaveBox:
    found = SaveBox(None, lambda named: "AOM-1_riku.pdf" if named else "AOM-1.pdf")
    qtbot.addWidget(found)
    found.show()
    return found


def said(box: SaveBox) -> str:
    return "\n".join(label.accessibleName() for label in box.findChildren(QLabel) if label.isVisible())


def lock(box: SaveBox, first: str, second: str) -> None:
    QTest.keyClick(part(box, QCheckBox, "locks"), Qt.Key.Key_Space)
    QTest.keyClicks(part(box, QLineEdit, "password"), first)
    QTest.keyClicks(part(box, QLineEdit, "password_again"), second)


def test_to_begin_with_there_is_neither_name_nor_password(box: SaveBox) -> None:
    assert "AOM-1.pdf" in said(box)
    assert not part(box, QLineEdit, "password").isVisible()
    part(box, QPushButton, "go").click()
    assert box.choice == SaveChoice()


def test_the_name_is_shown_as_soon_as_it_is_asked_for(box: SaveBox) -> None:
    QTest.keyClick(part(box, QCheckBox, "named"), Qt.Key.Key_Space)
    assert "AOM-1_riku.pdf" in said(box)
    assert box.choice.named


def test_a_password_is_told_how_strong_it_is_and_how_to_send_it(box: SaveBox) -> None:
    lock(box, "ringo kaze tsukue mado", "ringo kaze tsukue mado")
    assert "強い" in said(box)
    assert "同じメールで送らず" in said(box)
    part(box, QPushButton, "go").click()
    assert not box.isVisible()
    assert box.choice.password == "ringo kaze tsukue mado"


@pytest.mark.parametrize(("first", "second"), [("", ""), ("1234567", "1234567"), ("yuki michi 2026", "yuki")])
def test_a_short_or_mistyped_password_is_refused(box: SaveBox, first: str, second: str) -> None:
    lock(box, first, second)
    part(box, QPushButton, "go").click()
    assert box.isVisible()
    assert any(notice.text for notice in box.findChildren(Notice))


def test_a_password_that_was_given_up_is_not_used(box: SaveBox) -> None:
    lock(box, "ringo kaze tsukue mado", "ringo kaze tsukue mado")
    part(box, QCheckBox, "locks").setChecked(False)
    part(box, QPushButton, "go").click()
    assert box.choice.password == ""
