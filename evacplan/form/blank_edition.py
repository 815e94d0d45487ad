"""A blank edition: the order and headings of forms/editions/, with room to write in place of every answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from evacplan.domain.legal import LegalItem
from evacplan.form.blank_parts import Maker
from evacplan.form.edition import COLUMNS, PANEL, Words
from evacplan.form.layout import HEADING, BlockLayout, Layout, PageLayout, column_fields
from evacplan.form.spec import FormPart, Item, Repeat
from evacplan.form.view import ChecklistBlock, NotesBlock, SignatureBlock, SimpleBlock, Tick
from evacplan.form.view_pen import Blank, BlankCards, BlankFields, BlankSteps, BlankTable, Room

TITLED = (BlankFields, BlankTable, BlankCards)
MOST_REPEATED_ROWS, MOST_REPEATED_CARDS = 4, 2  # on a page that repeats what stands in full behind
SWAPS, SWAP_LINES = "{swaps}", 2
_BRIEF_KINDS = ("per_row", "leaving_steps")


@dataclass(frozen=True, slots=True)
class Context:
    """One blank edition being made. in_full: for each list the block that prints all of it."""

    words: Words
    maker: Maker
    layout: Layout
    in_full: Mapping[str, BlockLayout]

    @property
    def placed(self) -> frozenset[str]:
        return self.layout.placed(self.words.form)

    def parts(self, paths: Iterable[str]) -> Iterator[FormPart]:
        """The parts at paths that the reader may see."""
        return self.maker.allowed(self.words.form.part(path) for path in paths)


Builder = Callable[[Context, BlockLayout], Iterable[SimpleBlock]]


def edition_blocks(
    words: Words, maker: Maker, layout: Layout
) -> Iterator[tuple[PageLayout, list[SimpleBlock]]]:
    """The pages of an edition with their blocks."""
    named = [block for page in layout.page if not page.repeats for block in _flat(page.block)]
    in_full = {b.rows: b for b in named if b.rows and not b.at_most and b.kind not in _BRIEF_KINDS}
    context = Context(words, maker, layout, in_full)
    for page in layout.page:
        blocks = [block for inner in _flat(page.block) for block in BUILDERS[inner.kind](context, inner)]
        if blocks:
            yield page, [_shortened(block) for block in blocks] if page.repeats else blocks


def _shortened(block: SimpleBlock) -> SimpleBlock:
    """A list with few rows."""
    if isinstance(block, BlankTable):
        return replace(block, rows=min(block.rows, MOST_REPEATED_ROWS))
    return (
        replace(block, count=min(block.count, MOST_REPEATED_CARDS))
        if isinstance(block, BlankCards)
        else block
    )


def _flat(blocks: Iterable[BlockLayout]) -> Iterator[BlockLayout]:
    """The blocks with those of columns and panels one below the other: a pen needs the whole width."""
    for block in blocks:
        if block.kind in (COLUMNS, PANEL):
            yield from _flat((*block.left, *block.right))
        else:
            yield block


def _fields(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The named fields under the title of the block; records and lists under their own."""
    items = [part for part in context.parts(layout.items) if isinstance(part, Item)]
    others = [part for part in context.parts(layout.items) if not isinstance(part, Item)]
    if items:
        yield context.maker.fields(layout.title, items)
    elif others and layout.title:
        yield NotesBlock(layout.title, ())
    yield from context.maker.blocks(others)


def _rows(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """A list: in full where no later block prints the rest of it, else its columns alone."""
    yield from _list_of(context, layout, layout.rows, layout.columns)


def _stand_in(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Few columns of a list in place of what is computed."""
    stand_in = context.maker.words.stand_in[layout.kind]
    title = layout.title or context.words.figure_words.words.get(layout.kind, "")
    brief = layout.model_copy(update={"title": title, "at_most": 0})
    yield from _list_of(context, brief, stand_in.rows, stand_in.columns)


def _list_of(
    context: Context, layout: BlockLayout, path: str, columns: tuple[str, ...]
) -> Iterator[SimpleBlock]:
    repeat = next(context.parts([path]), None)
    if not isinstance(repeat, Repeat):
        return
    if context.in_full.get(path) is layout:
        named = {part.path.rpartition(".")[2] for part in repeat.parts} - set(layout.without)
    elif layout.kind in _BRIEF_KINDS:
        named = set(columns)
    else:
        named = {*column_fields(columns), *(repeat.heading if HEADING in columns or not columns else ())}
        named |= _asked_on_sheets(repeat) if layout.kind in ("calls", "places") else set()
    cut = replace(repeat, parts=tuple(p for p in repeat.parts if p.path.rpartition(".")[2] in named))
    title = f"{repeat.label}{layout.title}" if layout.kind == "per_row" else layout.title
    if cut.parts:
        yield context.maker.listed(cut, title, layout.at_most)


def _asked_on_sheets(repeat: Repeat) -> set[str]:
    """What a sheet shows of a call or a place beside its columns: its heading and its telephone numbers."""
    items = (part for part in repeat.parts if isinstance(part, Item))
    return {*repeat.heading, *(item.name for item in items if item.name.startswith("phone"))}


def _checklist(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    ticks = tuple(Tick(*text.partition("｜")[::2]) for text in layout.text)
    if ticks:
        yield ChecklistBlock(layout.title, ticks, layout.across)
    if layout.rows:
        columns = context.maker.words.stand_in[layout.kind].columns
        yield from _list_of(context, layout, layout.rows, columns)
    yield from context.maker.blocks(context.parts(layout.items))


def _actions(_context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The fixed steps, with room where a child's own switches stand."""
    steps = [step for text in layout.text for step in ([""] * SWAP_LINES if text == SWAPS else [text])]
    yield BlankSteps(layout.title, tuple(step.partition("｜")[0] for step in steps))


def _headline(context: Context, _layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The hour to leave, to be written in after counting it."""
    said, hours = context.words.figure_words.words, context.maker.words.hours
    parts = (*hours[:-1], f"{hours[-1]}{said['tail']}")
    yield BlankFields("", (Blank(said["lead"], Room.PARTS, words=parts),))


def _legal(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """The items of the Act in their order, each with its fields."""
    sentences = context.words.sentences
    yield NotesBlock(layout.title, ())
    for name, paths in layout.groups.items():
        item = LegalItem(name)
        title = f"{sentences.legal_numbers[item]} {sentences.legal[item]}"
        items = [part for part in context.parts(paths) if isinstance(part, Item)]
        if items:
            yield context.maker.fields(title, items)
        for part in context.parts(paths):
            if isinstance(part, Repeat):
                yield context.maker.listed(part, "" if items else title)


def _sections(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Every field of the named sections that no other block asks for."""
    placed = context.placed
    if layout.title:
        yield NotesBlock(layout.title, ())
    for name in layout.items:
        section = context.words.form.section(name.removesuffix(".*"))
        open_parts = [part for part in section.parts if not _paths(part) <= placed]
        blocks = list(context.maker.blocks(context.maker.allowed(open_parts)))
        first = blocks[0] if blocks else None
        if isinstance(first, BlankFields) and not first.title:
            blocks[0] = replace(first, title=section.title)
        elif isinstance(first, TITLED) and first.title != section.title:
            yield NotesBlock(section.title, ())
        yield from blocks


def _paths(part: FormPart) -> frozenset[str]:
    if isinstance(part, Item):
        return frozenset({part.path})
    return frozenset(path for inner in part.parts for path in _paths(inner))


def _notes(_context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    yield NotesBlock(layout.title, layout.text, loud=layout.kind == "notice")


def _signature(_context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    yield SignatureBlock(layout.title, "".join(layout.text), layout.lines)


def _computed(_context: Context, _layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Nothing: what the app computes or compares has no place on a blank form."""
    return iter(())


BUILDERS: dict[str, Builder] = {
    **dict.fromkeys(("facts", "identity", "lines", "alert", "requests"), _fields),
    **dict.fromkeys(("table", "cards", "row_entries", "per_row", "calls", "chain"), _rows),
    **dict.fromkeys(("places", "steps", "sequence", "stock", "leaving_steps"), _rows),
    **dict.fromkeys(("tiles", "chart"), _stand_in),
    **dict.fromkeys(("figures", "levers", "ladder", "leaving", "leaving_lines", "changed"), _computed),
    **dict.fromkeys(("digest", "rest"), _sections),
    **dict.fromkeys(("notes", "notice"), _notes),
    **dict.fromkeys(("phones", "pictures"), _computed),
    "checklist": _checklist,
    "actions": _actions,
    "headline": _headline,
    "legal": _legal,
    "signature": _signature,
}
