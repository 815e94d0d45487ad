"""The window: unlock, list of plans, interview and paper, one at a time, with one set of menus.

What happens on each of them stands in a room of its own (`rooms.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from evacplan.ui.language import LanguageChoice
from evacplan.ui.locking import Locking
from evacplan.ui.menu_desk import MenuDesk
from evacplan.ui.ports import Plans, Services
from evacplan.ui.rooms import furnish
from evacplan.ui.sides import Side
from evacplan.ui.theme import Look
from evacplan.ui.tour import Seen
from evacplan.ui.training import LeadsTo

DEFAULT = Locking()


class MainWindow(QMainWindow):
    """Begin with `show_unlock`, or with `enter` when a store is open already."""

    def __init__(
        self, services: Services, look: Look, locking: Locking = DEFAULT, tour_seen: Seen = "done"
    ) -> None:
        super().__init__()
        self._services, self.look = services, look
        self.rooms = furnish(
            self,
            services,
            look,
            locking,
            tour_seen,
            lock=self.lock_quietly,
            opens=lambda: self.rooms.list.run("open"),
        )
        self.menus = MenuDesk(self, services, look, self.rooms).menus

    @property
    def locking(self) -> Locking:
        """When the window locks by itself, as chosen."""
        return self.rooms.safety.locking

    @property
    def tour_seen(self) -> Seen:
        """How the tour was left, "" while it never was shown."""
        return self.rooms.tour.seen

    @property
    def leads_to(self) -> LeadsTo:
        """What is opened when the window has closed."""
        return self.rooms.training.leads_to

    @property
    def language(self) -> LanguageChoice:
        """The language of the window, and of the next start."""
        return self._services.language

    def show_unlock(self) -> None:
        """Ask for the passphrase."""
        self.rooms.door.entrance.unlock()

    def train(self) -> None:
        """Work in the training, where it was left."""
        self.rooms.door.train()

    def enter(self, plans: Plans) -> None:
        """Work with the plans of an open store, where the user was before it was locked."""
        self.rooms.door.enter(plans)

    def show_code(self, plans: Plans, code: str) -> None:
        """Show the recovery code of an open store, then its plans."""
        self.rooms.store.show_code(plans, code)

    def show_restore(self) -> None:
        """Close the store and offer its backups."""
        self.rooms.door.restore()

    def show_list(self) -> None:
        """Go to the list of plans, when all that was typed is saved."""
        self.rooms.list.show()

    def show_agenda(self) -> None:
        """Show what waits to be done over all plans."""
        self.rooms.list.show_agenda()

    def open_plan(self, plan_id: str) -> None:
        """Go to the interview of a plan."""
        self.rooms.plan.open(plan_id)

    def show_plan(self) -> None:
        """Back to the interview of the open plan."""
        self.rooms.plan.show()

    def show_side(self, side: Side) -> None:
        """Show a page beside the interview of the open plan."""
        self.rooms.plan.show_side(side)

    def show_paper(self) -> None:
        """Show the papers of the open plan."""
        self.show_side(Side.PAPER)

    def confirm(self) -> None:
        """Ask who confirms, make the version, and show it as it will be printed."""
        self.rooms.plan.confirm()

    def lock(self) -> None:
        """Close the store and ask for the passphrase again."""
        self.rooms.door.lock()

    def lock_quietly(self) -> None:
        """As `lock`, without a question; what cannot be saved stays open under a cover."""
        self.rooms.door.lock_quietly()

    def leave_desk(self, then: Callable[[], object]) -> None:
        """Save at once and lock: the computer or its screen is about to. then: called when that is done."""
        self.rooms.door.leave_desk(then)

    def rescue(self) -> bool:
        """Save what was typed, without a word; whether all of it is on disk."""
        return self.rooms.plan.rescue()

    def end(self) -> None:
        """Save and close without a word, as at the end of a session; no backup delays it."""
        self.rooms.door.end()

    def changeEvent(self, event: QEvent) -> None:
        """Save when the window is minimised or another one comes to the front."""
        super().changeEvent(event)
        hidden = event.type() == QEvent.Type.WindowStateChange and self.isMinimized()
        if hidden or (event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()):
            self.rescue()
        if hidden:
            self.rooms.safety.minimised()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and close; where that fails, ask before anything is lost."""
        event.setAccepted(self.rooms.door.close())
