"""Putting things below and beside each other, across page ends: the few containers every block is made of.

All of them are ReportLab flowables: `wrap` measures, `split` returns nothing (does not fit at all), itself
(fits whole) or two parts, `draw` draws. A container never loses a part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.platypus import Flowable

from evacplan.pdf import style
from evacplan.pdf.pen import draw_rule, stroke_with
from evacplan.pdf.placed import Placed
from evacplan.pdf.style import paint

ENDLESS = 1e9
KEEP_WHOLE = 45 * style.MM  # a row lower than this is not divided between two pages


@dataclass(frozen=True)
class Item:
    """Something in a stack, the room before it, and whether it must not be the last on a page."""

    flowable: Flowable
    gap: float = 0.0
    keep_next: bool = False


class Stack(Placed):
    """Things one below the other. The first `repeated` items return at the top of each further page.

    A stack lower than keep_whole goes to the next page rather than being divided.
    """

    def __init__(self, items: Sequence[Item], repeated: int = 0, keep_whole: float = 0.0) -> None:
        self._keep_whole = keep_whole
        self._items = list(items)
        self._repeated = repeated

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        heights = [item.flowable.wrap(width, ENDLESS)[1] for item in self._items]
        self.height = sum(heights) + sum(item.gap for item in self._items[1:])
        return width, self.height

    def split(self, width: float, height: float) -> list[Stack]:
        if self.wrap(width, height)[1] <= height + 0.01:
            return [self]
        if self.height <= self._keep_whole:
            return []
        used = 0.0
        for place, item in enumerate(self._items):
            gap = item.gap if place else 0.0
            used += gap + item.flowable.height
            if used > height + 0.01:
                room = height - used + item.flowable.height
                return self._divided(place, item.flowable.split(width, room) if room > 0 else [])
        return [self]

    def spread(self, extra: float) -> Stack:
        """The same things with more room between them."""
        return Stack([replace(item, gap=item.gap + extra) for item in self._items])

    def without_first(self) -> tuple[Flowable, Stack | None]:
        """The first thing, and the stack of the others if there are any."""
        others = self._items[1:]
        return self._items[0].flowable, Stack(others) if others else None

    def _divided(self, place: int, parts: list[Flowable]) -> list[Stack]:
        item = self._items[place]
        if len(parts) == 2:
            first = [*self._items[:place], Item(parts[0], item.gap)]
            rest = [Item(parts[1], item.gap), *self._items[place + 1 :]]
        else:
            while place and self._items[place - 1].keep_next:
                place -= 1
            first, rest = self._items[:place], self._items[place:]
        if len(first) <= self._repeated:
            return []
        return [Stack(first, self._repeated), Stack(self._items[: self._repeated] + rest, self._repeated)]

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        top = y + self.height
        for place, item in enumerate(self._items):
            top -= (item.gap if place else 0.0) + item.flowable.height
            item.flowable.drawOn(canvas, x, top)


class Row(Placed):
    """Cells side by side, of the given widths; each goes on by itself when a high row meets a page end."""

    def __init__(
        self,
        cells: Sequence[Flowable],
        widths: Sequence[float],
        *,
        gutter: float = 0.0,
        middle: bool = False,
        keep_whole: float = KEEP_WHOLE,
    ) -> None:
        self._cells = list(cells)
        self._widths = list(widths)
        self._gutter = gutter
        self._middle = middle
        self._keep_whole = keep_whole

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        pairs = zip(self._cells, self._widths, strict=True)
        self.height = max((cell.wrap(wide, ENDLESS)[1] for cell, wide in pairs), default=0.0)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        if self.height <= height + 0.01:
            return [self]
        if self.height <= self._keep_whole:
            return []
        halves = [_halves(cell, wide, height) for cell, wide in zip(self._cells, self._widths, strict=True)]
        if all(isinstance(first, Nothing) for first, _ in halves):
            return []
        return [self._with([first for first, _ in halves]), self._with([rest for _, rest in halves])]

    def _with(self, cells: list[Flowable]) -> Row:
        return Row(cells, self._widths, gutter=self._gutter, middle=self._middle, keep_whole=0.0)

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        for cell, wide in zip(self._cells, self._widths, strict=True):
            spare = self.height - cell.height
            cell.drawOn(canvas, x, y + (spare / 2 if self._middle else spare))
            x += wide + self._gutter


def _halves(cell: Flowable, width: float, height: float) -> tuple[Flowable, Flowable]:
    parts = cell.split(width, height)
    if len(parts) == 2:
        return parts[0], parts[1]
    return (parts[0], Nothing()) if parts else (Nothing(), cell)


class Nothing(Placed):
    """Takes no room and draws nothing."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, 0.0
        return width, 0.0

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return [self]

    def draw_at(self, _canvas: Any, _x: float, _y: float) -> None:
        return


@dataclass(frozen=True)
class Frame:
    """How a panel looks: fill and edge (None: none), padding, round corners, a thick bar at the left."""

    fill: str | None = None
    edge: str | None = None
    edge_width: float = 0.8
    pad_x: float = 3.5 * style.MM
    pad_y: float = 2.4 * style.MM
    radius: float = style.RADIUS
    bar: str | None = None
    dashed: bool = False


class Panel(Placed):
    """One thing on a tinted or framed ground."""

    def __init__(self, child: Flowable, frame: Frame, *, least_height: float = 0.0) -> None:
        self._child = child
        self._frame = frame
        self._least = least_height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        inner = self._child.wrap(width - 2 * self._frame.pad_x, ENDLESS)[1]
        self.width, self.height = width, max(inner + 2 * self._frame.pad_y, self._least)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.wrap(width, height)[1] <= height + 0.01:
            return [self]
        parts = self._child.split(width - 2 * self._frame.pad_x, height - 2 * self._frame.pad_y)
        return [Panel(part, self._frame) for part in parts] if len(parts) == 2 else []

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        draw_frame(canvas, (x, y, self.width, self.height), self._frame)
        self._child.drawOn(canvas, x + self._frame.pad_x, y + (self.height - self._child.height) / 2)


def draw_frame(canvas: Any, box: tuple[float, float, float, float], frame: Frame) -> None:
    """Draw the ground and edge of a panel; box is x, y, width, height."""
    canvas.saveState()
    if frame.fill:
        canvas.setFillColor(paint(frame.fill))
    if frame.edge:
        canvas.setStrokeColor(paint(frame.edge))
        canvas.setLineWidth(frame.edge_width)
    if frame.dashed:
        canvas.setDash(4, 2.5)
    if frame.fill or frame.edge:
        canvas.roundRect(*box, frame.radius, stroke=int(bool(frame.edge)), fill=int(bool(frame.fill)))
    if frame.bar:
        canvas.setFillColor(paint(frame.bar))
        canvas.rect(box[0], box[1], 3, box[3], stroke=0, fill=1)
    canvas.restoreState()


class Ruled(Placed):
    """One thing with a thin line below it and room above and below."""

    def __init__(
        self, child: Flowable, pad: float, *, color: str = style.LINE, width: float = style.HAIRLINE
    ) -> None:
        self._child = child
        self._pad = pad
        self._color = color
        self._line_width = width

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        inner = self._child.wrap(width, ENDLESS)[1]
        self.width, self.height = width, inner + 2 * self._pad
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.wrap(width, height)[1] <= height + 0.01:
            return [self]
        parts = self._child.split(width, height - 2 * self._pad)
        if len(parts) != 2:
            return []
        return [Ruled(part, self._pad, color=self._color, width=self._line_width) for part in parts]

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        self._child.drawOn(canvas, x, y + self._pad)
        stroke_with(canvas, self._color, self._line_width)
        draw_rule(canvas, (x, y), self.width)


class Indented(Placed):
    """One thing a little to the right."""

    def __init__(self, child: Flowable, indent: float) -> None:
        self._child = child
        self._indent = indent

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self._child.wrap(width - self._indent, ENDLESS)[1]
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        return [Indented(part, self._indent) for part in self._child.split(width - self._indent, height)]

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        self._child.drawOn(canvas, x + self._indent, y)


class Shrunk(Placed):
    """One thing made smaller to fit a height: the last resort when it can be neither placed nor split."""

    def __init__(self, child: Flowable, height: float) -> None:
        self._child = child
        self._height = height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        natural = self._child.wrap(width, ENDLESS)[1]
        self._factor = min(1.0, self._height / natural) if natural else 1.0
        self.width, self.height = width, natural * self._factor
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return [self]

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.scale(self._factor, self._factor)
        self._child.drawOn(canvas, 0, 0)
        canvas.restoreState()
