"""Copies of older versions that may still be out: who has them, the slip, what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from evacplan.domain.copies import How, Issue
from evacplan.form.exchange_slip import Exchange, OldCopy
from evacplan.form.papers import Paper
from evacplan.ui.ports import Plans, Services


@dataclass(frozen=True, slots=True)
class Outdated:
    """One copy that is out of date, in words. version: as it is printed on it."""

    issue: Issue
    paper: Paper
    title: str
    version: int
    handed_on: date

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
        """The copies of older versions that nobody has collected, by recipient and paper."""
        found = self._plans.outdated(self._plan_id)
        printed = {number: self._printed(number) for number in {issue.revision for issue in found}}
        return tuple(self._told(issue, printed[issue.revision]) for issue in found)

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

    def collect(self, outdated: Outdated, how: How) -> None:
        """Note what became of a copy. Raises UserError."""
        self._plans.collect([outdated.issue.id], how)

    def _printed(self, revision: int) -> int:
        return self._plans.revision_plan(self._plan_id, revision).meeting.plan_version or revision

    def _told(self, issue: Issue, version: int) -> Outdated:
        paper = Paper(issue.edition)
        title = self._services.paper_title(paper)
        return Outdated(issue, paper, title, version, issue.issued_at.astimezone().date())
