"""The dialog for a copy that is given without consent in a disaster: the reason is recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from evacplan.ui.parts import announce, field_label, text_label
from evacplan.ui.roomy import RoomyDialog


class ReasonBox(RoomyDialog):
    """refused: why the copy may not be given in ordinary times."""

    def __init__(self, parent: QWidget | None, recipient: str, refused: str) -> None:
        super().__init__(parent)
        self._reason = QPlainTextEdit()
        self._reason.setObjectName("reason")
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(90)
        self._error = text_label(role="error")
        self._error.hide()
        self._reason.textChanged.connect(self._error.hide)
        rule = self.tr(
            "災害が起きたか起きそうで、命や体を守るために特に必要なときだけ、同意がなくても渡せます。"
            "理由と日時を控え台帳に残し、あとで家族に知らせます。"
        )
        box = self.inside
        title = self.tr("「{recipient}」に、災害時の特例で渡しますか").format(recipient=recipient)
        box.addWidget(text_label(title, "heading"))
        box.addWidget(text_label(refused, "amber"))
        box.addWidget(text_label(rule, "grey"))
        box.addWidget(field_label(self.tr("渡す理由(&R)"), self._reason))
        box.addWidget(self._reason)
        box.addWidget(self._error)
        self.finish_with(self.tr("特例で渡す(&O)"), role="danger", careful=True)

    @property
    def reason(self) -> str:
        """Why, as typed."""
        return self._reason.toPlainText().strip()

    def accept(self) -> None:
        """Close only with a reason."""
        if self.reason:
            super().accept()
            return
        said = self.tr("理由を書いてください。")
        self._error.say(said)
        self._error.show()
        self._reason.setFocus()
        announce(self._reason, said)

    @staticmethod
    def ask(parent: QWidget | None, recipient: str, refused: str) -> str:
        """The reason, "" for not at all."""
        dialog = ReasonBox(parent, recipient, refused)
        return dialog.reason if dialog.exec() == QDialog.DialogCode.Accepted else ""
