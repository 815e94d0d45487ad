"""Labels and buttons with their name and role, so that neither is forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from evacplan.ui.theme import set_role


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text that appeared."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def text_label(text: str = "", role: str = "") -> QLabel:
    """A label that wraps, shows its text as it is and lets it be marked and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        set_role(label, role)
    return label


def field_label(words: str, field: QWidget) -> QLabel:
    """The label above a field; its key (&X) leads to the field."""
    label = QLabel(words)
    set_role(label, "label")
    label.setBuddy(field)
    return label


def button(words: str, name: str, role: str = "") -> QPushButton:
    """A button with words; name: by which tests and screen readers' scripts find it."""
    found = QPushButton(words)
    found.setObjectName(name)
    if role:
        set_role(found, role)
    return found


def frame(role: str) -> QFrame:
    """A frame drawn as the style sheet says for this role."""
    found = QFrame()
    set_role(found, role)
    return found
