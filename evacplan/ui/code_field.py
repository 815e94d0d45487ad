"""The field for a recovery code, with its label."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evacplan.ui.parts import field_label


class CodeField(QWidget):
    """edited: by the user. submitted: Enter was pressed."""

    edited = Signal()
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setObjectName("code")
        self._line.setAccessibleName(self.tr("復旧コード"))
        self._line.setPlaceholderText("000000-000000-000000-000000-…")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field_label(self.tr("復旧コード（6けたの数字が8組）(&D)"), self._line))
        column.addWidget(self._line)
        self._line.textEdited.connect(self.edited)
        self._line.returnPressed.connect(self.submitted)
        self.setFocusProxy(self._line)

    def text(self) -> str:
        """What was typed."""
        return self._line.text()

    def take(self) -> str:
        """What was typed, which is no longer in the field."""
        text = self.text()
        self._line.clear()
        return text

    def fill(self, code: str) -> None:
        """Put a code in that was typed a moment ago."""
        self._line.setText(code)

    def problem(self) -> tuple[str, ...]:
        """What is missing, in words; the cursor is then in the field."""
        if self.text().strip():
            return ()
        self._line.setFocus()
        return (self.tr("復旧コードが入力されていません。"),)
