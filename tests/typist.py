"""A coordinator at the interview: types a whole plan into the window by keys and an input method alone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from evacplan.domain import persons
from evacplan.domain.paths import exists, get, is_empty
from evacplan.domain.plan import Mark, Plan, Record, Row
from evacplan.domain.values import Shape
from evacplan.domain.wareki import format_day
from evacplan.form.spec import Form, FormPart, Item, Repeat, SubRecord
from evacplan.ui.block import Place
from evacplan.ui.editors.field import named_fields
from evacplan.ui.interview import InterviewPage
from evacplan.ui.keys import SECTION_KEYS
from evacplan.ui.rows_page import RowsEditor
from tests.hands import ALT, CTRL, SHIFT, Hands, Spelling

_MOST_STOPS = 80


class Typist:
    """Types a plan into an open, empty interview, in the order of the form."""

    def __init__(self, page: InterviewPage, form: Form, sample: Plan) -> None:
        self._page = page
        self._form = form
        self._sample = sample
        self._hands = Hands()
        self._spell = Spelling(sample)
        self._confirmer = ""
        self._too_early: list[tuple[str, Item, object]] = []

    def type_all(self) -> None:
        """Every section after the other; then, again, the names that were not yet in the plan when typed."""
        for number, section in enumerate(self._form.sections):
            if number:
                self._hands.press(Qt.Key.Key_PageDown, CTRL)
            assert self._page.current_section == section.name
            self._fill(section.parts, getattr(self._sample, section.name), section.name, section.name)
        for path, item, value in self._too_early:
            self._go(path)
            self._hands.rewrite(self._spell(item, value))
            self._hands.press(Qt.Key.Key_Tab)
            assert _is_reference(get(self._plan, path)), f"{path} names nobody in the plan"

    @property
    def strokes(self) -> tuple[int, int]:
        """How many letters were typed so far, and how many other keys."""
        return self._hands.letters, self._hands.commands

    # Where the cursor is

    @property
    def _plan(self) -> Plan:
        return self._page._session.plan

    @property
    def _place(self) -> Place:
        """The field or list the cursor is in."""
        found = self._page.current_place
        cursor = QApplication.focusWidget()
        assert found is not None
        assert cursor is not None
        assert found is cursor or found.isAncestorOf(cursor), f"{found.path} has not the cursor"
        return found

    def _order(self) -> list[str]:
        """The fields and lists of the page that are not folded away, in the order of the form."""
        page = self._page._pages.section_page()
        assert page is not None
        return [place.path for place in page.block.places()]

    def _reach(self, path: str) -> None:
        """Press Tab until the cursor is in a field or list; it must not jump over it on the way."""
        for _ in range(_MOST_STOPS):
            here, order = self._place.path, self._order()
            if here == path:
                return
            assert path in order, f"{path} is not on the page"
            assert order.index(here) < order.index(path), f"Tab led past {path} to {here}"
            self._hands.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{path} is too far from {here}")

    def _go(self, path: str) -> None:
        """Open a section with its key, the rows on the way with the arrows, and reach the field."""
        names = [section.name for section in self._form.sections]
        key = SECTION_KEYS[names.index(path.partition(".")[0])]
        digit = Qt.Key(Qt.Key.Key_0 + int(key[-1]))
        self._hands.press(digit, CTRL | ALT if "Alt" in key else CTRL)
        for list_path, row_path in _rows_on_the_way(path, self._plan):
            self._reach(list_path)
            self._open_row(row_path)
        self._reach(path)

    def _open_row(self, row_path: str) -> None:
        rows = self._place
        assert isinstance(rows, RowsEditor)
        if not rows.chosen_path:
            self._hands.press(Qt.Key.Key_Return)
        for _ in rows.rows():
            if rows.chosen_path == row_path:
                return
            self._hands.press(Qt.Key.Key_Right)
        raise AssertionError(f"{row_path} was not opened")

    # Records and rows

    def _fill(self, parts: tuple[FormPart, ...], record: Record, theirs: str, ours: str) -> None:
        """Type a record. theirs, ours: its path in the sample and in the window; row keys differ."""
        for part in parts:
            name = part.path.rpartition(".")[2]
            value, path = getattr(record, name), f"{ours}.{name}"
            mark = self._sample.marks.get(f"{theirs}.{name}", Mark())
            if isinstance(part, SubRecord):
                self._fill(part.parts, value, f"{theirs}.{name}", path)
            elif not is_empty(value) or not mark.is_empty:
                self._reach(path)
                if isinstance(part, Item):
                    self._answer(part, value)
                else:
                    self._add_rows(part, value, f"{theirs}.{name}", path)
                self._mark(mark)

    def _add_rows(self, repeat: Repeat, rows: tuple[Row, ...], theirs: str, ours: str) -> None:
        for row in rows:
            self._into_list(ours)
            self._hands.press(Qt.Key.Key_Return, CTRL)
            added = self._place.path.removeprefix(f"{ours}.").partition(".")[0]
            self._fill(repeat.parts, row, f"{theirs}.{row.key}", f"{ours}.{added}")

    def _into_list(self, path: str) -> None:
        """Go back until the list that Ctrl+Enter adds to is this one."""
        for _ in range(_MOST_STOPS):
            if _innermost_list() == path:
                return
            self._hands.press(Qt.Key.Key_Backtab, SHIFT)
        raise AssertionError(f"no way back to {path}")

    # One answer

    def _answer(self, item: Item, value: object) -> None:
        shape, path = item.leaf.kind.shape, self._place.path
        if is_empty(value):
            return
        if shape is Shape.YES_NO:
            self._hands.keys("1" if value else "2")
        elif shape is Shape.CHOICE:
            self._choose(item, value)
        elif shape is Shape.CHOICES:
            self._tick(item, value)
        elif shape is Shape.FIELD:
            self._hands.write(self._name_of_field(str(value)))
        else:
            self._hands.write(self._spell(item, value))
        if _is_reference(value) and not self._has_row_for(item, value):
            self._too_early.append((path, item, value))

    def _has_row_for(self, item: Item, value: object) -> bool:
        """Whether everybody who was named already has a row of their own."""
        typed = self._spell(item, value).split("、")
        return all(persons.as_reference(self._plan, name) != name for name in typed)

    def _choose(self, item: Item, value: object) -> None:
        self._hands.keys(str([answer for answer, _ in self._answers(item)].index(value) + 1))

    def _answers(self, item: Item) -> list[tuple[object, str]]:
        assert item.leaf.choices is not None
        words = self._form.choices[item.leaf.choices.__name__]
        return [(member, words[member.value]) for member in item.leaf.choices]

    def _name_of_field(self, path: str) -> str:
        """The shortest end of a field's full name that no other field's name holds."""
        names = dict(named_fields(self._form))
        parts = names[path].split(" › ")
        ends = [" › ".join(parts[at:]) for at in reversed(range(len(parts)))]
        return next(end for end in ends if sum(end in name for name in names.values()) == 1)

    def _tick(self, item: Item, values: object) -> None:
        """Tick answers by their figures; what comes after the ninth by the arrows and the space bar."""
        assert isinstance(values, tuple)
        members, at = [member for member, _ in self._answers(item)], 0
        for index in map(members.index, values):
            if index < 9:
                self._hands.keys(str(index + 1))
            else:
                self._hands.press(Qt.Key.Key_Right, times=(index - at) % len(members))
                self._hands.press(Qt.Key.Key_Space)
            at = index

    def _mark(self, mark: Mark) -> None:
        if mark.none:
            self._hands.press(Qt.Key.Key_F3)
        if mark.unknown:
            self._hands.press(Qt.Key.Key_F4)
            self._hands.write(mark.ask_whom or "")
            self._hands.press(Qt.Key.Key_Return)
            self._hands.write(format_day(mark.ask_until) if mark.ask_until else "")
            self._hands.press(Qt.Key.Key_Return)
        if mark.confirmed_by:
            self._confirm(mark.confirmed_by)

    def _confirm(self, by: str) -> None:
        """F6 asks for a name the first time only; Shift+F6 asks again."""
        self._hands.press(Qt.Key.Key_F6, SHIFT if self._confirmer not in ("", by) else Qt.KeyboardModifier(0))
        if by != self._confirmer:
            self._hands.rewrite(by)
            self._hands.press(Qt.Key.Key_Return)
        self._confirmer = by


def _innermost_list() -> str:
    """The list the cursor is in, "" when it is in none."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, RowsEditor):
        widget = widget.parentWidget()
    return widget.path if widget is not None else ""


def _is_reference(value: object) -> bool:
    """Whether an answer points at people or companies of the plan."""
    names = value if isinstance(value, tuple) else (value,)
    return bool(names) and all(isinstance(one, str) and one.startswith(persons.REFERENCE) for one in names)


def _rows_on_the_way(path: str, plan: Plan) -> Iterator[tuple[str, str]]:
    """Each list that a path goes through, with the row it goes on in."""
    names = path.split(".")
    for end in range(1, len(names)):
        list_path, row_path = ".".join(names[:end]), ".".join(names[: end + 1])
        if exists(plan, row_path) and isinstance(get(plan, row_path), Row):
            yield list_path, row_path
