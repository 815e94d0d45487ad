"""The open store in the window: its passphrase and recovery code, its backups, what broke off in it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from evacplan.ui.code_page import CodePage
from evacplan.ui.commands import At
from evacplan.ui.in_hand import InHand
from evacplan.ui.list_room import ListRoom
from evacplan.ui.plan_room import PlanRoom
from evacplan.ui.ports import Plans, Services
from evacplan.ui.safety import Safety
from evacplan.ui.screen import Screen
from evacplan.ui.unsaved import Unsaved


class StoreRoom(QObject):
    """safety: asks for what the menu 「安全」 needs, and backs up."""

    def __init__(
        self,
        hand: InHand,
        services: Services,
        screen: Screen,
        *,
        list_room: ListRoom,
        plan_room: PlanRoom,
        safety: Safety,
        unsaved: Unsaved,
    ) -> None:
        super().__init__(screen)
        self._hand, self._services, self._screen = hand, services, screen
        self._safety, self._unsaved = safety, unsaved
        self._plan_room, self._list_room = plan_room, list_room
        screen.news.code_requested.connect(self.renew_code)
        screen.news.swap_requested.connect(self._swap)
        screen.news.keep_requested.connect(self._keep_recovered)

    def take(self, plans: Plans) -> None:
        """Work with the plans of a store from here on."""
        self._hand.plans = plans
        self._safety.opened(plans)
        self._screen.news.opened(plans)

    def close(self, *, backs_up: bool = True) -> None:
        """Leave the open plan, back up, and close the store."""
        self._plan_room.leave()
        self._safety.closing(backs_up=backs_up)
        self._screen.news.closed()
        plans, self._hand.plans = self._hand.plans, None
        if plans is not None:
            plans.close()

    def show_code(self, plans: Plans, code: str) -> None:
        """Show the recovery code of a store, then its plans."""
        self.take(plans)
        number = plans.code_number
        page = CodePage(code, lambda: self._services.recovery_sheet(code, number), self._services.write)
        page.done.connect(plans.code_put_away)
        page.done.connect(self._list_room.show)
        self._screen.show(page, At.CODE)

    def change_passphrase(self) -> None:
        """Ask for the old and the new passphrase."""
        if self._hand.plans is not None and self._safety.change_passphrase(self._hand.plans):
            do = self.tr("復旧コードは、そのまま使えます。")
            self._list_room.tell(self.tr("パスフレーズを変えました。"), do)

    def renew_code(self) -> None:
        """Ask for the passphrase, then show a new recovery code."""
        plans = self._hand.plans
        code = self._safety.renew_code(plans) if plans is not None else None
        if plans is not None and code is not None:
            self.show_code(plans, code)

    def back_up(self) -> None:
        """Back up at once, with what was typed."""
        if self._hand.plans is not None and self._unsaved.keep():
            self._safety.back_up(self._hand.plans)

    def choose_second_folder(self) -> None:
        """Ask where backups go beside the app's own folder."""
        if self._hand.plans is not None:
            self._safety.choose_second_folder(self._hand.plans, self._services.vault)

    def _swap(self, plan_id: str) -> None:
        if self._hand.plans is None or not self._unsaved.keep():
            return
        was_open = self._hand.plan is not None
        self._plan_room.leave()
        self._hand.plans.swap_recovered(plan_id)
        if was_open:
            self._plan_room.open(plan_id)
        else:
            self._list_room.show()

    def _keep_recovered(self, plan_id: str) -> None:
        if self._hand.plans is not None:
            self._hand.plans.keep_recovered(plan_id)
            self._screen.news.refresh()
