"""The dialog before a paper is saved: what its file is called, and whether a password locks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from evacplan.ui.errors import Notice
from evacplan.ui.parts import field_label, text_label
from evacplan.ui.passphrase_field import SecretFields
from evacplan.ui.roomy import RoomyDialog


@dataclass(frozen=True, slots=True)
class SaveChoice:
    """named: whether the child's name stands in the file name. password: "" for a file without one."""

    named: bool = False
    password: str = ""


class SaveBox(RoomyDialog):
    """named: what the file is called with the child's name (True) or without (False)."""

    def __init__(self, parent: QWidget | None, named: Callable[[bool], str]) -> None:
        super().__init__(parent)
        self._file_name = named
        self._name = text_label(role="strong")
        self._named = QCheckBox(self.tr("ファイル名に氏名を入れる(&N)"))
        self._named.setObjectName("named")
        self._locks = QCheckBox(self.tr("パスワードをかける（メールで送るとき）(&L)"))
        self._locks.setObjectName("locks")
        self._password = PasswordFields()
        self._notice = Notice()
        self._arrange()
        self._named.toggled.connect(self._tell_name)
        self._locks.toggled.connect(self._show_password)
        self._show_password(False)
        self._tell_name()

    @property
    def choice(self) -> SaveChoice:
        """As it is chosen."""
        password = self._password.text if self._locks.isChecked() else ""
        return SaveChoice(self._named.isChecked(), password)

    def accept(self) -> None:
        """Close when the password, if there is to be one, can be used."""
        problem = self._password.problem() if self._locks.isChecked() else ()
        if problem:
            self._notice.say(*problem)
        else:
            super().accept()

    def done(self, result: int) -> None:
        """Let nobody see the password afterwards."""
        self._password.hide_text()
        super().done(result)

    def _tell_name(self) -> None:
        self._name.say(self._file_name(self._named.isChecked()))

    def _show_password(self, on: bool) -> None:
        self._notice.clear()
        self._password.setVisible(on)
        self.fit()

    def _arrange(self) -> None:
        box = self.inside
        box.addWidget(text_label(self.tr("PDFに保存します"), "heading"))
        box.addWidget(text_label(self.tr("ファイル名"), "label"))
        for part in (self._name, self._named, self._locks, self._password, self._notice):
            box.addWidget(part)
        self.finish_with(self.tr("保存する場所を選ぶ…(&O)"))

    @staticmethod
    def ask(parent: QWidget | None, named: Callable[[bool], str]) -> SaveChoice | None:
        """How to save; None: not now."""
        dialog = SaveBox(parent, named)
        return dialog.choice if dialog.exec() == QDialog.DialogCode.Accepted else None


class PasswordFields(SecretFields):
    """A password typed twice, told how strong it is."""

    def __init__(self) -> None:
        super().__init__("password", new=True)
        shows = self.tr("パスワードを画面に表示する(&S)")
        self.name_parts(self.tr("パスワード"), self.tr("パスワードをもう一度"), shows)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(field_label(self.tr("パスワード(&P)"), self.first))
        box.addWidget(self.first)
        box.addWidget(self.strength)
        box.addWidget(field_label(self.tr("もう一度、同じパスワード(&A)"), self.second))
        advice = self.tr("パスワードは同じメールで送らず、電話などで伝えます。忘れると、PDFは開けません。")
        for part in (self.second, self.hint, self.shown, text_label(advice, "amber")):
            box.addWidget(part)

    def problem(self) -> tuple[str, ...]:
        """What keeps this from being used (what, why, what to do), the cursor put there; () if nothing."""
        differ = (
            self.tr("2つのパスワードが違います。"),
            self.tr("打ちまちがえたままだと、受け取った人が開けません。"),
            self.tr("下の欄に入れ直してください。"),
        )
        return self.unfit(self.tr("パスワードは {count} 文字以上にしてください。"), differ)
