"""What to do about it: how many hours each measure wins, found by running the engine again, best first.

Every measure is tried alone, against the run-down asked for. The hours are those until the first thing
stops and does harm. Where something is unknown they are compared as "at least", unknown own batteries as 0.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from evacplan.domain.blackout import BestOperation, best_operation, run_down
from evacplan.domain.blackout.counting import Reason, energy_is_known, reasons_not_to_count
from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Canisters,
    Device,
    Generator,
    Household,
    Place,
    Portable,
    Scenario,
    Source,
    Swap,
    Tank,
    Unknown,
    When,
)
from evacplan.domain.blackout.results import FirstStop, RunDown
from evacplan.domain.blackout.swaps import swap_is_possible
from evacplan.domain.figures import lowest_first
from evacplan.domain.measures import STANDARD_WH, Measure, MeasureKind, changed
from evacplan.domain.plan import Plan
from evacplan.domain.power import CANISTERS_UNREALISTIC_ABOVE

CHARGE_EVERY_H = (12.0, 24.0)
MOST_FUEL_L = 20  # in store at home (assumption: above it the fire service is to be asked, power.md T13)
LEAST_GAIN_H = 0.1
_NEVER_PUT_IN_ORDER = {
    Reason.LEFT_OUT,
    Reason.ENERGY_UNKNOWN,
    Reason.NOT_SINE,
    Reason.NOT_100_V,
    Reason.NOT_50_HZ,
}
_ORDER = list(MeasureKind)
Best = BestOperation | Literal[Unknown.UNKNOWN]


@dataclass(frozen=True, slots=True)
class Lever:
    """One measure and what it wins. first: what stops first then, None when nothing does before the horizon.

    is_bound: the hours are "at least", since something is unknown.
    """

    measure: Measure
    won_h: float
    first: FirstStop | None
    is_bound: bool


def levers(plan: Plan, house: Household, scenario: Scenario, best: Best | None = None) -> tuple[Lever, ...]:
    """Every measure that wins at least a tenth of an hour, best first; none while no bound can be given.

    Of measures that differ in their amount alone the smallest stands that reaches the target, else the
    usual amount. best: the best operation of this household, where it is known already.
    """
    before = run_down(house, scenario)
    first = lowest_first(before)
    if first is None or first is UNKNOWN:
        return ()
    trial = Trial(house, scenario)
    best = best_operation(house, scenario) if best is None else best
    found = [_every_swap(best, scenario, first)]
    found += [_lever(swap, trial.run(swap), scenario, first) for swap in swaps(house, before)]
    for amounts in offers(plan, house, scenario):
        measure = smallest(amounts, trial.reaches)
        found.append(_lever(measure, trial.run(measure), scenario, first))
    worth = [lever for lever in found if lever is not None and lever.won_h >= LEAST_GAIN_H]
    return tuple(sorted(worth, key=lambda lever: (-lever.won_h, _ORDER.index(lever.measure.kind))))


def _lever(measure: Measure, after: RunDown, scenario: Scenario, first: FirstStop) -> Lever | None:
    then = lowest_first(after)
    if then is UNKNOWN:
        return None
    won = (scenario.horizon_h if then is None else then.at_h) - first.at_h
    return Lever(measure, won, then, after.first_to_stop is UNKNOWN)


def _every_swap(best: Best, scenario: Scenario, first: FirstStop) -> Lever | None:
    """The best operation, where it is more than one swap."""
    if best is UNKNOWN or len(best.steps) < 2:
        return None
    return _lever(Measure(MeasureKind.SWAPS, amount=len(best.steps)), best.result, scenario, first)


class Trial:
    """One household and scenario on which measures are tried one at a time, each once."""

    def __init__(self, house: Household, scenario: Scenario) -> None:
        self._house = house
        self._scenario = scenario
        self._known: dict[Measure, RunDown] = {}

    def run(self, measure: Measure) -> RunDown:
        """The run-down once this one measure is taken, everything else as it was asked for."""
        if measure not in self._known:
            self._known[measure] = run_down(*taken(self._house, self._scenario, measure))
        return self._known[measure]

    def reaches(self, measure: Measure) -> bool:
        """Whether nothing stops before the target then."""
        return lasts_to(self.run(measure), self._scenario.target_h)


def taken(house: Household, scenario: Scenario, *measures: Measure) -> tuple[Household, Scenario]:
    """The household and the scenario once these measures are taken, one after the other."""
    for measure in measures:
        moment = _MOMENTS.get(measure.kind)
        if moment is not None:
            before = run_down(house, scenario).swaps
            made = (*(swap for swap in before if swap[0] != measure.target), (measure.target, moment))
            scenario = replace(scenario, swaps=made)
        house = changed(house, measure, scenario.horizon_h)
    return house, scenario


_MOMENTS = {
    MeasureKind.SWAP: When.AT_ONCE,
    MeasureKind.TRAIN: When.AT_ONCE,
    MeasureKind.TO_CYLINDERS: When.ON_STOP,
}


def swaps(house: Household, before: RunDown) -> Iterator[Measure]:
    """Each possible swap that the run-down does not make at once anyway."""
    made = {key for key, when in before.swaps if when is When.AT_ONCE}
    for device in house.devices:
        if swap_is_possible(device, house.oxygen) and device.key not in made:
            yield Measure(MeasureKind.SWAP, device.key)


def offers(plan: Plan, house: Household, scenario: Scenario) -> Iterator[tuple[Measure, ...]]:
    """Every measure beside the swaps; those of one tuple differ in their amount, the usual one first."""
    counted = [one for one in house.sources if one.key not in scenario.without]
    counted = [one for one in counted if not reasons_not_to_count(one, house.on)]
    for device in house.devices:
        yield from _for_device(device, house)
    for source in house.sources:
        yield from _in_order(source, house, scenario)
    for source in counted:
        if more := _fuel(source):
            yield more
    yield from _portables(plan, counted)
    yield from _cylinders(house)
    if not any(isinstance(one.energy, Generator) for one in house.sources):
        pairs = range(2, CANISTERS_UNREALISTIC_ABOVE + 1, 2)
        yield _amounts(Measure(MeasureKind.LEND), 12, pairs)


def _amounts(measure: Measure, usual: float, steps: range) -> tuple[Measure, ...]:
    return tuple(replace(measure, amount=amount) for amount in dict.fromkeys((usual, *steps)) if amount)


def _for_device(device: Device, house: Household) -> Iterator[tuple[Measure, ...]]:
    possible = swap_is_possible(device, house.oxygen)
    if device.swap is Swap.MANUAL_SUCTION and not possible:
        yield (Measure(MeasureKind.TRAIN, device.key),)
    has_cylinders = house.oxygen is not None and house.oxygen.has_cylinders
    if device.is_concentrator and device.swap is not Swap.CYLINDER and has_cylinders:
        yield (Measure(MeasureKind.TO_CYLINDERS, device.key),)
    if not device.is_vital and not possible:
        yield (Measure(MeasureKind.LEAVE_OFF, device.key),)
    if any(battery.a_age < 1 for battery in (device.internal, *device.external)):
        yield (Measure(MeasureKind.RENEW, device.key),)
    hours = next((one.hours for one in device.external if one.hours), device.internal.hours)
    if device.is_vital and hours is not UNKNOWN and hours > 0:
        yield _amounts(Measure(MeasureKind.EXTERNAL, device.key), 1, range(1, 4))


def _in_order(source: Source, house: Household, scenario: Scenario) -> Iterator[tuple[Measure, ...]]:
    """A source that would count if its papers, its place or its test run were put in order."""
    reasons = reasons_not_to_count(source, house.on)
    away = Reason.NOT_AT_HAND in reasons and source.answers.place is not Place.CONSIDERED
    if not reasons or away or _NEVER_PUT_IN_ORDER & set(reasons) or source.key in scenario.without:
        return
    measure = Measure(MeasureKind.MAKE_COUNT, source.key, reasons=reasons)
    more = _fuel(source)
    yield (measure, *(replace(measure, amount=one.amount) for one in more))


def _fuel(source: Source) -> tuple[Measure, ...]:
    """More fuel for a generator, as much as is realistic; nothing for other sources."""
    energy = source.energy
    if not isinstance(energy, Generator) or not energy_is_known(energy):
        return ()
    match energy.fuel:
        case Canisters(count) if count is not UNKNOWN:
            steps = range(2, CANISTERS_UNREALISTIC_ABOVE - int(count) + 1, 2)
            return _amounts(Measure(MeasureKind.CANISTERS, source.key), min(12, max(steps, default=0)), steps)
        case Tank(stock) if stock is not UNKNOWN:
            steps = range(5, MOST_FUEL_L - int(stock) + 1, 5)
            return _amounts(Measure(MeasureKind.FUEL, source.key), max(steps, default=0), steps)
    return ()


def _portables(plan: Plan, counted: list[Source]) -> Iterator[tuple[Measure, ...]]:
    found = next((one for one in counted if isinstance(one.energy, Portable)), None)
    if found is None:
        yield (Measure(MeasureKind.STANDARD_PORTABLE, amount=STANDARD_WH),)
        return
    yield _amounts(Measure(MeasureKind.PORTABLE, found.key), 1, range(1, 3))
    for place in plan.power_sources.charge_places:
        charge = Measure(MeasureKind.CHARGE, place.key, source=found.key)
        yield tuple(replace(charge, amount=hours) for hours in reversed(CHARGE_EVERY_H))


def _cylinders(house: Household) -> Iterator[tuple[Measure, ...]]:
    oxygen = house.oxygen
    if oxygen is None or oxygen.cylinders is UNKNOWN or not oxygen.cylinders:
        return
    yield _amounts(Measure(MeasureKind.CYLINDERS), 1, range(1, 11))


def lasts_to(run: RunDown, target_h: float) -> bool:
    """Whether nothing stops before the target, as far as is known."""
    first = lowest_first(run)
    return first is None or (first is not UNKNOWN and first.at_h >= target_h)


def smallest(amounts: tuple[Measure, ...], reaches: Callable[[Measure], bool]) -> Measure:
    """The smallest amount that reaches the target, else the usual one, which stands first."""
    if len(amounts) == 1:
        return amounts[0]
    by_amount = sorted(amounts, key=_effort)
    if not reaches(by_amount[-1]):
        return amounts[0]
    low, high = 0, len(by_amount) - 1
    while low < high:
        middle = (low + high) // 2
        if reaches(by_amount[middle]):
            high = middle
        else:
            low = middle + 1
    return by_amount[high]


def _effort(measure: Measure) -> float:
    """What grows with the trouble: the amount, or how often the storage is charged."""
    return -measure.amount if measure.kind is MeasureKind.CHARGE else measure.amount
