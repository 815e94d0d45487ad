"""The sums of loads: W at the moment of the outage and Wh a day, now and under minimum operation."""

from fractions import Fraction

from evacplan.domain.blackout.inputs import UNKNOWN, Device
from evacplan.domain.blackout.prepared import Prepared, device_duty, known_or_zero
from evacplan.domain.blackout.results import LoadSum
from evacplan.domain.blackout.timetable import bits
from evacplan.domain.blackout.unknowns import use_is_unknown
from evacplan.domain.power import day_wh


def load_sum(prepared: Prepared, members: int) -> LoadSum:
    """The sums over the devices of a mask; a device with an unknown load makes a sum it is in UNKNOWN."""
    day = prepared.day
    in_use = members & day.stretches[day.at(prepared.starts_at)][1]
    now = [prepared.devices[i] for i in bits(in_use)]
    known_w = float(sum(known_or_zero(device.running_w) for device in now))
    known_wh = float(day_wh(_day(prepared, i) for i in bits(members) if not _day_is_unknown(prepared, i)))
    return LoadSum(
        w=UNKNOWN if any(device.running_w is UNKNOWN for device in now) else known_w,
        day_wh=UNKNOWN if any(_day_is_unknown(prepared, i) for i in bits(members)) else known_wh,
        known_w=known_w,
        known_day_wh=known_wh,
    )


def _day(prepared: Prepared, i: int) -> tuple[Fraction, Fraction]:
    device = prepared.devices[i]
    return known_or_zero(device.running_w), device_duty(device) * prepared.day.minutes_a_day(i) / 60


def _day_is_unknown(prepared: Prepared, i: int) -> bool:
    device: Device = prepared.devices[i]
    return device.running_w is UNKNOWN or use_is_unknown(device)
