"""The power under the circumstances: which source starts, what stops first, by when they must leave.

A break never hangs on one run-down alone: it is judged by the worst of the runs under these circumstances and
every milder one. So nothing that is lost can ever make a plan look better.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from evacplan.domain.blackout.inputs import UNKNOWN
from evacplan.domain.blackout.results import FirstStop, RunDown
from evacplan.domain.choices import TransportKind
from evacplan.domain.figures import lowest_first
from evacplan.domain.findings.facts import filled
from evacplan.domain.findings.finding import Finding, Named, Who, amber, info, red
from evacplan.domain.household import DEVICES
from evacplan.domain.leaving import loading_min
from evacplan.domain.persons import as_reference
from evacplan.domain.plan.power import Car, Generator
from evacplan.domain.rehearsal.situation import Scene
from evacplan.domain.scenarios import Circumstance, SourceKind

NOTHING_RUNS = info("nothing_runs")
NOTHING_STOPS = info("nothing_stops", "horizon")
STOPS_FIRST = info("stops_first", "device", "hours")
STOPS_AT_LEAST = info("stops_at_least", "hours")
OXYGEN_ENDS_FIRST = info("oxygen_ends_first", "hours")
CAR_GIVES_NOTHING = info("car_gives_nothing", "source")

SOURCE_LEFT_OUT = amber("source_left_out", "source")
NO_OPERATOR = red("no_operator_there", "source")
HOURS_UNKNOWN = red("hours_unknown")
CAR_TWICE = amber("car_twice", "source", "transport")
CAR_KEY = amber("car_key", "source", "person")

POWER = (
    NOTHING_RUNS,
    NOTHING_STOPS,
    STOPS_FIRST,
    STOPS_AT_LEAST,
    OXYGEN_ENDS_FIRST,
    CAR_GIVES_NOTHING,
    SOURCE_LEFT_OUT,
    NO_OPERATOR,
    HOURS_UNKNOWN,
    CAR_TWICE,
    CAR_KEY,
)
MOST_GENERATORS = 5  # of which every combination is looked at
CARS = frozenset({SourceKind.CARS})


@dataclass(frozen=True)
class Outlook:
    """The run-downs of a scene."""

    scene: Scene

    @cached_property
    def unattended(self) -> tuple[tuple[str, Generator], ...]:
        """The generators that count but that nobody who can come is able to start."""
        rows = filled(self.scene.facts.plan.power_sources.generators, "power_sources.generators")
        counted = self.scene.facts.counted()
        return tuple((path, row) for path, row in rows if row.key in counted and not self._is_attended(row))

    def _is_attended(self, row: Generator) -> bool:
        return any(self.scene.is_available(who) for who in row.operators if who.strip())

    @cached_property
    def run(self) -> RunDown:
        """What happens under exactly these circumstances."""
        keys = frozenset(row.key for _, row in self.unattended)
        return self._run(self.scene.situation.heavy_snow, self.scene.situation.car_away, keys)

    @cached_property
    def runs(self) -> tuple[RunDown, ...]:
        """Under these circumstances and all milder ones."""
        keys = [row.key for _, row in self.unattended]
        lost = {frozenset(keys), frozenset[str]()}
        if len(keys) <= MOST_GENERATORS:
            lost = {frozenset(part) for n in range(len(keys) + 1) for part in combinations(keys, n)}
        cold, car = self.scene.situation.heavy_snow, self.scene.situation.car_away
        asked = product({cold, False}, {car, False}, lost)
        return tuple(self._run(*each) for each in asked)

    def _run(self, cold: bool, no_car: bool, keys: frozenset[str]) -> RunDown:
        circumstance = Circumstance(
            "rehearsal",
            starts_at=self.scene.situation.starts_at,
            cold=cold,
            without=CARS if no_car else frozenset(),
            without_keys=keys,
        )
        return self.scene.facts.figures.run(circumstance)

    @property
    def is_unknown(self) -> bool:
        """Whether the hour of the first stop is 未確認."""
        return any(run.first_to_stop is UNKNOWN for run in self.runs)

    @cached_property
    def lasts_h(self) -> float | None:
        """Hours that are certain at the worst; None when nothing is known to stop, or to last."""
        found = [lowest_first(run) for run in self.runs]
        return min((one.at_h for one in found if isinstance(one, FirstStop)), default=None)

    def ends_before(self, hours: float) -> bool:
        """Whether something stops earlier, as far as is known."""
        return self.lasts_h is not None and self.lasts_h < hours

    @property
    def away_h(self) -> float | None:
        """Hours from the decision to the arrival, without any reserve; None while one of them is empty."""
        triggers = self.scene.facts.plan.triggers
        travel = triggers.travel_measured_min
        times = (
            triggers.preparation_min,
            loading_min(self.scene.facts.plan, self.scene.facts.plan_date),
            triggers.travel_map_min if travel is None else travel,
        )
        known = [one for one in times if one is not None]
        return sum(known) / 60 if len(known) == len(times) else None


def power(outlook: Outlook) -> Iterator[Finding]:
    """Which source is there, and what stops first."""
    scene = outlook.scene
    rows = {row.key: (path, row) for path, row in scene.facts.sources()}
    for left_out in scene.facts.figures.ordinary.not_counted:
        if left_out.key in rows:
            path, _ = rows[left_out.key]
            yield SOURCE_LEFT_OUT.at(f"{path}.availability", source=Named(path))
    for path, _ in outlook.unattended:
        yield NO_OPERATOR.at(f"{path}.operators", source=Named(path))
    for path, car in _cars(scene):
        if scene.situation.car_away:
            yield CAR_GIVES_NOTHING.at(f"{path}.sometimes_away", source=Named(path))
        owner = as_reference(scene.facts.plan, car.owner) if car.owner else ""
        if owner in scene.situation.away:
            yield CAR_KEY.at(f"{path}.owner", source=Named(path), person=Who(owner))
    yield from _twice(scene)
    yield from _first_stop(outlook)


def _first_stop(outlook: Outlook) -> Iterator[Finding]:
    run, first = outlook.run, lowest_first(outlook.run)
    if outlook.scene.facts.figures.is_empty:
        yield NOTHING_RUNS.at(DEVICES)
    elif first is None:
        yield NOTHING_STOPS.at(DEVICES, horizon=run.horizon_h)
    elif first is not UNKNOWN and run.first_to_stop is UNKNOWN:
        yield STOPS_AT_LEAST.at(DEVICES, hours=first.at_h)
    elif first is not UNKNOWN and first.device is None:
        yield OXYGEN_ENDS_FIRST.at("oxygen.cylinders", hours=first.at_h)
    elif first is not UNKNOWN:
        place = f"{DEVICES}.{first.device}"
        yield STOPS_FIRST.at(place, device=Named(place), hours=first.at_h)
    if outlook.is_unknown:
        yield HOURS_UNKNOWN.at(DEVICES)


def _twice(scene: Scene) -> Iterator[Finding]:
    """A car that is counted as power and as the way to go; it cannot do the first once it is on the road."""
    for path, row in filled(scene.facts.plan.destination.transports, "destination.transports"):
        if row.kind is not TransportKind.OWN_CAR:
            continue
        for source, car in _cars(scene):
            if _is_same(scene, car.owner, row.owner) or _is_named(car, row.name):
                yield CAR_TWICE.at(f"{path}.owner", source=Named(source), transport=Named(path))


def _cars(scene: Scene) -> list[tuple[str, Car]]:
    """The cars that count as power."""
    counted, rows = scene.facts.counted(), scene.facts.plan.power_sources.cars
    return [(path, row) for path, row in filled(rows, "power_sources.cars") if row.key in counted]


def _is_same(scene: Scene, one: str | None, other: str | None) -> bool:
    plan = scene.facts.plan
    return bool(one and other) and as_reference(plan, one or "") == as_reference(plan, other or "")


def _is_named(car: Car, name: str | None) -> bool:
    return bool(name) and car.name == name
