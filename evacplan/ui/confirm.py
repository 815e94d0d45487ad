"""The dialog that makes a plan a numbered version: who confirms it, at which meeting or call, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from evacplan.domain.occasion import Occasion
from evacplan.ui.flow import FlowLayout
from evacplan.ui.occasion import OccasionFields
from evacplan.ui.parts import announce, button, field_label, text_label
from evacplan.ui.theme import set_role

_WIDE, _MARGIN = 44, 60  # letters, px


@dataclass(frozen=True, slots=True)
class Confirming:
    """What the dialog tells: the version to be, what is still missing, what stands on paper.

    printed_version: None when the field is empty; printed_before: that of the version before, None for the
    first. has_day: whether paper shows a date. who: to begin with.
    occasion: the likely meeting; names: who may have been there.
    """

    number: int
    missing_musts: int
    printed_version: int | None
    today: date
    occasion: Occasion
    names: tuple[str, ...] = ()
    has_day: bool = True
    who: str = ""
    printed_before: int | None = None

    @property
    def version_on_paper(self) -> int:
        """The version that the new papers bear: as typed, but never that of papers which are out already."""
        if self.printed_version is None:
            return max(self.number, (self.printed_before or 0) + 1)
        return max(self.printed_version, (self.printed_before or 0) + 1)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What was answered."""

    who: str
    note: str
    occasion: Occasion


class ConfirmBox(QDialog):
    """Asks for the name of whoever confirms, which must not be empty, and where it was agreed."""

    def __init__(self, parent: QWidget | None, facts: Confirming) -> None:
        super().__init__(parent)
        self.setWindowTitle("evacplan")
        self.setMinimumWidth(480)
        self._who = QLineEdit(facts.who)
        self._who.setObjectName("who")
        self._error = text_label(role="error")
        self._error.hide()
        self._note = QPlainTextEdit()
        self._note.setObjectName("note")
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self.fontMetrics().height() * 4)
        self._occasion = OccasionFields(facts.occasion, facts.names, facts.today)
        self.answer: Confirmation | None = None
        self._arrange(facts)
        self._who.textEdited.connect(self._clear_error)
        self._who.setFocus()

    def accept(self) -> None:
        """Close only when somebody confirms, with the day of a meeting or call."""
        who = self._who.text().strip()
        if who:
            occasion = self._occasion.read()
            if occasion is not None:
                self.answer = Confirmation(who, self._note.toPlainText().strip(), occasion)
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
        inside = QWidget()
        set_role(inside, "page")
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 24, 24, 8)
        box.setSpacing(8)
        title = self.tr("第{number}版として確定します").format(number=facts.number)
        box.addWidget(text_label(title, "heading"))
        promise = self.tr("確定した版は、あとから変わりません。続きは次の下書きになります。")
        box.addWidget(text_label(promise, "grey"))
        for sentence, role in self._remarks(facts):
            box.addWidget(text_label(sentence, role))
        box.addSpacing(4)
        box.addWidget(field_label(self.tr("確定する人(&W)"), self._who))
        box.addWidget(self._who)
        box.addWidget(self._error)
        box.addWidget(self._occasion)
        box.addWidget(field_label(self.tr("メモ（変えたことなど、なくてもよい）(&M)"), self._note))
        box.addWidget(self._note)
        box.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 20)
        outer.setSpacing(8)
        area = _scrolled(inside)
        self._occasion.refused.connect(area.ensureWidgetVisible)
        outer.addWidget(area, 1)
        outer.addLayout(self._button_row(facts.number))
        self.resize(self._size(inside))

    def _size(self, inside: QWidget) -> QSize:
        """As large as what is asked, within the screen."""
        screen = QGuiApplication.primaryScreen().availableSize()
        wanted = self.fontMetrics().horizontalAdvance("あ") * _WIDE
        width = min(max(wanted, inside.sizeHint().width()), screen.width() - _MARGIN)
        layout = inside.layout()
        needed = layout.heightForWidth(width) if layout is not None else 0
        buttons = self.fontMetrics().height() * 4
        return QSize(width, min(needed + buttons, screen.height() - _MARGIN))

    def _remarks(self, facts: Confirming) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        if facts.missing_musts:
            said = self.tr("必須の項目が、あと {count} 件空いています。このまま確定することもできます。")
            found.append((said.format(count=facts.missing_musts), "amber"))
        if facts.printed_version is None:
            said = self.tr("紙面の「版」が空なので、{number} を入れます。")
            found.append((said.format(number=facts.version_on_paper), "help"))
        elif facts.printed_version != facts.version_on_paper:
            said = self.tr("紙面の「版」を、前の版と見分けられるように {number} に上げます。")
            found.append((said.format(number=facts.version_on_paper), "help"))
        elif facts.printed_version != facts.number:
            said = self.tr(
                "第{count}版は、ここで確定した順の番号です。"
                "紙面の「版」は、入力のとおり {number} のままです。"
            )
            found.append((said.format(count=facts.number, number=facts.printed_version), "amber"))
        if not facts.has_day:
            found.append((self.tr("紙面の日付が空なので、更新日に今日を入れます。"), "help"))
        return found

    def _button_row(self, number: int) -> FlowLayout:
        row = FlowLayout(at_end=True)
        row.setContentsMargins(24, 0, 24, 0)
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
    def ask(parent: QWidget | None, facts: Confirming) -> Confirmation | None:
        """Who confirms, where it was agreed, and the note; None: not now."""
        dialog = ConfirmBox(parent, facts)
        dialog.exec()
        return dialog.answer


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
