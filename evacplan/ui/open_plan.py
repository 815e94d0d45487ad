"""The plan being worked on: its session, its interview, its way to paper and to the next version."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from evacplan.domain.attendance import likely_occasion, likely_persons
from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.domain.working_time import BESIDE, WorkingTime
from evacplan.form.papers import Paper
from evacplan.form.progress import missing
from evacplan.session import Session
from evacplan.ui.beside import Beside
from evacplan.ui.changed_desk import ChangedDesk
from evacplan.ui.confirm import ConfirmBox, Confirming
from evacplan.ui.copy_desk import CopyDesk
from evacplan.ui.interview import InterviewPage
from evacplan.ui.meeting_desk import MeetingDesk, keep_time
from evacplan.ui.meeting_notice import waiting
from evacplan.ui.meeting_time import TimeWatch
from evacplan.ui.paper import Printout
from evacplan.ui.ports import Plans, RevisionLine, Services
from evacplan.ui.rehearsal_desk import RehearsalDesk
from evacplan.ui.sides import Side
from evacplan.ui.sources import Sources
from evacplan.ui.versions_desk import VersionDesk

_TRIES = 6


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the user was in a plan when the window was locked; identifiers only, no value of the plan."""

    plan_id: str
    path: str
    paper: Paper
    side: Side | None


class OpenPlan:
    """shown: the paper last looked at. commit_beside: takes over what is typed beside the interview.

    seconds: a clock that is never set. Raises UserError when the plan cannot be read.
    """

    def __init__(
        self,
        plans: Plans,
        services: Services,
        plan_id: str,
        parent: QWidget,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self.plan_id = plan_id
        self.shown = Paper.FAMILY
        self.beside = Beside()
        self._plans = plans
        self._services = services
        self.session = Session(plan_id, plans.draft(plan_id), plans, reads_only=plans.held is not None)
        plans.note(EventKind.OPENED, plan_id)
        self.page = InterviewPage(
            services.form,
            self.session,
            services.today,
            parent,
            sources=Sources(
                services.consequence,
                services.run_down,
                services.advice,
                services.shelf_life,
                services.addresses,
                services.areas,
                services.device_hints,
            ),
        )
        self.commit_beside: Callable[[], None] = lambda: None
        self._work = WorkingTime(seconds)
        self._watch = TimeWatch(self._work, self._where, self.page)
        self.session.watch(lambda _change: self._watch.touch())
        self.page.say(waiting(self.session.plan, services.today()))

    @property
    def number(self) -> str:
        """The plan's number, "" while there is none; nothing else may stand in a window title."""
        return self.session.plan.meeting.plan_number or ""

    def keep(self) -> bool:
        """Take over what is being typed and save it; whether all of it is on disk. Raises UserError."""
        self.page.flush()
        self.commit_beside()
        self._insist()
        return self.session.is_saved

    def write_spare(self, folder: Path) -> str:
        """Write everything, with what is being typed, into a folder; the file's name. Raises UserError."""
        self.page.flush()
        self.commit_beside()
        return self._plans.write_spare(folder, self.plan_id, self.session.plan)

    def _insist(self) -> None:
        """Save, at a later try where another program looks into the store for a moment. Raises UserError."""
        for _ in range(_TRIES - 1):
            with contextlib.suppress(UserError):
                self.session.save()
                return
        self.session.save()

    def leave(self) -> None:
        """End what watches the plan and drop it from memory; the page is about to be dropped."""
        self._watch.end()
        keep_time(self._plans, self.plan_id, self._work)
        self.page.release()
        self.session.forget()
        self.beside.forget()
        self._plans.settle()

    def whereabouts(self, side: Side | None) -> Whereabouts:
        """Where the user is. side: the page open beside the interview."""
        place = self.page.current_place
        path = place.path if place is not None else self.page.current_section
        return Whereabouts(self.plan_id, path, self.shown, side)

    def go_back_to(self, place: Whereabouts) -> None:
        """Put the cursor where it was."""
        self.shown = place.paper
        self.page.go_to(place.path)

    def printout(self) -> Printout:
        """The plan as it stands, on its way to paper."""
        return Printout(self._plans, self._services, self.plan_id, self.session.plan)

    def copy_desk(self) -> CopyDesk:
        """The other plans, to copy from."""
        return CopyDesk(self._plans, self._services.form, self.session)

    def version_desk(self) -> VersionDesk:
        """All versions of the plan."""
        return VersionDesk(self._plans, self._services, self.session)

    def meeting_desk(self) -> MeetingDesk:
        """The meeting about the plan, at its start and at its end."""
        return MeetingDesk(self._plans, self._services, self.session, self._work)

    def _where(self) -> str:
        """The section that is looked at."""
        return self.page.current_section if self.page.isVisible() else BESIDE

    def changed_desk(self) -> ChangedDesk:
        """The walk through what changed."""
        return ChangedDesk(self._plans, self._services, self.session, self.beside)

    def rehearsal_desk(self) -> RehearsalDesk:
        """The rehearsal at the table, and the results of a drill."""
        return RehearsalDesk(self._plans, self._services, self.session, self.beside)

    def tell_way_back(self, side: Side | None) -> None:
        """Say by which key one goes on where one came from."""
        tr = QCoreApplication.translate
        words = {
            Side.CHANGED: tr("sides", "「変わったことを書く」の続きには、Ctrl+G で戻ります。"),
            Side.REHEARSAL: tr("sides", "机上訓練には、Ctrl+T で戻ります。"),
        }
        if side in words:
            self.page.say(words[side])

    def confirm(self, parent: QWidget) -> bool:
        """Ask who confirms and make the next version; whether it was made. Raises UserError."""
        plan, form, today = self.session.plan, self._services.form, self._services.today()
        before = next(iter(reversed(self._plans.revisions(self.plan_id))), None)
        facts = Confirming(
            number=before.number + 1 if before is not None else 1,
            missing_musts=len(missing(form, plan)),
            printed_version=plan.meeting.plan_version,
            has_day=plan.meeting.updated_on is not None or plan.meeting.created_on is not None,
            who=plan.meeting.author_name or "",
            today=today,
            printed_before=self._printed(before),
            occasion=likely_occasion(plan, today, _agreed_on(before)),
            names=likely_persons(plan),
        )
        answer = ConfirmBox.ask(parent, facts)
        if answer is None:
            return False
        self._fill_head(facts)
        self._plans.confirm(
            self.plan_id, self.session.plan, answer.who, answer.note, occasion=answer.occasion
        )
        return self.keep()

    def _printed(self, version: RevisionLine | None) -> int | None:
        """The version that the papers of a version bear."""
        if version is None:
            return None
        return self._plans.revision_plan(self.plan_id, version.number).meeting.plan_version or version.number

    def _fill_head(self, facts: Confirming) -> None:
        """The version and day that every sheet carries, where nobody has typed others."""
        if facts.printed_version != facts.version_on_paper:
            self.session.set("meeting.plan_version", facts.version_on_paper)
        if not facts.has_day:
            self.session.set("meeting.updated_on", self._services.today())


def _agreed_on(version: RevisionLine | None) -> date | None:
    """The day on which a version was agreed, as far as it is known."""
    if version is None:
        return None
    day = version.occasion.day if version.occasion is not None else None
    return day or version.confirmed_at.astimezone().date()
