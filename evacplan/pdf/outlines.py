"""Outlines of glyphs as TrueType writes them, on a grid of 512 units to the em.

The shipped fonts have 2048. A unit is still finer than a dot of 600 dpi in our largest letters (52 points),
and the letters, which are most of the bytes of a page, get a fifth smaller. Each glyph is written once and
kept: what a letter looks like is nobody's secret.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any, NamedTuple

import uharfbuzz as hb

UNITS = 512
_ON, _X_SHORT, _Y_SHORT, _REPEAT, _X_SAME, _Y_SAME = 1, 2, 4, 8, 16, 32  # flags of a point (OpenType, glyf)
Point = tuple[float, float, int]  # x, y, whether it lies on the outline


class Outline(NamedTuple):
    """One glyph: its bytes, its box (None: it draws nothing), how many points and contours it has."""

    data: bytes
    box: tuple[int, int, int, int] | None
    points: int
    contours: int


class Outlines:
    """The outlines of one font file; composed glyphs are written out."""

    def __init__(self, face: Any) -> None:
        self._font: Any = hb.Font(face)
        self._factor = UNITS / face.upem
        self._pen = _pen()
        self._known: dict[int, Outline] = {}

    def outline(self, gid: int) -> Outline:
        """The outline of a glyph by its number in the file."""
        found = self._known.get(gid)
        if found is None:
            contours: list[list[Point]] = []
            self._font.draw_glyph(gid, self._pen, contours)
            found = self._known[gid] = _written([_on_grid(one, self._factor) for one in contours])
        return found

    def advance(self, gid: int) -> int:
        """How far a glyph goes on, in units."""
        units: int = round(self._font.get_glyph_h_advance(gid) * self._factor)
        return units


def _pen() -> Any:
    """What HarfBuzz calls with each piece of an outline, to gather contours of points."""
    pen: Any = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, contours: contours.append([(x, y, _ON)]))
    pen.set_line_to_func(lambda x, y, contours: contours[-1].append((x, y, _ON)))
    pen.set_quadratic_to_func(_quadratic_to)
    pen.set_close_path_func(lambda _contours: None)
    return pen


def _quadratic_to(
    control_x: float, control_y: float, x: float, y: float, contours: list[list[Point]]
) -> None:
    contours[-1] += [(control_x, control_y, 0), (x, y, _ON)]


def _on_grid(contour: list[Point], factor: float) -> list[tuple[int, int, int]]:
    """The points rounded to the grid, without those that TrueType understands unsaid.

    Unsaid is the end, which is the start, and a point in the middle between two that shape a curve.
    """
    if len(contour) > 1 and contour[-1] == contour[0]:
        contour = contour[:-1]
    count = len(contour)
    kept = []
    for place, (x, y, on) in enumerate(contour):
        before, after = contour[place - 1], contour[(place + 1) % count]
        is_curved = on and not before[2] and not after[2]
        if is_curved and before[0] + after[0] == 2 * x and before[1] + after[1] == 2 * y:
            continue
        kept.append((round(x * factor), round(y * factor), on))
    return kept


def _written(contours: list[list[tuple[int, int, int]]]) -> Outline:
    """A simple glyph (OpenType, glyf): ends of contours, flags, steps in x, steps in y."""
    contours = [contour for contour in contours if len(contour) > 1]
    points = [point for contour in contours for point in contour]
    if not points:
        return Outline(b"", None, 0, 0)
    box = _box(points)
    ends, last = [], -1
    for contour in contours:
        last += len(contour)
        ends.append(last)
    head = struct.pack(f">5h{len(ends)}HH", len(ends), *box, *ends, 0)
    data = head + _steps(points)
    return Outline(data + bytes(-len(data) % 2), box, len(points), len(ends))


def _box(points: Sequence[tuple[int, int, int]]) -> tuple[int, int, int, int]:
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def _steps(points: Sequence[tuple[int, int, int]]) -> bytes:
    flags, across, up = [], bytearray(), bytearray()
    last_x = last_y = 0
    for x, y, on in points:
        flags.append(
            on | _step(x - last_x, across, _X_SHORT, _X_SAME) | _step(y - last_y, up, _Y_SHORT, _Y_SAME)
        )
        last_x, last_y = x, y
    return bytes(_repeated(flags) + across + up)


def _step(step: int, target: bytearray, short: int, same: int) -> int:
    """Write one step as briefly as it can be; returns its flags."""
    if not step:
        return same
    if -256 < step < 256:
        target.append(abs(step))
        return short | same if step > 0 else short
    target += struct.pack(">h", step)
    return 0


def _repeated(flags: Sequence[int]) -> bytearray:
    """Flags with runs of three and more said by their number."""
    written = bytearray()
    place = 0
    while place < len(flags):
        end = place + 1
        while end < len(flags) and flags[end] == flags[place] and end - place < 256:
            end += 1
        run = end - place
        written += bytes((flags[place] | _REPEAT, run - 1)) if run > 2 else bytes([flags[place]] * run)
        place = end
    return written
