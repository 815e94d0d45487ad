"""Blocks of the emergency sheet: who, what must never stop, what to do now, whom to call."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from evacplan.domain.choices import Priority
from evacplan.domain.values import Shape
from evacplan.form.blocks.base import Context
from evacplan.form.layout import BlockLayout
from evacplan.form.running import run_in
from evacplan.form.spec import Repeat
from evacplan.form.view import (
    AlertBlock,
    Answer,
    Bar,
    Call,
    CallsBlock,
    IdentityBlock,
    NotesBlock,
    SimpleBlock,
    State,
    Step,
    StepsBlock,
    Tile,
    TilesBlock,
)
from evacplan.form.visible import Visible

MOST_SMALL = 4  # swaps in the small print of another
_FLOWS = ("oxygen.flow_rest", "oxygen.flow_active", "oxygen.flow_sleep")


def identity(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Name, reading and photo, then the other named fields as short details."""
    visible = context.visible
    name, kana, photo, *details = layout.items
    picture = visible.answer(photo)
    told = [text for path in details if (text := _detail(context, path))]
    yield IdentityBlock(
        visible.text(name) or context.sentences.paper["name_empty"],
        visible.text(kana),
        tuple(told),
        picture.image if picture else None,
    )


def _detail(context: Context, path: str) -> str:
    visible = context.visible
    text = visible.value_text(path)
    if not text:
        return ""
    item = visible.form.item(path)
    if item.leaf.kind.shape is Shape.DAY:
        age = visible.age(path, context.today) if item.path == "child.birth_on" else None
        return f"{item.short} {text}" if age is None else f"{text}生（{age}歳）"
    if item.leaf.choices:
        text = text.partition("（")[0]
    told_by_itself = item.leaf.kind.unit or (item.leaf.choices and text not in context.sentences.vague)
    return text if told_by_itself else f"{item.short} {text}"


def alert(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """What must never happen: one framed line for each named list."""
    for path in layout.items:
        repeat = context.visible.form.part(path)
        assert isinstance(repeat, Repeat)
        said = context.visible.list_answer(path)
        lines = [_paired(context.visible, repeat, row) for row in context.visible.rows(path)]
        text = "／".join(line for line in lines if line) or (
            f"{said.text} {said.note}".strip() if said else ""
        )
        if text:
            yield AlertBlock(repeat.label, text, quiet=said is not None and said.state is State.NONE)


def _paired(visible: Visible, repeat: Repeat, row: str) -> str:
    texts = [text for part in repeat.parts if (text := visible.text(f"{row}.{part.path.rpartition('.')[2]}"))]
    return f"{texts[0]}（{'、'.join(texts[1:])}）" if len(texts) > 1 else "".join(texts)


def tiles(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """What must never stop: devices of priority A (or without one yet), and the oxygen."""
    visible = context.visible
    found: list[Tile] = []
    for row in visible.rows("devices.devices"):
        priority = visible.text(f"{row}.priority")
        if priority in ("", visible.form.choices["Priority"][Priority.A.value]):
            found.append(Tile(device_name(visible, row), use_in_words(visible, row)))
    oxygen: list[Tile] = []
    flows = {path: visible.answer(path) for path in _FLOWS}
    told = {path: flow for path, flow in flows.items() if flow is not None and flow.state is not State.NONE}
    if told:
        unknown = any(flow.state is State.UNKNOWN for flow in told.values())
        note = "　".join(visible.labelled(path) for path in told)
        oxygen = [Tile(context.sentences.paper["oxygen"], note, unknown)]
    tiles = [*_first_tiles(context, found, layout.at_most - len(oxygen)), *oxygen]
    if tiles:
        yield TilesBlock(layout.title, tuple(tiles))


def _first_tiles(context: Context, tiles: list[Tile], most: int) -> list[Tile]:
    """At most so many tiles; the last then says how many more there are, and where."""
    if most <= 0 or len(tiles) <= most:
        return tiles
    words, left_out = context.sentences.paper, len(tiles) - most + 1
    return [*tiles[: most - 1], Tile(words["more_devices"].format(count=left_out), words["see_family"])]


def device_name(visible: Visible, row: str) -> str:
    """What a device is called: its own name, else its class."""
    return visible.value_text(f"{row}.nickname") or visible.text(f"{row}.device_class")


def use_in_words(visible: Visible, row: str) -> str:
    """When or how often a device is used: 21:00–06:30, 4 分×30 回/日, 連続."""
    bands = visible.value_text(f"{row}.use_bands")
    minutes, uses = visible.value_text(f"{row}.minutes_per_use"), visible.value_text(f"{row}.uses_per_day")
    if minutes and uses:
        return f"{minutes}×{uses}"
    return bands or uses or visible.text(f"{row}.use_pattern")


def headline(context: Context, _layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The hour at which to leave."""
    if context.figures.headline is not None:
        yield context.figures.headline


def chart(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """How long each device runs; of more than at_most those that stop first, or of which it is unknown."""
    found = context.figures.chart
    if found is None or not found.bars:
        return
    left_out = len(found.bars) - layout.at_most if layout.at_most else 0
    if left_out > 0:
        first = sorted(found.bars, key=_stop)[: layout.at_most]
        title = context.sentences.paper["more_bars"].format(title=found.title, count=left_out)
        found = replace(found, title=title, bars=tuple(bar for bar in found.bars if bar in first))
    yield found


def _stop(bar: Bar) -> float:
    if bar.unknown:
        return 0.0
    return inf if bar.stops_at_h is None else bar.stops_at_h


def actions(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The first things to do: fixed sentences, with the swaps of this child at 「{swaps}」."""
    steps: list[Step] = []
    for text in layout.text:
        if text == "{swaps}":
            steps.extend(context.figures.swaps)
        else:
            first, _, note = text.partition("｜")
            steps.append(Step("", first, note))
    if layout.at_most:
        more = context.sentences.paper["more_swaps"]
        steps = _merged(steps, context.figures.swaps, layout.at_most, more)
    numbered = tuple(
        Step(str(i), step.text, step.note, step.figure, step.unknown) for i, step in enumerate(steps, 1)
    )
    yield StepsBlock(layout.title, numbered)


def _merged(steps: list[Step], swaps: tuple[Step, ...], most: int, more: str) -> list[Step]:
    """At most so many steps: too many swaps are the small print of the one before them.

    more: said instead of those beyond what small print can bear.
    """
    over = len(steps) - most
    if over <= 0 or len(swaps) <= over:
        return steps
    first = steps.index(swaps[-over - 1])
    small = [step.text for step in swaps[-over:]]
    if over > MOST_SMALL:
        small[MOST_SMALL:] = [more.format(count=over - MOST_SMALL)]
    others = "、".join(small)
    return [*steps[:first], Step("", swaps[-over - 1].text, others), *steps[first + over + 1 :]]


def calls(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Whom to call in order, with the day number large and the night number beside."""
    visible, word = context.visible, context.sentences.paper["night"]
    found = []
    rows = visible.rows(layout.rows)
    for row in rows[: layout.at_most or len(rows)]:
        day, night = visible.answer(f"{row}.phone_day"), visible.value_text(f"{row}.phone_night")
        phone = day or Answer(night)
        who = visible.text(f"{row}.who") or visible.text(f"{row}.organisation")
        organisation = visible.value_text(f"{row}.organisation")
        extra = ["　".join(word for word in organisation.split() if word not in who)]
        extra.append(visible.value_text(f"{row}.hours"))
        if who or phone.text:
            phone = phone if phone.text else Answer(visible.form.answers.unknown, State.UNKNOWN)
            note = "　".join(part for part in (*extra, phone.note) if part)
            by_night = f"{word} {night}" if night and night != phone.text else ""
            found.append(Call(who, phone.text, note, phone.state is State.UNKNOWN, by_night))
    if found:
        yield CallsBlock(layout.title, tuple(found), chained=True)


def phones(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Whom to call, from any lists: each names a number, or a name, its number and small print."""
    visible = context.visible
    found: list[Call] = []
    for paths in layout.people:
        parent = paths[0].rpartition(".")[0]
        part = visible.form.parts_by_path.get(parent)
        rows = visible.rows(parent) if isinstance(part, Repeat) else [parent]
        names = [path.rpartition(".")[2] for path in paths]
        found += [call for row in rows if (call := _phone_call(visible, row, names))]
    if found:
        yield CallsBlock(layout.title, tuple(found), chained=True)


def _phone_call(visible: Visible, row: str, names: list[str]) -> Call | None:
    number_at = 1 if len(names) > 1 else 0
    answer = visible.answer(f"{row}.{names[number_at]}")
    if answer is None or answer.state is State.NONE:
        return None
    who = visible.text(f"{row}.{names[0]}") if number_at else visible.form.item(f"{row}.{names[0]}").label
    notes = [visible.value_text(f"{row}.{name}") for name in names[2:]]
    note = "　".join(filter(None, [*notes, answer.note]))
    return Call(who, answer.text, note, answer.state is State.UNKNOWN)


def places(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Where to go, in the order of choice; home stands with its own mark."""
    visible = context.visible
    found = []
    rows = visible.rows(layout.rows)
    for number, row in enumerate(rows[: layout.at_most or len(rows)], 1):
        kind, name = visible.value_text(f"{row}.kind"), visible.value_text(f"{row}.name")
        shown = [
            fact
            for column in layout.columns
            for fact in visible.facts(
                visible.form.part(f"{layout.rows}.{column}"), f"{row}.{column}", short=True
            )
        ]
        unknown = any(fact.answer.state is State.UNKNOWN for fact in shown)
        note = "　".join([kind if name and kind not in name else "", run_in(shown).text]).strip("　")
        found.append(Step(str(number), name or kind, note, visible.value_text(f"{row}.phone"), unknown))
    if found:
        yield StepsBlock(layout.title, tuple(found), square=True)


def sequence(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The first column of a list in one line, with arrows."""
    visible = context.visible
    texts = [visible.text(f"{row}.{layout.columns[0]}") for row in visible.rows(layout.rows)]
    if any(texts):
        yield NotesBlock(layout.title, (" → ".join(filter(None, texts)),))


def steps(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """A list as numbered lines: the first column large, the second small."""
    visible = context.visible
    found = []
    rows = visible.rows(layout.rows)
    for number, row in enumerate(rows[: layout.at_most or len(rows)], 1):
        texts = [visible.text(f"{row}.{column}") for column in layout.columns]
        if any(texts):
            found.append(Step(str(number), texts[0], "　".join(filter(None, texts[1:]))))
    if found:
        yield StepsBlock(layout.title, tuple(found))
