"""Blank forms made to fit: few sides, high lines, and what is left of the last side ruled for notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evacplan.form.view import Block, Page, View
from evacplan.form.view_pen import BlankCards, BlankFields, BlankSteps, BlankTable, MemoBlock
from evacplan.pdf import style
from evacplan.pdf.blank_fields import without_notes
from evacplan.pdf.blank_lists import MEMO_LINE
from evacplan.pdf.blocks import stacked
from evacplan.pdf.fonts import Fonts
from evacplan.pdf.furniture import FOOT_TOP, Furniture, body_top
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import ENDLESS, Stack
from evacplan.pdf.memory import Memory
from evacplan.pdf.style import MM, PEN, STANDARD

HEIGHTS_MM = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)  # of a line to write on, the roomiest first
TIGHT_MM = (*HEIGHTS_MM, 7.6, 7.2)  # with the labels beside the lines
LEAST_MEMO = 2  # lines
MOSTLY_FREE = 130 * MM  # of a last side: rather than begin it, the small print is left out
MEMO_HEAD = 7 * MM


def fitted(view: View, fonts: Fonts, memory: Memory | None = None) -> View:
    """The forms with the highest lines that need no more sides, and room for notes on the last.

    memory: as of `document.render`.
    """
    fonts = fonts.for_one_document(memory)
    furniture = Furniture(view, Kit(fonts, STANDARD))
    return replace(view, pages=tuple(_fitted(page, fonts, furniture) for page in view.pages))


def _fitted(page: Page, fonts: Fonts, furniture: Furniture) -> Page:
    memo = next((block for block in page.blocks if isinstance(block, MemoBlock)), None)
    blocks: list[Block] = [block for block in page.blocks if not isinstance(block, MemoBlock)]
    heights = TIGHT_MM if any(map(_is_tight, blocks)) else HEIGHTS_MM
    chosen, (sides, free) = _tried(page, blocks, heights[-1], fonts, furniture)
    if sides > 1 and free > MOSTLY_FREE:
        plain = [_without_help(block) for block in blocks]
        shorter, (fewer, left) = _tried(page, plain, heights[-1], fonts, furniture)
        if fewer < sides:
            blocks, chosen, sides, free = plain, shorter, fewer, left
    roomy, tight = 0, len(heights) - 1
    while roomy < tight:
        middle = (roomy + tight) // 2
        tried, (found, left) = _tried(page, blocks, heights[middle], fonts, furniture)
        if found <= sides:
            chosen, free, tight = tried, left, middle
        else:
            roomy = middle + 1
    lines = int((free - MEMO_HEAD - PEN.gap) // MEMO_LINE)
    if memo is None or lines < LEAST_MEMO:
        return chosen
    return replace(chosen, blocks=(*chosen.blocks, replace(memo, lines=lines)))


def _tried(
    page: Page, blocks: Sequence[Block], height_mm: float, fonts: Fonts, furniture: Furniture
) -> tuple[Page, tuple[int, float]]:
    tried = replace(page, blocks=_with_lines(blocks, height_mm))
    return tried, _measured(tried, fonts, furniture)


def _is_tight(block: Block) -> bool:
    parts = block.parts if isinstance(block, BlankCards) else (block,)
    return any(isinstance(part, BlankFields) and part.tight for part in parts)


def _without_help(block: Block) -> Block:
    """The block without its small print."""
    if isinstance(block, BlankFields):
        return without_notes(block)
    if isinstance(block, BlankCards):
        parts = (without_notes(part) if isinstance(part, BlankFields) else part for part in block.parts)
        return replace(block, note="", parts=tuple(parts))
    return replace(block, note="") if isinstance(block, BlankTable) else block


def _with_lines(blocks: Sequence[Block], height_mm: float) -> tuple[Block, ...]:
    pen = (BlankFields, BlankTable, BlankCards, BlankSteps)
    return tuple(replace(one, line_mm=height_mm) if isinstance(one, pen) else one for one in blocks)


def _measured(page: Page, fonts: Fonts, furniture: Furniture) -> tuple[int, float]:
    """How many sides a page takes, and the room that is left on its last."""
    rest: Stack | None = stacked(page.blocks, Kit(fonts, PEN), style.CONTENT_W)
    sides, room = 0, 0.0
    while rest is not None:
        room = body_top(furniture, page, sides > 0) - FOOT_TOP
        pieces = rest.split(style.CONTENT_W, room)
        sides += 1
        if not pieces:
            _, rest = rest.without_first()
            room = 0.0
        elif len(pieces) == 1:
            return sides, room - pieces[0].wrap(style.CONTENT_W, ENDLESS)[1]
        else:
            rest = pieces[1]
    return sides, room
