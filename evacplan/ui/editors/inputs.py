"""What text is typed into: composed text is never lost, the wheel changes nothing, undo is the plan's.

A control looks at its own events only while it has the focus: most of them come while a page is built and
shown, and each costs a call of Python.
"""

from PySide6.QtCore import QEvent, QMargins, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from evacplan.ui.editors.composing import Composition
from evacplan.ui.editors.reading import Readings

_LOOKS = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
_OWN = Qt.FindChildOption.FindDirectChildrenOnly
_TEXT_LINES = (2, 10)
_PICK_LETTERS, _PICK_EDGE = 6, QMargins(0, 0, 4, 3)


def _is_undo(event: QEvent) -> bool:
    """Whether a control is about to claim Ctrl+Z for its own undo."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class LineInput(QLineEdit):
    """A line of text."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.readings = Readings()
        self._composing = Composition(self, gave_up=lambda: self.readings.follow("", ""))

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not yet part of the line."""
        return bool(self._composing)

    def finish_composing(self) -> None:
        """Make what an input method is still composing part of the text."""
        self._composing.finish()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            # Qt would put it in all the same.
            event.ignore()
            return
        if self._composing.follow(event):
            self.readings.follow(event.commitString(), event.preeditString())
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._composing.finish()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.installEventFilter(self)
        super().focusInEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at an event of its own; whether that ends here."""
        self._composing.leave(event)
        if _is_undo(event):
            event.ignore()
            return True
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.removeEventFilter(self)
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
            if self.isActiveWindow():
                self.readings.clear()


class BoxedInput(LineInput):
    """A line inside a list to pick from, which hands events to it past any filter."""

    def event(self, event: QEvent) -> bool:
        return not self.eventFilter(self, event) and super().event(event)


class TextInput(QPlainTextEdit):
    """A text of several lines that grows with what is written."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = Composition(self)
        self._known = ""
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._changed)

    def plain(self) -> str:
        """The text exactly as written; no-break spaces stay what they are."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def fill(self, text: str) -> None:
        """Show a text; the cursor stays where it was."""
        if text == self.plain():
            return
        at = self.textCursor().position()
        with QSignalBlocker(self):
            self._known = text
            self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.updateGeometry()

    def finish_composing(self) -> None:
        """Make what an input method is still composing part of the text."""
        self._composing.finish()

    def _changed(self) -> None:
        text = self.plain()
        self.updateGeometry()
        if text != self._known:
            self._known = text
            self.edited.emit(text)

    def sizeHint(self) -> QSize:
        least, most = _TEXT_LINES
        lines = min(max(least, int(self.document().size().height())), most)
        edge = self.contentsMargins().top() + self.contentsMargins().bottom()
        height = lines * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin()) + edge
        return QSize(super().sizeHint().width(), height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            # Qt would put it in all the same.
            event.ignore()
            return
        self._composing.follow(event)
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._composing.finish()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.installEventFilter(self)
        super().focusInEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at an event of its own; whether that ends here."""
        self._composing.leave(event)
        if _is_undo(event):
            event.ignore()
            return True
        return False

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.removeEventFilter(self)
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class PickBox(QComboBox):
    """A list to pick from that the mouse wheel never changes; what pops up is built when it first opens."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(20)

    def sizeHint(self) -> QSize:
        """Room for some letters, whatever the list holds.

        As with AdjustToMinimumContentsLengthWithIcon, but setting that makes Qt build the list that pops up.
        """
        self.ensurePolished()
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        width = _PICK_LETTERS * self.fontMetrics().horizontalAdvance("X") + self.iconSize().width()
        inside = QSize(width, self.fontMetrics().height()).grownBy(_PICK_EDGE)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, inside, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font or style; Qt would build what pops up only to tell it."""
        if event.type() in _LOOKS and self.findChild(QFrame, options=_OWN) is None:
            self.updateGeometry()
            self.update()
        else:
            super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the list as Qt does, which would build what pops up, and a sign that it opens here."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        font = self.font()
        font.setPixelSize(max(8, font.pixelSize() * 2 // 3))
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        place = self.rect().adjusted(0, 0, -self.fontMetrics().height() // 2, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "▼")
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
