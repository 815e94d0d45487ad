"""What each command of the menus does in the rooms of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from evacplan.ui.actions import keys_in_fields
from evacplan.ui.boxes import box_handlers
from evacplan.ui.commands import OF_SIDES, At, KeysBox, Menus
from evacplan.ui.list_room import OF_LIST
from evacplan.ui.manual import Help
from evacplan.ui.ports import Services
from evacplan.ui.rooms import Rooms
from evacplan.ui.sides import Side
from evacplan.ui.theme import Look

Handlers = dict[str, Callable[[], object]]


class MenuDesk(QObject):
    """Makes the menus of a window, and arms them for the page that is shown."""

    def __init__(self, window: QMainWindow, services: Services, look: Look, rooms: Rooms) -> None:
        super().__init__(window)
        self._window, self._services, self._look, self._rooms = window, services, look, rooms
        self._help = Help(window, services.manual, look)
        self.menus = Menus(window.menuBar(), rooms.training.guarded(self._handlers()))
        self.menus.absent = rooms.training.absent
        rooms.screen.shown.connect(self._arm)
        rooms.list.picked.connect(self.menus.enable_picked)

    def _arm(self, at: At) -> None:
        plan = self._rooms.hand.plan
        own = plan.page.actions() if at is At.PLAN and plan is not None else []
        self.menus.reads_only = self._rooms.hand.is_held
        self.menus.arm(at, own)

    def _handlers(self) -> Handlers:
        rooms = self._rooms
        return {
            **{name: self._on_list(name) for name in OF_LIST},
            **{name: self._on_side(name) for name in OF_SIDES},
            **{side.value: self._to_side(side) for side in Side},
            **rooms.training.handlers(),
            **box_handlers(self._window, self._services, self._look),
            **self._about_store(),
            **self._about_view(),
            "confirm": rooms.plan.confirm,
            "back": rooms.plan.show,
            "list": rooms.list.show,
            "agenda": rooms.list.show_agenda,
            "to_list": rooms.list.show,
            "quit": self._window.close,
        }

    def _about_store(self) -> Handlers:
        rooms = self._rooms
        return {
            "lock": rooms.door.lock,
            "restore": rooms.door.restore,
            "back_up": rooms.store.back_up,
            "second_folder": rooms.store.choose_second_folder,
            "change_passphrase": rooms.store.change_passphrase,
            "renew_code": rooms.store.renew_code,
            "spare": rooms.unsaved.write_spare,
            "locking": rooms.safety.choose_locking,
        }

    def _about_view(self) -> Handlers:
        look = self._look
        return {
            "contrast": lambda: look.set_contrast(self.menus.is_checked("contrast")),
            "projector": self._project,
            "reveal": self._rooms.screen.projector.reveal,
            "explain": self._explain,
            "manual": self._help.contents,
            "tour": self._rooms.tour.begin,
            "keys": self._tell_keys,
        }

    def _on_list(self, name: str) -> Callable[[], object]:
        return lambda: self._rooms.list.run(name)

    def _on_side(self, name: str) -> Callable[[], object]:
        return lambda: self._rooms.plan.sides.run(name)

    def _to_side(self, side: Side) -> Callable[[], object]:
        return lambda: self._rooms.plan.show_side(side)

    def _project(self) -> None:
        """Begin or end the view for a room."""
        self._rooms.screen.project(on=self.menus.is_checked("projector"))
        self.menus.check("contrast", on=self._look.has_contrast)

    def _explain(self) -> None:
        """Open the manual at what is on the screen."""
        plan = self._rooms.hand.plan
        section = plan.page.current_section if plan is not None else ""
        self._help.explain(self._rooms.screen.at, section, self._rooms.plan.sides.at)

    def _tell_keys(self) -> None:
        in_fields = keys_in_fields() if self._rooms.screen.at is At.PLAN else []
        KeysBox.tell(self._window, self.menus.keys() + in_fields)
