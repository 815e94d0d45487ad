"""The dialog that shows what would change before anything is brought back from an older version."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from evacplan.form.comparison import SectionLines
from evacplan.ui.parts import button, text_label
from evacplan.ui.theme import set_role
from evacplan.ui.versions_lines import LinesPanel
from evacplan.ui.versions_states import state_words

_WIDE, _HIGH, _MARGIN = 52, 38, 60  # letters, letters, px


class RestoreBox(QDialog):
    """Lists every line of the draft that would change, now and then."""

    def __init__(self, parent: QWidget | None, sections: Sequence[SectionLines], source: int) -> None:
        super().__init__(parent)
        self.setWindowTitle("evacplan")
        self._go = button(self.tr("戻す(&O)"), "go", "primary")
        count = sum(len(section.lines) for section in sections)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 20)
        box.setSpacing(10)
        title = self.tr("{version}に戻すと、下書きが {n} か所変わります")
        box.addWidget(text_label(title.format(version=state_words(self, source), n=count), "heading"))
        calm = self.tr("確定した版は変わりません。戻したあと、Ctrl+Z で取り消せます。")
        box.addWidget(text_label(calm, "grey"))
        lines = LinesPanel()
        lines.show_lines(sections, (self.tr("いまの下書き"), self.tr("戻したあと")))
        area = _scrolled(lines)
        area.setAccessibleName(self.tr("変わるところ"))
        box.addWidget(area, 1)
        box.addLayout(self._buttons())
        self._go.setFocus()
        if parent is not None:
            room, letter = parent.window().size(), self.fontMetrics().horizontalAdvance("あ")
            self.resize(
                min(letter * _WIDE, room.width() - _MARGIN), min(letter * _HIGH, room.height() - _MARGIN)
            )

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        self._go.setDefault(True)
        self._go.clicked.connect(self.accept)
        cancel = button(self.tr("やめる(&C)"), "cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(self._go)
        row.addWidget(cancel)
        return row

    @staticmethod
    def ask(parent: QWidget | None, sections: Sequence[SectionLines], source: int) -> bool:
        """Whether to bring it back."""
        dialog = RestoreBox(parent, sections, source)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done


def _scrolled(inside: QWidget) -> QScrollArea:
    holder = QWidget()
    set_role(holder, "page")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 8, 0)
    column.addWidget(inside)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(holder)
    return area
