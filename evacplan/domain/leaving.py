"""Hands and kilograms: who carries what, in how many trips, and how many minutes that is.

Our assumptions, printed with the figures (see also `loads`): the child is carried alone, and above 20 kg by
two; a trip from the room to the car and back takes 9 minutes unless another time was entered. A load of
unknown weight counts as 0 kg in the packing, so that trips and minutes are then "at least".

What was entered as the time to load stands in the hour to leave; only where the trips take longer, they do.
Named carriers carry what they were given. What nobody was named for is spread over the adults who live
there and the supporters who help carrying.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from evacplan.domain.loads import Load, What, hands, loads
from evacplan.domain.plan import Plan
from evacplan.domain.power import exact

CHILD_FOR_TWO_KG = 20
ROUND_TRIP_MIN = 9


@dataclass(frozen=True, slots=True)
class Carrier:
    """One person and what they carry. who: a reference or a name.

    kg: of what is known; is_all_known is False with an unknown weight in it. too_heavy: pieces above the
    limit. given: the loads nobody was named for.
    """

    who: str
    limit_kg: float
    loads: tuple[Load, ...]
    given: tuple[Load, ...]
    trips: int

    @property
    def all_loads(self) -> tuple[Load, ...]:
        """What the person was named for, then what was given to them."""
        return (*self.loads, *self.given)

    @property
    def kg(self) -> float:
        """The known weights together."""
        return float(sum((exact(load.total_kg or 0) for load in self.all_loads), Fraction(0)))

    @property
    def is_all_known(self) -> bool:
        """Whether the weight of each load is known."""
        return all(load.kg is not None for load in self.all_loads)

    @property
    def too_heavy(self) -> tuple[Load, ...]:
        """What weighs more in one piece than this person carries at a time; the child is no such load."""
        return tuple(
            load
            for load in self.all_loads
            if load.what is not What.CHILD and load.kg is not None and load.kg > self.limit_kg
        )


@dataclass(frozen=True, slots=True)
class Carrying:
    """Who carries what, in how many trips. hands: how many are there; needed: how many the plan needs.

    trips and minutes: None when there is nobody to carry; is_bound: they are "at least". round_trip_min: as
    entered, else as assumed.
    """

    carriers: tuple[Carrier, ...]
    unassigned: tuple[Load, ...]
    hands: int
    needed: int
    trips: int | None
    round_trip_min: float
    is_bound: bool
    needs_two_for_child: bool

    @property
    def people(self) -> int:
        """How many carry something."""
        return sum(1 for carrier in self.carriers if carrier.all_loads)

    @property
    def minutes(self) -> float | None:
        """Minutes all trips take; everybody walks at the same time."""
        return None if self.trips is None else float(exact(self.round_trip_min) * self.trips)

    @property
    def is_short_of_hands(self) -> bool:
        """Whether the plan needs more people than are there."""
        return self.hands < self.needed


def carrying(plan: Plan, on: date) -> Carrying:
    """What is carried by whom. on: the day ages are counted to."""
    everything = loads(plan)
    people = hands(plan, on, everything)
    named = {who: [load for load in everything if load.carrier == who] for who in people}
    unassigned = tuple(load for load in everything if load.carrier is None)
    given = _spread(unassigned, people, named)
    carriers = tuple(
        Carrier(who, limit, tuple(named[who]), tuple(given[who]), _trips([*named[who], *given[who]], limit))
        for who, limit in people.items()
    )
    two = any(load.what is What.CHILD and (load.kg or 0) > CHILD_FOR_TWO_KG for load in everything)
    entered = plan.destination.round_trip_min
    return Carrying(
        carriers=carriers,
        unassigned=unassigned,
        hands=len(people),
        needed=max(plan.destination.carriers_needed or 0, 2 if two else 1),
        trips=max((carrier.trips for carrier in carriers), default=None) if people else None,
        round_trip_min=ROUND_TRIP_MIN if entered is None else entered,
        is_bound=any(load.kg is None for load in everything if load.what is not What.CHILD),
        needs_two_for_child=two,
    )


def loading_min(plan: Plan, on: date) -> float | None:
    """Minutes to load for the hour to leave: as entered, or the trips where they take longer.

    None when nothing was entered: a time nobody said stays unknown.
    """
    entered = plan.triggers.loading_min
    if entered is None:
        return None
    computed = carrying(plan, on).minutes
    return entered if computed is None else max(entered, computed)


def _trips(carried: list[Load], limit_kg: float) -> int:
    """Trips of one person: the child alone, the rest packed largest first, too heavy a piece on its own."""
    alone = sum(1 for load in carried if load.what is What.CHILD)
    pieces = [(exact(load.kg or 0), load.pieces) for load in carried if load.what is not What.CHILD]
    rooms: Counter[Fraction] = Counter()  # kilograms still free to the number of trips with that much room
    for kg, count in sorted(pieces, reverse=True):
        left = count
        for room in sorted(rooms):
            left -= _pack(rooms, room, kg, min(left, rooms[room] * _fits(room, kg, left)))
        if left:
            limit = max(exact(limit_kg), kg)
            trips = -(-left // _fits(limit, kg, left))
            rooms[limit] += trips
            _pack(rooms, limit, kg, left)
    return alone + rooms.total()


def _fits(room: Fraction, kg: Fraction, count: int) -> int:
    """How many pieces of this weight find room in one trip; all of them when they weigh nothing."""
    return int(room // kg) if kg else count


def _pack(rooms: Counter[Fraction], room: Fraction, kg: Fraction, count: int) -> int:
    """Put so many pieces, for which there is room, into trips with this much room; returns how many."""
    if count:
        fits = _fits(room, kg, count)
        full, rest = divmod(count, fits)
        rooms[room] -= full + bool(rest)
        rooms[room - fits * kg] += full
        if rest:
            rooms[room - rest * kg] += 1
    return count


def _spread(
    unassigned: tuple[Load, ...], people: dict[str, float], named: dict[str, list[Load]]
) -> dict[str, list[Load]]:
    """What nobody was named for, the heaviest first, each to whoever has fewest trips then, then least kg."""
    given: dict[str, list[Load]] = {who: [] for who in people}
    for load in sorted(unassigned, key=lambda one: (one.what is not What.CHILD, -(one.total_kg or 0))):
        able = [who for who, limit in people.items() if limit > 0]
        if able:
            chosen = min(able, key=lambda who: _after(load, who, people, named, given))
            given[chosen].append(load)
    return given


def _after(
    load: Load,
    who: str,
    people: dict[str, float],
    named: dict[str, list[Load]],
    given: dict[str, list[Load]],
) -> tuple[bool, int, float]:
    """How a person would stand with one load more: too heavy, trips, kilograms."""
    carried = [*named[who], *given[who], load]
    heavy = load.what is not What.CHILD and (load.kg or 0) > people[who]
    kg = sum(exact(one.total_kg or 0) for one in carried)
    return (heavy, _trips(carried, people[who]), float(kg))
