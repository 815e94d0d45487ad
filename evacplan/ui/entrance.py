"""The pages before the plans: unlock, recover, restore, and what is told when none of them helps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.errors import ErrorPage
from evacplan.ui.ports import DamagedStoreError, PlanLine, Services
from evacplan.ui.recover import RecoverPage
from evacplan.ui.restore import RestorePage
from evacplan.ui.training import TrainingPage
from evacplan.ui.unlock import UnlockPage

PAGES = (UnlockPage, TrainingPage, RecoverPage, RestorePage, ErrorPage)


class Entrance(QObject):
    """show: puts a page into the window. entered: with the `Plans` of an open store.

    created: with those of a new store and its recovery code. left: nobody wants to go in.
    training_requested, training_ended: somebody wants to try things out, or is done with it.
    """

    entered = Signal(object)
    created = Signal(object, str)
    left = Signal()
    training_requested = Signal()
    training_ended = Signal()

    def __init__(self, parent: QObject, services: Services, show: Callable[[QWidget], object]) -> None:
        super().__init__(parent)
        self._services = services
        self._show = show

    def train(self, *, anew: bool = False) -> None:
        """Open the training where it was left, or from its beginning; it asks for nothing."""
        training = self._services.training
        assert training is not None
        try:
            plans = training.anew() if anew else training.open()
        except UserError as error:
            self.fail(error)
        else:
            self.entered.emit(plans)

    def unlock(self) -> None:
        """Ask for the passphrase, where there is one."""
        if self._services.training is not None:
            pause = TrainingPage()
            pause.go_on_requested.connect(self.train)
            pause.end_requested.connect(self.training_ended)
            self._show(pause)
            return
        page = UnlockPage(self._services.vault)
        page.training_requested.connect(self.training_requested)
        page.opened.connect(self.entered)
        page.created.connect(self.created)
        page.failed.connect(self.fail)
        page.forgotten.connect(self.recover)
        page.restore_requested.connect(self.restore)
        self._show(page)

    def recover(self, code: str = "") -> None:
        """Ask for a new passphrase and the recovery code, unless that was typed already."""
        page = RecoverPage(self._services.vault, code=code)
        page.opened.connect(self.entered)
        page.failed.connect(self.fail)
        page.back_requested.connect(self.unlock)
        self._show(page)

    def restore(self, in_store: Sequence[PlanLine] = ()) -> None:
        """Offer the backups of the closed store. in_store: the plans it had, to compare with."""
        page = RestorePage(self._services.vault, in_store, self._services.today())
        page.restored.connect(self.entered)
        page.code_typed.connect(self.recover)
        page.back_requested.connect(self.unlock)
        self._show(page)

    def fail(self, error: UserError) -> None:
        """Tell why the store cannot be opened; offer to try again, or a backup where that would help."""
        page = ErrorPage(error, curable=isinstance(error, DamagedStoreError))
        page.restore_requested.connect(self.restore)
        page.retry_requested.connect(self.unlock)
        page.quit_requested.connect(self.left)
        self._show(page)
