"""A page that is built piece by piece: at once what is in view, the rest while the user looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from evacplan.ui.parts import Scroller
from evacplan.ui.still_text import StillText
from evacplan.ui.theme import set_role

FIRST_SLICE_MS, SLICE_MS = 50, 3
BUILT_AT_ONCE = 6
FOREVER = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)
LEAST_VIEW = 600  # px, for a page that is not shown yet


class GrowingPage(Scroller):
    """A page that scrolls up and down, with its title, the sentence to say and the reason on top.

    Below them it grows by the pieces that it builds, in short slices; for somebody who hears the screen it
    is built to its end before it is shown. waits: what comes next is slow, or nothing to be seen.
    grows: what can be seen is not all there yet.
    """

    def __init__(self, title: str, say: str, reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = QWidget(self.viewport())
        set_role(self.body, "page")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(24, 16, 24, 24)
        self.column.setSpacing(14)
        self._add_head(title, say, reason)
        self.setAccessibleName(title)
        self.is_whole = self.waits = self._is_large = False
        self.grows = True
        self._pieces: Iterator[object] = iter(())
        self._slices = QTimer(self, singleShot=True)
        self._slices.timeout.connect(self._slice)

    def _add_head(self, title: str, say: str, reason: str) -> None:
        head = QVBoxLayout()
        head.setSpacing(4)
        for text, role in ((title, "title"), (self.tr("「{say}」").format(say=say), "say"), (reason, "help")):
            head.addWidget(StillText(text, role, self.body))
        self.column.addLayout(head)

    # What a page does in its own way

    def show_built(self) -> None:
        """Show what was built since the last time."""

    def arranged(self) -> None:
        """Follow what was built: a moment's work is done."""

    # Building

    def grow_by(self, pieces: Iterator[object]) -> None:
        """Build these pieces from here on. None: one that takes long to lay out and draw."""
        self._pieces = pieces
        self.is_whole = self.waits = False
        self.grows = True

    def grow(self) -> bool:
        """Build the next piece; whether there may be another."""
        if not self.is_whole:
            piece = next(self._pieces, self)
            self.is_whole = piece is self
            self.grows = self.grows and not self.is_whole
            self._is_large = piece is None
        return not self.is_whole

    def prepare(self, until: QDeadlineTimer = FOREVER) -> bool:
        """Build what will be in view, before it is seen, until a moment; whether all of it is there."""
        if self.is_whole:
            return True
        if self.grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        if not self.isVisible():
            self._take_room()
        wanted = max(self.viewport().height(), LEAST_VIEW)
        while QAccessible.isActive() or (not self.waits and self._height() < wanted):
            if until.hasExpired():
                return False
            if not self.grow():
                break
        self._settle()
        return True

    def _take_room(self) -> None:
        """Be as large as it will be when it is shown; out of sight Qt would not look after that."""
        holder = self.parentWidget()
        if holder is not None and holder.isVisible():
            self.resize(holder.size())
            room = self.rect().adjusted(0, 0, -self.verticalScrollBar().sizeHint().width(), 0)
            self.viewport().setGeometry(room)
            self.body.resize(room.width(), self.body.height())

    def _height(self) -> int:
        """How high what is built so far will be."""
        self.show_built()
        return self.column.heightForWidth(self.viewport().width())

    def grow_some(self) -> None:
        """Build some more of what can be seen."""
        for _ in range(BUILT_AT_ONCE):
            if self.grows:
                self.grow()
        self._settle()

    def finish(self) -> None:
        """Build all that is left."""
        if not self.is_whole:
            while self.grow():
                pass
            self._settle()

    def go_on(self, after_ms: int = 0) -> None:
        """Build on after a while, as long as the page is seen."""
        if not self.is_whole and self.isVisible():
            self._slices.start(after_ms)

    def pause(self) -> None:
        """Build nothing until it goes on."""
        self._slices.stop()

    def _slice(self) -> None:
        """Build on for a moment, then let keys and drawing come first."""
        end = QDeadlineTimer(SLICE_MS)
        while self.grow() and not (self._is_large or end.hasExpired()):
            pass
        self._settle()
        self.go_on()

    def _settle(self) -> None:
        self.show_built()
        if not self.grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.arranged()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.go_on(FIRST_SLICE_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.go_on(FIRST_SLICE_MS)


@contextmanager
def at_once(layout: QLayout) -> Iterator[None]:
    """While several things are put into a layout in sight: it is worked out once, not for each of them."""
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
        holder = layout.parentWidget()
        if holder is not None:
            holder.updateGeometry()


def grown(piece: QWidget, holder: QWidget) -> None:
    """Tell everything from a piece up to its holder to measure itself anew; out of sight Qt would not."""
    widget: QWidget | None = piece
    while widget is not None and widget is not holder:
        widget.updateGeometry()
        widget = widget.parentWidget()
    holder.updateGeometry()
