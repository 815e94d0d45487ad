"""Small drawn signs: boxes to tick, numbers in circles and squares, lines to write on."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from evacplan.pdf import style
from evacplan.pdf.fonts import Fonts
from evacplan.pdf.style import Ink, paint
from evacplan.pdf.text import Run, Text


class TickBox(Flowable):  # type: ignore[misc]
    """A square of 4.2 mm for a pen, standing on a line of the given size; ticked: with a drawn tick."""

    def __init__(self, size: float, leading: float, *, ticked: bool = False) -> None:
        super().__init__()
        self._line = size * leading
        self._ticked = ticked

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, max(self._line, style.TICK_BOX + 1)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        side = style.TICK_BOX
        bottom = self.height - (self._line + side) / 2 if self._line > side else self.height - side - 0.5
        self.canv.setStrokeColor(paint(style.INK))
        self.canv.setLineWidth(1)
        self.canv.rect(0.5, bottom, side, side, stroke=1, fill=0)
        if self._ticked:
            draw_tick(self.canv, 0.5, bottom, side)


def draw_tick(canvas: Any, x: float, y: float, side: float) -> None:
    """A tick drawn as with a pen in a square of the given side."""
    canvas.saveState()
    canvas.setLineWidth(1.9)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(x + side * 0.2, y + side * 0.52)
    path.lineTo(x + side * 0.43, y + side * 0.24)
    path.lineTo(x + side * 0.84, y + side * 0.84)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


class Badge(Flowable):  # type: ignore[misc]
    """A short text in white on a dark ground: round for steps in order, square for places."""

    def __init__(self, text: str, fonts: Fonts, side: float, *, line: float, square: bool = False) -> None:
        super().__init__()
        self._line = line
        self.natural_width = side
        self._fonts = fonts
        self._side = side
        self._square = square
        self._text = text

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, max(self._side, self._line)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        side = self._side
        self.canv.translate(0, (self.height - side) / 2)
        self.canv.setFillColor(paint(style.INK if self._square else style.TEAL))
        if self._square:
            self.canv.roundRect(0, 0, side, side, 3, stroke=0, fill=1)
        else:
            self.canv.circle(side / 2, side / 2, side / 2, stroke=0, fill=1)
        self._draw_text(side)

    def _draw_text(self, side: float) -> None:
        size = side * 0.56
        text = Text([Run(self._text, Ink(size, bold=True, color=style.WHITE))], self._fonts, leading=1.0)
        if text.natural_width > side * 0.9:
            size *= side * 0.9 / text.natural_width
            text = Text([Run(self._text, Ink(size, True, style.WHITE))], self._fonts, leading=1.0)
        _, height = text.wrap(side * 2, side)
        text.drawOn(self.canv, (side - text.natural_width) / 2, (side - height) / 2)


class WritingLine(Flowable):  # type: ignore[misc]
    """Room to write in by hand, with a small label at its left and a line below."""

    def __init__(self, label: Text, height: float) -> None:
        super().__init__()
        self._label = label
        self._room = height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self._label.wrap(min(self._label.natural_width + 1, width), 0)
        self.width, self.height = width, max(self._room, self._label.height + 2)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        self._label.drawOn(self.canv, 0, 1.5)
        self.canv.setStrokeColor(paint(style.INK))
        self.canv.setLineWidth(0.7)
        start = min(self._label.width + 2, self.width)
        self.canv.line(start, 0.5, self.width, 0.5)
