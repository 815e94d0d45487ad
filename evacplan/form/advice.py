"""What to do, beside the figures: the levers, the ladder of an outage, and who carries what."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from evacplan.domain.leaving import carrying
from evacplan.domain.scenarios import OWN, Operation, scenario
from evacplan.form.figure_words import Teller
from evacplan.form.ladder_words import LadderTeller, LadderWords, load_ladder_words
from evacplan.form.languages import Language
from evacplan.form.leaving_words import LeavingTeller, LeavingWords, load_leaving_words
from evacplan.form.lever_words import LeverTeller, LeverWords, load_lever_words
from evacplan.form.paper_figures import PaperFigures


@dataclass(frozen=True, slots=True)
class AdviceWords:
    """The words of all three."""

    levers: LeverWords
    ladder: LadderWords
    leaving: LeavingWords


def load_advice_words(folder: Path, language: Language = Language.JAPANESE) -> AdviceWords:
    """Read and check them. Raises FormError naming the file."""
    return AdviceWords(
        load_lever_words(folder, language),
        load_ladder_words(folder, language),
        load_leaving_words(folder, language),
    )


def lever_teller(words: AdviceWords, teller: Teller) -> LeverTeller:
    """What tells the levers under the plan's own circumstances in ordinary operation."""
    return LeverTeller(words.levers, teller, scenario(teller.figures.wanted, OWN, Operation.ORDINARY))


def with_advice(words: AdviceWords, teller: Teller, paper: PaperFigures, today: date) -> PaperFigures:
    """The figures of a paper with the advice; who carries what is told even without any device."""
    on = teller.plan.meeting.updated_on or today
    leaving = LeavingTeller(words.leaving, teller.form, teller.plan, carrying(teller.plan, on)).lines()
    if teller.figures.is_empty:
        return replace(paper, leaving=leaving)
    levers, ladder = lever_teller(words, teller), LadderTeller(words.ladder, teller)
    headline = paper.headline
    if headline is not None and (brief := ladder.brief()):
        headline = replace(headline, steps=brief)
    return replace(
        paper,
        headline=headline,
        levers=levers.table(),
        lever_notes=levers.sentences(),
        ladder=ladder.table(),
        leaving=leaving,
    )
