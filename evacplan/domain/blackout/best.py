"""The best operation: which swaps, made when, let the first stop come latest.

Searched are all sets of swaps made at once. Who is swapped only when it would stop needs no walk of its own:
from then on a device draws nothing, whether swapped or stopped, so the hours of all others stay as they are.
A set is only enlarged by devices that drew on a source before its first stop; the others cannot move it.
So the search is complete, and mostly far below one walk per combination.

Above `MOST_UNITS` possible swaps those with the smallest daily energy are made at once together or not at
all; so there are never more than 2 ** MOST_UNITS walks.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import chain, combinations
from typing import Literal

from evacplan.domain.blackout.headline import headline
from evacplan.domain.blackout.inputs import UNKNOWN, Household, Scenario, Swap, Unknown, When
from evacplan.domain.blackout.results import Answer, RunDown
from evacplan.domain.blackout.rundown import Ready, answer, make_ready
from evacplan.domain.blackout.swaps import possible_swaps
from evacplan.domain.blackout.timetable import bits
from evacplan.domain.blackout.unknowns import concentrators
from evacplan.domain.blackout.walk import Plan, Walk, Walked

MOST_UNITS = 8
_MOST_KEPT = 32


@dataclass(frozen=True, slots=True)
class Step:
    """One swap of the best operation; at_h is its hour after the outage began, UNKNOWN if that is."""

    device: str
    swap: Swap
    when: When
    at_h: Answer


@dataclass(frozen=True, slots=True)
class BestOperation:
    """The swaps in the order in which they are made, and the run-down with exactly these swaps."""

    steps: tuple[Step, ...]
    result: RunDown


@dataclass(frozen=True, slots=True)
class _Choice:
    """A plan of swaps with its first stop in minutes, None when nothing stops."""

    plan: Plan
    first: Fraction | None

    @property
    def swaps(self) -> int:
        """How many devices are swapped."""
        return (self.plan.at_once | self.plan.on_stop).bit_count()

    def rank(self) -> tuple[bool, Fraction, int, int, tuple[int, ...]]:
        """Smallest is best: latest first stop, fewer swaps, fewer at once, as listed."""
        at_once, on_stop = bits(self.plan.at_once), bits(self.plan.on_stop)
        first = Fraction(0) if self.first is None else -self.first
        return (self.first is not None, first, self.swaps, len(at_once), at_once + on_stop)


def best_operation(
    household: Household, scenario: Scenario | None = None
) -> BestOperation | Literal[Unknown.UNKNOWN]:
    """The combination of possible swaps whose first stop comes latest; of equals the one with fewer swaps.

    Unknown own batteries count as 0 while comparing. UNKNOWN when no combination has a first stop that can be
    relied on: the oxygen's flow or content is unknown, or the load of an A or B device that cannot be
    swapped while a source counts. What the scenario says about swaps plays no part. Kept until `forget`.
    """
    return _worked_out(household, scenario or Scenario())


def forget() -> None:
    """Drop the operations that are kept; they name devices."""
    _worked_out.cache_clear()


@lru_cache(_MOST_KEPT)
def _worked_out(household: Household, scenario: Scenario) -> BestOperation | Literal[Unknown.UNKNOWN]:
    ready = make_ready(household, scenario)
    best = _best_choice(ready)
    if best is None:
        return UNKNOWN
    result = answer(ready, best.plan)
    return BestOperation(_steps(ready, best.plan, result), result)


def _best_choice(ready: Ready) -> _Choice | None:
    """The best of all sets of swaps made at once; None when no first stop can be relied on."""
    possible = possible_swaps(ready.household)
    units = _units(ready, possible)
    best: _Choice | None = None
    waiting, seen = deque([0]), {0}
    while waiting:
        at_once = waiting.popleft()
        if best is not None and best.first is None and at_once.bit_count() > best.swaps:
            continue
        choice, useful = _evaluate(ready, possible, at_once)
        if choice is not None and (best is None or choice.rank() < best.rank()):
            best = choice
        for larger in (at_once | unit for unit in units if unit & useful):
            if larger not in seen:
                seen.add(larger)
                waiting.append(larger)
    return best


def _evaluate(ready: Ready, possible: int, at_once: int) -> tuple[_Choice | None, int]:
    """The best choice with these swaps at once, if it can be relied on, and who is worth swapping besides."""
    plan = Plan((1 << len(ready.prepared.devices)) - 1, at_once, possible & ~at_once)
    walked = Walk(ready.prepared, ready.supply, plan, ready.horizon).run()
    choice = min(_on_stop_choices(ready, plan, walked), key=_Choice.rank)
    unknown = ready.unknowns(plan)
    return choice if unknown.comparable else None, _drew(walked, choice.first) | unknown.load


def _units(ready: Ready, possible: int) -> list[int]:
    """Masks of swaps decided separately; the least energy is bundled into the last when there are many."""
    prepared = ready.prepared

    def energy(i: int) -> int:
        return prepared.draw[i] * prepared.day.minutes_a_day(i)

    devices = sorted(bits(possible), key=energy, reverse=True)
    if len(devices) <= MOST_UNITS:
        return [1 << i for i in devices]
    alone, bundled = devices[: MOST_UNITS - 1], devices[MOST_UNITS - 1 :]
    return [*(1 << i for i in alone), sum(1 << i for i in bundled)]


def _drew(walked: Walked, until: Fraction | None) -> int:
    """Mask of the devices that were on a source before a moment (minutes; None: ever)."""
    hour = None if until is None else float(until / 60)
    return sum(
        1 << device
        for device, segments in walked.segments.items()
        if any(isinstance(code, int) and (hour is None or begun <= hour) for begun, code in segments)
    )


def _on_stop_choices(ready: Ready, plan: Plan, walked: Walked) -> Iterator[_Choice]:
    """For one walk, every choice of concentrators swapped on their stop, with the other swaps it needs.

    Of the others only those are swapped that would do harm before the first stop that cannot be avoided.
    """
    prepared = ready.prepared
    waiting = concentrators(ready.household) & plan.on_stop
    others = plan.on_stop & ~waiting
    subsets = chain.from_iterable(combinations(bits(waiting), k) for k in range(waiting.bit_count() + 1))
    for subset in subsets:
        cylinders = sum(1 << i for i in subset)
        tried = Plan(plan.members, plan.at_once, others | cylinders)
        found = headline(ready.household, prepared, tried, walked, ready.horizon).first
        first = None if found is None else found[1]
        needed = sum(
            1 << i
            for i in bits(others)
            if prepared.devices[i].is_vital and i in walked.ends
            if first is None or walked.ends[i] + prepared.tolerance[i] < first
        )
        yield _Choice(Plan(plan.members, plan.at_once, cylinders | needed), first)


def _steps(ready: Ready, plan: Plan, result: RunDown) -> tuple[Step, ...]:
    """At once first, from A to D as listed; then the others by their hour."""
    swapped = [i for i in ready.prepared.order if (plan.at_once | plan.on_stop) >> i & 1]
    return tuple(
        Step(
            result.devices[i].key,
            ready.prepared.devices[i].swap,
            When.ON_STOP if plan.on_stop >> i & 1 else When.AT_ONCE,
            result.devices[i].swapped_at_h,
        )
        for i in sorted(swapped, key=lambda i: (plan.on_stop >> i & 1, _last_change_h(result, i)))
    )


def _last_change_h(result: RunDown, i: int) -> float:
    """Hour from which a swapped device is swapped, as walked."""
    return result.devices[i].segments[-1].from_h
