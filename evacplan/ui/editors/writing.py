"""Telling that somebody writes where nothing can be written: a choice must not swallow words unsaid."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def writes(event: QKeyEvent) -> bool:
    """Whether a key would put text into a field: a letter, or what pastes."""
    if event.matches(QKeySequence.StandardKey.Paste):
        return True
    return not event.modifiers() & _COMMANDS and bool(event.text().strip()) and event.text().isprintable()


def composes(event: QInputMethodEvent) -> bool:
    """Whether an input method would put text into a field."""
    return bool(event.commitString() or event.preeditString())
