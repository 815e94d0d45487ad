"""Every figure the run-down gives for one plan, computed when it is asked for and then kept.

One walk takes about a millisecond, so the figures follow typing. A caller who keeps the figures of the plan
before the last key stroke hands them in; they are given back as they are when nothing in them has changed.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from evacplan.domain.blackout import BestOperation, best_operation, run_down
from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    CarEnergy,
    CarHours,
    Device,
    Energy,
    Figure,
    Household,
    Portable,
    Scenario,
    Source,
    Unknown,
)
from evacplan.domain.blackout.results import FirstAnswer, FirstStop, RunDown
from evacplan.domain.household import household
from evacplan.domain.plan import Plan
from evacplan.domain.power import USABLE_FRACTION, battery_hours, exact, pool_hours, usable_wh
from evacplan.domain.scenarios import (
    CIRCUMSTANCES,
    OWN,
    Circumstance,
    Operation,
    SourceKind,
    Wanted,
    scenario,
    wanted,
)


@dataclass(frozen=True, slots=True)
class Worst:
    """The circumstances under which something stops first, with their run-down in ordinary operation.

    first: None when nothing stops under any of them. is_bound: the hour is "at least", since something is
    unknown.
    """

    circumstance: Circumstance
    run: RunDown
    first: FirstStop | None
    is_bound: bool


class Figures:
    """The figures of one household. `household.on` is the date they are counted to.

    own, operation: what is asked for, unless a caller names others; the plan's own circumstances in ordinary
    operation everywhere but on the command line.
    """

    def __init__(
        self,
        house: Household,
        want: Wanted,
        own: Circumstance = OWN,
        operation: Operation = Operation.ORDINARY,
    ) -> None:
        self.household = house
        self.wanted = want
        self.own = own
        self.operation = operation
        self._runs: dict[tuple[Circumstance, Operation], RunDown] = {}
        self._bests: dict[Scenario, BestOperation | Literal[Unknown.UNKNOWN]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to compute: no device and no oxygen. "Nothing stops" is no answer then."""
        return not self.household.devices and self.household.oxygen is None

    @property
    def has_vital(self) -> bool:
        """Whether a life hangs on it: a device of priority A or B, or oxygen."""
        house = self.household
        return house.oxygen is not None or any(device.is_vital for device in house.devices)

    def run(self, circumstance: Circumstance = OWN, operation: Operation = Operation.ORDINARY) -> RunDown:
        """The run-down under these circumstances; those of the plan itself when none are named."""
        key = (circumstance, operation)
        if key not in self._runs:
            self._runs[key] = run_down(self.household, self._scenario(circumstance, operation))
        return self._runs[key]

    @property
    def asked(self) -> Scenario:
        """The engine's scenario of what is asked for."""
        return self._scenario(self.own, self.operation)

    def _scenario(self, circumstance: Circumstance, operation: Operation) -> Scenario:
        left_out = frozenset(
            source.key for source in self.household.sources if kind_of(source.energy) in circumstance.without
        )
        return scenario(self.wanted, circumstance, operation, left_out)

    @property
    def ordinary(self) -> RunDown:
        """The circumstances and the operation that are asked for."""
        return self.run(self.own, self.operation)

    @property
    def minimum(self) -> RunDown:
        """The plan's own circumstances with every possible swap made at once."""
        return self.run(self.own, Operation.MINIMUM)

    @property
    def best(self) -> BestOperation | Literal[Unknown.UNKNOWN]:
        """The swaps after which the first stop comes latest, under the plan's own circumstances."""
        return self.best_under(self.own)

    def best_under(self, circumstance: Circumstance) -> BestOperation | Literal[Unknown.UNKNOWN]:
        """The swaps after which the first stop comes latest under these circumstances."""
        return self.best_of(self._scenario(circumstance, Operation.ORDINARY))

    def best_of(self, asked: Scenario) -> BestOperation | Literal[Unknown.UNKNOWN]:
        """The swaps after which the first stop comes latest under a scenario of the engine."""
        if asked not in self._bests:
            self._bests[asked] = best_operation(self.household, asked)
        return self._bests[asked]

    @cached_property
    def counted(self) -> tuple[Source, ...]:
        """The sources that count, as listed."""
        left = {source.key for source in self.ordinary.not_counted}
        return tuple(source for source in self.household.sources if source.key not in left)

    @cached_property
    def circumstances(self) -> tuple[Circumstance, ...]:
        """Those worth a look: no car or no generator only where one counts, no two that are the same.

        Those the coordinator added follow, all of them.
        """
        kinds = {kind_of(source.energy) for source in self.counted}
        found: dict[tuple[object, ...], Circumstance] = {}
        for circumstance in CIRCUMSTANCES:
            if circumstance.without <= kinds:
                same = scenario(self.wanted, circumstance, Operation.ORDINARY)
                found.setdefault((same, circumstance.without), circumstance)
        return (*found.values(), *self.wanted.added)

    @cached_property
    def worst(self) -> Worst | Literal[Unknown.UNKNOWN]:
        """The worst circumstances; UNKNOWN when under one of them not even a lower bound can be given."""
        found = []
        for circumstance in self.circumstances:
            run = self.run(circumstance)
            first = lowest_first(run)
            if first is UNKNOWN:
                return UNKNOWN
            found.append(Worst(circumstance, run, first, run.first_to_stop is UNKNOWN))
        return min(found, key=lambda one: (one.first is None, one.first.at_h if one.first else 0))

    @property
    def portable_wh(self) -> Figure:
        """Usable Wh of the portable storages that count."""
        return float(sum(exact(_portable_wh(energy)) for energy in self._portables))

    def portable_h(self, operation: Operation = Operation.ORDINARY) -> Figure | None:
        """F4: hours the portable storages alone carry the mean load of a day; None without a load."""
        run = self.ordinary
        load = run.now if operation is Operation.ORDINARY else run.minimum
        if load.day_wh is UNKNOWN:
            return UNKNOWN
        hours = pool_hours((_portable_wh(energy) for energy in self._portables), (exact(load.day_wh) / 24,))
        return None if hours is None else float(hours)

    @property
    def _portables(self) -> list[Portable]:
        return [source.energy for source in self.counted if isinstance(source.energy, Portable)]


def figures(plan: Plan, on: date, before: Figures | None = None) -> Figures:
    """The figures of a plan. `on`: today, see `household`. before: given back when it is still right."""
    house, want = household(plan, on), wanted(plan)
    if before is not None and (before.household, before.wanted) == (house, want):
        return before
    return Figures(house, want)


def lowest_first(run: RunDown) -> FirstAnswer:
    """What stops first as far as is known: the figure itself, else its lower bound, else UNKNOWN."""
    if run.first_to_stop is not UNKNOWN:
        return run.first_to_stop
    return UNKNOWN if run.at_least is None else run.at_least.first_to_stop


def own_battery_h(device: Device) -> Figure:
    """F6: hours of use of a device's own batteries, internal and external, after age and settings."""
    batteries = (device.internal, *device.external)
    if any(UNKNOWN in (battery.hours, battery.count) for battery in batteries):
        return UNKNOWN
    hours = (
        battery_hours(battery.hours, battery.a_age, device.a_set) * exact(battery.count)
        for battery in batteries
        if battery.hours is not UNKNOWN and battery.count is not UNKNOWN
    )
    return float(sum(hours))


def kind_of(energy: Energy) -> SourceKind:
    """Which list of the plan a source stands in."""
    if isinstance(energy, Portable):
        return SourceKind.PORTABLES
    return SourceKind.CARS if isinstance(energy, CarEnergy | CarHours) else SourceKind.GENERATORS


def _portable_wh(energy: Portable) -> float:
    """Usable Wh of a storage that counts, so that one of its two figures is known."""
    if energy.usable_wh is not UNKNOWN:
        return energy.usable_wh
    capacity = 0.0 if energy.capacity_wh is UNKNOWN else energy.capacity_wh
    return float(usable_wh(capacity, USABLE_FRACTION if energy.fraction is None else energy.fraction))
