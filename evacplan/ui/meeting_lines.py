"""Parts of the pages of a meeting: cards of lines that lead somewhere, and a page of two columns or one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from evacplan.ui.meeting_desk import MeetingDesk
from evacplan.ui.parts import text_label
from evacplan.ui.theme import set_role
from evacplan.ui.two_columns import TwoColumns
from evacplan.ui.wrap import WrapButton

MOST = 12
_WIDE_EM = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to look at. path: where it leads; detail: small print; loud: said before the detail."""

    words: str
    path: str
    detail: str = ""
    loud: str = ""


class Card(QFrame):
    """A titled card of a page."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)  # without it, being shown early would make it a window
        set_role(self, "card")
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(6)
        self.title = text_label(role="group")
        self.column.addWidget(self.title)


class LinesCard(Card):
    """Lines of one kind; what does not fit is counted. chosen: with the path of a line; more: the rest."""

    chosen = Signal(str)
    more = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.lines: list[QPushButton] = []

    def show_lines(self, title: str, lines: Sequence[Line], more: str = "") -> None:
        """Show these lines. more: the words of the line for those that do not fit, with their {count}."""
        self.clear()
        self.title.say(title)
        self.setAccessibleName(title)
        for line in lines[:MOST]:
            self._add(line)
        if len(lines) > MOST and more:
            rest = WrapButton(more.format(count=len(lines) - MOST), self)
            rest.clicked.connect(self.more)
            self._put(rest)
        self.setVisible(bool(lines))

    def clear(self) -> None:
        """Drop every line."""
        for each in self.lines:
            self.column.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.lines.clear()

    def _add(self, line: Line) -> None:
        found = WrapButton(line.words, self)
        found.setObjectName(f"line:{line.path}")
        if below := "　".join(filter(None, (line.loud, line.detail))):
            found.add_line(below, "error-small" if line.loud else "help")
        found.setAccessibleName("　".join(filter(None, (line.words, line.loud, line.detail))))
        found.clicked.connect(lambda: self.chosen.emit(line.path))
        self._put(found)

    def _put(self, found: QPushButton) -> None:
        found.setAutoDefault(True)
        self.lines.append(found)
        self.column.addWidget(found)


class MeetingPage(TwoColumns):
    """A page of the meeting.

    Its buttons are pressed with Enter by themselves (autoDefault): an Enter that a line of text passed on
    must press nothing.
    """

    shares = ((5, 0), (6, 1))

    def __init__(self, desk: MeetingDesk, title: str, buttons: Iterable[QPushButton]) -> None:
        super().__init__(desk.session, title, buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        QWidget.keyPressEvent(self, event)

    def end_columns(self) -> None:
        """Let the cards keep their height, and Enter press the buttons."""
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(True)
        super().end_columns()
