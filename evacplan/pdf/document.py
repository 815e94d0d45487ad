"""One edition as a PDF: pages with head and foot, bookmarks, and the same bytes for the same view."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from evacplan.form.view import Page, View
from evacplan.pdf import style
from evacplan.pdf.archive import VERSION, describe
from evacplan.pdf.blocks import stacked
from evacplan.pdf.folded import CARD_H, CARD_W, Card
from evacplan.pdf.fonts import Fonts
from evacplan.pdf.furniture import FOOT_TOP, Furniture, body_top
from evacplan.pdf.kit import Kit, mark_place
from evacplan.pdf.layout import ENDLESS, Shrunk, Stack
from evacplan.pdf.memory import Memory
from evacplan.pdf.packed import packed
from evacplan.pdf.style import (
    BOOK,
    COMPACT,
    LARGE,
    LARGE_BILINGUAL,
    PEN,
    POSTER,
    POSTER_BILINGUAL,
    STANDARD,
    Scale,
)

rl_config.useA85 = 0  # page streams stay binary: a fifth smaller and quicker to write

CHANGE_MARGINS = (style.MARGIN - 3 * style.MM, style.PAGE_W - style.MARGIN + 3 * style.MM)
MOST_EXTRA_GAP = 3.5 * style.MM


@dataclass(frozen=True)
class _Side:
    """One side of paper: what stands on it, and whether its page began on an earlier side."""

    page: Page
    body: Flowable
    continued: bool


def render(view: View, fonts: Fonts, memory: Memory | None = None) -> bytes:
    """The edition as a PDF document. Reads no clock and no files; names no person in its metadata.

    memory: how texts were set in the documents before; it changes no byte, only how long this takes.
    """
    fonts = fonts.for_one_document(memory)
    target = io.BytesIO()
    canvas = _canvas(target, view, fonts)
    furniture = Furniture(view, Kit(fonts, STANDARD))
    sides = [side for page in view.pages for side in _sides(page, fonts, furniture)]
    for number, side in enumerate(sides, 1):
        _draw_side(canvas, side, furniture, number, len(sides))
    canvas.save()
    return packed(target.getvalue())


def first_sides(view: View, fonts: Fonts, memory: Memory | None = None) -> tuple[int, ...]:
    """On which side, counted from 1, each page of a view begins."""
    fonts = fonts.for_one_document(memory)
    furniture = Furniture(view, Kit(fonts, STANDARD))
    counts = [len(_sides(page, fonts, furniture)) for page in view.pages]
    return tuple(accumulate(counts[:-1], initial=1))


def _canvas(target: io.BytesIO, view: View, fonts: Fonts) -> Any:
    canvas = Canvas(
        target,
        pagesize=(style.PAGE_W, style.PAGE_H),
        invariant=1,
        pageCompression=1,
        pdfVersion=VERSION,
        initialFontName=fonts.regular[0].name,
    )
    canvas.places = []  # the bookmarks so far; see kit.mark_place
    describe(canvas, view)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


@dataclass(frozen=True)
class _Room:
    """The height for the body on the first side of a page, and on each further one."""

    first: float
    further: float


def _sides(page: Page, fonts: Fonts, furniture: Furniture) -> list[_Side]:
    if page.folded:
        return [_Side(page, Card(page, fonts, furniture.card_line), continued=False)]
    room = _Room(body_top(furniture, page) - FOOT_TOP, body_top(furniture, page, True) - FOOT_TOP)
    bodies = _set_page(page, fonts, room)
    return [_Side(page, body, continued=number > 0) for number, body in enumerate(bodies)]


def _set_page(page: Page, fonts: Fonts, room: _Room) -> list[Flowable]:
    """The page in the roomiest scale that needs no more sides than the tightest one does."""
    scales = _scales(page)
    if len(scales) == 1:
        return _divided(_body(page, fonts, scales[0]), room)
    chosen = _divided(_body(page, fonts, scales[-1]), room)
    roomy, tight = 0, len(scales) - 1
    while roomy < tight:
        middle = (roomy + tight) // 2
        sides = _divided(_body(page, fonts, scales[middle]), room)
        if len(sides) <= len(chosen):
            chosen, tight = sides, middle
        else:
            roomy = middle + 1
    if (page.large or page.poster) and len(chosen) == 1:
        return [_spread(page, chosen[0], room.first)]
    return chosen


def _scales(page: Page) -> tuple[Scale, ...]:
    if page.pen:
        return (PEN,)
    if page.poster:
        return POSTER_BILINGUAL if page.bilingual else POSTER
    if page.large:
        return LARGE_BILINGUAL if page.bilingual else LARGE
    if page.book:
        return BOOK
    return COMPACT if page.compact else (STANDARD,)


def _spread(page: Page, body: Flowable, room: float) -> Flowable:
    """The one side of an emergency sheet with the room that is left shared out between its blocks."""
    if not isinstance(body, Stack):
        return body
    _, height = body.wrap(style.CONTENT_W, ENDLESS)
    extra = (room - height) / max(len(page.blocks) - 1, 1)
    return body.spread(min(max(extra, 0.0), MOST_EXTRA_GAP))


def _body(page: Page, fonts: Fonts, scale: Scale) -> Stack:
    return stacked(page.blocks, Kit(fonts, scale), style.CONTENT_W)


def _divided(body: Stack, room: _Room) -> list[Flowable]:
    """The body in parts that each fit one side; what can neither fit nor be divided is made smaller."""
    parts: list[Flowable] = []
    rest: Stack | None = body
    while rest is not None:
        height = room.further if parts else room.first
        pieces = rest.split(style.CONTENT_W, height)
        if not pieces:
            first, others = rest.without_first()
            pieces = [Shrunk(first, height), others] if others else [Shrunk(first, height)]
        parts.append(pieces[0])
        rest = pieces[1] if len(pieces) > 1 else None
    return parts


def _draw_side(canvas: Any, side: _Side, furniture: Furniture, number: int, total: int) -> None:
    canvas.change_margins = None if side.page.folded else CHANGE_MARGINS
    if isinstance(side.body, Card):
        canvas.setPageSize((CARD_W, CARD_H))
        mark_place(canvas, side.page.title, level=0, top=CARD_H)
        furniture.draw_stamp(canvas, folded=True)
        side.body.wrap(CARD_W, CARD_H)
        side.body.drawOn(canvas, 0, 0)
        canvas.showPage()
        return
    canvas.setPageSize((style.PAGE_W, style.PAGE_H))
    if not side.continued:
        mark_place(canvas, side.page.title, level=0, top=style.PAGE_H)
    furniture.draw_stamp(canvas, folded=False)
    furniture.draw(canvas, side.page, side.continued, number, total)
    _, height = side.body.wrap(style.CONTENT_W, ENDLESS)
    side.body.drawOn(canvas, style.MARGIN, body_top(furniture, side.page, side.continued) - height)
    canvas.showPage()
