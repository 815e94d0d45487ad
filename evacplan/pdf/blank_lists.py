"""Empty lists to write in: tables, cards, numbered steps; a sentence to say aloud; room for notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from evacplan.form.view_pen import (
    Blank,
    BlankCards,
    BlankFields,
    BlankSteps,
    BlankTable,
    MemoBlock,
    Room,
    SayBlock,
)
from evacplan.pdf import style
from evacplan.pdf.blank_fields import MUST, field_rows, note_items, without_notes
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Frame, Item, Panel, Row, Ruled, Stack
from evacplan.pdf.marks import Badge
from evacplan.pdf.ruled import RULE_W, Lines, Ticks, WordsOnLine, rule
from evacplan.pdf.style import MM, Ink, paint
from evacplan.pdf.text import Run, Text

NUMBER_W = 7 * MM
CELL_PAD = 1.2 * MM
KEEP_TABLE, KEEP_CARD = 36 * MM, 45 * MM
SAY = Frame(fill=style.PALE, bar=style.TEAL, pad_x=4.5 * MM, radius=0.1)


def table_block(block: BlankTable, kit: Kit, width: float) -> Flowable:
    return kit.titled(
        block.title, [*note_items(block.note, kit), Item(_table(block, kit, width))], gap=1 * MM
    )


def _table(block: BlankTable, kit: Kit, width: float) -> Stack:
    widths = _widths(block.columns, kit, width - NUMBER_W)
    head: list[Flowable] = [_column_head(column, kit) for column in block.columns]
    whole = [NUMBER_W, *widths]
    cells = [kit.label(""), *head]
    top = Ruled(_Cells(cells, whole, 0), 0.0, color=style.INK, width=0.9)
    line = block.line_mm * MM
    rows = [
        Item(_Cells([kit.label(str(place)), *(_cell(c, kit, line) for c in block.columns)], whole, line))
        for place in range(1, block.rows + 1)
    ]
    return Stack([Item(top, keep_next=True), *rows], repeated=1, keep_whole=KEEP_TABLE)


def _column_head(column: Blank, kit: Kit) -> Text:
    unit = f"（{column.unit}）" if column.unit else ""
    text = f"{column.label}{unit}{MUST if column.must else ''}"
    return Text([Run(text, Ink(kit.scale.small, bold=True))], kit.fonts, leading=1.2)


def _widths(columns: Sequence[Blank], kit: Kit, width: float) -> list[float]:
    """By the room they want, but none narrower than half its head, which may take two lines."""
    total = sum(column.share for column in columns)
    wide = [width * column.share / total for column in columns]
    least = [min(_column_head(c, kit).natural_width / 2 + 4 * MM, width / len(columns)) for c in columns]
    short = sum(max(want - have, 0.0) for want, have in zip(least, wide, strict=True))
    spare = sum(max(have - want, 0.0) for want, have in zip(least, wide, strict=True))
    return [
        max(have, want) - (max(have - want, 0.0) / spare * short if spare else 0.0)
        for want, have in zip(least, wide, strict=True)
    ]


def _cell(column: Blank, kit: Kit, line: float) -> Flowable:
    words = [kit.text(word, Ink(kit.scale.small)) for word in column.words]
    if column.room is Room.PARTS:
        return WordsOnLine(line, words, ruled=False)
    if column.room is Room.TICKS:
        return Ticks(words, line, kit)
    return Stack([Item(Text([], kit.fonts, leading=0.0))])


class _Cells(Flowable):  # type: ignore[misc]
    """A row of cells with thin lines between and below them; least: its height at least."""

    def __init__(self, cells: Sequence[Flowable], widths: Sequence[float], least: float) -> None:
        super().__init__()
        self._cells, self._widths, self._least = list(cells), list(widths), least

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        pairs = zip(self._cells, self._widths, strict=True)
        heights = [cell.wrap(wide - 2 * CELL_PAD, 0)[1] for cell, wide in pairs]
        self.width, self.height = width, max(*heights, self._least)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        x = 0.0
        for place, (cell, wide) in enumerate(zip(self._cells, self._widths, strict=True)):
            if place and self._least:
                self.canv.setStrokeColor(paint(style.LINE))
                self.canv.setLineWidth(RULE_W)
                self.canv.line(x, 0, x, float(self.height))
            cell.drawOn(self.canv, x + CELL_PAD, (float(self.height) - cell.height) / 2)
            x += wide
        if self._least:
            rule(self.canv, 0, float(self.width), 0)


def cards_block(block: BlankCards, kit: Kit, width: float) -> Flowable:
    cards = [
        Item(_card(block, number, kit, width), 5 * MM, keep_next=False)
        for number in range(1, block.count + 1)
    ]
    return kit.titled(block.title, [*note_items(block.note, kit), *cards])


def _card(block: BlankCards, number: int, kit: Kit, width: float) -> Stack:
    """One card: its number, then its fields by their groups; only the first says what helps."""
    line = kit.scale.body * kit.scale.leading
    name = kit.text(block.name, kit.scale.bold)
    badge = Badge(str(number), kit.fonts, line, line=line, square=True)
    top = Ruled(
        Row([badge, name], [line, width - line - 3 * MM], gutter=3 * MM), 0.8, color=style.INK, width=0.9
    )
    items = [Item(top, keep_next=True)]
    for part in block.parts:
        shown = replace(part, line_mm=block.line_mm)
        if number > 1:
            shown = without_notes(shown) if isinstance(shown, BlankFields) else replace(shown, note="")
        items += _part(shown, block.name, kit, width)
    return Stack(items, keep_whole=KEEP_CARD)


def _part(part: BlankFields | BlankTable, name: str, kit: Kit, width: float) -> list[Item]:
    """A group of a card under its small title."""
    ink = Ink(kit.scale.small, bold=True, color=style.TEAL)
    title = [Item(kit.text(part.title, ink), 2 * MM, keep_next=True)] if part.title not in ("", name) else []
    notes = note_items(part.note, kit)
    if isinstance(part, BlankTable):
        return [*title, *notes, Item(_table(part, kit, width), 0.6 * MM)]
    return [*title, *notes, *field_rows(part, kit, width)]


def steps_block(block: BlankSteps, kit: Kit, width: float) -> Flowable:
    line = block.line_mm * MM
    side = kit.scale.body * kit.scale.leading
    rows = []
    for number, step in enumerate(block.steps, 1):
        what: Flowable = kit.plain(step) if step else Lines(line)
        badge = Badge(str(number), kit.fonts, side, line=side)
        rows.append(
            Item(Row([badge, what], [side, width - side - 3 * MM], gutter=3 * MM, middle=True), 1.6 * MM)
        )
    return kit.titled(block.title, rows)


def say_block(block: SayBlock, kit: Kit, _width: float) -> Flowable:
    label = Run(f"{block.label}\n", kit.scale.label)
    return Panel(kit.runs([label, Run(f"「{block.text}」", Ink(kit.scale.strong))]), SAY)


def memo_block(block: MemoBlock, kit: Kit, _width: float) -> Flowable:
    return kit.titled(block.title, [Item(Lines(MEMO_LINE, block.lines))], gap=0.0)


MEMO_LINE = 9 * MM
