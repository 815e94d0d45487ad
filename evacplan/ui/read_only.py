"""When another copy of the app has the store: the question at the start, words, fields that take nothing."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from evacplan.ui.errors import Question
from evacplan.ui.ports import HeldBy


class SecondCopy(Enum):
    """What to do when the app is open already."""

    BRING_FORWARD = 0
    READ = 1
    NOTHING = 2


class SecondCopyBox:
    """The question at the start of a second copy."""

    @staticmethod
    def ask(held: HeldBy) -> SecondCopy:
        """What the user wants; only a window on this machine can be brought to the front."""
        choices = [SecondCopy.READ, SecondCopy.NOTHING]
        if held.is_here:
            choices.insert(0, SecondCopy.BRING_FORWARD)
        words = {
            SecondCopy.BRING_FORWARD: _tr("その画面を前に出す(&F)"),
            SecondCopy.READ: _tr("読むだけで開く(&R)"),
            SecondCopy.NOTHING: _tr("やめる(&C)"),
        }
        answer = Question.ask(
            None,
            _tr("evacplan は、すでに開いています。"),
            _tr("{who}開いています。").format(who=who_words(held)),
            _tr(
                "同じデータを2つの画面で書きかえると、片方の入力が失われます。見るだけなら、ここでも開けます。"
            ),
            buttons=tuple(words[choice] for choice in choices),
        )
        return choices[answer]


def who_words(held: HeldBy) -> str:
    """Who has the store and since when, as the beginning of a sentence."""
    if held.is_here:
        who = _tr("このパソコンの別の画面で、")
    elif held.user:
        who = _tr("パソコン「{machine}」の {user} さんが、").format(machine=held.machine, user=held.user)
    else:
        who = _tr("パソコン「{machine}」で、").format(machine=held.machine)
    if held.since is None:
        return who
    at = held.since.astimezone()
    since = _tr("{month}月{day}日 {hour}時{minute:02}分から")
    return who + since.format(month=at.month, day=at.day, hour=at.hour, minute=at.minute)


def hold(part: QWidget) -> None:
    """Let this and all in it be read, and texts copied, but nothing be entered."""
    for widget in (part, *part.findChildren(QWidget)):
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.setReadOnly(True)
        elif isinstance(widget, QAbstractButton) or (
            isinstance(widget, QComboBox) and not widget.isEditable()
        ):
            widget.setEnabled(False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("read_only", text)
