"""Enter presses the button the cursor is on, as the space bar does; in dialogs Qt does so itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PressedByEnter(QMainWindow):
    """A window that hears the Enter which the button with the cursor did not take."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD)
        if event.key() in _ENTER and plain and isinstance(focused, QPushButton) and not event.isAutoRepeat():
            focused.click()
        else:
            super().keyPressEvent(event)
