"""What differs between two states of one plan, field by field and in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from evacplan.domain.paths import get, is_empty
from evacplan.domain.plan import NO_MARK, Plan
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import EXTRAS, Section
from evacplan.domain.structure import Leaf, Nested, Rows, parts, rows
from evacplan.domain.values import Shape
from evacplan.form.spec import Form, Item, Repeat
from evacplan.form.words import worded

MaySee = Callable[[Item], bool]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. path: of the field, the row or, where only the order differs, the list.

    where: the row or section it stands in. before, after: "" where there was or is nothing; for a whole row,
    what it is called.
    """

    path: str
    where: str
    label: str
    before: str
    after: str
    is_order: bool = False


def changes(
    form: Form, before: Plan, after: Plan, may_see: MaySee = lambda _item: True
) -> tuple[Change, ...]:
    """Every difference between two states of a plan in the order of the form, told by what may be seen."""
    row_paths = frozenset(path for path, _ in rows(after))
    return tuple(_Comparison(form, before, after, may_see, row_paths).of_record(before, after, ""))


@dataclass(frozen=True, slots=True)
class _Comparison:
    form: Form
    before: Plan
    after: Plan
    may_see: MaySee
    rows: frozenset[str]

    def of_record(self, old: Record, new: Record, prefix: str) -> Iterator[Change]:
        """The differences below a record that stands in both plans."""
        place = self.form.part(prefix).path if "." in prefix else prefix
        for part in parts(type(new)):
            path = f"{prefix}.{part.name}" if prefix else part.name
            was, is_now = getattr(old, part.name), getattr(new, part.name)
            match part:
                case Leaf():
                    yield from self._of_field(path, self.form.item(f"{place}.{part.name}"), was, is_now)
                case Nested():
                    yield from self.of_record(was, is_now, path)
                case Rows():
                    yield from self._of_list(path, was, is_now)
        if isinstance(old, Section) and isinstance(new, Section):
            for key in dict.fromkeys([*old.extras.by_key, *new.extras.by_key]):
                path = f"{prefix}.{EXTRAS}.{key}"
                yield from self._of_field(
                    path, self.form.item(path), get(self.before, path), get(self.after, path)
                )

    def _of_field(self, path: str, item: Item, was: Any, is_now: Any) -> Iterator[Change]:
        if not self.may_see(item):
            return
        old, new = self._text(self.before, path, item, was), self._text(self.after, path, item, is_now)
        another_picture = item.leaf.kind.shape is Shape.IMAGE and was != is_now
        if old != new or another_picture:
            yield Change(path, self._where(path, item), item.label, old, new)

    def _of_list(self, path: str, was: tuple[Row, ...], is_now: tuple[Row, ...]) -> Iterator[Change]:
        repeat = self.form.part(path)
        assert isinstance(repeat, Repeat)
        if not any(self.may_see(item) for item in _items(repeat)):
            return
        before, after = {row.key: row for row in was}, {row.key: row for row in is_now}
        old, new = [row.key for row in was], [row.key for row in is_now]
        for key in old:
            if key not in new:
                row = f"{path}.{key}"
                yield Change(row, repeat.label, repeat.label, self._called(self.before, repeat, row), "")
        for key in new:
            row = f"{path}.{key}"
            if key in old:
                yield from self.of_record(before[key], after[key], row)
            else:
                yield Change(row, repeat.label, repeat.label, "", self._called(self.after, repeat, row))
        common = set(old) & set(new)
        if repeat.ordered and [key for key in old if key in common] != [key for key in new if key in common]:
            yield Change(path, self._section(path), repeat.label, "", "", is_order=True)

    def _text(self, plan: Plan, path: str, item: Item, value: Any) -> str:
        mark = plan.marks.get(path, NO_MARK)
        if mark.none or mark.unknown:
            return self.form.answers.none if mark.none else self.form.answers.unknown
        if is_empty(value):
            return ""
        return item.label if item.leaf.kind.shape is Shape.IMAGE else worded(self.form, plan, item, value)

    def _called(self, plan: Plan, repeat: Repeat, row: str) -> str:
        """What a row is called, by the fields that may be seen."""
        items = [self.form.item(f"{row}.{name}") for name in repeat.heading]
        places = [(f"{row}.{item.name}", item) for item in items if self.may_see(item)]
        told = [self._text(plan, place, item, get(plan, place)) for place, item in places]
        return "　".join(filter(None, told)) or repeat.label

    def _where(self, path: str, item: Item) -> str:
        """The row, else the group or section, in which a field stands."""
        names = path.split(".")
        for end in range(3, len(names)):
            above = ".".join(names[:end])
            part = self.form.part(above)
            if isinstance(part, Repeat) and above in self.rows:
                return self._called(self.after, part, above)
        return item.group or self._section(path)

    def _section(self, path: str) -> str:
        return self.form.section(path.partition(".")[0]).title


def _items(part: Any) -> Iterator[Item]:
    for inner in part.parts:
        if isinstance(inner, Item):
            yield inner
        else:
            yield from _items(inner)
