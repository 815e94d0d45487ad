"""The parts the app is made of, with the licences they come under, to read and to copy."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from evacplan.ui.parts import button, text_label

_SIZE = (820, 620)


class LicencesBox(QDialog):
    """text: the whole list; "" where the app runs from its source, which holds none of these parts."""

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("evacplan")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        title = self.tr("使っている部品とライセンス")
        box.addWidget(text_label(title, "heading"))
        if text:
            self.resize(*_SIZE)
            box.addWidget(self._list(title, text), 1)
        else:
            box.addWidget(text_label(self._from_source()))
        close = button(self.tr("閉じる(&C)"), "close", "primary")
        close.clicked.connect(self.accept)
        box.addWidget(close)

    def _list(self, title: str, text: str) -> QPlainTextEdit:
        shown = QPlainTextEdit(text)
        shown.setObjectName("licences")
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(title)
        return shown

    def _from_source(self) -> str:
        return self.tr(
            "ソースから動かしているので、部品は含まれていません。\n"
            "一覧は、配布用にまとめたものに入っています。"
        )

    @staticmethod
    def tell(parent: QWidget | None, text: str) -> None:
        """Show the list until the user has read it."""
        LicencesBox(parent, text).exec()
