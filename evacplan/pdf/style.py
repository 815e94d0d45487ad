"""Sizes, colours and the grid of the paper: the one place where a new look begins.

Lengths in points. Sizes of type come from one scale; every colour stays readable on a grey copier.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.pagesizes import A4

MM = 72 / 25.4

PAGE_W, PAGE_H = A4
MARGIN = 14 * MM
CONTENT_W = PAGE_W - 2 * MARGIN
GUTTER = 6 * MM
COLUMN_W = (CONTENT_W - GUTTER) / 2
HEAD_H = 13 * MM
FOOT_H = 8 * MM

INK = "#1B1F24"
GREY = "#5B6570"
LINE = "#C9D0D6"
PALE = "#F4F6F7"
TEAL = "#0B5D66"
RED = "#A31621"
RED_PALE = "#FCEBEA"
AMBER = "#8A5A00"
WHITE = "#FFFFFF"

TINY = 9.0
BODY = 10.5
LARGE = 12.0
TITLE = 15.0
BIG = 20.0
HUGE = 26.0
GIANT = 34.0

TICK_BOX = 4.2 * MM
HAIRLINE = 0.5
RULE = 1.2
RADIUS = 2.2 * MM
LEADING = 1.45


@dataclass(frozen=True)
class Ink:
    """How letters look: size in points, weight, colour."""

    size: float = BODY
    bold: bool = False
    color: str = INK

    def with_size(self, size: float) -> Ink:
        return replace(self, size=size)


PLAIN = Ink()
STRONG = Ink(bold=True)
SMALL = Ink(TINY)
LABEL = Ink(TINY, color=GREY)
HEADING = Ink(LARGE, bold=True)
SECTION = Ink(TITLE, bold=True)
COLUMN_HEAD = Ink(TINY, bold=True, color=GREY)
