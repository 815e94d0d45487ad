"""A character as it is printed."""

from __future__ import annotations

from typing import NamedTuple

from evacplan.pdf.face import Glyph


class Letter(NamedTuple):
    """A character with its marks; width in thousandths of the type size; coded: no font has it."""

    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    breaks: bool
    coded: bool
