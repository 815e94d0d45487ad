"""Draws the supplies of the chart on paper: the tint and the pattern of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from evacplan.form.supply_look import LOOKS, Pattern
from evacplan.form.view import Supply
from evacplan.pdf import style
from evacplan.pdf.style import paint

Box = tuple[float, float, float, float]  # x, y, width, height
STRIPE_GAP = 5.5


def draw_supply(canvas: Any, box: Box, supply: Supply) -> None:
    """Draw one segment of a bar; idle is a thin line, an interruption an empty dashed box, a stop nothing."""
    x, y, width, height = box
    canvas.saveState()
    canvas.setLineWidth(0.8)
    canvas.setStrokeColor(paint(style.INK))
    if supply is Supply.IDLE:
        canvas.setStrokeColor(paint(style.GREY))
        canvas.line(x, y + height / 2, x + width, y + height / 2)
    elif supply is Supply.INTERRUPTED:
        canvas.setStrokeColor(paint(style.RED))
        canvas.setDash(2.5, 2)
        canvas.rect(*box, stroke=1, fill=0)
    elif supply in LOOKS:
        look = LOOKS[supply]
        canvas.setFillColor(paint(look.fill))
        canvas.rect(*box, stroke=0, fill=1)
        _clipped(canvas, box, _PATTERNS.get(look.pattern))
        canvas.rect(*box, stroke=1, fill=0)
    canvas.restoreState()


def _clipped(canvas: Any, box: Box, pattern: Callable[[Any, Box], None] | None) -> None:
    if pattern is None:
        return
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(*box)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setLineWidth(0.55)
    pattern(canvas, box)
    canvas.restoreState()


def _rising(canvas: Any, box: Box) -> None:
    x, y, width, height = box
    for start in _places(x - height, x + width):
        canvas.line(start, y, start + height, y + height)


def _falling(canvas: Any, box: Box) -> None:
    x, y, width, height = box
    for start in _places(x - height, x + width):
        canvas.line(start, y + height, start + height, y)


def _crossed(canvas: Any, box: Box) -> None:
    _rising(canvas, box)
    _falling(canvas, box)


def _upright(canvas: Any, box: Box) -> None:
    x, y, width, height = box
    for start in _places(x, x + width):
        canvas.line(start, y, start, y + height)


def _level(canvas: Any, box: Box) -> None:
    x, y, width, height = box
    for part in (0.25, 0.5, 0.75):
        canvas.line(x, y + height * part, x + width, y + height * part)


def _dotted(canvas: Any, box: Box) -> None:
    x, y, width, height = box
    canvas.setLineCap(1)
    canvas.setLineWidth(1.3)
    for number, part in enumerate((0.22, 0.5, 0.78)):
        canvas.setDash([0.01, STRIPE_GAP], number % 2 * STRIPE_GAP / 2)
        canvas.line(x, y + height * part, x + width, y + height * part)


def _places(start: float, end: float) -> list[float]:
    first = int(start // STRIPE_GAP)
    return [place * STRIPE_GAP for place in range(first, int(end // STRIPE_GAP) + 1)]


_PATTERNS: dict[Pattern, Callable[[Any, Box], None]] = {
    Pattern.RISING: _rising,
    Pattern.FALLING: _falling,
    Pattern.CROSSED: _crossed,
    Pattern.UPRIGHT: _upright,
    Pattern.LEVEL: _level,
    Pattern.DOTTED: _dotted,
}
