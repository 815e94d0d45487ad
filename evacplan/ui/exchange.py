"""Copies that must come back, old ones and those the family said no to: the slip, what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from evacplan.domain.copies import How, Issue
from evacplan.domain.ledger import EventKind
from evacplan.domain.legal_basis import to_collect
from evacplan.form.exchange_slip import Exchange, OldCopy
from evacplan.form.handing_out import share_named
from evacplan.form.papers import Paper
from evacplan.ui.ports import Plans, Services


@dataclass(frozen=True, slots=True)
class Outdated:
    """One copy that must come back, in words. version: as it is printed on it.

    is_refused: because the family said no, or took its consent back.
    """

    issue: Issue
    paper: Paper
    title: str
    version: int
    handed_on: date
    is_refused: bool = False

    @property
    def number(self) -> int:
        return self.issue.copy

    @property
    def recipient(self) -> str:
        return self.issue.recipient


class Exchanges:
    """The old copies of one plan."""

    def __init__(self, plans: Plans, services: Services, plan_id: str) -> None:
        self._plans, self._services, self._plan_id = plans, services, plan_id

    def outdated(self) -> tuple[Outdated, ...]:
        """What nobody has collected: copies of older versions, and of any version that the family refused."""
        refused = {issue.id for issue in self._refused()}
        old = {issue.id for issue in self._plans.outdated(self._plan_id)}
        found = [issue for issue in self._plans.issues(self._plan_id) if issue.id in old | refused]
        return tuple(self._told(issue, is_refused=issue.id in refused) for issue in found)

    def _refused(self) -> tuple[Issue, ...]:
        plan, form = self._plans.draft(self._plan_id), self._services.form
        copies = self._plans.issues(self._plan_id)
        return to_collect(plan, copies, self._services.today(), partial(share_named, form, plan))

    def slip(self, outdated: Sequence[Outdated]) -> bytes:
        """The PDF that asks for these copies: one page for each recipient. Raises UserError."""
        latest = self._plans.confirmed(self._plan_id)
        assert latest is not None, "copies of a version without a version"
        number, plan = latest
        in_order = sorted(outdated, key=lambda each: (each.recipient, each.number))
        exchanges = [
            Exchange(to, tuple(OldCopy(one.number, one.paper, one.version, one.handed_on) for one in held))
            for to, held in groupby(in_order, key=lambda each: each.recipient)
        ]
        return self._services.exchange_slip(plan, number, exchanges)

    def slip_printed(self) -> None:
        """Write down that the slip was printed."""
        self._plans.note(EventKind.PRINTED, self._plan_id, "slip")

    def collect(self, outdated: Outdated, how: How) -> None:
        """Note what became of a copy. Raises UserError."""
        self._plans.collect([outdated.issue.id], how)

    def _printed(self, revision: int) -> int:
        return self._plans.revision_plan(self._plan_id, revision).meeting.plan_version or revision

    def _told(self, issue: Issue, *, is_refused: bool) -> Outdated:
        paper = Paper(issue.edition)
        title = self._services.paper_title(paper)
        handed_on = issue.issued_at.astimezone().date()
        version = self._printed(issue.revision)
        return Outdated(issue, paper, title, version, handed_on, is_refused)
