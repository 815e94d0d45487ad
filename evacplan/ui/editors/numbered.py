"""A list to pick from by the number of its line: the figures of a long list, as those of a short one."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from evacplan.ui.editors.inputs import PickBox
from evacplan.ui.editors.writing import composes, writes

_ERASERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class _Numbers(QStyledItemDelegate):
    """Shows the number before each line of the opened list, except before the empty first one."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.row():
            option.text = f"{index.row()}　{option.text}"


class NumberedBox(PickBox):
    """A list whose lines after the first are numbered from 1; typing 1 and then 2 picks line 12.

    There is no time limit between two figures: a number ends when it can grow no further, with any other
    key and when the list loses the focus.
    """

    written = Signal()  # somebody wrote or pasted a text, which names no line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._is_numbered = False

    def showPopup(self) -> None:
        """Open the list; it gets its numbers when it is first opened."""
        if not self._is_numbered:
            self._is_numbered = True
            self.setItemDelegate(_Numbers(self))
            self.view().installEventFilter(self)
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, before = self._line_of(event), self.currentIndex()
        if at is not None:
            self.setCurrentIndex(at)
            self.activated.emit(at)
            return
        super().keyPressEvent(event)
        # Qt has looked for a line that begins so.
        if writes(event) and self.currentIndex() == before:
            self.written.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()
        if composes(event):
            self.written.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the opened list a number moves to its line; Enter picks it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            at = self._line_of(event)
            if at is not None:
                self.view().setCurrentIndex(self.model().index(at, self.modelColumn()))
                return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typed = ""
        super().focusOutEvent(event)

    def _line_of(self, event: QKeyEvent) -> int | None:
        """The line that a figure leads to, the empty one for Delete, None for what no line answers to."""
        if event.key() in _ERASERS:
            self._typed = ""
            return 0
        figure = event.text()
        if event.modifiers() not in _PLAIN or not (figure.isascii() and figure.isdigit()):
            self._typed = ""
            return None
        typed = next((one for one in (self._typed + figure, figure) if 0 < int(one) < self.count()), "")
        self._typed = typed if int(typed or 0) * 10 < self.count() else ""
        return int(typed) if typed else None
