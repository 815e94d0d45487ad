"""A rehearsal at the table in words: the steps, what the plan says at each, and where it breaks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from string import Formatter

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evacplan.domain import persons
from evacplan.domain.choices import Hazard
from evacplan.domain.findings import Finding, Severity
from evacplan.domain.plan import Plan
from evacplan.domain.rehearsal import KINDS, SAYS, Situation, Step, StepKind
from evacplan.domain.times import format_clock
from evacplan.domain.wareki import format_day
from evacplan.form.finding_words import FindingWords, Sentence, in_words, row_name
from evacplan.form.languages import Language, read_words
from evacplan.form.spec import Form
from evacplan.form.toml_file import FormError
from evacplan.form.words import choice_word

FILE = "rehearsal.toml"
_SHEET = {
    *("title", "footer", "steps", "step", "says", "breaks", "break", "who", "until"),
    *("room", "red", "amber", "none", "withheld", "note"),
}
_SCENARIO = {"head", "hazard", "away", "snow", "phones", "car", "closed", "join", "line"}


class BreakWords(BaseModel):
    """Where the plan breaks, and what to do about it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    say: str
    do: str


class RehearsalWords(BaseModel):
    """forms/rehearsal.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: dict[str, str]
    scenario: dict[str, str]
    sheet: dict[str, str]
    say: dict[str, str]
    breaks: dict[str, BreakWords] = Field(alias="break")


@dataclass(frozen=True, slots=True)
class WordedBreak:
    """One break. place: the path of the field to go to, with row keys."""

    code: str
    is_red: bool
    place: str
    say: str
    do: str


@dataclass(frozen=True, slots=True)
class WordedStep:
    """One step as it is shown."""

    kind: StepKind
    title: str
    says: tuple[str, ...]
    breaks: tuple[WordedBreak, ...]


def load_rehearsal_words(folder: Path, language: Language = Language.JAPANESE) -> RehearsalWords:
    """The words of a rehearsal. Raises FormError naming what is missing or does not fit."""
    try:
        found = RehearsalWords.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error
    for table, there, wanted in (
        ("step", set(found.step), {kind.value for kind in StepKind}),
        ("scenario", set(found.scenario), _SCENARIO),
        ("sheet", set(found.sheet), _SHEET),
        ("say", set(found.say), set(SAYS)),
        ("break", set(found.breaks), {kind.code for kind in KINDS} - SAYS),
    ):
        if there != wanted:
            raise FormError(f"{FILE}: [{table}] must name exactly {sorted(wanted)}, not {sorted(there)}")
    for kind in KINDS:
        words = found.breaks.get(kind.code)
        texts = (words.say, words.do) if words is not None else (found.say[kind.code],)
        used = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
        if not used <= kind.names:
            raise FormError(f"{FILE}: {kind.code} uses {sorted(used)}, but there is {sorted(kind.names)}")
    return found


@dataclass(frozen=True)
class RehearsalTeller:
    """Tells the steps of one plan."""

    words: RehearsalWords
    form: Form
    finding_words: FindingWords

    def steps(self, plan: Plan, steps: Iterable[Step]) -> tuple[WordedStep, ...]:
        """Every step in words."""
        return tuple(
            WordedStep(
                step.kind,
                self.words.step[step.kind],
                tuple(self._say(plan, one)[0] for one in step.says),
                tuple(self._break(plan, one) for one in step.breaks),
            )
            for step in steps
        )

    def scenario(self, plan: Plan, situation: Situation, on: date) -> str:
        """The circumstances, as they stand in the record of drills."""
        head = self.words.scenario["head"]
        told = [head.format(day=format_day(on), clock=format_clock(situation.starts_at))]
        return self.words.scenario["join"].join([*told, *self._circumstances(plan, situation)])

    def _circumstances(self, plan: Plan, situation: Situation) -> Iterator[str]:
        words = self.words.scenario
        if situation.hazard is not Hazard.POWER_OUTAGE:
            yield words["hazard"].format(hazard=choice_word(self.form, situation.hazard))
        yield from (words["away"].format(person=persons.short(plan, who)) for who in sorted(situation.away))
        for name, is_so in (
            ("snow", situation.heavy_snow),
            ("phones", situation.phones_dead),
            ("car", situation.car_away),
        ):
            if is_so:
                yield words[name]
        for row in plan.destination.routes:
            if row.key in situation.closed:
                name = row_name(self.form, plan, f"destination.routes.{row.key}")
                yield words["closed"].format(route=name)

    def line(self, found: WordedBreak) -> str:
        """A break as one line of the record of drills."""
        return self.words.scenario["line"].format(say=found.say, do=found.do)

    def _break(self, plan: Plan, found: Finding) -> WordedBreak:
        say, do = self._say(plan, found)
        return WordedBreak(found.code, found.severity is Severity.RED, found.place, say, do)

    def _say(self, plan: Plan, found: Finding) -> tuple[str, str]:
        told = in_words(self.form, self._all_words, plan, found)
        return told.say, told.do

    @cached_property
    def _all_words(self) -> FindingWords:
        """The words of findings with these sentences in their place."""
        says = {code: Sentence(say=text, do="", basis=()) for code, text in self.words.say.items()}
        breaks = {code: Sentence(say=b.say, do=b.do, basis=()) for code, b in self.words.breaks.items()}
        return replace(self.finding_words, sentences={**says, **breaks})
