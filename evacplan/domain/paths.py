"""Places in a plan: "child.name", "devices.devices.<row key>.battery_h", "care.baseline.spo2_low".

A row is named by its key, not its position, so that a mark stays with its answer when rows are moved.
"home.extras.<key>" is the answer to a field of a pack, None while there is none; what is put there is the
answer with its kind and label, see plan/extras.py.
"""

from functools import cache
from typing import Any, TypeVar

from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import Extras, kind_of

AnyRecord = TypeVar("AnyRecord", bound=Record)


class NoSuchPlaceError(LookupError):
    """A path that leads nowhere; its text is the path, never a value."""


def get(record: Record, path: str) -> Any:
    """What stands at a path: a value, a record, a row or a tuple of rows. Raises NoSuchPlaceError."""
    found: Any = record
    for name in path.split("."):
        found = _step(found, name, path)
    return found


def _step(where: Any, name: str, path: str) -> Any:
    kind: type[Record] = type(where)  # or of a tuple or an answer, which have no fields
    if isinstance(where, tuple):
        for row in where:
            if getattr(row, "key", None) == name and isinstance(row, Row):
                return row
    elif name in _fields(kind):
        return getattr(where, name)
    elif isinstance(where, Extras) and kind_of(name) is not None:
        extra = where.by_key.get(name)
        return None if extra is None else extra.value
    raise NoSuchPlaceError(path)


@cache
def _fields(kind: type[Record]) -> frozenset[str]:
    """The fields of a kind of record, none of anything else."""
    return frozenset(kind.model_fields if issubclass(kind, Record) else ())


def held(record: Record, path: str) -> Any:
    """What `put` takes to bring the answer at a path back: that of a pack's field has its kind and label."""
    above, _, name = path.rpartition(".")
    holder = get(record, above) if above else record
    return holder.by_key.get(name) if isinstance(holder, Extras) else get(record, path)


def exists(record: Record, path: str) -> bool:
    """Whether a path leads somewhere."""
    try:
        get(record, path)
    except NoSuchPlaceError:
        return False
    return True


def put(record: AnyRecord, path: str, value: object) -> AnyRecord:
    """The record with another value at a path; only the record that holds it is validated again.

    Raises NoSuchPlaceError, or pydantic's ValidationError when the value does not fit.
    """
    head, _, rest = path.partition(".")
    if isinstance(record, Extras) and kind_of(path) is not None:
        others = {key: extra for key, extra in record.by_key.items() if key != path}
        return type(record).model_validate(others if value is None else {**record.by_key, path: value})
    if head not in type(record).model_fields:
        raise NoSuchPlaceError(path)
    if not rest:
        return type(record).model_validate({**dict(record), head: value})
    inner = getattr(record, head)
    if isinstance(inner, tuple):
        changed: object = _put_row(inner, rest, value)
    elif isinstance(inner, Record):
        changed = put(inner, rest, value)
    else:
        raise NoSuchPlaceError(path)
    return record.model_copy(update={head: changed})


def _put_row(rows: tuple[object, ...], path: str, value: object) -> tuple[object, ...]:
    key, _, rest = path.partition(".")
    if not rest or not any(isinstance(row, Row) and row.key == key for row in rows):
        raise NoSuchPlaceError(path)
    return tuple(put(row, rest, value) if isinstance(row, Row) and row.key == key else row for row in rows)


def split(path: str) -> tuple[str, str]:
    """The path of what holds a place, and the last name: ("devices.devices.r1", "model")."""
    parent, _, name = path.rpartition(".")
    return parent, name


def is_empty(value: object) -> bool:
    """Whether a value is no answer: None, a text of blanks or an empty tuple. 0 and False are answers."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())
