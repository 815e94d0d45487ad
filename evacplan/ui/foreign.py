"""Answers to fields of a pack that is not in use: shown below a section, kept, printed nowhere."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evacplan.form.extras import foreign_answers
from evacplan.ui.desk import Desk
from evacplan.ui.parts import set_shown, text_label
from evacplan.ui.theme import set_role


class ForeignAnswers(QFrame):
    """The card of one section; not there while there is nothing to show, nor while others look on."""

    def __init__(self, section: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._section, self._desk = section, desk
        set_role(self, "card")
        self._told = text_label()
        help_line = self.tr(
            "別の様式パックで書いた答えです。計画に残っていますが、いまの様式では紙に載りません。"
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 14)
        box.addWidget(text_label(desk.form.answers.foreign, "group"))
        box.addWidget(text_label(help_line, "help"))
        box.addWidget(self._told)
        self.refresh()

    @property
    def told(self) -> str:
        """The answers, one a line, "" while the card is not there."""
        return "" if self.isHidden() else self._told.said

    def refresh(self) -> None:
        """Show what the plan says."""
        found = foreign_answers(self._desk.form, self._desk.session.plan, self._section)
        self._told.say("\n".join(f"{label}：{words}" for label, words in found))
        set_shown(self, bool(found) and not self._desk.veil.is_on)
