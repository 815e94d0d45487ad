"""A paper in two languages: the Japanese one with the words of the other set small below or beside them.

Both views are of one plan and one paper, built alike, so they differ in their words alone: a text that is the
same in both is a value, and stands once. The Japanese always stays, for those who come to help read it.
"""

import dataclasses
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from evacplan.form.view import (
    SECOND_END,
    SECOND_START,
    AlertBlock,
    Answer,
    Bar,
    Call,
    Card,
    Column,
    EntriesBlock,
    FactsBlock,
    HeadlineBlock,
    NotesBlock,
    Page,
    Piece,
    Step,
    StepsBlock,
    TableBlock,
    Tick,
    Tile,
    Tone,
    View,
)

LONGEST_BESIDE = 24  # signs of both languages together that stand on one line
_BLANKS = re.compile(r"(\s+)")
_NONE: frozenset[str] = frozenset()
_BELOW = {
    AlertBlock: frozenset({"label", "text"}),
    Column: frozenset({"label"}),
    NotesBlock: frozenset({"paragraphs"}),
    Step: frozenset({"text", "note"}),
    Tick: frozenset({"text"}),
    Tile: frozenset({"note"}),
}
_LONG = (StepsBlock, EntriesBlock, FactsBlock, TableBlock)
_JAPANESE_ONLY = {Bar: frozenset({"label"}), Call: frozenset({"night"})}


def beside(first: View, second: View) -> View:
    """The first view with the words of the second, wherever they differ."""
    pages = zip(first.pages, second.pages, strict=True)
    return replace(
        first,
        status=_at_side(first.status, second.status),
        footer=_at_side(first.footer, second.footer),
        pages=tuple(_page(*pair) for pair in pages),
    )


def _page(first: Page, second: Page) -> Page:
    """A page; one that is read in a hurry says in two languages what to do, and the rest in Japanese."""
    brief = first.large or first.poster or first.folded
    return replace(
        first,
        title=_at_side(first.title, second.title),
        lead=first.lead if brief else _at_side(first.lead, second.lead),
        blocks=_Pair(brief, card=first.folded).of(first.blocks, second.blocks),
        bilingual=True,
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """Joins what two pages show. brief: see _page; card: a folded card has room for titles and labels."""

    brief: bool
    card: bool = False

    def of(self, first: Any, second: Any, *, below: bool = False) -> Any:
        """Two like parts made one; of what is not alike the first."""
        if type(first) is not type(second) or isinstance(first, Enum):
            return first
        if isinstance(first, str):
            return _below(first, second) if below else _at_side(first, second)
        if isinstance(first, tuple) and len(first) == len(second):
            return tuple(self.of(*pair, below=below) for pair in zip(first, second, strict=True))
        if dataclasses.is_dataclass(first):
            return _SPECIAL.get(type(first), _Pair.record)(self, first, second)
        return first

    def record(self, first: Any, second: Any) -> Any:
        """Two records, field by field."""
        kept, below = _JAPANESE_ONLY.get(type(first), _NONE), _BELOW.get(type(first), _NONE)
        names = [field.name for field in dataclasses.fields(first) if field.name not in kept]
        if self.card and isinstance(first, _LONG):
            names = ["title"]
        pairs = {name: (getattr(first, name), getattr(second, name)) for name in names}
        joined = {name: self.of(*pair, below=name in below) for name, pair in pairs.items()}
        return replace(first, **joined)

    def labelled(self, first: Any, second: Any) -> Any:
        """Facts whose labels have a column of their own."""
        joined = self.record(first, second)
        if len(first.facts) != len(second.facts) or self.card:
            return joined
        pairs = zip(first.facts, second.facts, joined.facts, strict=True)
        facts = (replace(fact, label=_below(one.label, other.label)) for one, other, fact in pairs)
        return replace(joined, facts=tuple(facts))

    def answer(self, first: Answer, second: Answer) -> Answer:
        """Short answers side by side, long ones with their note below both; a running line piece by piece."""
        if first.pieces:
            if len(first.pieces) != len(second.pieces):
                return first
            pieces = tuple(_piece(*pair) for pair in zip(first.pieces, second.pieces, strict=True))
            first = replace(first, text="".join(piece.text for piece in pieces), pieces=pieces)
            return replace(first, note=_at_side(first.note, second.note))
        if _is_short(first, second):
            text, note = _at_side(first.text, second.text), _at_side(first.note, second.note)
            return replace(first, text=text, note=note)
        if not first.note:
            return replace(first, text=_below(first.text, second.text))
        said = second.text if _alike(first.note, second.note) else f"{second.text}　{second.note}"
        return replace(first, note=_below(first.note, said))

    def headline(self, first: HeadlineBlock, second: HeadlineBlock) -> HeadlineBlock:
        """The sentence as a whole at its beginning: in another language its parts come in another order."""
        said = _sentence(second)
        lead = first.lead if said == _sentence(first) else _at_side(first.lead, said)
        if self.brief:
            return first if self.card else replace(first, lead=lead)
        aside_lead = _at_side(first.aside_lead, second.aside_lead)
        steps = _below(first.steps, second.steps)
        return replace(first, lead=lead, aside_lead=aside_lead, notes=_last_of(first, second), steps=steps)

    def steps(self, first: StepsBlock, second: StepsBlock) -> StepsBlock:
        """Things to do, or places, whose small print repeats what stands behind."""
        joined: StepsBlock = self.record(first, second)
        if not (self.brief and first.square):
            return joined
        pairs = zip(joined.steps, first.steps, strict=True)
        return replace(joined, steps=tuple(replace(step, note=plain.note) for step, plain in pairs))


_SPECIAL: dict[type, Callable[[_Pair, Any, Any], Any]] = {
    Answer: _Pair.answer,
    Card: _Pair.labelled,
    FactsBlock: _Pair.labelled,
    HeadlineBlock: _Pair.headline,
    StepsBlock: _Pair.steps,
}


def _sentence(headline: HeadlineBlock) -> str:
    return " ".join(filter(None, (headline.lead, headline.figure, headline.tail)))


def _last_of(first: HeadlineBlock, second: HeadlineBlock) -> tuple[str, ...]:
    """The notes of a headline, which make one line, with those of the second in a line below."""
    if not first.notes or first.notes == second.notes:
        return first.notes
    return (*first.notes[:-1], _below(first.notes[-1], "　".join(second.notes)))


def _piece(first: Piece, second: Piece) -> Piece:
    """A piece of a running line; the blank at the end of a label stays at the end."""
    if first.tone is Tone.GAP:
        return first
    bare = first.text.rstrip(" ")
    return replace(first, text=_at_side(bare, second.text.rstrip(" ")) + first.text[len(bare) :])


def _is_short(first: Answer, second: Answer) -> bool:
    """Whether an answer and its note stand on one line with what the second says otherwise."""
    if _alike(first.text, second.text):
        return True
    words = (first.text, second.text, first.note, second.note)
    return sum(map(len, words)) <= LONGEST_BESIDE and "\n" not in first.text


def _alike(first: str, second: str) -> bool:
    """Whether the second says nothing that the first does not; blanks between words make no other words."""
    return "".join(second.split()) in "".join(first.split())


def _at_side(first: str, second: str) -> str:
    """The second after the first; words that both begin or end with stand once: 体重 Weight 18.6 kg."""
    if _alike(first, second):
        return first
    one, other = _BLANKS.split(first), _BLANKS.split(second)
    begin = _common(one, other)
    end = _common(one[begin:][::-1], other[begin:][::-1])
    said = "".join(other[begin : len(other) - end]).strip()
    head, tail = "".join(one[: len(one) - end]).rstrip(), "".join(one[len(one) - end :])
    torn = said.count("（") != said.count("）") or any(sign.isdigit() for sign in said)
    if not head or not said or torn:
        return _marked(f"{first} ", second)
    return _marked(f"{head} ", said) + (tail if not tail or tail[0].isspace() else f" {tail}")


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words, with the blanks between them, both begin with; a blank at the end is none of them."""
    same = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        same += 1
    return same


def _below(first: str, second: str) -> str:
    return first if _alike(first, second) else _marked(f"{first}\n", second)


def _marked(first: str, second: str) -> str:
    return f"{first}{SECOND_START}{second}{SECOND_END}" if first.strip() else first
