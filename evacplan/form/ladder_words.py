"""The ladder of an outage in words: a table to follow by the clock."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evacplan.domain.blackout.inputs import UNKNOWN, When
from evacplan.domain.ladder import Reckoned, Rung, RungKind, ladder
from evacplan.domain.power import hours_down, hours_up, minutes_down
from evacplan.domain.scenarios import OWN
from evacplan.domain.times import format_clock
from evacplan.form.figure_words import Teller
from evacplan.form.languages import Language, read_words
from evacplan.form.toml_file import FormError
from evacplan.form.view import Answer, Column, State, TableBlock
from evacplan.form.words import figure

FILE = "ladder.toml"
_LONG = "no_estimate_long"
_NEEDED = {RungKind.LEAVE}


class LadderWords(BaseModel):
    """forms/ladder.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: dict[str, str]
    brief: dict[str, str]
    at: dict[str, str]
    state: dict[str, str]
    do: dict[str, str]


def load_ladder_words(folder: Path, language: Language = Language.JAPANESE) -> LadderWords:
    """The words of the ladder. Raises FormError naming what is missing."""
    try:
        found = LadderWords.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error
    wanted = {_LONG, *(kind.value for kind in RungKind)}
    if any(set(table) != wanted for table in (found.brief, found.at, found.state, found.do)):
        raise FormError(f"{FILE}: [brief], [at], [state] and [do] must name {sorted(wanted)}")
    return found


@dataclass(frozen=True, slots=True)
class LadderTeller:
    """Tells the ladder of one plan."""

    ladder_words: LadderWords
    teller: Teller

    @property
    def words(self) -> dict[str, str]:
        return self.ladder_words.words

    def table(self) -> TableBlock | None:
        """The ladder with this child's hours; None when no life hangs on a device or on oxygen."""
        figures = self.teller.figures
        if not figures.has_vital:
            return None
        rungs = ladder(self.teller.plan, figures)
        columns = (
            Column(self.words["at"], 1.5),
            Column(self.words["when"], 1.5),
            Column(self.words["do"], 3.0),
        )
        return TableBlock(self.words["title"], columns, tuple(self._row(rung) for rung in rungs))

    def brief(self) -> str:
        """The ladder in one line for the emergency sheet, "" when no life hangs on a device or on oxygen."""
        figures = self.teller.figures
        if not figures.has_vital:
            return ""
        told = [
            self.words["brief_rung"].format(at=at, do=do)
            for rung in ladder(self.teller.plan, figures)
            if (do := self.ladder_words.brief[rung.kind.value]) and (at := self._brief_at(rung))
        ]
        return self.words["brief"].format(rungs=self.words["then"].join(told))

    def _brief_at(self, rung: Rung) -> str:
        if rung.at is None:
            return self.ladder_words.at[rung.kind.value]
        return self._at(rung.kind, rung.at).text

    def _row(self, rung: Rung) -> tuple[Answer | None, ...]:
        name = rung.kind.value
        if rung.kind is RungKind.NO_ESTIMATE and (rung.about is None or rung.about.hours is None):
            name = _LONG
        hours = self._about(rung)
        target = self.words["hours"].format(hours=figure(self.teller.figures.wanted.target_h))
        more = {"half": hours, "need": hours, "hours": hours, "target": target, "swaps": self._swaps()}
        at, state = self.ladder_words.at[name], self.ladder_words.state[name].format(**more)
        return (
            Answer(at) if rung.at is None else self._at(rung.kind, rung.at),
            Answer(state) if state else None,
            Answer(self.ladder_words.do[name].format(**more)),
        )

    def _about(self, rung: Rung) -> str:
        """The hours a sentence speaks of; what must be left is a need and goes up."""
        if rung.about is None:
            return ""
        if rung.about.hours is None:
            return self.teller.form.answers.unknown
        shown = hours_up if rung.kind in _NEEDED else hours_down
        bound = "half_bound" if rung.kind is RungKind.NO_ESTIMATE else "at_least"
        pattern = self.words[bound if rung.about.is_bound else "hours"]
        return pattern.format(hours=f"{shown(rung.about.hours):.1f}")

    def _at(self, kind: RungKind, at: Reckoned) -> Answer:
        """The hour after the outage, with its clock time; 未確認 with its bound beside it."""
        if at.hours is None:
            return Answer(self.teller.form.answers.unknown, State.UNKNOWN)
        if kind is RungKind.NO_SECOND_SOURCE:
            minutes = figure(minutes_down(at.hours * 60))
            return Answer(self.words["minutes"].format(minutes=minutes), strong=True)
        if at.is_bound:
            note = self.words["at_least"].format(hours=f"{hours_down(at.hours):.1f}")
            return Answer(self.teller.form.answers.unknown, State.UNKNOWN, note)
        begins = format_clock(self.teller.figures.wanted.starts_at)
        then = self.teller.clock_after(at.hours, OWN)
        note = self.words["clock"].format(clock=begins, then=then)
        return Answer(self.teller.duration(at.hours), note=note, strong=True)

    def _swaps(self) -> str:
        """The swaps of the best operation that are made at once."""
        best = self.teller.figures.best
        if best is UNKNOWN:
            return ""
        at_once = ((step.device, step.when) for step in best.steps if step.when is When.AT_ONCE)
        now = [step.text for step in self.teller.steps(at_once)]
        return self.words["swaps_now"].format(swaps=self.words["join"].join(now)) if now else ""
