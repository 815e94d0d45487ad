"""Sizes, colours and the grid of the paper: the one place where a new look begins.

Lengths in points. Sizes of type come from one scale; every colour stays readable on a grey copier.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4

MM = 72 / 25.4

PAGE_W, PAGE_H = A4
MARGIN = 14 * MM
CONTENT_W = PAGE_W - 2 * MARGIN
GUTTER = 6 * MM
COLUMN_W = (CONTENT_W - GUTTER) / 2
HEAD_H = 13 * MM
FOOT_H = 8 * MM
NARROW = 70 * MM  # below this width things stand below each other rather than side by side

INK = "#1B1F24"
GREY = "#5B6570"
LINE = "#C9D0D6"
PALE = "#F4F6F7"
TEAL = "#0B5D66"
RED = "#A31621"
RED_PALE = "#FCEBEA"
AMBER = "#8A5A00"
WHITE = "#FFFFFF"

TICK_BOX = 4.2 * MM
HAIRLINE = 0.5
RULE = 1.2
RADIUS = 2.2 * MM
LEADING = 1.45


@cache
def paint(color: str) -> Color:
    """A colour of the palette as ReportLab wants it; reading "#1B1F24" anew each time is slow."""
    return HexColor(color)


BODY = 10.5  # the standard size; every other stands in a Scale
LEAST_SECOND, SECOND_SIZE, MOST_SECOND = 8.5, 0.82, 12.0  # of words in a second language
SECOND_LEADING = 1.2


class Ink(NamedTuple):
    """How letters look: size in points, weight, colour; changed: a bar stands in the margin beside them.

    second: of words in the second language.
    """

    size: float = BODY
    bold: bool = False
    color: str = INK
    changed: bool = False
    second: bool = False

    def with_size(self, size: float) -> Ink:
        return self._replace(size=size)

    def for_second(self) -> Ink:
        """The ink of the words in the second language beside or below words in this one."""
        size = min(self.size, MOST_SECOND, max(LEAST_SECOND, self.size * SECOND_SIZE))
        color = GREY if self.color == INK else self.color
        return self._replace(size=size, bold=False, color=color, second=True)


PLAIN = Ink()
STRONG = Ink(bold=True)


@dataclass(frozen=True)
class Scale:
    """Sizes of type and room of one kind of page.

    small: notes and labels. strong: numbers that matter. heading: titles of blocks. row: room above and
    below a line of a list. gap: room between blocks. leading: height of a line as a multiple of its size.
    """

    body: float = BODY
    small: float = 9.0
    strong: float = 12.0
    heading: float = 13.0
    phone: float = 15.0
    name: float = 26.0
    figure: float = 34.0
    row: float = 1.1 * MM
    gap: float = 6 * MM
    leading: float = LEADING
    heading_color: str = TEAL
    joined: bool = False  # two columns below two columns share one height
    dense: bool = False  # narrow blocks side by side, three facts to a line

    @property
    def plain(self) -> Ink:
        return Ink(self.body)

    @property
    def bold(self) -> Ink:
        return Ink(self.body, bold=True)

    @property
    def label(self) -> Ink:
        return Ink(self.small, color=GREY)

    @property
    def loud(self) -> Ink:
        """Letters of 未確認: bold, and framed by whoever sets them."""
        return Ink(self.body, bold=True, color=AMBER)


STANDARD = Scale()
PEN = Scale(gap=4 * MM)  # of a blank form, whose lines to write on keep things apart


def _ladder(*steps: Scale, between: int = 8) -> tuple[Scale, ...]:
    """Scales from roomy to tight, with even steps between each pair."""
    rungs = [steps[0]]
    for upper, lower in pairwise(steps):
        rungs += [_mixed(upper, lower, part / between) for part in range(1, between + 1)]
    return tuple(rungs)


def _mixed(upper: Scale, lower: Scale, part: float) -> Scale:
    pairs = ((getattr(upper, name), getattr(lower, name)) for name in SIZES)
    values = (round(first + (second - first) * part, 2) for first, second in pairs)
    return replace(upper, **dict(zip(SIZES, values, strict=True)))


SIZES = ("body", "small", "strong", "heading", "phone", "name", "figure", "row", "gap", "leading")

# An emergency sheet or a tight side is set in the first of these in which it fits its page.
LARGE = _ladder(
    Scale(14, 11, 16, 15, 20, 30, 42, row=2.9 * MM, gap=7.5 * MM, leading=1.45, heading_color=INK),
    Scale(14, 10.5, 15, 14, 20, 28, 40, row=1.8 * MM, gap=5.0 * MM, leading=1.4, heading_color=INK),
    Scale(
        14, 9.5, 14, 13, 18, 26, 36, row=0.7 * MM, gap=3.2 * MM, leading=1.28, heading_color=INK, joined=True
    ),
    Scale(
        14, 9.5, 14, 12, 17, 24, 32, row=0.3 * MM, gap=2.2 * MM, leading=1.18, heading_color=INK, joined=True
    ),
    Scale(
        14, 9.5, 14, 12, 16, 22, 32, row=0.2 * MM, gap=1.5 * MM, leading=1.13, heading_color=INK, joined=True
    ),
)
# A poster in the first in which it fits one side; at the end it is an emergency sheet.
POSTER = (
    *_ladder(
        Scale(
            20, 14, 22, 20, 26, 34, 52, row=3.4 * MM, gap=8 * MM, leading=1.4, heading_color=INK, joined=True
        ),
        Scale(
            17, 12, 18, 17, 22, 30, 42, row=2 * MM, gap=5 * MM, leading=1.32, heading_color=INK, joined=True
        ),
        Scale(
            14, 10.5, 15, 14, 18, 26, 36, row=1 * MM, gap=4 * MM, leading=1.28, heading_color=INK, joined=True
        ),
    ),
    LARGE[-1],
)
# The same in two languages: where all the words do not fit at full size, a little smaller, too.
_SMALLER = _ladder(
    LARGE[-1],
    Scale(12, 9, 13, 11, 14, 20, 28, row=0.1 * MM, gap=1.3 * MM, leading=1.1, heading_color=INK, joined=True),
    Scale(11, 9, 12, 11, 14, 20, 28, row=0.0, gap=1.0 * MM, leading=1.08, heading_color=INK, joined=True),
)
LARGE_BILINGUAL = (*LARGE, *_SMALLER[1:])
POSTER_BILINGUAL = (*POSTER, *_SMALLER[1:])
# Running text of a manual, in the roomiest that saves a side.
BOOK = _ladder(STANDARD, Scale(row=0.3 * MM, gap=3 * MM, leading=1.3, heading=12, strong=11))
# One panel of a folded card.
CARD = _ladder(
    Scale(12, 10, 13, 12, 15, 20, 24, row=1 * MM, gap=3.4 * MM, leading=1.35, heading_color=INK),
    Scale(10.5, 9, 11, 10.5, 12, 16, 18, row=0.3 * MM, gap=1.6 * MM, leading=1.2, heading_color=INK),
)
COMPACT = _ladder(
    replace(STANDARD, dense=True),
    Scale(name=20, row=0.5 * MM, gap=3.4 * MM, leading=1.32, heading=12, strong=11, dense=True),
    Scale(name=18, row=0.3 * MM, gap=2.4 * MM, leading=1.24, heading=11, strong=11, dense=True),
    Scale(name=18, row=0.1 * MM, gap=1.5 * MM, leading=1.15, heading=11, strong=11, dense=True),
    between=3,
)
