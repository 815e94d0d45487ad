"""The parts of a section or of a row, generated from the form: groups of fields, records, lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from evacplan.domain.paths import get
from evacplan.form.spec import FormPart, Item, Repeat, SubRecord
from evacplan.ui.desk import Desk
from evacplan.ui.fields import FieldRow
from evacplan.ui.folds import FoldLine, Folds
from evacplan.ui.grid import FieldGrid
from evacplan.ui.parts import set_shown
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.still_text import StillText
from evacplan.ui.theme import set_role

Place = FieldRow | RowsEditor


class PartsBlock(QWidget):
    """Every part of a record, bound to one record of the plan at a time.

    Its parts are built piece by piece (`grow`), so that a page can show those in view first; whoever asks for
    a field or for all of them gets them built at once. completed: called when the last piece is there.
    framed: each run of fields and each record stands on a card of its own (on the page, not inside a row).
    group_role: how the headings of its groups look.
    """

    def __init__(
        self,
        parts: tuple[FormPart, ...],
        desk: Desk,
        parent: QWidget,
        *,
        framed: bool,
        group_role: str = "group",
    ) -> None:
        super().__init__(parent)
        self._group_role = group_role
        self._desk = desk
        self._framed = framed
        self._prefix = ""
        self._whens: list[tuple[FormPart, FieldRow | RowsEditor | PartsBlock, QWidget]] = []
        self._rows: list[FieldRow] = []
        self._grids: list[FieldGrid] = []
        self._holders: list[tuple[QWidget, list[FieldRow]]] = []
        self._children: list[tuple[FormPart, PartsBlock | RowsEditor]] = []
        self._order: list[FieldRow | RowsEditor | PartsBlock] = []
        self._away: set[FieldRow | RowsEditor | PartsBlock] = set()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        self._fold_line = FoldLine(self._layout, self)
        self._fold_line.toggled = self.refresh
        self._pieces = self._build(parts)
        self.is_whole = False
        self.completed: Callable[[], None] = lambda: None

    # Building

    def grow(self) -> bool:
        """Build the next piece; whether there may be another."""
        if self.is_whole:
            return False
        piece = next(self._pieces, None)
        if piece is None:
            self.is_whole = True
            self._fold()
            self.completed()
        else:
            _grown(piece, self)
        return not self.is_whole

    def finish(self) -> None:
        """Build all that is left."""
        while self.grow():
            pass

    def _build(self, parts: tuple[FormPart, ...]) -> Iterator[QWidget]:
        """Build the parts in the order of the form, stopping after each piece that can be seen."""
        for is_item, run in groupby(parts, lambda part: isinstance(part, Item)):
            if is_item:
                yield from self._build_items([part for part in run if isinstance(part, Item)])
            else:
                for part in run:
                    yield from self._build_child(part)

    def _build_items(self, items: list[Item]) -> Iterator[QWidget]:
        holder, layout = self._card()
        on_card: list[FieldRow] = []
        if self._framed:
            self._holders.append((holder, on_card))
        for group, members in groupby(items, lambda item: item.group):
            grid = FieldGrid(holder)
            rows = [FieldRow(item, self._desk, grid) for item in members]
            if group:
                self._holders.append((self._heading(group, holder, layout), rows))
            grid.set_rows(rows)
            layout.addWidget(grid)
            for row in rows:
                row.bind(f"{self._prefix}.{row.item.name}")
            self._grids.append(grid)
            self._rows += rows
            self._order += rows
            on_card += rows
            self._whens += [(row.item, row, row) for row in rows if row.item.when]
            self._fold()
            yield grid

    def _card(self) -> tuple[QWidget, QVBoxLayout]:
        """Where fields stand: a card of their own, or simply the block."""
        if not self._framed:
            return self, self._layout
        card = QFrame(self)
        set_role(card, "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        self._layout.addWidget(card)
        return card, layout

    def _heading(self, group: str, holder: QWidget, layout: QVBoxLayout) -> QLabel:
        heading = QLabel(group, holder)
        set_role(heading, self._group_role)
        layout.addWidget(heading)
        return heading

    def _build_child(self, part: FormPart) -> Iterator[QWidget]:
        """Build a list or a record; the inside of one that is folded away waits until it is asked for."""
        child: RowsEditor | PartsBlock
        if isinstance(part, Repeat):
            child = RowsEditor(part, self._desk, self, self._row_block)
            holder: QWidget = child
            self._layout.addWidget(child)
        else:
            assert isinstance(part, SubRecord)
            holder, layout = self._record_frame(part)
            child = PartsBlock(part.parts, self._desk, holder, framed=False, group_role="strong")
            layout.addWidget(child)
        child.bind(f"{self._prefix}.{part.name}")
        self._children.append((part, child))
        self._order.append(child)
        if part.when:
            self._whens.append((part, child, holder))
            self._fold()
        if child in self._away:
            return
        more = child.grow()
        set_shown(holder, True)
        yield child
        while more:
            more = child.grow()
            yield child

    def _row_block(self, parts: tuple[FormPart, ...], parent: QWidget) -> PartsBlock:
        return PartsBlock(parts, self._desk, parent, framed=False)

    def _record_frame(self, part: SubRecord) -> tuple[QWidget, QVBoxLayout]:
        holder = QFrame(self)
        layout = QVBoxLayout(holder)
        layout.setSpacing(10)
        if self._framed:
            set_role(holder, "card")
            layout.setContentsMargins(20, 16, 20, 14)
        else:
            layout.setContentsMargins(0, 0, 0, 0)
        title = QLabel(part.label, holder)
        set_role(title, "group")
        layout.addWidget(title)
        if part.help:
            layout.addWidget(StillText(part.help, "help", holder))
        self._layout.addWidget(holder)
        return holder, layout

    def bind(self, prefix: str) -> None:
        """Stand for a record of the plan from here on."""
        self._prefix = prefix
        for row in self._rows:
            row.bind(f"{prefix}.{row.item.name}")
        for part, child in self._children:
            child.bind(f"{prefix}.{part.name}")
            if child not in self._away:
                child.finish()
        self._fold()

    def refresh(self) -> None:
        """Show what the plan says."""
        self._fold()
        for one in self._order:
            if one not in self._away:
                one.refresh()

    def _fold(self) -> None:
        """Fold away what does not concern this child, and say so."""
        plan = self._desk.session.plan
        parts = [part for part, _, _ in self._whens]
        folds = Folds(self._desk.form, plan, get(plan, self._prefix), self._prefix, parts)
        for part, one, holder in self._whens:
            # A field does not vanish under the cursor when its answer is rubbed out.
            stays = self._fold_line.is_open or _has_cursor(one)
            self._hide(one, holder, part in folds.folded and not stays)
        for holder, rows in self._holders:
            set_shown(holder, any(row not in self._away for row in rows))
        for grid in self._grids:
            grid.show_rows([row for row in grid.rows if row not in self._away])
        if self.is_whole:
            self._fold_line.say(folds)

    def fold_lines(self) -> Iterator[FoldLine]:
        """The lines of this record and of what is open inside it, where something is folded."""
        self.finish()
        if self._fold_line.has_folded:
            yield self._fold_line
        for _, child in self._children:
            block = child if isinstance(child, PartsBlock) else child.open_block
            if block is not None:
                yield from block.fold_lines()

    def _hide(self, one: FieldRow | RowsEditor | PartsBlock, holder: QWidget, away: bool) -> None:
        if away != (one in self._away):
            (self._away.add if away else self._away.discard)(one)
            if not away and not isinstance(one, FieldRow):
                one.finish()
            set_shown(holder, not away)

    def places(self) -> Iterator[Place]:
        """Every field and list that is not folded, in the order of the form."""
        self.finish()
        yield from self.built_places()

    def built_places(self) -> Iterator[Place]:
        """Those of them that are built by now."""
        for one in self._order:
            if one in self._away:
                continue
            if not isinstance(one, PartsBlock):
                yield one
            if not isinstance(one, FieldRow):
                yield from one.built_places()

    def place_at(self, path: str) -> Place | None:
        """The field or list at a path, built as far as that; rows on the way are opened, folds unfolded."""
        found = self._built_place(path)
        while found is None and not self.is_whole:
            self.grow()
            found = self._built_place(path)
        return found

    def _built_place(self, path: str) -> Place | None:
        for row in self._rows:
            if row.path == path:
                if row in self._away:
                    self._fold_line.open()
                return row
        for part, child in self._children:
            place = f"{self._prefix}.{part.name}"
            if path != place and not path.startswith(f"{place}."):
                continue
            if child in self._away:
                self._fold_line.open()
            return child if path == place and isinstance(child, RowsEditor) else child.place_at(path)
        return None


def _grown(piece: QWidget, holder: QWidget) -> None:
    """Tell everything from a piece up to its holder to measure itself anew; out of sight Qt would not."""
    widget: QWidget | None = piece
    while widget is not None and widget is not holder:
        widget.updateGeometry()
        widget = widget.parentWidget()
    holder.updateGeometry()


def _has_cursor(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
