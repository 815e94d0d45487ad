"""One section as a page: title, the sentence to say, the reason, and its generated parts."""

from collections.abc import Callable
from itertools import chain, pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from evacplan.form.spec import Section
from evacplan.ui.block import PartsBlock, Place
from evacplan.ui.desk import Desk
from evacplan.ui.fields import FieldRow
from evacplan.ui.parts import Scroller
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.theme import set_role


class ScrollPage(Scroller):
    """A page that scrolls up and down, with its title, the sentence to say and the reason on top."""

    def __init__(self, title: str, say: str, reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = QWidget()
        set_role(self.body, "page")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(24, 16, 24, 24)
        self.column.setSpacing(14)
        self._add_head(title, say, reason)
        self.setAccessibleName(title)

    def _add_head(self, title: str, say: str, reason: str) -> None:
        head = QVBoxLayout()
        head.setSpacing(4)
        for text, role in ((title, "title"), (f"「{say}」", "say"), (reason, "help")):
            label = QLabel(text, self.body)
            label.setWordWrap(True)
            set_role(label, role)
            head.addWidget(label)
        self.column.addLayout(head)


class SectionPage(ScrollPage):
    """The page of one section of the plan."""

    def __init__(self, section: Section, desk: Desk, parent: QWidget) -> None:
        super().__init__(section.title, section.say, section.reason, parent)
        self.section = section
        self.block = PartsBlock(section.parts, desk, self.body, framed=True)
        self.block.bind(section.name)
        self.column.addWidget(self.block)
        self.column.addStretch(1)
        self.setWidget(self.body)
        self.dirty = False
        self._stops: list[QWidget] = []
        self._extras: list[Callable[[], None]] = []
        self.order_tabs()

    def add_extra(self, extra: QWidget, refresh: Callable[[], None]) -> None:
        """Put a hand-written part below the generated ones. refresh: lets it follow the plan."""
        self.column.insertWidget(self.column.count() - 1, extra)
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
        for place in list(self.block.places()):
            place.commit()

    def place_at(self, path: str) -> Place | None:
        """The field or list at a path, with what stands before it opened."""
        return self.block.place_at(path)

    def first(self) -> Place | None:
        """The first field or list."""
        return next(self.block.places(), None)

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
        QTimer.singleShot(0, self, lambda: self.reveal(widget))

    def order_tabs(self) -> None:
        """Let Tab go through the page in the order of the form, however it was built."""
        places = list(self.block.places())
        stops = list(chain.from_iterable(place.stops() for place in places)) + _buttons_after(places)
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Go on in the order of the form, whatever was built, folded or chosen since the last Tab."""
        self.order_tabs()
        return super().focusNextPrevChild(ahead)


def _buttons_after(places: list[Place]) -> list[QWidget]:
    rows = [place for place in places if isinstance(place, RowsEditor)]
    return [button for place in rows for button in place.after_stops()]
