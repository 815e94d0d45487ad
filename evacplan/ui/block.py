"""The parts of a section or of a row, generated from the form: groups of fields, records, lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from evacplan.domain.paths import get
from evacplan.form.spec import FormPart, Item, Repeat, SubRecord
from evacplan.ui.desk import Desk
from evacplan.ui.fields import FieldRow
from evacplan.ui.folds import FoldLine, Folds
from evacplan.ui.grid import FieldGrid
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.theme import set_role

Place = FieldRow | RowsEditor


class PartsBlock(QWidget):
    """Every part of a record, bound to one record of the plan at a time.

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
        for is_item, run in groupby(parts, lambda part: isinstance(part, Item)):
            if is_item:
                self._add_items([part for part in run if isinstance(part, Item)])
            else:
                for part in run:
                    self._add_child(part)
        self._fold_line = FoldLine(self._layout, self)
        self._fold_line.toggled = self.refresh

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

    def _add_items(self, items: list[Item]) -> None:
        holder, layout = self._card()
        first = len(self._rows)
        for group, members in groupby(items, lambda item: item.group):
            grid = FieldGrid(holder)
            rows = [FieldRow(item, self._desk, grid) for item in members]
            if group:
                heading = QLabel(group, holder)
                set_role(heading, self._group_role)
                layout.addWidget(heading)
                self._holders.append((heading, rows))
            grid.set_rows(rows)
            layout.addWidget(grid)
            self._grids.append(grid)
            self._rows += rows
            self._order += rows
            self._whens += [(row.item, row, row) for row in rows if row.item.when]
        if self._framed:
            self._holders.append((holder, self._rows[first:]))

    def _add_child(self, part: FormPart) -> None:
        if isinstance(part, Repeat):
            rows = RowsEditor(part, self._desk, self, self._row_block)
            self._layout.addWidget(rows)
            self._keep(part, rows, rows)
        elif isinstance(part, SubRecord):
            holder, layout = self._record_frame(part)
            block = PartsBlock(part.parts, self._desk, holder, framed=False, group_role="strong")
            layout.addWidget(block)
            self._keep(part, block, holder)

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
            hint = QLabel(part.help, holder)
            hint.setWordWrap(True)
            set_role(hint, "help")
            layout.addWidget(hint)
        self._layout.addWidget(holder)
        return holder, layout

    def _keep(self, part: FormPart, child: PartsBlock | RowsEditor, holder: QWidget) -> None:
        self._children.append((part, child))
        self._order.append(child)
        if part.when:
            self._whens.append((part, child, holder))

    def bind(self, prefix: str) -> None:
        """Stand for a record of the plan from here on."""
        self._prefix = prefix
        for row in self._rows:
            row.bind(f"{prefix}.{row.item.name}")
        for part, child in self._children:
            child.bind(f"{prefix}.{part.name}")
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
            holder.setVisible(any(row not in self._away for row in rows))
        for grid in self._grids:
            grid.show_rows([row for row in grid.rows if row not in self._away])
        self._fold_line.say(folds)

    def fold_lines(self) -> Iterator[FoldLine]:
        """The lines of this record and of what is open inside it, where something is folded."""
        if self._fold_line.has_folded:
            yield self._fold_line
        for _, child in self._children:
            block = child if isinstance(child, PartsBlock) else child.open_block
            if block is not None:
                yield from block.fold_lines()

    def _hide(self, one: FieldRow | RowsEditor | PartsBlock, holder: QWidget, away: bool) -> None:
        if away != (one in self._away):
            (self._away.add if away else self._away.discard)(one)
            holder.setVisible(not away)

    def places(self) -> Iterator[Place]:
        """Every field and list that is built and not folded, in the order of the form."""
        for one in self._order:
            if one in self._away:
                continue
            if not isinstance(one, PartsBlock):
                yield one
            if not isinstance(one, FieldRow):
                yield from one.places()

    def place_at(self, path: str) -> Place | None:
        """The field or list at a path; rows on the way are opened and folded fields unfolded."""
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


def _has_cursor(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
