"""What every block needs at hand: the fonts, the scale of the page, and the ways a text is set with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.platypus import Flowable

from evacplan.form.view import SECOND_START, Answer, Piece, State, Tone, without_marks
from evacplan.pdf import style
from evacplan.pdf.fonts import Fonts
from evacplan.pdf.layout import KEEP_WHOLE, Item, Stack
from evacplan.pdf.picture import Picture
from evacplan.pdf.style import Ink, Scale
from evacplan.pdf.text import Align, Run, Text

PICTURE_H = 54 * style.MM
SHORT_TEXT = 10  # signs that are kept on one line in a frame
SHORT_NOTE = 18  # the same of small print: 02:00なら 2日後 23:30
SECTION_SIZE = 1.2  # a title over several blocks, as a multiple of the size of theirs


@dataclass(frozen=True)
class Kit:
    """Sets texts, answers and headings in the sizes of one page; remembers what it has set before."""

    fonts: Fonts
    scale: Scale
    _answers: dict[Answer, list[Run]] = field(default_factory=dict, compare=False, repr=False)

    def text(self, text: str, ink: Ink, *, align: Align = "left", strut: float = 0.0) -> Text:
        return self.runs([Run(text, ink)], align=align, strut=strut)

    def runs(self, runs: Sequence[Run], *, align: Align = "left", strut: float = 0.0) -> Text:
        return Text(runs, self.fonts, align=align, leading=self.scale.leading, strut=strut)

    def plain(self, text: str) -> Text:
        return self.text(text, self.scale.plain)

    def label(self, text: str, *, align: Align = "left", strut: float = 0.0) -> Text:
        """Small grey print that stands on the line of the body, or of a larger size, beside it."""
        return self.text(text, self.scale.label, align=align, strut=strut or self.scale.body)

    def strut(self, answers: Iterable[Answer | None]) -> float:
        """The size of the largest letters among answers on one line, on whose line all of them stand."""
        strong = any(answer is not None and answer.strong for answer in answers)
        return self.scale.strong if strong else self.scale.body

    def column_head(self, text: str, *, align: Align = "left") -> Text:
        return self.text(text, Ink(self.scale.small, bold=True, color=style.GREY), align=align)

    def answer(self, answer: Answer, *, align: Align = "left", strut: float = 0.0) -> Flowable:
        """An answer with its note; a picture is drawn above the note, alone where there is nothing to add."""
        if answer.image is None:
            return self.runs(self.answer_runs(answer), align=align, strut=strut or self.strut([answer]))
        if not (answer.note or answer.changed):
            return Picture(answer.image, PICTURE_H)
        words = self.runs(self.answer_runs(answer))
        return Stack([Item(Picture(answer.image, PICTURE_H)), Item(words, 1.5)])

    def answer_runs(self, answer: Answer) -> list[Run]:
        """The runs of an answer and its note, in the inks of the page."""
        runs = self._answers.get(answer)
        if runs is None:
            runs = self._answers[answer] = self._runs_of(answer)
        return runs

    def _runs_of(self, answer: Answer) -> list[Run]:
        ink = Ink(self.scale.strong, bold=True) if answer.strong else self.scale.plain
        if answer.state is State.UNKNOWN:
            runs = [Run(answer.text, self.scale.loud, framed=True, whole=_is_short(answer.text))]
        elif answer.pieces:
            runs = [self._piece_run(piece, ink.size) for piece in answer.pieces]
        else:
            runs = [Run(answer.text, ink)]
        if answer.note:
            ink = self.note_ink(answer.state is State.UNKNOWN)
            runs += [Run(" ", ink), Run(answer.note, ink, whole=len(answer.note) <= SHORT_NOTE)]
        return [_marked(run) if answer.changed else run for run in runs if run.text]

    def _piece_run(self, piece: Piece, size: float) -> Run:
        """A piece of a running line: labels small and grey and never parted from their value."""
        run = self._plain_piece(piece, size)
        return _marked(run) if piece.changed else run

    def _plain_piece(self, piece: Piece, size: float) -> Run:
        match piece.tone:
            case Tone.LABEL:
                return Run(piece.text, self.scale.label, whole=True, leads=True)
            case Tone.UNKNOWN:
                whole = _is_short(piece.text)
                return Run(piece.text, self.scale.loud.with_size(size), framed=True, whole=whole)
            case Tone.NOTE | Tone.LOUD_NOTE:
                return Run(piece.text, self.note_ink(piece.tone is Tone.LOUD_NOTE))
            case _:
                return Run(piece.text, Ink(size, bold=piece.tone is Tone.STRONG))

    def note_ink(self, loud: bool) -> Ink:
        """Small print; who finds out what is 未確認 is bold."""
        return Ink(self.scale.small, bold=True) if loud else self.scale.label

    def titled(self, title: str, items: Sequence[Item], gap: float | None = None) -> Stack:
        """Things under their heading, which never stays behind on a page without them."""
        if not title:
            return Stack(items)
        below = self.scale.row + 1.2 * style.MM if gap is None else gap
        first = Item(items[0].flowable, below, items[0].keep_next) if items else None
        head = Item(self.heading(title), keep_next=True)
        whole = 0.0 if self.scale.dense else KEEP_WHOLE
        return Stack([head, *([first] if first else []), *items[1:]], keep_whole=whole)

    def heading(self, title: str, *, section: bool = False) -> Heading:
        return Heading(title, self, self.scale.heading * (SECTION_SIZE if section else 1))


def _is_short(text: str) -> bool:
    """Whether a text in a frame stays on one line; what it says in a second language need not."""
    return len(text.partition(SECOND_START)[0]) <= SHORT_TEXT


def _marked(run: Run) -> Run:
    return run._replace(ink=run.ink._replace(changed=True))


class Heading(Text):
    """The title of a block, which is a bookmark of the document too."""

    def __init__(self, title: str, kit: Kit, size: float) -> None:
        ink = Ink(size, bold=True, color=kit.scale.heading_color)
        super().__init__([Run(title, ink)], kit.fonts, leading=1.3)
        self._title = title

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        mark_place(canvas, self._title, level=1, top=y + self.height)
        super().draw_at(canvas, x, y)


def mark_place(canvas: Any, title: str, *, level: int, top: float) -> None:
    """Make a bookmark of the place; its key is its number, because titles may repeat."""
    title = without_marks(title)
    key = f"place-{len(canvas.places) + 1}"
    canvas.places.append(key)
    canvas.bookmarkHorizontal(key, 0, top)
    canvas.addOutlineEntry(title, key, level, closed=level == 0)
