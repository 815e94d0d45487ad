"""Tables: few thin lines, a head that returns on each page, columns as wide as their contents need."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from evacplan.form.view import Answer, Column, TableBlock
from evacplan.pdf import style
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Item, Nothing, Row, Ruled, Stack
from evacplan.pdf.style import MM
from evacplan.pdf.text import Align, Text

GUTTER = 3 * MM
NUMBER_W = 6 * MM
MOST_SLACK = 7 * MM
WIDEST_WHOLE = 0.4  # share of the table that one unbreakable piece may claim


def table_block(block: TableBlock, kit: Kit, width: float) -> Flowable:
    """The table under its title; a title stays with the head and the first row."""
    room = width - (NUMBER_W + GUTTER if block.numbered else 0)
    widths = column_widths(block, kit, room)
    head = _head(block, kit, widths)
    rows = [_row(block, place, kit, widths) for place in range(len(block.rows))]
    table = Stack([Item(head, keep_next=True), *(Item(row) for row in rows)], repeated=1)
    return kit.titled(block.title, [Item(table)], gap=0.6 * MM)


def _head(block: TableBlock, kit: Kit, widths: Sequence[float]) -> Ruled:
    cells: list[Flowable] = [kit.column_head(column.label, align=_align(column)) for column in block.columns]
    return Ruled(_with_number(Nothing(), cells, widths, block.numbered), 1.6, color=style.GREY, width=0.9)


def _row(block: TableBlock, place: int, kit: Kit, widths: Sequence[float]) -> Ruled:
    pairs = zip(block.rows[place], block.columns, strict=True)
    cells = [kit.answer(cell, align=_align(column)) if cell else Nothing() for cell, column in pairs]
    number = kit.label(str(place + 1), align="right")
    return Ruled(_with_number(number, cells, widths, block.numbered), kit.scale.row + 0.4)


def _with_number(number: Flowable, cells: list[Flowable], widths: Sequence[float], numbered: bool) -> Row:
    if numbered:
        return Row([number, *cells], [NUMBER_W, *widths], gutter=GUTTER)
    return Row(cells, widths, gutter=GUTTER)


def _align(column: Column) -> Align:
    return "right" if column.numeric else "left"


def column_widths(block: TableBlock, kit: Kit, width: float) -> list[float]:
    """Widths in points: no phone number or date is broken where that can be avoided.

    Each column gets its longest unbreakable piece first; what is left goes by weight to the columns whose
    texts are longer than their width. Where there is room for all, it stays free at the right: an eye goes
    astray between columns far apart.
    """
    room = width - GUTTER * (len(block.columns) - 1)
    columns = list(zip(block.columns, *(_texts(row, kit) for row in block.rows), strict=True))
    heads = [kit.column_head(column.label) for column in block.columns]
    least = [_least(head, column[1:], room) for head, column in zip(heads, columns, strict=True)]
    natural = [_natural(head, column[1:]) for head, column in zip(heads, columns, strict=True)]
    if sum(least) >= room:
        return [wide * room / sum(least) for wide in least]
    return _shared_out(least, natural, [column.weight for column in block.columns], room)


def _texts(row: Sequence[Answer | None], kit: Kit) -> list[Text | None]:
    return [kit.runs(kit.answer_runs(cell)) if cell else None for cell in row]


def _least(head: Text, texts: Sequence[Text | None], room: float) -> float:
    widest = max([head.least_width, *(text.least_width for text in texts if text)])
    return min(widest + 0.5, room * WIDEST_WHOLE)


def _natural(head: Text, texts: Sequence[Text | None]) -> float:
    return max([head.natural_width, *(text.natural_width for text in texts if text)]) + 0.5


def _shared_out(
    least: Sequence[float], natural: Sequence[float], weights: Sequence[float], room: float
) -> list[float]:
    widths = list(least)
    while (spare := room - sum(widths)) > 0.5:
        hungry = [place for place in range(len(widths)) if widths[place] < natural[place] - 0.1]
        if not hungry:
            return [wide + min(spare / len(widths), MOST_SLACK) for wide in widths]
        total = sum(weights[place] for place in hungry)
        for place in hungry:
            share = spare * weights[place] / total
            widths[place] += min(share, natural[place] - widths[place])
    return widths
