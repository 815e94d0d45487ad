"""The order and shape of an edition's pages, read from forms/editions/<edition>.toml."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evacplan.domain.legal import LegalItem
from evacplan.domain.values import Shape
from evacplan.form.languages import Language, read_words
from evacplan.form.papers import Paper
from evacplan.form.spec import Form, FormPart, Item, Repeat
from evacplan.form.toml_file import FormError

HEADING = "heading"


class BlockLayout(BaseModel):
    """One block: its kind (a builder of form/blocks), its title and what it prints.

    items: paths of fields, records or lists, "section.*" for a whole section; rows, columns: a list and the
    fields that get a column ("heading": what the row is called); without: parts of the rows that another
    block prints; badge: the column told by its first letter; text: fixed sentences; groups: legal item to
    paths; people: fields to call someone by, see sheet.phones; at_most: so many rows, or a shorter form;
    across: boxes side by side; below: what has no column stands under its row. A column
    "いつ=use_bands,uses_per_day" has its own head and several fields.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    title: str = ""
    items: tuple[str, ...] = ()
    rows: str = ""
    columns: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    badge: str = ""
    text: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    people: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    at_most: int = 0
    across: int = 1
    below: bool = False
    left: "tuple[BlockLayout, ...]" = ()
    right: "tuple[BlockLayout, ...]" = ()

    def named(self) -> Iterator[str]:
        """Every path the block prints in full; rest and digest print what nobody names."""
        if self.kind not in ("rest", "digest"):
            yield from self.items
        if self.rows and not self.at_most:
            yield self.rows
        for paths in (*self.groups.values(), *self.people):
            yield from paths
        for inner in (*self.left, *self.right):
            yield from inner.named()


class PageLayout(BaseModel):
    """Blocks that start on a fresh page. repeats: what it shows stands in full elsewhere, too.

    large, compact, poster, folded: see view.Page.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    lead: str = ""
    large: bool = False
    compact: bool = False
    poster: bool = False
    folded: bool = False
    repeats: bool = False
    block: tuple[BlockLayout, ...]


class Layout(BaseModel):
    """One paper. header: the fields that stand in the head of every page.

    name: what a single sheet is called. allowed: the only fields and sections ("section.*") that it may
    show of those its edition may; without it, all of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    footer: str
    header: tuple[str, ...] = ()
    name: str = ""
    allowed: tuple[str, ...] = ()
    page: tuple[PageLayout, ...]

    def may_show(self, form: Form) -> frozenset[str] | None:
        """The only item paths that the paper may show; None: all that its edition may."""
        if not self.allowed:
            return None
        return frozenset(path for name in (*self.header, *self.allowed) for path in expand(form, name))

    def placed(self, form: Form) -> frozenset[str]:
        """The item paths that a block names; a rest block prints what is allowed beyond them.

        Of a page that repeats what stands elsewhere the pictures count: one photo of the child is enough.
        """
        blocks = [block for page in self.page if not page.repeats for block in page.block]
        named = [*self.header, *(name for block in blocks for name in block.named())]
        shown = [name for page in self.page if page.repeats for block in page.block for name in block.items]
        pictures = (name for name in shown if _is_picture(form, name))
        return frozenset(path for name in (*named, *pictures) for path in expand(form, name))


def _is_picture(form: Form, name: str) -> bool:
    part = form.parts_by_path.get(name)
    return isinstance(part, Item) and part.leaf.kind.shape is Shape.IMAGE


def expand(form: Form, name: str) -> Iterator[str]:
    """The item paths below a name of a layout."""
    prefix = name.removesuffix(".*")
    part = form.parts_by_path.get(prefix)
    if part is not None:
        yield from _items_of(part)
    else:
        sections = (section for section in form.sections if section.name == prefix)
        yield from (path for section in sections for inner in section.parts for path in _items_of(inner))


def _items_of(part: FormPart) -> Iterator[str]:
    if isinstance(part, Item):
        yield part.path
    else:
        yield from (path for inner in part.parts for path in _items_of(inner))


def load_layouts(folder: Path, form: Form, language: Language = Language.JAPANESE) -> dict[Paper, Layout]:
    """The layouts of all papers. Raises FormError naming file and place."""
    return {paper: _load(folder, paper, form, language) for paper in Paper}


def _load(folder: Path, paper: Paper, form: Form, language: Language) -> Layout:
    file = f"editions/{paper.value}.toml"
    try:
        layout = Layout.model_validate(read_words(folder, file, language))
    except ValidationError as error:
        raise FormError(f"{file}: {error}") from error
    for name in layout.header:
        if name not in form.parts_by_path:
            raise FormError(f"{file}: header: {name} names nothing in the form")
    for name in layout.allowed:
        if not any(expand(form, name)):
            raise FormError(f"{file}: {name} names nothing in the form")
    for page in layout.page:
        for block in page.block:
            _check(block, form, f"{file}: {page.title}")
    return layout


def _check(block: BlockLayout, form: Form, where: str) -> None:
    for name in {*block.named(), *block.items}:
        if not any(expand(form, name)):
            raise FormError(f"{where}: {name} names nothing in the form")
    if strangers := set(block.groups) - set(LegalItem):
        raise FormError(f"{where}: {sorted(strangers)} are no items of the Act")
    for inner in (*block.left, *block.right):
        _check(inner, form, where)
    if block.rows and not isinstance(form.parts_by_path.get(block.rows), Repeat):
        raise FormError(f"{where}: {block.rows} is no list")
    for column in {*column_fields(block.columns), *block.without} - {HEADING}:
        if f"{block.rows}.{column}" not in form.parts_by_path:
            raise FormError(f"{where}: {block.rows}.{column} names nothing in the form")


def column_fields(columns: Iterable[str]) -> tuple[str, ...]:
    """The fields of columns, with those of columns of several."""
    return tuple(name for column in columns for name in column.rpartition("=")[2].split(","))
