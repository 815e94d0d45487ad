"""Arrows that lead from one thing to the next: between calls in order, and from who calls to whom."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from evacplan.pdf import style
from evacplan.pdf.layout import Ruled
from evacplan.pdf.style import MM, Scale, paint

LINE_W = 1.1
HEAD_L, HEAD_W = 2.4 * MM, 2.2 * MM
SMALL_HEAD = 0.75  # of the head of an arrow between two lines of a list


def draw_arrow(
    canvas: Any, start: tuple[float, float], end: tuple[float, float], *, size: float = 1.0
) -> None:
    """A straight arrow, down or to the right; a short one is all head."""
    (x1, y1), (x2, y2) = start, end
    down = x1 == x2
    length = min(HEAD_L * size, abs(y1 - y2) if down else abs(x2 - x1))
    half = HEAD_W * size / 2
    canvas.saveState()
    canvas.setStrokeColor(paint(style.INK))
    canvas.setFillColor(paint(style.INK))
    canvas.setLineWidth(LINE_W)
    path = canvas.beginPath()
    path.moveTo(x2, y2)
    if down:
        canvas.line(x1, y1, x2, y2 + length * 0.8)
        path.lineTo(x2 - half, y2 + length)
        path.lineTo(x2 + half, y2 + length)
    else:
        canvas.line(x1, y1, x2 - length * 0.8, y2)
        path.lineTo(x2 - length, y2 + half)
        path.lineTo(x2 - length, y2 - half)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


class Chained(Ruled):
    """A ruled line of a list that begins with a box to tick: an arrow leads from box to box.

    It takes no room of its own; above, below: whether there is another line to come from or go to.
    """

    def __init__(self, child: Flowable, scale: Scale, *, above: bool, below: bool) -> None:
        super().__init__(child, scale.row)
        line = scale.body * scale.leading
        self._over = scale.row + max((line - style.TICK_BOX) / 2, 0.5)
        self._above, self._below = above, below

    def split(self, width: float, height: float) -> list[Flowable]:
        return [self] if self.wrap(width, height)[1] <= height + 0.01 else super().split(width, height)

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        super().draw_at(canvas, x, y)
        middle, top = x + 0.5 + style.TICK_BOX / 2, y + float(self.height)
        if self._below:
            canvas.setStrokeColor(paint(style.INK))
            canvas.setLineWidth(LINE_W)
            canvas.line(middle, top - self._over - style.TICK_BOX, middle, y)
        if self._above:
            draw_arrow(canvas, (middle, top), (middle, top - self._over), size=SMALL_HEAD)
