"""A rehearsal at the table on one sheet: circumstances, what the plan says, where it breaks, the homework.

It is a paper of the family: of each sentence, the field it speaks of must be one that their papers may show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from evacplan.domain.findings import Finding
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.rehearsal import Situation, Step
from evacplan.domain.wareki import format_day
from evacplan.form.papers import Paper
from evacplan.form.rehearsal_words import RehearsalTeller, WordedBreak, WordedStep
from evacplan.form.spec import FormPart, Item
from evacplan.form.veil import NAMING, hidden_fields, hides, veiled
from evacplan.form.view import Answer, Block, Column, NotesBlock, Page, TableBlock, View
from evacplan.form.visible import Visible

_NAMES = (
    "child.household.name",
    "child.household.relation",
    "supporters.supporters.name",
    "supporters.supporters.title",
)
Asked = Mapping[tuple[str, str], Mark]


@dataclass(frozen=True)
class RehearsalSheet:
    """asked: of each break that is homework, by its code and place, who finds out and until when."""

    teller: RehearsalTeller
    plan: Plan
    situation: Situation
    today: date
    asked: Asked

    def view(self, steps: Iterable[Step]) -> View:
        """One paper. Its name tells nothing of the child."""
        words, found = self.teller.words.sheet, tuple(steps)
        number = self._seen.value_text("meeting.plan_number")
        lead = self.teller.scenario(self._named, self.situation, self.today)
        return View(
            edition="rehearsal",
            edition_title=words["title"],
            pdf_title=f"{words['title']} {number}".strip(),
            plan_line="　".join(filter(None, (number, format_day(self.today)))),
            review_line="",
            status="",
            footer=words["footer"],
            pages=(Page(words["title"], lead, tuple(self._blocks(found)), compact=True),),
        )

    def _blocks(self, found: tuple[Step, ...]) -> Iterator[Block]:
        words = self.teller.words.sheet
        shown = [Step(step.kind, self._told(step.says), self._told(step.breaks)) for step in found]
        steps = self.teller.steps(self._named, shown)
        yield from self._breaks(steps)
        columns = Column(words["step"], 1.0), Column(words["says"], 4.0)
        rows = tuple((Answer(step.title), Answer("\n".join(step.says))) for step in steps if step.says)
        yield TableBlock(words["steps"], columns, rows)
        if withheld := sum(map(_sentences, found)) - sum(map(_sentences, shown)):
            yield NotesBlock("", (words["withheld"].format(count=withheld),))
        yield NotesBlock("", (words["note"],))

    def _breaks(self, steps: tuple[WordedStep, ...]) -> Iterator[Block]:
        words = self.teller.words.sheet
        found = [(step.title, one) for step in steps for one in step.breaks]
        if not found:
            yield NotesBlock(words["breaks"], (words["none"],))
            return
        columns = Column(words["step"], 1.0), Column(words["break"], 4.0)
        rows = tuple((Answer(title), self._said(one)) for title, one in found)
        below = tuple(Answer(self._homework(one)) for _, one in found)
        yield TableBlock(words["breaks"], columns, rows, numbered=True, below=below)

    def _said(self, found: WordedBreak) -> Answer:
        sign = self.teller.words.sheet["red" if found.is_red else "amber"]
        return Answer(f"{sign}{found.say}", strong=found.is_red)

    def _homework(self, found: WordedBreak) -> str:
        """What to do about a break, by whom and until when; room for a pen where nobody is named."""
        words, mark = self.teller.words.sheet, self.asked.get((found.code, found.place), Mark())
        until = format_day(mark.ask_until) if mark.ask_until else ""
        who = words["who"].format(who=mark.ask_whom or words["room"])
        return f"{found.do}\n{who}　{words['until'].format(day=until or words['room'])}"

    @cached_property
    def _seen(self) -> Visible:
        return Visible(self.teller.form, self.plan, Paper.FAMILY)

    @cached_property
    def _hidden(self) -> tuple[str, ...]:
        return hidden_fields(self.teller.form, self.plan, Paper.FAMILY)

    @cached_property
    def _named(self) -> Plan:
        """The plan from which devices, places and people are named."""
        return veiled(self.plan, self._hidden, (*NAMING, *_NAMES))

    def _told(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(one for one in found if self._may_tell(one.place))

    def _may_tell(self, place: str) -> bool:
        """Whether the family's papers may show a field, or some field of a list or record.

        A sentence may repeat what stands beside its field, so nothing of that record may be hidden either.
        """
        try:
            part = self.teller.form.part(place)
        except KeyError:
            return False
        around = part.path.rpartition(".")[0] if isinstance(part, Item) else part.path
        if any(name == around or name.startswith(f"{around}.") for name in self._hidden):
            return False
        return not hides(self._hidden, part.path) and any(map(self._seen.may_show, _items(part)))


def _items(part: FormPart) -> Iterator[Item]:
    if isinstance(part, Item):
        yield part
    else:
        for one in part.parts:
            yield from _items(one)


def _sentences(step: Step) -> int:
    return len(step.says) + len(step.breaks)
