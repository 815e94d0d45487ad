"""A font file made of some glyphs of another one (OpenType, "glyf" outlines), with what a PDF needs of it."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

from evacplan.pdf.outlines import UNITS, Outline, Outlines

_CHECKSUM = 0xB1B0AFBA
_MOST_SHORT = 0x1FFFE  # bytes of outlines that a short table of places can reach


def font_file(face: Any, outlines: Outlines, gids: Sequence[int]) -> bytes:
    """A font file of the given glyphs in their order, which begins with glyph 0, the sign for none."""
    drawn = [outlines.outline(gid) for gid in gids]
    advances = [outlines.advance(gid) for gid in gids]
    boxes = [one.box for one in drawn if one.box]
    ends = [0]
    for one in drawn:
        ends.append(ends[-1] + len(one.data))
    lefts = [one.box[0] if one.box else 0 for one in drawn]
    tables = {
        "glyf": b"".join(one.data for one in drawn),
        "head": _head(face, boxes, long_ends=ends[-1] > _MOST_SHORT),
        "hhea": _hhea(face, advances, drawn),
        "hmtx": b"".join(struct.pack(">Hh", *pair) for pair in zip(advances, lefts, strict=True)),
        "loca": _loca(ends),
        "maxp": _maxp(drawn),
    }
    return _assembled(tables)


def _loca(ends: Sequence[int]) -> bytes:
    if ends[-1] > _MOST_SHORT:
        return struct.pack(f">{len(ends)}I", *ends)
    return struct.pack(f">{len(ends)}H", *(end // 2 for end in ends))


def _head(face: Any, boxes: Sequence[tuple[int, int, int, int]], *, long_ends: bool) -> bytes:
    """The face's own head with the new grid and box; the sum over the file is put in later."""
    head = bytearray(face.reference_table("head").data)
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">H", head, 18, UNITS)
    edges = list(zip(*boxes, strict=True)) or [(0,)] * 4
    struct.pack_into(">4h", head, 36, min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))
    struct.pack_into(">h", head, 50, int(long_ends))
    return bytes(head)


def _hhea(face: Any, advances: Sequence[int], drawn: Sequence[Outline]) -> bytes:
    hhea = bytearray(face.reference_table("hhea").data)
    factor = UNITS / face.upem
    heights = [round(length * factor) for length in struct.unpack_from(">3h", hhea, 4)]
    rights = [(one.box, advance) for one, advance in zip(drawn, advances, strict=True) if one.box]
    left = min((box[0] for box, _ in rights), default=0)
    right = min((advance - box[2] for box, advance in rights), default=0)
    widest = max((box[2] for box, _ in rights), default=0)
    struct.pack_into(">3hH3h", hhea, 4, *heights, max(advances), left, right, widest)
    struct.pack_into(">H", hhea, 34, len(advances))
    return bytes(hhea)


def _maxp(drawn: Sequence[Outline]) -> bytes:
    points = max(one.points for one in drawn)
    contours = max(one.contours for one in drawn)
    return struct.pack(">I14H", 0x00010000, len(drawn), points, contours, 0, 0, 2, *[0] * 8)


def _assembled(tables: dict[str, bytes]) -> bytes:
    """The tables behind their directory (OpenType, organization of a font file)."""
    power = len(tables).bit_length() - 1
    head = struct.pack(
        ">IHHHH", 0x00010000, len(tables), 16 << power, power, 16 * (len(tables) - (1 << power))
    )
    start = 12 + 16 * len(tables)
    body = b""
    for name, data in sorted(tables.items()):
        head += struct.pack(">4sIII", name.encode(), _sum(data), start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    whole = bytearray(head + body)
    place = start + sum(len(data) + -len(data) % 4 for name, data in tables.items() if name < "head")
    struct.pack_into(">I", whole, place + 8, (_CHECKSUM - _sum(whole)) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(data: bytes | bytearray) -> int:
    padded = bytes(data) + bytes(-len(data) % 4)
    return int(sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF)
