"""Which function draws which block of a view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from reportlab.platypus import Flowable

from evacplan.form import view, view_pen
from evacplan.pdf import blank_lists, style
from evacplan.pdf.blank_fields import fields_block
from evacplan.pdf.chain import chain_block
from evacplan.pdf.chart import chart_block
from evacplan.pdf.entries import entries_block
from evacplan.pdf.facts import cards_block, facts_block, legal_block
from evacplan.pdf.flow import TwoColumns
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import ENDLESS, Item, Row, Ruled, Stack
from evacplan.pdf.lists import calls_block, checklist_block, notes_block, signature_block, steps_block
from evacplan.pdf.prose import picture_block, prose_block
from evacplan.pdf.sheet import alert_block, alerts, headline_block, identity_block, image_block, tiles_block
from evacplan.pdf.tables import table_block

DRAWN_BY: dict[type, Callable[[Any, Kit, float], Flowable]] = {
    view.FactsBlock: facts_block,
    view.EntriesBlock: entries_block,
    view.TableBlock: table_block,
    view.CardsBlock: cards_block,
    view.NotesBlock: notes_block,
    view.ProseBlock: prose_block,
    view.PictureBlock: picture_block,
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
    view.ChainBlock: chain_block,
    view.ImageBlock: image_block,
    view_pen.BlankFields: fields_block,
    view_pen.BlankTable: blank_lists.table_block,
    view_pen.BlankCards: blank_lists.cards_block,
    view_pen.BlankSteps: blank_lists.steps_block,
    view_pen.SayBlock: blank_lists.say_block,
    view_pen.MemoBlock: blank_lists.memo_block,
}


KEEP_IN_COLUMN = 110 * style.MM
LEFT_SHARES = (0.5, 0.46, 0.43)  # of the width, for the left of two columns on a large page
MOST_NARROW_COLUMNS = 3
COLUMN_GAIN = 1.75  # a block goes into half the width unless it would then be higher than this many times


def stacked(blocks: Sequence[view.Block], kit: Kit, width: float) -> Stack:
    """The blocks of a page or column, one below the other; on a tight page narrow ones in two columns."""
    units = _units(_joined(blocks) if kit.scale.joined else blocks)
    items = _packed(units, kit, width) if kit.scale.dense else [_unit(unit, kit, width) for unit in units]
    return Stack([Item(item, kit.scale.gap) for item in items])


def _joined(blocks: Sequence[view.Block]) -> list[view.Block]:
    """The blocks with two columns that follow two columns made one, which saves the room between them."""
    found: list[view.Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, view.ColumnsBlock) and isinstance(last, view.ColumnsBlock):
            found[-1] = view.ColumnsBlock(last.left + block.left, last.right + block.right)
        else:
            found.append(block)
    return found


def _units(blocks: Sequence[view.Block]) -> list[tuple[view.Block, ...]]:
    """The blocks, with a title without contents joined to its block, and alerts that follow each other."""
    units: list[tuple[view.Block, ...]] = []
    for block in blocks:
        if units and (_is_title(units[-1][-1]) or (_is_alert(units[-1][-1]) and _is_alert(block))):
            units[-1] = (*units[-1], block)
        else:
            units.append((block,))
    return units


def _is_title(block: view.Block) -> bool:
    return isinstance(block, view.NotesBlock) and not block.paragraphs


def _is_alert(block: view.Block) -> bool:
    return isinstance(block, view.AlertBlock)


def _unit(unit: tuple[view.Block, ...], kit: Kit, width: float) -> Flowable:
    if len(unit) == 1:
        return _title(unit[0], kit, width)
    if all(_is_alert(block) for block in unit):
        return alerts([block for block in unit if isinstance(block, view.AlertBlock)], kit, width)
    titles = [Item(_title(block, kit, width), keep_next=True) for block in unit[:-1]]
    return Stack([*titles, Item(drawable(unit[-1], kit, width), kit.scale.row + 1)])


def _title(block: view.Block, kit: Kit, width: float) -> Flowable:
    if not _is_title(block):
        return drawable(block, kit, width)
    return Ruled(kit.heading(getattr(block, "title", ""), section=True), 0.8, color=style.TEAL)


def _packed(units: Sequence[tuple[view.Block, ...]], kit: Kit, width: float) -> list[Flowable]:
    """The units in order: runs of those that are narrow enough share two columns, the others stand alone."""
    half = (width - style.GUTTER) / 2
    both = [(_unit(unit, kit, width), _in_half(unit, kit, half)) for unit in units]
    items: list[Flowable] = []
    for narrow, run in groupby(both, key=lambda pair: _is_narrow(pair[0], pair[1], width, half)):
        found = list(run)
        wholes = [whole for whole, _ in found]
        halves = [in_half for _, in_half in found if in_half]
        columns = _two_columns(halves, kit)
        pays = (
            narrow and len(found) > 1 and _height(columns, width) < _height(_one_column(wholes, kit), width)
        )
        items += [columns] if pays else wholes
    return items


def _one_column(flowables: Sequence[Flowable], kit: Kit) -> Stack:
    return Stack([Item(flowable, kit.scale.gap) for flowable in flowables])


def _two_columns(flowables: Sequence[Flowable], kit: Kit) -> TwoColumns:
    """Things in two columns, each of them undivided unless it is high."""
    kept = [Stack([Item(flowable)], keep_whole=KEEP_IN_COLUMN) for flowable in flowables]
    return TwoColumns(_one_column(kept, kit), style.GUTTER)


def _height(flowable: Flowable, width: float) -> float:
    return float(flowable.wrap(width, ENDLESS)[1])


def _in_half(unit: tuple[view.Block, ...], kit: Kit, half: float) -> Flowable | None:
    """The unit set in half the width, None for what always takes the whole."""
    return None if any(_is_wide(block) for block in unit) else _unit(unit, kit, half)


def _is_wide(block: view.Block) -> bool:
    """Whether a block always takes the whole width: half of it would part the numbers of a broad table."""
    if isinstance(block, view.TableBlock):
        return len(block.columns) > MOST_NARROW_COLUMNS
    return isinstance(block, WIDE_KINDS)


def _is_narrow(whole: Flowable, in_half: Flowable | None, width: float, half: float) -> bool:
    if in_half is None:
        return False
    return _height(in_half, half) <= _height(whole, width) * COLUMN_GAIN


WIDE_KINDS = (
    view.ColumnsBlock,
    view.IdentityBlock,
    view.AlertBlock,
    view.TilesBlock,
    view.HeadlineBlock,
    view.ChartBlock,
    view.LegalBlock,
    view.SignatureBlock,
    view.ImageBlock,
    view.EntriesBlock,
    view.ChainBlock,
)


def drawable(block: view.Block, kit: Kit, width: float) -> Flowable:
    """One block as something to place on a page of the given width."""
    if isinstance(block, view.PanelBlock):
        return stacked(block.blocks, kit, width)
    if isinstance(block, view.ColumnsBlock):
        return _side_by_side(block, kit, width)
    return DRAWN_BY[type(block)](block, kit, width)


def _side_by_side(block: view.ColumnsBlock, kit: Kit, width: float) -> Flowable:
    """Two columns; on an emergency sheet parted where they are lowest."""
    room = width - style.GUTTER
    rows = []
    for share in LEFT_SHARES if kit.scale.joined else LEFT_SHARES[:1]:
        widths = [room * share, room * (1 - share)]
        cells = [stacked(block.left, kit, widths[0]), stacked(block.right, kit, widths[1])]
        rows.append(Row(cells, widths, gutter=style.GUTTER, keep_whole=0.0))
    return min(rows, key=lambda row: _height(row, width)) if len(rows) > 1 else rows[0]
