"""The training in the window: how one gets in and out, what says on every page that it is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from evacplan.ui.card_page import CardPage
from evacplan.ui.errors import ErrorBox, Question
from evacplan.ui.parts import button, text_label
from evacplan.ui.ports import Training
from evacplan.ui.theme import set_role

Handlers = Mapping[str, Callable[[], object]]


class LeadsTo(Enum):
    """What is opened when the window has closed."""

    NOTHING = auto()
    PLANS = auto()
    TRAINING = auto()


class TrainingDesk(QObject):
    """training: whose plans the window shows, None for the real ones. anew_wanted: confirmed by the user.

    The way in and out closes the window: real plans and training are never open in one.
    """

    anew_wanted = Signal()

    def __init__(self, window: QWidget, training: Training | None) -> None:
        super().__init__(window)
        self._window, self._training = window, training
        self.leads_to = LeadsTo.NOTHING

    @property
    def absent(self) -> frozenset[str]:
        """The commands that mean nothing here."""
        trains = self._training is not None
        return frozenset({"training"} if trains else {"training_anew", "training_end"})

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands of the training do."""
        return {
            "training": lambda: self.leave(LeadsTo.TRAINING),
            "training_anew": self._ask_anew,
            "training_end": lambda: self.leave(LeadsTo.PLANS),
        }

    def guarded(self, handlers: Handlers) -> dict[str, Callable[[], object]]:
        """The same, but what would mix the training with real plans is refused in words."""
        return {name: self._guard(name, handler) for name, handler in handlers.items()}

    def entitled(self, title: str) -> str:
        """The title of the window."""
        return self.tr("練習　{title}").format(title=title) if self._training is not None else title

    def leave(self, leads_to: LeadsTo) -> None:
        """Close the window, unless something keeps it open, so that another one takes its place."""
        self.leads_to = leads_to
        if not self._window.close():
            self.leads_to = LeadsTo.NOTHING

    def _guard(self, name: str, handler: Callable[[], object]) -> Callable[[], object]:
        refusal = self._training.refusal(name) if self._training is not None else None
        if refusal is None:
            return handler
        return lambda: ErrorBox.tell(self._window, refusal)

    def _ask_anew(self) -> None:
        sentences = (
            self.tr("練習をはじめからやり直しますか。"),
            self.tr("練習で入力したことは消えて、見本の計画がもとのまま並びます。"),
            self.tr("本物の計画には、何も起きません。"),
        )
        words = (self.tr("はじめからやり直す(&O)"), self.tr("やめる(&C)"))
        if Question.ask(self._window, *sentences, buttons=words, careful=True) == 0:
            self.anew_wanted.emit()


class TrainingPage(CardPage):
    """In place of the passphrase while a training is locked."""

    go_on_requested = Signal()
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        title = self.tr("練習に鍵をかけました")
        said = (
            self.tr("練習には、パスフレーズがありません。見本の計画だけが入っています。"),
            self.tr("本物の計画では、ここでパスフレーズを聞きます。"),
        )
        super().__init__(title, said, parent)
        go = button(self.tr("練習を続ける(&O)"), "go_on", "primary")
        end = button(self.tr("練習を終わる(&T)"), "end", "quiet")
        go.clicked.connect(self.go_on_requested)
        end.clicked.connect(self.end_requested)
        go.setAutoDefault(True)
        self.add(go, end)
        self.setFocusProxy(go)


class TrainingBand(QFrame):
    """What says above every page that this is a training, and no real plan. lasts: for the next time, too."""

    def __init__(self, *, lasts: bool) -> None:
        super().__init__()
        set_role(self, "training")
        word = QLabel(self.tr("練習"))
        set_role(word, "heading")
        said = self.tr(
            "見本の子どもの計画です。本物の計画とは別の場所にあります。本物の名前は入れないでください。"
        )
        if not lasts:
            said = self.tr(
                "見本の子どもの計画です。入力したことは、閉じると消えます。本物の名前は入れないでください。"
            )
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 5)
        row.setSpacing(16)
        row.addWidget(word)
        row.addWidget(text_label(said), 1, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{word.text()}　{said}")
