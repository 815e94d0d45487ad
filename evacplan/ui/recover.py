"""The page for a forgotten passphrase: the recovery code from the sheet, and a passphrase to be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from evacplan.ui.card_page import CardPage
from evacplan.ui.parts import button, field_label
from evacplan.ui.passphrase_field import PassphraseFields
from evacplan.ui.ports import Vault


class RecoverPage(CardPage):
    """opened: with the `Plans` of the store. failed: with a UserError that no code would cure."""

    opened = Signal(object)
    failed = Signal(object)
    back_requested = Signal()

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        introduction = (
            self.tr(
                "復旧シートの数字を、1組目から順に入れてください。ハイフンや空白はなくてもかまいません。"
            ),
            self.tr("続けて、新しいパスフレーズを決めます。復旧コードは、そのまま次も使えます。"),
        )
        super().__init__(self.tr("復旧コードで開きます"), introduction, parent)
        self._vault = vault
        self._code = QLineEdit()
        self._code.setObjectName("code")
        self._code.setAccessibleName(self.tr("復旧コード"))
        self._code.setPlaceholderText("000000-000000-000000-000000-…")
        self._fields = PassphraseFields(new=True)
        self._go = button(self.tr("開いて、パスフレーズを変える(&O)"), "open", "primary")
        self._back = button(self.tr("やめて戻る(&B)"), "back", "quiet")
        label = field_label(self.tr("復旧コード（6けたの数字が8組）(&C)"), self._code)
        self.add(label, self._code, self._fields, self.notice, self._go, self._back)
        for edited in (self._code.textEdited, self._fields.edited):
            edited.connect(self.notice.clear)
        self._code.returnPressed.connect(self._fields.setFocus)
        self._fields.submitted.connect(self.submit)
        self._go.clicked.connect(self.submit)
        self._back.clicked.connect(self.back_requested)
        self.setFocusProxy(self._code)

    def submit(self) -> None:
        """Open the store with the code; what is wrong is said on the card."""
        problem = self._problem()
        if problem:
            self.tell(*problem)
        elif not self.attempt(self._open, self.failed.emit):
            self._code.setFocus()

    def _problem(self) -> tuple[str, ...]:
        if not self._code.text().strip():
            self._code.setFocus()
            return (self.tr("復旧コードが入力されていません。"),)
        return self._fields.problem()

    def _open(self) -> None:
        plans = self._vault.recover(self._code.text(), self._fields.text)
        self._code.clear()
        self._fields.forget()
        self.opened.emit(plans)
