"""The parts of a section or of a row, generated from the form: groups of fields, records, lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from evacplan.domain.paths import get
from evacplan.form.spec import FormPart, Item, Repeat, SubRecord
from evacplan.ui.desk import Desk
from evacplan.ui.fields import FieldRow
from evacplan.ui.folds import FoldLine, Folds
from evacplan.ui.grid import FieldGrid
from evacplan.ui.growing import grown
from evacplan.ui.parts import set_shown
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.still_text import StillText
from evacplan.ui.theme import set_role

Place = FieldRow | RowsEditor


@dataclass(eq=False, slots=True)
class _Slot:
    """Where a part of the record stands. one: what shows it, and holder: what is hidden with it, once made.

    anchor: the widget of the block it stands on or was put after. away: it is folded.
    """

    part: FormPart
    anchor: QWidget | None = None
    grid: FieldGrid | None = None
    one: FieldRow | RowsEditor | PartsBlock | None = None
    holder: QWidget | None = None
    away: bool = False


class PartsBlock(QWidget):
    """Every part of a record, bound to one record of the plan at a time.

    Its parts are built piece by piece (`grow`), so that a page can show those in view first, and those that
    are folded away come last; whoever asks for a field or for all of them gets them built at once.
    is_in_sight: all that is not folded away is built. completed: called when it is.
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
        self._slots: list[_Slot] = []
        self._runs: list[tuple[QWidget, list[_Slot]]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        self._fold_line = FoldLine(self._layout, self)
        self._fold_line.toggled = self.refresh
        self._pieces = self._build(parts)
        self.is_in_sight = self.is_whole = False
        self.completed: Callable[[], None] = lambda: None

    # Building

    def grow(self) -> bool:
        """Build the next piece, to be shown by `show_built`; whether there may be another."""
        if self.is_whole:
            return False
        piece = next(self._pieces, None)
        if piece is None:
            self.is_whole = True
        else:
            grown(piece, self)
        return not self.is_whole

    def finish(self) -> None:
        """Build all that is left."""
        while self.grow():
            pass
        self.show_built()

    def show_built(self) -> None:
        """Show what was built, all of it at once: for each field by itself Qt would lay out the page anew."""
        self._show_runs()
        for slot, one in self._made():
            if not isinstance(one, FieldRow) and not slot.away:
                one.show_built()

    def _build(self, parts: tuple[FormPart, ...]) -> Iterator[QWidget]:
        """Build the parts in the order of the form, stopping after each piece that can be seen."""
        for is_item, run in groupby(parts, lambda part: isinstance(part, Item)):
            if is_item:
                yield from self._build_items([part for part in run if isinstance(part, Item)])
            else:
                for part in run:
                    yield from self._build_child(part)
        self.is_in_sight = True
        self._fold()
        self.completed()
        yield self
        for slot in self._slots:
            yield from self._build_unseen(slot)

    def _build_unseen(self, slot: _Slot) -> Iterator[QWidget]:
        """Build what is folded away, or folded away inside it."""
        if slot.one is None:
            self._make(slot)
            assert slot.holder is not None
            set_shown(slot.holder, False)
            yield slot.holder
        elif not isinstance(slot.one, FieldRow) and not slot.away:
            while slot.one.grow():
                yield slot.one

    def _build_items(self, items: list[Item]) -> Iterator[QWidget]:
        holder, layout = self._card()
        on_card: list[_Slot] = []
        if self._framed:
            self._runs.append((holder, on_card))
        for group, members in groupby(items, lambda item: item.group):
            grid = FieldGrid(holder)
            in_group: list[_Slot] = []
            if group:
                self._runs.append((self._heading(group, holder, layout), in_group))
            self._runs.append((grid, in_group))
            layout.addWidget(grid)
            anchor = holder if self._framed else grid
            for item in members:
                slot = self._add_slot(_Slot(item, anchor, grid))
                in_group.append(slot)
                on_card.append(slot)
                if not slot.away:
                    self._make(slot)
                    yield grid

    def _add_slot(self, slot: _Slot) -> _Slot:
        slot.away = not self._fold_line.is_open and slot.part in self._folds([slot]).folded
        self._slots.append(slot)
        return slot

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
        slot = self._add_slot(_Slot(part))
        if slot.away:
            return
        child = self._make(slot)
        assert not isinstance(child, FieldRow)
        assert slot.holder is not None
        set_shown(slot.holder, True)
        yield child
        while not child.is_in_sight:
            child.grow()
            yield child

    def _make(self, slot: _Slot) -> FieldRow | RowsEditor | PartsBlock:
        """Make what shows a part."""
        part, path = slot.part, f"{self._prefix}.{slot.part.name}"
        if isinstance(part, Item):
            assert slot.grid is not None
            row = slot.one = slot.holder = FieldRow(part, self._desk, slot.grid)
            slot.grid.rows.append(row)
            row.bind(path)
            return row
        child: RowsEditor | PartsBlock
        if isinstance(part, Repeat):
            child = slot.holder = RowsEditor(part, self._desk, self, self._row_block)
        else:
            assert isinstance(part, SubRecord)
            slot.holder, layout = self._record_frame(part)
            child = PartsBlock(part.parts, self._desk, slot.holder, framed=False, group_role="strong")
            layout.addWidget(child)
        self._layout.insertWidget(self._place_of(slot), slot.holder)
        slot.anchor = slot.holder
        slot.one = child
        child.bind(path)
        return child

    def _place_of(self, slot: _Slot) -> int:
        """Where in the layout something stands that comes after everything before it in the form."""
        before = [one.anchor for one in self._slots[: self._slots.index(slot)] if one.anchor is not None]
        return self._layout.indexOf(before[-1]) + 1 if before else 0

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
        return holder, layout

    def bind(self, prefix: str) -> None:
        """Stand for a record of the plan from here on."""
        self._prefix = prefix
        for slot, one in self._made():
            one.bind(f"{prefix}.{slot.part.name}")
            if not isinstance(one, FieldRow) and not slot.away:
                one.finish()
        self._fold()

    def _made(self) -> list[tuple[_Slot, FieldRow | RowsEditor | PartsBlock]]:
        """What is built by now, in the order of the form."""
        return [(slot, slot.one) for slot in self._slots if slot.one is not None]

    def refresh(self) -> None:
        """Show what the plan says."""
        self._fold()
        for slot, one in self._made():
            if not slot.away:
                one.refresh()

    def _folds(self, slots: Sequence[_Slot]) -> Folds:
        """Which of these do not concern this child."""
        plan = self._desk.session.plan
        parts = [slot.part for slot in slots if slot.part.when]
        return Folds(self._desk.form, plan, get(plan, self._prefix), self._prefix, parts)

    def _fold(self) -> None:
        """Fold away what does not concern this child, and say so."""
        folds = self._folds(self._slots)
        for slot in self._slots:
            if slot.part.when:
                # A field does not vanish under the cursor when its answer is rubbed out.
                stays = self._fold_line.is_open or (slot.one is not None and _has_cursor(slot.one))
                self._hide(slot, slot.part in folds.folded and not stays)
        self._show_runs()
        if self.is_in_sight:
            self._fold_line.say(folds)

    def _show_runs(self) -> None:
        """Show the fields that are not folded, with the cards and headings that have any."""
        for widget, slots in self._runs:
            shown = [slot.one for slot in slots if isinstance(slot.one, FieldRow) and not slot.away]
            if isinstance(widget, FieldGrid):
                widget.show_rows(shown)
            else:
                set_shown(widget, bool(shown))

    def fold_lines(self) -> Iterator[FoldLine]:
        """The lines of this record and of what is open inside it, where something is folded."""
        self.finish()
        if self._fold_line.has_folded:
            yield self._fold_line
        for _, one in self._made():
            if not isinstance(one, FieldRow):
                block = one if isinstance(one, PartsBlock) else one.open_block
                if block is not None:
                    yield from block.fold_lines()

    def _hide(self, slot: _Slot, away: bool) -> None:
        if away != slot.away:
            slot.away = away
            if not away:
                one = slot.one or self._make(slot)
                if not isinstance(one, FieldRow):
                    one.finish()
        if slot.holder is not None:
            set_shown(slot.holder, not away)

    def places(self) -> Iterator[Place]:
        """Every field and list that is not folded, in the order of the form."""
        self.finish()
        yield from self.built_places()

    def built_places(self) -> Iterator[Place]:
        """Those of them that are built by now."""
        for slot, one in self._made():
            if slot.away:
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
        self.show_built()
        return found

    def _built_place(self, path: str) -> Place | None:
        for slot, one in self._made():
            place = f"{self._prefix}.{slot.part.name}"
            if path != place and (isinstance(one, FieldRow) or not path.startswith(f"{place}.")):
                continue
            if slot.away:
                self._fold_line.open()
            if path == place and not isinstance(one, PartsBlock):
                return one
            return None if isinstance(one, FieldRow) else one.place_at(path)
        return None


def _has_cursor(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
