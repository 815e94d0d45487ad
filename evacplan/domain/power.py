"""The formulas of power and oxygen endurance, F1 to F15, and the rounding of every figure shown.

Numbers are taken as they were typed (0.8 means eight tenths) and kept exact; a caller who wants a float says
`float(...)`. Source of every formula: shared/domain/power.md §3 and §5, where their own sources are named.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

Number = int | float | Fraction

USABLE_FRACTION = 0.8
COLD_FACTOR = 0.8
OLD_BATTERY_FACTOR = 0.5
OXYGEN_FACTOR = 0.8
CONSERVER_FACTOR = 2.0
LEAST_RESERVE_H = 2.0
CANISTERS_UNREALISTIC_ABOVE = 60
MINUTES_A_DAY = 24 * 60


@lru_cache(maxsize=8192)
def exact(value: Number) -> Fraction:
    """The number as it was typed: 0.1 is one tenth, not the float next to it."""
    return Fraction(str(value)) if isinstance(value, float) else Fraction(value)


def running_w(
    measured_w: float | None, rated_w: float | None = None, rated_va: float | None = None
) -> float | None:
    """W a device draws while running: measured, else rated, VA counting as W; None when none is known."""
    return next((value for value in (measured_w, rated_w, rated_va) if value is not None), None)


def watts_of_volts_and_amperes(volts: Number, amperes: Number) -> Fraction:
    """W when only V and A are printed on the label."""
    return exact(volts) * exact(amperes)


def duty(minutes_per_use: Number, uses_a_day: Number) -> Fraction:
    """Share of the day (0 to 1) a device used now and then is running, spread evenly; never above 1."""
    return min(exact(minutes_per_use) * exact(uses_a_day) / MINUTES_A_DAY, Fraction(1))


def usable_wh(capacity_wh: Number, fraction: Number = USABLE_FRACTION) -> Fraction:
    """F1: Wh that really come out of a storage of this nominal capacity."""
    return exact(capacity_wh) * exact(fraction)


def hours_on(energy_wh: Number, load_w: Number) -> Fraction | None:
    """F2: hours this usable energy carries a load, or None when the load is zero and it never ends."""
    return exact(energy_wh) / exact(load_w) if load_w else None


def day_wh(loads: Iterable[tuple[Number, Number]]) -> Fraction:
    """F3: Wh a day of loads given as (running W, hours a day)."""
    return sum((exact(load_w) * exact(hours) for load_w, hours in loads), Fraction(0))


def pool_hours(energies_wh: Iterable[Number], mean_loads_w: Iterable[Number]) -> Fraction | None:
    """F4: hours several usable energies carry several duty-weighted loads together; None without a load."""
    return hours_on(sum(map(exact, energies_wh)), sum(map(exact, mean_loads_w)))


def output_holds(peaks_w: Iterable[Number], output_w: Number) -> bool:
    """F5: whether a source delivers the peaks of all it carries at one moment (W; its VA counts as W)."""
    return sum(map(exact, peaks_w)) <= exact(output_w)


def battery_hours(nominal_h: Number, a_age: Number = 1, a_set: Number = 1) -> Fraction:
    """F6: hours of an own battery after its age and the settings of the device are taken off."""
    return exact(nominal_h) * exact(a_age) * exact(a_set)


def ventilator_hours(
    internal_h: Number, external_h: Iterable[Number], source_h: Iterable[Number]
) -> Fraction:
    """F7: hours of the internal battery, the external ones and the device's share of all sources in a row."""
    return exact(internal_h) + sum(map(exact, (*external_h, *source_h)))


def canister_pairs(canisters: Number) -> int:
    """Pairs of gas canisters; an odd one is of no use (F8)."""
    return floor(exact(canisters) / 2)


def canister_hours(canisters: Number, hours_per_pair: Number) -> Fraction:
    """F8: hours a canister generator runs at the load its hours per pair belong to."""
    return canister_pairs(canisters) * exact(hours_per_pair)


def canisters_for(hours: Number, hours_per_pair: Number) -> int:
    """F8: canisters needed for so many hours, always whole pairs. Above 60 it is not realistic."""
    return ceil(exact(hours) / exact(hours_per_pair)) * 2


def tank_hours(stock_l: Number, tank_l: Number, hours_per_tank: Number) -> Fraction:
    """F9: hours the stored fuel lasts at the load its hours per tank belong to; part of a tank counts."""
    return exact(stock_l) / exact(tank_l) * exact(hours_per_tank)


def tank_fills_for(hours: Number, hours_per_tank: Number) -> int:
    """F9: fills of the tank needed for so many hours, the last one whole."""
    return ceil(exact(hours) / exact(hours_per_tank))


def car_hours(energy_kwh: Number, load_w: Number) -> Fraction | None:
    """F10: hours a car carries a load; None when the load is zero. No usable fraction is taken off."""
    return hours_on(car_wh(energy_kwh), load_w)


def car_wh(energy_kwh: Number) -> Fraction:
    """F10: the stated kWh of a car in Wh."""
    return exact(energy_kwh) * 1000


def oxygen_content_l(volume_l: Number, pressure_mpa: Number) -> Fraction:
    """F11: litres of oxygen in a cylinder of this volume at this filling pressure."""
    return exact(volume_l) * exact(pressure_mpa) * 10


def oxygen_minutes(content_l: Number, flow_l_min: Number, factor: Number = OXYGEN_FACTOR) -> Fraction:
    """F12: minutes a content lasts at a flow above zero, of which the factor may be counted on."""
    return exact(content_l) * exact(factor) / exact(flow_l_min)


def with_conserver(minutes: Number, factor: Number = CONSERVER_FACTOR) -> Fraction:
    """F13: minutes with a conserver the child can trigger; only on a doctor's word."""
    return exact(minutes) * exact(factor)


def leave_at_h(
    preparation_min: Number, loading_min: Number, travel_min: Number, reserve_h: Number | None = None
) -> Fraction:
    """F14: hours that must be left when the family sets out; the reserve is never below two hours."""
    reserve = max(exact(LEAST_RESERVE_H if reserve_h is None else reserve_h), exact(LEAST_RESERVE_H))
    return (exact(preparation_min) + exact(loading_min) + exact(travel_min)) / 60 + reserve


def leave_by_h(first_stop_h: Number, leave_at: Number) -> Fraction:
    """The hour after the outage at which to set out (F14), never below zero."""
    return max(exact(first_stop_h) - exact(leave_at), Fraction(0))


def first_to_stop(candidates: Iterable[tuple[str, Number, Number]]) -> tuple[str, Fraction] | None:
    """F15: key and harm hour of the first of (key, stop in h, tolerance in min); None without candidates.

    Of two at the same moment the one listed first wins, so list A before B and oxygen last.
    """
    harms = [(key, exact(stop) + exact(tolerance) / 60) for key, stop, tolerance in candidates]
    return min(harms, key=lambda harm: harm[1], default=None)


# A float that was exactly 58.8 before a subtraction may arrive as 58.79999999999999.
_SAME_STEP = Fraction(1, 10**7)


def _steps_down(value: Number, per_unit: int) -> int:
    return floor(exact(value) * per_unit + _SAME_STEP)


def _steps_up(value: Number, per_unit: int) -> int:
    return ceil(exact(value) * per_unit - _SAME_STEP)


def hours_down(hours: Number) -> float:
    """Hours as shown: down to a tenth, because people rely on them."""
    return _steps_down(hours, 10) / 10


def hours_up(hours: Number) -> float:
    """Hours needed as shown: up to a tenth (leave-at is a need)."""
    return _steps_up(hours, 10) / 10


def minutes_down(minutes: Number) -> int:
    """Minutes as shown: down to a whole one."""
    return _steps_down(minutes, 1)


def clock_down(hours: Number) -> tuple[int, int]:
    """Whole hours and minutes of a time as shown in 「○時間○分」, down to the minute."""
    return divmod(_steps_down(hours, 60), 60)


def quantity_up(amount: Number) -> int:
    """W, Wh, canisters and gaps as shown: up to a whole one."""
    return _steps_up(amount, 1)
