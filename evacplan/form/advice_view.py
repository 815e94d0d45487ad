"""The advice as the window shows it: what would last longer, and what to do at which hour of an outage."""

from dataclasses import dataclass

from evacplan.domain.scenarios import OWN
from evacplan.form.advice import AdviceWords, lever_teller
from evacplan.form.figure_words import Teller
from evacplan.form.ladder_words import LadderTeller
from evacplan.form.view import TableBlock


@dataclass(frozen=True, slots=True)
class AdviceView:
    """The levers and the ladder of one plan under its own circumstances; all empty while no device is named.

    assumes: which circumstance both hold for. basis: what the levers are compared with, "" when that is
    unknown. answer: what it takes to reach the target. levers, ladder: None when there is nothing to say.
    """

    assumes: str = ""
    basis: str = ""
    answer: str = ""
    levers: TableBlock | None = None
    ladder: TableBlock | None = None


def advice_view(words: AdviceWords, teller: Teller) -> AdviceView:
    """The advice for a plan. It runs the engine for every measure: too long for each key stroke."""
    if teller.figures.is_empty:
        return AdviceView()
    told = lever_teller(words, teller)
    *basis, answer = told.sentences()
    circumstance = teller.finding_words.circumstance(OWN)
    return AdviceView(
        assumes=told.words["assumes"].format(circumstance=circumstance),
        basis="".join(basis),
        answer=answer,
        levers=told.table(),
        ladder=LadderTeller(words.ladder, teller).table(),
    )
