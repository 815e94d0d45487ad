"""What the run-down says on paper, already in words."""

from dataclasses import dataclass

from evacplan.form.spec import Edition
from evacplan.form.view import ChartBlock, Fact, HeadlineBlock, Step


@dataclass(frozen=True, slots=True)
class FigureFact:
    """One computed figure and the editions that may show it."""

    editions: frozenset[Edition]
    fact: Fact


@dataclass(frozen=True, slots=True)
class PaperFigures:
    """The figures of one plan. swaps: what to do without power, in order. inputs: what they came from."""

    headline: HeadlineBlock | None = None
    chart: ChartBlock | None = None
    swaps: tuple[Step, ...] = ()
    facts: tuple[FigureFact, ...] = ()
    inputs: tuple[str, ...] = ()


NO_FIGURES = PaperFigures()
