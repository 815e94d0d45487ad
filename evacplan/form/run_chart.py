"""The run-down as a picture: one bar for each vital device, hours across."""

from typing import Protocol

from evacplan.domain.blackout.inputs import UNKNOWN, Priority
from evacplan.domain.blackout.results import DeviceResult, OxygenResult, RunDown
from evacplan.domain.blackout.walk import State as Feed
from evacplan.domain.figures import Figures, kind_of
from evacplan.domain.power import hours_down
from evacplan.domain.scenarios import SourceKind
from evacplan.domain.times import MINUTES_A_DAY
from evacplan.form.sentences import Sentences
from evacplan.form.view import Bar, ChartBlock, Segment, Supply

NIGHT = (18 * 60, 6 * 60)
_FEEDS = {
    Feed.INTERNAL: Supply.INTERNAL,
    Feed.EXTERNAL: Supply.EXTERNAL,
    Feed.SWAP: Supply.MANUAL,
    Feed.IDLE: Supply.IDLE,
    Feed.INTERRUPTED: Supply.INTERRUPTED,
    Feed.STOPPED: Supply.STOPPED,
}
_SOURCES = {
    SourceKind.PORTABLES: Supply.PORTABLE,
    SourceKind.CARS: Supply.CAR,
    SourceKind.GENERATORS: Supply.GENERATOR,
}
_STEPS_H = (24.0, 48.0, 72.0, 120.0, 168.0)


class Names(Protocol):
    """What the chart needs to know beside the run-down."""

    @property
    def figures(self) -> Figures: ...
    @property
    def sentences(self) -> Sentences: ...
    @property
    def words(self) -> dict[str, str]: ...
    def device_name(self, key: str | None) -> str: ...
    def at_least(self, run: RunDown) -> str: ...


def shown_devices(run: RunDown) -> list[DeviceResult]:
    """The devices with a bar: A and B by priority, all when none is."""
    vital = [device for device in run.devices if device.priority in (Priority.A, Priority.B)]
    return sorted(vital or run.devices, key=lambda device: device.priority)


def run_chart(run: RunDown, names: Names, starts_at: int | None = None) -> ChartBlock:
    """The chart of one run-down: its devices, then the oxygen.

    starts_at: minutes since midnight at which the outage begins, None for the plan's own clock time.
    """
    bars = [_bar(device, names) for device in shown_devices(run)]
    if run.oxygen is not None:
        bars.append(_oxygen(run.oxygen, run.horizon_h, names))
    by = run.leave_by_h
    until = _until(bars, run.horizon_h)
    return ChartBlock(
        title=names.words["chart"],
        bars=tuple(bars),
        until_h=until,
        leave_by_h=by if isinstance(by, float | int) else None,
        leave_by_label=names.words["leave_by"],
        night=_nights(names.figures.wanted.starts_at if starts_at is None else starts_at, until),
    )


def _until(bars: list[Bar], horizon_h: float) -> float:
    """As far as anything happens: the last stop, in steps of a day, within the horizon."""
    stops = [bar.stops_at_h for bar in bars if bar.stops_at_h is not None]
    last = max(stops, default=horizon_h)
    return next((step for step in _STEPS_H if step > last and step <= horizon_h), horizon_h)


def _bar(device: DeviceResult, names: Names) -> Bar:
    label = names.device_name(device.key)
    if device.unknown:
        return Bar(label, (), unknown=True, note=_bound(device, names))
    stop = device.stops_at_h
    return Bar(
        label,
        tuple(
            _segment(segment.from_h, segment.to_h, segment.supply, segment.source, names)
            for segment in device.segments
        ),
        stops_at_h=stop if isinstance(stop, float | int) else None,
    )


def _bound(device: DeviceResult, names: Names) -> str:
    if device.at_least_h is None:
        return names.words["bar_unknown"]
    return names.words["bar_at_least"].format(hours=f"{hours_down(device.at_least_h):.1f}")


def _segment(start: float, end: float, feed: Feed, source: str | None, names: Names) -> Segment:
    supply = _FEEDS.get(feed)
    if supply is None:
        energy = next(one.energy for one in names.figures.household.sources if one.key == source)
        supply = _SOURCES[kind_of(energy)]
    return Segment(start, end, supply, names.sentences.supply[supply.value])


def _oxygen(oxygen: OxygenResult, horizon_h: float, names: Names) -> Bar:
    label = names.words["oxygen"]
    start, end = oxygen.starts_at_h, oxygen.ends_at_h
    if UNKNOWN in (start, end) or oxygen.minutes is UNKNOWN:
        return Bar(label, (), unknown=True, note=names.words["bar_unknown"])
    if not isinstance(start, float | int):
        return Bar(label, ())
    word = names.sentences.supply[Supply.CYLINDER.value]
    stops = float(end) if isinstance(end, float | int) else None
    return Bar(
        label,
        (Segment(start, horizon_h if stops is None else stops, Supply.CYLINDER, word),),
        stops_at_h=stops,
    )


def _nights(starts_at: int, until_h: float) -> tuple[tuple[float, float], ...]:
    """The dark hours as spans of hours after the outage."""
    dusk, dawn = NIGHT
    length = (dawn - dusk) % MINUTES_A_DAY
    first = dusk - starts_at - MINUTES_A_DAY
    spans = (
        (begin / 60, (begin + length) / 60) for begin in range(first, int(until_h * 60) + 1, MINUTES_A_DAY)
    )
    return tuple((max(0.0, start), min(until_h, end)) for start, end in spans if end > 0 and start < until_h)
