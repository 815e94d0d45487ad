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
from evacplan.pdf.text import Run

LEAST_LABEL_W, MOST_LABEL_W = 16 * MM, 36 * MM
LABEL_GAP = 3 * MM
TWO_COLUMNS_FROM = 120 * MM
SHORT_LINES = 1.9  # an answer that takes at most this many lines of half a page is short


def facts_block(block: FactsBlock, kit: Kit, width: float) -> Flowable:
    return kit.titled(block.title, fact_rows(block.facts, kit, width))


def fact_rows(facts: Sequence[Fact], kit: Kit, width: float) -> list[Item]:
    """One row for each line of facts: a pair of short ones, or one that takes the whole width."""
    half = (width - style.GUTTER) / 2 if width >= TWO_COLUMNS_FROM else width
    label_w = _label_width(facts, kit)
    items: list[Item] = []
    for line in _lines(facts, kit, half - label_w, paired=half < width):
        wide = half if len(line) == 2 else width
        row = Row([_fact(fact, kit, label_w, wide) for fact in line], [wide] * len(line), gutter=style.GUTTER)
        items.append(Item(row, kit.scale.row))
    return items


def _label_width(facts: Sequence[Fact], kit: Kit) -> float:
    widest = max((kit.label(fact.label).natural_width for fact in facts), default=0.0) + 1
    return min(max(widest, LEAST_LABEL_W), MOST_LABEL_W)


def _lines(facts: Iterable[Fact], kit: Kit, room: float, paired: bool) -> list[list[Fact]]:
    lines: list[list[Fact]] = []
    open_line = False
    for fact in facts:
        short = paired and _is_short(fact, kit, room - LABEL_GAP)
        if short and open_line:
            lines[-1].append(fact)
        else:
            lines.append([fact])
        open_line = short and not open_line
    return lines


def _is_short(fact: Fact, kit: Kit, room: float) -> bool:
    if fact.wide or fact.answer.image is not None:
        return False
    return kit.runs(kit.answer_runs(fact.answer)).natural_width <= room * SHORT_LINES


def _fact(fact: Fact, kit: Kit, label_w: float, width: float) -> Row:
    cells = [kit.label(fact.label), kit.answer(fact.answer)]
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
    return kit.titled(block.title, [Item(_legal_item(item, kit, width)) for item in block.items])


def _legal_item(item: LegalItem, kit: Kit, width: float) -> Ruled:
    """A box that is ticked when the item is there, its number and name, and what stands there."""
    tick_w, label_w = 8 * MM, 46 * MM
    answers = Stack([Item(kit.answer(answer), 1.0) for answer in item.answers])
    name = kit.runs([Run(f"{item.number} ", kit.scale.bold), Run(item.label, kit.scale.bold)])
    cells = [TickBox(kit.scale.body, kit.scale.leading, ticked=item.met), name, answers]
    widths = [tick_w, label_w, width - tick_w - label_w - LABEL_GAP]
    return Ruled(Row([cells[0], Row(cells[1:], widths[1:], gutter=LABEL_GAP)], [tick_w, width - tick_w]), 2.2)
