"""Legal items, checklists, signatures and computed figures."""

from collections.abc import Iterator
from dataclasses import replace

from evacplan.domain.legal import LegalItem
from evacplan.form.blocks.base import Context
from evacplan.form.layout import BlockLayout
from evacplan.form.spec import FormPart, Item
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
    State,
    TableBlock,
    Tick,
)
from evacplan.form.view import LegalItem as LegalLine
from evacplan.form.visible import Visible, run_in
from evacplan.form.words import figure


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
    """The answers of one item: the first field as it stands, further fields running in, rows line by line."""
    visible = context.visible
    more: list[Fact] = []
    for number, path in enumerate(paths):
        part = visible.form.part(path)
        if not isinstance(part, Item):
            yield from _row_answers(visible, part, path)
        elif number == 0:
            yield from _first(context, path)
        else:
            more.extend(visible.facts(part, path, short=True))
    if more:
        yield Answer(run_in(more))


def _first(context: Context, path: str) -> Iterator[Answer]:
    found = context.visible.answer(path)
    if found is not None:
        age = context.visible.age(path, context.today)
        yield found if age is None else replace(found, text=f"{found.text}（{age}歳）")


def _row_answers(visible: Visible, part: FormPart, path: str) -> Iterator[Answer]:
    for fact in visible.facts(part, path):
        if fact.answer.state is State.VALUE:
            yield from (Answer(line) for line in fact.answer.text.split("\n"))
        else:
            yield fact.answer


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
        strong = None if missing is None else Answer(f"{missing.text} {unit}".strip(), strong=True)
        rows.append(
            (
                visible.answer(f"{row}.item"),
                None if per_day is None else per_day,
                carry,
                home,
                visible.answer(f"{row}.quantity_have"),
                strong,
                Answer("　".join(filter(None, more))) if any(more) else None,
            )
        )
    if not rows:
        return
    most = 3 if layout.at_most else len(heads)
    keep = [i for i in range(most) if any(row[i] for row in rows)]
    weights = (2.4, 1.0, 0.9, 0.9, 0.9, 0.9, 2.0)
    columns = tuple(Column(words[heads[i]], weights[i], numeric=0 < i < 6) for i in keep)
    yield TableBlock(layout.title, columns, tuple(tuple(row[i] for i in keep) for row in rows))


def signature(_context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """A sentence to sign and its lines."""
    yield SignatureBlock(layout.title, "".join(layout.text), layout.lines)


def figures(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The computed figures this edition may show, with the inputs they came from; at_most: set tight."""
    edition = context.visible.edition
    found = tuple(figure.fact for figure in context.figures.facts if edition in figure.editions)
    if found and layout.at_most:
        yield EntriesBlock(layout.title, found)
    elif found:
        yield FactsBlock(layout.title, found)
        yield NotesBlock("", context.figures.inputs)
