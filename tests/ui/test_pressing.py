"""Enter on a button does what the space bar does, on every page of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, part

ENTER = Qt.Key.Key_Return


@pytest.fixture
def at_list(window: MainWindow, vault: StoreVault) -> MainWindow:
    """The window at a list of one plan."""
    plans, _code = vault.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸", "たかはし りく", "AOM-2026-0017"))
    window.enter(plans)
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_with_the_cursor(at_list: MainWindow, key: Qt.Key) -> None:
    button = next(found for found in at_list.findChildren(QPushButton) if found.isVisible())
    button.clicked.disconnect()
    pressed = QSignalSpy(button.clicked)
    button.setFocus()
    QTest.keyClick(button, key)
    assert pressed.count() == 1


def test_enter_on_the_button_that_adds_a_row_adds_one(qtbot: QtBot, at_list: MainWindow) -> None:
    at_list.findChildren(QAction, "open")[0].trigger()
    qtbot.waitUntil(lambda: at_list.findChild(RowsEditor, "meeting.meetings") is not None)
    rows = part(at_list, RowsEditor, "meeting.meetings")
    rows.focus()
    assert isinstance(at_list.focusWidget(), QPushButton)
    before = len(rows.rows())
    QTest.keyClick(at_list.focusWidget(), ENTER)
    qtbot.waitUntil(lambda: len(rows.rows()) == before + 1)
