"""Letters set in ink and broken into lines by the Japanese rules, measured once and asked often."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from evacplan.form.view import SECOND_END, SECOND_START
from evacplan.pdf import style
from evacplan.pdf.face import Glyph
from evacplan.pdf.fonts import Fonts
from evacplan.pdf.letters import Letter
from evacplan.pdf.linebreak import between
from evacplan.pdf.style import Ink

CODE_SIZE = 0.62  # of the type size: the code in place of a character that no font has
FRAME_PAD = 3.0
FRAME_MARGIN = 1.2
SOFT_ENDS = frozenset("：:／/、,-–")  # where a piece too long for any line is divided first
WORD_ENDS = frozenset("、。」）：・／→-–/,")  # after which a line may begin in words set apart by blanks
SHORTEST_END = 2  # signs: a last line of fewer is given some of the line before it
SLACK = 0.01  # points by which a line may be too long


class Run(NamedTuple):
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


class Line(NamedTuple):
    """Atoms of one line; width without the blanks at its end; size of its largest letters.

    second: it holds nothing but words in the second language.
    """

    atoms: list[Atom]
    width: float
    size: float
    changed: bool
    second: bool = False


class Laid:
    """Atoms with their measures and the lines they make, which all texts of the same words share."""

    def __init__(self, atoms: list[Atom]) -> None:
        self.atoms = atoms
        self._broken: dict[float, list[Line]] = {}
        self._parts: dict[int, tuple[Laid, Laid]] = {}

    @property
    def natural_width(self) -> float:
        """Width of the longest line when nothing has to be broken."""
        return self._widths[0]

    @property
    def least_width(self) -> float:
        """Width of the longest piece that should not be broken, such as a phone number."""
        return self._widths[1]

    @cached_property
    def _widths(self) -> tuple[float, float]:
        return _measured(self.atoms)

    def lines(self, width: float) -> list[Line]:
        """The lines at a width."""
        found = self._broken.get(width)
        if found is None:
            fits = self.natural_width <= width
            broken = _paragraphs(self.atoms) if fits else fill_lines(self.atoms, width)
            found = self._broken[width] = [_line(atoms) for atoms in broken]
        return found

    def parted(self, place: int) -> tuple[Laid, Laid]:
        """What stands before an atom, and the rest from it on."""
        found = self._parts.get(place)
        if found is None:
            found = self._parts[place] = Laid(self.atoms[:place]), Laid(self.atoms[place:])
        return found


def _measured(atoms: Sequence[Atom]) -> tuple[float, float]:
    """Width of the longest line when nothing has to be broken, and of the longest piece that should stay."""
    widest = used = widest_piece = piece = 0.0
    for atom in atoms:
        if atom.text == "\n":
            used = piece = 0.0
            continue
        wide = atom.width
        used += wide
        piece = wide if atom.breaks else piece + wide
        if used > widest:  # noqa: PLR1730 - asked of every letter of a paper, where max() takes too long
            widest = used
        if piece > widest_piece:  # noqa: PLR1730 - the same
            widest_piece = piece
    return widest, widest_piece


def _line(atoms: list[Atom]) -> Line:
    inks = {id(atom.ink): atom.ink for atom in atoms}.values()
    size = max((ink.size for ink in inks), default=style.BODY)
    second = bool(inks) and all(ink.second for ink in inks)
    return Line(atoms, _width(atoms), size, any(ink.changed for ink in inks), second)


def laid(runs: Sequence[Run], fonts: Fonts) -> Laid:
    """The runs laid out, as before where the same were laid out before."""
    key = tuple(runs)
    found = fonts.memory.laid.get(key)
    if found is None:
        found = Laid(lay_atoms(runs, fonts))
        fonts.memory.laid.put(key, found)
    return found


def lay_atoms(runs: Sequence[Run], fonts: Fonts) -> list[Atom]:
    """All characters of the runs with their glyphs and the places where a line may begin."""
    atoms: list[Atom] = []
    before: tuple[int, Ink] = (0, style.PLAIN)
    led = False
    for number, run in enumerate(runs, 1):
        letters = _letters(run, fonts)
        if not letters:
            continue
        frame = number if run.framed else 0
        starts = bool(atoms) and not led and between(atoms[-1].text or " ", letters[0][0].text)
        if before[0] or frame:
            atoms += _pads(before[0], frame, run.ink, starts)
            starts = starts and not frame
        first = len(atoms)
        atoms += [_atom(letter, ink, frame, run.whole and not ink.second) for letter, ink in letters]
        if atoms[first].breaks is not starts:
            atoms[first] = atoms[first]._replace(breaks=starts)
        before, led = (frame, run.ink), run.leads
    return atoms + (_pads(before[0], 0, before[1], False) if before[0] else [])


def _letters(run: Run, fonts: Fonts) -> list[tuple[Letter, Ink]]:
    """The letters of a run with their ink: what it says in the second language is set smaller."""
    if SECOND_START not in run.text:
        return [(letter, run.ink) for letter in fonts.letters(run.text, run.ink.bold)]
    found: list[tuple[Letter, Ink]] = []
    for number, part in enumerate(re.split(f"[{SECOND_START}{SECOND_END}]", run.text)):
        ink = run.ink.for_second() if number % 2 else run.ink
        letters = list(fonts.letters(part, ink.bold))
        if letters and found:
            starts = between(found[-1][0].text, letters[0].text)
            letters[0] = letters[0]._replace(breaks=starts)
        if number % 2 and " " in part:
            letters[1:] = [_after_word(letter, before) for before, letter in pairwise(letters)]
        found += [(letter, ink) for letter in letters]
    return found


def _after_word(letter: Letter, before: Letter) -> Letter:
    """A letter of words that are set apart, as in やさしい日本語: a line begins with a word."""
    stays = not letter.breaks or before.text.isspace() or before.text in WORD_ENDS
    return letter if stays else letter._replace(breaks=False)


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
    wide = width * ink.size / 1000
    if coded:
        wide = wide * CODE_SIZE + 2 * FRAME_PAD
    return Atom(text, glyphs, wide, ink, breaks and not whole, frame, coded)


def fill_lines(atoms: list[Atom], width: float) -> list[list[Atom]]:
    """Lines that fit the width; blanks may hang over the end; only a word wider than a line is divided."""
    places = _Places(atoms, width)
    ends = [0]
    for _, end in pairwise(_paragraph_ends(atoms)):
        while (full := places.overflow(ends[-1], end)) < end:
            ends.append(places.line_end(ends[-1], full))
        if end > ends[-1]:
            ends.append(end)
    lines = [atoms[start:end] for start, end in pairwise(ends)]
    return _without_stub(lines or [[]], width)


def _paragraphs(atoms: list[Atom]) -> list[list[Atom]]:
    """One line for each paragraph."""
    return [atoms[start:end] for start, end in pairwise(_paragraph_ends(atoms))] or [[]]


def _paragraph_ends(atoms: list[Atom]) -> list[int]:
    """0, the places after each line end, and the number of atoms."""
    ends = [0, *(place for place, atom in enumerate(atoms, 1) if atom.text == "\n")]
    return ends if ends[-1] == len(atoms) else [*ends, len(atoms)]


class _Places:
    """Where lines of a width end; distances are differences of sums, so that no line is added up anew."""

    def __init__(self, atoms: list[Atom], width: float) -> None:
        self._atoms = atoms
        self._width = width
        self._until = [0.0, *accumulate(atom.width for atom in atoms)]

    def overflow(self, start: int, end: int) -> int:
        """The first atom that is too much for a line from start on; `end` when there is none before it."""
        limit = self._until[start] + self._width + SLACK
        place = max(bisect_right(self._until, limit, start, end + 1) - 1, start + 1)
        while place < end and self._atoms[place].text.isspace():
            place += 1
        return min(place, end)

    def line_end(self, start: int, full: int) -> int:
        """Where the next line begins: at the last place where it may, or, where the piece after that place is
        too long for any line, after a colon or stroke inside the piece."""
        atoms = self._atoms
        if atoms[full].breaks:
            return full
        inside = range(full - 1, start, -1)
        hard = next((place for place in inside if atoms[place].breaks), 0)
        if hard and self._until[self._piece_end(full)] - self._until[hard] <= self._width:
            return hard
        soft = next((place for place in inside if atoms[place - 1].text in SOFT_ENDS), full)
        return hard if hard and soft < hard else soft

    def _piece_end(self, start: int) -> int:
        """The next place where a line may begin, or the next blank."""
        rest = range(start, len(self._atoms))
        atoms = self._atoms
        return next(
            (place for place in rest if atoms[place].breaks or atoms[place].text.isspace()), len(atoms)
        )


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


def full_width(line: Sequence[Atom]) -> float:
    """Width of a line with the blanks at its end."""
    return sum([atom.width for atom in line])


def _width(line: list[Atom]) -> float:
    """Width of a line without the blanks at its end."""
    end = len(line)
    while end and line[end - 1].text.isspace():
        end -= 1
    return full_width(line[:end])
