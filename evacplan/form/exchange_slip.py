"""The slip that asks for old copies back: one page for each recipient, without a child's name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evacplan.domain.plan import Plan
from evacplan.domain.wareki import format_day
from evacplan.form.languages import Language, read_words
from evacplan.form.papers import Paper
from evacplan.form.spec import Form
from evacplan.form.toml_file import FormError
from evacplan.form.view import (
    Answer,
    ChecklistBlock,
    Column,
    Fact,
    FactsBlock,
    NotesBlock,
    Page,
    SignatureBlock,
    SimpleBlock,
    TableBlock,
    Tick,
    View,
)
from evacplan.form.visible import Visible

FILE = "exchange.toml"
_NUMBER, _VERSION, _DAY = "meeting.plan_number", "meeting.plan_version", "meeting.updated_on"
_NAME, _ORGANISATION = "meeting.author_name", "meeting.author_org"


class SlipWords(BaseModel):
    """forms/exchange.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    footer: str
    to: str
    to_nobody: str
    request: str
    do: str
    new: dict[str, str]
    old: dict[str, str]
    choices: dict[str, str]
    collector: dict[str, str]
    signature: "SignatureWords"


class SignatureWords(BaseModel):
    """What is signed when copies are exchanged."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OldCopy:
    """One copy that is out of date. version: as it is printed on it, or as the store counts it."""

    number: int
    paper: Paper
    version: int
    handed_on: date


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one recipient holds."""

    recipient: str
    copies: tuple[OldCopy, ...]


def load_slip_words(folder: Path, language: Language = Language.JAPANESE) -> SlipWords:
    """The words of the slip. Raises FormError naming the file."""
    try:
        return SlipWords.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error


@dataclass(frozen=True, slots=True)
class Slip:
    """Builds the slips of one plan. plan: the new version; version: as the store counts it.

    titles: what the papers are called.
    """

    words: SlipWords
    form: Form
    titles: dict[Paper, str]
    plan: Plan
    version: int

    def view(self, exchanges: Sequence[Exchange]) -> View:
        """One page for each recipient."""
        everyone = {copy.paper for exchange in exchanges for copy in exchange.copies}
        number = self._seen(_NUMBER, everyone)
        return View(
            edition="exchange",
            edition_title=self.words.title,
            pdf_title=f"{self.words.title} {number}".strip(),
            plan_line=self._plan_line(everyone),
            review_line="",
            status="",
            footer=self.words.footer,
            pages=tuple(self._page(exchange) for exchange in exchanges),
        )

    def _page(self, exchange: Exchange) -> Page:
        words, papers = self.words, {copy.paper for copy in exchange.copies}
        to = words.to.format(recipient=exchange.recipient) if exchange.recipient else words.to_nobody
        blocks: tuple[SimpleBlock, ...] = (
            NotesBlock(to, (words.request, words.do)),
            FactsBlock(words.new["title"], tuple(self._new(papers))),
            self._old(exchange.copies),
            ChecklistBlock(words.choices["title"], tuple(self._choices())),
            self._collector(papers),
            SignatureBlock(words.signature.title, words.signature.text, words.signature.lines),
        )
        return Page(words.title, "", blocks, large=True)

    def _new(self, papers: set[Paper]) -> Iterable[Fact]:
        words = self.words.new
        number = self._seen(_NUMBER, papers)
        if number:
            yield Fact(words["number"], Answer(number))
        yield Fact(words["version"], Answer(self._version(papers), strong=True))
        day = self._seen(_DAY, papers)
        if day:
            yield Fact(words["day"], Answer(day))
        titles = [self.titles[paper] for paper in Paper if paper in papers]
        yield Fact(words["papers"], Answer("、".join(titles)), wide=True)

    def _old(self, copies: Iterable[OldCopy]) -> TableBlock:
        words = self.words.old
        columns = (
            Column(words["copy"], 0.8, numeric=True),
            Column(words["paper"], 1.8),
            Column(words["version"], 0.8),
            Column(words["handed"], 1.4),
        )
        rows = tuple(
            (
                Answer(str(copy.number), strong=True),
                Answer(self.titles[copy.paper]),
                Answer(_version_words(copy.version)),
                Answer(format_day(copy.handed_on)),
            )
            for copy in copies
        )
        return TableBlock(words["title"], columns, rows)

    def _choices(self) -> Iterable[Tick]:
        return (Tick(self.words.choices[name]) for name in ("returned", "destroyed", "unknown"))

    def _collector(self, papers: set[Paper]) -> SimpleBlock:
        words = self.words.collector
        said = ((words["name"], _NAME), (words["organisation"], _ORGANISATION))
        found = [(label, self._seen(path, papers)) for label, path in said]
        facts = tuple(Fact(label, Answer(text)) for label, text in found if text)
        return FactsBlock(words["title"], facts) if facts else NotesBlock(words["title"], (words["open"],))

    def _plan_line(self, papers: set[Paper]) -> str:
        number, day = self._seen(_NUMBER, papers), self._seen(_DAY, papers)
        return "　".join(filter(None, (number, self._version(papers), day)))

    def _version(self, papers: set[Paper]) -> str:
        printed = self._seen(_VERSION, papers)
        return _version_words(printed or self.version)

    def _seen(self, path: str, papers: Iterable[Paper]) -> str:
        """A value only where every paper that the recipient holds may show it."""
        seen = {Visible(self.form, self.plan, paper).value_text(path) for paper in papers}
        return seen.pop() if len(seen) == 1 else ""


def _version_words(version: int | str) -> str:
    return f"第{version}版"
