"""What is done to a picture before it is kept, as a value: turned, cropped, a way of points on it.

All places are pixels of the turned, uncropped picture, so that nothing is lost until it is kept.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

Point = tuple[float, float]

LEAST_FRAME = 16
EDGES = frozenset({"left", "top", "right", "bottom"})  # a grip on all four moves the frame


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of whole pixels; right and bottom are the first pixels outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def pulled(self, grip: Collection[str], by: Point, size: tuple[int, int]) -> "Frame":
        """The frame after its gripped edges went so far, inside a picture of a size and never too small."""
        right, down = round(by[0]), round(by[1])
        if set(grip) >= EDGES:
            right = min(max(right, -self.left), size[0] - self.right)
            down = min(max(down, -self.top), size[1] - self.bottom)
            return Frame(self.left + right, self.top + down, self.right + right, self.bottom + down)
        left, end = _pulled((self.left, self.right), ("left" in grip, "right" in grip), right, size[0])
        top, foot = _pulled((self.top, self.bottom), ("top" in grip, "bottom" in grip), down, size[1])
        return Frame(left, top, end, foot)


def _pulled(edges: tuple[int, int], gripped: tuple[bool, bool], by: int, size: int) -> tuple[int, int]:
    least = min(LEAST_FRAME, size)
    first, last = edges
    if gripped[0]:
        first = min(max(first + by, 0), max(last - least, 0))
    if gripped[1]:
        last = max(min(last + by, size), min(first + least, size))
    return first, last


def frame_between(one: Point, other: Point, size: tuple[int, int]) -> Frame:
    """The frame with these two corners, inside the picture and never too small."""
    (left, right), (top, bottom) = (
        _span(first, second, limit) for first, second, limit in zip(one, other, size, strict=True)
    )
    return Frame(left, top, right, bottom)


def _span(one: float, other: float, limit: int) -> tuple[int, int]:
    least = min(LEAST_FRAME, limit)
    first = min(max(round(min(one, other)), 0), limit - least)
    return first, max(min(round(max(one, other)), limit), first + least)


@dataclass(frozen=True, slots=True)
class Edit:
    """size: of the turned picture. turns: quarters clockwise, 0 to 3. way: points from home on."""

    size: tuple[int, int]
    frame: Frame
    turns: int = 0
    way: tuple[Point, ...] = ()

    @classmethod
    def of(cls, width: int, height: int) -> "Edit":
        """Nothing done yet to a picture of this size."""
        return cls((width, height), Frame(0, 0, width, height))

    @property
    def whole(self) -> Frame:
        """The frame that cuts nothing away."""
        return Frame(0, 0, *self.size)

    def turned(self, quarters: int) -> "Edit":
        """The same, turned so many quarters clockwise, the frame and the way with it."""
        edit = self
        for _ in range(quarters % 4):
            edit = edit._turned_once()
        return edit

    def _turned_once(self) -> "Edit":
        width, height = self.size
        old = self.frame
        return Edit(
            (height, width),
            Frame(height - old.bottom, old.left, height - old.top, old.right),
            (self.turns + 1) % 4,
            tuple((height - y, x) for x, y in self.way),
        )

    def framed(self, frame: Frame) -> "Edit":
        return replace(self, frame=frame)

    def with_point(self, point: Point) -> "Edit":
        """One more point, kept inside the frame; the same place twice is one point."""
        x = min(max(point[0], self.frame.left), self.frame.right)
        y = min(max(point[1], self.frame.top), self.frame.bottom)
        if self.way and abs(x - self.way[-1][0]) + abs(y - self.way[-1][1]) < 1:
            return self
        return replace(self, way=(*self.way, (x, y)))

    def without_last_point(self) -> "Edit":
        return replace(self, way=self.way[:-1])


class Steps:
    """The edits one after the other, to go back. Steps of one series (held keys) go back together."""

    def __init__(self, first: Edit) -> None:
        self._all = [first]
        self._series = ""

    @property
    def now(self) -> Edit:
        return self._all[-1]

    @property
    def first(self) -> Edit:
        return self._all[0]

    def do(self, edit: Edit, series: str = "") -> None:
        """Take a step; nothing happens when it changes nothing."""
        if edit == self.now:
            return
        if series and series == self._series:
            self._all[-1] = edit
        else:
            self._all.append(edit)
        self._series = series

    def undo(self) -> bool:
        """Go one step back; False when there is none."""
        self._series = ""
        if len(self._all) == 1:
            return False
        self._all.pop()
        return True
