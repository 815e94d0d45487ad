"""A document as ReportLab writes it, in the shorter form of PDF 1.5 and later (ISO 32000-1, 7.5.7 and 7.5.8).

All objects that are no streams share one compressed stream, and so does the table of where they stand: on a
single sheet that is a tenth of the file. PDF/A-2b allows both. Each stream's end gets a line of its own, as
ISO 19005-2, 6.1.7.1 asks.
"""

from __future__ import annotations

import re
import struct
import zlib
from itertools import pairwise

_STREAM = b">>\nstream\n"
_END = b"endstream"


def packed(data: bytes) -> bytes:
    """The same document, shorter; the same bytes for the same document."""
    table = data.rindex(b"\nxref\n") + 1
    starts = [int(entry) for entry in re.findall(rb"(\d{10}) \d{5} n ", data[table:])]
    trailer = data[data.rindex(b"trailer") :]
    ends = sorted([*starts, table])
    place_after = dict(pairwise(ends))
    written = bytearray(data[: ends[0]])
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
    loose: list[tuple[int, bytes]] = []
    for number, start in enumerate(starts, 1):
        body = (
            data[data.index(b"obj\n", start) + 4 : place_after[start]].rpartition(b"endobj")[0].strip(b"\n")
        )
        if _STREAM in body:
            entries[number] = (1, len(written), 0)
            written += _object(number, _with_own_line(body))
        else:
            loose.append((number, body))
    holder = len(starts) + 1
    entries |= {number: (2, holder, place) for place, (number, _) in enumerate(loose)}
    entries[holder] = (1, len(written), 0)
    written += _object(holder, _object_stream(loose))
    entries[holder + 1] = (1, len(written), 0)
    start = len(written)
    written += _object(holder + 1, _table(entries, trailer))
    return bytes(written + b"startxref\n%d\n%%%%EOF\n" % start)


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _with_own_line(body: bytes) -> bytes:
    """The stream with a line end before its end that does not count."""
    head, data = body.split(_STREAM, 1)
    return b"".join([head, _STREAM, data.removesuffix(_END), b"\n", _END])


def _object_stream(loose: list[tuple[int, bytes]]) -> bytes:
    """The objects one after the other, behind their numbers and places."""
    index, bodies, place = [], [], 0
    for number, body in loose:
        index.append(b"%d %d" % (number, place))
        bodies.append(body)
        place += len(body) + 1
    head = b" ".join(index) + b"\n"
    said = b"/Type /ObjStm /N %d /First %d" % (len(loose), len(head))
    return _compressed(said, head + b"\n".join(bodies))


def _table(entries: dict[int, tuple[int, int, int]], trailer: bytes) -> bytes:
    """Where each object stands: its kind in one byte, a place in four, a number in two."""
    rows = b"".join(struct.pack(">BIH", *entries[number]) for number in sorted(entries))
    kept = re.search(rb"/ID\s*\[.*?\]", trailer, re.DOTALL)
    links = b" ".join(re.findall(rb"/(?:Root|Info) \d+ 0 R", trailer))
    said = b"/Type /XRef /Size %d /W [1 4 2] %b %b" % (len(entries), links, kept[0] if kept else b"")
    return _compressed(said, rows)


def _compressed(said: bytes, data: bytes) -> bytes:
    short = zlib.compress(data, 9)
    head = b"<< %b /Filter /FlateDecode /Length %d" % (said, len(short))
    return b"".join([head, _STREAM, short, b"\n", _END])
