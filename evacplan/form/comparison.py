"""Two states of one plan compared in words, line by line: answers, marks, pictures, rows and their order.

For paper, which tells only what its reader may see, there is `changes`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from evacplan.domain import persons
from evacplan.domain.differences import Difference, How, differences
from evacplan.domain.paths import get, is_empty, split
from evacplan.domain.plan import NO_MARK, Plan
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.structure import Nested, Rows, leaves, parts
from evacplan.domain.values import Shape
from evacplan.form.mark_words import mark_words
from evacplan.form.spec import Form, Item, Repeat
from evacplan.form.words import worded

SEPARATOR = " › "


class Remark(StrEnum):
    """Why two answers differ that read the same."""

    NONE = ""
    PICTURE = "picture"  # another picture
    PERSON = "person"  # the name typed, or the row of the person
    SIGNS = "signs"  # signs that look alike, or spaces


@dataclass(frozen=True, slots=True)
class Line:
    """One difference in words. where: rows and groups it stands in, "" directly in the section.

    before, after: "" where there was or is nothing; of a whole row its name and then its answers, one a line.
    """

    what: Difference
    where: str
    label: str
    before: str
    after: str
    remark: Remark = Remark.NONE


@dataclass(frozen=True, slots=True)
class SectionLines:
    """All that differs in a section."""

    name: str
    title: str
    lines: tuple[Line, ...]


def comparison(form: Form, before: Plan, after: Plan) -> tuple[SectionLines, ...]:
    """Every difference in words, by section, in the order of the form."""
    found = in_words(form, before, after, tuple(differences(before, after)))
    by_section = (
        (one, tuple(line for line in found if line.what.section == one.name)) for one in form.sections
    )
    return tuple(SectionLines(one.name, one.title, lines) for one, lines in by_section if lines)


def in_words(form: Form, before: Plan, after: Plan, found: Sequence[Difference]) -> tuple[Line, ...]:
    """Differences between two states, in words."""
    old, new = _State(form, before), _State(form, after)
    return tuple(_line(form, old, new, each) for each in found)


def _line(form: Form, old: "_State", new: "_State", each: Difference) -> Line:
    before, after = old.told(each), new.told(each)
    there = old if each.how is How.REMOVED else new
    remark = Remark.NONE
    if before == after:
        remark = _remark(form, each.path)
    return Line(each, there.where(each.path), form.part(each.path).label, before, after, remark)


def _remark(form: Form, path: str) -> Remark:
    part = form.part(path)
    shape = part.leaf.kind.shape if isinstance(part, Item) else Shape.TEXT
    if shape is Shape.IMAGE:
        return Remark.PICTURE
    return Remark.PERSON if shape in persons.SHAPES else Remark.SIGNS


@dataclass(frozen=True, slots=True)
class _State:
    """One of the two plans, as it tells its places."""

    form: Form
    plan: Plan

    def told(self, each: Difference) -> str:
        """What stands at a place, "" where there is nothing."""
        repeat = self.form.part(each.path)
        if isinstance(repeat, Item):
            return self._answer(each.path, repeat)
        assert isinstance(repeat, Repeat)
        if each.how is How.ANSWER:
            return self._mark(each.path)
        if each.how is How.ORDER:
            return "、".join(self._named(repeat, row) for row in get(self.plan, each.path))
        holder, key = split(each.path)
        row = next((row for row in get(self.plan, holder) if row.key == key), None)
        return "\n".join(self._of_row(each.path, repeat, row)) if row is not None else ""

    def where(self, path: str) -> str:
        """The rows, records and group that a place stands in, below its section."""
        names = path.split(".")
        found = [self._called(".".join(names[:end])) for end in range(2, len(names))]
        part = self.form.part(path)
        if isinstance(part, Item) and part.group and part.group not in found:
            found.append(part.group)
        return SEPARATOR.join(one for one in found if one != part.label)

    def _called(self, path: str) -> str:
        """What a record, a list or a row is called."""
        part = self.form.part(path)
        found = get(self.plan, path)
        return self._named(part, found) if isinstance(found, Row) and isinstance(part, Repeat) else part.label

    def _of_row(self, path: str, repeat: Repeat, row: Row) -> Iterator[str]:
        """The name of a row, then each of its answers and the marks of its lists."""
        yield self._named(repeat, row)
        heading = {f"{path}.{name}" for name in repeat.heading}
        for place in self._answered(row, path):
            part = self.form.part(place)
            said = self._answer(place, part) if isinstance(part, Item) else self._mark(place)
            if said and (place not in heading or place in self.plan.marks):
                yield f"・{self._label(path, place, part.label)}　{said}"

    def _answered(self, row: Row, path: str) -> Iterator[str]:
        """The fields below a row with an answer or a mark, then its lists with a mark."""
        marks = self.plan.marks
        for place, record, leaf in leaves(row, path):
            if place in marks or not is_empty(getattr(record, leaf.name)):
                yield place
        yield from (place for place in _lists(row, path) if place in marks)

    def _label(self, row: str, path: str, label: str) -> str:
        """A label with the records and rows inside a row that it stands in."""
        names, depth = path.split("."), row.count(".") + 1
        above = [self._called(".".join(names[:end])) for end in range(depth + 1, len(names))]
        return SEPARATOR.join([*above, label])

    def _answer(self, path: str, item: Item) -> str:
        value: Any = get(self.plan, path)
        mark = self._mark(path)
        if is_empty(value):
            return mark
        said = self._value(path, item, value)
        return f"{said}（{mark}）" if mark else said

    def _value(self, path: str, item: Item, value: object) -> str:
        if item.leaf.kind.shape is Shape.IMAGE:
            return item.label
        said = worded(self.form, self.plan, item, value)
        if not item.unit_from:
            return said
        place = f"{split(path)[0]}.{item.unit_from}"
        unit = self._answer(place, self.form.item(place))
        return f"{said} {unit}" if unit else said

    def _mark(self, path: str) -> str:
        return mark_words(self.form, self.plan.marks.get(path, NO_MARK))

    def _named(self, repeat: Repeat, row: Row) -> str:
        by_name = {part.name: part for part in repeat.parts if isinstance(part, Item)}
        told: list[str] = []
        for item in (by_name[name] for name in repeat.heading if name in by_name):
            value = getattr(row, item.name)
            words = "" if is_empty(value) else worded(self.form, self.plan, item, value)
            if words and words not in "　".join(told):
                told.append(words)
        return "　".join(told) or repeat.label


def _lists(record: Record, path: str) -> Iterator[str]:
    """The paths of all lists below a record."""
    for part in parts(type(record)):
        place, found = f"{path}.{part.name}", getattr(record, part.name)
        if isinstance(part, Nested):
            yield from _lists(found, place)
        elif isinstance(part, Rows):
            yield place
            for row in found:
                yield from _lists(row, f"{place}.{row.key}")
