"""One small editor for each shape of answer."""

from PySide6.QtWidgets import QWidget

from evacplan.domain.values import Shape
from evacplan.form.spec import Item
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.editors.choice import CheckBoxes, ChoiceBox, ChoiceButtons, are_few, options
from evacplan.ui.editors.field import FieldEditor
from evacplan.ui.editors.image import ImageEditor
from evacplan.ui.editors.person import NameEditor, PeopleEditor
from evacplan.ui.editors.text import LineEditor, ModelEditor, TextEditor
from evacplan.ui.editors.typed import READINGS, TypedEditor

__all__ = ["Editor", "make_editor"]

_MODEL = "devices.devices.model"

_EDITORS: dict[Shape, type[Editor]] = {
    Shape.LINE: LineEditor,
    Shape.NAME: LineEditor,
    Shape.TEXT: TextEditor,
    Shape.YES_NO: ChoiceButtons,
    Shape.CHOICES: CheckBoxes,
    Shape.PERSON: NameEditor,
    Shape.ORGANISATION: NameEditor,
    Shape.PEOPLE: PeopleEditor,
    Shape.IMAGE: ImageEditor,
    Shape.FIELD: FieldEditor,
    **dict.fromkeys(READINGS, TypedEditor),
}


def make_editor(item: Item, desk: Desk, parent: QWidget) -> Editor:
    """The editor of a field's shape; an answer from a closed set gets buttons where they are few."""
    shape = item.leaf.kind.shape
    if item.path == _MODEL and desk.models():
        return ModelEditor(item, desk, parent)
    if shape is Shape.CHOICE:
        return (ChoiceButtons if are_few(options(item, desk)) else ChoiceBox)(item, desk, parent)
    return _EDITORS[shape](item, desk, parent)
