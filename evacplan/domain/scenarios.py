"""Under which circumstances the run-down is asked for: data whose words are in forms/findings.toml.

Those that the coordinator added stand in the plan, with their own names.
"""

from dataclasses import dataclass
from enum import StrEnum

from evacplan.domain.blackout.inputs import Scenario
from evacplan.domain.plan import Plan
from evacplan.domain.plan.power import OwnScenario
from evacplan.domain.times import parse_clock

HORIZON_H = 168.0
TARGET_H = 72.0
STARTS_AT = 2 * 60
DINNER_AT = 17 * 60 + 30


class Operation(StrEnum):
    """How the household runs its devices: as always, or with every possible swap made at once."""

    ORDINARY = "ordinary"
    MINIMUM = "minimum"


class SourceKind(StrEnum):
    """The lists of sources in the plan, by name, in the order in which they are used."""

    PORTABLES = "portables"
    CARS = "cars"
    GENERATORS = "generators"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One way an outage may happen.

    code: what it is, or ADDED_CODE and the row key of one the coordinator added, with the name it was given.
    starts_at: minutes since midnight, None for the plan's own clock time. horizon_h: None for the usual one.
    without: whole kinds of sources that are not there; without_keys: single ones.
    """

    code: str
    starts_at: int | None = None
    cold: bool = False
    horizon_h: float | None = None
    without: frozenset[SourceKind] = frozenset()
    without_keys: frozenset[str] = frozenset()
    name: str = ""

    @property
    def is_added(self) -> bool:
        """Whether the coordinator added it."""
        return self.code.startswith(ADDED_CODE)


ADDED_CODE = "added:"
OWN = Circumstance("own")
DINNER = Circumstance("dinner", starts_at=DINNER_AT)
WINTER_NIGHT = Circumstance("winter_night", starts_at=STARTS_AT, cold=True)
NO_CAR = Circumstance("no_car", without=frozenset({SourceKind.CARS}))
GENERATOR_FAILS = Circumstance("generator_fails", without=frozenset({SourceKind.GENERATORS}))

CIRCUMSTANCES: tuple[Circumstance, ...] = (OWN, DINNER, WINTER_NIGHT, NO_CAR, GENERATOR_FAILS)
PLANNED_CODE = "planned"


def planned(hours: float, starts_at: int | None = None) -> Circumstance:
    """A planned outage of so many hours: what stops before the power is back."""
    return Circumstance(PLANNED_CODE, starts_at=starts_at, horizon_h=hours)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the plan says about the run-down: minutes since midnight of its start, and the target in hours.

    added: the coordinator's own circumstances.
    """

    starts_at: int = STARTS_AT
    target_h: float = TARGET_H
    added: tuple[Circumstance, ...] = ()

    @property
    def horizon_h(self) -> float:
        """A week, or the target where it lies beyond; otherwise nobody could say whether it is reached."""
        return max(HORIZON_H, self.target_h)


def wanted(plan: Plan) -> Wanted:
    """The start and target of a plan; empty ones are 02:00 and 72 hours (blackout.md, Inputs)."""
    needs = plan.power_needs
    return Wanted(
        starts_at=STARTS_AT if needs.outage_starts_at is None else parse_clock(needs.outage_starts_at),
        target_h=TARGET_H if needs.target_h is None else needs.target_h,
        added=tuple(_added(row) for row in needs.scenarios if _says_something(row)),
    )


def _says_something(row: OwnScenario) -> bool:
    return any(getattr(row, name) is not None for name in OwnScenario.model_fields if name != "key")


def _added(row: OwnScenario) -> Circumstance:
    """A circumstance of the coordinator; empty answers are as in the plan's own circumstances."""
    left_out = {
        SourceKind.PORTABLES: row.without_portables,
        SourceKind.CARS: row.without_cars,
        SourceKind.GENERATORS: row.without_generators,
    }
    return Circumstance(
        code=ADDED_CODE + row.key,
        starts_at=None if row.starts_at is None else parse_clock(row.starts_at),
        cold=bool(row.cold),
        horizon_h=row.planned_h or None,
        without=frozenset(kind for kind, is_away in left_out.items() if is_away),
        name=row.name or "",
    )


def scenario(
    want: Wanted, circumstance: Circumstance, operation: Operation, left_out: frozenset[str] = frozenset()
) -> Scenario:
    """The engine's scenario. left_out: keys of the sources of the kinds that are not there."""
    return Scenario(
        starts_at=want.starts_at if circumstance.starts_at is None else circumstance.starts_at,
        horizon_h=want.horizon_h if circumstance.horizon_h is None else circumstance.horizon_h,
        target_h=want.target_h,
        minimum_operation=operation is Operation.MINIMUM,
        cold=circumstance.cold,
        without=circumstance.without_keys | left_out,
    )
