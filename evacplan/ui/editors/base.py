"""What every editor is: a widget, how its contents become an answer, and when the user changed it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evacplan.form.spec import Item
from evacplan.ui.desk import Desk


class Editor(QObject):
    """One field's editor. Emits `edited` only for changes made by the user, never while it is filled.

    widget: what stands in the row. target: what takes the focus. wide: it wants the whole line.
    keeps_text: the text stays as typed until the field is left (it is stored per key).
    """

    edited = Signal(object)  # the answer, or text that the model can read; None when empty
    left = Signal()  # the focus went elsewhere
    entered = Signal()  # Enter: go on to the next field
    written = Signal()  # a text came to a choice, which cannot take it

    wide = False
    keeps_text = False

    def __init__(self, item: Item, desk: Desk, widget: QWidget, target: QWidget | None = None) -> None:
        super().__init__(widget)
        self.item = item
        self.desk = desk
        self.widget = widget
        self.target = target or widget

    def stops(self) -> Sequence[QWidget]:
        """Everything in it that the cursor can stand on, in order."""
        return (self.target,)

    def fill(self, value: object) -> None:
        """Show an answer (None or () when there is none) without telling anybody."""
        raise NotImplementedError

    def shown(self, value: object) -> object:
        """What the answer looks like now; it is filled again when this changed."""
        return value

    def aside(self, value: object) -> str:  # noqa: ARG002  # editors of dates use it
        """What stands beside the answer besides its unit, such as the weekday of a date."""
        return ""

    def text(self) -> str:
        """What was typed, for a refused entry."""
        return ""

    def reading(self) -> str:
        """How what was typed since the cursor came is read, "" where that was not heard."""
        return ""

    def show_text(self, text: str) -> None:
        """Show a refused entry again, as it was typed."""

    def hint(self, text: str) -> None:
        """Show a grey word in the empty field: an example, なし or 未確認."""

    def commit(self) -> None:
        """Hand over what is being composed or has not been read yet."""

    def name(self, path: str, label: str, description: str) -> None:
        """Give the field its names for people who hear the screen, and for tests."""
        self.target.setObjectName(path)
        self.target.setAccessibleName(label)
        self.target.setAccessibleDescription(description)
