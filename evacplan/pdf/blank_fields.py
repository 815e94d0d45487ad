"""Blank fields side by side, their labels above the room to write in, in a grid of twelve columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from evacplan.form.view_pen import Blank, BlankFields, Room
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Item, Stack
from evacplan.pdf.ruled import Ticks, WordsOnLine, room
from evacplan.pdf.style import MM, Ink
from evacplan.pdf.text import Run, Text

GRID = 12
SPANS = (3, 4, 6, GRID)
SHORT_SPAN = 3  # of the line for a number
GUTTER = 5 * MM
ROW_GAP = 2.2 * MM
MUST = "＊"
HEAD_LEADING = 1.25
NOTE_LINES = 2
WRITTEN = (Room.LINE, Room.LINES, Room.TICKS, Room.PHONE)  # what gains from the room left in its row


def fields_block(block: BlankFields, kit: Kit, width: float) -> Flowable:
    return kit.titled(block.title, [*note_items(block.note, kit), *field_rows(block, kit, width)])


def note_items(note: str, kit: Kit) -> list[Item]:
    """Small print under a title."""
    return [Item(kit.runs([Run(note, kit.scale.label)]), keep_next=True)] if note else []


def field_rows(block: BlankFields, kit: Kit, width: float) -> list[Item]:
    """The fields in rows of the grid, in order."""
    line = block.line_mm * MM
    rows: list[list[tuple[Blank, int]]] = [[]]
    for field in block.fields:
        span = _span(field, kit, width)
        if sum(used for _, used in rows[-1]) + span > GRID:
            rows.append([])
        rows[-1].append((field, span))
    return [Item(_row(row, kit, width, line), ROW_GAP) for row in rows if row]


def _span(field: Blank, kit: Kit, width: float) -> int:
    """How many columns a field takes: its label on one line, its note on two, its boxes to tick on one."""
    label = kit.text(f"{field.label}{MUST}", Ink(kit.scale.body, bold=field.must)).natural_width + 1
    note = kit.runs([Run(field.note, kit.scale.label)])
    inside = room(field, kit, MM)
    wanted = inside.natural_width + 1 if isinstance(inside, Ticks | WordsOnLine) else 0.0
    for span in SPANS:
        wide = span_width(span, width)
        fits = label <= wide and note.natural_width <= wide * NOTE_LINES * 0.94 and wanted <= wide
        if span >= _least(field) and fits:
            return span
    return GRID


def _least(field: Blank) -> int:
    match field.room:
        case Room.LINE | Room.PICTURE:
            return 6
        case Room.LINES:
            return GRID
        case Room.PHONE | Room.BOXES:
            return 4
    return SPANS[0]


def span_width(span: int, width: float) -> float:
    return span * (width + GUTTER) / GRID - GUTTER


def _row(row: Sequence[tuple[Blank, int]], kit: Kit, width: float, line: float) -> Fields:
    spare = GRID - sum(span for _, span in row)
    spans = [span for _, span in row]
    if row[-1][0].room in WRITTEN:
        spans[-1] += spare
    fields = [field for field, _ in row]
    widths = [span_width(span, width) for span in spans]
    rooms = [room(field, kit, line) for field in fields]
    short = span_width(SHORT_SPAN, width)
    room_widths = [
        min(wide, short) if field.room is Room.SHORT else wide
        for field, wide in zip(fields, widths, strict=True)
    ]
    return Fields([head(field, kit) for field in fields], rooms, widths, room_widths)


def head(field: Blank, kit: Kit) -> Stack:
    """The label of a field with its small print below."""
    note = [Item(Text([Run(field.note, kit.scale.label)], kit.fonts, leading=HEAD_LEADING))]
    return Stack([Item(_label(field, kit)), *(note if field.note else [])])


def _label(field: Blank, kit: Kit) -> Text:
    ink = Ink(kit.scale.body, bold=field.must)
    runs = [Run(field.label, ink), *([Run(MUST, ink)] if field.must else [])]
    return Text(runs, kit.fonts, leading=HEAD_LEADING)


class Fields(Flowable):  # type: ignore[misc]
    """Fields side by side: their heads begin on one line, their rooms on another."""

    def __init__(
        self,
        heads: Sequence[Flowable],
        rooms: Sequence[Flowable],
        widths: Sequence[float],
        room_widths: Sequence[float],
    ) -> None:
        super().__init__()
        self._heads, self._rooms = list(heads), list(rooms)
        self._widths, self._room_widths = list(widths), list(room_widths)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self._head_h = _highest(self._heads, self._widths)
        self.width, self.height = width, self._head_h + _highest(self._rooms, self._room_widths)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        x = 0.0
        for head_, room_, wide in zip(self._heads, self._rooms, self._widths, strict=True):
            head_.drawOn(self.canv, x, self.height - head_.height)
            room_.drawOn(self.canv, x, self.height - self._head_h - room_.height)
            x += wide + GUTTER


def _highest(cells: Sequence[Flowable], widths: Sequence[float]) -> float:
    return max(float(cell.wrap(wide, 0)[1]) for cell, wide in zip(cells, widths, strict=True))


def without_notes(block: BlankFields) -> BlankFields:
    """The same fields without their help, which was given above."""
    return replace(block, note="", fields=tuple(replace(field, note="") for field in block.fields))
