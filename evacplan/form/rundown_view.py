"""The run-down as the window shows it: every circumstance in a line, one of them in full.

In full means: under ordinary operation, under minimum operation and under the best one, each with its chart
and the same in words, so that nobody needs to see the chart.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from evacplan.domain.blackout.inputs import UNKNOWN, When
from evacplan.domain.blackout.results import RunDown
from evacplan.domain.power import hours_down
from evacplan.domain.scenarios import OWN, Circumstance, Operation, planned
from evacplan.form.figure_words import Teller
from evacplan.form.run_chart import run_chart
from evacplan.form.supply_look import LOOKS
from evacplan.form.told import BarTold, told_bars
from evacplan.form.view import Answer, ChartBlock, Fact, HeadlineBlock, Supply

PLANNED_H = 3.0


class Manner(StrEnum):
    """How the family runs the devices: as always, all swaps made at once, or those that last longest."""

    ORDINARY = "ordinary"
    MINIMUM = "minimum"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which circumstance and operation are wanted in full, and how many hours a planned outage lasts."""

    code: str = OWN.code
    manner: Manner = Manner.BEST
    planned_h: float = PLANNED_H


@dataclass(frozen=True, slots=True)
class CircumstanceLine:
    """One circumstance in ordinary operation. is_worst: under none does anything stop earlier."""

    code: str
    name: str
    first: Answer
    leave_by: Answer
    is_worst: bool


@dataclass(frozen=True, slots=True)
class MannerView:
    """One operation. Only the one asked for has steps, a chart and its bars in words.

    chart is None, too, when nobody can say which operation is the best.
    """

    manner: Manner
    title: str
    headline: HeadlineBlock
    facts: tuple[Fact, ...] = ()
    steps: tuple[str, ...] = ()
    chart: ChartBlock | None = None
    bars: tuple[BarTold, ...] = ()


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a pattern of the chart means: its word, and the letter where there is no room for the word."""

    supply: Supply
    letter: str
    word: str


@dataclass(frozen=True, slots=True)
class RunDownView:
    """All of it. heads: above the lines. chosen: the code of the line shown in full.

    nothing: said when there is nothing to compute, then all else is empty. planned_code: the line whose
    hours the reader may choose.
    """

    title: str
    nothing: str = ""
    heads: tuple[str, ...] = ()
    lines: tuple[CircumstanceLine, ...] = ()
    chosen: str = ""
    planned_code: str = ""
    manners: tuple[MannerView, ...] = ()
    legend: tuple[LegendEntry, ...] = ()


def rundown_view(teller: Teller, asked: Asked) -> RunDownView:
    """The run-down of a plan. A circumstance that is not there any more gives way to the plan's own."""
    words, labels = teller.words, teller.figure_words.figure
    if teller.figures.is_empty:
        return RunDownView(words["chart"], nothing=words["no_devices"])
    outage = planned(asked.planned_h)
    known = _circumstances(teller, outage)
    chosen = next((one for one in known if one.code == asked.code), OWN)
    manners = tuple(_manner(teller, chosen, manner, manner is asked.manner) for manner in Manner)
    return RunDownView(
        title=words["chart"],
        heads=(words["circumstance"], labels["first_stop"].label, labels["leave_by"].label),
        lines=tuple(_lines(teller, known)),
        chosen=chosen.code,
        planned_code=outage.code,
        manners=manners,
        legend=tuple(_legend(teller, manners)),
    )


def _legend(teller: Teller, manners: tuple[MannerView, ...]) -> Iterator[LegendEntry]:
    """The supplies of the three charts, in the order in which they are used."""
    charts = [shown.chart for shown in manners if shown.chart is not None]
    used = {segment.supply for chart in charts for bar in chart.bars for segment in bar.segments}
    for supply in LOOKS:
        if supply in used:
            word = teller.sentences.supply[supply.value]
            yield LegendEntry(supply, teller.figure_words.letters[supply], word)


def _circumstances(teller: Teller, outage: Circumstance) -> tuple[Circumstance, ...]:
    """The shipped ones, the planned outage, the coordinator's own."""
    known = teller.figures.circumstances
    shipped = tuple(one for one in known if not one.is_added)
    return (*shipped, outage, *(one for one in known if one.is_added))


def _lines(teller: Teller, known: tuple[Circumstance, ...]) -> Iterator[CircumstanceLine]:
    worst = teller.figures.worst
    for one in known:
        run = teller.figures.run(one)
        is_worst = worst is not UNKNOWN and worst.first is not None and worst.circumstance == one
        yield CircumstanceLine(
            one.code, _name(teller, one), _first(teller, run), _until(teller, run), is_worst
        )


def _name(teller: Teller, one: Circumstance) -> str:
    name = teller.finding_words.circumstance(one)
    if one.is_added or one.horizon_h is None:
        return name
    return teller.words["planned_name"].format(circumstance=name, hours=f"{one.horizon_h:g}")


def _first(teller: Teller, run: RunDown) -> Answer:
    """What stops first; the bound beside 未確認 is short enough for a column."""
    answer = teller.first_stop(run)
    if run.first_to_stop is not UNKNOWN or run.at_least is None or run.at_least.first_to_stop is None:
        return answer
    first = run.at_least.first_to_stop
    hours = f"{hours_down(first.at_h):.1f}"
    bound = teller.words["at_least_short"].format(name=teller.device_name(first.device), hours=hours)
    return replace(answer, note=bound)


def _until(teller: Teller, run: RunDown) -> Answer:
    """The hour to leave, short enough for a column."""
    if isinstance(run.leave_by_h, float | int):
        return Answer(teller.words["until"].format(duration=teller.duration(run.leave_by_h)))
    return teller.leave_by(run)


def _manner(teller: Teller, circumstance: Circumstance, manner: Manner, in_full: bool) -> MannerView:
    title = teller.words[f"manner_{manner.value}"]
    found = _run(teller, circumstance, manner)
    if found is None:
        notes = (teller.words["best_unknown"],)
        unknown = HeadlineBlock(
            teller.words["unknown_lead"], teller.form.answers.unknown, "", notes=notes, known=False
        )
        return MannerView(manner, title, unknown)
    run, swaps = found
    steps = tuple(step.text for step in teller.steps(swaps))
    headline = teller.sentence(run, circumstance, (_assumes(teller, manner, steps),))
    shown = MannerView(manner, title, headline, tuple(_facts(teller, run)))
    if not in_full:
        return shown
    chart = run_chart(run, teller, teller.starts_at(circumstance))
    bars = tuple(told_bars(run, chart, teller, circumstance))
    return replace(shown, steps=steps or (teller.words["no_swaps"],), chart=chart, bars=bars)


def _run(
    teller: Teller, circumstance: Circumstance, manner: Manner
) -> tuple[RunDown, tuple[tuple[str, When], ...]] | None:
    """The run-down and its swaps in order; None when nobody can say which operation is the best."""
    if manner is Manner.BEST:
        best = teller.figures.best_under(circumstance)
        return None if best is UNKNOWN else (best.result, tuple((one.device, one.when) for one in best.steps))
    operation = Operation.MINIMUM if manner is Manner.MINIMUM else Operation.ORDINARY
    run = teller.figures.run(circumstance, operation)
    return run, run.swaps


def _assumes(teller: Teller, manner: Manner, steps: tuple[str, ...]) -> str:
    if manner is Manner.MINIMUM:
        return teller.words["assumes_minimum"]
    return teller.words["assumes_steps" if manner is Manner.BEST and steps else "assumes_ordinary"]


def _facts(teller: Teller, run: RunDown) -> Iterator[Fact]:
    labels = teller.figure_words.figure
    yield Fact(teller.words["first_label"], _first(teller, run))
    yield Fact(labels["autonomy"].label, teller.autonomy(run))
    yield Fact(teller.words["leave_by_label"], teller.leave_by(run))
    yield Fact(labels["gap"].label, teller.gap(run))
