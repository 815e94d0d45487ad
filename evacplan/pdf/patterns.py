"""How each supply looks on the chart: a tint and a pattern, told apart on a grey copier and by torchlight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from evacplan.form.view import Supply
from evacplan.pdf import style
from evacplan.pdf.style import paint

Box = tuple[float, float, float, float]  # x, y, width, height
STRIPE_GAP = 5.5

FILLS = {
    Supply.INTERNAL: "#9FC6C9",
    Supply.EXTERNAL: "#CFE3E4",
    Supply.PORTABLE: "#E9EEF0",
    Supply.CAR: "#F3E9D2",
    Supply.GENERATOR: "#DAD6E3",
    Supply.CYLINDER: "#D9D3C3",
    Supply.MANUAL: "#FFFFFF",
}


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
    elif supply in FILLS:
        canvas.setFillColor(paint(FILLS[supply]))
        canvas.rect(*box, stroke=0, fill=1)
        _clipped(canvas, box, _PATTERNS.get(supply))
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


_PATTERNS: dict[Supply, Callable[[Any, Box], None]] = {
    Supply.EXTERNAL: _rising,
    Supply.PORTABLE: _dotted,
    Supply.CAR: _upright,
    Supply.GENERATOR: _crossed,
    Supply.CYLINDER: _falling,
    Supply.MANUAL: _level,
}
