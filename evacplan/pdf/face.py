"""One TrueType file: what it can draw, how wide, and how it is embedded in a document.

ReportLab's own TrueType class writes a wrong text layer beyond U+FFFF and knows no variation selectors,
so a face is embedded here as a composite font of numbered glyphs. Each number stands for one piece of text,
and the table from number to text is exact: what is copied from the paper is what was typed.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc, pdfmetrics

from evacplan.pdf.outlines import Outlines
from evacplan.pdf.sfnt import font_file

KEPT_FILES = 8
SYMBOLIC = 4  # PDF 32000-1, table 123: the font's characters are outside the standard Latin set


class Glyph(NamedTuple):
    """A drawn sign and the text it stands for; width in thousandths of the type size."""

    text: str
    face: Face
    gid: int
    width: float


class _Used:
    """The glyphs one document uses of one face, numbered from 1 in order of appearance."""

    def __init__(self, internal_name: str) -> None:
        self.internal_name = internal_name
        self.numbers: dict[tuple[int, str], str] = {}

    def number(self, key: tuple[int, str]) -> str:
        """The number as four hexadecimal digits."""
        found = self.numbers.get(key)
        if found is None:
            found = self.numbers[key] = f"{len(self.numbers) + 1:04X}"
        return found


class Face:
    """A TrueType font file, ready to measure and to embed (also ReportLab's "dynamic font")."""

    _dynamicFont = 1  # noqa: N815 - ReportLab's protocol
    _multiByte = 1  # noqa: N815 - ReportLab's protocol
    shapable = False

    def __init__(self, path: Path) -> None:
        self._hb_face: Any = hb.Face(hb.Blob.from_file_path(str(path)))
        if "glyf" not in self._hb_face.table_tags:
            raise ValueError(f"no TrueType outlines: {path.name}")
        self._hb_font: Any = hb.Font(self._hb_face)
        self._outlines = Outlines(self._hb_face)
        self._per_mille = 1000 / self._hb_face.upem
        self.codes = frozenset(self._hb_face.unicodes)
        self.name = self.fontName = path.stem  # fontName is ReportLab's protocol
        self.face = self  # ReportLab asks a font for its face's name
        self._documents: WeakKeyDictionary[Any, _Used] = WeakKeyDictionary()
        self._files: dict[tuple[int, ...], tuple[bytes, bytes]] = {}

    def forget(self) -> None:
        """Drop the files made of what was printed; their order is that of the signs on the papers."""
        self._files.clear()

    def glyphs(self, cluster: str) -> tuple[Glyph, ...]:
        """Glyphs that draw one character with its marks; empty when a part of it is not in this font."""
        gid = self._single_gid(cluster)
        if gid is not None:
            return (self._glyph(cluster, gid),)
        if not all(ord(char) in self.codes for char in cluster):
            return ()
        return tuple(self._glyph(char, self._hb_font.get_nominal_glyph(ord(char))) for char in cluster)

    def _single_gid(self, cluster: str) -> int | None:
        code = ord(cluster[0])
        if len(cluster) == 1:
            gid = self._hb_font.get_nominal_glyph(code)
        elif len(cluster) == 2 and is_selector(cluster[1]):
            gid = self._hb_font.get_variation_glyph(code, ord(cluster[1]))
        else:
            gid = self._composed_gid(cluster)
        return int(gid) if gid else None

    def _composed_gid(self, cluster: str) -> int | None:
        buffer: Any = hb.Buffer()
        buffer.add_str(cluster)
        buffer.guess_segment_properties()
        hb.shape(self._hb_font, buffer, {})
        infos = buffer.glyph_infos
        return int(infos[0].codepoint) if len(infos) == 1 else None

    def _glyph(self, text: str, gid: int) -> Glyph:
        return Glyph(text, self, gid, self._hb_font.get_glyph_h_advance(gid) * self._per_mille)

    def encode(self, glyphs: list[Glyph], document: Any) -> tuple[str, str]:
        """The font's name inside a document and the glyphs as a hexadecimal PDF string."""
        used = self._used(document)
        return used.internal_name, "".join([used.number((gid, text)) for text, _, gid, _ in glyphs])

    def _used(self, document: Any) -> _Used:
        used = self._documents.get(document)
        if used is None:
            used = _Used(f"F{len(document.fontMapping) + 1}")
            self._documents[document] = used
            document.fontMapping[self.fontName] = "/" + used.internal_name
            document.delayedFonts.append(self)
        return used

    def addObjects(self, document: Any) -> None:
        """Write the used part of this font into a document; ReportLab calls it once at the end."""
        used = self._documents.pop(document)
        order = list(used.numbers)
        widths = [self._hb_font.get_glyph_h_advance(gid) * self._per_mille for gid, _ in order]
        data = self._file((0, *(gid for gid, _ in order)))
        name = f"{_tag(order)}+{self.name}"
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": "/" + name,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([self._descendant(document, name, data, widths)]),
                "ToUnicode": _stream(document, f"unicode:{name}", _to_unicode([text for _, text in order])),
            }
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[used.internal_name] = document.Reference(font, f"font:{name}")

    def _file(self, gids: tuple[int, ...]) -> tuple[bytes, bytes]:
        """The font file of these glyphs, plain and packed; a preview asks for the same ones again."""
        if gids not in self._files:
            data = font_file(self._hb_face, self._outlines, gids)
            while len(self._files) >= KEPT_FILES:
                del self._files[next(iter(self._files))]
            self._files[gids] = data, zlib.compress(data)
        return self._files[gids]

    def _descendant(self, document: Any, name: str, data: tuple[bytes, bytes], widths: list[float]) -> Any:
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": "/" + name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "CIDToGIDMap": "/Identity",
                "DW": 1000,
                "W": f"[1 [{' '.join(f'{round(width, 3):g}' for width in widths)}]]",
                "FontDescriptor": self._descriptor(document, name, data),
            }
        )
        return document.Reference(font, f"cid:{name}")

    def _descriptor(self, document: Any, name: str, data: tuple[bytes, bytes]) -> Any:
        head = self._hb_face.reference_table("head").data
        box = [round(edge * self._per_mille) for edge in struct.unpack(">4h", head[36:44])]
        extents = self._hb_font.get_font_extents("ltr")
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": "/" + name,
                "Flags": SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(box),
                "ItalicAngle": 0,
                "Ascent": round(extents.ascender * self._per_mille),
                "Descent": round(extents.descender * self._per_mille),
                "CapHeight": round(0.76 * 1000),
                "StemV": 140 if "Bold" in self.name else 80,
                "FontFile2": _font_stream(document, f"file:{name}", data),
            }
        )
        return document.Reference(descriptor, f"descriptor:{name}")


def is_selector(char: str) -> bool:
    """True for a variation selector, which chooses among the shapes of the character before it."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


@cache
def load_face(path: Path) -> Face:
    """The face of a font file, read once and made known to ReportLab. Raises ValueError without outlines."""
    face = Face(path)
    pdfmetrics.registerFont(face)
    return face


class _Packed(pdfdoc.PDFStreamFilterZCompress):  # type: ignore[misc]  # ReportLab has no types
    """A filter of ReportLab's for content that is packed already."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    def encode(self, _content: bytes) -> bytes:
        return self._packed


def _font_stream(document: Any, name: str, data: tuple[bytes, bytes]) -> Any:
    plain, packed = data
    stream = pdfdoc.PDFStream(content=plain)
    stream.dictionary["Length1"] = len(plain)
    stream.filters = [_Packed(packed)]
    return document.Reference(stream, name)


def _stream(document: Any, name: str, data: bytes) -> Any:
    stream = pdfdoc.PDFStream(content=data)
    stream.filters = [pdfdoc.PDFZCompress]
    return document.Reference(stream, name)


def _tag(order: list[tuple[int, str]]) -> str:
    """Six capital letters that name a subset by its content, as PDF 32000-1, 9.6.4 asks."""
    digest = hashlib.sha256(repr(order).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(texts: list[str]) -> bytes:
    """The table from glyph number (from 1) to text, in UTF-16 as PDF 32000-1, 9.10.3 asks."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for first in range(0, len(texts) + 1, 256):  # numbers of one range share their first byte
        part = texts[max(first - 1, 0) : first + 255]
        if part:
            meant = " ".join(f"<{text.encode('utf-16-be').hex().upper()}>" for text in part)
            start = max(first, 1)
            lines.append(f"1 beginbfrange <{start:04X}> <{start + len(part) - 1:04X}> [{meant}] endbfrange")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
