"""Which function draws which block of a view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.platypus import Flowable

from evacplan.form import view
from evacplan.pdf import style
from evacplan.pdf.chart import chart_block
from evacplan.pdf.facts import cards_block, facts_block, legal_block
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Item, Row, Stack
from evacplan.pdf.lists import calls_block, checklist_block, notes_block, signature_block, steps_block
from evacplan.pdf.sheet import alert_block, headline_block, identity_block, image_block, tiles_block
from evacplan.pdf.tables import table_block

DRAWN_BY: dict[type, Callable[[Any, Kit, float], Flowable]] = {
    view.FactsBlock: facts_block,
    view.TableBlock: table_block,
    view.CardsBlock: cards_block,
    view.NotesBlock: notes_block,
    view.ChecklistBlock: checklist_block,
    view.SignatureBlock: signature_block,
    view.LegalBlock: legal_block,
    view.IdentityBlock: identity_block,
    view.AlertBlock: alert_block,
    view.TilesBlock: tiles_block,
    view.HeadlineBlock: headline_block,
    view.ChartBlock: chart_block,
    view.StepsBlock: steps_block,
    view.CallsBlock: calls_block,
    view.ImageBlock: image_block,
}


def stacked(blocks: Sequence[view.Block], kit: Kit, width: float, extra_gap: float = 0.0) -> Stack:
    """The blocks of a page or column, one below the other."""
    gap = kit.scale.gap + extra_gap
    return Stack([Item(drawable(block, kit, width), gap) for block in blocks])


def drawable(block: view.Block, kit: Kit, width: float) -> Flowable:
    """One block as something to place on a page of the given width."""
    if isinstance(block, view.ColumnsBlock):
        half = (width - style.GUTTER) / 2
        cells = [stacked(block.left, kit, half), stacked(block.right, kit, half)]
        return Row(cells, [half, half], gutter=style.GUTTER, keep_whole=0.0)
    return DRAWN_BY[type(block)](block, kit, width)
