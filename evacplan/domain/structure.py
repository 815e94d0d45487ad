"""What a record of the plan consists of, read from its type annotations."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import EXTRAS, Extras, Section
from evacplan.domain.values import Kind, Shape


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field with an answer of its own. choices: the closed set it takes its answer from, if any."""

    name: str
    kind: Kind
    choices: type[StrEnum] | None = None


@dataclass(frozen=True, slots=True)
class Nested:
    """A record inside a record."""

    name: str
    record: type[Record]


@dataclass(frozen=True, slots=True)
class Rows:
    """Repeated records."""

    name: str
    row: type[Row]


Part = Leaf | Nested | Rows
EXTRA_KINDS = {
    "text": Kind(Shape.TEXT),
    "choice": Kind(Shape.LINE),
    "day": Kind(Shape.DAY),
    "yes_no": Kind(Shape.YES_NO),
}
_NO_PARTS = ("key", "marks", EXTRAS)


@cache
def parts(record: type[Record]) -> tuple[Part, ...]:
    """The parts of a record in the order of its declaration; a row's key, marks and extras are none."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(_part(name, hints[name]) for name in record.model_fields if name not in _NO_PARTS)


def _part(name: str, hint: Any) -> Part:
    kind, bare = _kind_of(hint)
    if kind is not None:
        return Leaf(name, kind)
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return Leaf(name, Kind(Shape.CHOICE), bare)
    if isinstance(bare, type) and issubclass(bare, Record):
        return Nested(name, bare)
    if get_origin(bare) is tuple:
        inner = get_args(bare)[0]
        if issubclass(inner, Row):
            return Rows(name, inner)
        return Leaf(name, Kind(Shape.CHOICES), inner)
    raise TypeError(f"{name}: a field needs a type with a Kind, a StrEnum, a Record or a tuple of them")


def _kind_of(hint: Any) -> tuple[Kind | None, Any]:
    if get_origin(hint) in (Union, UnionType):
        return _kind_of(next(arg for arg in get_args(hint) if arg is not type(None)))
    if get_origin(hint) is Annotated:
        found = [extra for extra in hint.__metadata__ if isinstance(extra, Kind)]
        if found:
            return found[-1], hint
        return _kind_of(get_args(hint)[0])
    return None, hint


def leaves(record: Record, prefix: str = "") -> Iterator[tuple[str, Record, Leaf]]:
    """Every leaf of a record as it stands: its path, the record that holds it, and its meaning.

    What a pack's fields were answered comes last in its section.
    """
    if isinstance(record, Extras):
        for key, extra in record.by_key.items():
            yield f"{prefix}.{key}", extra, Leaf("value", EXTRA_KINDS[extra.kind])
    for part in parts(type(record)):
        path = f"{prefix}.{part.name}" if prefix else part.name
        match part:
            case Leaf():
                yield path, record, part
            case Nested():
                yield from leaves(getattr(record, part.name), path)
            case Rows():
                for row in getattr(record, part.name):
                    yield from leaves(row, f"{path}.{row.key}")
    if isinstance(record, Section):
        yield from leaves(record.extras, f"{prefix}.{EXTRAS}" if prefix else EXTRAS)


def rows(record: Record, prefix: str = "") -> Iterator[tuple[str, Row]]:
    """Every row of a record at any depth, with its path."""
    for part in _ways_to_rows(type(record)):
        path = f"{prefix}.{part.name}" if prefix else part.name
        if isinstance(part, Nested):
            yield from rows(getattr(record, part.name), path)
        else:
            for row in getattr(record, part.name):
                yield f"{path}.{row.key}", row
                yield from rows(row, f"{path}.{row.key}")


@cache
def _ways_to_rows(record: type[Record]) -> tuple[Nested | Rows, ...]:
    """The parts of a record that are rows or hold some; the others need not be walked at every save."""
    return tuple(
        part
        for part in parts(record)
        if isinstance(part, Rows) or (isinstance(part, Nested) and _ways_to_rows(part.record))
    )
