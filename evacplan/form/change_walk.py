"""Something changed: the places a change touches, how far each is, and the line that records it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evacplan.domain.blackout.counting import months_later
from evacplan.domain.paths import NoSuchPlaceError, get
from evacplan.domain.plan import Mark, Plan
from evacplan.form.comparison import SEPARATOR, Line, comparison
from evacplan.form.languages import Language, read_words
from evacplan.form.progress import Standing, places
from evacplan.form.spec import Form, Repeat, SubRecord
from evacplan.form.toml_file import FormError

FILE = "changes.toml"
MOST_LINES = 12


class Stop(BaseModel):
    """One place that a change touches. path: a field, record or list outside of rows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    why: str = Field(min_length=1)


class Change(BaseModel):
    """One kind of change. review_months: by when the plan is looked at again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    title: str = Field(min_length=1)
    help: str = Field(min_length=1)
    review_months: int = Field(ge=1, le=12)
    step: tuple[Stop, ...] = Field(min_length=1)


class ChangeWords(BaseModel):
    """How the record of changes is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: str
    empty: str
    more: str


class Changes(BaseModel):
    """forms/changes.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: ChangeWords
    change: tuple[Change, ...]


class How(StrEnum):
    """How far a place is: not looked at, another answer than before, or said to be as it was."""

    OPEN = "open"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Found:
    """One stop of this plan and how far it is."""

    stop: Stop
    title: str
    how: How


def load_changes(folder: Path, form: Form, language: Language = Language.JAPANESE) -> Changes:
    """Every kind of change. Raises FormError for a place that is none of the form, or one named twice."""
    try:
        found = Changes.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error
    if len({change.name for change in found.change}) < len(found.change):
        raise FormError(f"{FILE}: a name stands there twice")
    for change in found.change:
        paths = [stop.path for stop in change.step]
        for path in paths:
            if path not in form.parts_by_path or paths.count(path) > 1 or _is_in_rows(form, path):
                raise FormError(
                    f"{FILE}: {change.name}: {path} is no place of the form, or stands there twice"
                )
    return found


def _is_in_rows(form: Form, path: str) -> bool:
    names = path.split(".")
    above = (".".join(names[:end]) for end in range(2, len(names)))
    return any(isinstance(form.parts_by_path.get(one), Repeat) for one in above)


@dataclass(frozen=True, slots=True)
class ChangeWalk:
    """A walk through the places of one change. before: the plan when it began; same: said to be unchanged."""

    form: Form
    words: ChangeWords
    change: Change
    before: Plan
    same: frozenset[str] = frozenset()

    def stops(self, plan: Plan) -> tuple[Found, ...]:
        """The places that concern this child, in order."""
        known = {place.path for place in places(self.form, plan)}
        before, now = self._answers(plan)
        return tuple(
            Found(stop, self._title(stop.path), self._how(before, now, stop.path))
            for stop in self.change.step
            if any(path == stop.path or path.startswith(f"{stop.path}.") for path in known)
        )

    def answered(self, plan: Plan, path: str) -> list[str]:
        """The places with an answer at a stop and below it, to be confirmed together."""
        return [
            place.path
            for place in places(self.form, plan, path.partition(".")[0])
            if place.standing is Standing.ANSWERED
            and (place.path == path or place.path.startswith(f"{path}."))
        ]

    def go_to(self, plan: Plan, path: str) -> str:
        """Where the cursor goes for a stop: the first field of a record."""
        if not isinstance(self.form.parts_by_path[path], SubRecord):
            return path
        below = (place.path for place in places(self.form, plan, path.partition(".")[0]))
        return next((one for one in below if one.startswith(f"{path}.")), path)

    def changed_sections(self, plan: Plan) -> tuple[str, ...]:
        """The titles of the sections in which an answer is another than before."""
        return tuple(section.title for section in comparison(self.form, *self._answers(plan)))

    def what_changed(self, plan: Plan) -> str:
        """The change and each answer that is another, with what stood there and what stands there."""
        lines = [line for section in comparison(self.form, *self._answers(plan)) for line in section.lines]
        told = [self._told(line) for line in lines[:MOST_LINES]]
        left = len(lines) - MOST_LINES
        rest = [self.words.more.format(count=left)] if left > 0 else []
        return "\n".join([self.change.title, *told, *rest])

    def review_day(self, plan: Plan, today: date) -> date | None:
        """The day to offer for the next review; None where an earlier one is agreed already."""
        offered, due = months_later(today, self.change.review_months), plan.review.review_due_on
        return None if due is not None and today <= due <= offered else offered

    def _answers(self, plan: Plan) -> tuple[Plan, Plan]:
        """Both plans without who confirmed what, which is no change; nor is the list of changes itself."""
        return _without_confirmations(self.before), _without_confirmations(plan)

    def _told(self, line: Line) -> str:
        """One answer in one line: 吸引器 › 内蔵電池：1.5 時間 → 2 時間."""
        name = SEPARATOR.join(filter(None, (line.where, line.label)))
        before, after = (_short(text) or self.words.empty for text in (line.before, line.after))
        return self.words.line.format(name=name, before=before, after=after)

    def _title(self, path: str) -> str:
        section = self.form.section(path.partition(".")[0])
        return f"{section.title}{SEPARATOR}{self.form.parts_by_path[path].label}"

    def _how(self, before: Plan, now: Plan, path: str) -> How:
        if _at(before, path) != _at(now, path):
            return How.CHANGED
        return How.SAME if path in self.same else How.OPEN


def _at(plan: Plan, path: str) -> tuple[object, dict[str, Mark]]:
    """What stands at a place, and every mark there and below."""
    try:
        value = get(plan, path)
    except NoSuchPlaceError:
        value = None
    return value, {
        place: mark for place, mark in plan.marks.items() if place == path or place.startswith(f"{path}.")
    }


def _without_confirmations(plan: Plan) -> Plan:
    bare = {
        path: mark.model_copy(update={"confirmed_by": None, "confirmed_on": None})
        for path, mark in plan.marks.items()
    }
    review = plan.review.model_copy(update={"revisions": ()})
    kept = {path: mark for path, mark in bare.items() if not mark.is_empty and not _of_changes(path)}
    return plan.model_copy(update={"review": review, "marks": kept})


def _of_changes(path: str) -> bool:
    return path == "review.revisions" or path.startswith("review.revisions.")


def _short(text: str) -> str:
    first, *rest = text.splitlines() or [""]
    return f"{first[:60]}…" if rest or len(first) > 60 else first
