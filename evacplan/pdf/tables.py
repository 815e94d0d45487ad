"""Tables: few thin lines, a head that returns on each page, columns as wide as their contents need."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import ceil

from reportlab.platypus import Flowable

from evacplan.form.view import Answer, Column, TableBlock
from evacplan.pdf import style
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Indented, Item, Nothing, Row, Ruled, Stack
from evacplan.pdf.style import MM
from evacplan.pdf.text import Align, Text

GUTTER = 3 * MM
NUMBER_W = 6 * MM
WHOLE_HEAD = 17 * MM  # a head up to this wide stays on one line
MOST_SLACK = 7 * MM
STEP = 3 * MM
SHORT_WHOLE = (11, 6, 4)  # signs of a text that stays on one line, most of them first
KEEP_SMALL = 26 * MM  # a table, or one row of it, lower than this is not divided between two pages
MOVES = (2 * MM, 5 * MM, 9 * MM)
INDENT = 4 * MM  # of what stands below a row
MOST_MEASURED = 20  # rows that decide the widths
SHARPNESS = 6  # how nearly the highest cell alone decides the height of a row
WIDEST_WHOLE = 0.4  # share of the table that one unbreakable piece may claim
_Cell = tuple[float, float]  # the length of a text on one line, and of its longest unbreakable piece


def table_block(block: TableBlock, kit: Kit, width: float) -> Flowable:
    """The table under its title; a title stays with the head and the first row."""
    room = width - (NUMBER_W + GUTTER if block.numbered else 0)
    widths = column_widths(block, kit, room)
    head = _head(block, kit, widths)
    rows = [_row(block, place, kit, widths) for place in range(len(block.rows))]
    items = [Item(head, keep_next=True), *(Item(row) for row in rows)]
    table = Stack(items, repeated=1, keep_whole=KEEP_SMALL)
    return kit.titled(block.title, [Item(table)], gap=0.6 * MM)


def _head(block: TableBlock, kit: Kit, widths: Sequence[float]) -> Ruled:
    cells: list[Flowable] = [kit.column_head(column.label, align=_align(column)) for column in block.columns]
    return Ruled(_with_number(Nothing(), cells, widths, block.numbered), 1.6, color=style.GREY, width=0.9)


def _row(block: TableBlock, place: int, kit: Kit, widths: Sequence[float]) -> Ruled:
    pairs = zip(block.rows[place], block.columns, strict=True)
    strut = kit.strut(block.rows[place])
    cells = [
        kit.answer(cell, align=_align(column), strut=strut) if cell else Nothing() for cell, column in pairs
    ]
    number = kit.label(str(place + 1), align="right", strut=strut)
    row: Flowable = _with_number(number, cells, widths, block.numbered)
    below = block.below[place] if block.below else None
    if below is not None:
        both = [Item(row, keep_next=True), Item(_below(below, kit, block.numbered))]
        row = Stack(both, keep_whole=KEEP_SMALL)
    return Ruled(row, kit.scale.row + 0.4)


def _below(answer: Answer, kit: Kit, numbered: bool) -> Flowable:
    """What else is said of a row, across its width and a little to the right."""
    indent = NUMBER_W if numbered else INDENT
    return Indented(kit.answer(answer), indent)


def _with_number(number: Flowable, cells: list[Flowable], widths: Sequence[float], numbered: bool) -> Row:
    if numbered:
        return Row([number, *cells], [NUMBER_W, *widths], gutter=GUTTER)
    return Row(cells, widths, gutter=GUTTER)


def _align(column: Column) -> Align:
    return "right" if column.numeric else "left"


def column_widths(block: TableBlock, kit: Kit, width: float) -> list[float]:
    """Widths in points: no phone number or date is broken where that can be avoided.

    Each column gets its longest unbreakable piece first; what is left goes, a little at a time, to where it
    saves the most lines. Where there is room for all, it stays free at the right: an eye goes astray between
    columns far apart.
    """
    room = width - GUTTER * (len(block.columns) - 1)
    cells = list(zip(*(_texts(row, kit) for row in block.rows), strict=True)) or [()] * len(block.columns)
    heads = [kit.column_head(column.label) for column in block.columns]
    for short in SHORT_WHOLE:  # where there is no room, longer words may part; phone numbers still may not
        least = [_least(head, column, room, short) for head, column in zip(heads, cells, strict=True)]
        if sum(least) < room:
            break
    else:
        least = [_hard_least(head, column, room) for head, column in zip(heads, cells, strict=True)]
    if sum(least) >= room:
        return [wide * room / sum(least) for wide in least]
    rows: list[Sequence[Text | None]] = [heads, *(_texts(row, kit) for row in block.rows[:MOST_MEASURED])]
    lengths = [[text.natural_width if text else 0.0 for text in row] for row in rows]
    pieces = [[text.least_width if text else 0.0 for text in row] for row in rows]
    widths = _shared_out(least, lengths, [column.weight for column in block.columns], room)
    return _moved(widths, least, [list(zip(*row, strict=True)) for row in zip(lengths, pieces, strict=True)])


def _texts(row: Sequence[Answer | None], kit: Kit) -> list[Text | None]:
    return [kit.runs(kit.answer_runs(cell)) if cell else None for cell in row]


def _least(head: Text, texts: Sequence[Text | None], room: float, short: int) -> float:
    whole_head = max(head.least_width, min(head.natural_width, WHOLE_HEAD))
    widest = max([whole_head, *(_least_text(text, short) for text in texts if text)])
    return min(widest + 0.5, room * WIDEST_WHOLE)


def _hard_least(head: Text, texts: Sequence[Text | None], room: float) -> float:
    """The width below which something that must stay whole would part."""
    widest = max([head.least_width, *(text.least_width for text in texts if text)])
    return min(widest + 0.5, room * WIDEST_WHOLE)


def _least_text(text: Text, short: int) -> float:
    """Width of the longest unbreakable piece; all of a short text (佐々木, 3 分×12 回/日)."""
    return text.natural_width if len(text.atoms) <= short else text.least_width


def _shared_out(
    least: Sequence[float], lengths: Sequence[Sequence[float]], weights: Sequence[float], room: float
) -> list[float]:
    """The least widths with the spare room given away step by step to the column that saves most height."""
    widths = list(least)
    spare = room - sum(widths)
    while spare > STEP:
        gains = [_gain(place, widths, lengths) * weights[place] ** 0.5 for place in range(len(widths))]
        place = gains.index(max(gains))
        if gains[place] <= 1e-6:
            break
        widths[place] += STEP
        spare -= STEP
    return [wide + min(spare / len(widths), MOST_SLACK) for wide in widths]


def _moved(widths: list[float], least: Sequence[float], cells: Sequence[Sequence[_Cell]]) -> list[float]:
    """The widths after each step from one column to another that saves whole lines."""
    places = range(len(widths))
    now = _whole_lines(widths, cells)
    while True:
        tried = (
            _with_move(widths, giver, taker, size)
            for giver, taker, size in product(places, places, MOVES)
            if giver != taker and widths[giver] - size >= least[giver]
        )
        best = min(((_whole_lines(some, cells), some) for some in tried), default=(now, widths))
        if best[0] >= now:
            return widths
        now, widths = best


def _with_move(widths: Sequence[float], giver: int, taker: int, size: float) -> list[float]:
    moved = list(widths)
    moved[giver] -= size
    moved[taker] += size
    return moved


def _whole_lines(widths: Sequence[float], cells: Sequence[Sequence[_Cell]]) -> int:
    """About the lines of all rows together, each as high as its highest cell."""
    heights = (map(_cell_lines, row, widths) for row in cells)
    return sum(max(lines) for lines in heights)


def _cell_lines(cell: _Cell, wide: float) -> int:
    """About the lines of a cell: each ends some part of an unbreakable piece before the margin."""
    length, piece = cell
    return 1 if length <= wide else ceil(length / max(wide - piece / 3, piece, 1.0))


def _gain(place: int, widths: Sequence[float], lengths: Sequence[Sequence[float]]) -> float:
    """Lines that all rows together would save if one column were a step wider."""
    wider = [wide + STEP if number == place else wide for number, wide in enumerate(widths)]
    return sum(_lines(row, widths) - _lines(row, wider) for row in lengths if row[place] > widths[place])


def _lines(row: Sequence[float], widths: Sequence[float]) -> float:
    """About the lines of the highest cell of a row; smooth, so that each step towards fewer lines counts."""
    parts = (max(1.0, length / wide) ** SHARPNESS for length, wide in zip(row, widths, strict=True))
    return float(sum(parts) ** (1 / SHARPNESS))
