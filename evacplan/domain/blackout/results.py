"""What the run-down answers. Hours after the outage began, exact to the last digit of a float.

In an `Answer` UNKNOWN means 未確認 and None means "not within the horizon". Both are never a number.
Rounding belongs to whoever shows a figure: see the last functions of `evacplan.domain.power`.
"""

from dataclasses import dataclass
from typing import Literal

from evacplan.domain.blackout.counting import NotCounted
from evacplan.domain.blackout.inputs import Priority, Swap, Unknown, When
from evacplan.domain.blackout.walk import State

Answer = float | Literal[Unknown.UNKNOWN] | None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of hours a device lives on one supply; `source` is the key when it is a source."""

    from_h: float
    to_h: float
    supply: State
    source: str | None = None


@dataclass(frozen=True, slots=True)
class DeviceResult:
    """What happens to one device.

    stops_at_h, harm_at_h: start of the stop, and that plus the tolerance. swapped_at_h: hour of the swap,
    None when it is not swapped; `swap` says by what. at_least_h: for an unknown device the hour it surely
    lasts to with unknown batteries as 0 (at most the horizon), None when nothing can be said.
    The segments of an unknown device are those of that computation: show them as 未確認.
    """

    key: str
    name: str
    priority: Priority
    unknown: bool
    segments: tuple[Segment, ...]
    stops_at_h: Answer
    harm_at_h: Answer
    swap: Swap | None = None
    swapped_at_h: Answer = None
    at_least_h: float | None = None


@dataclass(frozen=True, slots=True)
class OxygenResult:
    """The cylinders: minutes they last, hour their clock starts, hour they end.

    starts_at_h is None while a concentrator runs to the horizon, or none of them is to be replaced by
    cylinders; ends_at_h is None when the end is not before the horizon.
    """

    minutes: float | Literal[Unknown.UNKNOWN]
    factor: float
    flow_l_min: float | Literal[Unknown.UNKNOWN]
    starts_at_h: Answer
    ends_at_h: Answer


@dataclass(frozen=True, slots=True)
class FirstStop:
    """What stops first and when it does harm; `device` is None when it is the oxygen."""

    device: str | None
    at_h: float


FirstAnswer = FirstStop | Literal[Unknown.UNKNOWN] | None


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Lower bounds computed with unknown own batteries as 0, to stand beside the 未確認 and marked so.

    None within means "not within the horizon"; leave_by_h is also None when the time to leave is unknown.
    """

    first_to_stop: FirstStop | None
    autonomy_h: float | None
    leave_by_h: float | None


@dataclass(frozen=True, slots=True)
class LoadSum:
    """W at the moment of the outage and Wh a day; UNKNOWN with an unknown load in it; the known part."""

    w: float | Literal[Unknown.UNKNOWN]
    day_wh: float | Literal[Unknown.UNKNOWN]
    known_w: float
    known_day_wh: float


@dataclass(frozen=True, slots=True)
class OutputExcess:
    """F5: a source that at some moment carries peaks above its output: first hour, worst sum, on it then."""

    source: str
    from_h: float
    peak_w: float
    output_w: float
    devices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunDown:
    """All that follows from one household and one scenario. See blackout.md, "Results".

    swaps: those that were to be made, with their moment. at_least is None unless a headline figure is
    unknown and a lower bound can be given. outputs_unknown: sources used without a limit, to be flagged.
    """

    horizon_h: float
    swaps: tuple[tuple[str, When], ...]
    devices: tuple[DeviceResult, ...]
    oxygen: OxygenResult | None
    first_to_stop: FirstAnswer
    autonomy_h: Answer
    now: LoadSum
    minimum: LoadSum
    gap_wh: float | Literal[Unknown.UNKNOWN]
    leave_at_h: float | Literal[Unknown.UNKNOWN]
    leave_by_h: Answer
    at_least: AtLeast | None
    not_counted: tuple[NotCounted, ...]
    output_excesses: tuple[OutputExcess, ...]
    outputs_unknown: tuple[str, ...]

    def device(self, key: str) -> DeviceResult:
        """The result of the device with this key; KeyError when there is none."""
        for result in self.devices:
            if result.key == key:
                return result
        raise KeyError(key)
