"""Pages in two columns: an Enter presses the button it was struck on, and no other."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.domain.plan import Plan
from evacplan.session import Session
from evacplan.ui.parts import button
from evacplan.ui.theme import Look
from evacplan.ui.two_columns import TwoColumns
from tests.ui.driving import FakeDrafts

ENTERS = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


class Page:
    """A page with a field, two buttons, and how often each button was pressed."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.pressed: list[str] = []
        self.page = TwoColumns(Session("p1", Plan(), FakeDrafts()), "題")
        self.line = QLineEdit()
        self.first, self.second = self._button("first"), self._button("second")
        for widget in (self.line, self.first, self.second):
            self.page.left.addWidget(widget)
        qtbot.addWidget(self.page)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    def _button(self, name: str) -> QPushButton:
        made = button(name, name)
        made.clicked.connect(lambda: self.pressed.append(name))
        return made


@pytest.fixture
def on(qtbot: QtBot, look: Look) -> Page:
    return Page(qtbot)


@pytest.mark.parametrize("key", ENTERS)
def test_enter_presses_the_button_the_cursor_is_on(on: Page, key: Qt.Key) -> None:
    on.first.setFocus()
    QTest.keyClick(on.first, key)
    assert on.pressed == ["first"]


@pytest.mark.parametrize("key", ENTERS)
@pytest.mark.parametrize("moves", [lambda on: on.second.setFocus(), lambda on: on.line.hide()])
def test_an_enter_that_moves_the_cursor_presses_nothing(
    on: Page, key: Qt.Key, moves: Callable[[Page], object]
) -> None:
    on.line.returnPressed.connect(lambda: moves(on))
    on.line.setFocus()
    QTest.keyClick(on.line, key)
    assert isinstance(on.page.focusWidget(), QPushButton)
    assert on.pressed == []


@pytest.mark.parametrize("key", ENTERS)
def test_a_button_that_gives_the_cursor_on_does_not_press_the_next(on: Page, key: Qt.Key) -> None:
    on.first.clicked.connect(on.second.setFocus)
    on.first.setFocus()
    QTest.keyClick(on.first, key)
    assert on.pressed == ["first"]


def test_the_way_back_takes_enter_too(on: Page) -> None:
    back = on.page.findChild(QPushButton, "back")
    assert isinstance(back, QPushButton)
    back.setFocus()
    with on.qtbot.waitSignal(on.page.back_requested):
        QTest.keyClick(back, Qt.Key.Key_Return)
