"""The meeting about the open plan: what has waited since the last one, who is here, what it came to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from evacplan.domain.homework import Homework, homework
from evacplan.domain.ledger import EventKind
from evacplan.domain.meetings import (
    MEETINGS,
    begun,
    last_before,
    latest,
    likely_attendees,
    meeting_on,
    number_of,
)
from evacplan.domain.plan import Plan
from evacplan.domain.plan.meeting import Attendee, Meeting
from evacplan.domain.working_time import WorkingTime, added, read, written
from evacplan.form.comparison import SectionLines, comparison
from evacplan.form.freshness import Freshness, stale
from evacplan.form.spec import Form
from evacplan.session import Session
from evacplan.ui.consequence import FindingLine, Severity
from evacplan.ui.file_names import numbered
from evacplan.ui.headings import place_heading
from evacplan.ui.ports import Plans, RevisionLine, Services
from evacplan.ui.print_choice import PrintChoices

PRINTED_AS = "minutes"


class MeetingDesk:
    """Methods that read the store may raise UserError. work: the time that is not yet in the ledger."""

    def __init__(self, plans: Plans, services: Services, session: Session, work: WorkingTime) -> None:
        self._plans, self._services, self._work = plans, services, work
        self.session = session

    @property
    def form(self) -> Form:
        return self._services.form

    @property
    def plan(self) -> Plan:
        return self.session.plan

    @property
    def choices(self) -> PrintChoices:
        """How printing was done last in this session."""
        return self._services.print_choices

    def today(self) -> date:
        return self._services.today()

    def name(self, path: str) -> str:
        """The full name of a place of the plan."""
        return place_heading(self.form, self.plan, path)

    # What has waited

    def version(self) -> RevisionLine | None:
        """The version agreed last."""
        return next(iter(reversed(self._plans.revisions(self.session.plan_id))), None)

    def changes(self, since: RevisionLine) -> tuple[SectionLines, ...]:
        """What changed since a version, in words."""
        before = self._plans.revision_plan(self.session.plan_id, since.number)
        return comparison(self.form, before, self.plan)

    def homework(self) -> tuple[Homework, ...]:
        """What somebody has to find out, the earliest day first."""
        return homework(self.plan)

    def review_overdue(self) -> date | None:
        """The day by which the plan was to be reviewed, when it has passed."""
        due = self.plan.review.review_due_on
        return due if due is not None and due < self.today() else None

    def aged(self) -> list[Freshness]:
        """The confirmations that are too old, the oldest first."""
        return stale(self._services.shelf_life, self.form, self.plan, self.today())

    def red_findings(self) -> tuple[FindingLine, ...]:
        """What makes the plan unsafe as it stands."""
        found = self._services.consequence(self.plan).findings
        return tuple(each for each in found if each.severity is Severity.RED)

    # Who is here

    def meeting(self) -> Meeting | None:
        """Today's meeting, when it has begun."""
        return meeting_on(self.plan, self.today())

    def last(self) -> Meeting | None:
        """The meeting before today."""
        return last_before(self.plan, self.today())

    def likely_attendees(self) -> tuple[Attendee, ...]:
        """Who may be here, those of last time first."""
        return likely_attendees(self.plan, self.today())

    def likely_place(self) -> str:
        """Where it may be held: where the last meeting said, else where that was."""
        last = self.last()
        return (last.next_place or last.place or "") if last is not None else ""

    def begin(self, place: str, attendees: tuple[Attendee, ...]) -> str:
        """Write down that a meeting is held today, in one step of undo; its path. Raises RefusedError."""
        rows = begun(self.plan, self.today(), place, attendees)
        self.session.settle()
        self.session.set(MEETINGS, rows)
        self.session.settle()
        return f"{MEETINGS}.{rows[-1].key}"

    # What it came to

    def to_end(self) -> Meeting | None:
        """The meeting to be ended: today's, else the last one."""
        return latest(self.plan, self.today())

    def number(self, meeting: Meeting) -> int:
        """Which meeting it is, counted from 1."""
        return number_of(self.plan, meeting)

    def spent(self, day: date | None = None) -> dict[str, float]:
        """Seconds by section that were worked on a day, or all together since the plan was made."""
        kept = (
            entry.detail
            for entry in self._plans.ledger(self.session.plan_id)
            if entry.kind == EventKind.WORKED and day in (None, entry.time.astimezone().date())
        )
        return added(read(kept), self._work.spent() if day in (None, self.today()) else {})

    def keep_time(self) -> None:
        """Write the time that was counted into the ledger."""
        keep_time(self._plans, self.session.plan_id, self._work)

    def minutes(self, meeting: Meeting) -> bytes:
        """The PDF of the minutes."""
        spent: Mapping[str, float] = self.spent(meeting.held_on)
        return self._services.minutes(self.plan, meeting, spent)

    def file_name(self, meeting: Meeting) -> str:
        """A name for the PDF that tells nothing about the child."""
        day = f"_{meeting.held_on:%Y%m%d}" if meeting.held_on else ""
        return numbered(self.plan, self.session.plan_id, f"会議の記録{day}")

    def save(self, path: Path, pdf: bytes) -> None:
        """Write the minutes, and write that down. Raises UserError."""
        self._services.write(path, pdf)
        self._plans.note(EventKind.EXPORTED, self.session.plan_id, PRINTED_AS)

    def printed(self) -> None:
        """Write down that the minutes were printed."""
        self._plans.note(EventKind.PRINTED, self.session.plan_id, PRINTED_AS)


def keep_time(plans: Plans, plan_id: str, work: WorkingTime) -> None:
    """Write the time that was counted into the ledger, where there is enough of it."""
    if detail := written(work.spent()):
        work.take()
        plans.note(EventKind.WORKED, plan_id, detail)
