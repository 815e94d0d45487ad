"""The dialog that makes a plan a numbered version: who confirms it, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from evacplan.ui.parts import announce, button, field_label, text_label
from evacplan.ui.theme import set_role


@dataclass(frozen=True, slots=True)
class Confirming:
    """What the dialog tells: the version to be, what is still missing, what stands on paper.

    printed_version: None when the field is empty. has_day: whether paper shows a date. who: to begin with.
    """

    number: int
    missing_musts: int
    printed_version: int | None
    has_day: bool = True
    who: str = ""


class ConfirmBox(QDialog):
    """Asks for the name of whoever confirms; it must not be empty."""

    def __init__(self, parent: QWidget | None, facts: Confirming) -> None:
        super().__init__(parent)
        self.setWindowTitle("evacplan")
        self.setMinimumWidth(520)
        self._who = QLineEdit(facts.who)
        self._who.setObjectName("who")
        self._error = text_label(role="error")
        self._error.hide()
        self._note = QPlainTextEdit()
        self._note.setObjectName("note")
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(90)
        self._arrange(facts)
        self._who.textEdited.connect(self._clear_error)

    @property
    def answer(self) -> tuple[str, str]:
        """Who confirms, and the note."""
        return self._who.text().strip(), self._note.toPlainText().strip()

    def accept(self) -> None:
        """Close only when somebody confirms."""
        if self.answer[0]:
            super().accept()
            return
        said = self.tr("確定する人の名前を入れてください。あとで、だれに聞けばよいかがわかります。")
        self._error.say(said)
        self._error.show()
        set_role(self._who, "wrong")
        self._who.setFocus()
        announce(self._who, said)

    def _clear_error(self) -> None:
        self._error.hide()
        set_role(self._who, "")

    def _arrange(self, facts: Confirming) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 20)
        box.setSpacing(8)
        title = self.tr("第{number}版として確定します").format(number=facts.number)
        box.addWidget(text_label(title, "heading"))
        promise = self.tr("確定した版は、あとから変わりません。続きは次の下書きになります。")
        box.addWidget(text_label(promise, "grey"))
        for sentence, role in self._remarks(facts):
            box.addWidget(text_label(sentence, role))
        box.addSpacing(8)
        box.addWidget(field_label(self.tr("確定する人(&W)"), self._who))
        box.addWidget(self._who)
        box.addWidget(self._error)
        box.addWidget(field_label(self.tr("メモ（変えたことなど、なくてもよい）(&M)"), self._note))
        box.addWidget(self._note)
        box.addSpacing(12)
        box.addLayout(self._button_row(facts.number))

    def _remarks(self, facts: Confirming) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        if facts.missing_musts:
            said = self.tr("必須の項目が、あと {count} 件空いています。このまま確定することもできます。")
            found.append((said.format(count=facts.missing_musts), "amber"))
        if facts.printed_version is None:
            said = self.tr("紙面の「版」が空なので、{number} を入れます。")
            found.append((said.format(number=facts.number), "help"))
        elif facts.printed_version != facts.number:
            said = self.tr("紙面の「版」は、入力のとおり {number} のままです。")
            found.append((said.format(number=facts.printed_version), "amber"))
        if not facts.has_day:
            found.append((self.tr("紙面の日付が空なので、更新日に今日を入れます。"), "help"))
        return found

    def _button_row(self, number: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        words = self.tr("第{number}版を確定する(&O)").format(number=number)
        confirm = button(words, "confirm", "primary")
        confirm.setDefault(True)
        confirm.clicked.connect(self.accept)
        cancel = button(self.tr("やめる(&C)"), "cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(confirm)
        row.addWidget(cancel)
        return row

    @staticmethod
    def ask(parent: QWidget | None, facts: Confirming) -> tuple[str, str] | None:
        """Who confirms and the note; None: not now."""
        dialog = ConfirmBox(parent, facts)
        return dialog.answer if dialog.exec() == QDialog.DialogCode.Accepted else None
