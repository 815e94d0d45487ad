"""Dialogs about the passphrase while the store is open: change it, or prove to be who knows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.card_page import waiting
from evacplan.ui.errors import Notice
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import button, field_label, text_label
from evacplan.ui.passphrase_field import PassphraseField
from evacplan.ui.passphrase_fields import PassphraseFields
from evacplan.ui.roomy import RoomyDialog


class SecretBox(RoomyDialog):
    """Asks for the passphrase and, new, for the one to take its place; stays open until `act` succeeds."""

    def __init__(
        self, parent: QWidget | None, title: str, words: str, act: Callable[[str, str], object], *, new: bool
    ) -> None:
        super().__init__(parent)
        self._act = act
        self._old = PassphraseField("old", self.tr("いまのパスフレーズ"))
        self._hint = text_label(role="amber")
        self._new = PassphraseFields(new=True) if new else None
        self._notice = Notice()
        box = self.inside
        box.addWidget(text_label(title, "heading"))
        box.addWidget(field_label(self.tr("いまのパスフレーズ(&I)"), self._old))
        for part in (self._old, self._hint, self._new, self._notice):
            if part is not None:
                box.addWidget(part)
        self.finish(self._buttons(words))
        self._hint.hide()
        self._old.hinted.connect(self._show_hint)
        self._old.textEdited.connect(self._notice.clear)
        if self._new is not None:
            self._new.edited.connect(self._notice.clear)
            self._new.submitted.connect(self.accept)
            self._old.returnPressed.connect(self._new.setFocus)
        else:
            self._old.returnPressed.connect(self.accept)
        self._old.setFocus()

    def accept(self) -> None:
        """Do it, and close when it is done; what is wrong is said in the dialog."""
        if not self._old.text():
            self._old.setFocus()
            self._notice.say(self.tr("いまのパスフレーズが入力されていません。"))
            return
        problem = self._new.problem() if self._new is not None else ()
        if problem:
            self._notice.say(*problem)
            return
        try:
            with waiting():
                self._act(self._old.text(), self._new.text if self._new is not None else "")
        except UserError as error:
            self._notice.tell(error)
            self._old.setFocus()
            self._old.selectAll()
        else:
            super().accept()

    def done(self, result: int) -> None:
        """Forget what was typed, however the dialog ends."""
        self._old.clear()
        if self._new is not None:
            self._new.forget()
        super().done(result)

    def _show_hint(self, sentence: str) -> None:
        self._hint.say(sentence)
        self._hint.setVisible(bool(sentence))

    def _buttons(self, words: str) -> FlowLayout:
        row = FlowLayout(at_end=True)
        go = button(words, "go", "primary")
        go.setAutoDefault(False)
        go.clicked.connect(self.accept)
        cancel = button(self.tr("やめる(&C)"), "cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        for part in (go, cancel):
            row.addWidget(part)
        return row

    @staticmethod
    def change(parent: QWidget | None, act: Callable[[str, str], object]) -> bool:
        """Whether the passphrase was changed. act: called with the old one and the new one."""
        title = QCoreApplication.translate("SecretBox", "パスフレーズを変えます")
        words = QCoreApplication.translate("SecretBox", "パスフレーズを変える(&O)")
        return bool(SecretBox(parent, title, words, act, new=True).exec())

    @staticmethod
    def prove(parent: QWidget | None, title: str, words: str, act: Callable[[str], object]) -> bool:
        """Whether `act` succeeded with the passphrase that was typed."""
        box = SecretBox(parent, title, words, lambda old, _new: act(old), new=False)
        return bool(box.exec())
