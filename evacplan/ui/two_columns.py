"""A page beside the interview with a head and two columns, which in a narrow window follow each other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from evacplan.session import Session
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import button, frame, scrolling, text_label
from evacplan.ui.sides import SidePage
from evacplan.ui.theme import set_role

_WIDE_EM = 60


class TwoColumns(SidePage):
    """left, right: the columns, to be filled from the top.

    shares: of each column in the room that is left, side by side and one below the other.
    """

    shares = ((4, 0), (7, 1))

    def __init__(self, session: Session, title: str, buttons: Iterable[QPushButton] = ()) -> None:
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
        for column in (self.left, self.right):
            column.setSpacing(12)
            self._across.addLayout(column)
        page.addWidget(body, 1)
        area = body.findChild(QScrollArea)
        assert area is not None, "scrolling() makes one"
        self._area = area
        area.verticalScrollBar().rangeChanged.connect(self._laid_out)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._reveal)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, session.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self, session.redo)

    def end_columns(self) -> None:
        """Let what is in the columns keep its height."""
        self.left.addStretch(1)
        self.right.addStretch(1)

    def forget(self) -> None:
        """Watch the cursor no longer: while a page is being deleted, it moves once more."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.disconnect(self._reveal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE_EM * self.fontMetrics().horizontalAdvance("あ")
        kinds = QBoxLayout.Direction
        self._across.setDirection(kinds.LeftToRight if wide else kinds.TopToBottom)
        for at, (beside, below) in enumerate(self.shares):
            self._across.setStretch(at, beside if wide else below)

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep what has the cursor in sight."""
        if new is not None and self._area.isAncestorOf(new):
            self._area.ensureWidgetVisible(new, 0, new.height())

    def _laid_out(self) -> None:
        """Only now does what was added have its place."""
        self._reveal(None, self.focusWidget())

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


class TitledCard(QFrame):
    """A card with a title. column: what is in it, from the top."""

    def __init__(self, name: str, title: str = "") -> None:
        super().__init__()
        set_role(self, "card")
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(6)
        self.title = text_label(title, "group")
        self.column.addWidget(self.title)


def flowing(*parts: QWidget) -> QWidget:
    """These side by side, as far as there is room."""
    holder = QWidget()
    flow = FlowLayout(holder, gap=6)
    for part in parts:
        flow.addWidget(part)
    return holder
