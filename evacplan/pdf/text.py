"""Text on paper: runs of letters laid out in lines, without markup, so that no value can break the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from reportlab.platypus import Flowable

from evacplan.pdf import style
from evacplan.pdf.fonts import Fonts
from evacplan.pdf.lines import Atom, Laid, Line, Run, laid
from evacplan.pdf.pen import draw_change_bar, draw_line
from evacplan.pdf.placed import Placed

__all__ = ["Align", "Run", "Text"]

Align = Literal["left", "right", "center"]

ASCENT = 0.88  # of the type size, as BIZ UDPGothic has it
_SHARE_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}  # of what a line leaves free


class Text(Placed):
    """Lines of text, broken by the Japanese rules; splits between lines across pages.

    The lines of a paragraph that is divided keep two together at either end where it has four or more.
    strut: a size that every line has at least, so that small print stands on the line of the text beside it.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        fonts: Fonts,
        *,
        align: Align = "left",
        leading: float = style.LEADING,
        strut: float = 0.0,
    ) -> None:
        self._set(laid(runs, fonts), align, leading, strut)

    def _set(self, words: Laid, align: Align, leading: float, strut: float) -> None:
        self._laid = words
        self._align: Align = align
        self._leading = leading
        self._strut = strut
        self._lines: list[Line] = []
        self._heights: list[float] = []
        self._broken_at: float | None = None

    @property
    def atoms(self) -> list[Atom]:
        """The characters, in order."""
        return self._laid.atoms

    @property
    def natural_width(self) -> float:
        """Width of the longest line when nothing has to be broken."""
        return self._laid.natural_width

    @property
    def least_width(self) -> float:
        """Width of the longest piece that should not be broken, such as a phone number."""
        return self._laid.least_width

    @property
    def last_line_width(self) -> float:
        """Width of the last line as last wrapped."""
        return self._lines[-1].width

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        if self._broken_at != width:
            self._lines = self._laid.lines(width)
            self._heights = [self._size(line) * self._line_leading(line) for line in self._lines]
            self._broken_at = self.width = width
            self.height = sum(self._heights)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        fitting, used = 0, 0.0
        for height_of_line in self._heights:
            used += height_of_line
            if used > height + 0.01:
                break
            fitting += 1
        fitting = _without_widow(fitting, len(self._lines))
        if fitting in (0, len(self._lines)):
            return [self] if fitting else []
        head = sum(len(line.atoms) for line in self._lines[:fitting])
        return [self._part(part) for part in self._laid.parted(head)]

    def _part(self, words: Laid) -> Text:
        part = Text.__new__(Text)
        part._set(words, self._align, self._leading, self._strut)
        return part

    def _size(self, line: Line) -> float:
        return line.size if line.second else max(self._strut, line.size)

    def _line_leading(self, line: Line) -> float:
        return min(self._leading, style.SECOND_LEADING) if line.second else self._leading

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        top = y + self.height
        for line, height in zip(self._lines, self._heights, strict=True):
            size = self._size(line)
            baseline = top - (height - size) / 2 - size * ASCENT
            start = x + (self.width - line.width) * _SHARE_BEFORE[self._align]
            draw_line(canvas, start, baseline, line)
            if line.changed:
                draw_change_bar(canvas, start, top, height)
            top -= height


def _without_widow(fitting: int, total: int) -> int:
    if total >= 4 and fitting == 1:
        return 0
    if total >= 4 and fitting == total - 1:
        return fitting - 1
    return fitting
