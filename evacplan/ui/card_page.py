"""A page that is one card in the middle of the window, as the pages before and around the plans are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.errors import Notice
from evacplan.ui.parts import frame, scrolling, text_label
from evacplan.ui.ports import WrongPassphraseError

_CARD_WIDTH_EM = 34


class CardPage(QWidget):
    """A card with a heading and grey sentences; what follows is put with `add`."""

    def __init__(self, title: str, introduction: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice()
        self._card = frame("card")
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(32, 28, 32, 28)
        self._inside.setSpacing(8)
        self._inside.addWidget(text_label(title, "heading"))
        for sentence in introduction:
            self._inside.addWidget(text_label(sentence, "grey"))
        self._inside.addSpacing(8)
        self._centre()

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put these below what is on the card."""
        for part in parts:
            if isinstance(part, QLayout):
                self._inside.addLayout(part)
            else:
                self._inside.addWidget(part)

    def tell(self, what: str, why: str = "", do: str = "") -> None:
        """Say this on the card, where it can be seen."""
        self.notice.say(what, why, do)
        # With large text the message may lie below the window's edge.
        for area in self.findChildren(QScrollArea):
            QTimer.singleShot(0, self.notice, lambda area=area: area.ensureWidgetVisible(self.notice))

    def attempt(self, act: Callable[[], object], failed: Callable[[UserError], object]) -> bool:
        """Whether it succeeded; a wrong passphrase is told on the card, any other error to `failed`."""
        try:
            with waiting():
                act()
        except WrongPassphraseError as error:
            self.tell(error.why, do=error.do)
            return False
        except UserError as error:
            failed(error)
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Keep the card as wide as its text at any zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the card to the text."""
        super().showEvent(event)
        self._fit()

    def _centre(self) -> None:
        column = QVBoxLayout()
        column.addStretch(2)
        column.addWidget(text_label("evacplan", "title"))
        column.addWidget(text_label(self.tr("医療的ケア児の 災害時個別支援計画"), "grey"))
        column.addSpacing(16)
        column.addWidget(self._card)
        column.addStretch(3)
        row = QHBoxLayout(scrolling(self))
        row.addStretch()
        row.addLayout(column)
        row.addStretch()

    def _fit(self) -> None:
        self._card.setFixedWidth(self.fontMetrics().horizontalAdvance("あ") * _CARD_WIDTH_EM)


@contextmanager
def waiting() -> Iterator[None]:
    """Show the cursor of waiting while something takes its time."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
