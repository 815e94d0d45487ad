"""Legal items, checklists, signatures and computed figures."""

from collections.abc import Iterator
from dataclasses import replace

from evacplan.domain.legal import LegalItem
from evacplan.domain.values import Shape
from evacplan.form.blocks.base import Context
from evacplan.form.blocks.plain import line_facts
from evacplan.form.changes import Change
from evacplan.form.layout import BlockLayout
from evacplan.form.running import run_in
from evacplan.form.spec import Item, Repeat
from evacplan.form.view import (
    Answer,
    ChecklistBlock,
    Column,
    EntriesBlock,
    Fact,
    FactsBlock,
    LegalBlock,
    NotesBlock,
    SignatureBlock,
    SimpleBlock,
    TableBlock,
    Tick,
)
from evacplan.form.view import LegalItem as LegalLine
from evacplan.form.words import figure

_BRIEF = 26


def legal(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The items of the Act in its order; groups name the paths that answer each item."""
    words, numbers = context.sentences.legal, context.sentences.legal_numbers
    lines = []
    for name, paths in layout.groups.items():
        item = LegalItem(name)
        answers = tuple(_legal_answers(context, paths))
        lines.append(LegalLine(numbers[item], words[item], item.value in context.met, answers))
    yield LegalBlock(layout.title, tuple(lines))


def _legal_answers(context: Context, paths: tuple[str, ...]) -> Iterator[Answer]:
    """The answers of one item: fields and brief rows in a running line, long rows line by line."""
    visible = context.visible
    found: list[Fact] = []
    for number, path in enumerate(paths):
        part = visible.form.part(path)
        if isinstance(part, Item):
            shown = visible.facts(part, path, short=True) if number else _first(context, path)
            found.extend(shown)
            continue
        assert isinstance(part, Repeat)
        lines = visible.row_lines(part, path)
        if all(len(line.text) <= _BRIEF for line in lines):
            found.extend(Fact("", line) for line in lines)
        else:
            yield from lines
        if not lines and (said := visible.list_answer(path)) is not None:
            yield said
    if found:
        yield run_in(found)


def _first(context: Context, path: str) -> Iterator[Fact]:
    """What the item asks for, without its label, which is the item's own; a birthday with the age."""
    visible = context.visible
    item, age = visible.form.item(path), visible.age(path, context.today)
    for fact in visible.facts(item, path, short=True):
        text = fact.answer.text if age is None else f"{fact.answer.text}（{age}歳）"
        strong = fact.answer.strong or item.leaf.kind.shape is Shape.NAME
        yield Fact("", replace(fact.answer, text=text, strong=strong))


def checklist(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Boxes to tick: fixed sentences first, then the rows of a list with the quantity to carry."""
    visible = context.visible
    ticks = [_tick(text) for text in layout.text]
    if layout.rows:
        ticks += [tick for row in visible.rows(layout.rows) if (tick := _carried(context, row))]
    for path in layout.items:
        ticks += [Tick(text) for text in visible.value_text(path).split("・") if text]
    if ticks:
        yield ChecklistBlock(layout.title, tuple(ticks), layout.across)


def _tick(text: str) -> Tick:
    words, _, note = text.partition("｜")
    return Tick(words, note)


def _carried(context: Context, row: str) -> Tick | None:
    visible = context.visible
    name = visible.text(f"{row}.item")
    if not name:
        return None
    need = visible.stock_needed(row)
    unit = visible.value_text(f"{row}.unit")
    quantity = f"{figure(need.carry)} {unit}".strip() if need and need.carry is not None else ""
    place = visible.value_text(f"{row}.place")
    return Tick(name, "　".join(part for part in (quantity, place) if part))


def stock(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The stock with the computed quantities: to carry, for home, in the house, missing."""
    visible, words = context.visible, context.sentences.paper
    heads = (
        "stock_item",
        "stock_day",
        "stock_carry",
        "stock_home",
        "stock_have",
        "stock_short",
        "stock_more",
    )
    rows = []
    for row in visible.rows(layout.rows):
        need = visible.stock_needed(row)
        numbers = (None, None, None) if need is None else (need.carry, need.home, need.short)
        carry, home, short = (None if value is None else Answer(figure(value)) for value in numbers)
        unit = visible.value_text(f"{row}.unit")
        per_day = visible.answer(f"{row}.per_day")
        more = [
            visible.labelled(f"{row}.{name}") for name in ("carry_days", "home_days", "expires_on", "place")
        ]
        missing = short if short is not None and short.text != "0" else None
        strong = None if missing is None else Answer(missing.text, strong=True)
        rows.append(
            (
                _with_unit(visible.answer(f"{row}.item"), unit),
                _bare(per_day, unit),
                carry,
                home,
                _bare(visible.answer(f"{row}.quantity_have"), unit),
                strong,
                Answer("　".join(filter(None, more))) if any(more) else None,
            )
        )
    rows = [row for row in rows if any(row)]
    if not rows:
        return
    most = 3 if layout.at_most else len(heads)
    keep = [i for i in range(most) if any(row[i] for row in rows)] or [0]
    weights = (2.4, 1.0, 0.9, 0.9, 0.9, 0.9, 2.0)
    columns = tuple(Column(words[heads[i]], weights[i], numeric=0 < i < 6) for i in keep)
    yield TableBlock(layout.title, columns, tuple(tuple(row[i] for i in keep) for row in rows))


def _with_unit(item: Answer | None, unit: str) -> Answer | None:
    """A supply with what it is counted in, so that the figures of a column stand below each other."""
    if item is None or not unit:
        return item
    return replace(item, note="　".join(filter(None, (f"（{unit}）", item.note))))


def _bare(answer: Answer | None, unit: str) -> Answer | None:
    """An amount without its unit."""
    return None if answer is None else replace(answer, text=answer.text.removesuffix(f" {unit}"))


def signature(_context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """A sentence to sign and its lines."""
    yield SignatureBlock(layout.title, "".join(layout.text), layout.lines)


def figures(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The computed figures this edition may show, with the inputs they came from; at_most: set tight."""
    edition = context.visible.edition
    found = tuple(figure.fact for figure in context.figures.facts if edition in figure.editions)
    if found and layout.at_most:
        approximate = context.visible.form.answers.approximate
        yield EntriesBlock(layout.title, tuple(_without_note(fact, approximate) for fact in found))
    elif found:
        yield FactsBlock(layout.title, found)
        yield NotesBlock("", context.figures.inputs)


def requests(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """What is asked of those who take the child in: sockets and watts, then the named fields."""
    sockets = context.figures.outlets
    found = (*((sockets,) if sockets else ()), *line_facts(context.visible, layout.items))
    if found:
        yield EntriesBlock(layout.title, found)


def changed(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """What differs from the version before; the number and day in the head differ by themselves."""
    words = context.sentences.paper
    head = {"meeting.plan_version", "meeting.plan_kind", "meeting.updated_on"}
    found = [change for change in context.changes if change.path not in head]
    if found:
        yield EntriesBlock(layout.title, tuple(_change(change, words) for change in found))


def _change(change: Change, words: dict[str, str]) -> Fact:
    label = change.label if change.label == change.where else f"{change.where}　{change.label}"
    if change.is_order:
        return Fact(label, Answer(words["change_order"]))
    if change.before and change.after:
        return Fact(label, Answer(words["change"].format(before=change.before, after=change.after)))
    words_for = words["change_added"] if change.after else words["change_removed"]
    return Fact(label, Answer(words_for.format(text=change.after or change.before)))


def _without_note(fact: Fact, note: str) -> Fact:
    """A fact without a note that the title of its block says of all."""
    return replace(fact, answer=replace(fact.answer, note="")) if fact.answer.note == note else fact
