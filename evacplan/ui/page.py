"""One section as a page: title, the sentence to say, the reason, and its generated parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from evacplan.form.spec import Section
from evacplan.ui.block import PartsBlock, Place
from evacplan.ui.desk import Desk
from evacplan.ui.fields import FieldRow
from evacplan.ui.growing import GrowingPage
from evacplan.ui.parts import set_shown
from evacplan.ui.rows_page import RowsEditor

AddExtras = Callable[["SectionPage"], Iterator[object]]


class SectionPage(GrowingPage):
    """The page of one section of the plan.

    Whoever asks for a field gets the page built as far as that field. extras: what adds hand-written parts
    at the end, piece by piece.
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
        self.dirty = False
        self._stops: list[QWidget] = []
        self._foot: QWidget | None = None
        self._sure = 0
        self._extras: list[Callable[[], None]] = []
        self.grow_by(self._build(extras))

    # Building

    def _build(self, extras: Sequence[AddExtras]) -> Iterator[object]:
        while not self.block.is_in_sight:
            self.block.grow()
            yield self.block
        for at, add in enumerate(extras, 1):
            self.waits = at < len(extras)  # the last one, which every page has, is made at once
            yield self.block
            yield from add(self)
        self.grows, self.waits = False, True
        yield self.block
        while self.block.grow():
            yield self.block

    def show_built(self) -> None:
        self.block.show_built()

    def arranged(self) -> None:
        self.order_tabs()

    def add_extra(self, extra: QWidget, refresh: Callable[[], None]) -> None:
        """Put a hand-written part below the generated ones. refresh: lets it follow the plan."""
        self.column.insertWidget(self.column.count() - 1, extra)
        if not extra.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            set_shown(extra, True)  # at once: the page may be in sight
        self._extras.append(refresh)
        self._foot = extra

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
        """Let Tab go through what is built in the order of the form, however it was built.

        What can be done to the open rows comes last, after the foot of the page: few are on their way there.
        """
        places = list(self.block.built_places())
        by_place = [list(place.stops()) for place in places]
        stops = list(chain.from_iterable(by_place))
        foot = [self._foot] if self._foot is not None and self._foot.focusPolicy() else stops[-1:]
        last = [*foot, *_buttons_after(places)]
        if [*stops, *last] != self._stops:
            self._stops = [*stops, *last]
            self._sure = sum(map(len, by_place[:-1]))
            for before, after in chain(pairwise(stops), pairwise(last)):
                QWidget.setTabOrder(before, after)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Go on in the order of the form, whatever was built, folded or chosen since the last Tab."""
        self._commit_current()
        self.block.show_built()
        self.order_tabs()
        while self.grows and self._is_near_end(QApplication.focusWidget()):
            self.grow_some()
        return super().focusNextPrevChild(ahead)

    def _commit_current(self) -> None:
        """Read the answer the cursor is in: it may bring the question that Tab goes to."""
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parentWidget()
        if widget is not None:
            widget.commit()

    def _is_near_end(self, focused: QWidget | None) -> bool:
        """Whether the next stop may be one that is not built."""
        sure = self._stops[: self._sure]
        return focused is None or not any(stop is focused or stop.isAncestorOf(focused) for stop in sure)


def _buttons_after(places: list[Place]) -> list[QWidget]:
    rows = [place for place in places if isinstance(place, RowsEditor)]
    return [button for place in rows for button in place.after_stops()]
