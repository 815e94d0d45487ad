"""The open plan in the window: its interview, the page beside it, and the way to its next version."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.commands import At
from evacplan.ui.errors import ErrorBox
from evacplan.ui.in_hand import InHand
from evacplan.ui.ports import Services
from evacplan.ui.screen import Screen
from evacplan.ui.sides import Side, SidePage, Sides, after_confirming
from evacplan.ui.unsaved import Unsaved

if TYPE_CHECKING:
    # Loaded when first needed: the window is there before the model, the form and QtPdf are.
    from evacplan.ui.open_plan import Whereabouts

log = logging.getLogger(__name__)


class PlanRoom(QObject):
    """list_requested: back to the plans. touched: somebody types. saved: what was typed is on disk."""

    list_requested = Signal()
    touched = Signal()
    saved = Signal()

    def __init__(
        self, window: QWidget, hand: InHand, services: Services, screen: Screen, unsaved: Unsaved
    ) -> None:
        super().__init__(window)
        self._window, self._hand, self._services = window, hand, services
        self._screen, self._unsaved = screen, unsaved
        self.sides = Sides(self._connect_side, self._show_side, screen.stack.drop)

    def open(self, plan_id: str) -> None:
        """Go to the interview of a plan; says so where it cannot be read."""
        from evacplan.ui.open_plan import OpenPlan  # noqa: PLC0415  (loads the model)

        assert self._hand.plans is not None
        try:
            plan = OpenPlan(self._hand.plans, self._services, plan_id, self._window)
        except UserError as error:
            ErrorBox.tell(self._window, error)
            return
        self._hand.plan = plan
        self._unsaved.watch(plan)
        plan.page.preview_requested.connect(lambda: self.show_side(Side.PAPER))
        plan.page.confirm_requested.connect(self.confirm)
        plan.page.close_requested.connect(self.list_requested)
        plan.page.autosave.saved.connect(self.saved)
        plan.session.watch(self._changed)
        self.show()

    def open_at(self, plan_id: str, path: str) -> None:
        """Go to a field of a plan, by its path."""
        self.open(plan_id)
        self.go_to(path)

    def show(self) -> None:
        """Back to the interview of the open plan."""
        if self._hand.plan is not None:
            self._screen.show(self._hand.plan.page, At.PLAN)
            self.leave_side()

    def show_side(self, side: Side) -> None:
        """Show a page beside the interview, when all that was typed is saved."""
        if self._hand.plan is not None and self._unsaved.keep():
            self.sides.open(side, self._hand.plan)

    def go_to(self, path: str) -> None:
        """Go to a field of the interview, by its path, and say how to come back from there."""
        side = self.sides.at
        self.show()
        if self._hand.plan is not None:
            self._hand.plan.page.go_to(path)
            self._hand.plan.tell_way_back(side)

    def confirm(self) -> None:
        """Ask who confirms, make the version, and show it as it will be printed."""
        plan = self._hand.plan
        if plan is None or not self._unsaved.keep():
            return
        try:
            plan.session.refuse_reader()
            done = plan.confirm(self._window)
        except UserError as error:
            ErrorBox.tell(self._window, error)
            return
        if done:
            self.show_side(after_confirming(plan))

    def rescue(self) -> bool:
        """Save what was typed, without a word; whether all of it is on disk."""
        if self._hand.plan is None:
            return True
        try:
            return self._hand.plan.keep()
        except UserError as error:
            log.error("draft not saved", exc_info=error)
            return False

    def leave(self) -> None:
        """Drop the plan from the window and from memory."""
        self.leave_side()
        self._unsaved.leave()
        left, self._hand.plan = self._hand.plan, None
        if left is not None:
            left.leave()
            self._screen.stack.drop(left.page)
            self._services.forget()

    def leave_side(self) -> None:
        """Drop the page beside the interview."""
        if self._hand.plan is not None:
            self.sides.note(self._hand.plan)
        self.sides.leave()

    def whereabouts(self) -> Whereabouts | None:
        """Where the user is, None while no plan is open; the page beside the interview is left."""
        if self._hand.plan is None:
            return None
        side = self.sides.at
        self.leave_side()
        return self._hand.plan.whereabouts(side)

    def go_back_to(self, place: Whereabouts) -> bool:
        """Whether the user is back at the plan that was open; it may be gone."""
        plans = self._hand.plans
        assert plans is not None
        lines = (*plans.entries(), *plans.entries(archived=True))
        if all(line.plan_id != place.plan_id for line in lines):
            return False
        self.open(place.plan_id)
        if self._hand.plan is None:
            return False
        self._hand.plan.go_back_to(place)
        if place.side is not None:
            self.show_side(place.side)
        return True

    def _connect_side(self, page: SidePage) -> None:
        page.back_requested.connect(self.show)
        page.confirm_requested.connect(self.confirm)
        page.place_requested.connect(self.go_to)
        page.side_requested.connect(self.show_side)

    def _show_side(self, page: SidePage, side: Side) -> None:
        self._screen.show(page, At.PAPER if side is Side.PAPER else At.SIDE)

    def _changed(self, _change: object) -> None:
        # An input method may keep the keys for itself; what it commits is somebody typing all the same.
        self.touched.emit()
        self._screen.entitle()
