"""What has to be carried when they leave, and who is there to carry it.

The limits are our assumptions, printed with the figures: an adult carries up to 15 kg at a time, somebody
of 65 years or more, or of 12 to 14, up to 8 kg, a younger child nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evacplan.domain.choices import Priority, SupporterRole
from evacplan.domain.paths import is_empty
from evacplan.domain.persons import REFERENCE, as_reference, row_of
from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.child import FamilyMember
from evacplan.domain.power import exact
from evacplan.domain.wareki import age_on

ADULT_KG = 15
LIGHT_KG = 8
ADULT_FROM, OLD_FROM, YOUNG_FROM = 15, 65, 12
CHILD = "child"
BAG = "supplies"


class What(StrEnum):
    """What is carried."""

    CHILD = "child"
    DEVICE = "device"
    CYLINDER = "cylinder"
    BAG = "bag"
    PORTABLE = "portable"


@dataclass(frozen=True, slots=True)
class Load:
    """One thing to carry, or several alike.

    place: the path of its row, "child" or "supplies" for the bag. kg: of one piece, None when unknown.
    carrier: who was named for it, None when nobody was.
    """

    what: What
    place: str
    kg: float | None
    carrier: str | None
    pieces: int = 1

    @property
    def total_kg(self) -> float | None:
        """Kilograms of all pieces, None when unknown."""
        return None if self.kg is None else float(exact(self.kg) * self.pieces)


def companions(plan: Plan) -> int:
    """How many of the family go along: those named, else all who live with the child."""
    named = [who for who in plan.destination.companions if who.strip()]
    return len(set(named)) if named else len(list(_at_home(plan)))


def loads(plan: Plan) -> tuple[Load, ...]:
    """Everything that has to be carried, the child first; what is marked なし at its carrier stays.

    Devices of priority A and B go along, C and D and the portable storages only with somebody named.
    """
    return tuple(
        load for load in _every_load(plan) if not _says_none(plan, _carrier_place(load)) and load.pieces
    )


def _every_load(plan: Plan) -> Iterator[Load]:
    yield Load(What.CHILD, CHILD, plan.child.weight_kg, _who(plan, plan.destination.child_carrier))
    for device in plan.devices.devices:
        carrier = _who(plan, device.carrier)
        vital = device.priority in (None, Priority.A, Priority.B)
        if not _is_blank(device) and (vital or carrier):
            yield Load(What.DEVICE, f"devices.devices.{device.key}", device.weight_kg, carrier)
    if plan.oxygen.may_be_used:
        for row in plan.oxygen.cylinders:
            if not _is_blank(row):
                count = 1 if row.count is None else row.count
                place = f"oxygen.cylinders.{row.key}"
                yield Load(What.CYLINDER, place, row.weight_kg, _who(plan, row.carrier), count)
    for storage in plan.power_sources.portables:
        if carrier := _who(plan, storage.carrier):
            place = f"power_sources.portables.{storage.key}"
            yield Load(What.PORTABLE, place, storage.weight_kg, carrier)
    bag = plan.supplies
    if not all(is_empty(one) for one in (bag.bag_owner, bag.bag_weight_kg, bag.bag_kind, bag.bag_place)):
        yield Load(What.BAG, BAG, bag.bag_weight_kg, _who(plan, bag.bag_owner))


def _carrier_place(load: Load) -> str:
    if load.what is What.CHILD:
        return "destination.child_carrier"
    return "supplies.bag_owner" if load.what is What.BAG else f"{load.place}.carrier"


def _says_none(plan: Plan, path: str) -> bool:
    mark = plan.marks.get(path)
    return mark is not None and mark.none


def _who(plan: Plan, named: str | None) -> str | None:
    """Who was named: the reference to their row where there is one, so that nobody counts twice."""
    if not named or not named.strip():
        return None
    return named if named.startswith(REFERENCE) else as_reference(plan, named)


def _is_blank(row: Row) -> bool:
    return row == type(row)(key=row.key)


def _at_home(plan: Plan) -> Iterator[FamilyMember]:
    """Who lives with the child; who was not asked counts as living there."""
    return (row for row in plan.child.household if row.living_together is not False and not _is_blank(row))


def hands(plan: Plan, on: date, everything: Iterable[Load]) -> dict[str, float]:
    """Who is there to carry, with kilograms at a time: who was named, the adults at home, the supporters."""
    found: dict[str, float] = {}
    for load in everything:
        if load.carrier is not None:
            found.setdefault(load.carrier, _limit(plan, load.carrier, on))
    for member in _at_home(plan):
        if _is_adult(plan, member, on):
            found.setdefault(f"{REFERENCE}{member.key}", _limit(plan, f"{REFERENCE}{member.key}", on))
    for supporter in plan.supporters.supporters:
        if SupporterRole.CARRYING in supporter.roles:
            found.setdefault(f"{REFERENCE}{supporter.key}", ADULT_KG)
    return found


def _is_adult(plan: Plan, member: FamilyMember, on: date) -> bool:
    """Whether somebody is 15 or older; of unknown age only who is named as a carer or can do the care."""
    age = _age(member, on)
    if age is not None:
        return age >= ADULT_FROM
    carers = (plan.child.main_carer, plan.child.second_carer, plan.child.third_carer)
    return f"{REFERENCE}{member.key}" in carers or bool(member.care_skills)


def _age(member: FamilyMember, on: date) -> int | None:
    return member.age if member.birth_on is None or member.birth_on > on else age_on(member.birth_on, on)


def _limit(plan: Plan, who: str, on: date) -> float:
    """Kilograms a person carries at a time; whose age is unknown counts as an adult."""
    row = row_of(plan, who)
    age = _age(row, on) if isinstance(row, FamilyMember) else None
    if age is None or ADULT_FROM <= age < OLD_FROM:
        return ADULT_KG
    return LIGHT_KG if age >= YOUNG_FROM else 0
