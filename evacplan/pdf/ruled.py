"""Room to write in by hand: ruled lines, words on a line, boxes to tick or for digits, a frame to glue in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from evacplan.form.view_pen import Blank, Room
from evacplan.pdf import style
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Frame, draw_frame
from evacplan.pdf.marks import TickBox
from evacplan.pdf.style import MM, paint
from evacplan.pdf.text import Text

RULE_W = 0.7
WORD_Y = -0.3 * MM  # from the rule to the foot of the line of a word on it
LEAST_GAP, WIDEST_GAP, YEAR_MORE = 9 * MM, 15 * MM, 1.5
TICK_GAP, TICKS_GAP = 1.6 * MM, 5 * MM
TICK_LINE = 6.6 * MM
DIGIT = 8 * MM
DASH_W = 5 * MM
PICTURE_W, PICTURE_H = 60 * MM, 45 * MM
GLUE = Frame(edge=style.GREY, edge_width=0.8, dashed=True)


class Lines(Flowable):  # type: ignore[misc]
    """Ruled lines, the last with a unit at its end."""

    def __init__(self, line: float, count: int = 1, unit: Text | None = None) -> None:
        super().__init__()
        self.line, self._count, self._unit = line, count, unit

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.line * self._count
        return width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        fitting = int((height + 0.01) // self.line)
        if fitting >= self._count:
            return [self]
        if not fitting:
            return []
        return [Lines(self.line, fitting), Lines(self.line, self._count - fitting, self._unit)]

    def draw(self) -> None:
        end = float(self.width)
        if self._unit is not None:
            unit_w = self._unit.natural_width + 0.5
            self._unit.wrap(unit_w, 0)
            self._unit.drawOn(self.canv, end - unit_w, WORD_Y)
            end -= unit_w + 1 * MM
        for place in range(self._count):
            rule(self.canv, 0, end if not place else float(self.width), place * self.line)


def rule(canvas: Any, start: float, end: float, y: float) -> None:
    """A line to write on."""
    canvas.setStrokeColor(paint(style.GREY))
    canvas.setLineWidth(RULE_W)
    canvas.line(start, y + RULE_W / 2, end, y + RULE_W / 2)


class WordsOnLine(Flowable):  # type: ignore[misc]
    """A line with words in it, each after the room for its figure: 年 月 日."""

    def __init__(self, line: float, words: Sequence[Text], *, ruled: bool = True) -> None:
        super().__init__()
        self._line, self._words, self._ruled = line, list(words), ruled

    @property
    def natural_width(self) -> float:
        """The width that leaves enough room to write between the words."""
        return sum(word.natural_width + LEAST_GAP for word in self._words)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self._line
        return width, self._line

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        wide = [word.natural_width + 0.5 for word in self._words]
        parts = len(wide) - 1 + (YEAR_MORE if len(wide) > 1 else 1.0)
        gap = min((float(self.width) - sum(wide)) / parts, WIDEST_GAP)
        x = 0.0
        for place, (word, word_w) in enumerate(zip(self._words, wide, strict=True)):
            x += gap * (YEAR_MORE if not place and len(wide) > 1 else 1.0)
            word.wrap(word_w + 1, 0)
            word.drawOn(self.canv, x, WORD_Y)
            x += word_w
        if self._ruled:
            rule(self.canv, 0, x, 0)


class Ticks(Flowable):  # type: ignore[misc]
    """Boxes of 4.2 mm to tick, each with its word, in as many lines as they need."""

    def __init__(self, words: Sequence[Text], least: float, kit: Kit) -> None:
        super().__init__()
        self._words, self._least = list(words), least
        self._size = kit.scale.body, kit.scale.leading

    @property
    def natural_width(self) -> float:
        """The width of all of them on one line."""
        return sum(_tick_w(word) + TICKS_GAP for word in self._words) - TICKS_GAP

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self._places: list[tuple[float, int]] = []
        x, line = 0.0, 0
        for word in self._words:
            wide = min(_tick_w(word), width)
            if x and x + wide > width + 0.01:
                x, line = 0.0, line + 1
            self._places.append((x, line))
            x += wide + TICKS_GAP
        self.width, self.height = width, max((line + 1) * TICK_LINE, self._least)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        for word, (x, line) in zip(self._words, self._places, strict=True):
            box = TickBox(*self._size)
            box.wrap(style.TICK_BOX + 1, 0)
            top = float(self.height) - line * TICK_LINE - (TICK_LINE - box.height) / 2
            box.drawOn(self.canv, x, top - box.height)
            start = x + style.TICK_BOX + TICK_GAP
            word.wrap(float(self.width) - start, 0)
            word.drawOn(self.canv, start, top - (box.height + word.height) / 2)


def _tick_w(word: Text) -> float:
    return style.TICK_BOX + TICK_GAP + word.natural_width + 1


class Boxes(Flowable):  # type: ignore[misc]
    """A box for each digit, the groups joined by a dash."""

    def __init__(self, groups: Sequence[int], line: float) -> None:
        super().__init__()
        self._groups, self._line = tuple(groups), line

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, max(self._line, DIGIT + 0.5 * MM)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        self.canv.setStrokeColor(paint(style.GREY))
        self.canv.setLineWidth(RULE_W)
        whole = sum(self._groups) * DIGIT + (len(self._groups) - 1) * DASH_W
        side = DIGIT * min(1.0, (float(self.width) - 1) / whole)
        x = 0.5
        for place, count in enumerate(self._groups):
            if place:
                self.canv.line(x + DASH_W * 0.25, side / 2, x + DASH_W * 0.75, side / 2)
                x += DASH_W
            for _ in range(count):
                self.canv.rect(x, 0.5, side, side, stroke=1, fill=0)
                x += side


class Glue(Flowable):  # type: ignore[misc]
    """A dashed frame to glue a photograph or a map into."""

    def __init__(self, word: Text) -> None:
        super().__init__()
        self._word = word

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, PICTURE_H
        return width, PICTURE_H

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        wide = min(float(self.width), PICTURE_W)
        draw_frame(self.canv, (0.5, 0.5, wide - 1, PICTURE_H - 1), GLUE)
        self._word.wrap(wide, 0)
        start = (wide - self._word.natural_width) / 2
        self._word.drawOn(self.canv, start, (PICTURE_H - self._word.height) / 2)


def first_line(room_: Flowable) -> float:
    """How high the first line of some room is, once it is wrapped."""
    if isinstance(room_, Lines):
        return room_.line
    return TICK_LINE if isinstance(room_, Ticks | Glue) else float(room_.height)


def room(blank: Blank, kit: Kit, line: float) -> Flowable:
    """The room for one field. line: the height of a line to write on, in points."""
    words = [kit.plain(word) for word in blank.words]
    match blank.room:
        case Room.PARTS:
            return WordsOnLine(line, words)
        case Room.TICKS:
            return Ticks(words, 0.0, kit)
        case Room.BOXES:
            return Boxes(blank.boxes, line)
        case Room.PICTURE:
            return Glue(kit.label(blank.words[0]))
    return Lines(line, blank.lines, kit.plain(blank.unit) if blank.unit else None)
