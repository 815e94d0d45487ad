"""Lists for a reader in a hurry: steps in order, calls in order, things to tick, notes, lines to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from reportlab.platypus import Flowable

from evacplan.form.view import (
    Call,
    CallsBlock,
    ChecklistBlock,
    NotesBlock,
    SignatureBlock,
    Step,
    StepsBlock,
    Tick,
)
from evacplan.pdf import style
from evacplan.pdf.arrows import Chained
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Frame, Item, Nothing, Panel, Row, Ruled, Stack
from evacplan.pdf.marks import Badge, TickBox, WritingLine
from evacplan.pdf.style import MM, Ink
from evacplan.pdf.text import Run, Text

TICK_GAP = 2.6 * MM
LOUD = Frame(fill=style.PALE, bar=style.RED, pad_x=4.5 * MM, radius=0.1)
DENSE_LOUD = replace(LOUD, pad_y=1.2 * MM)
LEAST_TICK_W = 44 * MM  # of a column of things to tick
LEAST_SIGNATURE = 34 * MM  # room to write one thing by hand
MOST_BADGE_SIGNS = 1
LEAST_PHONE_SIZE = 14.0
NAME_SIZE = 1.0  # of the body: whom to call, beside the larger number
PHONE_GAP = 2 * MM
NUMBER_SHARE = 0.62  # of the width, at the most, for a number beside whom to call
_WORSE = 100  # lines: what a parted number counts for
WIDEST_FIGURE = 0.3  # of the width; a wider figure stands below the text


def steps_block(block: StepsBlock, kit: Kit, width: float) -> Flowable:
    markers = [_marker(step.marker, block, kit) for step in block.steps]
    marker_w = min(max((marker.natural_width for marker in markers), default=0.0), width * 0.3)
    rows = [
        Item(Ruled(_step(step, marker, block.square, kit, (marker_w, width)), kit.scale.row))
        for step, marker in zip(block.steps, markers, strict=True)
    ]
    return kit.titled(block.title, rows, gap=0)


def _marker(marker: str, block: StepsBlock, kit: Kit) -> Badge | Text:
    """A number or one letter on a dark ground; where any marker is a word, all are bold words."""
    if any(len(step.marker) > MOST_BADGE_SIGNS for step in block.steps):
        return kit.text(marker, kit.scale.bold)
    line = kit.scale.body * kit.scale.leading
    side = max(line, 6.6 * MM) if block.square else line
    return Badge(marker, kit.fonts, side, line=line, square=block.square)


def _step(step: Step, marker: Badge | Text, square: bool, kit: Kit, room: tuple[float, float]) -> Row:
    """The marker, what to do with its small print below, and the figure at the right."""
    marker_w, width = room
    scale = kit.scale
    ink = Ink(scale.body, bold=square)
    loud_text = step.unknown and not step.note
    text = kit.runs([Run(step.text, scale.loud if loud_text else ink, framed=loud_text)])
    words = Stack([Item(text), *_note(step.note, kit, loud=step.unknown)])
    figure = kit.text(step.figure, Ink(scale.body * 0.9, bold=True), align="right", strut=scale.body)
    figure_w = figure.natural_width + 1 if step.figure else 0.0
    gap = 2.4 * MM
    if figure_w > width * WIDEST_FIGURE:
        below = [Run(step.figure, Ink(scale.body * 0.9, bold=True), whole=True)]
        if step.note and not step.unknown:
            below.append(Run("　" + step.note, scale.label))
        loud = _note(step.note, kit, loud=True) if step.unknown else []
        under = Stack([Item(text), Item(kit.runs(below)), *loud])
        return Row([marker, under], [marker_w, width - marker_w - gap], gutter=gap)
    widths = [marker_w, width - marker_w - figure_w - 2 * gap, figure_w]
    return Row([marker, words, figure if step.figure else Nothing()], widths, gutter=gap)


def _note(note: str, kit: Kit, *, loud: bool = False) -> list[Item]:
    if not note:
        return []
    ink = Ink(kit.scale.small, bold=True, color=style.AMBER) if loud else kit.scale.label
    return [Item(kit.runs([Run(note, ink, framed=loud)]))]


def calls_block(block: CallsBlock, kit: Kit, width: float) -> Flowable:
    size = _phone_size(block, kit, width)
    last = len(block.calls) - 1
    rows = [
        Item(Chained(_call(call, kit, size, width), kit.scale, above=place > 0, below=place < last))
        if block.chained
        else Item(Ruled(_call(call, kit, size, width), kit.scale.row))
        for place, call in enumerate(block.calls)
    ]
    return kit.titled(block.title, rows, gap=0)


def _phone_size(block: CallsBlock, kit: Kit, width: float) -> float:
    """The size of numbers, between limits, at which the fewest names need a second line; the largest such.

    A number that does not go on one line counts as many: only one too long for any size is parted.
    """
    names = [kit.text(call.who, Ink(kit.scale.body * NAME_SIZE)).natural_width for call in block.calls]
    numbers = [_phone(call, kit, LEAST_PHONE_SIZE).natural_width for call in block.calls]
    room = width - style.TICK_BOX - TICK_GAP - PHONE_GAP
    least = max(LEAST_PHONE_SIZE, kit.scale.body)
    sizes = [least + step for step in range(max(int(kit.scale.phone - least), 0) + 1)]

    def lines(size: float) -> int:
        parted = sum(number * size / LEAST_PHONE_SIZE + 1 > width * NUMBER_SHARE for number in numbers)
        rooms = [max(room - number * size / LEAST_PHONE_SIZE, 1.0) for number in numbers]
        return sum(ceil(name / wide) for name, wide in zip(names, rooms, strict=True)) + _WORSE * parted

    return min(reversed(sizes), key=lines, default=kit.scale.phone)


def _call(call: Call, kit: Kit, size: float, width: float) -> Row:
    """A box to tick, whom to call, and the number in large type, which is never broken."""
    scale = kit.scale
    number = _phone(call, kit, size)
    name = kit.text(call.who, Ink(scale.body * NAME_SIZE), strut=scale.body)
    box_w = style.TICK_BOX + TICK_GAP
    if width < style.NARROW:
        return _narrow_call(call, kit, size, width)
    night = [kit.runs(_night(call, kit, small=False), align="right")] if call.night else []
    digits = Stack([Item(number), *map(Item, night)])
    number_w = min(max(text.natural_width for text in (number, *night)) + 1, width * NUMBER_SHARE)
    box = TickBox(scale.body, scale.leading)
    name_w = width - box_w - number_w - PHONE_GAP
    note = _note(call.note, kit)
    if kit.text(call.note, scale.label).natural_width <= name_w:
        return Row([box, Stack([Item(name), *note]), digits], [box_w, name_w, PHONE_GAP + number_w])
    upper = Item(Row([name, digits], [name_w, PHONE_GAP + number_w]))
    return Row([box, Stack([upper, *note])], [box_w, width - box_w])


def _narrow_call(call: Call, kit: Kit, size: float, width: float) -> Row:
    """The number below whom to call."""
    box_w = style.TICK_BOX + TICK_GAP
    ink = kit.scale.loud if call.unknown else Ink(size, bold=True)
    number = [Run(call.phone, ink, framed=call.unknown, whole=True), Run("　" + call.note, kit.scale.label)]
    night = [Item(kit.runs(_night(call, kit, small=True)))] if call.night else []
    lines = Stack([Item(kit.plain(call.who)), Item(kit.runs(number if call.note else number[:1])), *night])
    return Row([TickBox(kit.scale.body, kit.scale.leading), lines], [box_w, width - box_w])


def _night(call: Call, kit: Kit, *, small: bool) -> list[Run]:
    """The number by night after its word, on one line: it is needed at two in the morning."""
    word, _, number = call.night.partition(" ")
    size = kit.scale.strong if small else max(kit.scale.body, LEAST_PHONE_SIZE)
    return [
        Run(f"{word} ", kit.scale.label, whole=True, leads=True),
        Run(number, Ink(size, bold=True), whole=True),
    ]


def _phone(call: Call, kit: Kit, size: float) -> Text:
    if call.unknown:
        return kit.runs([Run(call.phone, kit.scale.loud, framed=True)], align="right")
    ink = Ink(size, bold=True)
    leading = max(1.15, kit.scale.body * kit.scale.leading / size)
    return Text([Run(call.phone, ink)], kit.fonts, align="right", leading=leading)


def checklist_block(block: ChecklistBlock, kit: Kit, width: float) -> Flowable:
    """Boxes to tick, read from left to right and then down."""
    columns = max(1, min(block.columns, int(width // LEAST_TICK_W)))
    wide = (width - style.GUTTER * (columns - 1)) / columns
    lines = [block.ticks[start : start + columns] for start in range(0, len(block.ticks), columns)]
    rows = [Item(_tick_line(line, columns, kit, wide), kit.scale.row + 0.8) for line in lines]
    return kit.titled(block.title, rows)


def _tick_line(line: Sequence[Tick], columns: int, kit: Kit, wide: float) -> Row:
    cells: list[Flowable] = [_tick(tick, kit, wide) for tick in line]
    cells += [Nothing()] * (columns - len(line))
    return Row(cells, [wide] * columns, gutter=style.GUTTER)


def _tick(tick: Tick, kit: Kit, wide: float) -> Row:
    scale = kit.scale
    words = [Run(tick.text, scale.plain)]
    if tick.note:
        words.append(Run("　" + tick.note, scale.label))
    box = TickBox(scale.body, scale.leading, ticked=tick.done)
    box_w = style.TICK_BOX + 0.5
    return Row([box, kit.runs(words)], [box_w, wide - box_w - TICK_GAP], gutter=TICK_GAP)


def notes_block(block: NotesBlock, kit: Kit, _width: float) -> Flowable:
    paragraphs = [Item(kit.plain(text), kit.scale.row + 1) for text in block.paragraphs]
    if not block.loud:
        return kit.titled(block.title, paragraphs)
    return Panel(kit.titled(block.title, paragraphs), DENSE_LOUD if kit.scale.dense else LOUD)


def signature_block(block: SignatureBlock, kit: Kit, width: float) -> Flowable:
    """The sentence and the lines to sign on, kept together."""
    rows = [
        Item(_signatures(group, kit, width), 2 * MM) for group in _signature_rows(block.lines, kit, width)
    ]
    sentence = [Item(kit.plain(block.text), keep_next=True)] if block.text else []
    whole = kit.titled(block.title, [*sentence, *(Item(row.flowable, row.gap, True) for row in rows)])
    return Stack([Item(whole)])


def _signature_rows(labels: Sequence[str], kit: Kit, width: float) -> list[list[str]]:
    """The labels of each row, so many that each has room to write beside it."""
    rows: list[list[str]] = [[]]
    used = 0.0
    for label in labels:
        wanted = kit.text(label, kit.scale.label).natural_width + LEAST_SIGNATURE
        if rows[-1] and used + wanted > width:
            rows.append([])
            used = 0.0
        rows[-1].append(label)
        used += wanted + style.GUTTER
    return rows


def _signatures(labels: Sequence[str], kit: Kit, width: float) -> Row:
    words = [kit.text(label, kit.scale.label) for label in labels]
    spare = width - style.GUTTER * (len(words) - 1) - sum(word.natural_width for word in words)
    widths = [word.natural_width + spare / len(words) for word in words]
    return Row([WritingLine(word, 9 * MM) for word in words], widths, gutter=style.GUTTER)
