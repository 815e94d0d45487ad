"""What the page 「ほかの計画から写す」 works on: the other plans, and what each group would fill."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from evacplan.domain.borrowing import borrowed, fillable
from evacplan.domain.ledger import EventKind
from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Row
from evacplan.form.spec import CopyGroup, Form, Item, Repeat
from evacplan.form.words import worded
from evacplan.session import Session
from evacplan.ui.editors.field import full_label
from evacplan.ui.headings import row_heading
from evacplan.ui.ports import PlanLine, Plans

_LETTERS = 60


class CopyDesk:
    """The open plan and those beside it. Its methods may raise UserError."""

    def __init__(self, plans: Plans, form: Form, session: Session) -> None:
        self.form = form
        self.session = session
        self._plans = plans

    def others(self, search: str) -> Sequence[PlanLine]:
        """The other plans on the list that hold every word searched for, latest first."""
        return [each for each in self._plans.entries(search) if each.plan_id != self.session.plan_id]

    def source(self, plan_id: str) -> Plan:
        """Another plan as last saved; that it was looked at is written down."""
        self._plans.note(EventKind.OPENED, plan_id)
        return self._plans.draft(plan_id)

    def paths(self, source: Plan, group: CopyGroup) -> list[str]:
        """The places a group would fill."""
        return fillable(self.session.plan, source, group.places)

    def words(self, source: Plan, path: str) -> str:
        """A place and what would stand there."""
        part, value = self.form.part(path), get(source, path)
        if isinstance(part, Repeat):
            rows: tuple[Row, ...] = value
            names = "、".join(filter(None, (row_heading(self.form, source, part, row) for row in rows)))
            count = QCoreApplication.translate("CopyPage", "{count}件").format(count=len(rows))
            told = f"{count}　{names}" if names else count
        else:
            assert isinstance(part, Item)
            told = worded(self.form, source, part, value)
        told = told.replace("\n", " ")
        cut = told if len(told) <= _LETTERS else f"{told[: _LETTERS - 1]}…"
        return f"{full_label(self.form, path)}：{cut}"

    def copy(self, source: Plan, groups: Sequence[CopyGroup]) -> int:
        """Fill what the groups would fill, as one step of undo; returns how many places that were."""
        places = [place for group in groups for place in group.places]
        count = len(fillable(self.session.plan, source, places))
        self.session.replace(borrowed(self.session.plan, source, places))
        return count
