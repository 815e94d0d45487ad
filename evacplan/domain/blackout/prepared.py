"""A household turned into whole numbers, so that the walk is exact and fast.

Every load, energy and limit is a fraction as typed; multiplied by their common denominators they become
integers. Unknown figures take the values blackout.md gives them: hours 0, and a load that takes nothing.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Battery,
    Canisters,
    CarEnergy,
    CarHours,
    Device,
    Figure,
    Generator,
    Household,
    Intermittent,
    Portable,
    Scenario,
    Source,
)
from evacplan.domain.blackout.timetable import Timetable, timetable
from evacplan.domain.power import (
    COLD_FACTOR,
    USABLE_FRACTION,
    Number,
    battery_hours,
    canister_hours,
    car_wh,
    duty,
    exact,
    tank_hours,
    usable_wh,
)

ENDLESS = -1  # minutes in use of a battery whose device draws nothing


@dataclass(frozen=True, slots=True)
class Reservoir:
    """What a source holds, as an amount that falls by a rate per minute.

    energy: W·min falling by the mean load (`rate` None), else an amount falling by fixed whole rates:
    `rated` while it carries more than half its output, else `eco`.
    """

    amount: Fraction
    by_energy: bool = False
    eco: int = 1
    rated: int = 1


@dataclass(frozen=True, slots=True)
class Prepared:
    """The whole numbers of one household under one scenario's clock and cold.

    running, peak and limits have the scale `load_unit` per W, draw (duty × running) has `draw_unit`.
    order: device positions A to D, as listed within one priority. batteries: minutes in use of the
    internal and of all external batteries. Times are minutes.
    """

    devices: tuple[Device, ...]
    sources: tuple[Source, ...]
    order: tuple[int, ...]
    running: tuple[int, ...]
    peak: tuple[int, ...]
    limits: tuple[int | None, ...]
    load_unit: int
    draw: tuple[int, ...]
    draw_unit: int
    batteries: tuple[tuple[Fraction, Fraction], ...]
    reservoirs: tuple[Reservoir, ...]
    ready: tuple[Fraction, ...]
    tolerance: tuple[Fraction, ...]
    day: Timetable
    starts_at: int


def prepare(household: Household, sources: tuple[Source, ...], scenario: Scenario) -> Prepared:
    """The household with the sources that count, in the order they are used, as whole numbers."""
    devices = household.devices
    cold = exact(COLD_FACTOR) if scenario.cold else Fraction(1)
    running = [known_or_zero(device.running_w) for device in devices]
    peaks = [_peak(device) for device in devices]
    limits = [None if source.output_w is UNKNOWN else exact(source.output_w) for source in sources]
    draws = [device_duty(device) * load for device, load in zip(devices, running, strict=True)]
    unit = _common(*running, *peaks, *(limit for limit in limits if limit is not None))
    draw_unit = _common(*draws)
    return Prepared(
        devices=devices,
        sources=sources,
        order=tuple(sorted(range(len(devices)), key=lambda i: devices[i].priority)),
        running=tuple(int(load * unit) for load in running),
        peak=tuple(int(load * unit) for load in peaks),
        limits=tuple(None if limit is None else int(limit * unit) for limit in limits),
        load_unit=unit,
        draw=tuple(int(load * draw_unit) for load in draws),
        draw_unit=draw_unit,
        batteries=tuple(_batteries(device, cold) for device in devices),
        reservoirs=tuple(_reservoir(source, cold) for source in sources),
        ready=tuple(exact(source.ready_after_min) for source in sources),
        tolerance=tuple(exact(device.tolerance_min) for device in devices),
        day=timetable(devices),
        starts_at=scenario.starts_at,
    )


def known_or_zero(figure: Figure) -> Fraction:
    """The figure, or zero for an unknown one: only where blackout.md lets the walk go on with zero."""
    return Fraction(0) if figure is UNKNOWN else exact(figure)


def device_duty(device: Device) -> Fraction:
    """Share of its time in use that a device really runs; 1 when that is unknown, which is the safe side."""
    use = device.use
    if not isinstance(use, Intermittent) or use.minutes is UNKNOWN or use.uses_a_day is UNKNOWN:
        return Fraction(1)
    return duty(use.minutes, use.uses_a_day)


def _common(*values: Number) -> int:
    return lcm(*(exact(value).denominator for value in values))


def _peak(device: Device) -> Fraction:
    return known_or_zero(device.running_w if device.peak_w is UNKNOWN else device.peak_w)


def _batteries(device: Device, cold: Fraction) -> tuple[Fraction, Fraction]:
    share = device_duty(device)
    internal = _minutes(device, (device.internal,)) * cold
    external = _minutes(device, device.external) * cold
    if share == 0:
        return (Fraction(ENDLESS if internal else 0), Fraction(ENDLESS if external else 0))
    return (internal / share, external / share)


def _minutes(device: Device, batteries: tuple[Battery, ...]) -> Fraction:
    hours = (
        battery_hours(known_or_zero(battery.hours), battery.a_age, device.a_set)
        * known_or_zero(battery.count)
        for battery in batteries
    )
    return sum(hours, Fraction(0)) * 60


def _reservoir(source: Source, cold: Fraction) -> Reservoir:
    energy = source.energy
    match energy:
        case Portable():
            return Reservoir(_portable_wh(energy) * cold * 60, by_energy=True)
        case CarEnergy():
            return Reservoir(car_wh(known_or_zero(energy.kwh)) * 60, by_energy=True)
        case CarHours():
            return Reservoir(known_or_zero(energy.hours) * 60)
    return _fuel(energy)


def _portable_wh(energy: Portable) -> Fraction:
    if energy.usable_wh is not UNKNOWN:
        return exact(energy.usable_wh)
    fraction = USABLE_FRACTION if energy.fraction is None else energy.fraction
    return usable_wh(known_or_zero(energy.capacity_wh), fraction)


def _fuel(generator: Generator) -> Reservoir:
    """Fuel so scaled that it falls by whole numbers: eco × (eco minutes) = rated × (rated minutes) = all."""
    figures = [known_or_zero(generator.eco_h), known_or_zero(generator.rated_h)]
    eco, rated = (_fuel_hours(generator, figure or max(figures)) * 60 for figure in figures)
    if eco == 0 or rated == 0:
        return Reservoir(Fraction(0))
    return Reservoir(
        Fraction(eco.numerator * rated.numerator),
        eco=rated.numerator * eco.denominator,
        rated=eco.numerator * rated.denominator,
    )


def _fuel_hours(generator: Generator, hours: Fraction) -> Fraction:
    fuel = generator.fuel
    if isinstance(fuel, Canisters):
        return canister_hours(known_or_zero(fuel.count), hours)
    return tank_hours(known_or_zero(fuel.stock), known_or_zero(fuel.tank), hours)
