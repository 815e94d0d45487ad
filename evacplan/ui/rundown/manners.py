"""The three operations side by side, each a card; one of them is shown in full."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QLabel,
    QSizePolicy,
    QWidget,
)

from evacplan.form.rundown_view import Manner, MannerView
from evacplan.form.view import Answer, State
from evacplan.ui.step_card import StepCard
from evacplan.ui.theme import set_role

NARROW_EM = 34


class MannerCard(StepCard):
    """One operation: by when to leave, and what stops first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside.setContentsMargins(14, 10, 12, 10)
        self._inside.setSpacing(2)
        self._title, self._lead, self._figure = (self._line(role) for role in ("strong", "small", "heading"))
        self._unknown, self._tail = self._line("unknown"), self._line("small")
        self._unknown.setWordWrap(False)
        self._unknown.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._inside.addSpacing(6)
        self._first, self._first_name = self._line("small"), self._line("")
        self._inside.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _line(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if role:
            set_role(label, role)
        self._inside.addWidget(label)
        return label

    def show_manner(self, shown: MannerView) -> None:
        """Show the figures of an operation."""
        block = shown.headline
        first = shown.facts[0] if shown.facts else None
        self._title.setText(shown.title)
        self._lead.setText(block.lead)
        self._figure.setText(block.figure if block.known else "")
        self._unknown.setText("" if block.known else block.figure)
        self._tail.setText(block.tail)
        self._first.setText(first.label if first else "")
        self._first_name.setText(_said(first.answer) if first else "")
        for label in (self._lead, self._figure, self._unknown, self._tail, self._first, self._first_name):
            label.setVisible(bool(label.text()))
        said = (
            shown.title,
            f"{block.lead}{block.figure}{block.tail}",
            self._first.text(),
            self._first_name.text(),
        )
        self.setAccessibleName("、".join(filter(None, said)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._inside.minimumSize().height())


class MannerCards(QWidget):
    """The cards side by side, or one below the other where it is narrow. chosen: by mouse or arrow keys."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(10)
        self._group = QButtonGroup(self)
        self._cards = {manner: MannerCard(self) for manner in Manner}
        for manner, card in self._cards.items():
            card.setObjectName(f"manner_{manner.value}")
            self._group.addButton(card)
            self._across.addWidget(card)
            card.clicked.connect(self._clicked)
            card.stepped.connect(self._step)
        self._check(Manner.BEST)

    @property
    def manner(self) -> Manner:
        """The operation that is chosen."""
        return next(manner for manner, card in self._cards.items() if card.isChecked())

    def stops(self) -> list[QWidget]:
        """The cards in the order of Tab; only the chosen one takes it."""
        return list(self._cards.values())

    def show_manners(self, manners: tuple[MannerView, ...]) -> None:
        """Show the figures of the operations."""
        for shown in manners:
            self._cards[shown.manner].show_manner(shown)

    def _check(self, manner: Manner) -> None:
        """Choose a card; only the chosen one is reached by Tab, the others by the arrow keys."""
        for other, card in self._cards.items():
            card.setChecked(other is manner)
            is_stop = Qt.FocusPolicy.StrongFocus if other is manner else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(is_stop)

    def _clicked(self) -> None:
        self._check(self.manner)
        self.chosen.emit()

    def _step(self, step: int) -> None:
        order = list(Manner)
        manner = order[(order.index(self.manner) + step) % len(order)]
        self._check(manner)
        self._cards[manner].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("あ")
        direction = QBoxLayout.Direction
        is_narrow = event.size().width() < NARROW_EM * em
        self._across.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)


def _said(answer: Answer) -> str:
    """A figure with its small print; 目安 is said once for all."""
    return f"{answer.text}\n{answer.note}" if answer.state is State.UNKNOWN and answer.note else answer.text
