"""The cards of a list: one for each row, to choose, to walk through with the arrows, to drag into order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QWidget

from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import set_shown
from evacplan.ui.step_card import StepCard
from evacplan.ui.theme import set_role

_ROLES = ("strong", "small", "error-small")


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says. trouble: what is missing or unknown in the row."""

    heading: str
    summary: str
    trouble: str


class Card(StepCard):
    """One row of a list."""

    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget, *, draggable: bool) -> None:
        super().__init__(parent)
        self._draggable = draggable
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self._inside.setContentsMargins(12, 8, 14, 8)
        self._inside.setSpacing(1)
        self._labels: dict[str, QLabel] = {}
        self._shown = CardText("", "", "")
        # Not Fixed: see WrapButton.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: CardText) -> None:
        """Show a row's text."""
        if text == self._shown:
            return
        self._shown = text
        lines = (text.heading, text.summary, text.trouble)
        for role, words in zip(_ROLES, lines, strict=True):
            if words or role in self._labels:
                label = self._labels.get(role) or self._add_label(role)
                label.setText(words)
                set_shown(label, bool(words))
        self.setAccessibleName("、".join(filter(None, lines)))
        self.updateGeometry()

    def _add_label(self, role: str) -> QLabel:
        """A line of the card, made for its first words."""
        label = QLabel(self)
        set_role(label, role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setWordWrap(True)
        above = _ROLES[: _ROLES.index(role)]
        self._inside.insertWidget(sum(one in self._labels for one in above), label)
        self._labels[role] = label
        return label

    def sizeHint(self) -> QSize:
        edge = self._inside.contentsMargins()
        shown = [label for label in self._labels.values() if label.text()]
        widths = [label.fontMetrics().horizontalAdvance(label.text()) for label in shown]
        width = max(widths, default=0) + edge.left() + edge.right() + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._inside.minimumSize().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        far = self._pressed_at is not None and (
            (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        )
        if self._draggable and (far or self._dragging) and self._pressed_at is not None:
            self._dragging = True
            self.raise_()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.move(self.mapToParent(at - self._pressed_at))
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._dragging, self._pressed_at = self._dragging, False, None
        if dragged:
            self.unsetCursor()
            self.setDown(False)
            self.dropped.emit(self.mapToParent(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)


class CardStrip(QWidget):
    """The cards of a list, wrapping like words, with the button that adds a row at their end."""

    chosen = Signal(str)
    moved = Signal(str, int)

    def __init__(self, add: QPushButton, parent: QWidget, *, draggable: bool) -> None:
        super().__init__(parent)
        self._draggable = draggable
        self._add = add
        self._keys: tuple[str, ...] = ()
        self._cards: dict[str, Card] = {}
        self._flow = FlowLayout(self, gap=10)
        self._flow.addWidget(add)

    def show_rows(self, rows: dict[str, CardText], chosen: str) -> None:
        """Show a card for each row, by key in order."""
        if tuple(rows) != self._keys:
            self._rebuild(tuple(rows))
        for key, text in rows.items():
            card = self._cards[key]
            card.say(text)
            card.setChecked(key == chosen)
            reached = key == chosen or (chosen not in rows and key == self._keys[0])
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)

    def card(self, key: str) -> Card | None:
        """The card of a row."""
        return self._cards.get(key)

    def first_stop(self) -> QWidget:
        """What Tab reaches: the chosen card, the first one, or the button that adds."""
        for card in self._cards.values():
            if card.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                return card
        return self._add

    def _rebuild(self, keys: tuple[str, ...]) -> None:
        for widget in (*self._cards.values(), self._add):
            self._flow.removeWidget(widget)
        for key in set(self._cards) - set(keys):
            self._cards.pop(key).deleteLater()
        for key in keys:
            if key not in self._cards:
                self._cards[key] = self._make(key)
            self._flow.addWidget(self._cards[key])
        self._cards = {key: self._cards[key] for key in keys}
        self._flow.addWidget(self._add)
        self._keys = keys

    def _make(self, key: str) -> Card:
        card = Card(self, draggable=self._draggable)
        card.clicked.connect(lambda: self.chosen.emit(key))
        card.stepped.connect(lambda step: self._step(key, step))
        card.dropped.connect(lambda at: self._drop(key, at))
        return card

    def _step(self, key: str, step: int) -> None:
        target = self._keys[(self._keys.index(key) + step) % len(self._keys)]
        self.chosen.emit(target)
        self._cards[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _drop(self, key: str, at: QPoint) -> None:
        """Tell the position among the others where a card was let go."""
        others = [self._cards[other].geometry() for other in self._keys if other != key]
        target = sum(
            1
            for box in others
            if (box.bottom() < at.y()) or (box.top() <= at.y() <= box.bottom() and box.center().x() < at.x())
        )
        self._flow.invalidate()
        self._flow.activate()
        self.updateGeometry()
        self.moved.emit(key, target)
