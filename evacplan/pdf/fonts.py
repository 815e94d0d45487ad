"""Which font draws which character: BIZ UDPGothic first, then Noto Sans JP, then any spare ones given.

A character is looked up with its marks (variation selectors, voicing marks), because 辻 with a selector is
another sign than 辻 without one. What no font has is printed as a visible code and reported by
`missing_glyphs`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from evacplan.pdf.face import Face, Glyph, is_selector, load_face
from evacplan.pdf.letters import Letter
from evacplan.pdf.linebreak import may_break
from evacplan.pdf.memory import Memory

FAMILIES = (("bizud", "BIZUDPGothic"), ("noto-sans-jp", "NotoSansJP"))
_MARKS = "\ufe00-\ufe0f\U000e0100-\U000e01ef\u0300-\u036f\u3099\u309a"
_CLUSTER = re.compile(f"[^{_MARKS}][{_MARKS}]*|[{_MARKS}]", re.DOTALL)
_BLANKS = {"\t": "  ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " "}
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Fonts:
    """The faces of both weights, in the order in which they are asked for a character.

    spare: font files for both weights, read only when the faces lack something. memory: texts as they were
    set before.
    """

    regular: tuple[Face, ...]
    bold: tuple[Face, ...]
    spare: tuple[Path, ...] = ()
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)
    _known: dict[tuple[str, bool], tuple[Glyph, ...]] = field(default_factory=dict, compare=False, repr=False)

    def forget(self) -> None:
        """Drop what is kept of papers printed before, beside the memory."""
        for face in (*self._faces(), *self._faces(bold=True)):
            face.forget()

    def for_one_document(self, memory: Memory | None = None) -> Fonts:
        """The same fonts with the memory given, or an empty one: no personal value outlives it."""
        return replace(self, memory=memory or Memory())

    def letters(self, text: str, bold: bool = False) -> tuple[Letter, ...]:
        """A text as letters, each with its glyphs, its width and whether a line may begin with it."""
        key = (text, bold)
        found = self.memory.letters.get(key)
        if found is None:
            signs = clusters(text)
            places = zip(signs, may_break(signs), strict=True)
            found = tuple(self._letter(sign, bold, breaks) for sign, breaks in places)
            self.memory.letters.put(key, found)
        return found

    def _letter(self, sign: str, bold: bool, breaks: bool) -> Letter:
        if sign == "\n":
            return Letter(sign, (), 0.0, False, False)
        if glyphs := self.glyphs(sign, bold):
            return Letter(sign, glyphs, sum(glyph.width for glyph in glyphs), breaks, False)
        code = tuple(glyph for char in code_name(sign) for glyph in self.glyphs(char))
        return Letter(sign, code, sum(glyph.width for glyph in code), breaks, True)

    def glyphs(self, cluster: str, bold: bool = False) -> tuple[Glyph, ...]:
        """Glyphs of one character with its marks; empty when no font has it.

        A variation selector that no font knows is left to the plain character: the shape may then differ from
        the one meant, which `missing_glyphs` reports.
        """
        key = (cluster, bold)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._find(cluster, bold)
        return found

    def _find(self, cluster: str, bold: bool) -> tuple[Glyph, ...]:
        for face in self._faces(bold):
            if glyphs := face.glyphs(cluster):
                return glyphs
        plain = "".join(char for char in cluster if not is_selector(char))
        if plain and plain != cluster and (glyphs := self._find(plain, bold)):
            last = glyphs[-1]._replace(text=glyphs[-1].text + cluster[len(plain) :])
            return (*glyphs[:-1], last)
        return ()

    def _faces(self, bold: bool = False) -> Iterator[Face]:
        yield from self.bold if bold else self.regular
        for path in self.spare:
            face = _spare_face(path)
            if face is not None:
                yield face

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Characters of a text, each once, that cannot be printed in the shape meant."""
        wanted = dict.fromkeys(clusters(text))
        return tuple(cluster for cluster in wanted if cluster != "\n" and not self._exact(cluster))

    def _exact(self, cluster: str) -> bool:
        glyphs = self.glyphs(cluster)
        if not glyphs:
            return False
        ideographic = any(is_selector(char) and char > "\uffff" for char in cluster)
        return not ideographic or any(face.glyphs(cluster) for face in self._faces())


def load_fonts(folder: Path, spare: Sequence[Path] = ()) -> Fonts:
    """The shipped fonts of a folder, and spare font files such as IPAmj Mincho.

    Raises ValueError when a shipped file has no TrueType outlines, which cannot be embedded here; a spare one
    that cannot be used is left out.
    """
    return Fonts(_weight(folder, "Regular"), _weight(folder, "Bold"), tuple(spare))


def _spare_face(path: Path) -> Face | None:
    try:
        return load_face(path)
    except (OSError, ValueError):
        return None


def _weight(folder: Path, weight: str) -> tuple[Face, ...]:
    return tuple(load_face(folder / family / f"{name}-{weight}.ttf") for family, name in FAMILIES)


def clusters(text: str) -> list[str]:
    """A text as characters with their marks, line ends as newline, without what draws nothing.

    Control characters and invisible format characters (joiners, direction marks, soft hyphens) are left out;
    tabs and odd blanks become plain blanks. Nothing that can be seen is changed.
    """
    found: list[str] = []
    for cluster in _CLUSTER.findall(_LINE_ENDS.sub("\n", text)):
        if cluster in _BLANKS:
            found.extend(_BLANKS[cluster])
        elif cluster == "\n" or unicodedata.category(cluster[0]) not in {"Cc", "Cf"}:
            found.append(cluster)
    return found


def code_name(cluster: str) -> str:
    """What stands in the box for a character that no font has, such as U+1F600."""
    seen = [char for char in cluster if not is_selector(char)] or [cluster[0]]
    return " ".join(f"U+{ord(char):04X}" for char in seen)
