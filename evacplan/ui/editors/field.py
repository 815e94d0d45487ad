"""The editor for the name of another field of the form."""

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget

from evacplan.form.spec import Form, Item
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.editors.inputs import PickBox


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
    """A field, picked from the list of all fields."""

    wide = True

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        self._box = PickBox(parent)
        super().__init__(item, desk, self._box)
        named = named_fields(desk.form)
        self._paths: list[str | None] = [None, *(path for path, _ in named)]
        self._box.setModel(QStringListModel(["", *(label for _, label in named)], self._box))
        self._box.activated.connect(lambda index: self.edited.emit(self._paths[index]))
        self._box.left.connect(self.left)

    def fill(self, value: object) -> None:
        self._box.setCurrentIndex(self._paths.index(str(value)) if value in self._paths and value else 0)
