"""Labels and buttons with their name and role, so that neither is forgotten."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from evacplan.ui.theme import set_role
from evacplan.ui.told import told

_LINE_HEIGHT_PERCENT = 135


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text that appeared."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, told(text)))


def set_shown(widget: QWidget, shown: bool) -> None:
    """Show or hide a part of a page; what appears together with its holder is not laid out before that."""
    told = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    holder = widget.parentWidget()
    comes = shown and not told and holder is not None and not holder.isVisible()
    is_so = widget.isHidden() != shown and (told or shown)
    if not (comes or is_so):
        widget.setVisible(shown)


class Sentences(QLabel):
    """Text that wraps with room between its lines, is shown as it is, and can be marked and copied.

    A QLabel sets plain Japanese solid, so the text is shown as one paragraph of rich text.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.say(text)

    def say(self, text: str) -> None:
        """Show this text."""
        text = told(text)
        lines = escape(text, quote=False).replace("\n", "<br>")
        self.setText(f'<p style="line-height:{_LINE_HEIGHT_PERCENT}%; margin:0">{lines}</p>')
        self.setAccessibleName(text)

    @property
    def said(self) -> str:
        """The text as it was given."""
        return self.accessibleName()


def text_label(text: str = "", role: str = "") -> Sentences:
    """A text in one of the roles of the style sheet."""
    label = Sentences(text)
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
    found.setAutoDefault(True)  # Enter presses it, as Space does
    found.setObjectName(name)
    if role:
        set_role(found, role)
    return found


class Scroller(QScrollArea):
    """Holds one widget, which scrolls where there is too little room for it; itself it wants little."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


def scrolling(page: QWidget) -> QWidget:
    """The inside of a page, to be scrolled where the window is too small for the text at its zoom."""
    set_role(page, "page")
    inside = QWidget()
    set_role(inside, "page")
    area = Scroller()
    area.setWidget(inside)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return inside


def frame(role: str) -> QFrame:
    """A frame drawn as the style sheet says for this role."""
    found = QFrame()
    set_role(found, role)
    return found
