"""Running text: paragraphs and lists with strong words, and warnings set off in red."""

from __future__ import annotations

from reportlab.platypus import Flowable

from evacplan.form.view import PictureBlock, Prose, ProseBlock
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Item, Panel, Row
from evacplan.pdf.lists import LOUD
from evacplan.pdf.picture import Picture
from evacplan.pdf.style import MM

PICTURE_H = 62 * MM
BETWEEN = 1.6  # points between two lines beside the room of a row
MARKER_W = 1.9  # of the body size: as much as 「10.」 takes


def prose_block(block: ProseBlock, kit: Kit, width: float) -> Flowable:
    """The text under its title."""
    room = width - 2 * LOUD.pad_x if block.warns else width
    items = [Item(_line(line, kit, room), _gap(line, kit)) for line in block.lines]
    whole = kit.titled(block.title, items)
    return Panel(whole, LOUD) if block.warns else whole


def _gap(line: Prose, kit: Kit) -> float:
    return kit.scale.row * (0.6 if line.marker else 1.0) + BETWEEN


def _line(line: Prose, kit: Kit, width: float) -> Flowable:
    words = kit.answer(line.answer)
    if not line.marker:
        return words
    marker_w = kit.scale.body * MARKER_W
    marker = kit.text(line.marker, kit.scale.bold, align="right")
    return Row([marker, words], [marker_w - 1.5 * MM, width - marker_w], gutter=1.5 * MM)


def picture_block(block: PictureBlock, kit: Kit, _width: float) -> Flowable:
    """The picture and its words, which stay together."""
    items = [Item(Picture(block.image, PICTURE_H), keep_next=True), Item(kit.label(block.words), 1.5)]
    return kit.titled(block.title, items)
