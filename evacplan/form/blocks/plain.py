"""Facts, tables, cards and the rest: blocks that print fields as they stand."""

from collections.abc import Iterable, Iterator

from evacplan.domain.values import Shape
from evacplan.form.blocks.base import Context
from evacplan.form.layout import BlockLayout
from evacplan.form.spec import FormPart, Item, Repeat, Section, SubRecord
from evacplan.form.view import (
    Answer,
    Card,
    CardsBlock,
    Column,
    Fact,
    FactsBlock,
    NotesBlock,
    SimpleBlock,
    State,
    TableBlock,
)
from evacplan.form.visible import Visible

_TABLE_MOST = 7
_NUMERIC = {Shape.NUMBER, Shape.WHOLE}
_WEIGHT = {Shape.TEXT: 2.2, Shape.LINE: 1.4, Shape.NAME: 1.2, Shape.PHONE: 1.3, Shape.CHOICES: 1.3}
_OTHER = "そのほか"


def facts(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The named fields, records and lists as labelled answers."""
    found = [fact for path in layout.items for fact in _facts_at(context.visible, path)]
    if found:
        yield FactsBlock(layout.title, tuple(found))


def _facts_at(visible: Visible, path: str) -> Iterator[Fact]:
    if path.endswith(".*"):
        for part in visible.form.section(path.removesuffix(".*")).parts:
            yield from visible.facts(part, part.path)
    else:
        yield from visible.facts(visible.form.part(path), path)


def notes(_context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Fixed sentences of the layout."""
    yield NotesBlock(layout.title, layout.text)


def notice(_context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Fixed sentences that must be seen."""
    yield NotesBlock(layout.title, layout.text, loud=True)


def table(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The rows of a list: named fields get a column, every other allowed field goes to the last one."""
    repeat = context.visible.form.part(layout.rows)
    assert isinstance(repeat, Repeat)
    yield from rows_table(context.visible, repeat, layout.rows, layout)


def rows_table(
    visible: Visible, repeat: Repeat, path: str, layout: BlockLayout
) -> Iterator[TableBlock | FactsBlock]:
    """The table of one list, or its なし / 未確認 said in one line."""
    rows = visible.rows(path)
    title = layout.title or repeat.label
    if not rows:
        said = visible.list_answer(path)
        if said is not None:
            yield FactsBlock("", (Fact(title, said),))
        return
    named = layout.columns or tuple(part.name for part in repeat.parts if isinstance(part, Item))
    items = [item for name in named if visible.may_show(item := visible.form.item(f"{path}.{name}"))]
    others = [part for part in repeat.parts if part.path.rpartition(".")[2] not in named]
    cells = [[visible.answer(f"{row}.{item.name}") for item in items] for row in rows]
    more = [_other(visible, others, row) for row in rows]
    keep = [i for i in range(len(items)) if any(line[i] for line in cells)]
    columns = [Column(items[i].short, _weight(items[i]), _is_number(items[i])) for i in keep]
    if any(more):
        columns.append(Column(_OTHER, 2.2))
    if columns:
        body = tuple(
            (*(line[i] for i in keep), *([extra] if any(more) else []))
            for line, extra in zip(cells, more, strict=True)
        )
        yield TableBlock(title, tuple(columns), body, numbered=repeat.ordered)


def _other(visible: Visible, parts: Iterable[FormPart], row: str) -> Answer | None:
    found = [
        fact
        for part in parts
        for fact in visible.facts(part, f"{row}.{part.path.rpartition('.')[2]}", short=True)
    ]
    if not found:
        return None
    unknown = any(fact.answer.state is State.UNKNOWN for fact in found)
    text = "\n".join(f"{fact.label}：{_with_note(fact.answer)}" for fact in found)
    return Answer(text, State.UNKNOWN if unknown else State.VALUE)


def _with_note(answer: Answer) -> str:
    return f"{answer.text}（{answer.note}）" if answer.note else answer.text


def _weight(item: Item) -> float:
    return _WEIGHT.get(item.leaf.kind.shape, 1.0)


def _is_number(item: Item) -> bool:
    return item.leaf.kind.shape in _NUMERIC


def cards(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """A card for each row of a list, with every allowed field."""
    repeat = context.visible.form.part(layout.rows)
    assert isinstance(repeat, Repeat)
    yield from rows_cards(context.visible, repeat, layout.rows, layout)


def rows_cards(
    visible: Visible, repeat: Repeat, path: str, layout: BlockLayout
) -> Iterator[CardsBlock | FactsBlock]:
    """The cards of one list, or its なし / 未確認 said in one line."""
    title = layout.title or repeat.label
    found = tuple(card for row in visible.rows(path) if (card := _card(visible, repeat, row, layout.badge)))
    if found:
        yield CardsBlock(title, found)
    elif (said := visible.list_answer(path)) is not None:
        yield FactsBlock("", (Fact(title, said),))


def _card(visible: Visible, repeat: Repeat, row: str, badge: str) -> Card | None:
    heading = "　".join(text for name in repeat.heading if (text := visible.text(f"{row}.{name}")))
    taken = {*repeat.heading, badge}
    found = tuple(
        fact
        for part in repeat.parts
        if (name := part.path.rpartition(".")[2]) not in taken
        for fact in visible.facts(part, f"{row}.{name}")
    )
    if not heading and not found:
        return None
    return Card(heading or repeat.label, found, visible.text(f"{row}.{badge}") if badge else "")


def rest(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Every allowed field of the named sections that no other block prints, section by section."""
    for name in layout.items:
        section = context.visible.form.section(name.removesuffix(".*"))
        yield from _rest_of(context, section)


def _rest_of(context: Context, section: Section) -> Iterator[SimpleBlock]:
    visible, title = context.visible, section.title
    loose: list[Fact] = []
    after: list[SimpleBlock] = []
    for part in section.parts:
        wanted = {item.path for item in visible.leaves_of(part)} - context.placed
        if not wanted:
            continue
        if isinstance(part, Repeat):
            after.extend(_rows(visible, part))
        elif isinstance(part, SubRecord):
            inner = tuple(visible.facts(part, part.path))
            if inner:
                after.append(FactsBlock(part.label, inner))
        else:
            loose.extend(visible.facts(part, part.path))
    blocks = [FactsBlock(title, tuple(loose)), *after] if loose else after
    if blocks and not loose:
        yield NotesBlock(title, ())
    yield from blocks


def _rows(visible: Visible, repeat: Repeat) -> Iterator[SimpleBlock]:
    layout = BlockLayout(kind="rest", rows=repeat.path)
    if len(list(visible.leaves_of(repeat))) <= _TABLE_MOST:
        yield from rows_table(visible, repeat, repeat.path, layout)
    else:
        yield from rows_cards(visible, repeat, repeat.path, layout)
