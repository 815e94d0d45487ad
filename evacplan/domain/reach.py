"""What it would take to reach the target: the fewest measures found, on top of the best operation.

Taken is always the measure after which the first stop comes latest (of equals: after which the vital devices
together last longest), until nothing stops before the target; then every measure that was not needed is left
out again. So the answer is enough, but a smaller one may exist. None of it is a promise.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from evacplan.domain.blackout import BestOperation, best_operation, run_down
from evacplan.domain.blackout.inputs import UNKNOWN, Household, Priority, Scenario, Unknown
from evacplan.domain.blackout.results import FirstStop, RunDown
from evacplan.domain.blackout.unknowns import is_unknown
from evacplan.domain.figures import lowest_first
from evacplan.domain.levers import Best, Trial, lasts_to, offers, smallest, taken
from evacplan.domain.measures import Measure
from evacplan.domain.plan import Plan

MOST_MEASURES = 4


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether and how the target is reached.

    before: what stops first in the best operation of what is there, None when nothing does. steps: the
    measures, empty when none is needed. first: what stops first once they are taken. is_reached: nothing
    stops before the target then. is_bound: all this is "at least", unknown own batteries taken as 0.
    unknown: keys of the vital devices of which a figure is unknown; "" for the oxygen.
    """

    target_h: float
    before: FirstStop | None
    steps: tuple[Measure, ...]
    first: FirstStop | None
    is_reached: bool
    is_bound: bool
    unknown: tuple[str, ...]


def reach(
    plan: Plan, house: Household, scenario: Scenario, best: Best | None = None
) -> Reach | Literal[Unknown.UNKNOWN]:
    """What it would take; UNKNOWN when not even a lower bound of the hours can be given.

    best: the best operation of this household, where it is known already.
    """
    best = best_operation(house, scenario) if best is None else best
    if best is UNKNOWN:
        return UNKNOWN
    before = lowest_first(best.result)
    if before is UNKNOWN:
        return UNKNOWN
    steps = _search(plan, house, scenario, best)
    changed, _ = taken(house, scenario, *steps)
    after = best_operation(changed, scenario) if steps else best
    if after is UNKNOWN:
        return UNKNOWN
    first = lowest_first(after.result)
    assert first is not UNKNOWN  # a best operation is chosen among those with a bound
    return Reach(
        target_h=scenario.target_h,
        before=before,
        steps=steps,
        first=first,
        is_reached=lasts_to(after.result, scenario.target_h),
        is_bound=after.result.first_to_stop is UNKNOWN,
        unknown=unknown_of(house),
    )


def unknown_of(house: Household) -> tuple[str, ...]:
    """The vital devices of which a figure is unknown, and "" where the oxygen's flow or content is."""
    oxygen = run_down(house, Scenario(horizon_h=1)).oxygen
    found = [device.key for device in house.devices if device.is_vital and is_unknown(device)]
    return tuple([*found, ""] if oxygen is not None and oxygen.minutes is UNKNOWN else found)


def _search(plan: Plan, house: Household, scenario: Scenario, best: BestOperation) -> tuple[Measure, ...]:
    asked = replace(scenario, swaps=best.result.swaps)
    target_h = scenario.target_h
    there = _there(plan, house)
    steps: tuple[Measure, ...] = ()
    run = best.result
    while len(steps) < MOST_MEASURES and not lasts_to(run, target_h):
        now = taken(house, asked, *steps)
        trial = Trial(*now)
        tries = [
            (trial.run(measure), measure)
            for measure in _next(plan, *now, steps, trial)
            if {measure.target, measure.source} <= there
        ]
        after, measure = max(tries, key=lambda each: _rank(each[0], target_h), default=(run, None))
        if measure is None or _rank(after, target_h) <= _rank(run, target_h):
            break
        steps, run = (*steps, measure), after
    return _needed(house, asked, steps) if lasts_to(run, target_h) else steps


def _there(plan: Plan, house: Household) -> frozenset[str]:
    """What a measure may concern: what the plan names, so that no step builds on another one."""
    keys = [device.key for device in house.devices]
    keys += [source.key for source in house.sources]
    keys += [place.key for place in plan.power_sources.charge_places]
    return frozenset(["", *keys])


def _next(
    plan: Plan, house: Household, scenario: Scenario, done: tuple[Measure, ...], trial: Trial
) -> Iterator[Measure]:
    """The measures not taken yet, each in the smallest amount that is enough."""
    names = {(measure.kind, measure.target) for measure in done}
    for amounts in offers(plan, house, scenario):
        if (amounts[0].kind, amounts[0].target) not in names:
            yield smallest(amounts, trial.reaches)


def _rank(run: RunDown, target_h: float) -> tuple[float, float]:
    """Greater is better: the hour of the first stop, then the hours of all vital devices, to the target."""
    first = lowest_first(run)
    if first is UNKNOWN:
        return (-1, 0)
    vital = (device for device in run.devices if device.priority in (Priority.A, Priority.B))
    hours = [device.at_least_h if device.unknown else device.harm_at_h for device in vital]
    known = [target_h if one is None or one is UNKNOWN else min(one, target_h) for one in hours]
    return (target_h if first is None else min(first.at_h, target_h), sum(known))


def _needed(house: Household, scenario: Scenario, steps: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The steps without those that the target is reached without."""
    for step in steps:
        fewer = tuple(other for other in steps if other is not step)
        if lasts_to(run_down(*taken(house, scenario, *fewer)), scenario.target_h):
            steps = fewer
    return steps
