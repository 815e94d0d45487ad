"""Labelled answers, two to a line where they are short; cards; the items of the Act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from evacplan.form.view import Card, CardsBlock, Fact, FactsBlock, LegalBlock, LegalItem
from evacplan.pdf import style
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import KEEP_WHOLE, Item, Row, Ruled, Stack
from evacplan.pdf.marks import TickBox
from evacplan.pdf.style import MM, Ink
from evacplan.pdf.text import Run, Text

LEAST_LABEL_W, MOST_LABEL_W = 16 * MM, 42 * MM
LABEL_GAP = 3 * MM
TWO_COLUMNS_FROM = 120 * MM
LEGAL_TICK_W, LEGAL_LABEL_W, LEGAL_PAIR_W, LEGAL_PAD = 7 * MM, 30 * MM, 100 * MM, 0.5
SHORT_LINES = {2: 1.9, 3: 1.0}  # an answer is short when it takes at most so many lines of its column


def facts_block(block: FactsBlock, kit: Kit, width: float) -> Flowable:
    return kit.titled(block.title, fact_rows(block.facts, kit, width))


def fact_rows(facts: Sequence[Fact], kit: Kit, width: float) -> list[Item]:
    """One row for each line of facts: a pair of short ones, or one that takes the whole width."""
    label_w = _label_width(facts, kit)
    grids = [_Grid(count, width, label_w, kit) for count in _counts(kit, width)]
    grid, lines = min(((grid, grid.lines(facts)) for grid in grids), key=lambda pair: len(pair[1]))
    return [Item(grid.row(line), kit.scale.row) for line in lines]


def _counts(kit: Kit, width: float) -> tuple[int, ...]:
    """How many facts may stand side by side, the preferred number first."""
    if width < TWO_COLUMNS_FROM:
        return (1,)
    return (2, 3) if kit.scale.dense else (2,)


def _label_width(facts: Sequence[Fact], kit: Kit) -> float:
    widest = max((kit.label(fact.label).natural_width for fact in facts), default=0.0) + 1
    return min(max(widest, LEAST_LABEL_W), MOST_LABEL_W)


class _Grid:
    """Facts in so many equal columns; one that is too long for its column takes the whole width."""

    def __init__(self, count: int, width: float, label_w: float, kit: Kit) -> None:
        self._count = count
        self._width = width
        self._label_w = label_w
        self._kit = kit
        self._cell = (width - style.GUTTER * (count - 1)) / count

    def lines(self, facts: Iterable[Fact]) -> list[list[Fact]]:
        """The facts of each line, in order."""
        lines: list[list[Fact]] = []
        room = 0
        for fact in facts:
            short = self._is_short(fact)
            if short and room:
                lines[-1].append(fact)
                room -= 1
            else:
                lines.append([fact])
                room = self._count - 1 if short else 0
        return lines

    def _is_short(self, fact: Fact) -> bool:
        if fact.wide or fact.answer.image is not None or self._count == 1:
            return False
        room = self._cell - self._label_w - LABEL_GAP
        text = self._kit.runs(self._kit.answer_runs(fact.answer))
        return text.natural_width <= room * SHORT_LINES[self._count] and text.least_width <= room

    def row(self, line: Sequence[Fact]) -> Row:
        wide = self._cell if len(line) > 1 else self._width
        strut = self._kit.strut([fact.answer for fact in line])
        cells = [_fact(fact, self._kit, (self._label_w, wide), strut) for fact in line]
        return Row(cells, [wide] * len(line), gutter=style.GUTTER)


def _fact(fact: Fact, kit: Kit, widths: tuple[float, float], strut: float) -> Row:
    label_w, width = widths
    cells = [kit.label(fact.label, strut=strut), kit.answer(fact.answer, strut=strut)]
    return Row(cells, [label_w, width - label_w - LABEL_GAP], gutter=LABEL_GAP)


def cards_block(block: CardsBlock, kit: Kit, width: float) -> Flowable:
    cards = [Item(_card(card, kit, width), kit.scale.gap * 0.5) for card in block.cards]
    return kit.titled(block.title, cards)


def _card(card: Card, kit: Kit, width: float) -> Stack:
    name = [Run(card.heading, Ink(kit.scale.strong, bold=True))]
    if card.badge:
        name += [Run(" "), Run(card.badge, Ink(kit.scale.small, bold=True, color=style.TEAL), framed=True)]
    head = Item(Ruled(kit.runs(name), 0.8), keep_next=True)
    return Stack([head, *fact_rows(card.facts, kit, width)], keep_whole=KEEP_WHOLE)


def legal_block(block: LegalBlock, kit: Kit, width: float) -> Flowable:
    """The items of the Act, one below the other; two brief neighbours share a line."""
    half = (width - style.GUTTER) / 2
    rows: list[Item] = []
    waiting: LegalItem | None = None
    for item in block.items:
        if waiting is None:
            waiting = item
        elif _is_brief(waiting, kit, half) and _is_brief(item, kit, half):
            pair = [_legal_item(one, kit, half) for one in (waiting, item)]
            rows.append(Item(Ruled(Row(pair, [half, half], gutter=style.GUTTER), kit.scale.row + LEGAL_PAD)))
            waiting = None
        else:
            rows.append(Item(Ruled(_legal_item(waiting, kit, width), kit.scale.row + LEGAL_PAD)))
            waiting = item
    if waiting is not None:
        rows.append(Item(Ruled(_legal_item(waiting, kit, width), kit.scale.row + LEGAL_PAD)))
    return kit.titled(block.title, rows, gap=0.6 * MM)


def _is_brief(item: LegalItem, kit: Kit, width: float) -> bool:
    """Whether an item has one answer of at most one line."""
    if len(item.answers) != 1 or item.answers[0].image is not None:
        return False
    room = width - LEGAL_TICK_W - _legal_label(item, kit).natural_width - 1 - LABEL_GAP
    return kit.runs(kit.answer_runs(item.answers[0])).natural_width <= room


def _legal_label(item: LegalItem, kit: Kit) -> Text:
    ink = Ink(kit.scale.small, bold=True)
    return kit.runs([Run(f"{item.number} ", ink), Run(item.label, ink)], strut=kit.scale.body)


def _legal_item(item: LegalItem, kit: Kit, width: float) -> Row:
    """A box that is ticked when the item is there, its number and name, and what stands there."""
    label = _legal_label(item, kit)
    label_w = LEGAL_LABEL_W if width > LEGAL_PAIR_W else label.natural_width + 1
    strut = kit.strut(item.answers[:1])
    if strut > kit.scale.body:
        label = kit.runs([Run(f"{item.number} {item.label}", Ink(kit.scale.small, bold=True))], strut=strut)
    answers = Stack([Item(kit.answer(answer), 1.0) for answer in item.answers])
    tick = TickBox(kit.scale.body, kit.scale.leading, ticked=item.met)
    widths = [LEGAL_TICK_W, label_w, width - LEGAL_TICK_W - label_w - LABEL_GAP]
    return Row([tick, Row([label, answers], widths[1:], gutter=LABEL_GAP)], [widths[0], width - widths[0]])
