"""What says on every side of a paper that it is no real one: white words on black at the head, and the word
itself large across the side, as an outline below everything else.

Black and outlines come out of a grey copier as they went in; what is printed over the outline stays legible.
"""

from __future__ import annotations

from typing import Any

from evacplan.form.view import Stamp
from evacplan.pdf import style
from evacplan.pdf.folded import ACROSS, CARD_H, PANEL_H, PANEL_W
from evacplan.pdf.kit import Kit
from evacplan.pdf.style import MM, Ink, paint
from evacplan.pdf.text import Run, Text

BAND_H, BAND_TOP = 5.6 * MM, style.PAGE_H - 4.4 * MM
ACROSS_SIZE, CARD_SIZE = 210.0, 66.0  # of type, for a side and for a panel of a folded card
OUTLINE, STROKE = "#8C959D", 1.1
SLANT, CARD_SLANT = 52, 40  # degrees
_ONLY_STROKED = "1 Tr"


def draw_stamp(canvas: Any, stamp: Stamp, kit: Kit) -> None:
    """Stamp an upright side, before anything else is drawn on it."""
    _draw_outline(canvas, stamp.word, kit, (style.PAGE_W / 2, style.PAGE_H / 2), (ACROSS_SIZE, SLANT))
    canvas.saveState()
    canvas.setFillColor(paint(style.INK))
    canvas.rect(style.MARGIN, BAND_TOP - BAND_H, style.CONTENT_W, BAND_H, stroke=0, fill=1)
    ink = Ink(10, bold=True, color=style.WHITE)
    runs = [Run(stamp.word, ink.with_size(12)), Run(f"　{stamp.sentence}", ink)]
    words = Text(runs, kit.fonts, align="center", leading=1.0)
    _, height = words.wrap(style.CONTENT_W, 0)
    words.drawOn(canvas, style.MARGIN, BAND_TOP - BAND_H + (BAND_H - height) / 2)
    canvas.restoreState()


def draw_card_stamp(canvas: Any, stamp: Stamp, kit: Kit) -> None:
    """Stamp each panel of a folded card; the word stands in the foot of its outer panels, too."""
    for place in range(ACROSS):
        for middle, turn in ((CARD_H - PANEL_H / 2, CARD_SLANT + 180), (PANEL_H / 2, CARD_SLANT)):
            _draw_outline(canvas, stamp.word, kit, (PANEL_W * (place + 0.5), middle), (CARD_SIZE, turn))


def _draw_outline(
    canvas: Any, word: str, kit: Kit, middle: tuple[float, float], size_and_slant: tuple[float, int]
) -> None:
    """Draw the edge of the letters only."""
    size, slant = size_and_slant
    letters = Text([Run(word, Ink(size, bold=True, color=OUTLINE))], kit.fonts, leading=1.0)
    width, height = letters.natural_width, letters.wrap(letters.natural_width + 1, 0)[1]
    canvas.saveState()
    canvas.translate(*middle)
    canvas.rotate(slant)
    canvas.setStrokeColor(paint(OUTLINE))
    canvas.setLineWidth(STROKE)
    canvas._code.append(_ONLY_STROKED)
    letters.drawOn(canvas, -width / 2, -height / 2)
    canvas.restoreState()
