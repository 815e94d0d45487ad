"""The bars of the run-down in words: what each device lives on, from when to when."""

from collections.abc import Iterator
from dataclasses import dataclass

from evacplan.domain.blackout.results import RunDown
from evacplan.domain.scenarios import Circumstance
from evacplan.form.figure_words import Teller
from evacplan.form.run_chart import shown_devices
from evacplan.form.view import Bar, ChartBlock, Segment, Supply


@dataclass(frozen=True, slots=True)
class SegmentTold:
    """One segment: what feeds the device, the hours after the outage, the times of day, all in a sentence."""

    supply: str
    hours: str
    clock: str
    sentence: str


@dataclass(frozen=True, slots=True)
class BarTold:
    """A bar of the chart in words, one entry for each of its segments in their order.

    summary: the whole bar where it has no segment: 未確認, or cylinders that are not needed.
    """

    device: str
    segments: tuple[SegmentTold, ...]
    summary: str = ""


def told_bars(
    run: RunDown, chart: ChartBlock, teller: Teller, circumstance: Circumstance
) -> Iterator[BarTold]:
    """Every bar of the chart in words, in its order: the devices, then the oxygen."""
    told = _Told(teller, circumstance, run.horizon_h)
    devices = shown_devices(run)
    for position, bar in enumerate(chart.bars):
        keys = [one.source for one in devices[position].segments] if position < len(devices) else []
        yield told.bar(bar, keys)


@dataclass(frozen=True, slots=True)
class _Told:
    teller: Teller
    circumstance: Circumstance
    horizon_h: float

    def bar(self, bar: Bar, sources: list[str | None]) -> BarTold:
        """sources: the key of the source of each segment; empty for the oxygen."""
        if bar.unknown:
            bound = bar.note or self.teller.form.answers.unknown
            return BarTold(bar.label, (), self._words("told_unknown").format(device=bar.label, bound=bound))
        if not bar.segments:
            return BarTold(bar.label, (), self._words("oxygen_waits").format(device=bar.label))
        keys = sources or [None] * len(bar.segments)
        pairs = zip(bar.segments, keys, strict=True)
        return BarTold(bar.label, tuple(self._segment(bar, segment, key) for segment, key in pairs))

    def _words(self, name: str) -> str:
        return self.teller.words[name]

    def _segment(self, bar: Bar, segment: Segment, source: str | None) -> SegmentTold:
        moments = {
            "start": self._hour(segment.start_h),
            "end": self._hour(segment.end_h),
            "start_clock": self.teller.clock_after(segment.start_h, self.circumstance),
            "end_clock": self.teller.clock_after(segment.end_h, self.circumstance),
        }
        clock = "{start_clock}～{end_clock}".format(**moments)
        name = "" if source is None else self.teller.source_name(source)
        sentence = self.teller.figure_words.told[segment.supply].format(
            device=bar.label, source=name, clock=clock, **moments
        )
        if segment.supply is Supply.CYLINDER and bar.stops_at_h is not None:
            sentence += self._words("oxygen_ends").format(**moments)
        word = segment.label or self._words("idle")
        supply = f"{word}（{name}）" if name else word
        return SegmentTold(supply, "{start}～{end}".format(**moments), clock, sentence)

    def _hour(self, hour: float) -> str:
        return self._words("to_end") if hour >= self.horizon_h else self.teller.duration(hour)
