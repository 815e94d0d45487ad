"""The window: unlock, list of plans, interview and paper, one at a time, with one set of menus."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.actions import keys_in_fields
from evacplan.ui.agenda import AgendaPage, is_pressing
from evacplan.ui.boxes import box_handlers
from evacplan.ui.clipboard import DiscreetClipboard
from evacplan.ui.code_page import CodePage
from evacplan.ui.commands import OF_SIDES, At, KeysBox, Menus
from evacplan.ui.covered import Cover, CoverPage
from evacplan.ui.entrance import PAGES, Entrance
from evacplan.ui.errors import ErrorBox
from evacplan.ui.language import LanguageChoice
from evacplan.ui.locking import Locking
from evacplan.ui.manual import Help
from evacplan.ui.news import News
from evacplan.ui.page_stack import PageStack
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.ports import Plans, Services
from evacplan.ui.projector import Projector
from evacplan.ui.read_only import who_words
from evacplan.ui.room import roomy
from evacplan.ui.safety import Safety
from evacplan.ui.sides import Side, SidePage, Sides, after_confirming
from evacplan.ui.theme import Look
from evacplan.ui.tour import Seen, Tour
from evacplan.ui.training import LeadsTo, TrainingBand, TrainingDesk
from evacplan.ui.unsaved import Unsaved

if TYPE_CHECKING:
    # Loaded when first needed: the window is there before the model, the form and QtPdf are.
    from evacplan.ui.open_plan import OpenPlan, Whereabouts

log = logging.getLogger(__name__)
DEFAULT = Locking()


class MainWindow(QMainWindow):
    """Begin with `show_unlock`, or with `enter` when a store is open already."""

    def __init__(
        self, services: Services, look: Look, locking: Locking = DEFAULT, tour_seen: Seen = "done"
    ) -> None:
        super().__init__()
        self._services = services
        self._look = look
        self._plans: Plans | None = None
        self._open: OpenPlan | None = None
        self._list: PlanListPage | None = None
        self._return_to: Whereabouts | None = None
        self._news = News()
        self._unsaved = Unsaved()
        self._safety = Safety(self, locking, self.lock_quietly, services.ledger_fault_words)
        self._clipboard = DiscreetClipboard(QGuiApplication.clipboard(), self)
        self._stack = PageStack((*PAGES, CodePage, PlanListPage, AgendaPage, CoverPage))
        self._projector = Projector(look, self._stack)
        self._sides = Sides(self._connect_side, self._show_side, self._stack.drop)
        self._cover = Cover(self, self._stack, self._show)
        self._entrance = Entrance(self, services, lambda page: self._show(page, At.LOCKED))
        self._entrance.entered.connect(self.enter)
        self._entrance.created.connect(self.show_code)
        self._entrance.left.connect(self.close)
        self._help = Help(self, services.manual, look)
        opens = self._on_list("open") if services.training is not None else None
        self._tour = Tour(self, look, tour_seen, is_new=self._is_new, opens=opens)
        self._training = TrainingDesk(self, services.training)
        self._menus = Menus(self.menuBar(), self._training.guarded(self._handlers()))
        self._menus.absent = self._training.absent
        self._arrange()
        self._listen()
        self._entitle()

    def show_unlock(self) -> None:
        """Ask for the passphrase."""
        self._entrance.unlock()

    def train(self, *, anew: bool = False) -> None:
        """Work in the training, where it was left or from its beginning."""
        self._close_store(backs_up=False)
        self._entrance.train(anew=anew)

    @property
    def tour_seen(self) -> Seen:
        """How the tour was left, "" while it never was shown."""
        return self._tour.seen

    def _is_new(self) -> bool:
        """Whether whoever is here has no plans of their own yet."""
        return self._plans is not None and (self._services.training is not None or not self._plans.entries())

    @property
    def leads_to(self) -> LeadsTo:
        """What is opened when the window has closed."""
        return self._training.leads_to

    @property
    def locking(self) -> Locking:
        """When the window locks by itself, as chosen."""
        return self._safety.locking

    def show_restore(self) -> None:
        """Close the store and offer its backups."""
        if self._plans is not None and self._unsaved.keep():
            in_store = [*self._plans.entries(), *self._plans.entries(archived=True)]
            # A backup of now would take the place of the one of this morning, perhaps the one wanted.
            self._close_store(backs_up=False)
            self._entrance.restore(in_store)

    def show_code(self, plans: Plans, code: str) -> None:
        """Show the recovery code of an open store, then its plans."""
        self._plans = plans
        self._safety.opened(plans)
        self._news.opened(plans)
        number = plans.code_number
        page = CodePage(code, lambda: self._services.recovery_sheet(code, number), self._services.write)
        page.done.connect(plans.code_put_away)
        page.done.connect(self.show_list)
        self._list = None
        self._show(page, At.CODE)

    def change_passphrase(self) -> None:
        """Ask for the old and the new passphrase."""
        if self._plans is not None and self._safety.change_passphrase(self._plans) and self._list is not None:
            do = self.tr("復旧コードは、そのまま使えます。")
            self._list.tell(self.tr("パスフレーズを変えました。"), do)

    def renew_code(self) -> None:
        """Ask for the passphrase, then show a new recovery code."""
        code = self._safety.renew_code(self._plans) if self._plans is not None else None
        if self._plans is not None and code is not None:
            self.show_code(self._plans, code)

    def back_up(self) -> None:
        """Back up at once, with what was typed."""
        if self._plans is not None and self._unsaved.keep():
            self._safety.back_up(self._plans)

    def choose_second_folder(self) -> None:
        """Ask where backups go beside the app's own folder."""
        if self._plans is not None:
            self._safety.choose_second_folder(self._plans, self._services.vault)

    def enter(self, plans: Plans) -> None:
        """Work with the plans of an open store, where the user was before it was locked."""
        self._plans = plans
        self._safety.opened(plans)
        self._news.opened(plans)
        place, self._return_to = self._return_to, None
        if place is not None and self._return(place, plans):
            return
        if is_pressing(plans, self._services.today()):
            self.show_agenda()
        else:
            self.show_list()

    def show_agenda(self) -> None:
        """Show what waits to be done over all plans."""
        if self._plans is None or not self._unsaved.keep():
            return
        self._leave_plan()
        self._list = None
        page = AgendaPage(self._plans, self._services)
        page.opened.connect(self._open_at)
        page.back_requested.connect(self.show_list)
        self._show(page, At.AGENDA)

    def _open_at(self, plan_id: str, path: str) -> None:
        self.open_plan(plan_id)
        self._go_to(path)

    def show_list(self) -> None:
        """Go to the list of plans, when all that was typed is saved."""
        if self._plans is None or not self._unsaved.keep():
            return
        before = self._open.plan_id if self._open is not None else ""
        self._leave_plan()
        page = PlanListPage(self._plans, self._services, before)
        page.opened.connect(self.open_plan)
        page.picked.connect(self._menus.enable_picked)
        self._list = page
        self._show(page, At.LIST)
        self._menus.enable_picked(page.chosen() is not None)

    def open_plan(self, plan_id: str) -> None:
        """Go to the interview of a plan."""
        from evacplan.ui.open_plan import OpenPlan  # noqa: PLC0415  (loads the model)

        assert self._plans is not None
        try:
            self._open = OpenPlan(self._plans, self._services, plan_id, self)
        except UserError as error:
            ErrorBox.tell(self, error)
            return
        self._list = None
        self._unsaved.watch(self._open)
        page = self._open.page
        page.preview_requested.connect(self.show_paper)
        page.confirm_requested.connect(self.confirm)
        page.close_requested.connect(self.show_list)
        page.autosave.saved.connect(self._cover.saved)
        self._open.session.watch(self._changed)
        self.show_plan()

    def show_plan(self) -> None:
        """Back to the interview of the open plan."""
        if self._open is None:
            return
        self._show(self._open.page, At.PLAN)
        self._leave_side()

    def show_side(self, side: Side) -> None:
        """Show a page beside the interview of the open plan."""
        if self._open is not None and self._unsaved.keep():
            self._sides.open(side, self._open)

    def show_paper(self) -> None:
        """Show the papers of the open plan."""
        self.show_side(Side.PAPER)

    def confirm(self) -> None:
        """Ask who confirms, make the version, and show it as it will be printed."""
        if self._open is None or not self._unsaved.keep():
            return
        try:
            self._open.session.refuse_reader()
            done = self._open.confirm(self)
        except UserError as error:
            ErrorBox.tell(self, error)
            return
        if done:
            self.show_side(after_confirming(self._open))

    def edit(self) -> None:
        """Open the store for changes, as soon as nobody else has it; asks for the passphrase again."""
        held = self._services.vault.held()
        if held is None:
            self._lock()
            return
        what = self.tr("まだ、別の画面で開いています。")
        do = self.tr("その画面を閉じてもらってから、もう一度押してください。")
        ErrorBox.tell(
            self, UserError(what, why=self.tr("{who}開いています。").format(who=who_words(held)), do=do)
        )

    def lock(self) -> None:
        """Close the store and ask for the passphrase again."""
        if self._services.training is None:
            self.lock_quietly()
        elif self._plans is not None and self._unsaved.keep():
            self._lock()

    def lock_quietly(self) -> None:
        """As `lock`, without a question; what cannot be saved stays open under a cover.

        A training, which has no passphrase to ask for and nobody's data, stays as it is.
        """
        if self._plans is None:
            return
        if self.rescue():
            self._lock()
        elif self._services.training is None and self._cover.put(self._plans.prove, self._menus.at):
            self._clipboard.forget()

    def leave_desk(self, then: Callable[[], object]) -> None:
        """Save at once and lock: the computer or its screen is about to. then: called when that is done."""
        self.rescue()
        self._safety.leaving(then)

    def rescue(self) -> bool:
        """Save what was typed, without a word; whether all of it is on disk."""
        if self._open is None:
            return True
        try:
            return self._open.keep()
        except UserError as error:
            log.error("draft not saved", exc_info=error)
            return False

    def end(self) -> None:
        """Save and close without a word, as at the end of a session; no backup delays it."""
        if self.rescue():
            self._close_store(backs_up=False)

    def changeEvent(self, event: QEvent) -> None:
        """Save when the window is minimised or another one comes to the front."""
        super().changeEvent(event)
        hidden = event.type() == QEvent.Type.WindowStateChange and self.isMinimized()
        if hidden or (event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()):
            self.rescue()
        if hidden:
            self._safety.minimised()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and close; where that fails, ask before anything is lost."""
        if self._unsaved.keep():
            self._close_store()
            event.accept()
        else:
            event.ignore()

    def _lock(self) -> None:
        if self._open is not None:
            side = self._sides.at
            self._leave_side()
            self._return_to = self._open.whereabouts(side)
        self._clipboard.forget()
        self._close_store()
        self.show_unlock()

    def _return(self, place: Whereabouts, plans: Plans) -> bool:
        """Whether the user is back at the plan that was open."""
        lines = (*plans.entries(), *plans.entries(archived=True))
        if all(line.plan_id != place.plan_id for line in lines):
            return False
        self.open_plan(place.plan_id)
        if self._open is None:
            return False
        self._open.go_back_to(place)
        if place.side is not None:
            self.show_side(place.side)
        return True

    def _close_store(self, *, backs_up: bool = True) -> None:
        self._leave_plan()
        self._list = None
        self._safety.closing(backs_up=backs_up)
        self._news.closed()
        plans, self._plans = self._plans, None
        if plans is not None:
            plans.close()

    def _leave_plan(self) -> None:
        self._leave_side()
        self._unsaved.leave()
        left, self._open = self._open, None
        if left is not None:
            left.leave()
            self._stack.drop(left.page)
            self._services.forget()

    def _leave_side(self) -> None:
        if self._open is not None:
            self._sides.note(self._open)
        self._sides.leave()

    def _connect_side(self, page: SidePage) -> None:
        page.back_requested.connect(self.show_plan)
        page.confirm_requested.connect(self.confirm)
        page.place_requested.connect(self._go_to)
        page.side_requested.connect(self.show_side)

    def _show_side(self, page: SidePage, side: Side) -> None:
        self._show(page, At.PAPER if side is Side.PAPER else At.SIDE)

    def _arrange(self) -> None:
        inside = QWidget()
        area, column = roomy(inside)
        if self._services.training is not None:
            column.addWidget(TrainingBand(lasts=self._services.training.lasts))
        column.addWidget(self._news)
        column.addWidget(self._stack, 1)
        column.addWidget(self._projector.curtain, 1)
        column.addWidget(self._unsaved)
        column.addWidget(self._safety.line)
        self.setCentralWidget(self._tour.below(area))

    def _listen(self) -> None:
        self._training.anew_wanted.connect(lambda: self.train(anew=True))
        self._entrance.training_requested.connect(lambda: self._training.leave(LeadsTo.TRAINING))
        self._entrance.training_ended.connect(lambda: self._training.leave(LeadsTo.PLANS))
        self._cover.free.connect(self.lock_quietly)
        self._cover.lifted.connect(self._safety.touch)
        self._news.edit_requested.connect(self.edit)
        self._news.code_requested.connect(self.renew_code)
        self._news.swap_requested.connect(self._swap)
        self._news.keep_requested.connect(self._keep_recovered)

    def _swap(self, plan_id: str) -> None:
        if self._plans is None or not self._unsaved.keep():
            return
        was_open = self._open is not None
        self._leave_plan()
        self._plans.swap_recovered(plan_id)
        if was_open:
            self.open_plan(plan_id)
        else:
            self.show_list()

    def _keep_recovered(self, plan_id: str) -> None:
        if self._plans is not None:
            self._plans.keep_recovered(plan_id)
            self._news.refresh()

    def _show(self, page: QWidget, at: At) -> None:
        self._stack.show_page(page)
        self._projector.show_at(at)
        own = self._open.page.actions() if at is At.PLAN and self._open is not None else []
        self._menus.reads_only = self._plans is not None and self._plans.held is not None
        self._menus.arm(at, own)
        self._news.show_at(at, self._open.plan_id if self._open is not None else "")
        self._tour.show_at(at)
        self._entitle()

    def _changed(self, _change: object) -> None:
        # An input method may keep the keys for itself; what it commits is somebody typing all the same.
        self._safety.touch()
        self._entitle()

    @property
    def language(self) -> LanguageChoice:
        """The language of the window, and of the next start."""
        return self._services.language

    def _entitle(self) -> None:
        number = self._open.number if self._open is not None and self._menus.at is not At.LOCKED else ""
        title = self.tr("evacplan　計画 {number}").format(number=number) if number else "evacplan"
        self.setWindowTitle(self._training.entitled(title))

    def _go_to(self, path: str) -> None:
        side = self._sides.at
        self.show_plan()
        if self._open is not None:
            self._open.page.go_to(path)
            self._open.tell_way_back(side)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        look = self._look
        return {
            **{name: self._on_list(name) for name in _OF_LIST},
            **{name: self._on_side(name) for name in OF_SIDES},
            **self._training.handlers(),
            **box_handlers(self, self._services, look),
            "lock": self.lock,
            "back_up": self.back_up,
            "spare": self._unsaved.write_spare,
            "second_folder": self.choose_second_folder,
            "restore": self.show_restore,
            "locking": self._safety.choose_locking,
            "change_passphrase": self.change_passphrase,
            "renew_code": self.renew_code,
            "quit": self.close,
            **{side.value: self._to_side(side) for side in Side},
            "confirm": self.confirm,
            "back": self.show_plan,
            "list": self.show_list,
            "agenda": self.show_agenda,
            "to_list": self.show_list,
            "contrast": lambda: look.set_contrast(self._menus.is_checked("contrast")),
            "projector": self._project,
            "reveal": self._projector.reveal,
            "explain": self._explain,
            "manual": self._help.contents,
            "tour": self._tour.begin,
            "keys": self._tell_keys,
        }

    def _project(self) -> None:
        """Begin or end the view for a room."""
        self._projector.switch(on=self._menus.is_checked("projector"))
        self._menus.check("contrast", on=self._look.has_contrast)
        self._news.discreet = self._projector.is_on
        self._news.refresh()

    def _on_list(self, name: str) -> Callable[[], object]:
        method = _OF_LIST[name]
        return lambda: getattr(self._list, method)() if self._list is not None else None

    def _on_side(self, name: str) -> Callable[[], object]:
        return lambda: self._sides.run(name)

    def _to_side(self, side: Side) -> Callable[[], object]:
        return lambda: self.show_side(side)

    def _explain(self) -> None:
        """Open the manual at what is on the screen."""
        section = self._open.page.current_section if self._open is not None else ""
        self._help.explain(self._menus.at, section, self._sides.at)

    def _tell_keys(self) -> None:
        in_fields = keys_in_fields() if self._menus.at is At.PLAN else []
        KeysBox.tell(self, self._menus.keys() + in_fields)


_OF_LIST = {
    "new": "new",
    "take_in": "take_in",
    "write_out": "write_out",
    "ledger": "write_ledger",
    "open": "open",
    "duplicate": "duplicate",
    "archive": "archive",
    "search": "focus_search",
}
