"""What a blank form shows: fields with room to write in by hand, never a value.

Beside view.py, which says the same of filled papers. Sizes are the paper's own; `line_mm` alone is chosen per
page, so that a form takes as few sides as it can.
"""

from dataclasses import dataclass
from enum import StrEnum


class Room(StrEnum):
    """How a field is answered with a pen."""

    LINE = "line"  # one ruled line, with the unit at its end
    SHORT = "short"  # the same, for a number
    PHONE = "phone"  # the same, for a telephone number
    LINES = "lines"  # several ruled lines
    PARTS = "parts"  # a line with words in it: 年 月 日
    TICKS = "ticks"  # boxes of 4.2 mm to tick
    BOXES = "boxes"  # a box for each digit
    PICTURE = "picture"  # a frame to glue a photograph into


_SHARES = {
    Room.LINE: 1.8,
    Room.SHORT: 1.0,
    Room.PHONE: 2.2,
    Room.LINES: 3.0,
    Room.TICKS: 1.3,
    Room.BOXES: 2.0,
    Room.PICTURE: 3.0,
}
MOST_TICKS, LONGEST_TICK = 2, 3  # of a cell in a table


@dataclass(frozen=True, slots=True)
class Blank:
    """One field to write in. words: of the parts or to tick; boxes: how many, group by group.

    must: without it the plan is not complete. note: small print that helps, "" for none.
    """

    label: str
    room: Room
    note: str = ""
    unit: str = ""
    words: tuple[str, ...] = ()
    boxes: tuple[int, ...] = ()
    lines: int = 1
    must: bool = False

    @property
    def share(self) -> float:
        """The width it wants as a column of a table, relative to the others."""
        if self.room is Room.PARTS:
            return 0.5 + 0.5 * len(self.words)
        return _SHARES[self.room]

    @property
    def fits_a_cell(self) -> bool:
        """Whether it can be answered in a cell of a table."""
        if self.room is Room.TICKS:
            return len(self.words) <= MOST_TICKS and all(len(word) <= LONGEST_TICK for word in self.words)
        return self.room not in (Room.PICTURE, Room.BOXES)


@dataclass(frozen=True, slots=True)
class BlankFields:
    """Fields beside and below each other, in order. tight: with their labels beside the room to write in."""

    title: str
    fields: tuple[Blank, ...]
    note: str = ""
    line_mm: float = 9.0
    tight: bool = False


@dataclass(frozen=True, slots=True)
class BlankTable:
    """An empty table; numbered rows high enough to write in."""

    title: str
    columns: tuple[Blank, ...]
    rows: int
    note: str = ""
    line_mm: float = 9.0


@dataclass(frozen=True, slots=True)
class BlankCards:
    """The same fields again and again, for rows that are too wide for a table. name: what one is called."""

    title: str
    name: str
    parts: tuple[BlankFields | BlankTable, ...]
    count: int
    note: str = ""
    line_mm: float = 9.0


@dataclass(frozen=True, slots=True)
class BlankSteps:
    """Numbered lines; an empty one is room for what only this child's home knows."""

    title: str
    steps: tuple[str, ...]
    line_mm: float = 9.0


@dataclass(frozen=True, slots=True)
class SayBlock:
    """A sentence to say aloud. label: that it is one."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class MemoBlock:
    """Ruled lines for anything else, as many as still fit the page."""

    title: str
    lines: int = 0


PenBlock = BlankFields | BlankTable | BlankCards | BlankSteps | SayBlock | MemoBlock
