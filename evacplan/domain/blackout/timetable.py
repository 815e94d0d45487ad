"""Which devices are in use at which minute of the day, as bit masks (bit i stands for device i)."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from evacplan.domain.blackout.inputs import Daily, Device
from evacplan.domain.power import MINUTES_A_DAY
from evacplan.domain.times import Band


@lru_cache(maxsize=8192)
def bits(mask: int) -> tuple[int, ...]:
    """The positions of the ones in a mask, lowest first."""
    return tuple(i for i in range(mask.bit_length()) if mask >> i & 1)


@dataclass(frozen=True, slots=True)
class Timetable:
    """Stretches of the day (first minute, mask of devices in use), ordered, the first at minute 0."""

    stretches: tuple[tuple[int, int], ...]

    def at(self, minute: int) -> int:
        """Index of the stretch a minute of the day (0 to 1439) lies in."""
        return max(k for k, (first, _) in enumerate(self.stretches) if first <= minute)

    def minutes_a_day(self, device: int) -> int:
        """Minutes a day a device is in use."""
        return sum(last - first for first, last in self._spans(device))

    def minutes_in_use(self, device: int, start: Fraction, end: Fraction) -> Fraction:
        """Minutes a device is in use between two times, both in minutes since some midnight."""
        return self._minutes_until(device, end) - self._minutes_until(device, start)

    def _minutes_until(self, device: int, time: Fraction) -> Fraction:
        days, minute = divmod(time, MINUTES_A_DAY)
        spans = self._spans(device)
        until = [(first, minute if minute < last else Fraction(last)) for first, last in spans]
        today = sum((last - first for first, last in until if first < last), Fraction(0))
        return days * self.minutes_a_day(device) + today

    def _spans(self, device: int) -> list[tuple[int, int]]:
        ends = pairwise((*self.stretches, (MINUTES_A_DAY, 0)))
        return [(first, last) for (first, mask), (last, _) in ends if mask >> device & 1]


def timetable(devices: tuple[Device, ...]) -> Timetable:
    """The day of these devices: continuous and intermittent ones are always in use."""
    minutes = {0}
    for device in devices:
        minutes.update(minute for band in _bands(device) for minute in (band.start, band.end))
    return Timetable(tuple((minute, _mask(devices, minute)) for minute in sorted(minutes)))


def _bands(device: Device) -> tuple[Band, ...]:
    return device.use.bands if isinstance(device.use, Daily) else ()


def _mask(devices: tuple[Device, ...], minute: int) -> int:
    return sum(1 << i for i, device in enumerate(devices) if _in_use(device, minute))


def _in_use(device: Device, minute: int) -> bool:
    bands = _bands(device)
    return not bands or any(_covers(band, minute) for band in bands)


def _covers(band: Band, minute: int) -> bool:
    """In use from the first minute on, not at the last; equal ends are the whole day."""
    if band.start < band.end:
        return band.start <= minute < band.end
    return minute >= band.start or minute < band.end
