"""One section as a page: title, the sentence to say, the reason, and its generated parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, pairwise

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from evacplan.form.spec import Section
from evacplan.ui.block import PartsBlock, Place
from evacplan.ui.desk import Desk
from evacplan.ui.fields import FieldRow
from evacplan.ui.parts import Scroller, set_shown
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.still_text import StillText
from evacplan.ui.theme import set_role

FIRST_SLICE_MS, SLICE_MS = 50, 8
SLOW_EXTRAS = 2  # every page has the one for answers of another pack, which is rarely seen and made at once
LEAST_VIEW = 600  # px, for a page that is not shown yet

AddExtras = Callable[["SectionPage"], None]


class ScrollPage(Scroller):
    """A page that scrolls up and down, with its title, the sentence to say and the reason on top."""

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

    def _add_head(self, title: str, say: str, reason: str) -> None:
        head = QVBoxLayout()
        head.setSpacing(4)
        for text, role in ((title, "title"), (self.tr("「{say}」").format(say=say), "say"), (reason, "help")):
            head.addWidget(StillText(text, role, self.body))
        self.column.addLayout(head)


class SectionPage(ScrollPage):
    """The page of one section of the plan.

    What is in view is built first, the rest in short slices while the user looks at it; whoever asks for a
    field gets the page built as far as that field. extras: what adds hand-written parts at the end.
    """

    def __init__(
        self, section: Section, desk: Desk, parent: QWidget, extras: Sequence[AddExtras] = ()
    ) -> None:
        super().__init__(section.title, section.say, section.reason, parent)
        self.section = section
        self.block = PartsBlock(section.parts, desk, self.body, framed=True)
        self.block.bind(section.name)
        self.column.addWidget(self.block)
        self.column.addStretch(1)
        self.setWidget(self.body)
        self.dirty = self._is_begun = False
        self._stops: list[QWidget] = []
        self._sure = 0
        self._add_extras = list(extras)
        self._extras: list[Callable[[], None]] = []
        self._slices = QTimer(self, singleShot=True)
        self._slices.timeout.connect(self._slice)

    # Building

    @property
    def is_whole(self) -> bool:
        """Whether everything is built."""
        return self.block.is_whole and not self._add_extras

    def fill_view(self) -> None:
        """Build what is in view when it is first shown; all of it for somebody who hears the screen."""
        if self._is_begun:
            return
        self._is_begun = True
        # In sight each piece would be laid out by itself.
        self.body.hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.body.resize(self.viewport().width(), self.body.height())
        height = max(self.viewport().height(), LEAST_VIEW)
        while self.block.grow() and (QAccessible.isActive() or self._height() < height):
            pass
        self.block.show_built()
        if self.block.is_whole and len(self._add_extras) < SLOW_EXTRAS:
            self._complete()
        self.order_tabs()
        self.body.show()
        self._go_on(FIRST_SLICE_MS)

    def _height(self) -> int:
        """How high what is built so far will be."""
        self.block.show_built()
        return self.column.heightForWidth(self.viewport().width())

    def finish(self) -> None:
        """Build all that is left."""
        self.block.finish()
        self._complete()

    def _go_on(self, after_ms: int) -> None:
        if not self.is_whole and self.isVisible():
            self._slices.start(after_ms)

    def _slice(self) -> None:
        """Build on for a moment, then let keys and drawing come first."""
        end = QDeadlineTimer(SLICE_MS)
        while self.block.grow() and not end.hasExpired():
            pass
        self.block.show_built()
        if self.block.is_whole:
            self._complete()
        self._go_on(0)

    def _complete(self) -> None:
        """Add the hand-written parts."""
        while self._add_extras:
            self._add_extras.pop(0)(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.order_tabs()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on(FIRST_SLICE_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._go_on(FIRST_SLICE_MS)

    def add_extra(self, extra: QWidget, refresh: Callable[[], None]) -> None:
        """Put a hand-written part below the generated ones. refresh: lets it follow the plan."""
        self.column.insertWidget(self.column.count() - 1, extra)
        if not extra.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            set_shown(extra, True)  # at once: the page may be in sight
        self._extras.append(refresh)

    def refresh_extras(self) -> None:
        """Let the hand-written parts follow the plan; they may take longer than a key stroke."""
        for refresh in self._extras:
            refresh()

    def refresh(self) -> None:
        """Show what the plan says."""
        self.dirty = False
        self.block.refresh()

    def commit(self) -> None:
        """Take over what is being typed or composed anywhere on the page."""
        for place in list(self.block.built_places()):
            place.commit()

    def place_at(self, path: str) -> Place | None:
        """The field or list at a path, with what stands before it opened."""
        return self.block.place_at(path)

    def first(self) -> Place | None:
        """The first field or list."""
        return next(self.block.built_places(), None) or next(self.block.places(), None)

    def toggle_folded(self) -> bool:
        """Bring every folded question of the page back, or fold them all away; whether there are any."""
        lines = list(self.block.fold_lines())
        wanted = not all(line.is_open for line in lines)
        for line in lines:
            line.open(wanted)
        return bool(lines)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a field is in view, with its label and help."""
        if widget is not self.body and self.body.isAncestorOf(widget):
            row: QWidget | None = widget
            while row is not None and not isinstance(row, FieldRow):
                row = row.parentWidget()
            shown = row if row is not None else widget
            if shown.height() < self.viewport().height():
                self.ensureWidgetVisible(shown, 0, 24)
            else:
                top = shown.mapTo(self.body, QPoint())
                self.ensureVisible(top.x(), top.y(), 0, 24)

    def reveal_later(self, widget: QWidget) -> None:
        """Scroll to a field after the layout has settled."""
        QTimer.singleShot(0, self, lambda: self.reveal(widget) if isValid(widget) else None)

    def order_tabs(self) -> None:
        """Let Tab go through what is built in the order of the form, however it was built."""
        places = list(self.block.built_places())
        by_place = [list(place.stops()) for place in places]
        stops = [*chain.from_iterable(by_place), *_buttons_after(places)]
        if stops != self._stops:
            self._stops = stops
            self._sure = sum(map(len, by_place[:-1]))
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Go on in the order of the form, whatever was built, folded or chosen since the last Tab."""
        self.block.show_built()
        self.order_tabs()
        if not self.is_whole and self._is_near_end(QApplication.focusWidget()):
            self.finish()
        return super().focusNextPrevChild(ahead)

    def _is_near_end(self, focused: QWidget | None) -> bool:
        """Whether the next stop may be one that is not built."""
        sure = self._stops[: self._sure]
        return focused is None or not any(stop is focused or stop.isAncestorOf(focused) for stop in sure)


def _buttons_after(places: list[Place]) -> list[QWidget]:
    rows = [place for place in places if isinstance(place, RowsEditor)]
    return [button for place in rows for button in place.after_stops()]
