"""The menu 「安全」: what is asked and done about passphrase, recovery code, locking and backups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from evacplan.domain.errors import UserError
from evacplan.domain.ledger import Fault
from evacplan.ui.backup_line import BackupLine, SecondFolderBox
from evacplan.ui.card_page import waiting
from evacplan.ui.locking import AutoLock, Locking, LockingBox
from evacplan.ui.ports import Plans, Vault
from evacplan.ui.secret_boxes import SecretBox

_HOUR_MS = 3_600_000


class Safety(QObject):
    """locking: as chosen. lock: called when nobody is there any more. fault_words: a fault of the ledger."""

    def __init__(
        self,
        window: QWidget,
        locking: Locking,
        lock: Callable[[], object],
        fault_words: Callable[[Fault], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self.locking = locking
        self.auto_lock = AutoLock(self, lock)
        self.auto_lock.choose(locking)

        self.line = BackupLine()
        self._fault_words = fault_words
        self._worry = ""
        self._plans: Plans | None = None
        self._hourly = QTimer(self, interval=_HOUR_MS)
        self._hourly.timeout.connect(self._back_up_if_due)

    def opened(self, plans: Plans) -> None:
        """Back up soon, and then daily; say what is wrong with the ledger, as far as its end shows."""
        self._plans = plans
        fault = plans.ledger_fault()
        self._worry = self._fault_words(fault) if fault is not None else ""
        self.touch()
        self._hourly.start()
        # After the first page is shown: a backup takes a moment, and nobody should wait for it.
        QTimer.singleShot(0, self, self._back_up_if_due)

    def closing(self, *, backs_up: bool = True) -> None:
        """Back up what was changed, before the plans are closed."""
        plans, self._plans = self._plans, None
        self._hourly.stop()
        if plans is not None and backs_up:
            self.line.tell(plans.back_up(at_once=plans.is_changed))

    def back_up(self, plans: Plans, remark: str = "") -> None:
        """Back up at once, and say how it went. remark: said where nothing is wrong."""
        with waiting():
            problem = plans.back_up(by_hand=True)
        self.line.tell(problem or remark or self.tr("バックアップを作り、読めることを確かめました。"))

    def choose_second_folder(self, plans: Plans, vault: Vault) -> None:
        """Ask for the second folder, and back up there at once."""
        answer = SecondFolderBox.ask(self._window, vault.second_folder)
        if answer is None:
            return
        try:
            remark = vault.choose_second_folder(answer.folder)
        except UserError as error:
            self.line.tell(f"{error.what}{error.why}{error.do}")
        else:
            self.back_up(plans, remark)

    def _back_up_if_due(self) -> None:
        if self._plans is not None:
            worry, self._worry = self._worry, ""
            self.line.tell("　".join(filter(None, (worry, self._plans.back_up()))))

    def touch(self) -> None:
        """Somebody is there."""
        self.auto_lock.watch.touch()

    def minimised(self) -> None:
        """Lock, where the user wants it so."""
        if self.locking.on_minimise:
            self.auto_lock.lock_soon()

    def leaving(self, then: Callable[[], object]) -> None:
        """Lock, for the system says that nobody will be there. then: called when that is done."""
        self.auto_lock.lock_soon(then)

    def choose_locking(self) -> None:
        """Ask when the window locks by itself."""
        chosen = LockingBox.ask(self._window, self.locking)
        if chosen is not None:
            self.locking = chosen
            self.auto_lock.choose(chosen)

    def change_passphrase(self, plans: Plans) -> bool:
        """Ask for the old and the new passphrase; whether it was changed."""
        return SecretBox.change(self._window, plans.change_passphrase)

    def renew_code(self, plans: Plans) -> str | None:
        """Ask for the passphrase; the new recovery code, None: never mind."""
        codes: list[str] = []
        title, words = self.tr("復旧コードを新しくします"), self.tr("新しくする(&O)")
        SecretBox.prove(self._window, title, words, lambda typed: codes.append(plans.renew_code(typed)))
        return codes.pop() if codes else None
