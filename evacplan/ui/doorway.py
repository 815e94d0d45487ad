"""The way into the store and out of it: going in where one was, locking, covering, ending."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.clipboard import DiscreetClipboard
from evacplan.ui.commands import At
from evacplan.ui.covered import Cover
from evacplan.ui.entrance import Entrance
from evacplan.ui.errors import ErrorBox
from evacplan.ui.in_hand import InHand
from evacplan.ui.list_room import ListRoom
from evacplan.ui.plan_room import PlanRoom
from evacplan.ui.ports import Plans, Services
from evacplan.ui.read_only import who_words
from evacplan.ui.safety import Safety
from evacplan.ui.screen import Screen
from evacplan.ui.store_room import StoreRoom
from evacplan.ui.unsaved import Unsaved

if TYPE_CHECKING:
    from evacplan.ui.open_plan import Whereabouts


class Doorway(QObject):
    """entrance: the pages before the plans. cover: stands before the page where locking would lose words."""

    def __init__(
        self,
        window: QWidget,
        hand: InHand,
        services: Services,
        screen: Screen,
        *,
        store_room: StoreRoom,
        list_room: ListRoom,
        plan_room: PlanRoom,
        safety: Safety,
        unsaved: Unsaved,
    ) -> None:
        super().__init__(window)
        self._window, self._hand, self._services = window, hand, services
        self._screen, self._safety, self._unsaved = screen, safety, unsaved
        self._plan_room, self._list_room, self._store_room = plan_room, list_room, store_room
        self._return_to: Whereabouts | None = None
        self.clipboard = DiscreetClipboard(QGuiApplication.clipboard(), self)
        self.cover = Cover(self, screen.stack, screen.show)
        self.entrance = Entrance(self, services, lambda page: screen.show(page, At.LOCKED))
        self._listen()

    def enter(self, plans: Plans) -> None:
        """Work with the plans of an open store, where the user was before it was locked."""
        self._store_room.take(plans)
        place, self._return_to = self._return_to, None
        if place is None or not self._plan_room.go_back_to(place):
            self._list_room.show_first()

    def train(self, *, anew: bool = False) -> None:
        """Work in the training, where it was left or from its beginning."""
        self._store_room.close(backs_up=False)
        self.entrance.train(anew=anew)

    def restore(self) -> None:
        """Close the store and offer its backups."""
        plans = self._hand.plans
        if plans is not None and self._unsaved.keep():
            in_store = [*plans.entries(), *plans.entries(archived=True)]
            # A backup of now would take the place of the one of this morning, perhaps the one wanted.
            self._store_room.close(backs_up=False)
            self.entrance.restore(in_store)

    def edit(self) -> None:
        """Open the store for changes, as soon as nobody else has it; asks for the passphrase again."""
        held = self._services.vault.held()
        if held is None:
            self._lock()
            return
        what = self.tr("まだ、別の画面で開いています。")
        why = self.tr("{who}開いています。").format(who=who_words(held))
        do = self.tr("その画面を閉じてもらってから、もう一度押してください。")
        ErrorBox.tell(self._window, UserError(what, why=why, do=do))

    def lock(self) -> None:
        """Close the store and ask for the passphrase again."""
        if self._services.training is None:
            self.lock_quietly()
        elif self._hand.plans is not None and self._unsaved.keep():
            self._lock()

    def lock_quietly(self) -> None:
        """As `lock`, without a question; what cannot be saved stays open under a cover.

        A training, which has no passphrase to ask for and nobody's data, stays as it is.
        """
        if self._hand.plans is None:
            return
        if self._plan_room.rescue():
            self._lock()
        elif self._services.training is None and self.cover.put(self._hand.plans.prove, self._screen.at):
            self.clipboard.forget()

    def leave_desk(self, then: Callable[[], object]) -> None:
        """Save at once and lock: the computer or its screen is about to. then: called when that is done."""
        self._plan_room.rescue()
        self._safety.leaving(then)

    def end(self) -> None:
        """Save and close without a word, as at the end of a session; no backup delays it."""
        if self._plan_room.rescue():
            self._store_room.close(backs_up=False)

    def close(self) -> bool:
        """Save and close; where that fails, ask before anything is lost. Whether the window may go."""
        if not self._unsaved.keep():
            return False
        self._store_room.close()
        return True

    def _lock(self) -> None:
        if self._hand.plan is not None:
            self._return_to = self._plan_room.whereabouts()
        self.clipboard.forget()
        self._store_room.close()
        self.entrance.unlock()

    def _listen(self) -> None:
        self.entrance.entered.connect(self.enter)
        self.entrance.created.connect(self._store_room.show_code)
        self.entrance.left.connect(self._window.close)
        self._plan_room.saved.connect(self.cover.saved)
        self.cover.free.connect(self.lock_quietly)
        self.cover.lifted.connect(self._safety.touch)
        self._screen.news.edit_requested.connect(self.edit)
