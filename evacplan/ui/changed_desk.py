"""Something changed in the life of the child: the walk through the places, and what is written at its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evacplan.domain.copies import Issue
from evacplan.domain.plan import Plan, new_key
from evacplan.domain.plan.review import Revision
from evacplan.domain.wareki import format_day
from evacplan.form.change_walk import Change, ChangeWalk, Found, How
from evacplan.form.papers import Paper
from evacplan.session import Session
from evacplan.ui.beside import Beside
from evacplan.ui.ports import Plans, Services

REVIEW = "review.review_due_on"
REVISIONS = "review.revisions"
_JOIN = "、"


class ChangedDesk:
    """Methods that read the store may raise UserError."""

    def __init__(self, plans: Plans, services: Services, session: Session, beside: Beside) -> None:
        self._plans, self._services, self.session, self.beside = plans, services, session, beside
        self._known: tuple[ChangeWalk, Plan, tuple[Found, ...]] | None = None

    @property
    def plan(self) -> Plan:
        return self.session.plan

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every kind of change."""
        return self._services.changes.change

    @property
    def walk(self) -> ChangeWalk | None:
        """The walk that was begun."""
        return self.beside.walk

    def today(self) -> date:
        return self._services.today()

    def forget(self) -> None:
        """Drop what is kept of the plan, before the page is left."""
        self._known = None

    def begin(self, change: Change) -> None:
        """Begin to walk; what is another answer from here on counts as changed."""
        self.beside.end_walk()
        services = self._services
        self.beside.walk = ChangeWalk(services.form, services.changes.words, change, self.plan)
        self.beside.confirmer = self.beside.confirmer or self.plan.meeting.author_name or ""

    def stops(self) -> tuple[Found, ...]:
        """The places that concern this child and how far each is."""
        if self.walk is None:
            return ()
        if self._known is None or self._known[0] is not self.walk or self._known[1] is not self.plan:
            self._known = self.walk, self.plan, self.walk.stops(self.plan)
        return self._known[2]

    def go_to(self, path: str) -> str:
        """Where the cursor goes for a stop; it is remembered for the way back."""
        self.beside.last = path
        return self.walk.go_to(self.plan, path) if self.walk is not None else path

    def is_as_it_was(self, path: str, whom: str) -> None:
        """Note that a place did not change, and who said so. Raises RefusedError for too long a name."""
        assert self.walk is not None
        self.session.confirm(self.walk.answered(self.plan, path), whom, self.today())
        self.beside.walk = replace(self.walk, same=self.walk.same | {path})

    def has_changes(self) -> bool:
        """Whether any answer is another than when the walk began."""
        return self.walk is not None and bool(self.walk.changed_sections(self.plan))

    def record(self, whom: str) -> None:
        """Write one line into the record of changes. Raises RefusedError."""
        assert self.walk is not None
        rows = self.plan.review.revisions
        row = Revision(
            key=new_key(),
            changed_on=format_day(self.today()),
            section=_JOIN.join(self.walk.changed_sections(self.plan))[:400] or None,
            what=self.walk.what_changed(self.plan),
            changed_by=whom or None,
        )
        self.session.set(REVISIONS, (*rows, row))
        self.session.settle()
        self.beside.recorded = True

    def review_day(self) -> date | None:
        """The day to offer for the next review; None where an earlier one is agreed."""
        return self.walk.review_day(self.plan, self.today()) if self.walk is not None else None

    def set_review(self, day: date) -> None:
        """The user agrees to that day."""
        self.session.set(REVIEW, day)
        self.session.settle()

    def copies_out(self) -> tuple[Issue, ...]:
        """The copies that are with somebody, and are out of date once there is a new version."""
        return tuple(self._plans.copies_out(self.session.plan_id))

    def paper_title(self, issue: Issue) -> str:
        """What the paper of a copy is called."""
        known = issue.edition in list(Paper)
        return self._services.paper_title(Paper(issue.edition)) if known else issue.edition

    def open_stops(self) -> int:
        """How many places nobody has looked at."""
        return sum(found.how is How.OPEN for found in self.stops())
