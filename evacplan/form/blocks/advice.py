"""What to do: the levers, the ladder, and who carries what, as far as an edition may show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from evacplan.form.blocks.base import Context
from evacplan.form.blocks.sheet import sequence
from evacplan.form.layout import BlockLayout
from evacplan.form.leaving_words import CarrierLine, LeavingLines
from evacplan.form.view import (
    Answer,
    Column,
    NotesBlock,
    SimpleBlock,
    State,
    Step,
    StepsBlock,
    TableBlock,
)
from evacplan.form.visible import Visible
from evacplan.form.words import figure


def levers(context: Context, _layout: BlockLayout) -> Iterator[SimpleBlock]:
    """What each measure wins, and what it takes to reach the target."""
    if context.figures.levers is not None:
        yield context.figures.levers
    if context.figures.lever_notes:
        yield NotesBlock("", context.figures.lever_notes)


def ladder(context: Context, _layout: BlockLayout) -> Iterator[SimpleBlock]:
    """What to do at which hour of an outage."""
    if context.figures.ladder is not None:
        yield context.figures.ladder


def leaving(context: Context, _layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Who carries what as a table, then what to mind, then how it was counted."""
    found = context.figures.leaving
    lines = _shown(context.visible, found)
    if found is None or not lines:
        return
    heads = (Column(found.words["who"], 0.8), Column(found.words["what"], 3.0))
    columns = (*heads, Column(found.words["kg"], 0.8, numeric=True))
    rows = tuple(
        (_who(line), Answer(line.what), Answer(line.weight) if line.weight else None) for line in lines
    )
    yield TableBlock(found.title, columns, rows)
    warnings = _warnings(context.visible, found)
    if warnings:
        yield NotesBlock("", warnings, loud=True)
    yield NotesBlock("", found.notes)


def leaving_steps(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Who carries what in few large lines once that is decided; until then the order of loading."""
    found = context.figures.leaving
    lines = _shown(context.visible, found)
    if found is None or not lines or any(line.is_open for line in lines):
        yield from sequence(context, layout)
        return
    steps = (
        Step(str(number), f"{line.who}　{line.what}", figure=line.weight)
        for number, line in enumerate(lines, 1)
    )
    yield StepsBlock(found.short, tuple(steps))


def leaving_lines(context: Context, _layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Who carries what in one running line."""
    found = context.figures.leaving
    lines = _shown(context.visible, found)
    if found is not None and lines:
        text = "　".join(f"{line.who}：{line.what} {line.weight}".strip() for line in lines)
        yield NotesBlock(found.title, (text,))


@dataclass(frozen=True, slots=True)
class _Line:
    who: str
    what: str
    weight: str
    is_open: bool


def _who(line: _Line) -> Answer:
    return Answer(line.who, State.UNKNOWN) if line.is_open else Answer(line.who)


def _shown(visible: Visible, found: LeavingLines | None) -> list[_Line]:
    """The lines with the loads whose carrier and weight the edition may show."""
    if found is None:
        return []
    lines = (_line(visible, found, line) for line in found.lines)
    return [line for line in lines if line is not None]


def _line(visible: Visible, found: LeavingLines, line: CarrierLine) -> _Line | None:
    loads = [load for load in line.loads if _may_show(visible, load.places)]
    if not loads:
        return None
    known = [load.kg for load in loads if load.kg is not None]
    pattern = found.words["weight" if len(known) == len(loads) else "weight_more"]
    weight = pattern.format(kg=figure(round(sum(known), 3))) if known else ""
    return _Line(line.who, found.words["join"].join(load.name for load in loads), weight, line.is_open)


def _warnings(visible: Visible, found: LeavingLines) -> tuple[str, ...]:
    return tuple(one.text for one in found.warnings if _may_show(visible, one.places))


def _may_show(visible: Visible, places: tuple[str, ...]) -> bool:
    return all(visible.may_show(visible.form.item(place)) for place in places)
