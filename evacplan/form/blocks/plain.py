"""Facts, tables, cards and the rest: blocks that print fields as they stand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from evacplan.domain.values import Shape
from evacplan.form.blocks.base import Context
from evacplan.form.layout import HEADING, BlockLayout, column_fields
from evacplan.form.running import run_in
from evacplan.form.spec import FormPart, Item, Repeat, Section, SubRecord
from evacplan.form.view import (
    Answer,
    Card,
    CardsBlock,
    Column,
    EntriesBlock,
    Fact,
    FactsBlock,
    ImageBlock,
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
_SHORT = 16


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
    yield from pictures_of(context.visible, repeat, layout.without)


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
    columns, others = _columns(visible, repeat, layout)
    lines = [
        ([column.cell(row) for column in columns], _other(visible, others, row) if layout.below else None)
        for row in rows
    ]
    lines = [(cells, below) for cells, below in lines if any(cells) or below]
    keep = [i for i in range(len(columns)) if any(cells[i] for cells, _ in lines)] or [0]
    if lines:
        yield TableBlock(
            title,
            tuple(columns[i].head for i in keep),
            tuple(tuple(cells[i] for i in keep) for cells, _ in lines),
            numbered=repeat.ordered and not layout.badge,
            below=tuple(below for _, below in lines) if any(below for _, below in lines) else (),
        )


@dataclass(frozen=True, slots=True)
class _Column:
    head: Column
    cell: Callable[[str], Answer | None]


def _columns(visible: Visible, repeat: Repeat, layout: BlockLayout) -> tuple[list[_Column], list[FormPart]]:
    """The named columns (else one for each field of the row), and whatever else is allowed of a row.

    Without a place below the rows, that gets the last column.
    """
    names = layout.columns or tuple(part.name for part in repeat.parts if isinstance(part, Item))
    found = [_named(visible, repeat, layout, name) for name in names]
    heading = (*repeat.heading, layout.badge) if HEADING in names else ()
    units = {part.unit_from for part in repeat.parts if isinstance(part, Item)}
    told = {*column_fields(names), *layout.without, *heading} - units
    others = [part for part in repeat.parts if part.path.rpartition(".")[2] not in told]
    weights = layout.weights or (*(column.head.weight for column in found if column), 2.2)
    if not layout.below:
        found.append(_Column(Column(_OTHER), partial(_other, visible, others)))
    weighed = [
        replace(column, head=replace(column.head, weight=weight))
        for column, weight in zip((column for column in found if column), weights, strict=False)
    ]
    return weighed, others


def _named(visible: Visible, repeat: Repeat, layout: BlockLayout, name: str) -> _Column | None:
    if name == HEADING:
        return _Column(Column(repeat.label, 1.4), partial(_heading_cell, visible, repeat, layout.badge))
    head, _, fields = name.rpartition("=")
    if head:
        parts = [visible.form.part(f"{repeat.path}.{field}") for field in fields.split(",")]
        return _Column(Column(head, 1.4), partial(_several, visible, parts))
    item = visible.form.item(f"{repeat.path}.{name}")
    units = {other.unit_from for other in repeat.parts if isinstance(other, Item)}
    if not visible.may_show(item) or item.name in units:
        return None
    shown = Column(item.short, _weight(item), item.leaf.kind.shape in _NUMERIC)
    return _Column(shown, partial(_cell, visible, layout, item))


def _several(visible: Visible, parts: Iterable[FormPart], row: str) -> Answer | None:
    """The answers of several fields in one cell."""
    found = [
        replace(fact, label="") if isinstance(part, Repeat) else fact
        for part in parts
        for fact in visible.facts(part, f"{row}.{_name(part)}", short=True)
    ]
    told = [fact for fact in found if visible.says(fact)]
    return run_in(told or found) if found else None


def _heading_cell(visible: Visible, repeat: Repeat, badge: str, row: str) -> Answer | None:
    """What the row is called, after the first letter of its badge."""
    letter = visible.text(f"{row}.{badge}")[:1] if badge else ""
    text = f"{letter} {heading(visible, repeat, row)}".strip()
    return Answer(text) if text else None


def _cell(visible: Visible, layout: BlockLayout, item: Item, row: str) -> Answer | None:
    """The answer of one cell; the layout's badge is told by its first letter alone (A, B, C, D)."""
    found = visible.answer(f"{row}.{item.name}")
    if found is not None and item.name == layout.badge and found.state is State.VALUE:
        return replace(found, text=found.text[:1], strong=True)
    return found


def _other(visible: Visible, parts: Iterable[FormPart], row: str) -> Answer | None:
    found = [
        fact
        for part in parts
        for fact in visible.facts(part, f"{row}.{_name(part)}", short=True)
        if visible.says(fact)
    ]
    return run_in(found) if found else None


def per_row(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The named parts of each row of a list, under the row's heading: the settings of each ventilator.

    Set tight (`below`) they leave their pictures to a block of pictures.
    """
    visible = context.visible
    repeat = visible.form.part(layout.rows)
    assert isinstance(repeat, Repeat)
    sets = [
        (row, found) for row in visible.rows(layout.rows) if (found := _named_facts(visible, layout, row))
    ]
    shown = sets[: layout.at_most or len(sets)]
    for row, found in shown:
        yield FactsBlock(f"{heading(visible, repeat, row)}{layout.title}", found)
    if len(sets) > len(shown):
        words = context.sentences.paper
        more = words["more_devices"].format(count=len(sets) - len(shown))
        yield NotesBlock("", (f"{more}　{words['see_family']}",))


def _named_facts(visible: Visible, layout: BlockLayout, row: str) -> tuple[Fact, ...]:
    return tuple(
        fact
        for name in layout.columns
        for fact in visible.facts(
            visible.form.part(f"{layout.rows}.{name}"), f"{row}.{name}", short=layout.below
        )
        if not layout.below or fact.answer.image is None
    )


def _weight(item: Item) -> float:
    return _WEIGHT.get(item.leaf.kind.shape, 1.0)


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
    head = heading(visible, repeat, row)
    taken = {*repeat.heading, badge}
    found = tuple(
        fact
        for part in repeat.parts
        if (name := part.path.rpartition(".")[2]) not in taken
        for fact in visible.facts(part, f"{row}.{name}")
    )
    if not head and not found:
        return None
    return Card(
        head or repeat.label,
        _none_last(found, visible.form.answers.none),
        visible.text(f"{row}.{badge}") if badge else "",
    )


def _none_last(facts: Sequence[Fact], none: str) -> tuple[Fact, ...]:
    """The answers of a card with those that are なし, and nothing more, in one line at the end."""
    bare = [fact for fact in facts if fact.answer == Answer(none, State.NONE)]
    if len(bare) < 2:
        return tuple(facts)
    others = [fact for fact in facts if fact not in bare]
    return (*others, Fact(none, Answer("・".join(fact.label for fact in bare)), wide=True))


def row_entries(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """One tight entry for each row of a list: its heading, then every other allowed answer running in."""
    visible = context.visible
    repeat = visible.form.part(layout.rows)
    assert isinstance(repeat, Repeat)
    told = {*repeat.heading, *layout.without, layout.badge}
    others = [part for part in repeat.parts if part.path.rpartition(".")[2] not in told]
    found = []
    for row in visible.rows(layout.rows):
        badge = visible.text(f"{row}.{layout.badge}")[:1] if layout.badge else ""
        label = f"{badge} {heading(visible, repeat, row) or repeat.label}".strip()
        found.append(Fact(label, _other(visible, others, row) or Answer("")))
    if found:
        yield EntriesBlock(layout.title or repeat.label, tuple(found))
    elif (said := visible.list_answer(layout.rows)) is not None:
        yield FactsBlock("", (Fact(layout.title or repeat.label, said),))
    yield from pictures_of(visible, repeat, layout.without)


def heading(visible: Visible, repeat: Repeat, row: str) -> str:
    """What a row is called: the fields of its heading."""
    return "　".join(text for name in repeat.heading if (text := visible.text(f"{row}.{name}")))


def rest(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Every allowed field of the named sections that no other block prints, section by section."""
    for name in layout.items:
        section = context.visible.form.section(name.removesuffix(".*"))
        yield from _rest_of(context, section)


def _unplaced(context: Context, section: Section) -> Iterator[FormPart]:
    for part in section.parts:
        if {item.path for item in context.visible.leaves_of(part)} - context.placed:
            yield part


def _rest_of(context: Context, section: Section) -> Iterator[SimpleBlock]:
    visible, title = context.visible, section.title
    loose: list[Fact] = []
    after: list[SimpleBlock] = []
    for part in _unplaced(context, section):
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


def digest(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Like rest, but set tight: one entry for each group, record or list, its answers running in."""
    found: list[Fact] = []
    pictures: list[SimpleBlock] = []
    for name in layout.items:
        section = context.visible.form.section(name.removesuffix(".*"))
        entries = tuple(_digest_of(context, section))
        pictures += [
            one for part in _unplaced(context, section) for one in pictures_of(context.visible, part)
        ]
        if layout.title:
            found.extend(entries)
        elif entries:
            yield EntriesBlock(section.title, entries)
    if found:
        yield EntriesBlock(layout.title, tuple(found))
    yield from pictures


def lines(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The named fields, records and lists, one entry each, its answers running in."""
    found = tuple(line_facts(context.visible, layout.items))
    if found:
        yield EntriesBlock(layout.title, found)
    yield from pictures(context, layout)


def line_facts(visible: Visible, paths: Iterable[str]) -> Iterator[Fact]:
    """Each named field, record or list with its answers in a running line."""
    for path in paths:
        part = visible.form.part(path)
        line = visible.digest([part])
        if line is not None:
            yield Fact(part.label, line)


def pictures(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The pictures below the named parts."""
    for path in layout.items:
        yield from pictures_of(context.visible, context.visible.form.part(path))


def pictures_of(visible: Visible, part: FormPart, without: Sequence[str] = ()) -> Iterator[ImageBlock]:
    """The pictures below a part: they cannot run into a line."""
    for label, picture in visible.pictures(part, part.path, without):
        yield ImageBlock(label, picture)


def _digest_of(context: Context, section: Section) -> Iterator[Fact]:
    short: list[Fact] = []
    for _, group in groupby(_unplaced(context, section), key=partial(_japanese_label, context, section)):
        parts = tuple(group)
        line = context.visible.digest(parts)
        if line is None:
            continue
        name = _entry_label(parts[0], section)
        if isinstance(parts[0], SubRecord) and _is_brief(context, parts, line):
            short.append(Fact(name, line))
        else:
            yield Fact(name, line)
    if short:
        yield Fact(section.title, run_in(short))


def _entry_label(part: FormPart, section: Section) -> str:
    return (part.group or section.title) if isinstance(part, Item) else part.label


def _japanese_label(context: Context, section: Section, part: FormPart) -> str:
    if context.japanese is not None:
        form = context.japanese.form
        part, section = form.part(part.path), form.section(section.name)
    return _entry_label(part, section)


def _is_brief(context: Context, parts: Iterable[FormPart], line: Answer) -> bool:
    """Whether an entry is short enough to share a line, told by its Japanese in any language."""
    shown: Answer | None = line
    if context.japanese is not None:
        shown = context.japanese.digest([context.japanese.form.part(part.path) for part in parts])
    return shown is not None and len(shown.text) <= _SHORT and line.state is not State.UNKNOWN


def _rows(visible: Visible, repeat: Repeat) -> Iterator[SimpleBlock]:
    layout = BlockLayout(kind="rest", rows=repeat.path)
    if len(list(visible.leaves_of(repeat))) <= _TABLE_MOST:
        yield from rows_table(visible, repeat, repeat.path, layout)
    else:
        yield from rows_cards(visible, repeat, repeat.path, layout)


def _name(part: FormPart) -> str:
    return part.path.rpartition(".")[2]
