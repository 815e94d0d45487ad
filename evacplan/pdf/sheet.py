"""The largest things on a page: whose plan it is, what must never happen or stop, when to go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from evacplan.form.view import AlertBlock, HeadlineBlock, IdentityBlock, ImageBlock, Tile, TilesBlock
from evacplan.pdf import style
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Frame, Item, Nothing, Panel, Row, Stack
from evacplan.pdf.picture import Picture
from evacplan.pdf.style import MM, Ink
from evacplan.pdf.text import Run, Text

PHOTO_W, PHOTO_H = 30 * MM, 36 * MM
LEAST_PHOTO, PHOTO_OF_NAME = 0.6, 1 / 36  # of that size: on a tight side, and for each point of the name's
MAP_H = 170 * MM
DENSE_MAP_H = 100 * MM  # on a side set tight
TILES_PER_ROW = 3
DETAIL_SIZES = (14.0, 13.0, 12.0)
FIGURE_PARTS = (1.0, 0.9, 0.8, 0.7, 0.6)  # of its size: the headline shrinks so far to stay on one line

ALERT = Frame(fill=style.RED_PALE, edge=style.RED, edge_width=1.0)
DENSE_ALERT = replace(ALERT, pad_y=1.3 * MM)
TILE = Frame(edge=style.INK, edge_width=1.3, pad_x=3.2 * MM, pad_y=1.8 * MM)
TILE_UNKNOWN = Frame(edge=style.AMBER, edge_width=1.6, pad_x=3.2 * MM, pad_y=1.8 * MM, dashed=True)
HEADLINE = Frame(fill=style.TEAL, pad_x=6 * MM, pad_y=3.4 * MM)
HEADLINE_UNKNOWN = Frame(edge=style.AMBER, edge_width=2.4, pad_x=6 * MM, pad_y=3.4 * MM)


def identity_block(block: IdentityBlock, kit: Kit, width: float) -> Flowable:
    """Kana above the name, details beside it, the photo at the right."""
    size = min(max(LEAST_PHOTO, PHOTO_OF_NAME * kit.scale.name), 1.0)
    photo_w = PHOTO_W * size if block.photo else 0.0
    gap = style.GUTTER if block.photo else 0.0
    words = Stack(_name(block, kit, width - photo_w - gap))
    photo = Picture(block.photo, PHOTO_H * size) if block.photo else Nothing()
    return Row([words, photo], [width - photo_w - gap, photo_w], gutter=gap)


def _name(block: IdentityBlock, kit: Kit, width: float) -> list[Item]:
    """Kana, name and details; the details stand beside the name where there is room, else below it."""
    scale = kit.scale
    small = Ink(max(scale.small, 10.5), color=style.GREY)
    kana = [Item(kit.text(block.kana, small))] if block.kana else []
    runs = [Run(block.name, Ink(scale.name, bold=True))]
    if scale.dense and kana:
        kana, runs = [], [*runs, Run(f"　{block.kana}", small)]
    name = Text(runs, kit.fonts, leading=1.15)
    apart = [part for detail in block.details for part in ("　", detail)][1:]
    gutter = style.GUTTER * 1.2
    beside = width - name.natural_width - gutter - 1
    for size in DETAIL_SIZES:
        ink = Ink(min(size, scale.body))
        runs = [Run(part, ink, whole=True) for part in apart]
        details = Text(runs, kit.fonts, leading=1.15, strut=scale.name)
        if details.natural_width <= beside:
            return [*kana, Item(Row([name, details], [name.natural_width + 1, beside], gutter=gutter))]
    return [*kana, Item(name), Item(kit.runs([Run(part, scale.plain, whole=True) for part in apart]), 1.0)]


def alert_block(block: AlertBlock, kit: Kit, width: float) -> Flowable:
    return alerts((block,), kit, width)


def alerts(blocks: Sequence[AlertBlock], kit: Kit, width: float) -> Flowable:
    """What must never happen, all of it in one red frame, each with its word."""
    scale = kit.scale
    inks = [Ink(scale.body, bold=True, color=style.INK if block.quiet else style.RED) for block in blocks]
    labels = [kit.text(block.label, ink) for block, ink in zip(blocks, inks, strict=True)]
    texts = [kit.text(block.text, Ink(scale.body, bold=not block.quiet)) for block in blocks]
    frame = DENSE_ALERT if scale.dense or width < style.NARROW else ALERT
    if all(block.quiet for block in blocks):
        frame = replace(frame, fill=None, edge=style.GREY)
    if width < style.NARROW:
        pairs = [Item(part) for pair in zip(labels, texts, strict=True) for part in pair]
        return Panel(Stack(pairs), frame)
    label_w = min(max(label.natural_width for label in labels) + 1, width * 0.3)
    gap = 4 * MM
    widths = [label_w, width - 2 * ALERT.pad_x - label_w - gap]
    rows = [Row(cells, widths, gutter=gap) for cells in zip(labels, texts, strict=True)]
    return Panel(Stack([Item(row, scale.row) for row in rows]), frame)


def tiles_block(block: TilesBlock, kit: Kit, width: float) -> Flowable:
    """Tiles of one height in each row, three to a row, or two where there are two or four."""
    per_row = 2 if len(block.tiles) in (2, 4) else min(TILES_PER_ROW, max(1, len(block.tiles)))
    if width < style.NARROW:
        per_row = 1
    gutter = 4 * MM
    wide = (width - gutter * (per_row - 1)) / per_row
    rows = []
    for start in range(0, len(block.tiles), per_row):
        rows.append(Item(_tile_row(block.tiles[start : start + per_row], kit, wide, gutter), 2.4 * MM))
    return kit.titled(block.title, rows, gap=1.2 * MM)


def _tile_row(tiles: Sequence[Tile], kit: Kit, wide: float, gutter: float) -> Row:
    panels = [_tile(tile, kit, wide, 0.0) for tile in tiles]
    highest = max(panel.wrap(wide, 0)[1] for panel in panels)
    return Row([_tile(tile, kit, wide, highest) for tile in tiles], [wide] * len(tiles), gutter=gutter)


def _tile(tile: Tile, kit: Kit, wide: float, height: float) -> Panel:
    frame = TILE_UNKNOWN if tile.unknown else TILE
    inner = wide - 2 * frame.pad_x
    name = kit.text(tile.text, Ink(kit.scale.strong, bold=True))
    loud = Ink(kit.scale.small, bold=True, color=style.AMBER)
    note = kit.text(
        tile.note, loud if tile.unknown else kit.scale.label, align="right", strut=kit.scale.strong
    )
    if not tile.note:
        content: Flowable = name
    elif name.natural_width + note.natural_width + 2 * MM <= inner:
        name_w = name.natural_width + 1
        content = Row([name, note], [name_w, inner - name_w])
    else:
        content = Stack([Item(name), Item(kit.text(tile.note, loud if tile.unknown else kit.scale.label))])
    return Panel(content, frame, least_height=height)


def headline_block(block: HeadlineBlock, kit: Kit, width: float) -> Flowable:
    """The one sentence of the page, its figure in the largest type; framed instead of filled when 未確認."""
    frame = HEADLINE if block.known else HEADLINE_UNKNOWN
    color = style.WHITE if block.known else style.INK
    if width < style.NARROW:
        frame = replace(frame, pad_x=3 * MM, pad_y=2 * MM)
    inner = width - 2 * frame.pad_x
    aside = _aside(block, kit, color)
    if width < style.NARROW:
        below = [Run(block.aside_lead + "　", Ink(kit.scale.small, color=color))]
        below.append(Run(block.aside_figure, Ink(kit.scale.strong, bold=True, color=color), whole=True))
        parts = [*_sentence(block, kit, color, inner), Item(kit.runs(below if block.aside_figure else []))]
        return Panel(Stack([*parts, *_headline_notes(block, kit, color)]), frame)
    gap = style.GUTTER if aside else 0.0
    aside_w = min(inner * 0.4, max(item.flowable.natural_width for item in aside) + 1) if aside else 0.0
    if _figure_size(block, kit, inner - aside_w - gap) < kit.scale.name:
        line = _aside_line(block, kit, color)
        return Panel(
            Stack([*_sentence(block, kit, color, inner), *line, *_headline_notes(block, kit, color)]), frame
        )
    sentence = Stack(_sentence(block, kit, color, inner - aside_w - gap))
    upper = Row([sentence, Stack(aside)], [inner - aside_w - gap, aside_w], gutter=gap, middle=True)
    return Panel(Stack([Item(upper), *_headline_notes(block, kit, color)]), frame)


def _headline_notes(block: HeadlineBlock, kit: Kit, color: str) -> list[Item]:
    ink = Ink(kit.scale.small, color=color)
    lines = filter(None, ("　".join(block.notes), block.steps))
    return [Item(kit.runs([Run(line, ink)]), 1.0) for line in lines]


def _sentence(block: HeadlineBlock, kit: Kit, color: str, room: float) -> list[Item]:
    """The lead and below it the figure with its tail, in the largest size in which both share a line."""
    lead = kit.text(block.lead, Ink(kit.scale.strong, bold=True, color=color))
    line = Text(_figure_runs(block, kit, color, _figure_size(block, kit, room)), kit.fonts, leading=1.12)
    return [Item(lead), Item(line)]


def _figure_size(block: HeadlineBlock, kit: Kit, room: float) -> float:
    """The largest size of the figure, of those it may have, in which it shares a line with its tail."""
    sizes = [kit.scale.figure * part for part in FIGURE_PARTS]
    lines = ((size, Text(_figure_runs(block, kit, style.INK, size), kit.fonts)) for size in sizes)
    return next((size for size, line in lines if line.natural_width <= room), sizes[-1])


def _figure_runs(block: HeadlineBlock, kit: Kit, color: str, size: float) -> list[Run]:
    figure = Run(block.figure, Ink(size, bold=True, color=color if block.known else style.AMBER))
    return [figure, Run(block.tail, Ink(max(size * 0.5, kit.scale.body), bold=True, color=color))]


def _aside_line(block: HeadlineBlock, kit: Kit, color: str) -> list[Item]:
    """The clock time on one line, where beside it the figure would be no longer the largest on the page."""
    if not block.aside_figure:
        return []
    lead = Run(block.aside_lead + "　", Ink(kit.scale.body, color=color))
    return [
        Item(
            kit.runs(
                [lead, Run(block.aside_figure, Ink(kit.scale.phone, bold=True, color=color), whole=True)]
            )
        )
    ]


def _aside(block: HeadlineBlock, kit: Kit, color: str) -> list[Item]:
    if not block.aside_figure:
        return []
    lead = kit.text(block.aside_lead, Ink(kit.scale.small, color=color), align="right")
    ink = Ink(kit.scale.figure * 0.55, bold=True, color=color)
    figure = Text([Run(block.aside_figure, ink)], kit.fonts, align="right", leading=1.15)
    return [Item(lead), Item(figure)]


def image_block(block: ImageBlock, kit: Kit, _width: float) -> Flowable:
    return kit.titled(block.title, [Item(Picture(block.image, DENSE_MAP_H if kit.scale.dense else MAP_H))])
