"""The quiet panel of the tour below the page: what the step says, and the way on, back and out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.theme import set_role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TourPanel(QFrame):
    """Its keys (Enter, Escape) work while the cursor is in it, and nowhere else."""

    next_requested = Signal()
    back_requested = Signal()
    skip_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "notice")
        self.setObjectName("tour")
        self._title = text_label(role="group")
        self._text = text_label()
        self._elsewhere = text_label(role="amber")
        self._next = button("", "tour_next", "primary")
        self._back = button(self.tr("もどる"), "tour_back")
        self._skip = button(self.tr("案内をやめる　Esc"), "tour_skip", "quiet")
        self._next.clicked.connect(self.next_requested)
        self._back.clicked.connect(self.back_requested)
        self._skip.clicked.connect(self.skip_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(4)
        for part in (self._title, self._text, self._elsewhere):
            column.addWidget(part)
        row = FlowLayout()
        for found in (self._next, self._back, self._skip):
            row.addWidget(found)
        column.addLayout(row)
        self.hide()

    def tell(self, title: str, text: str, number: int, count: int) -> None:
        """Show a step, counted from 1, and have it read aloud."""
        words = self.tr("使い方の案内 {number}／{count}　{title}")
        head = words.format(number=number, count=count, title=title)
        self._title.say(head)
        self._text.say(text)
        last = number == count
        self._next.setText(self.tr("案内をおわる") if last else self.tr("つぎへ"))
        self._back.setEnabled(number > 1)
        self.setAccessibleName(head)
        announce(self, f"{head}\n{text}")

    def say_elsewhere(self, words: str) -> None:
        """Say where to find what cannot be pointed at; "" where it can."""
        if words != self._elsewhere.said:
            self._elsewhere.say(words)
        self._elsewhere.setVisible(bool(words))

    @property
    def has_cursor(self) -> bool:
        """Whether the keys go to the panel."""
        return any(found.hasFocus() for found in self.findChildren(QPushButton))

    def take_cursor(self) -> None:
        """Let the keys go to the way on."""
        if self.isVisible():
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button the cursor is on, Escape ends the tour."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.skip_requested.emit()
        else:
            super().keyPressEvent(event)
