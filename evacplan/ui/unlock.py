"""The first page: unlock the store with its passphrase, or create one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evacplan.ui.card_page import CardPage
from evacplan.ui.parts import button
from evacplan.ui.passphrase_fields import PassphraseFields
from evacplan.ui.ports import Vault


class UnlockPage(CardPage):
    """One card: the passphrase, and on the first start a second time.

    opened: with the `Plans` of the store. created: with those of a new one and its recovery code.
    failed: with a UserError that no passphrase would cure. forgotten: the passphrase is.
    restore_requested: to go on with a backup, on a laptop that has no store yet.
    training_requested: to try things out with samples first.
    """

    opened = Signal(object)
    created = Signal(object, str)
    failed = Signal(object)
    forgotten = Signal()
    restore_requested = Signal()
    training_requested = Signal()

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        self._vault = vault
        self._creates = not vault.exists
        super().__init__(self._title(), self._introduction(), parent)
        self._fields = PassphraseFields(new=self._creates)
        words = self.tr("保存ファイルを作って始める(&O)") if self._creates else self.tr("開く(&O)")
        self._go = button(words, "open", "primary")
        self._forgot = button(self.tr("パスフレーズを忘れたとき(&R)"), "forgotten", "quiet")
        self._forgot.setVisible(not self._creates)
        restore = button(self.tr("バックアップから元に戻す…(&U)"), "restore", "quiet")
        if not self._creates:
            restore.hide()
        restore.clicked.connect(self.restore_requested)
        train = button(self.tr("見本の計画で練習する(&T)"), "train", "quiet")
        train.clicked.connect(self.training_requested)
        self.add(self._fields, self.notice, self._go, self._forgot, restore, train)
        self._fields.edited.connect(self.notice.clear)
        self._fields.submitted.connect(self.submit)
        self._go.clicked.connect(self.submit)
        self._forgot.clicked.connect(self.forgotten)
        self.setFocusProxy(self._fields)

    def submit(self) -> None:
        """Open or create the store; what is wrong is said under the field."""
        problem = self._fields.problem()
        if problem:
            self.tell(*problem)
        elif not self.attempt(self._create if self._creates else self._open, self.failed.emit):
            self._fields.refuse()

    def _open(self) -> None:
        plans = self._vault.open(self._fields.text)
        self._fields.forget()
        self.opened.emit(plans)

    def _create(self) -> None:
        plans, code = self._vault.create(self._fields.text)
        self._fields.forget()
        self.created.emit(plans, code)

    def _title(self) -> str:
        return self.tr("パスフレーズを決めます") if self._creates else self.tr("計画を開きます")

    def _introduction(self) -> tuple[str, ...]:
        if not self._creates:
            return (self.tr("計画は、このパソコンの中に暗号で保存してあります。"),)
        return (
            self.tr("計画は、このパソコンの中だけに、暗号にして保存します。ネットワークには何も送りません。"),
            self.tr("パスフレーズを忘れたときのために、次の画面で、紙にする復旧コードを1度だけ表示します。"),
        )
