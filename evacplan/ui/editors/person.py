"""Editors for people and organisations: who is in the plan is offered, any other name can be typed."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from evacplan.domain import persons
from evacplan.domain.plan import Plan
from evacplan.domain.values import Shape
from evacplan.form.spec import Item
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.editors.inputs import BoxedInput, LineInput, PickBox
from evacplan.ui.editors.offers import holds, narrowed, told_apart
from evacplan.ui.editors.text import show_line
from evacplan.ui.linking import add, addable

SEPARATOR = "、"
_COMMAS = re.compile(r"\s*[、,，\n]\s*")
_DOTS = re.compile(r"\s*[・･]\s*")

Named = Callable[[Plan], dict[str, str]]


def referred(plan: Plan, typed: str) -> str:
    """What to store for a typed name: a reference where it names one row, else the name as typed."""
    found = persons.as_reference(plan, typed.strip())
    if found.startswith(persons.REFERENCE):
        return f"＠{found[1:]}" if found == typed.strip() else found
    return typed


def _references(named: dict[str, str]) -> dict[str, str]:
    return {f"{persons.REFERENCE}{key}": name for key, name in named.items()}


def split_names(plan: Plan, text: str) -> tuple[str, ...]:
    """The people in a text such as 父・母、祖母; a known name that holds ・ is one person."""
    found: list[str] = []
    for part in _COMMAS.split(text.strip()):
        whole = referred(plan, part)
        known = whole.startswith(persons.REFERENCE)
        found += [whole] if known else [referred(plan, name) for name in _DOTS.split(part)]
    return tuple(dict.fromkeys(name for name in found if name.strip()))


class NameBox(PickBox):
    """A name that can be typed or picked. offered: what to store and the name to show, read when it opens.

    adds: what makes a new entry of the name that was typed.
    """

    def __init__(
        self,
        offered: Callable[[], dict[str, str]],
        parent: QWidget,
        adds: Callable[[str], dict[str, str]] = lambda _typed: {},
    ) -> None:
        super().__init__(parent)
        self._offered = offered
        self._adds = adds
        self.asked = ""  # what stood in the line when the list opened
        self.line = BoxedInput(self)
        self.setLineEdit(self.line)  # setEditable would make another line, and what pops up
        self.setCompleter(None)  # type: ignore[arg-type]  # None takes the completer away
        self.setInsertPolicy(PickBox.InsertPolicy.NoInsert)

    def setAccessibleName(self, name: str) -> None:
        """Give the line its name as well: it is what the cursor stands in and a screen reader tells."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Give the line its help as well."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def showPopup(self) -> None:
        self.asked = text = self.line.text()
        self.clear()
        for key, name in narrowed(self._offered(), text, self._adds(text)).items():
            self.addItem(name, key)
        self.setCurrentIndex(self.findText(text))
        self.line.setText(text)
        view = self.view()
        view.setMinimumWidth(min(self._wanted_width(), self.screen().availableGeometry().width()))
        super().showPopup()

    def _wanted_width(self) -> int:
        """Room for the longest line of the list, which Qt would cut in its middle."""
        return self.view().sizeHintForColumn(0) + self.fontMetrics().horizontalAdvance("あ") * 3

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)


class NameEditor(Editor):
    """One person or organisation."""

    keeps_text = True

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        is_person = item.leaf.kind.shape is Shape.PERSON
        self._named: Named = persons.persons if is_person else persons.organisations
        self._shown = persons.shown if is_person else persons.shown_organisation
        self._box = NameBox(self._offered, parent, self._adds)
        super().__init__(item, desk, self._box)
        self._box.line.textEdited.connect(self._typed)
        self._box.activated.connect(lambda index: self._picked(str(self._box.itemData(index))))
        self._box.line.left.connect(self.left)
        self._box.line.returnPressed.connect(self.entered)

    def _typed(self, text: str) -> None:
        self.edited.emit(referred(self.desk.session.plan, text) if text.strip() else None)

    def _offered(self) -> dict[str, str]:
        """Everybody who is in the plan."""
        return _references(told_apart(self.desk, self._named(self.desk.session.plan)))

    def _adds(self, typed: str) -> dict[str, str]:
        """The lists a new name can be added to."""
        return addable(self.desk, self.item.leaf.kind.shape, typed)

    def _picked(self, stored: str) -> None:
        if not stored.startswith(persons.REFERENCE):
            stored = add(self.desk, stored, self._box.asked)
        self.fill(stored)
        self.edited.emit(stored)

    def fill(self, value: object) -> None:
        show_line(self._box.line, str(self.shown(value)))

    def shown(self, value: object) -> object:
        return self._shown(self.desk.session.plan, str(value)) if value else ""

    def text(self) -> str:
        return self._box.line.text()

    def show_text(self, text: str) -> None:
        show_line(self._box.line, text)

    def hint(self, text: str) -> None:
        self._box.line.setPlaceholderText(text)

    def commit(self) -> None:
        self._box.line.finish_composing()


class PeopleEditor(Editor):
    """Several people, separated by 、 or ・, or ticked in a list."""

    wide = True
    keeps_text = True

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        holder = QWidget(parent)
        self._line = LineInput(holder)
        super().__init__(item, desk, holder, self._line)
        self._told: tuple[str, ...] = ()  # as it is stored
        self._button = QPushButton(self.tr("選ぶ"), holder)
        self._menu = QMenu(holder)
        self._button.setMenu(self._menu)
        self._button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._line, self._button.showMenu)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._menu.aboutToShow.connect(self._offer)
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._button)
        self._line.textEdited.connect(self._typed)
        self._line.left.connect(self.left)
        self._line.returnPressed.connect(self.entered)

    def name(self, path: str, label: str, description: str) -> None:
        super().name(path, label, description)
        self._button.setAccessibleName(self.tr("{label}を選ぶ").format(label=label))

    def _typed(self, _text: str) -> None:
        self._tell(self._names())

    def _names(self) -> tuple[str, ...]:
        """Who is named in the line; a name that several rows bear stays with the one it was picked from."""
        plan = self.desk.session.plan
        picked = {persons.shown(plan, one): one for one in self._told if one.startswith(persons.REFERENCE)}
        found = split_names(plan, self._line.text())
        return tuple(dict.fromkeys(picked.get(one, one) for one in found))

    def _tell(self, names: tuple[str, ...]) -> None:
        self._told = names
        self.edited.emit(names)

    def _offer(self) -> None:
        """Offer whom the name being typed may mean, else everybody; the ticked ones always."""
        self._menu.clear()
        people = _references(told_apart(self.desk, persons.persons(self.desk.session.plan)))
        names = self._names()
        part = next((name for name in reversed(names) if not name.startswith(persons.REFERENCE)), "")
        meant = narrowed(people, part, {})
        for reference, name in people.items():
            if reference in meant or reference in names:
                action = self._menu.addAction(name)
                action.setCheckable(True)
                action.setChecked(reference in names)
                instead = part if holds(name, part) else ""
                action.triggered.connect(
                    lambda on, one=reference, instead=instead: self._tick(one, instead, on=on)
                )
        self._menu.addSeparator()
        for name in names:
            for path, words in addable(self.desk, Shape.PEOPLE, name).items():
                self._menu.addAction(words).triggered.connect(partial(self._add, path, name))

    def _add(self, path: str, name: str, _on: bool = False) -> None:
        names = self._names()
        reference = add(self.desk, path, name)
        names = tuple(reference if one == name else one for one in names)
        self.fill(names)
        self._line.end(False)  # where the next name is written
        self._tell(names)

    def _tick(self, reference: str, instead: str, *, on: bool) -> None:
        """Name somebody or not. instead: the beginning of a name whose place the tick takes."""
        names = tuple(one for one in self._names() if one not in (reference, instead))
        names = (*names, reference) if on else names
        self.fill(names)
        self._line.end(False)  # where the next name is written
        self._tell(names)

    def fill(self, value: object) -> None:
        self._told = value if isinstance(value, tuple) else ()
        show_line(self._line, str(self.shown(value)))

    def shown(self, value: object) -> object:
        names = value if isinstance(value, tuple) else ()
        return SEPARATOR.join(persons.shown(self.desk.session.plan, one) for one in names)

    def text(self) -> str:
        return self._line.text()

    def show_text(self, text: str) -> None:
        show_line(self._line, text)

    def hint(self, text: str) -> None:
        self._line.setPlaceholderText(text)

    def commit(self) -> None:
        self._line.finish_composing()
