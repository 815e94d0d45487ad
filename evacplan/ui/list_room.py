"""The pages over all plans: the list of them, and what waits to be done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from evacplan.ui.agenda import AgendaPage, is_pressing
from evacplan.ui.commands import At
from evacplan.ui.in_hand import InHand
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.plan_room import PlanRoom
from evacplan.ui.ports import Services
from evacplan.ui.screen import Screen
from evacplan.ui.unsaved import Unsaved

# What a command of the menus is called on the list.
OF_LIST = {
    "new": "new",
    "take_in": "take_in",
    "write_out": "write_out",
    "ledger": "write_ledger",
    "open": "open",
    "duplicate": "duplicate",
    "archive": "archive",
    "search": "focus_search",
}


class ListRoom(QObject):
    """picked: whether a plan of the list is chosen."""

    picked = Signal(bool)

    def __init__(
        self, hand: InHand, services: Services, screen: Screen, unsaved: Unsaved, plans: PlanRoom
    ) -> None:
        super().__init__(screen)
        self._hand, self._services, self._screen = hand, services, screen
        self._unsaved, self._plan_room = unsaved, plans
        plans.list_requested.connect(self.show)

    @property
    def page(self) -> PlanListPage | None:
        """The list, None while another page is shown."""
        shown = self._screen.page
        return shown if isinstance(shown, PlanListPage) else None

    def show(self) -> None:
        """Go to the list of plans, when all that was typed is saved."""
        if self._hand.plans is None or not self._unsaved.keep():
            return
        before = self._hand.plan_id
        self._plan_room.leave()
        page = PlanListPage(self._hand.plans, self._services, before)
        page.opened.connect(self._plan_room.open)
        page.picked.connect(self.picked)
        self._screen.show(page, At.LIST)
        self.picked.emit(page.chosen() is not None)

    def show_agenda(self) -> None:
        """Show what waits to be done over all plans."""
        if self._hand.plans is None or not self._unsaved.keep():
            return
        self._plan_room.leave()
        page = AgendaPage(self._hand.plans, self._services)
        page.opened.connect(self._plan_room.open_at)
        page.back_requested.connect(self.show)
        self._screen.show(page, At.AGENDA)

    def show_first(self) -> None:
        """Show what somebody who comes in should see: what presses, or else the list."""
        assert self._hand.plans is not None
        if is_pressing(self._hand.plans, self._services.today()):
            self.show_agenda()
        else:
            self.show()

    def run(self, command: str) -> None:
        """Do what a command means on the list; elsewhere it means nothing."""
        if self.page is not None:
            getattr(self.page, OF_LIST[command])()

    def tell(self, what: str, do: str) -> None:
        """Say something above the list, where it is shown."""
        if self.page is not None:
            self.page.tell(what, do)
