"""Parts of the pages of a meeting: cards of lines that lead somewhere, and a page of two columns or one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from evacplan.ui.flow import FlowLayout
from evacplan.ui.meeting_desk import MeetingDesk
from evacplan.ui.parts import button, frame, scrolling, text_label
from evacplan.ui.sides import SidePage
from evacplan.ui.theme import set_role
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


class MeetingPage(SidePage):
    """A head with the way back, two columns side by side or, in a narrow window, one below the other.

    Its buttons are pressed with Enter, too (autoDefault), each by itself: an Enter that a line of text passed
    on must press nothing.
    """

    def __init__(self, desk: MeetingDesk, title: str, buttons: Iterable[QPushButton]) -> None:
        super().__init__()
        set_role(self, "page")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head(title, buttons))
        body = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, scrolling(body))
        self._across.setContentsMargins(20, 14, 20, 14)
        self._across.setSpacing(16)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        for column, share in ((self.left, 5), (self.right, 6)):
            column.setSpacing(12)
            self._across.addLayout(column, share)
        page.addWidget(body, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, desk.session.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self, desk.session.redo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def end_columns(self) -> None:
        """Let the cards keep their height, and Enter press the buttons."""
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(True)
        self.left.addStretch(1)
        self.right.addStretch(1)

    def _fit(self) -> None:
        wide = self.width() >= _WIDE_EM * self.fontMetrics().horizontalAdvance("あ")
        kinds = QBoxLayout.Direction
        self._across.setDirection(kinds.LeftToRight if wide else kinds.TopToBottom)

    def _head(self, title: str, buttons: Iterable[QPushButton]) -> QWidget:
        bar = frame("bar")
        row = FlowLayout(bar, gap=12, justified=True)
        row.setContentsMargins(20, 8, 20, 8)
        row.addWidget(text_label(title, "heading"))
        back = button(self.tr("記入に戻る Esc"), "back")
        back.clicked.connect(self.back_requested)
        for each in (*buttons, back):
            row.addWidget(each)
        return bar
