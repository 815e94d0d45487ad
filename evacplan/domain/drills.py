"""What a drill measured, and which answers of the plan it could change; only when somebody agrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from evacplan.domain.plan import Plan
from evacplan.domain.plan.home import TriggersSection
from evacplan.domain.plan.review import Drill
from evacplan.domain.times import MINUTES_A_DAY, parse_clock

LONGEST_MIN = 12 * 60


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer that a drill could change. now: what stands there. path: of the field, with row keys."""

    path: str
    minutes: int
    now: float | None

    @property
    def is_shorter(self) -> bool:
        """Whether the plan would count with less time than it does."""
        return self.now is not None and self.minutes < self.now


def last_drill(plan: Plan, today: date) -> Drill | None:
    """The latest drill that was held; what is only planned is none."""
    held = [row for row in plan.review.drills if row.held_on and row.held_on <= today]
    return max(held, key=lambda row: row.held_on or date.min, default=None)


def until_left_min(drill: Drill) -> int | None:
    """Minutes from the start until they left home: getting ready and loading together."""
    return _between(drill.started_at, drill.left_at)


def travel_min(drill: Drill) -> int | None:
    """Minutes from home to the destination."""
    return _between(drill.left_at, drill.arrived_at)


def planned_until_left_min(triggers: TriggersSection) -> float | None:
    """Minutes the plan allows for getting ready and loading; None while one of them is empty."""
    if triggers.preparation_min is None or triggers.loading_min is None:
        return None
    return triggers.preparation_min + triggers.loading_min


def offers(plan: Plan, drill: Drill) -> tuple[Offer, ...]:
    """What the drill could change; nothing that says so already.

    A drill does not tell loading from getting ready: what was entered for loading is taken off, and where
    that is empty, or nothing would be left, nothing is offered.
    """
    return tuple(offer for offer in _offers(plan, drill) if offer.minutes != offer.now)


def _offers(plan: Plan, drill: Drill) -> Iterator[Offer]:
    triggers, left, travel = plan.triggers, until_left_min(drill), travel_min(drill)
    if left is not None and triggers.loading_min is not None and left > triggers.loading_min:
        ready = ceil(left - triggers.loading_min)  # never less than was measured
        yield Offer("triggers.preparation_min", ready, triggers.preparation_min)
    if travel is not None:
        yield Offer("triggers.travel_measured_min", travel, triggers.travel_measured_min)
        for route in plan.destination.routes:
            yield Offer(f"destination.routes.{route.key}.measured_min", travel, route.measured_min)


def _between(start: str | None, end: str | None) -> int | None:
    """Minutes from one clock time to the next; None above twelve hours, which is a slip of the pen."""
    if start is None or end is None:
        return None
    minutes = (parse_clock(end) - parse_clock(start)) % MINUTES_A_DAY
    return minutes if minutes <= LONGEST_MIN else None
