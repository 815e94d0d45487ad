"""The view for a room: large letters, clear colours, and nothing private on the screen until it is asked for.

In the interview each private field lies under a cover of its own (`veil.py`); a list of other children's
plans, the papers and the versions lie under one curtain.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from evacplan.ui.commands import At
from evacplan.ui.parts import announce, button, scrolling, text_label
from evacplan.ui.theme import Look

CURTAINED = frozenset({At.LIST, At.AGENDA, At.PAPER, At.SIDE})


@runtime_checkable
class Veiled(Protocol):
    """A page that covers what is private in it by itself."""

    def set_veiled(self, *, on: bool) -> None:
        """Cover what is private, or show everything."""

    def reveal_answer(self) -> None:
        """Show the covered answer the cursor is in, or cover it again."""


class Projector:
    """stack: the pages of the window, which the curtain takes the place of."""

    def __init__(self, look: Look, stack: QStackedWidget) -> None:
        self._look = look
        self._stack = stack
        self._at = At.LOCKED
        self._is_lifted = False
        self.curtain = Curtain()
        self.curtain.lifted.connect(self.reveal)
        self.curtain.hide()

    @property
    def is_on(self) -> bool:
        """Whether a room looks on."""
        return self._look.projects

    def switch(self, *, on: bool) -> None:
        """Begin or end the view; the look is as it was before when it ends."""
        self._is_lifted = False
        self._tell_page(on=on)
        self._look.project(on=on)
        self._draw()

    def show_at(self, at: At) -> None:
        """The window shows another page."""
        self._at, self._is_lifted = at, False
        self._tell_page(on=self.is_on)
        self._draw()

    def reveal(self) -> None:
        """Show what is covered: the page, or the answer the cursor is in."""
        page = self._stack.currentWidget()
        if isinstance(page, Veiled) and self.is_on:
            page.reveal_answer()
        elif not self.curtain.isHidden():
            self._is_lifted = True
            self._draw()

    def _tell_page(self, *, on: bool) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, Veiled):
            page.set_veiled(on=on)

    def _draw(self) -> None:
        drawn = self.is_on and self._at in CURTAINED and not self._is_lifted
        if drawn == self._stack.isHidden():
            return
        self._stack.setHidden(drawn)
        self.curtain.setVisible(drawn)
        page = self.curtain if drawn else self._stack.currentWidget()
        if page is not None:
            QTimer.singleShot(0, page, lambda: page.setFocus(Qt.FocusReason.OtherFocusReason))


class Curtain(QWidget):
    """Stands in front of a page with what is not for everybody."""

    lifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = self.tr("この画面には、ほかの計画や家族だけの内容が出ます。いまは出していません。")
        show = button(self.tr("この画面を見せる　F7"), "lift_curtain", "primary")
        show.clicked.connect(self.lifted)
        column = QVBoxLayout(scrolling(self))
        column.setContentsMargins(48, 48, 48, 48)
        column.addStretch(1)
        column.addWidget(text_label(words, "heading"))
        column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        self.setFocusProxy(show)
        self._words = words

    def setVisible(self, visible: bool) -> None:
        """Show or hide, and say aloud what is shown."""
        super().setVisible(visible)
        if visible:
            announce(self, self._words)
