"""A dialog that is as wide as its text wants at any zoom, and scrolls where the screen ends."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from evacplan.ui.parts import scrolling

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
