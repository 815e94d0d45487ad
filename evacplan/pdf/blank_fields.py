"""Blank fields side by side, their labels above the room to write in, in a grid of twelve columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from evacplan.form.view_pen import Blank, BlankFields, Room
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Item, Stack
from evacplan.pdf.ruled import TICK_LINE, WORD_Y, Boxes, Lines, Ticks, WordsOnLine, first_line, room
from evacplan.pdf.style import MM, Ink
from evacplan.pdf.text import Run, Text

GRID = 12
SPANS = (3, 4, 6, GRID)
SHORT_SPAN = 3  # of the line for a number
GUTTER = 5 * MM
ROW_GAP = 2.2 * MM
TIGHT_GAP, BESIDE_GAP = 0.6 * MM, 2 * MM
LEAST_BESIDE = 34 * MM  # of a line to write on beside its label
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
    span_of, row_of, gap = (_tight_span, _tight_row, TIGHT_GAP) if block.tight else (_span, _row, ROW_GAP)
    rows: list[list[tuple[Blank, int]]] = [[]]
    for field in block.fields:
        span = span_of(field, kit, width)
        if sum(used for _, used in rows[-1]) + span > GRID:
            rows.append([])
        rows[-1].append((field, span))
    return [Item(row_of(row, kit, width, line), gap) for row in rows if row]


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
    fields, widths = _widths(row, width)
    rooms = [room(field, kit, line) for field in fields]
    short = span_width(SHORT_SPAN, width)
    room_widths = [
        min(wide, short) if field.room is Room.SHORT else wide
        for field, wide in zip(fields, widths, strict=True)
    ]
    return Fields([head(field, kit) for field in fields], rooms, widths, room_widths)


def _widths(row: Sequence[tuple[Blank, int]], width: float) -> tuple[list[Blank], list[float]]:
    """The fields of a row with their widths; the last gets what is left where that is of use."""
    spans = [span for _, span in row]
    if row[-1][0].room in WRITTEN:
        spans[-1] += GRID - sum(spans)
    return [field for field, _ in row], [span_width(span, width) for span in spans]


def _tight_span(field: Blank, kit: Kit, width: float) -> int:
    """How many columns a field takes with its label beside the room to write in."""
    inside = room(field, kit, MM)
    wanted = inside.natural_width + 1 if isinstance(inside, Ticks | WordsOnLine) else LEAST_BESIDE
    if field.room is Room.SHORT:
        wanted = LEAST_BESIDE / 2
    elif field.room in (Room.LINES, Room.PICTURE):
        return GRID if field.room is Room.LINES else GRID // 2
    whole = _tight_label(field, kit).natural_width + BESIDE_GAP + wanted
    return next((span for span in SPANS if whole <= span_width(span, width)), GRID)


def _tight_row(row: Sequence[tuple[Blank, int]], kit: Kit, width: float, line: float) -> Beside:
    fields, widths = _widths(row, width)
    rooms = [room(field, kit, line) for field in fields]
    return Beside([_tight_label(field, kit) for field in fields], rooms, widths)


def _tight_label(field: Blank, kit: Kit) -> Text:
    ink = Ink(kit.scale.small, bold=field.must)
    must = [Run(MUST, ink)] if field.must else []
    note = [Run(field.note, kit.scale.label)] if field.note else []
    return Text([Run(field.label, ink), *must, *note], kit.fonts, leading=HEAD_LEADING)


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


class Beside(Flowable):  # type: ignore[misc]
    """Fields side by side, each with its label before its room, on one line with what is written there."""

    def __init__(self, labels: Sequence[Text], rooms: Sequence[Flowable], widths: Sequence[float]) -> None:
        super().__init__()
        self._labels, self._rooms, self._widths = list(labels), list(rooms), list(widths)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self._label_ws = [
            min(label.natural_width + 1, wide - BESIDE_GAP - LEAST_BESIDE / 2)
            for label, wide in zip(self._labels, self._widths, strict=True)
        ]
        room_ws = [w - own - BESIDE_GAP for w, own in zip(self._widths, self._label_ws, strict=True)]
        _highest(self._rooms, room_ws)
        firsts = [first_line(room_) for room_ in self._rooms]
        self._first = max(*firsts, _highest(self._labels, self._label_ws))
        below = max(room_.height - first for room_, first in zip(self._rooms, firsts, strict=True))
        self.width, self.height = width, self._first + below
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        x, line = 0.0, self.height - self._first
        cells = zip(self._labels, self._label_ws, self._rooms, self._widths, strict=True)
        for label, label_w, room_, wide in cells:
            ruled = isinstance(room_, Lines | WordsOnLine | Boxes)
            spare = WORD_Y if ruled else (TICK_LINE - label.height) / 2
            label.drawOn(self.canv, x, line + spare)
            room_.drawOn(self.canv, x + label_w + BESIDE_GAP, line + first_line(room_) - room_.height)
            x += wide + GUTTER


def _highest(cells: Sequence[Flowable], widths: Sequence[float]) -> float:
    return max(float(cell.wrap(wide, 0)[1]) for cell, wide in zip(cells, widths, strict=True))


def without_notes(block: BlankFields) -> BlankFields:
    """The same fields without their help, which was given above."""
    return replace(block, note="", fields=tuple(replace(field, note="") for field in block.fields))
