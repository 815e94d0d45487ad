"""Two columns like those of a newspaper: as high as each other, and going on over the next pages."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from evacplan.pdf.layout import ENDLESS, Nothing
from evacplan.pdf.placed import Placed

BALANCING_STEPS = 9


class TwoColumns(Placed):
    """One tall thing cut into a left and a right column, read down the left one first."""

    def __init__(self, whole: Flowable, gutter: float) -> None:
        self._whole = whole
        self._gutter = gutter
        self._balanced_at: float | None = None

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        if self._balanced_at != width:
            self._column = (width - self._gutter) / 2
            self._left, self._right = self._balanced()
            self._balanced_at = width
        self.width = width
        self.height = max(self._left.height, self._right.height)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.wrap(width, height)[1] <= height + 0.01:
            return [self]
        left = self._whole.split(self._column, height)
        if len(left) != 2:
            return []
        right = left[1].split(self._column, height)
        if not right:
            return [_Set(left[0], Nothing(), self._gutter), TwoColumns(left[1], self._gutter)]
        first = _Set(left[0], right[0], self._gutter)
        return [first, TwoColumns(right[1], self._gutter)] if len(right) == 2 else [first]

    def _balanced(self) -> tuple[Flowable, Flowable]:
        """The lowest pair of columns that holds everything, the left one not lower than it must be."""
        _, total = self._whole.wrap(self._column, ENDLESS)
        low, high = total * 0.45, total
        best = self._cut(total)
        for _ in range(BALANCING_STEPS):
            middle = (low + high) / 2
            pair = self._cut(middle)
            if max(part.height for part in pair) <= max(part.height for part in best):
                best = pair
            if pair[1].height > middle:
                low = middle
            else:
                high = middle
        return best

    def _cut(self, height: float) -> tuple[Flowable, Flowable]:
        parts = self._whole.split(self._column, height)
        left, right = (parts[0], parts[1]) if len(parts) == 2 else (self._whole, Nothing())
        left.wrap(self._column, ENDLESS)
        right.wrap(self._column, ENDLESS)
        return left, right

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        for part, left in ((self._left, x), (self._right, x + self._column + self._gutter)):
            part.drawOn(canvas, left, y + self.height - part.height)


class _Set(TwoColumns):
    """Two columns whose contents are settled."""

    def __init__(self, left: Flowable, right: Flowable, gutter: float) -> None:
        super().__init__(left, gutter)
        self._pair = left, right

    def _balanced(self) -> tuple[Flowable, Flowable]:
        for part in self._pair:
            part.wrap(self._column, ENDLESS)
        return self._pair

    def split(self, width: float, height: float) -> list[Flowable]:
        return [self] if self.wrap(width, height)[1] <= height + 0.01 else []
