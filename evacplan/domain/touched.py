"""Which places differ between two states of a plan, by path alone."""

from collections.abc import Iterator, Mapping
from typing import Any

from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import Extras


def touched(before: Record, after: Record) -> frozenset[str]:
    """The paths of fields, marks and whole rows that differ; of a list whose order alone does, the list."""
    return frozenset(_record(before, after, ""))


def _record(before: Record, after: Record, prefix: str) -> Iterator[str]:
    if before is after:
        return
    if isinstance(before, Extras) and isinstance(after, Extras):
        yield from (f"{prefix}{key}" for key in _differing(before.by_key, after.by_key))
    for name in type(after).model_fields:
        yield from _value(getattr(before, name), getattr(after, name), f"{prefix}{name}")


def _value(before: Any, after: Any, path: str) -> Iterator[str]:
    if before is after or before == after:
        return
    if isinstance(before, Record) and isinstance(after, Record):
        yield from _record(before, after, f"{path}.")
    elif isinstance(before, dict) and isinstance(after, dict):
        # Marks stand under the path of their field.
        yield from _differing(before, after)
    elif _are_rows(before) and _are_rows(after):
        yield from _rows(before, after, path)
    else:
        yield path


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    return (key for key in before.keys() | after.keys() if before.get(key) != after.get(key))


def _rows(before: tuple[Row, ...], after: tuple[Row, ...], path: str) -> Iterator[str]:
    was, now = {row.key: row for row in before}, {row.key: row for row in after}
    yield from (f"{path}.{key}" for key in was.keys() ^ now.keys())
    for key in was.keys() & now.keys():
        yield from _record(was[key], now[key], f"{path}.{key}.")
    if [key for key in was if key in now] != [key for key in now if key in was]:
        yield path


def _are_rows(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(row, Row) for row in value)
