"""Writes lines of letters, frames and rules on a page, with no more words in its stream than it needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from reportlab.lib.rl_accel import fp_str

from evacplan.pdf import style
from evacplan.pdf.face import Face, Glyph
from evacplan.pdf.lines import CODE_SIZE, FRAME_PAD, Atom, Line, full_width
from evacplan.pdf.style import Ink, paint

CHANGE_BAR = 2.2


def fill_with(canvas: Any, color: str) -> None:
    """Fill with a colour of the palette from here on; says nothing where the page does so already."""
    wanted = paint(color)
    if canvas._fillColorObj is not wanted:
        canvas._fillColorObj = wanted
        canvas._code.append(f"{_said(color)} rg")


def stroke_with(canvas: Any, color: str, width: float) -> None:
    """Draw lines in a colour and a width from here on."""
    wanted = paint(color)
    if canvas._strokeColorObj is not wanted:
        canvas._strokeColorObj = wanted
        canvas._code.append(f"{_said(color)} RG")
    if canvas._lineWidth != width:
        canvas.setLineWidth(width)


@cache
def _said(color: str) -> str:
    """The parts of red, green and blue as a page says them."""
    return str(fp_str(*paint(color).rgb()))


def draw_line(canvas: Any, x: float, baseline: float, line: Line) -> None:
    """Draw one line of atoms from x on, with the frames around framed runs and codes."""
    if any(atom.frame for atom in line.atoms):
        _draw_frames(canvas, x, baseline, line.atoms)
    glyphs: list[Glyph] = []
    ink = style.PLAIN
    start = x
    for atom in line.atoms:
        if glyphs and (atom.coded or not atom.text or atom.ink != ink):
            _draw_glyphs(canvas, start, baseline, glyphs, ink)
            glyphs = []
        if atom.coded:
            _draw_code(canvas, x, baseline, atom)
        elif atom.glyphs:
            if not glyphs:
                start, ink = x, atom.ink
            glyphs += atom.glyphs
        x += atom.width
    if glyphs:
        _draw_glyphs(canvas, start, baseline, glyphs, ink)


def _draw_glyphs(canvas: Any, x: float, baseline: float, glyphs: list[Glyph], ink: Ink) -> None:
    fill_with(canvas, ink.color)
    for face, part in _by_face(glyphs):
        name, codes = face.encode(part, canvas._doc)
        canvas._code.append(f"BT /{name} {ink.size:g} Tf {_short(x)} {_short(baseline)} Td <{codes}> Tj ET")
        x += sum([glyph.width for glyph in part]) * ink.size / 1000


def _by_face(glyphs: list[Glyph]) -> list[tuple[Face, list[Glyph]]]:
    """Neighbouring glyphs of one face; mostly all of them are."""
    face = glyphs[0].face
    if all(glyph.face is face for glyph in glyphs):
        return [(face, glyphs)]
    return [(face, list(part)) for face, part in groupby(glyphs, key=lambda glyph: glyph.face)]


def _short(length: float) -> str:
    """A length in hundredths of a point."""
    return f"{length:.2f}"


def draw_rule(canvas: Any, place: tuple[float, float], length: float) -> None:
    """A level line from a place to the right, in the stroke of the canvas."""
    x, y = place
    canvas._code.append(f"{x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l S")


def draw_change_bar(canvas: Any, x: float, top: float, height: float) -> None:
    """A bar in the nearer margin of the side, beside a line that differs from the version before."""
    margins: tuple[float, float] | None = getattr(canvas, "change_margins", None)
    if margins is None:
        return
    here = canvas.absolutePosition(x, top)[0]
    side = margins[0] if here < sum(margins) / 2 else margins[1]
    fill_with(canvas, style.INK)
    canvas.rect(x + side - here - CHANGE_BAR / 2, top - height, CHANGE_BAR, height, stroke=0, fill=1)


def _draw_frames(canvas: Any, x: float, baseline: float, atoms: Sequence[Atom]) -> None:
    for frame, group in groupby(atoms, key=lambda atom: atom.frame):
        part = list(group)
        width = full_width(part)
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
    stroke_with(canvas, color, 0.9)
    canvas.roundRect(*box, 1.5, stroke=1, fill=0)
