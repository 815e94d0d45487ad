"""What the run-down needs to know: small immutable records, apart from the plan they are made from.

`UNKNOWN` stands for a figure nobody has entered or confirmed. It is neither zero nor a default.
`None` in an answer means "empty", which is never a yes.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from typing import Final, Literal

from evacplan.domain.power import OXYGEN_FACTOR
from evacplan.domain.times import Band


class Unknown(Enum):
    """The type of the one value UNKNOWN."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN
Figure = float | Literal[Unknown.UNKNOWN]


class Priority(StrEnum):
    """How soon the child needs the device: A life-critical, B within hours, C replaceable, D daily living."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Swap(StrEnum):
    """What replaces a device without electricity."""

    CYLINDER = "cylinder"
    HME = "hme"
    MANUAL_SUCTION = "manual_suction"
    GRAVITY_FEED = "gravity_feed"
    BAGGING = "bagging"
    PAUSE = "pause"
    NONE = "none"


class When(StrEnum):
    """When a swap is made: at the start of the outage, or at the moment the device would stop."""

    AT_ONCE = "at_once"
    ON_STOP = "on_stop"


@dataclass(frozen=True, slots=True)
class Continuous:
    """In use day and night; also the meaning of an empty use pattern."""


@dataclass(frozen=True, slots=True)
class Daily:
    """In use within these bands every day; no band at all means day and night."""

    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Intermittent:
    """Used now and then: minutes per use and uses a day, spread evenly over the day."""

    minutes: Figure
    uses_a_day: Figure


Use = Continuous | Daily | Intermittent


@dataclass(frozen=True, slots=True)
class Battery:
    """Equal own batteries used one after another; "none" is 0 hours. `a_age`: see `battery_age_factor`."""

    hours: Figure
    count: Figure = 1
    a_age: float = 1


NO_BATTERY: Final = Battery(0)


@dataclass(frozen=True, slots=True)
class Device:
    """One device of the child. `peak_w` is the peak, else the rated W; `tolerance_min` empty is 0."""

    key: str
    name: str
    running_w: Figure
    priority: Priority = Priority.A
    peak_w: Figure = UNKNOWN
    use: Use = Continuous()
    internal: Battery = NO_BATTERY
    external: tuple[Battery, ...] = ()
    a_set: float = 1
    swap: Swap = Swap.NONE
    trained_person: bool = False  # someone named who can do the manual suction
    tolerance_min: float = 0
    concentrator: bool = False

    @property
    def is_concentrator(self) -> bool:
        """Whether the cylinders wait for this device: marked as one, or replaced by cylinders."""
        return self.concentrator or self.swap is Swap.CYLINDER

    @property
    def is_vital(self) -> bool:
        """Whether its stop counts for the child's safety: priority A or B."""
        return self.priority in (Priority.A, Priority.B)


class Place(StrEnum):
    """Where a source is: only at home, or lent with a written agreement, does it count."""

    HOME = "home"
    LENT = "lent"
    SHELTER = "shelter"
    CONSIDERED = "considered"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known about a source apart from its energy; the last three are asked of generators only."""

    place: Place | None = None
    written: bool | None = None
    sine: bool | None = None
    volts_100: bool | None = None
    hertz_50: bool | None = None
    operator: bool | None = None
    last_started: date | None = None
    outdoor_place: bool | None = None


@dataclass(frozen=True, slots=True)
class Portable:
    """Energy of a portable storage: the stated usable Wh, else capacity × fraction (0.8 when None)."""

    capacity_wh: Figure
    fraction: float | None = None
    usable_wh: Figure = UNKNOWN


@dataclass(frozen=True, slots=True)
class CarEnergy:
    """Energy of a car in kWh as stated; nothing is taken off."""

    kwh: Figure


@dataclass(frozen=True, slots=True)
class CarHours:
    """Hours a car may give power; they pass while it carries at least one device."""

    hours: Figure


@dataclass(frozen=True, slots=True)
class Canisters:
    """Gas canisters, used two at a time."""

    count: Figure


@dataclass(frozen=True, slots=True)
class Tank:
    """Stored fuel and the size of the tank, in one unit (L for petrol, kg or L for LP gas)."""

    stock: Figure
    tank: Figure


@dataclass(frozen=True, slots=True)
class Generator:
    """Fuel of a generator with its hours per pair or tank at low load (eco) and at rated load."""

    fuel: Canisters | Tank
    eco_h: Figure = UNKNOWN
    rated_h: Figure = UNKNOWN


Energy = Portable | CarEnergy | CarHours | Generator


@dataclass(frozen=True, slots=True)
class Source:
    """One source of power. `output_w`: rated output (VA counts as W), UNKNOWN means no limit is applied."""

    key: str
    name: str
    energy: Energy
    answers: Answers = Answers()
    output_w: Figure = UNKNOWN
    ready_after_min: float = 0


@dataclass(frozen=True, slots=True)
class Cylinder:
    """Equal oxygen cylinders: the stated content of one, else volume and filling pressure."""

    litres: Figure = UNKNOWN
    mpa: Figure = UNKNOWN
    content_l: Figure = UNKNOWN
    count: Figure = 1
    conserver: bool = False
    conserver_factor: float | None = None


@dataclass(frozen=True, slots=True)
class Oxygen:
    """The child's flows in L/min and the cylinders; UNKNOWN cylinders means nobody has said how many."""

    rest: Figure = UNKNOWN
    active: Figure = UNKNOWN
    sleep: Figure = UNKNOWN
    cylinders: tuple[Cylinder, ...] | Literal[Unknown.UNKNOWN] = UNKNOWN
    factor: float = OXYGEN_FACTOR
    conserver_note: bool = False  # the doctor's note that this child may use a conserver

    @property
    def has_cylinders(self) -> bool:
        """Whether there are cylinders, or nobody knows how many."""
        return self.cylinders is UNKNOWN or any(cylinder.count != 0 for cylinder in self.cylinders)


@dataclass(frozen=True, slots=True)
class Leaving:
    """Minutes until the child is under way and there; the travel time of a drill beats the estimate."""

    preparation_min: Figure = UNKNOWN
    loading_min: Figure = UNKNOWN
    travel_min: Figure = UNKNOWN
    travel_drill_min: Figure = UNKNOWN
    reserve_h: float | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """Everything about one child that the run-down looks at; `on` is the date of the plan.

    Devices and sources are in the order listed in the plan; sources are taken portable, car, generator.
    """

    devices: tuple[Device, ...]
    sources: tuple[Source, ...] = ()
    oxygen: Oxygen | None = None
    leaving: Leaving = Leaving()
    on: date = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Scenario:
    """Under which circumstances the outage happens.

    starts_at: minutes since midnight. swaps: which devices are swapped and when; None means what
    `minimum_operation` says (every possible swap at once, or only the concentrator when it would stop).
    A swap listed for a device that cannot be swapped is not made. without: keys of sources left out.
    """

    starts_at: int = 120
    horizon_h: float = 168
    target_h: float = 72
    minimum_operation: bool = False
    cold: bool = False
    swaps: tuple[tuple[str, When], ...] | None = None
    without: frozenset[str] = frozenset()
