"""The buttons below the papers: print, save, turn and zoom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from evacplan.form.languages import Language
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import button, field_label
from evacplan.ui.second_words import SecondWords
from evacplan.ui.theme import set_role


class PreviewFoot(QFrame):
    """is_version: whether copies are handed to somebody; a draft is handed to nobody.

    turned: 1 for the next page, -1 for the one before. zoomed: larger 1, smaller -1, a whole page 0.
    """

    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self, *, is_version: bool, second: Language | None = None) -> None:
        super().__init__()
        set_role(self, "foot")
        self._recipient = QLineEdit()
        self.back = button(self.tr("記入に戻る Esc"), "back")
        self.save = button(self.tr("PDFに保存… Ctrl+S"), "save")
        self.whole_set = button(self.tr("一式を印刷…(&T)"), "print_set")
        self.print = button(self.tr("印刷… Ctrl+P"), "print", "primary")
        self.second = SecondWords(second)
        flow = FlowLayout(self)
        flow.setContentsMargins(24, 8, 24, 8)
        to_whom = self._to_whom()
        for part in (
            self.print,
            self.save,
            self.whole_set,
            self.second,
            to_whom,
            self.back,
            *self._looking(),
        ):
            flow.addWidget(part)
        to_whom.setVisible(is_version)

    @property
    def recipient(self) -> str:
        """To whom the copy goes, "" when nobody was named."""
        return self._recipient.text().strip()

    def allow(self, on: bool) -> None:
        """Whether the paper can be printed and saved."""
        for part in (self.save, self.print):
            part.setEnabled(on)

    def _looking(self) -> list[QWidget]:
        found: list[QWidget] = []
        for name, words, signal, step in (
            ("previous_page", self.tr("前へ(&A)"), self.turned, -1),
            ("next_page", self.tr("次へ(&N)"), self.turned, 1),
            ("larger", self.tr("大きく(&L)"), self.zoomed, 1),
            ("smaller", self.tr("小さく(&M)"), self.zoomed, -1),
            ("whole", self.tr("全体(&W)"), self.zoomed, 0),
        ):
            part = button(words, name, "quiet")
            part.clicked.connect(lambda _=False, signal=signal, step=step: signal.emit(step))
            found.append(part)
        return found

    def _to_whom(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self._recipient.setObjectName("recipient")
        self._recipient.setPlaceholderText(self.tr("例：市の福祉課"))
        self._recipient.setAccessibleDescription(self.tr("控えに印刷し、だれに渡したかを記録します。"))
        self._recipient.setMinimumWidth(self._recipient.fontMetrics().horizontalAdvance("あ") * 10)
        row.addWidget(field_label(self.tr("渡す先(&R)"), self._recipient))
        row.addWidget(self._recipient)
        return holder
