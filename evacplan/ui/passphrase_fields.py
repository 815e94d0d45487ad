"""The passphrase of the store: one that is known, or one to be, which is typed twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from evacplan.ui.parts import field_label
from evacplan.ui.passphrase_field import SecretFields


class PassphraseFields(SecretFields):
    """edited: after each change by the user. submitted: with Enter in the last field."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, *, new: bool) -> None:
        super().__init__("passphrase", new=new)
        self._new = new
        words = self.tr("新しいパスフレーズ") if new else self.tr("パスフレーズ")
        shows = self.tr("パスフレーズを画面に表示する(&S)")
        self.name_parts(words, self.tr("パスフレーズをもう一度"), shows)
        self._arrange()
        for field in (self.first, self.second):
            field.textEdited.connect(self.edited)
        self.first.returnPressed.connect(self._next_or_go)
        self.second.returnPressed.connect(self.submitted)

    def problem(self) -> tuple[str, ...]:
        """What keeps this from being used (what, why, what to do), the cursor put there; () if nothing."""
        if not self.text:
            self.first.setFocus()
            return (self.tr("パスフレーズが入力されていません。"),)
        if not self._new:
            return ()
        differ = (
            self.tr("2つのパスフレーズが違います。"),
            self.tr("打ちまちがえたまま決めると、思ったパスフレーズでは開けなくなります。"),
            self.tr("下の欄に、もう一度入れてください。"),
        )
        return self.unfit(self.tr("パスフレーズは {count} 文字以上にしてください。"), differ)

    def _arrange(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        words = self.tr("新しいパスフレーズ(&P)") if self._new else self.tr("パスフレーズ(&P)")
        inside.addWidget(field_label(words, self.first))
        inside.addWidget(self.first)
        if self._new:
            inside.addWidget(self.strength)
            inside.addWidget(field_label(self.tr("もう一度、同じパスフレーズ(&A)"), self.second))
            inside.addWidget(self.second)
        inside.addWidget(self.hint)
        inside.addWidget(self.shown)

    def _next_or_go(self) -> None:
        if self._new and not self.second.text():
            self.second.setFocus()
        else:
            self.submitted.emit()
