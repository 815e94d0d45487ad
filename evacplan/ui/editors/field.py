"""The editor for the name of another field of the form: letters of it, and the fields that hold them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QWidget

from evacplan.form.spec import Form, Item
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.editors.text import show_line


def named_fields(form: Form) -> list[tuple[str, str]]:
    """Each field's path and its name with section and list, in the order of the form."""
    return [(item.path, full_label(form, item.path)) for item in form.items()]


def full_label(form: Form, path: str) -> str:
    """A field's label after those of its section and of the records around it: 医療機器 › 機器 › 優先度."""
    head, *rest = path.split(".")
    labels = [form.section(head).title]
    for end in range(1, len(rest) + 1):
        labels.append(form.parts_by_path[".".join([head, *rest[:end]])].label)
    return " › ".join(labels)


class FieldEditor(Editor):
    """A field, found by letters of its name. What names none is taken away when the line is left."""

    wide = True

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        self._line = LineInput(parent)
        super().__init__(item, desk, self._line)
        self._labels = dict(named_fields(desk.form))
        self._value: object = None
        self._completer = self._complete()
        self._line.left.connect(self._leave)
        self._line.returnPressed.connect(self._enter)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._line, self._offer)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _complete(self) -> QCompleter:
        completer = QCompleter(list(self._labels.values()), self._line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(lambda name: self._take(str(name)))
        completer.setWidget(self._line)
        return completer

    def _offer(self) -> None:
        """Open the list of the fields whose names hold what was typed, of all while an answer stands."""
        typed = self._line.text().strip()
        self._completer.setCompletionPrefix("" if typed == self._shown() else typed)
        self._completer.complete()

    def fill(self, value: object) -> None:
        self._value = value
        show_line(self._line, self._shown())

    def _shown(self) -> str:
        return self._labels.get(str(self._value), str(self._value)) if self._value else ""

    def hint(self, text: str) -> None:
        self._line.setPlaceholderText(text)

    def commit(self) -> None:
        self._line.finish_composing()
        text = self._line.text()
        if not text.strip():
            self._tell(None)
        elif text != self._shown():
            self._take(text)

    def _leave(self) -> None:
        self.commit()
        self.left.emit()

    def _enter(self) -> None:
        self.commit()
        self.entered.emit()

    def _take(self, text: str) -> None:
        """Take the field of this name, or the only one whose name holds it; else show the answer again."""
        wanted = text.strip()
        whole = [path for path, label in self._labels.items() if label == wanted]
        found = whole or [path for path, label in self._labels.items() if wanted and wanted in label]
        if len(found) == 1:
            self._tell(found[0])
        self.fill(self._value)

    def _tell(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self.edited.emit(value)
