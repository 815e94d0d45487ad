"""The manual: its pages in the order of its index, and how they are printed.

A page is one Markdown file; the index is the page that names all others. The leaflet for families is a page
of its own and is handed out alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from evacplan.form.markdown import (
    Heading,
    Listing,
    MarkdownError,
    Node,
    Paragraph,
    Picture,
    Quote,
    Span,
    Spans,
    Table,
    parse,
)
from evacplan.form.view import (
    Answer,
    Block,
    Column,
    NotesBlock,
    Page,
    PictureBlock,
    Piece,
    Prose,
    ProseBlock,
    TableBlock,
    Tone,
    View,
)
from evacplan.form.view_pen import SayBlock

INDEX, LEAFLET = "index", "leaflet"
SUFFIX = ".md"
BULLET = "・"
_FOOTER = "時間はすべて目安です。命の危険があるときは、いつでも119番が先です。"
_SAY = "声に出して読む"


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One page. name: of its file, without the ending."""

    name: str
    title: str
    nodes: tuple[Node, ...]

    @property
    def links(self) -> tuple[str, ...]:
        """The names of the pages it leads to, in order."""
        named = (span.page for span in self.spans() if span.page)
        return tuple(dict.fromkeys(page.removesuffix(SUFFIX) for page in named))

    def tells_of(self, words: str) -> bool:
        """Whether these words stand on it, in capitals or not."""
        lines = (_plain(spans) for node in self.nodes for spans in _texts(node))
        headings = (node.text for node in self.nodes if isinstance(node, Heading))
        return any(words.casefold() in line.casefold() for line in (*headings, *lines))

    def spans(self) -> Iterator[Span]:
        """All its words but the headings."""
        for node in self.nodes:
            for spans in _texts(node):
                yield from spans


@dataclass(frozen=True, slots=True)
class Manual:
    """All pages, the index first; the leaflet last."""

    folder: Path
    pages: tuple[ManualPage, ...]

    def page(self, name: str) -> ManualPage:
        """The page of that name. Raises KeyError."""
        return {page.name: page for page in self.pages}[name]

    @property
    def own(self) -> tuple[ManualPage, ...]:
        """All pages but the leaflet."""
        return tuple(page for page in self.pages if page.name != LEAFLET)

    def book(self, plan_line: str, sides: Mapping[str, int] | None = None) -> View:
        """The whole manual but the leaflet. plan_line: which version of the app it tells of.

        sides: the side on which each page begins, by its name; they are added to the contents.
        """
        index, *others = self.own
        nodes = tuple(_numbered(node, sides or {}) for node in index.nodes)
        return self._view("manual", (replace(index, nodes=nodes), *others), plan_line)

    def leaflet(self, plan_line: str) -> View:
        """The one side for families, in large letters."""
        return self._view(LEAFLET, (self.page(LEAFLET),), plan_line)

    def _view(self, edition: str, pages: tuple[ManualPage, ...], plan_line: str) -> View:
        title = pages[0].title
        return View(
            edition=edition,
            edition_title=title,
            pdf_title=title,
            plan_line=plan_line,
            review_line="",
            status="",
            footer=_FOOTER,
            pages=tuple(self._printed(page) for page in pages),
        )

    def _printed(self, page: ManualPage) -> Page:
        blocks = tuple(_blocks(page.nodes[1:], self.folder))
        alone = page.name == LEAFLET
        return Page(page.title, "", blocks, poster=alone, book=not alone)


def load_manual(folder: Path) -> Manual:
    """The pages of a folder. Raises MarkdownError naming the file and the line."""
    index = _read(folder, INDEX)
    return Manual(folder, (index, *(_read(folder, name) for name in index.links)))


def _read(folder: Path, name: str) -> ManualPage:
    try:
        nodes = parse((folder / f"{name}{SUFFIX}").read_text(encoding="utf-8"))
    except MarkdownError as error:
        error.add_note(f"{name}{SUFFIX}")
        raise
    first = nodes[0]
    if not isinstance(first, Heading) or first.level != 1:
        raise MarkdownError(1, f"{name}{SUFFIX} begins with its name")
    return ManualPage(name, first.text, nodes)


def _numbered(node: Node, sides: Mapping[str, int]) -> Node:
    """The node with the number of its side behind each link."""

    def told(spans: Spans) -> Spans:
        pairs = ((span, sides.get(span.page.removesuffix(SUFFIX))) for span in spans)
        numbers = ((span, f"　{side}ページ" if span.page and side else "") for span, side in pairs)
        return tuple(part for span, number in numbers for part in (span, Span(number)) if part.text)

    match node:
        case Listing(lines):
            return replace(node, lines=tuple(map(told, lines)))
        case Table(head, rows):
            cells = tuple(tuple(map(told, row)) for row in rows)
            return replace(node, head=tuple(map(told, head)), rows=cells)
    return node


def _texts(node: Node) -> Iterable[Spans]:
    match node:
        case Paragraph(spans):
            return (spans,)
        case Listing(lines):
            return lines
        case Quote(paragraphs):
            return paragraphs
        case Table(head, rows):
            return (*head, *(cell for row in rows for cell in row))
    return ()


def _blocks(nodes: Iterable[Node], folder: Path) -> Iterator[Block]:
    """The nodes with each heading as the title of what follows it; text that goes on is one block."""
    title, prose = "", list[Prose]()
    for node in nodes:
        if isinstance(node, Paragraph | Listing):
            prose += _prose(node)
            continue
        if prose:
            yield ProseBlock(title, tuple(prose))
            title, prose = "", []
        if isinstance(node, Heading):
            title = node.text
        else:
            yield from _set_off(node, title, folder)
            title = ""
    if prose:
        yield ProseBlock(title, tuple(prose))


def _prose(node: Paragraph | Listing) -> Iterator[Prose]:
    if isinstance(node, Paragraph):
        yield Prose(_answer(node.spans))
        return
    for number, spans in enumerate(node.lines, 1):
        yield Prose(_answer(spans), f"{number}." if node.numbered else BULLET)


def _set_off(node: Node, title: str, folder: Path) -> Iterator[Block]:
    match node:
        case Table(head, rows):
            columns = tuple(Column(_plain(cell)) for cell in head)
            yield TableBlock(title, columns, tuple(tuple(map(_answer, row)) for row in rows))
        case Picture(words, file):
            yield PictureBlock(title, (folder / file).read_bytes(), words)
        case Quote(paragraphs):
            if title:
                yield NotesBlock(title, ())
            if node.warns:
                yield ProseBlock("", tuple(Prose(_answer(spans)) for spans in paragraphs), warns=True)
            else:
                yield SayBlock(_SAY, "".join(map(_plain, paragraphs)))


def _answer(spans: Spans) -> Answer:
    pieces = (Piece(span.text, Tone.STRONG if span.strong or span.key else Tone.VALUE) for span in spans)
    return Answer(_plain(spans), pieces=tuple(pieces))


def _plain(spans: Spans) -> str:
    return "".join(span.text for span in spans)
