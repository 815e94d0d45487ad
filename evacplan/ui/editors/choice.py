"""Editors for answers from a closed set: buttons where they are few, a list where they are many."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget

from evacplan.domain.values import Shape
from evacplan.form.spec import Item
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.editors.numbered import NumberedBox
from evacplan.ui.editors.writing import composes, writes
from evacplan.ui.flow import FlowLayout
from evacplan.ui.theme import set_role

FEW = 4
FEW_LETTERS = 26
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ERASERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)

Option = tuple[object, str]


def options(item: Item, desk: Desk) -> list[Option]:
    """Each answer of a field with its word, in the order of the form."""
    if item.leaf.kind.shape is Shape.YES_NO:
        return [(True, desk.form.answers.yes), (False, desk.form.answers.no)]
    assert item.leaf.choices is not None
    words = desk.form.choices[item.leaf.choices.__name__]
    return [(member, words[member.value]) for member in item.leaf.choices]


def are_few(found: Sequence[Option]) -> bool:
    """Whether all answers fit side by side as buttons."""
    return len(found) <= FEW and sum(len(word) for _, word in found) <= FEW_LETTERS


class ButtonRow(QWidget):
    """Buttons of one question. Tab reaches one of them, the arrows and the figures 1 to 9 the others."""

    left = Signal()
    stepped = Signal(int, bool)  # position, and whether the key also answers
    erased = Signal()
    written = Signal()  # somebody wrote or pasted a text, which no button can take

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QWidget) -> None:
        super().__init__(parent)
        layout = FlowLayout(self, gap=6)
        self.buttons = list(buttons)
        for button in self.buttons:
            layout.addWidget(button)
        self.rove(0)

    def rove(self, at: int) -> None:
        """Let Tab reach the button at a position, and only this one."""
        self.setFocusProxy(self.buttons[at])
        for index, button in enumerate(self.buttons):
            policy = Qt.FocusPolicy.StrongFocus if index == at else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def key(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        """Handle a key pressed on one of the buttons; whether it meant anything."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        number = key - Qt.Key.Key_1
        if plain and key in _STEPS:
            self.stepped.emit((self.buttons.index(button) + _STEPS[key]) % len(self.buttons), False)
        elif plain and 0 <= number < min(9, len(self.buttons)):
            self.stepped.emit(number, True)
        elif plain and key in _ERASERS:
            self.erased.emit()
        elif writes(event):
            self.written.emit()
        else:
            return False
        return True

    def compose(self, event: QInputMethodEvent) -> None:
        """Note that an input method hands over a text."""
        event.ignore()
        if composes(event):
            self.written.emit()

    def lost(self, event: QFocusEvent) -> None:
        """Note that a button lost the focus, and tell when all of them did."""
        focused = QApplication.focusWidget()
        is_inside = focused is not None and self.isAncestorOf(focused)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and not is_inside:
            self.left.emit()


class _Radio(QRadioButton):
    """One of the answers; its sign is part of its text, so that it survives without colour."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word
        set_role(self, "option")
        self.toggled.connect(self._sign)
        self._sign(False)

    def _sign(self, on: bool) -> None:
        self.setText(f"{'●' if on else '○'} {self.word}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _row_of(self).key(self, event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        _row_of(self).compose(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        _row_of(self).lost(event)


class _Check(QCheckBox):
    """One of the answers that can be ticked."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word
        set_role(self, "option")
        self.toggled.connect(self._sign)
        self._sign(False)

    def _sign(self, on: bool) -> None:
        self.setText(f"{'✓' if on else '□'} {self.word}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _row_of(self).key(self, event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        _row_of(self).compose(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        _row_of(self).lost(event)


def _row_of(button: QAbstractButton) -> ButtonRow:
    row = button.parentWidget()
    assert isinstance(row, ButtonRow)
    return row


class ChoiceButtons(Editor):
    """One of a few answers; pressing the chosen one again takes it back."""

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        self._values = [value for value, _ in options(item, desk)]
        radios = [_Radio(word) for _, word in options(item, desk)]
        self._row = ButtonRow(radios, parent)
        super().__init__(item, desk, self._row, radios[0])
        self._value: object = None
        for index, radio in enumerate(radios):
            radio.setAutoExclusive(False)
            radio.clicked.connect(lambda _on, at=index: self._pick(at))
        self._row.stepped.connect(self._step)
        self._row.erased.connect(lambda: self._tell(None))
        self._row.left.connect(self.left)
        self._row.written.connect(self.written)

    def fill(self, value: object) -> None:
        self._value = value
        for radio, one in zip(self._row.buttons, self._values, strict=True):
            radio.setChecked(one == value and value is not None)
        self._row.rove(self._values.index(value) if value in self._values else 0)
        self.target = self._row.buttons[self._values.index(value) if value in self._values else 0]

    def stops(self) -> Sequence[QWidget]:
        return self._row.buttons

    def name(self, path: str, label: str, description: str) -> None:
        name_row(self._row, path, label, description)

    def _pick(self, at: int) -> None:
        chosen = self._values[at]
        self._tell(None if chosen == self._value else chosen)

    def _step(self, at: int, _answers: bool) -> None:
        self._row.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._tell(self._values[at])

    def _tell(self, value: object) -> None:
        self.fill(value)
        self.edited.emit(value)


class CheckBoxes(Editor):
    """Any of several answers."""

    wide = True

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        self._values = [value for value, _ in options(item, desk)]
        boxes = [_Check(word) for _, word in options(item, desk)]
        self._row = ButtonRow(boxes, parent)
        super().__init__(item, desk, self._row, boxes[0])
        for box in boxes:
            box.clicked.connect(self._tell)
        self._row.stepped.connect(self._step)
        self._row.left.connect(self.left)
        self._row.written.connect(self.written)

    def fill(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for box, one in zip(self._row.buttons, self._values, strict=True):
            box.setChecked(one in chosen)

    def stops(self) -> Sequence[QWidget]:
        return self._row.buttons

    def name(self, path: str, label: str, description: str) -> None:
        name_row(self._row, path, label, description)

    def _step(self, at: int, answers: bool) -> None:
        self._row.rove(at)
        self.target = self._row.buttons[at]
        self._row.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        if answers:
            self._row.buttons[at].click()

    def _tell(self) -> None:
        pairs = zip(self._row.buttons, self._values, strict=True)
        self.edited.emit(tuple(value for box, value in pairs if box.isChecked()))


def name_row(row: ButtonRow, path: str, label: str, description: str) -> None:
    """Name the row after its field, and say the field's name with each of its buttons."""
    row.setObjectName(path)
    row.setAccessibleName(label)
    row.setAccessibleDescription(description)
    for button in row.buttons:
        word = button.word if isinstance(button, _Radio | _Check) else button.text()
        button.setAccessibleName(f"{label}、{word}")
        button.setAccessibleDescription(description)


class ChoiceBox(Editor):
    """One of many answers; the first line of the list takes the answer back."""

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        self._box = NumberedBox(parent)
        super().__init__(item, desk, self._box)
        self._values = [None, *(value for value, _ in options(item, desk))]
        self._box.addItems(["", *(word for _, word in options(item, desk))])
        self._box.activated.connect(lambda index: self.edited.emit(self._values[index]))
        self._box.left.connect(self.left)
        self._box.written.connect(self.written)

    def fill(self, value: object) -> None:
        self._box.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def hint(self, text: str) -> None:
        self._box.setPlaceholderText(text)
        self._box.setItemText(0, text)
