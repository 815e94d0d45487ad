"""A small whole number to choose, such as how many copies."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class NumberBox(QComboBox):
    """From 1 to `most`, by arrow keys, by typing it or from the list. suffix: said after it (部)."""

    def __init__(self, name: str, most: int, suffix: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.addItems([f"{number}{suffix}" for number in range(1, max(most, 1) + 1)])

    @property
    def number(self) -> int:
        """The number that is chosen."""
        return self.currentIndex() + 1

    def choose(self, number: int) -> None:
        """Choose a number; one beyond the list becomes its end."""
        self.setCurrentIndex(max(1, min(number, self.count())) - 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
