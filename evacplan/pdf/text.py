"""Text on paper: runs of letters laid out in lines, without markup, so that no value can break the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal, NamedTuple

from reportlab.platypus import Flowable

from evacplan.pdf import style
from evacplan.pdf.face import Glyph
from evacplan.pdf.fonts import Fonts, Letter
from evacplan.pdf.linebreak import between
from evacplan.pdf.style import Ink, paint

Align = Literal["left", "right", "center"]

ASCENT = 0.88  # of the type size, as BIZ UDPGothic has it
CODE_SIZE = 0.62  # of the type size: the code in place of a character that no font has
FRAME_PAD = 3.0
FRAME_MARGIN = 1.2
SOFT_ENDS = frozenset("：:／/、,-–")  # where a piece too long for any line is divided first
CHANGE_BAR = 2.2
SHORTEST_END = 2  # signs: a last line of fewer is given some of the line before it


@dataclass(frozen=True)
class Run:
    """Some text in one ink; framed draws a thin box around it; whole: no line ends inside if that can be.

    leads: nor right after it, because it is the label of what follows.
    """

    text: str
    ink: Ink = style.PLAIN
    framed: bool = False
    whole: bool = False
    leads: bool = False


class Atom(NamedTuple):
    """One character as laid out: its glyphs, its width in points, and whether a line may begin with it."""

    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    ink: Ink
    breaks: bool
    frame: int
    coded: bool


class Text(Flowable):  # type: ignore[misc]
    """Lines of text, broken by the Japanese rules; splits between lines across pages.

    The lines of a paragraph that is divided keep two together at either end where it has four or more.
    strut: a size that every line has at least, so that small print stands on the line of the text beside it.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        fonts: Fonts,
        *,
        align: Align = "left",
        leading: float = style.LEADING,
        strut: float = 0.0,
        atoms: list[Atom] | None = None,
    ) -> None:
        super().__init__()
        self._fonts = fonts
        self._align: Align = align
        self._leading = leading
        self._strut = strut
        self.atoms = lay_atoms(runs, fonts) if atoms is None else atoms
        self._lines: list[list[Atom]] = []
        self._heights: list[float] = []
        self._broken_at: float | None = None

    @property
    def natural_width(self) -> float:
        """Width of the longest line when nothing has to be broken."""
        widest = used = 0.0
        for atom in self.atoms:
            used = 0.0 if atom.text == "\n" else used + atom.width
            widest = max(widest, used)
        return widest

    @property
    def least_width(self) -> float:
        """Width of the longest piece that should not be broken, such as a phone number."""
        widest = used = 0.0
        for atom in self.atoms:
            used = atom.width if atom.breaks or atom.text == "\n" else used + atom.width
            widest = max(widest, used)
        return widest

    @property
    def last_line_width(self) -> float:
        """Width of the last line as last wrapped."""
        return _width(self._lines[-1])

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        if self._broken_at != width:
            self._lines = fill_lines(self.atoms, width)
            self._heights = [self._line_height(line) for line in self._lines]
            self._broken_at = width
        self.width = width
        self.height = sum(self._heights)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        fitting, used = 0, 0.0
        for height_of_line in self._heights:
            used += height_of_line
            if used > height + 0.01:
                break
            fitting += 1
        fitting = _without_widow(fitting, len(self._lines))
        if fitting in (0, len(self._lines)):
            return [self] if fitting else []
        head = sum(len(line) for line in self._lines[:fitting])
        return [self._part(self.atoms[:head]), self._part(self.atoms[head:])]

    def _part(self, atoms: list[Atom]) -> Text:
        return Text((), self._fonts, align=self._align, leading=self._leading, strut=self._strut, atoms=atoms)

    def _line_height(self, line: list[Atom]) -> float:
        return self._size(line) * self._leading

    def _size(self, line: list[Atom]) -> float:
        return max(self._strut, max({atom.ink.size for atom in line}, default=style.BODY))

    def draw(self) -> None:
        top = self.height
        for line, height in zip(self._lines, self._heights, strict=True):
            size = self._size(line)
            baseline = top - (height - size) / 2 - size * ASCENT
            draw_atoms(self.canv, self._start(line), baseline, line)
            if any(atom.ink.changed for atom in line):
                draw_change_bar(self.canv, self._start(line), top, height)
            top -= height

    def _start(self, line: list[Atom]) -> float:
        spare = float(self.width) - _width(line)
        return {"left": 0.0, "right": spare, "center": spare / 2}[self._align]


def lay_atoms(runs: Sequence[Run], fonts: Fonts) -> list[Atom]:
    """All characters of the runs with their glyphs and the places where a line may begin."""
    atoms: list[Atom] = []
    before: tuple[int, Ink] = (0, style.PLAIN)
    led = False
    for number, run in enumerate(runs, 1):
        letters = fonts.letters(run.text, run.ink.bold)
        if not letters:
            continue
        frame = number if run.framed else 0
        starts = bool(atoms) and not led and between(atoms[-1].text or " ", letters[0].text)
        if before[0] or frame:
            atoms += _pads(before[0], frame, run.ink, starts)
            starts = starts and not frame
        laid = [_atom(letter, run.ink, frame, run.whole) for letter in letters]
        laid[0] = laid[0]._replace(breaks=starts)
        atoms += laid
        before, led = (frame, run.ink), run.leads
    return atoms + (_pads(before[0], 0, before[1], False) if before[0] else [])


def _pads(before: int, after: int, ink: Ink, breaks: bool) -> list[Atom]:
    """Blank room inside and outside the two ends of a frame."""
    pads: list[Atom] = []
    if before:
        pads += [_pad(FRAME_PAD, ink, before), _pad(FRAME_MARGIN, ink, 0)]
    if after:
        pads += [_pad(FRAME_MARGIN, ink, 0, breaks), _pad(FRAME_PAD, ink, after)]
    return pads


def _pad(width: float, ink: Ink, frame: int, breaks: bool = False) -> Atom:
    return Atom("", (), width, ink, breaks, frame, False)


def _atom(letter: Letter, ink: Ink, frame: int, whole: bool) -> Atom:
    text, glyphs, width, breaks, coded = letter
    breaks = breaks and not whole
    if coded:
        wide = width * ink.size * CODE_SIZE / 1000 + 2 * FRAME_PAD
        return Atom(text, glyphs, wide, ink, breaks, frame, True)
    return Atom(text, glyphs, width * ink.size / 1000, ink, breaks, frame, False)


def _glyphs_width(glyphs: Iterable[Glyph], size: float) -> float:
    return sum(glyph.width for glyph in glyphs) * size / 1000


def fill_lines(atoms: list[Atom], width: float) -> list[list[Atom]]:
    """Lines that fit the width; blanks may hang over the end; only a word wider than a line is divided."""
    lines: list[list[Atom]] = []
    line: list[Atom] = []
    used = 0.0
    for number, atom in enumerate(atoms):
        while used + atom.width > width + 0.01 and line and not atom.text.isspace():
            place = _line_end(line, atoms[number:], width)
            lines.append(line[:place])
            line = line[place:]
            used = _full_width(line)
        line.append(atom)
        used += atom.width
        if atom.text == "\n":
            lines.append(line)
            line, used = [], 0.0
    if line or not lines:
        lines.append(line)
    return _without_stub(lines, width)


def _without_stub(lines: list[list[Atom]], width: float) -> list[list[Atom]]:
    """The lines with no stub of one or two signs at the end of a paragraph, where a break allows it."""
    for number in range(1, len(lines)):
        before, line = lines[number - 1], lines[number]
        last = number == len(lines) - 1 or line[-1].text == "\n"
        if last and before[-1].text != "\n" and _signs(line) <= SHORTEST_END:
            place = next((place for place in range(len(before) - 1, 2, -1) if before[place].breaks), 0)
            moved = before[place:] + line
            if place and _width(moved) <= min(width, _width(before[:place])):
                lines[number - 1], lines[number] = before[:place], moved
    return lines


def _signs(line: list[Atom]) -> int:
    return len("".join(atom.text for atom in line).strip())


def _line_end(line: list[Atom], following: list[Atom], width: float) -> int:
    """How much of a full line stays: up to the last place where it may end, or, where the piece after that
    place is too long for any line, up to a colon or stroke inside the piece."""
    if following[0].breaks:
        return len(line)
    places = range(len(line) - 1, 0, -1)
    hard = next((place for place in places if line[place].breaks), 0)
    soft = next((place for place in places if line[place - 1].text in SOFT_ENDS), len(line))
    if hard and (soft < hard or _full_width(line[hard:]) + _piece_width(following) <= width):
        return hard
    return soft


def _piece_width(atoms: list[Atom]) -> float:
    """Width up to the next place where a line may begin."""
    total = 0.0
    for atom in atoms:
        if atom.breaks or atom.text.isspace():
            break
        total += atom.width
    return total


def _full_width(line: list[Atom]) -> float:
    return sum(atom.width for atom in line)


def _width(line: list[Atom]) -> float:
    """Width of a line without the blanks at its end."""
    end = len(line)
    while end and line[end - 1].text.isspace():
        end -= 1
    return _full_width(line[:end])


def _without_widow(fitting: int, total: int) -> int:
    if total >= 4 and fitting == 1:
        return 0
    if total >= 4 and fitting == total - 1:
        return fitting - 1
    return fitting


def draw_atoms(canvas: Any, x: float, baseline: float, atoms: Sequence[Atom]) -> None:
    """Draw one line of atoms from x on, with the frames around framed runs and codes."""
    _draw_frames(canvas, x, baseline, atoms)
    for (kind, ink, _), group in groupby(atoms, key=_look):
        part = list(group)
        if kind == "code":
            _draw_code(canvas, x, baseline, part[0])
        elif kind == "text":
            _draw_glyphs(canvas, x, baseline, [glyph for atom in part for glyph in atom.glyphs], ink)
        x += _full_width(part)


def _look(atom: Atom) -> tuple[str, Ink, int]:
    if not atom.text:
        return "pad", atom.ink, id(atom)
    return ("code", atom.ink, id(atom)) if atom.coded else ("text", atom.ink, 0)


def _draw_glyphs(canvas: Any, x: float, baseline: float, glyphs: list[Glyph], ink: Ink) -> None:
    canvas.setFillColor(paint(ink.color))
    for face, group in groupby(glyphs, key=lambda glyph: glyph.face):
        part = list(group)
        name, codes = face.encode(part, canvas._doc)
        canvas.addLiteral(f"BT /{name} {ink.size:g} Tf 1 0 0 1 {x:.2f} {baseline:.2f} Tm <{codes}> Tj ET")
        x += _glyphs_width(part, ink.size)


def draw_change_bar(canvas: Any, x: float, top: float, height: float) -> None:
    """A bar in the nearer margin of the side, beside a line that differs from the version before."""
    margins: tuple[float, float] | None = getattr(canvas, "change_margins", None)
    if margins is None:
        return
    here = canvas.absolutePosition(x, top)[0]
    side = margins[0] if here < sum(margins) / 2 else margins[1]
    canvas.setFillColor(paint(style.INK))
    canvas.rect(x + side - here - CHANGE_BAR / 2, top - height, CHANGE_BAR, height, stroke=0, fill=1)


def _draw_frames(canvas: Any, x: float, baseline: float, atoms: Sequence[Atom]) -> None:
    for frame, group in groupby(atoms, key=lambda atom: atom.frame):
        part = list(group)
        width = _full_width(part)
        if frame:
            ink = part[0].ink
            _frame(canvas, (x, baseline - ink.size * 0.24, width, ink.size * 1.28), ink.color)
        x += width


def _draw_code(canvas: Any, x: float, baseline: float, atom: Atom) -> None:
    """The boxed code of a character that no font has; copying it gives the character itself."""
    size = atom.ink.size
    _frame(canvas, (x + 1, baseline - size * 0.14, atom.width - 2, size), atom.ink.color)
    meant = atom.text.encode("utf-16-be", "surrogatepass").hex().upper()
    canvas.addLiteral(f"/Span <</ActualText <FEFF{meant}>>> BDC")
    small = atom.ink.with_size(size * CODE_SIZE)
    _draw_glyphs(canvas, x + FRAME_PAD, baseline + size * 0.12, list(atom.glyphs), small)
    canvas.addLiteral("EMC")


def _frame(canvas: Any, box: tuple[float, float, float, float], color: str) -> None:
    canvas.setStrokeColor(paint(color))
    canvas.setLineWidth(0.9)
    canvas.roundRect(*box, 1.5, stroke=1, fill=0)
