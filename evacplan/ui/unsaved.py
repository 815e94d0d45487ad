"""What is said while words are in memory only, and the way out for them: a copy in another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.card_page import waiting
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import ErrorBox, Question
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.theme import set_role

if TYPE_CHECKING:
    # Loads the model; the window is there before.
    from evacplan.ui.open_plan import OpenPlan


class Unsaved(QFrame):
    """A line below the work, hidden while everything is saved; it takes the cursor from nobody."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "notice-red")
        self._plan: OpenPlan | None = None
        self._since = self._reason = ""
        self._text = text_label()
        self._write = button(self.tr("別の場所に控えを書く…"), "write_spare")
        self._write.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._write.clicked.connect(self.write_spare)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._write)
        self.hide()

    @property
    def said(self) -> str:
        """What it says, "" while hidden."""
        return "" if self.isHidden() else self._text.said

    def watch(self, plan: OpenPlan) -> None:
        """Tell of this plan from here on."""
        self.leave()
        self._plan = plan
        plan.page.autosave.failed.connect(self._tell)
        plan.page.autosave.saved.connect(self._clear)

    def leave(self) -> None:
        """The plan is left; nothing is to be told any more."""
        self._plan = None
        self._clear()

    def keep(self) -> bool:
        """Whether one may go on: all is saved, here or elsewhere, or the user gives the last change up."""
        if self._plan is None:
            return True
        try:
            if self._plan.keep():
                return True
            error = UserError(
                self.tr("最後の変更を保存できませんでした。"),
                why=self.tr("保存先に書き込めません。"),
                do=self.tr("ディスクの空きと、USBメモリがささっているかを確かめてください。"),
            )
        except UserError as found:
            error = found
        return self._ask(error)

    def write_spare(self) -> bool:
        """Ask for a folder and write a copy of everything into it, encrypted; whether it was written."""
        if self._plan is None:
            return False
        title = self.tr("控えを置くフォルダを選んでください")
        folder = FileBox.folder(self.window(), title)
        if folder is None:
            return False
        try:
            with waiting():
                name = self._plan.write_spare(folder)
        except UserError as error:
            ErrorBox.tell(self.window(), error)
            return False
        words = self.tr(
            "控え「{name}」を書きました。いま画面にある入力まで入っています。中身は暗号で、パスフレーズで開けます。"
            "「安全」の「バックアップから元に戻す…」で読みこめます。"
        )
        later = self.tr("このあとの入力は、まだどこにも保存できていません。")
        self._show(words.format(name=name) + (later if self._since else ""))
        return True

    def _ask(self, error: UserError) -> bool:
        words = (
            self.tr("別の場所に控えを書いてから進む…(&W)"),
            self.tr("最後の変更を捨てて進む(&D)"),
            self.tr("画面に戻る(&B)"),
        )
        chosen = Question.ask(self.window(), error.what, error.why, error.do, buttons=words, careful=True)
        return self.write_spare() if chosen == 0 else chosen == 1

    def _tell(self, error: UserError) -> None:
        if self._since and self._reason == error.why and self.isVisible():
            return
        self._since, self._reason = self._since or QTime.currentTime().toString("H:mm"), error.why
        words = self.tr(
            "{time}から、保存できていません。{why}{do}"
            "このまま書き続けられます。保存できるようになると、ひとりでに保存します。"
        )
        self._show(words.format(time=self._since, why=error.why, do=error.do))

    def _show(self, text: str) -> None:
        self._text.say(text)
        self.show()
        announce(self, text)
        # Once the page has got smaller.
        QTimer.singleShot(0, self, _keep_cursor_in_view)

    def _clear(self) -> None:
        self._since = ""
        self.hide()


def _keep_cursor_in_view() -> None:
    """Scroll to what somebody is typing into."""
    cursor = QApplication.focusWidget()
    around: QWidget | None = cursor
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if cursor is not None and isinstance(around, QScrollArea):
        around.ensureWidgetVisible(cursor)
