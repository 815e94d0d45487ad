"""A dialog that is as wide as its text wants at any zoom, and scrolls where the screen ends."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QVBoxLayout, QWidget

from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import button, scrolling

_WIDTH_EM = 36
_MOST_OF_SCREEN = 0.92
_EDGE = 24


class RoomyDialog(QDialog):
    """inside: the column for what is asked; buttons go below it with `finish` and stay in view."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("evacplan")
        self.inside = QVBoxLayout(scrolling(self))
        self.inside.setContentsMargins(_EDGE, _EDGE, _EDGE, 8)
        self.inside.setSpacing(8)
        self._below: QLayout | None = None

    def finish(self, buttons: QLayout) -> None:
        """Put the buttons below what scrolls."""
        self.inside.addStretch(1)
        buttons.setContentsMargins(_EDGE, 8, _EDGE, 20)
        self._below = buttons
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.addLayout(buttons)

    def finish_with(
        self, words: str, name: str = "go", role: str = "primary", *, careful: bool = False
    ) -> QPushButton:
        """Buttons to go on and to leave; returns the one that Enter presses. careful: that one leaves."""
        go = button(words, name, role)
        leave = button(self.tr("やめる(&C)"), "cancel", "primary" if careful else "")
        go.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        by_enter, other = (leave, go) if careful else (go, leave)
        by_enter.setDefault(True)
        other.setAutoDefault(False)
        row = FlowLayout(at_end=True)
        for found in (go, leave):
            row.addWidget(found)
        self.finish(row)
        return by_enter

    def fit(self) -> None:
        """Take the room that the text needs, as far as the screen has it."""
        screen = self.screen().availableSize() * _MOST_OF_SCREEN
        buttons = self._below
        below = buttons.sizeHint() if buttons is not None else QSize()
        wanted = max(self.fontMetrics().horizontalAdvance("あ") * _WIDTH_EM, below.width())
        width = min(wanted, screen.width())
        if buttons is not None and buttons.hasHeightForWidth():
            below.setHeight(buttons.heightForWidth(width))
        self.inside.activate()
        height = self.inside.totalHeightForWidth(width)
        height = height if height > 0 else self.inside.totalSizeHint().height()
        self.resize(width, min(height + below.height() + 8, screen.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Fit before it is seen."""
        super().showEvent(event)
        self.fit()
