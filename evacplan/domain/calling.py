"""The telephone numbers of people and companies that have a row of their own, to be written down once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evacplan.domain.paths import exists, get, is_empty, put, split
from evacplan.domain.persons import REFERENCE, row_of
from evacplan.domain.plan import Plan
from evacplan.domain.plan.care import Doctor
from evacplan.domain.plan.child import Facility, FamilyMember
from evacplan.domain.plan.devices import Supplier
from evacplan.domain.plan.people import Supporter, TeamMember

# Below a record: the field that names somebody, and the fields for their numbers by day and by night.
_NAMED = {
    "contacts.chain": ("who", "phone_day", "phone_night"),
    "contacts": ("relay_contact", "relay_phone", ""),
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """By day, and at night where that is written too; "" where there is none."""

    day: str = ""
    night: str = ""


def numbers_of(plan: Plan, reference: str) -> Numbers:
    """The numbers that the row behind a reference has, or that the family's list of mobiles has for it.

    Of somebody with several mobiles it is the first, which is the one to call first; of somebody with none
    the number that the calls already have.
    """
    return _own_numbers(plan, reference) or _called(plan, reference)


def _own_numbers(plan: Plan, reference: str) -> Numbers | None:
    match row_of(plan, reference):
        case FamilyMember():
            mine = (row.phone for row in plan.child.mobiles if row.owner == reference and row.phone)
            return _some(next(mine, None))
        case Doctor() as row:
            return _some(row.phone_day, row.phone_night)
        case Supplier() as row if row.phone_24h:
            return _some(row.phone_24h, row.phone_24h)
        case Supplier() as row:
            return _some(row.phone_day)
        case Supporter() | TeamMember() | Facility() as row:
            return _some(row.phone)
    return None


def _called(plan: Plan, reference: str) -> Numbers:
    same = (row for row in plan.contacts.chain if row.who == reference)
    return next((found for row in same if (found := _some(row.phone_day, row.phone_night))), Numbers())


def _some(day: str | None, night: str | None = None) -> Numbers | None:
    return Numbers(day or "", night or "") if day or night else None


def with_numbers(plan: Plan, path: str) -> Plan:
    """The plan with the numbers of whom a field names, where none is written and none was answered for.

    path: the field that was filled in; the same plan comes back where it names nobody to be called.
    """
    holder, name = split(path)
    list_path, _ = split(holder)
    fields = _NAMED.get(list_path) or _NAMED.get(holder)
    if fields is None or fields[0] != name or not exists(plan, path):
        return plan
    named = get(plan, path)
    if not isinstance(named, str) or not named.startswith(REFERENCE):
        return plan
    found = numbers_of(plan, named)
    _, day, night = fields
    return _filled(plan, holder, {day: found.day, night: found.night})


def _filled(plan: Plan, holder: str, numbers: Mapping[str, str]) -> Plan:
    """All of them or none: a number by day beside another one's number at night would be two people's."""
    wanted = {f"{holder}.{name}": number for name, number in numbers.items() if name and number}
    if any(not is_empty(get(plan, path)) or path in plan.marks for path in wanted):
        return plan
    for path, number in wanted.items():
        plan = put(plan, path, number)
    return plan
