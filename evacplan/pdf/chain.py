"""The chain of calls: a box for each, who makes it at the left, an arrow to the next when no one answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from evacplan.form.view import ChainBlock, Fact, Link, State
from evacplan.pdf import style
from evacplan.pdf.arrows import LINE_W, draw_arrow
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Frame, Item, Nothing, Panel, Row, Stack
from evacplan.pdf.marks import Badge
from evacplan.pdf.style import MM, paint
from evacplan.pdf.text import Run, Text

RAIL_W = 34 * MM  # of who calls, with the arrow to whom
CALLER_W = 27 * MM
BRANCH_X = 5 * MM  # where the line to a caller's further calls runs
ARROW_X = 6 * MM  # from the left edge of a box
ARROW_H = 5.2 * MM
ARROW_GAP = 4 * MM
MOST_PHONE_SHARE = 0.56
KEEP_CALL = 90 * MM  # a call lower than this is not divided between two pages
CALL = Frame(edge=style.INK, edge_width=0.9, pad_x=3 * MM, pad_y=1.3 * MM)
CALLER = Frame(fill=style.PALE, edge=style.INK, edge_width=1.2, pad_x=2 * MM, pad_y=1.3 * MM)


def chain_block(block: ChainBlock, kit: Kit, width: float) -> Flowable:
    steps = [_step(block.links, place, kit, width) for place in range(len(block.links))]
    return kit.titled(block.title, [Item(Chain(steps))])


def _step(links: Sequence[Link], place: int, kit: Kit, width: float) -> Step:
    link = links[place]
    before = links[place - 1].caller.text if place else ""
    after = links[place + 1].caller.text if place + 1 < len(links) else ""
    return Step(
        Panel(_call(link, place + 1, kit, width - RAIL_W - 2 * CALL.pad_x), CALL),
        Panel(kit.runs(_bold(kit.answer_runs(link.caller))), CALLER),
        _otherwise(link.otherwise, kit) if link.otherwise else None,
        starts=link.caller.text != before,
        goes_on=link.caller.text == after,
    )


def _bold(runs: Sequence[Run]) -> list[Run]:
    return [run._replace(ink=run.ink._replace(bold=True)) for run in runs]


def _otherwise(said: Fact, kit: Kit) -> Text:
    label = [Run(f"{said.label}　", kit.scale.label, whole=True, leads=True)] if said.label else []
    return kit.runs([*label, *kit.answer_runs(said.answer)])


def _call(link: Link, number: int, kit: Kit, width: float) -> Stack:
    """The number of the call, whom, the telephone numbers at the right, and below what else is said."""
    line = kit.scale.phone * 1.25
    badge = Badge(str(number), kit.fonts, line, line=line)
    phones = [_phone(fact, kit, first=not place) for place, fact in enumerate(link.phones)]
    widest = max(phone.natural_width for phone in phones) + 1
    badge_w, gap = line, 2.4 * MM
    phone_w = min(widest, width * MOST_PHONE_SHARE)
    names = Stack([Item(_who(link, kit))])
    numbers = Stack([Item(phone) for phone in phones])
    widths = [badge_w, width - badge_w - phone_w - 2 * gap, phone_w]
    head = Row([badge, names, numbers], widths, gutter=gap, middle=True)
    if link.more is None:
        return Stack([Item(head)])
    below = Row([Nothing(), kit.answer(link.more)], [badge_w, width - badge_w - gap], gutter=gap)
    return Stack([Item(head, keep_next=True), Item(below, 0.6 * MM)])


def _who(link: Link, kit: Kit) -> Text:
    runs: list[Run] = []
    for place, answer in enumerate(link.who):
        if place:
            runs.append(Run("　", kit.scale.plain))
        shown = answer if place else replace(answer, strong=answer.state is State.VALUE)
        runs += kit.answer_runs(shown)
    return kit.runs(runs)


def _phone(fact: Fact, kit: Kit, *, first: bool) -> Text:
    """A number with its label, the first one in larger type; what is not known is framed."""
    size = kit.scale.phone if first else kit.scale.strong
    runs = [
        run._replace(ink=run.ink.with_size(size), whole=True) if run.ink.bold and not run.framed else run
        for run in kit.answer_runs(fact.answer)
    ]
    label = Run(f"{fact.label} ", kit.scale.label, whole=True)
    return Text([label, *runs], kit.fonts, align="right", leading=1.25)


class Step(Flowable):  # type: ignore[misc]
    """One call: the box, its caller or the line from them, and the arrow to the next call.

    starts: the caller's own box stands beside it; goes_on: the next call is made by the same one.
    """

    def __init__(
        self, box: Panel, caller: Panel, otherwise: Text | None, *, starts: bool, goes_on: bool
    ) -> None:
        super().__init__()
        self._box, self._caller, self._otherwise = box, caller, otherwise
        self._starts, self._goes_on = starts, goes_on

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self._box.wrap(width - RAIL_W, 0)
        self._caller.wrap(CALLER_W, 0)
        self._call_h = max(self._box.height, self._caller.height if self._starts else 0.0)
        self._arrow_h = 0.0
        if self._otherwise is not None:
            _, text_h = self._otherwise.wrap(width - RAIL_W - ARROW_X - ARROW_GAP, 0)
            self._arrow_h = max(ARROW_H, text_h + 0.8 * MM)
        self.height = self._call_h + self._arrow_h
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.wrap(width, height)[1] <= height + 0.01:
            return [self]
        if self.height <= KEEP_CALL or (self._starts and self._caller.height > height):
            return []
        parts = self._box.split(width - RAIL_W, min(height, self._box.height - 1))
        if len(parts) != 2:
            return []
        first = Step(parts[0], self._caller, None, starts=self._starts, goes_on=True)
        rest = Step(parts[1], self._caller, self._otherwise, starts=False, goes_on=self._goes_on)
        return [first, rest]

    def with_caller(self) -> Step:
        """The same with its caller beside it, as at the top of a page."""
        return Step(self._box, self._caller, self._otherwise, starts=True, goes_on=self._goes_on)

    def draw(self) -> None:
        top = float(self.height)
        self._box.drawOn(self.canv, RAIL_W, top - self._box.height)
        beside = self._draw_caller(top) if self._starts else self._draw_branch(top)
        draw_arrow(self.canv, beside, (RAIL_W - 0.4, beside[1]))
        if self._otherwise is not None:
            foot = top - self._call_h
            x = RAIL_W + ARROW_X
            draw_arrow(self.canv, (x, top - self._box.height), (x, 0.4))
            text_y = foot - (self._arrow_h + self._otherwise.height) / 2
            self._otherwise.drawOn(self.canv, x + ARROW_GAP, text_y)

    def _draw_caller(self, top: float) -> tuple[float, float]:
        """The box of who calls; returns where the arrow to the call begins."""
        height = float(self._caller.height)
        self._caller.drawOn(self.canv, 0, top - height)
        if self._goes_on:
            self._line(top - height, 0.0)
        return CALLER_W, top - min(height, float(self._box.height)) / 2

    def _draw_branch(self, top: float) -> tuple[float, float]:
        middle = top - float(self._box.height) / 2
        self._line(top, 0.0 if self._goes_on else middle)
        return BRANCH_X - LINE_W / 2, middle

    def _line(self, y1: float, y2: float) -> None:
        self.canv.setStrokeColor(paint(style.INK))
        self.canv.setLineWidth(LINE_W)
        self.canv.line(BRANCH_X, y1, BRANCH_X, y2)


class Chain(Flowable):  # type: ignore[misc]
    """Calls one below the other; where they go on over the page, who calls is named there again."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self._steps = list(steps)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.height = sum(step.wrap(width, 0)[1] for step in self._steps)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.wrap(width, height)[1] <= height + 0.01:
            return [self]
        used = 0.0
        for place, step in enumerate(self._steps):
            if used + step.height > height + 0.01:
                return self._divided(place, step.split(width, height - used))
            used += step.height
        return [self]

    def _divided(self, place: int, parts: Sequence[Flowable]) -> list[Flowable]:
        before, after = self._steps[:place], self._steps[place:]
        if len(parts) == 2:
            first, rest = parts
            assert isinstance(first, Step)
            assert isinstance(rest, Step)
            before, after = [*before, first], [rest, *after[1:]]
        if not before:
            return []
        return [Chain(before), Chain([after[0].with_caller(), *after[1:]])]

    def draw(self) -> None:
        top = float(self.height)
        for step in self._steps:
            top -= step.height
            step.drawOn(self.canv, 0, top)
