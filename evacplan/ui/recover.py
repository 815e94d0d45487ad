"""The page for a forgotten passphrase: the recovery code from the sheet, and a passphrase to be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evacplan.ui.card_page import CardPage
from evacplan.ui.code_field import CodeField
from evacplan.ui.parts import button
from evacplan.ui.passphrase_fields import PassphraseFields
from evacplan.ui.ports import Vault


class RecoverPage(CardPage):
    """code: as far as it was typed before.

    opened: with the `Plans` of the store. failed: with a UserError that no code would cure.
    """

    opened = Signal(object)
    failed = Signal(object)
    back_requested = Signal()

    def __init__(self, vault: Vault, parent: QWidget | None = None, *, code: str = "") -> None:
        introduction = (
            self.tr(
                "復旧シートの数字を、1組目から順に入れてください。ハイフンや空白はなくてもかまいません。"
            ),
            self.tr("続けて、新しいパスフレーズを決めます。復旧コードは、そのまま次も使えます。"),
        )
        super().__init__(self.tr("復旧コードで開きます"), introduction, parent)
        self._vault = vault
        self._code = CodeField()
        self._code.fill(code)
        self._fields = PassphraseFields(new=True)
        self._go = button(self.tr("開いて、パスフレーズを変える(&O)"), "open", "primary")
        self._back = button(self.tr("やめて戻る(&B)"), "back", "quiet")
        self.add(self._code, self._fields, self.notice, self._go, self._back)
        for edited in (self._code.edited, self._fields.edited):
            edited.connect(self.notice.clear)
        self._code.submitted.connect(self._fields.setFocus)
        self._fields.submitted.connect(self.submit)
        self._go.clicked.connect(self.submit)
        self._back.clicked.connect(self.back_requested)
        self.setFocusProxy(self._fields if code else self._code)

    def submit(self) -> None:
        """Open the store with the code; what is wrong is said on the card."""
        problem = self._problem()
        if problem:
            self.tell(*problem)
        elif not self.attempt(self._open, self.failed.emit):
            self._code.setFocus()

    def _problem(self) -> tuple[str, ...]:
        return self._code.problem() or self._fields.problem()

    def _open(self) -> None:
        plans = self._vault.recover(self._code.text(), self._fields.text)
        self._code.take()
        self._fields.forget()
        self.opened.emit(plans)
