"""Where two states of one plan differ, place by place; rows are the same where their keys are.

Each leaf that is another than before (its value, its mark, or that it is there at all) lies at exactly one
difference, and every list whose rows stand in another order is one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from evacplan.domain.paths import get, split
from evacplan.domain.plan import NO_MARK, SECTIONS, Plan
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import EXTRAS, Extras
from evacplan.domain.structure import Leaf, Nested, Rows, parts


class How(StrEnum):
    """What happened at a place."""

    ANSWER = "answer"  # the value or the mark of a field, or the mark of a whole list
    ADDED = "added"  # a row, with all that stands in it
    REMOVED = "removed"
    ORDER = "order"  # of the rows that stand in both lists


@dataclass(frozen=True, slots=True)
class Difference:
    """path: of the field, the row or the list."""

    path: str
    how: How

    @property
    def section(self) -> str:
        return self.path.partition(".")[0]

    def covers(self, path: str) -> bool:
        """Whether what happened to a field or a list is told here."""
        is_row = self.how in (How.ADDED, How.REMOVED)
        return path == self.path if not is_row else path.startswith(f"{self.path}.")


def differences(before: Plan, after: Plan) -> Iterator[Difference]:
    """Every difference between two states of a plan, in the order of its sections."""
    old, new = before.marks, after.marks
    marked = {path for path in old.keys() | new.keys() if old.get(path, NO_MARK) != new.get(path, NO_MARK)}
    marked_sections = {path.partition(".")[0] for path in marked}
    for name in SECTIONS:
        was, is_now = getattr(before, name), getattr(after, name)
        if name in marked_sections or was != is_now:
            yield from _of_record(was, is_now, name, marked)
            yield from _of_extras(was.extras, is_now.extras, f"{name}.{EXTRAS}", marked)


def _of_extras(old: Extras, new: Extras, prefix: str, marked: set[str]) -> Iterator[Difference]:
    keys = dict.fromkeys([*old.by_key, *new.by_key])
    without = sorted(place for place in marked if place.startswith(f"{prefix}."))
    for path in dict.fromkeys([*(f"{prefix}.{key}" for key in keys), *without]):
        if path in marked or get(old, split(path)[1]) != get(new, split(path)[1]):
            yield Difference(path, How.ANSWER)


def _of_record(old: Record, new: Record, prefix: str, marked: set[str]) -> Iterator[Difference]:
    for part in parts(type(new)):
        path = f"{prefix}.{part.name}"
        was, is_now = getattr(old, part.name), getattr(new, part.name)
        match part:
            case Leaf():
                if was != is_now or path in marked:
                    yield Difference(path, How.ANSWER)
            case Nested():
                yield from _of_record(was, is_now, path, marked)
            case Rows():
                if path in marked:
                    yield Difference(path, How.ANSWER)
                yield from _of_list(was, is_now, path, marked)


def _of_list(old: tuple[Row, ...], new: tuple[Row, ...], path: str, marked: set[str]) -> Iterator[Difference]:
    before, after = {row.key: row for row in old}, {row.key: row for row in new}
    yield from (Difference(f"{path}.{key}", How.REMOVED) for key in before if key not in after)
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield Difference(path, How.ORDER)
    for key, row in after.items():
        if key in before:
            yield from _of_record(before[key], row, f"{path}.{key}", marked)
        else:
            yield Difference(f"{path}.{key}", How.ADDED)
