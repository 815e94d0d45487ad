"""Errors as the user sees them: what happened, why, what to do now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import announce, button, scrolling, text_label
from evacplan.ui.roomy import RoomyDialog
from evacplan.ui.theme import set_role
from evacplan.ui.told import told


class Notice(QFrame):
    """A quiet box in the page with what happened, why and what to do; hidden while all is well."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "notice-red") -> None:
        super().__init__(parent)
        set_role(self, role)
        self._what = text_label(role="strong")
        self._why = text_label(role="grey")
        self._do = text_label()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(6)
        for label in (self._what, self._why, self._do):
            box.addWidget(label)
        self.hide()

    def tell(self, error: UserError) -> None:
        """Show an error and have it read aloud."""
        self.say(error.what, error.why, error.do)

    def say(self, what: str, why: str = "", do: str = "") -> None:
        """Show these sentences and have them read aloud."""
        for label, text in ((self._what, what), (self._why, why), (self._do, do)):
            label.say(text)
            label.setVisible(bool(text))
        spoken = "\n".join(told(each) for each in (what, why, do) if each)
        self.setAccessibleName(spoken)
        self.show()
        announce(self, spoken)

    def clear(self) -> None:
        """Nothing to say any more."""
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while hidden."""
        return "" if self.isHidden() else self.accessibleName()


class ErrorPage(QWidget):
    """A whole page for what stops the app: the error, and 「もう一度試す」 or 「終了する」.

    curable: whether a backup could take the place of what is broken.
    """

    restore_requested = Signal()
    retry_requested = Signal()
    quit_requested = Signal()

    def __init__(self, error: UserError, parent: QWidget | None = None, *, curable: bool = False) -> None:
        super().__init__(parent)
        notice = Notice(self)
        restore = button(self.tr("バックアップから元に戻す…(&B)"), "restore", "primary")
        restore.setVisible(curable)
        restore.clicked.connect(self.restore_requested)
        again = button(self.tr("もう一度試す(&R)"), "retry", "" if curable else "primary")
        leave = button(self.tr("終了する(&Q)"), "quit")
        again.clicked.connect(self.retry_requested)
        leave.clicked.connect(self.quit_requested)
        buttons = QHBoxLayout()
        for part in (restore, again, leave):
            buttons.addWidget(part)
        buttons.addStretch()
        box = QVBoxLayout()
        box.addStretch(2)
        box.addWidget(notice)
        box.addSpacing(16)
        box.addLayout(buttons)
        box.addStretch(3)
        row = QHBoxLayout(scrolling(self))
        row.addStretch(1)
        row.addLayout(box, 4)
        row.addStretch(1)
        self.setFocusProxy(restore if curable else again)
        notice.tell(error)


class Question(RoomyDialog):
    """A dialog of sentences and buttons with words; the last button is the one that does nothing.

    Escape and closing choose the last button. careful: so does Enter.
    """

    def __init__(
        self, parent: QWidget | None, sentences: tuple[str, ...], buttons: tuple[str, ...], careful: bool
    ) -> None:
        super().__init__(parent)
        self.chosen = len(buttons) - 1
        for number, sentence in enumerate(filter(None, sentences)):
            self.inside.addWidget(text_label(sentence, "" if number else "heading"))
        row = FlowLayout(at_end=True)
        default = self.chosen if careful else 0
        for index, words in enumerate(buttons):
            row.addWidget(self._button(index, words, is_default=index == default))
        self.finish(row)

    def _button(self, index: int, words: str, *, is_default: bool) -> QPushButton:
        found = button(words, f"button{index}", "primary" if is_default else "")
        found.setAutoDefault(is_default)
        found.setDefault(is_default)
        found.clicked.connect(lambda: self._choose(index))
        if is_default:
            found.setFocus()
        return found

    def _choose(self, index: int) -> None:
        self.chosen = index
        self.accept()

    @staticmethod
    def ask(parent: QWidget | None, *sentences: str, buttons: tuple[str, ...], careful: bool = False) -> int:
        """The index of the button chosen; the first sentence is the heading."""
        dialog = Question(parent, sentences, buttons, careful)
        dialog.exec()
        return dialog.chosen


def _tr(words: str) -> str:
    return QCoreApplication.translate("errors", words)


class ErrorBox:
    """The dialog for a UserError that belongs to no place on the page."""

    @staticmethod
    def tell(parent: QWidget | None, error: UserError) -> None:
        """Show it until the user has read it."""
        Question.ask(parent, error.what, error.why, error.do, buttons=(_tr("閉じる(&C)"),))


class CrashBox:
    """The dialog for our own bugs; it shows nothing of the plan."""

    @staticmethod
    def tell(parent: QWidget | None, *, rescued: bool, file_name: str) -> bool:
        """Whether to go on; False: quit. file_name: of the crash file, "" when none could be written."""
        kept = (
            _tr("入力した内容は保存してあります。")
            if rescued
            else _tr("最後の入力を保存できませんでした。画面に見えている内容を、紙に控えてください。")
        )
        where = (
            _tr("何が起きたかは {file} に書きとめました。お名前や計画の中身は入っていません。").format(
                file=file_name
            )
            if file_name
            else _tr("何が起きたかを書きとめることもできませんでした。")
        )
        do = _tr("続けることもできますが、いちど終了して開き直すほうが安全です。")
        words = (_tr("終了する(&Q)"), _tr("このまま続ける(&C)"))
        return Question.ask(parent, _tr("evacplan の不具合です。"), kept, where, do, buttons=words) == 1
