"""Findings in words: the domain's codes joined with the sentences of forms/findings.toml."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from string import Formatter
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from evacplan.domain import persons
from evacplan.domain.blackout import Reason
from evacplan.domain.blackout.inputs import Unknown
from evacplan.domain.findings import KINDS, Finding, Kind, Labelled, Named, Severity, Who
from evacplan.domain.findings.batteries import OwnBattery
from evacplan.domain.findings.finding import Detail, Plain
from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Row
from evacplan.domain.power import OLD_BATTERY_FACTOR, hours_down, hours_up, minutes_down, quantity_up
from evacplan.domain.scenarios import CIRCUMSTANCES, PLANNED_CODE, Circumstance, Operation
from evacplan.form.formats import Formats
from evacplan.form.languages import Language, read_words
from evacplan.form.sentences import Sentences, load_sentences
from evacplan.form.spec import Form, Item, Repeat
from evacplan.form.toml_file import FormError
from evacplan.form.words import JOIN, figure, worded

FILE = "findings.toml"
_ADDED = "added"
_ENUMS: dict[str, type[StrEnum]] = {kind.__name__: kind for kind in (Reason, OwnBattery, Operation)}
_BASIS = re.compile(r"(power|rules|blackout|contents|issue) \S.*")


class Sentence(BaseModel):
    """What one code says: the fact with its reason, what to do, and the sources it rests on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    say: str
    do: str
    basis: tuple[str, ...]


class _Content(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: dict[str, str]
    words: dict[str, dict[str, str]]
    circumstance: dict[str, str]
    finding: dict[str, Sentence]


@dataclass(frozen=True, slots=True)
class WordedFinding:
    """A finding as it is shown. place: the path of the field to go to, with row keys."""

    code: str
    severity: Severity
    place: str
    say: str
    do: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingWords:
    """The words of every finding. choices: enum class name to code to word."""

    sentences: Mapping[str, Sentence]
    choices: Mapping[str, Mapping[str, str]]
    circumstances: Mapping[str, str]
    beyond: str

    def circumstance(self, circumstance: Circumstance) -> str:
        """What to call the circumstances of a run-down."""
        if circumstance.is_added:
            return circumstance.name or self.circumstances[_ADDED]
        return self.circumstances[circumstance.code]

    def word(self, choice: StrEnum) -> str:
        """The word of a reason, an operation or a legal item."""
        return self.choices[type(choice).__name__][choice.value]


def load_finding_words(folder: Path, form: Form, language: Language = Language.JAPANESE) -> FindingWords:
    """The words of a forms folder. Raises FormError naming the file, the code and what does not fit."""
    content, sentences = _read(folder, language), load_sentences(folder, language)
    _check_names("finding", content.finding, [kind.code for kind in KINDS])
    _check_names("words", content.words, list(_ENUMS))
    for name, kind in _ENUMS.items():
        _check_names(f"words.{name}", content.words[name], [member.value for member in kind])
    _check_names("answers", content.answers, ["beyond"])
    known_codes = [*(one.code for one in CIRCUMSTANCES), PLANNED_CODE, _ADDED]
    _check_names("circumstance", content.circumstance, known_codes)
    for known in KINDS:
        _check_sentence(known, content.finding[known.code])
    return FindingWords(
        sentences=content.finding,
        choices={**form.choices, **content.words, **_legal_words(sentences)},
        circumstances=content.circumstance,
        beyond=content.answers["beyond"],
    )


def _read(folder: Path, language: Language) -> _Content:
    try:
        return _Content.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error


def _legal_words(sentences: Sentences) -> dict[str, dict[str, str]]:
    return {
        "LegalItem": {item.value: word for item, word in sentences.legal.items()},
        "Refusal": {refusal.value: words.why for refusal, words in sentences.refusal.items()},
    }


def _check_names(where: str, found: Mapping[str, object], wanted: list[str]) -> None:
    if extra := sorted(set(found) - set(wanted)):
        raise FormError(f"{FILE}: [{where}] has {extra}, which the domain does not know")
    if missing := sorted(set(wanted) - set(found)):
        raise FormError(f"{FILE}: [{where}] lacks {missing}")


def _check_sentence(kind: Kind, sentence: Sentence) -> None:
    where = f"{FILE}: [finding.{kind.code}]"
    used: set[str] = set()
    for text in (sentence.say, sentence.do):
        for _, name, spec, _ in Formatter().parse(text):
            if name is not None:
                used.add(name)
                if spec and spec not in _SPECS:
                    raise FormError(f"{where}: {{{name}:{spec}}} is no way to write a value")
    if used != kind.names:
        raise FormError(f"{where}: uses {sorted(used)}, but the finding has {sorted(kind.names)}")
    if not sentence.basis or not all(_BASIS.fullmatch(source) for source in sentence.basis):
        raise FormError(f"{where}: basis must name at least one source, such as 'power §9'")


def in_words(form: Form, words: FindingWords, plan: Plan, finding: Finding) -> WordedFinding:
    """One finding with its sentences filled in."""
    sentence, writer = words.sentences[finding.code], _Writer(form, words, plan)
    return WordedFinding(
        code=finding.code,
        severity=finding.severity,
        place=finding.place,
        say=writer.vformat(sentence.say, (), finding.details),
        do=writer.vformat(sentence.do, (), finding.details),
        basis=sentence.basis,
    )


class _Writer(Formatter):
    """Writes details as people read them; the part of a placeholder after the colon says how."""

    def __init__(self, form: Form, words: FindingWords, plan: Plan) -> None:
        self.form = form
        self.words = words
        self.plan = plan

    def format_field(self, value: Detail, format_spec: str) -> str:
        if isinstance(value, tuple):
            return JOIN.join(self.format_field(one, format_spec) for one in value)
        if isinstance(value, Unknown):
            return self.form.answers.unknown
        if value is None:
            return self.words.beyond
        return _SPECS[format_spec](self.form.formats, value) if format_spec else self._plain(value)

    def _plain(self, value: Plain) -> str:
        match value:
            case Named():
                return row_name(self.form, self.plan, value.path)
            case Labelled():
                return field_name(self.form, self.plan, value.path)
            case Who():
                return persons.short(self.plan, value.reference)
            case StrEnum():
                return self.words.word(value)
            case int() | float():
                return figure(value)
        return str(value)


def _hours(formats: Formats, value: Any) -> str:
    return formats.write("hours", number=f"{hours_down(value):.1f}")


def _hours_up(formats: Formats, value: Any) -> str:
    return formats.write("hours", number=f"{hours_up(value):.1f}")


def _minutes(formats: Formats, value: Any) -> str:
    return formats.write("minutes", number=f"{minutes_down(value):,}")


def _share(formats: Formats, value: float) -> str:
    is_half = value == OLD_BATTERY_FACTOR
    return formats.words["half"] if is_half else formats.write("times", number=figure(value))


_SPECS: dict[str, Callable[[Formats, Any], str]] = {
    "h": _hours,
    "up_h": _hours_up,
    "min": _minutes,
    "w": lambda _formats, value: f"{quantity_up(value):,}W",
    "wh": lambda _formats, value: f"{quantity_up(value):,}Wh",
    "day": lambda formats, value: formats.day(value),
    "share": _share,
}


def row_name(form: Form, plan: Plan, path: str) -> str:
    """What a row is called: the first answered item of its heading, else the label of its list."""
    repeat, row = form.part(path), get(plan, path)
    assert isinstance(repeat, Repeat)
    for name in repeat.heading:
        value = getattr(row, name)
        if value not in (None, "", ()):
            item = form.item(f"{repeat.path}.{name}")
            return persons.short(plan, value) if name == "who" else worded(form, plan, item, value)
    return repeat.label


def field_name(form: Form, plan: Plan, path: str) -> str:
    """What a field is called: its label in 「」, after the name of the innermost row it stands in."""
    part = form.part(path)
    label = part.short if isinstance(part, Item) else part.label
    names = path.split(".")
    for end in range(len(names) - 1, 0, -1):
        row = ".".join(names[:end])
        if isinstance(get(plan, row), Row):
            return form.formats.write("field_of", row=row_name(form, plan, row), field=label)
    return form.formats.write("field", field=label)
