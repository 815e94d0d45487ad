"""The walk: from event to event until the horizon, in whole numbers of a shared fraction of a minute.

All times, battery minutes and amounts left are integers at one scale ("ticks per minute"). When a source runs
empty between two ticks, everything is multiplied by the denominator, so nothing is ever rounded and events at
the same moment are equal, not nearly equal.

Readings chosen where blackout.md leaves room:
- An interruption that has lasted exactly its tolerance is a stop, even if a source becomes ready that moment.
- An interruption reads `interrupted` until it ends, also while the band is closed and its clock runs on.
- A swap made "when the device would stop" begins, like a stop, at the start of that interruption.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import gcd, lcm

from evacplan.domain.blackout.prepared import Prepared
from evacplan.domain.blackout.supply import Assignment, Supply
from evacplan.domain.blackout.timetable import bits
from evacplan.domain.power import MINUTES_A_DAY


class State(StrEnum):
    """What a device lives on; from a source, the segment names it."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    SOURCE = "source"
    SWAP = "swap"
    IDLE = "idle"
    INTERRUPTED = "interrupted"
    STOPPED = "stopped"


# A segment's supply: a state, or the position of a source.
Code = State | int


@dataclass(frozen=True, slots=True)
class Plan:
    """Masks: who takes part at all, who is swapped at once, who is swapped when it would stop."""

    members: int
    at_once: int = 0
    on_stop: int = 0


@dataclass(frozen=True, slots=True)
class Walked:
    """What happened. Times in exact minutes; segments in hours (from, supply), each until the next.

    ends: start of the final interruption of each device that could not go on (stopped, or swapped then),
    only if its tolerance ran out before the horizon. overloads: per source the first hour, the worst sum of
    peaks and the devices then.
    """

    ends: dict[int, Fraction]
    segments: dict[int, list[tuple[float, Code]]]
    overloads: dict[int, tuple[float, int, int]]


class Walk:
    """One run of a prepared household; make one, call `run` once."""

    def __init__(self, prepared: Prepared, supply: Supply, plan: Plan, minutes: Fraction) -> None:
        self._prepared = prepared
        self._supply = supply
        self._plan = plan
        self._ends: dict[int, Fraction] = {}
        self._overloads: dict[int, tuple[float, int, int]] = {}
        self._before: dict[Code, int] = {}
        self._situation: tuple[object, ...] = ()
        self._scale = self._first_scale(minutes)
        self._now = 0
        self._end = self._ticks(minutes)
        self._going = plan.members & ~plan.at_once
        self._fill()
        self._stretch = prepared.day.at(prepared.starts_at)
        self._midnight = -prepared.starts_at  # minutes from the outage to the midnight before the stretch
        self._closing = self._stretch_end()
        self._deadlines: dict[int, tuple[int, int]] = {}  # device -> (start, last moment) of an interruption
        self._segments: dict[int, list[tuple[float, Code]]] = {
            device: [(0.0, State.SWAP)] if plan.at_once >> device & 1 else [] for device in bits(plan.members)
        }

    def run(self) -> Walked:
        """Everything that happens from the outage to the horizon."""
        while self._now < self._end and self._going:
            self._retire()
            on_battery, assignment = self._decide()
            self._advance(on_battery, assignment)
        return Walked(self._ends, self._segments, self._overloads)

    def _first_scale(self, minutes: Fraction) -> int:
        prepared = self._prepared
        values = [minutes, *prepared.ready, *prepared.tolerance, *self._amounts()]
        values += [minute for pair in prepared.batteries for minute in pair]
        return lcm(*(value.denominator for value in values))

    def _amounts(self) -> list[Fraction]:
        unit = self._prepared.draw_unit
        return [tank.amount * (unit if tank.by_energy else 1) for tank in self._prepared.reservoirs]

    def _ticks(self, minutes: Fraction) -> int:
        return minutes.numerator * (self._scale // minutes.denominator)

    def _fill(self) -> None:
        """Load batteries and sources; a battery's ticks in use are kept for the stage now in use."""
        prepared = self._prepared
        self._stages = [
            [(State.EXTERNAL, self._ticks(external)), (State.INTERNAL, self._ticks(internal))]
            for internal, external in prepared.batteries
        ]
        self._on: dict[State, int] = {State.INTERNAL: 0, State.EXTERNAL: 0}
        self._span = [0] * len(self._stages)
        for device in bits(self._going):
            self._next_battery(device)
        self._left = [self._ticks(amount) for amount in self._amounts()]
        self._filled = sum(1 << source for source, left in enumerate(self._left) if left)
        self._waiting = {source: self._ticks(ready) for source, ready in enumerate(prepared.ready) if ready}

    def _next_battery(self, device: int) -> None:
        for state in self._on:
            self._on[state] &= ~(1 << device)
        stages = self._stages[device]
        while stages:
            state, span = stages.pop()
            if span:
                self._on[state] |= 1 << device
                self._span[device] = span
                return

    def _retire(self) -> None:
        """Take out the devices whose interruption has lasted as long as their tolerance."""
        for device, (start, last) in tuple(self._deadlines.items()):
            if last <= self._now:
                del self._deadlines[device]
                self._end_device(device, start, last)

    def _end_device(self, device: int, start: int, last: int) -> None:
        self._going &= ~(1 << device)
        self._ends[device] = Fraction(start, self._scale)
        began = self._hours(start)
        segments = self._segments[device]
        if segments and segments[-1][0] == began:
            segments.pop()
        if self._plan.on_stop >> device & 1:
            segments.append((began, State.SWAP))
            return
        if last > start:
            segments.append((began, State.INTERRUPTED))
        segments.append((self._hours(last), State.STOPPED))

    def _decide(self) -> tuple[int, Assignment]:
        """Supply every device in use: own battery, else a source, else its interruption begins."""
        in_use = self._prepared.day.stretches[self._stretch][1] & self._going
        internal, external = self._on[State.INTERNAL] & in_use, self._on[State.EXTERNAL] & in_use
        needing = in_use & ~internal & ~external
        available = self._filled
        for source in self._waiting:
            available &= ~(1 << source)
        assignment = self._supply.assign(needing, available)
        for device in bits(assignment.supplied):
            self._deadlines.pop(device, None)
        self._interrupt(needing & ~assignment.supplied)
        self._record(in_use, internal, external, assignment)
        return internal | external, assignment

    def _interrupt(self, failing: int) -> None:
        for device in bits(failing):
            if device not in self._deadlines:
                last = self._now + self._ticks(self._prepared.tolerance[device])
                if last == self._now:
                    self._end_device(device, self._now, last)
                else:
                    self._deadlines[device] = (self._now, last)

    def _record(self, in_use: int, internal: int, external: int, assignment: Assignment) -> None:
        interrupted = sum([1 << device for device in self._deadlines])
        situation = (internal, external, interrupted, self._going & ~in_use & ~interrupted, assignment)
        if situation == self._situation:
            return
        self._situation = situation
        now: dict[Code, int] = {
            State.INTERNAL: internal,
            State.EXTERNAL: external,
            State.INTERRUPTED: interrupted,
            State.IDLE: situation[3],
        }
        now.update(assignment.carried)
        for code, mask in now.items():
            begun = mask & ~self._before.get(code, 0)
            if begun:
                hour = self._hours(self._now)
                for device in bits(begun):
                    self._segments[device].append((hour, code))
        self._before = now
        for source, mask, peaks in assignment.overloads:
            first, worst, devices = self._overloads.get(source, (self._hours(self._now), 0, 0))
            self._overloads[source] = (first, peaks, mask) if peaks > worst else (first, worst, devices)

    def _advance(self, on_battery: int, assignment: Assignment) -> None:
        """Go to the next event and apply everything that happens at that moment."""
        step = min(self._times_to_go(on_battery)) - self._now
        step = self._shortened(step, assignment)
        self._now += step
        for device in bits(on_battery):
            if self._span[device] > 0:  # an endless one stands at a negative number
                self._span[device] -= step
                if not self._span[device]:
                    self._next_battery(device)
        for source, rate in assignment.rates:
            self._left[source] -= rate * step
            if not self._left[source]:
                self._filled &= ~(1 << source)
        if self._now == self._closing:
            self._open_stretch()
        for source in [source for source, ready in self._waiting.items() if ready <= self._now]:
            del self._waiting[source]

    def _times_to_go(self, on_battery: int) -> Iterator[int]:
        yield self._end
        yield self._closing
        yield from self._waiting.values()
        for _, last in self._deadlines.values():
            yield last
        for device in bits(on_battery):
            if self._span[device] > 0:
                yield self._now + self._span[device]

    def _shortened(self, step: int, assignment: Assignment) -> int:
        """The step, or the shorter one to the first source that runs empty; refines the scale for it."""
        left, rate = step, 1
        for source, falling in assignment.rates:
            if falling * left > self._left[source] * rate:
                left, rate = self._left[source], falling
        common = gcd(left, rate)
        if rate > common:
            self._refine(rate // common)
        return left // common

    def _refine(self, factor: int) -> None:
        self._scale *= factor
        self._now *= factor
        self._end *= factor
        self._closing *= factor
        self._span = [span * factor for span in self._span]
        self._left = [left * factor for left in self._left]
        self._stages = [[(state, span * factor) for state, span in stages] for stages in self._stages]
        self._waiting = {source: ready * factor for source, ready in self._waiting.items()}
        self._deadlines = {
            device: (start * factor, last * factor) for device, (start, last) in self._deadlines.items()
        }

    def _stretch_end(self) -> int:
        stretches = self._prepared.day.stretches
        following = self._stretch + 1
        minute = stretches[following][0] if following < len(stretches) else MINUTES_A_DAY
        return (self._midnight + minute) * self._scale

    def _open_stretch(self) -> None:
        self._stretch += 1
        if self._stretch == len(self._prepared.day.stretches):
            self._stretch = 0
            self._midnight += MINUTES_A_DAY
        self._closing = self._stretch_end()

    def _hours(self, ticks: int) -> float:
        """Hours of a time in ticks, correctly rounded: the division of two integers is."""
        return ticks / (60 * self._scale)
