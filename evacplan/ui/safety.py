"""The menu 「安全」: what is asked and done about passphrase, recovery code and locking."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evacplan.ui.locking import AutoLock, Locking, LockingBox
from evacplan.ui.ports import Plans
from evacplan.ui.secret_boxes import SecretBox


class Safety(QObject):
    """locking: as chosen. lock: called when nobody is there any more."""

    def __init__(self, window: QWidget, locking: Locking, lock: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self.locking = locking
        self.auto_lock = AutoLock(self, lock)
        self.auto_lock.choose(locking)

    def touch(self) -> None:
        """Somebody is there."""
        self.auto_lock.watch.touch()

    def minimised(self) -> None:
        """Lock, where the user wants it so."""
        if self.locking.on_minimise:
            self.auto_lock.lock_soon()

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
