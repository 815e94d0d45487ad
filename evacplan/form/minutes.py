"""The minutes of one meeting, for everybody who was in the room: what they may show stands in their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evacplan.domain.homework import Homework, homework
from evacplan.domain.meetings import MEETINGS, number_of
from evacplan.domain.plan import Plan
from evacplan.domain.plan.meeting import Meeting
from evacplan.domain.wareki import format_day
from evacplan.domain.working_time import minutes
from evacplan.form.languages import Language, read_words
from evacplan.form.layout import expand
from evacplan.form.minutes_places import PlaceNames
from evacplan.form.papers import Paper
from evacplan.form.spec import Form
from evacplan.form.toml_file import FormError
from evacplan.form.view import (
    Answer,
    Block,
    Column,
    Fact,
    FactsBlock,
    NotesBlock,
    Page,
    State,
    TableBlock,
    View,
)
from evacplan.form.visible import Visible

FILE = "minutes.toml"
_NUMBER = "meeting.plan_number"
FINAL = "final"  # the closing page of the interview, as the window calls it


class MinutesWords(BaseModel):
    """forms/minutes.toml. allowed: the only fields that the minutes may show."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    lead: str
    footer: str
    allowed: tuple[str, ...]
    table: dict[str, str]
    homework: dict[str, str]
    next: dict[str, str]
    time: dict[str, str]
    notes: dict[str, str]


def load_minutes_words(folder: Path, form: Form, language: Language = Language.JAPANESE) -> MinutesWords:
    """The words of the minutes. Raises FormError naming the file and what names no field."""
    try:
        words = MinutesWords.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error
    for name in words.allowed:
        if not any(expand(form, name)):
            raise FormError(f"{FILE}: allowed: {name} names nothing in the form")
    return words


@dataclass(frozen=True, slots=True)
class Minutes:
    """Builds the minutes of a meeting of a plan. spent: seconds by section that were worked on that day."""

    words: MinutesWords
    form: Form
    plan: Plan
    meeting: Meeting
    spent: Mapping[str, float]

    def view(self) -> View:
        """One paper. Its name and title tell nothing of the child."""
        words, seen = self.words, self._seen()
        number = seen.value_text(_NUMBER)
        day = format_day(self.meeting.held_on) if self.meeting.held_on else words.table["day_open"]
        return View(
            edition="minutes",
            edition_title=words.title,
            pdf_title=f"{words.title} {number}".strip(),
            plan_line="　".join(filter(None, (number, day))),
            review_line="",
            status="",
            footer=words.footer,
            pages=(Page(words.title, words.lead, tuple(self._blocks(seen))),),
        )

    def _seen(self) -> Visible:
        """The plan as the minutes may show it: of what the family may see, the fields that are allowed."""
        only = frozenset(path for name in self.words.allowed for path in expand(self.form, name))
        return Visible(self.form, self.plan, Paper.FAMILY, only)

    @property
    def _place(self) -> str:
        return f"{MEETINGS}.{self.meeting.key}"

    def _blocks(self, seen: Visible) -> Iterator[Block]:
        words = self.words.table
        columns = Column(words["when"], 1.0), Column(words["who"], 1.5), Column(words["what"], 2.0)
        cells = self._when(seen), self._who(seen), self._what(seen)
        yield TableBlock("", columns, (tuple(Answer("\n".join(lines)) for lines in cells),))
        yield from self._homework()
        yield FactsBlock(self.words.next["title"], tuple(self._next(seen)))
        if lines := self._time():
            yield NotesBlock(self.words.time["title"], (lines,))
        yield NotesBlock("", (self.words.notes["names"],))

    def _when(self, seen: Visible) -> Iterable[str]:
        number = number_of(self.plan, self.meeting)
        told = self.words.table["nth"].format(number=number) if number else ""
        day = seen.value_text(f"{self._place}.held_on") or self.words.table["day_open"]
        return filter(
            None, (day, told, *(seen.value_text(f"{self._place}.{name}") for name in ("place", "agenda")))
        )

    def _who(self, seen: Visible) -> Iterator[str]:
        words = self.words.table
        rows = seen.rows(f"{self._place}.attendees")
        said = Counter(self._role(seen, row) or words["no_role"] for row in rows)
        count = seen.value_text(f"{self._place}.people_count") or (str(len(rows)) if rows else "")
        yield words["people"].format(count=count.split()[0]) if count else words["people_open"]
        for one, times in said.items():
            yield one if times == 1 else words["several"].format(said=one, count=times)

    def _role(self, seen: Visible, row: str) -> str:
        return "　".join(
            filter(None, (seen.value_text(f"{row}.{name}") for name in ("organisation", "role")))
        )

    def _what(self, seen: Visible) -> Iterator[str]:
        words = self.words.table
        decided = seen.value_text(f"{self._place}.decisions")
        yield f"{words['decisions']}：\n{decided}" if decided else words["decisions_open"]
        if left := seen.value_text(f"{self._place}.open_issues"):
            yield f"{words['issues']}：\n{left}"

    def _homework(self) -> Iterator[Block]:
        words = self.words.homework
        names = PlaceNames(self.form, self.plan, words["nameless"])
        told = [(names.of(each.path), each) for each in homework(self.plan)]
        rows = tuple(self._line(name, each) for name, each in told if name)
        if rows:
            columns = Column(words["what"], 2.4), Column(words["who"], 1.2), Column(words["until"], 1.2)
            yield TableBlock(words["title"], columns, rows, numbered=True)
        else:
            yield NotesBlock(words["title"], (words["none"],))
        if withheld := len(told) - len(rows):
            yield NotesBlock("", (words["withheld"].format(count=withheld),))

    def _line(self, name: str, each: Homework) -> tuple[Answer, Answer, Answer]:
        nobody = Answer(self.words.homework["open"], State.UNKNOWN)
        return (
            Answer(name),
            Answer(each.whom) if each.whom else nobody,
            Answer(format_day(each.until)) if each.until else nobody,
        )

    def _next(self, seen: Visible) -> Iterator[Fact]:
        words = self.words.next
        for label, name in ((words["day"], "next_on"), (words["place"], "next_place")):
            text = seen.value_text(f"{self._place}.{name}")
            yield Fact(label, Answer(text, strong=True) if text else Answer(words["open"], State.UNKNOWN))

    def _time(self) -> str:
        words = self.words.time
        titles = {section.name: section.title for section in self.form.sections} | {
            FINAL: self.form.final.title
        }
        spent = sorted(self.spent.items(), key=lambda each: -each[1])
        parts = [
            words["section"].format(title=titles.get(name, words["beside"]), minutes=minutes(seconds))
            for name, seconds in spent
        ]
        if not parts:
            return ""
        total = words["total"].format(minutes=minutes(sum(self.spent.values())))
        return f"{total}（{'、'.join(parts)}）"
