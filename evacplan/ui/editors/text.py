"""Editors whose text is stored per key, exactly as it is typed."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QWidget

from evacplan.domain.values import Shape
from evacplan.form.spec import Item
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.editors.inputs import LineInput, TextInput


class LineEditor(Editor):
    """One line. Names are left untouched to the code point; other lines lose spaces at their ends."""

    keeps_text = True

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        self._line = LineInput(parent)
        super().__init__(item, desk, self._line)
        self._line.textEdited.connect(self._edited)
        self._line.left.connect(self.left)
        self._line.returnPressed.connect(self.entered)

    def _edited(self, text: str) -> None:
        stripped = text.strip()
        self.edited.emit(
            (text if self.item.leaf.kind.shape is Shape.NAME else stripped) if stripped else None
        )

    def fill(self, value: object) -> None:
        show_line(self._line, str(value or ""))

    def text(self) -> str:
        return self._line.text()

    def reading(self) -> str:
        return self._line.readings.of(self._line.text())

    def show_text(self, text: str) -> None:
        show_line(self._line, text)

    def hint(self, text: str) -> None:
        self._line.setPlaceholderText(text)

    def commit(self) -> None:
        self._line.finish_composing()


def show_line(line: LineInput, text: str) -> None:
    """Show a text in a line; the cursor stays where it was."""
    if line.text() == text:
        return
    at = line.cursorPosition()
    line.setText(text)
    line.setCursorPosition(min(at, len(text)) if line.hasFocus() else 0)


class ModelEditor(LineEditor):
    """The model of a device: typed, or taken from the catalogue with the arrow key."""

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        super().__init__(item, desk, parent)
        names = QStringListModel(list(desk.models()), self._line)
        completer = QCompleter(names, self._line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(12)
        completer.setWidget(self._line)
        completer.activated.connect(lambda name: self._picked(str(name)))
        self._completer = completer
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._line, completer.complete)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _picked(self, name: str) -> None:
        show_line(self._line, name)
        self.edited.emit(name)


class TextEditor(Editor):
    """Several lines."""

    wide = True
    keeps_text = True

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        self._text = TextInput(parent)
        super().__init__(item, desk, self._text)
        self._text.edited.connect(lambda text: self.edited.emit(text if text.strip() else None))
        self._text.left.connect(self.left)

    def fill(self, value: object) -> None:
        self._text.fill(str(value or ""))

    def text(self) -> str:
        return self._text.plain()

    def show_text(self, text: str) -> None:
        self._text.fill(text)

    def hint(self, text: str) -> None:
        self._text.setPlaceholderText(text)

    def commit(self) -> None:
        self._text.finish_composing()
