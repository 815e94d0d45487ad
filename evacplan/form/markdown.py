"""The little Markdown the manual is written in, read into plain values.

One line is one block: a heading (#, ##), a paragraph, a line of a list (- or 1.), a sentence set off (>), a
row of a table, a picture that stands alone. Inside a line: **strong**, `key`, [text](page.md). Anything else
is a mistake and named by its line, so that window and paper show the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_INLINE = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|`(?P<key>[^`]+)`|\[(?P<words>[^\]]+)\]\((?P<page>[^)\s]+)\)")
_PICTURE = re.compile(r"!\[(?P<words>[^\]]+)\]\((?P<file>[^)\s]+)\)")
_HEADING = re.compile(r"(?P<marks>#{1,2}) (?P<words>.+)")
_BULLET = re.compile(r"- (?P<words>.+)")
_NUMBER = re.compile(r"\d+\. (?P<words>.+)")
_RULE = re.compile(r"\|( ?:?-+:? ?\|)+")
_LEFT_OVER = re.compile(r"[*`<>|]|\]\(")
_NO_START = (" ", "\t", "\u3000", "#")


class MarkdownError(ValueError):
    """Something the manual is not written in. line: counted from 1."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a line. key: a key to press or something to type; page: the file they lead to."""

    text: str
    strong: bool = False
    key: bool = False
    page: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """level: 1 for the name of the page, 2 for a part of it."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines of a list, numbered or not."""

    lines: tuple[Spans, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """Sentences set off from the rest: something to say aloud, or a warning, which begins in strong words."""

    paragraphs: tuple[Spans, ...]

    @property
    def warns(self) -> bool:
        """Whether it is a warning."""
        return self.paragraphs[0][0].strong


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its head."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands alone. words: what it shows; file: where it is, beside the page."""

    words: str
    file: str


Node = Heading | Paragraph | Listing | Quote | Table | Picture
_Line = tuple[int, str]


def parse(text: str) -> tuple[Node, ...]:
    """The blocks of a page. Raises MarkdownError where it is written in anything else."""
    lines = enumerate(text.splitlines(), 1)
    grouped = groupby(lines, key=lambda line: _kind(line[1]))
    return tuple(node for kind, group in grouped for node in _nodes(kind, list(group)))


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    for kind, pattern in (("heading", _HEADING), ("bullet", _BULLET), ("number", _NUMBER)):
        if pattern.fullmatch(line):
            return kind
    if _PICTURE.fullmatch(line):
        return "picture"
    return {"|": "table", ">": "quote"}.get(line[0], "paragraph")


def _nodes(kind: str, lines: list[_Line]) -> Iterator[Node]:
    match kind:
        case "heading":
            for _, line in lines:
                marks, words = line.split(" ", 1)
                yield Heading(len(marks), words)
        case "paragraph":
            if len(lines) > 1:
                raise MarkdownError(lines[1][0], "a paragraph is one line")
            yield Paragraph(_spans(*lines[0]))
        case "bullet" | "number":
            items = tuple(_spans(number, line.split(" ", 1)[1]) for number, line in lines)
            yield Listing(items, numbered=kind == "number")
        case "quote":
            said = ((number, line.removeprefix(">").strip()) for number, line in lines)
            yield Quote(tuple(_spans(number, line) for number, line in said if line))
        case "table":
            yield _table(lines)
        case "picture":
            yield from (_picture(line) for _, line in lines)


def _picture(line: str) -> Picture:
    found = _PICTURE.fullmatch(line)
    assert found is not None
    return Picture(found["words"], found["file"])


def _table(lines: list[_Line]) -> Table:
    if len(lines) < 3 or not _RULE.fullmatch(lines[1][1]):
        raise MarkdownError(lines[0][0], "a table has a head, a rule and rows")
    head, *rows = (_cells(*line) for place, line in enumerate(lines) if place != 1)
    if any(len(row) != len(head) for row in rows):
        raise MarkdownError(lines[0][0], "every row of a table has as many cells as its head")
    return Table(head, tuple(rows))


def _cells(number: int, line: str) -> tuple[Spans, ...]:
    return tuple(_spans(number, cell.strip()) for cell in line.strip().strip("|").split("|"))


def _spans(number: int, line: str) -> Spans:
    if line.startswith(_NO_START):
        raise MarkdownError(number, "a line begins with its words")
    found: list[Span] = []
    at = 0
    for match in _INLINE.finditer(line):
        found.append(Span(line[at : match.start()]))
        strong, key, words = match["strong"], match["key"], match["words"]
        text = strong or key or words
        found.append(Span(text, strong=bool(strong), key=bool(key), page=match["page"] or ""))
        at = match.end()
    found.append(Span(line[at:]))
    for span in found:
        if not span.key and _LEFT_OVER.search(span.text):
            raise MarkdownError(number, f"not in the manual's Markdown: {span.text}")
    return tuple(span for span in found if span.text)
