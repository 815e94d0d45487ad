"""What the run-down says on paper, already in words."""

from dataclasses import dataclass

from evacplan.form.leaving_words import LeavingLines
from evacplan.form.spec import Edition
from evacplan.form.view import ChartBlock, Fact, HeadlineBlock, Step, TableBlock


@dataclass(frozen=True, slots=True)
class FigureFact:
    """One computed figure and the editions that may show it."""

    editions: frozenset[Edition]
    fact: Fact


@dataclass(frozen=True, slots=True)
class PaperFigures:
    """The figures of one plan. swaps: what to do without power, in order. inputs: what they came from.

    outlets: how many of them the devices that come along need, and the watts together.
    levers, lever_notes, ladder, leaving: what to do about it, when, and who carries what.
    """

    headline: HeadlineBlock | None = None
    chart: ChartBlock | None = None
    swaps: tuple[Step, ...] = ()
    facts: tuple[FigureFact, ...] = ()
    inputs: tuple[str, ...] = ()
    outlets: Fact | None = None
    levers: TableBlock | None = None
    lever_notes: tuple[str, ...] = ()
    ladder: TableBlock | None = None
    leaving: LeavingLines | None = None


NO_FIGURES = PaperFigures()
