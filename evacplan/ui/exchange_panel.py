"""The list of copies that must come back: who has them, the slip to print, what became of each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evacplan.domain.copies import How
from evacplan.domain.errors import UserError
from evacplan.ui.exchange import Exchanges, Outdated
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import Sentences, announce, button, text_label
from evacplan.ui.theme import set_role
from evacplan.ui.told import day_words


class ExchangePanel(QFrame):
    """slip_requested: print the slip for what is still out. failed: with the UserError of a record.

    Hidden while every copy is of the latest version and nobody took a consent back.
    """

    slip_requested = Signal()
    failed = Signal(object)

    def __init__(self, exchanges: Exchanges) -> None:
        super().__init__()
        set_role(self, "notice-amber")
        self._exchanges = exchanges
        self._open: dict[int, Outdated] = {}
        self._title = text_label(role="strong")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._slip = button(self.tr("差し替えのお願いを印刷…(&E)"), "slip")
        self._slip.clicked.connect(self.slip_requested)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 10, 16, 10)
        box.setSpacing(6)
        box.addWidget(self._title)
        do = self.tr("残っていると、まちがった番号や時間で動いてしまいます。集めたら、ここで記録します。")
        box.addWidget(text_label(do, "help"))
        box.addLayout(self._lines)
        row = QHBoxLayout()
        row.addWidget(self._slip)
        row.addStretch()
        box.addLayout(row)
        for outdated in exchanges.outdated():
            self._open[outdated.issue.id] = outdated
            self._lines.addWidget(self._line(outdated))
        self._tell()

    @property
    def outdated(self) -> tuple[Outdated, ...]:
        """What is still out and gets a newer copy in exchange."""
        return tuple(each for each in self._open.values() if not each.is_refused)

    def forget(self) -> None:
        """Drop who has what."""
        self._open.clear()

    def _line(self, outdated: Outdated) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        words = text_label(self._words(outdated))
        words.setWordWrap(False)
        flow.addWidget(words)
        for how, said in (
            (How.RETURNED, self.tr("回収した")),
            (How.DESTROYED, self.tr("処分してもらった")),
            (How.UNKNOWN, self.tr("見つからない")),
        ):
            found = button(said, f"{how.value}:{outdated.number}", "quiet")
            found.setAccessibleName(f"{self._words(outdated)}、{said}")
            found.clicked.connect(lambda _=False, how=how: self._collect(outdated, how, words))
            flow.addWidget(found)
        return holder

    def _words(self, outdated: Outdated) -> str:
        said = self.tr("控え {number}　{to}　{title}　第{version}版　{day}")
        if outdated.is_refused:
            said = self.tr("控え {number}　{to}　{title}　第{version}版　{day}　ご家族の同意がなくなりました")
        return said.format(
            number=outdated.number,
            to=outdated.recipient or self.tr("（渡した先の記入なし）"),
            title=outdated.title,
            version=outdated.version,
            day=day_words(outdated.handed_on),
        )

    def _collect(self, outdated: Outdated, how: How, words: Sentences) -> None:
        try:
            self._exchanges.collect(outdated, how)
        except UserError as error:
            self.failed.emit(error)
            return
        said = {
            How.RETURNED: self.tr("✓ 回収した"),
            How.DESTROYED: self.tr("✓ 処分してもらった"),
            How.UNKNOWN: self.tr("？ 見つからない（まだ外にあるものとして残します）"),
        }[how]
        if how is not How.UNKNOWN:
            self._open.pop(outdated.issue.id, None)
        told = f"{self._words(outdated)}　{said}"
        words.say(told)
        announce(self, told)
        self._tell()

    def _tell(self) -> None:
        count = len(self._open)
        if count:
            self._title.say(self.tr("集める控えが {count} 部、まだ外にあります").format(count=count))
        else:
            self._title.say(self.tr("集める控えは、すべて片づきました"))
        self._slip.setEnabled(bool(self.outdated))
        self.setVisible(bool(count) or self._lines.count() > 0)
