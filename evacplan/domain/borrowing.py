"""What a plan can take over from another one: what is empty here and answered there.

Agreements, consents and what belongs to one patient alone are never taken over, nor are marks: nobody has
confirmed anything for this child.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from evacplan.domain import persons, references, structure
from evacplan.domain.paths import get, is_empty, put
from evacplan.domain.plan import NO_MARK, Plan, new_key
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.structure import Leaf, Nested, Rows

NEVER = frozenset(
    {
        "agreed",
        "agreed_on",
        "agreed_by",
        "agreed_in_writing",
        "consent_on",
        "consent_scope",
        "registered",
        "patient_number",
    }
)
AnyRecord = TypeVar("AnyRecord", bound=Record)


def fillable(plan: Plan, source: Plan, places: Iterable[str]) -> list[str]:
    """The fields and lists that would be filled. places: sections, records, lists or fields."""
    return [path for place in places for path in _fillable(plan, source, place)]


def _fillable(plan: Plan, source: Plan, place: str) -> Iterator[str]:
    value = get(source, place)
    if isinstance(value, Record):
        for part in structure.parts(type(value)):
            yield from _fillable(plan, source, f"{place}.{part.name}")
    elif place.rpartition(".")[2] not in NEVER and not is_empty(value) and _is_free(plan, place):
        yield place


def _is_free(plan: Plan, place: str) -> bool:
    """Whether nothing was answered here, なし and 未確認 included."""
    return is_empty(get(plan, place)) and plan.marks.get(place, NO_MARK).is_empty


def borrowed(plan: Plan, source: Plan, places: Iterable[str]) -> Plan:
    """The plan with everything that is fillable; rows get keys of their own, and references follow them."""
    paths = fillable(plan, source, places)
    keys: dict[str, str] = {}
    for path in paths:
        value = get(source, path)
        is_list = any(isinstance(one, Row) for one in value) if isinstance(value, tuple) else False
        plan = put(plan, path, tuple(_anew(row, keys) for row in value) if is_list else value)
    for path, value, leaf in tuple(references.named(plan)):
        if any(f"{path}.".startswith(f"{place}.") for place in paths):
            names = {one: _reference(plan, source, one, leaf, keys) for one in value}
            plan = references.with_other_names(plan, path, leaf, value, names)
    return plan


def _anew(record: AnyRecord, keys: dict[str, str]) -> AnyRecord:
    """A record without what is never taken over. keys: gets the new key of each of its rows."""
    update: dict[str, object] = {}
    for part in structure.parts(type(record)):
        value = getattr(record, part.name)
        match part:
            case Rows():
                update[part.name] = tuple(_anew(row, keys) for row in value)
            case Nested():
                update[part.name] = _anew(value, keys)
            case Leaf() if part.name in NEVER:
                update[part.name] = () if isinstance(value, tuple) else None
    if isinstance(record, Row):
        update["key"] = keys[record.key] = new_key()
    return record.model_copy(update=update)


def _reference(plan: Plan, source: Plan, one: str, leaf: Leaf, keys: dict[str, str]) -> str:
    """What stands for a person here: the row that came along, one with that name, or the name alone."""
    key = one.removeprefix(persons.REFERENCE)
    if persons.row_of(source, one) is None:
        return one
    if key in keys:
        return f"{persons.REFERENCE}{keys[key]}"
    name = references.name_for(source, one, leaf)
    same = persons.row_of(plan, one) is not None and references.name_for(plan, one, leaf) == name
    return one if same else persons.as_reference(plan, name)
