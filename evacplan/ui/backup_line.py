"""What the user should know of the backups: a line at the foot of the window, never a box; where they go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from evacplan.ui.errors import Question
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.theme import set_role


class BackupLine(QFrame):
    """Hidden while there is nothing to say; the user can put it away until the next time."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "notice-amber")
        self._text = text_label()
        away = button(self.tr("わかりました"), "line_read", "quiet")
        away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._text, 1)
        row.addWidget(away)
        self.hide()

    @property
    def said(self) -> str:
        """What it says, "" while hidden."""
        return "" if self.isHidden() else self._text.said

    def tell(self, text: str) -> None:
        """Say this; "" for nothing."""
        is_news = bool(text) and text != self.said
        self._text.say(text)
        self.setVisible(bool(text))
        if is_news:
            announce(self, text)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A second folder, or None for no other."""

    folder: Path | None


class SecondFolderBox:
    """The question where backups go beside the app's own folder."""

    @staticmethod
    def ask(parent: QWidget | None, now: Path | None) -> Chosen | None:
        """What the user chose; None: leave it as it is."""
        words = [_tr("フォルダを選ぶ…(&O)"), _tr("やめる(&C)")]
        if now is not None:
            words.insert(1, _tr("2つ目には保存しない(&N)"))
        here, nowhere = _tr("いまの保存先は {folder} です。"), _tr("いまは決まっていません。")
        answer = Question.ask(
            parent,
            _tr("2つ目の保存先"),
            here.format(folder=now) if now is not None else nowhere,
            _tr(
                "USBメモリなど、パソコンとは別の物にもバックアップすると、"
                "パソコンがこわれても計画が残ります。中身は暗号です。"
            ),
            buttons=tuple(words),
        )
        if answer == len(words) - 1:
            return None
        if answer == 1:
            return Chosen(None)
        title = _tr("2つ目のバックアップを置くフォルダを選んでください")
        name = QFileDialog.getExistingDirectory(parent, title, str(now or ""))
        return Chosen(Path(name)) if name else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("backups", text)
