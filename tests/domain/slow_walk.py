"""A second, slow and plain run-down in fractions of hours, written from blackout.md to check the fast one.

It knows no masks, no scale and no memory: at every event it looks at everything again.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Canisters,
    CarEnergy,
    CarHours,
    Daily,
    Device,
    Figure,
    Generator,
    Intermittent,
    Portable,
    Scenario,
    Source,
)

ZERO = Fraction(0)


def number(figure: Figure | None) -> Fraction:
    """The figure as typed; unknown and empty count as zero here."""
    return ZERO if figure is None or figure is UNKNOWN else Fraction(str(figure))


@dataclass
class Running:
    """A device on its way through the outage."""

    device: Device
    batteries: list[Fraction]
    interrupted_since: Fraction | None = None
    ended: Fraction | None = None

    @property
    def duty(self) -> Fraction:
        """Share of the time it draws."""
        use = self.device.use
        if isinstance(use, Intermittent):
            return min(number(use.minutes) * number(use.uses_a_day) / 1440, Fraction(1))
        return Fraction(1)

    def in_use(self, minute: Fraction) -> bool:
        """Whether the device is in use at a minute of the day."""
        use = self.device.use
        if not isinstance(use, Daily):
            return True
        return any(
            band.start <= minute < band.end
            if band.start < band.end
            else minute >= band.start or minute < band.end
            for band in use.bands
        )

    @property
    def tolerance(self) -> Fraction:
        """Hours it may be off."""
        return number(self.device.tolerance_min) / 60

    @property
    def deadline(self) -> Fraction | None:
        """Hour at which its interruption becomes a stop; None while it is not interrupted."""
        return None if self.interrupted_since is None else self.interrupted_since + self.tolerance


@dataclass
class Pool:
    """A source on its way through the outage; a generator and a car by hours hold 1 and lose shares of it."""

    source: Source
    left: Fraction
    on: list[Running] = field(default_factory=list)

    @property
    def watts(self) -> Fraction:
        """Sum of running W it carries."""
        return sum((number(one.device.running_w) for one in self.on), ZERO)

    @property
    def limit(self) -> Fraction | None:
        """Its output; None without one."""
        return None if self.source.output_w is UNKNOWN else number(self.source.output_w)

    def falls(self) -> Fraction:
        """What it loses an hour."""
        energy = self.source.energy
        if not self.on:
            return ZERO
        match energy:
            case CarHours():
                return Fraction(1)
            case Generator():
                return 1 / self._fuel_hours(energy)
        return sum((one.duty * number(one.device.running_w) for one in self.on), ZERO)

    def _fuel_hours(self, energy: Generator) -> Fraction:
        limit = self.limit
        low = limit is not None and self.watts <= limit / 2
        figure = (energy.eco_h, energy.rated_h) if low else (energy.rated_h, energy.eco_h)
        per_unit = number(figure[0]) or number(figure[1])
        fuel = energy.fuel
        if isinstance(fuel, Canisters):
            return number(fuel.count) // 2 * per_unit
        return number(fuel.stock) / number(fuel.tank) * per_unit


def slow_ends(
    devices: tuple[Device, ...],
    sources: tuple[Source, ...],
    scenario: Scenario,
    at_once: frozenset[str] = frozenset(),
) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """Hour of the final stop of each device, and what is left in each source at the horizon."""
    cold = Fraction(4, 5) if scenario.cold else Fraction(1)
    running = [Running(device, _batteries(device, cold)) for device in devices if device.key not in at_once]
    pools = [Pool(source, _content(source, cold)) for source in sources]
    now, end = ZERO, number(scenario.horizon_h)
    while now < end:
        now = _step(running, pools, scenario, now, end)
    ended = {one.device.key: one.ended for one in running if one.ended is not None}
    return ended, {pool.source.key: pool.left for pool in pools}


def _batteries(device: Device, cold: Fraction) -> list[Fraction]:
    return [
        number(battery.hours) * number(battery.count) * number(battery.a_age) * number(device.a_set) * cold
        for battery in (device.internal, *device.external)
    ]


def _content(source: Source, cold: Fraction) -> Fraction:
    energy = source.energy
    match energy:
        case Portable():
            fraction = Fraction(4, 5) if energy.fraction is None else number(energy.fraction)
            stated = energy.usable_wh is not UNKNOWN
            return (number(energy.usable_wh) if stated else number(energy.capacity_wh) * fraction) * cold
        case CarEnergy():
            return number(energy.kwh) * 1000
        case CarHours():
            return number(energy.hours)
    fuel = energy.fuel
    stock = number(fuel.count) // 2 if isinstance(fuel, Canisters) else number(fuel.stock)
    return Fraction(1) if stock else ZERO


def _step(
    running: list[Running], pools: list[Pool], scenario: Scenario, now: Fraction, end: Fraction
) -> Fraction:
    """Apply all that happens at this moment, supply every device, and go on to the next event."""
    minute = (scenario.starts_at + now * 60) % 1440
    going = [one for one in running if one.ended is None]
    for one in going:
        if one.deadline is not None and one.deadline <= now:
            one.ended = one.interrupted_since
    wanting = [one for one in going if one.ended is None and one.in_use(minute)]
    on_battery = [one for one in wanting if any(one.batteries)]
    _carry([one for one in wanting if not any(one.batteries)], pools, now)
    moments = [end, *_band_moments(running, minute, now), *_ready_moments(pools, now)]
    moments += [one.deadline for one in running if one.deadline is not None and one.ended is None]
    for one in on_battery:
        first = next(i for i, hours in enumerate(one.batteries) if hours)
        if one.duty:
            moments.append(now + one.batteries[first] / one.duty)
    for pool in pools:
        if pool.falls():
            moments.append(now + pool.left / pool.falls())
    following = min(moment for moment in moments if moment > now)
    _draw(on_battery, pools, following - now)
    return following


def _carry(wanting: list[Running], pools: list[Pool], now: Fraction) -> None:
    for pool in pools:
        pool.on = []
    for one in sorted(wanting, key=lambda one: one.device.priority):
        watts = number(one.device.running_w)
        for pool in pools:
            ready = number(pool.source.ready_after_min) / 60 <= now
            if ready and pool.left and (pool.limit is None or pool.watts + watts <= pool.limit):
                pool.on.append(one)
                one.interrupted_since = None
                break
        else:
            if one.interrupted_since is None:
                one.interrupted_since = now
            if not one.tolerance:
                one.ended = now


def _draw(on_battery: list[Running], pools: list[Pool], hours: Fraction) -> None:
    for one in on_battery:
        first = next(i for i, left in enumerate(one.batteries) if left)
        one.batteries[first] -= one.duty * hours
    for pool in pools:
        pool.left -= pool.falls() * hours


def _band_moments(running: list[Running], minute: Fraction, now: Fraction) -> list[Fraction]:
    ends = {
        edge
        for one in running
        if isinstance(one.device.use, Daily)
        for band in one.device.use.bands
        for edge in (band.start, band.end)
    }
    return [now + Fraction((edge - minute) % 1440 or 1440) / 60 for edge in ends]


def _ready_moments(pools: list[Pool], now: Fraction) -> list[Fraction]:
    return [ready for pool in pools if (ready := number(pool.source.ready_after_min) / 60) > now]
