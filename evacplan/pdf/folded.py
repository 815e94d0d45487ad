"""A card folded from one sheet: eight panels, printed on one side.

Folded along the long middle line the printed side stays outside, with the fold at the top: the upper row is
therefore printed upside down. Then the strip is folded to and fro along the three short lines.
"""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from evacplan.form.view import Block, Page
from evacplan.pdf import style
from evacplan.pdf.blocks import drawable
from evacplan.pdf.fonts import Fonts
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import ENDLESS, Shrunk
from evacplan.pdf.style import CARD, MM, Ink, paint

CARD_W, CARD_H = style.PAGE_H, style.PAGE_W
ACROSS = 4
PANEL_W, PANEL_H = CARD_W / ACROSS, CARD_H / 2
PAD = 5.5 * MM
FOOT = 8 * MM
OUTER = (0, 4)  # the panels seen when the card is folded


class Card(Flowable):  # type: ignore[misc]
    """The panels of a folded page: the first four in the upper row, the others in the lower one."""

    def __init__(self, page: Page, fonts: Fonts, line: str) -> None:
        super().__init__()
        self._fonts = fonts
        self._line = line
        self._panels = [_fitted(block, fonts) for block in page.blocks[: 2 * ACROSS]]

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = CARD_W, CARD_H
        return CARD_W, CARD_H

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return [self]

    def draw(self) -> None:
        self._draw_folds()
        for number, panel in enumerate(self._panels):
            self.canv.saveState()
            place = number % ACROSS
            if number < ACROSS:
                self.canv.translate(CARD_W - place * PANEL_W, CARD_H)
                self.canv.rotate(180)
            else:
                self.canv.translate(place * PANEL_W, 0)
            self._draw_panel(panel, number)
            self.canv.restoreState()

    def _draw_panel(self, panel: Flowable, number: int) -> None:
        width = PANEL_W - 2 * PAD
        _, height = panel.wrap(width, ENDLESS)
        panel.drawOn(self.canv, PAD, PANEL_H - PAD - height)
        if number in OUTER:
            kit = Kit(self._fonts, CARD[-1])
            text = kit.text(self._line, Ink(7.5, color=style.GREY))
            text.wrap(width, FOOT)
            text.drawOn(self.canv, PAD, PAD - 1 * MM)

    def _draw_folds(self) -> None:
        canvas: Any = self.canv
        canvas.saveState()
        canvas.setStrokeColor(paint(style.GREY))
        canvas.setLineWidth(0.6)
        canvas.setDash(3, 3)
        canvas.line(0, PANEL_H, CARD_W, PANEL_H)
        for place in range(1, ACROSS):
            canvas.line(place * PANEL_W, 0, place * PANEL_W, CARD_H)
        canvas.restoreState()


def _fitted(block: Block, fonts: Fonts) -> Flowable:
    """One panel in the roomiest scale in which it fits; made smaller only where none does."""
    width, room = PANEL_W - 2 * PAD, PANEL_H - 2 * PAD - FOOT
    for scale in CARD:
        panel = drawable(block, Kit(fonts, scale), width)
        if panel.wrap(width, ENDLESS)[1] <= room:
            return panel
    return Shrunk(panel, room)
