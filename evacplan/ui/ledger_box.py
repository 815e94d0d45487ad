"""The dialog before the ledger is written for the municipality: by whom, of which plans, and is it whole."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from evacplan.ui.parts import field_label, text_label
from evacplan.ui.roomy import RoomyDialog


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """What the dialog begins with. fault: what is wrong with the ledger, "" when every row fits.

    chosen: the number of the plan chosen in the list, None when none is.
    """

    who: str
    rows: int
    fault: str = ""
    chosen: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerWish:
    """Who is written down from here on, and whether the chosen plan alone is wanted."""

    who: str
    chosen_only: bool


class LedgerBox(RoomyDialog):
    """Asks who writes and what is wanted; says whether the ledger is whole."""

    def __init__(self, parent: QWidget | None, facts: LedgerFacts) -> None:
        super().__init__(parent)
        self._who = QLineEdit(facts.who)
        self._who.setObjectName("who")
        self._who.setMaxLength(100)
        words = self.tr("一覧で選んだ計画 {number} だけ(&P)").format(number=facts.chosen or "")
        self._chosen = QCheckBox(words)
        self._chosen.setObjectName("chosen")
        self._chosen.setVisible(facts.chosen is not None)
        box = self.inside
        box.addWidget(text_label(self.tr("台帳をCSVに書き出します"), "heading"))
        box.addWidget(text_label(self._promise(), "grey"))
        box.addWidget(text_label(self._state(facts), "error" if facts.fault else "help"))
        box.addSpacing(8)
        box.addWidget(field_label(self.tr("これから台帳に残す、あなたの名前(&W)"), self._who))
        box.addWidget(self._who)
        box.addWidget(self._chosen)
        self.finish_with(self.tr("置く場所を選ぶ…(&O)"), "write")

    @property
    def wish(self) -> LedgerWish:
        """What was chosen."""
        return LedgerWish(self._who.text().strip(), self._chosen.isChecked())

    def _promise(self) -> str:
        return self.tr(
            "いつ、だれが、どの計画に何をしたか（台帳）と、どの紙をだれに渡したか（控え台帳）の2つのファイルです。"
            "計画の中身は入りませんが、渡した先の名前は入ります。ファイルは暗号になりません。"
        )

    def _state(self, facts: LedgerFacts) -> str:
        if facts.fault:
            do = self.tr("バックアップと、前に書き出した台帳を見くらべてください。")
            return f"{facts.fault}{do}"
        return self.tr("台帳の {rows} 行すべてのつながりを確かめました。").format(rows=facts.rows)

    @staticmethod
    def ask(parent: QWidget | None, facts: LedgerFacts) -> LedgerWish | None:
        """What is wanted; None: never mind."""
        dialog = LedgerBox(parent, facts)
        return dialog.wish if dialog.exec() == QDialog.DialogCode.Accepted else None
