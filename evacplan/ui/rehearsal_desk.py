"""The rehearsal at the table about the open plan: circumstances, steps, and breaks that become homework."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypedDict, Unpack

from evacplan.domain import persons
from evacplan.domain.choices import Hazard
from evacplan.domain.ledger import EventKind
from evacplan.domain.paths import get
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.rehearsal import Situation, rehearse
from evacplan.domain.rehearsal.homework import DRILLS, is_asked, is_open, noted, with_line
from evacplan.form.finding_words import row_name
from evacplan.form.rehearsal_words import WordedBreak, WordedStep
from evacplan.form.words import choice_word
from evacplan.session import Session
from evacplan.ui.beside import Beside
from evacplan.ui.file_names import numbered
from evacplan.ui.headings import place_heading
from evacplan.ui.ports import Plans, Services
from evacplan.ui.print_choice import PrintChoices
from evacplan.ui.questions import next_meeting

SOON = timedelta(days=14)
PRINTED_AS = "rehearsal"


class Picked(TypedDict, total=False):
    """What can be picked of the circumstances."""

    starts_at: int
    heavy_snow: bool
    phones_dead: bool
    car_away: bool
    hazard: Hazard


class RehearsalDesk:
    """What is picked is remembered while one goes to a place and comes back."""

    def __init__(self, plans: Plans, services: Services, session: Session, beside: Beside) -> None:
        self._plans, self._services = plans, services
        self.session, self.beside = session, beside

    @property
    def plan(self) -> Plan:
        return self.session.plan

    @property
    def situation(self) -> Situation:
        """The circumstances as picked."""
        return self.beside.situation

    def today(self) -> date:
        return self._services.today()

    def name(self, path: str) -> str:
        """The full name of a place of the plan."""
        return place_heading(self._services.form, self.plan, path)

    def pick(self, **picked: Unpack[Picked]) -> None:
        """Take another hour, hazard, weather, …"""
        self.beside.situation = replace(self.situation, **picked)

    def pick_away(self, who: str, *, is_away: bool) -> None:
        """Let somebody be away or there."""
        away = self.situation.away | {who} if is_away else self.situation.away - {who}
        self.beside.situation = replace(self.situation, away=away)

    def pick_closed(self, key: str, *, is_closed: bool) -> None:
        """Let a route be closed or open."""
        closed = self.situation.closed | {key} if is_closed else self.situation.closed - {key}
        self.beside.situation = replace(self.situation, closed=closed)

    def people(self) -> list[tuple[str, str]]:
        """Who may be away: the family and the supporters, as references with their names."""
        family = [row.key for row in self.plan.child.household if row.name or row.relation]
        helpers = [row.key for row in self.plan.supporters.supporters if row.name]
        found = [f"{persons.REFERENCE}{key}" for key in (*family, *helpers)]
        return [(who, persons.shown(self.plan, who)) for who in found]

    def routes(self) -> list[tuple[str, str]]:
        """The keys of the routes with their names."""
        rows = self.plan.destination.routes
        return [
            (row.key, row_name(self._services.form, self.plan, f"destination.routes.{row.key}"))
            for row in rows
        ]

    def hazards(self) -> list[tuple[Hazard, str]]:
        """What may come with the blackout; the blackout alone first."""
        others = [one for one in Hazard if one not in (Hazard.POWER_OUTAGE, Hazard.OTHER)]
        return [(one, choice_word(self._services.form, one)) for one in (Hazard.POWER_OUTAGE, *others)]

    def steps(self) -> tuple[WordedStep, ...]:
        """Every step of the walk, in words."""
        found = rehearse(self.plan, self.today(), self.situation)
        return self._services.rehearsal_teller.steps(self.plan, found)

    def until(self) -> date:
        """The day homework is asked for, to begin with: the next meeting, else two weeks on."""
        return next_meeting(self.plan, self.today()) or self.today() + SOON

    def ask(self, found: WordedBreak, whom: str, until: date | None) -> None:
        """Make homework of a break, for somebody and by a day. Raises RefusedError for too long a name.

        An empty field of its own becomes 未確認. Where there is an answer, which must not be lost, the break
        is noted among the drills, and what to change because of it is 未確認.
        """
        if is_open(self.plan, found.place):
            self.session.mark_unknown(found.place, whom or None, until)
            return
        path = self._row()
        teller = self._services.rehearsal_teller
        problems = f"{path}.problems"
        self.session.set(problems, with_line(get(self.plan, problems), teller.line(found)))
        if is_open(self.plan, f"{path}.changes"):
            self.session.mark_unknown(f"{path}.changes", whom or None, until)
        self.session.settle()

    def is_asked(self, found: WordedBreak) -> bool:
        """Whether a break is homework already."""
        return self._homework(found) is not None

    def _homework(self, found: WordedBreak) -> Mark | None:
        """Who finds out about a break and until when, None while it is no homework."""
        if is_asked(self.plan, found.place):
            return self.session.mark(found.place)
        row = noted(self.plan, self._scenario())
        line = self._services.rehearsal_teller.line(found)
        if row is None or line not in (row.problems or "").splitlines():
            return None
        return self.session.mark(f"{DRILLS}.{row.key}.changes")

    # The sheet of it

    @property
    def choices(self) -> PrintChoices:
        """How printing was done last in this session."""
        return self._services.print_choices

    def sheet(self) -> bytes:
        """The PDF of the rehearsal as it stands, with its homework."""
        breaks = [found for step in self.steps() for found in step.breaks]
        asked = {(found.code, found.place): mark for found in breaks if (mark := self._homework(found))}
        return self._services.rehearsal_sheet(self.plan, self.situation, asked)

    def file_name(self) -> str:
        """A name for the PDF that tells nothing about the child."""
        return numbered(self.plan, self.session.plan_id, f"机上訓練の記録_{self.today():%Y%m%d}")

    def save(self, path: Path, pdf: bytes) -> None:
        """Write the sheet, and write that down. Raises UserError."""
        self._services.write(path, pdf)
        self._plans.note(EventKind.EXPORTED, self.session.plan_id, PRINTED_AS)

    def printed(self) -> None:
        """Write down that the sheet was printed."""
        self._plans.note(EventKind.PRINTED, self.session.plan_id, PRINTED_AS)

    def _scenario(self) -> str:
        return self._services.rehearsal_teller.scenario(self.plan, self.situation, self.today())

    def _row(self) -> str:
        """The path of the row for these circumstances, which is added where there is none."""
        scenario = self._scenario()
        row = noted(self.plan, scenario)
        if row is not None:
            return f"{DRILLS}.{row.key}"
        path = self.session.add_row(DRILLS)
        self.session.set(f"{path}.scenario", scenario)
        return path
