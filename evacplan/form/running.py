"""Answers that run into each other in one line: 「袋の場所 玄関　袋を持つ人 母」, each piece in its tone."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from evacplan.form.view import Answer, Fact, Piece, State, Tone

APART = Piece("　", Tone.GAP)
BESIDE = Piece("／", Tone.GAP)
BELOW = Piece("\n", Tone.GAP)
_BRIEF = 32


def run_in(found: Iterable[Fact]) -> Answer:
    """Labelled answers in one running line. Pictures stand elsewhere."""
    return joined([tuple(_labelled(fact)) for fact in found if fact.answer.image is None])


def joined(parts: Sequence[tuple[Piece, ...]], gap: Piece = APART) -> Answer:
    """Parts of a running line with a gap between them."""
    pieces = [piece for number, part in enumerate(parts) for piece in ((gap, *part) if number else part)]
    return _of(pieces)


def gathered(lines: Sequence[Answer]) -> Answer:
    """Rows line by line, brief neighbours on one line."""
    pieces = [*pieces_of(lines[0])]
    for above, line in pairwise(lines):
        brief = max(len(above.text), len(line.text)) <= _BRIEF
        pieces += [BESIDE if brief else BELOW, *pieces_of(line)]
    return _of(pieces)


def pieces_of(answer: Answer) -> tuple[Piece, ...]:
    """An answer with its note as pieces of a running line; 未確認 stays loud there."""
    unknown = answer.state is State.UNKNOWN
    tone = Tone.UNKNOWN if unknown else Tone.STRONG if answer.strong else Tone.VALUE
    own = answer.pieces or (Piece(answer.text, tone, answer.changed),)
    if not answer.note:
        return own
    return (*own, Piece(f" {answer.note}", Tone.LOUD_NOTE if unknown else Tone.NOTE))


def _labelled(fact: Fact) -> Iterator[Piece]:
    if fact.label:
        yield Piece(f"{fact.label} ", Tone.LABEL)
    yield from pieces_of(fact.answer)


def _of(pieces: Iterable[Piece]) -> Answer:
    own = tuple(pieces)
    return Answer("".join(piece.text for piece in own), pieces=own)
