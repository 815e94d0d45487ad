"""The colour space sRGB as an ICC profile (version 4.2), made from its definition in IEC 61966-2-1."""

from __future__ import annotations

import struct

NAME = "sRGB IEC61966-2.1"
_ILLUMINANT = (0.9642, 1.0, 0.8249)  # D50, to which the profile connects
# Columns of red, green and blue, adapted to D50; and the adaptation from D65 that was used.
_RED, _GREEN, _BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
_ADAPTED = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def srgb_profile() -> bytes:
    """The profile; the same bytes each time."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _numbers(_CURVE)
    tags = {
        "desc": _words(NAME),
        "cprt": _words("Public domain"),
        "wtpt": _xyz(_ILLUMINANT),
        "chad": b"sf32" + bytes(4) + _numbers(_ADAPTED),
        "rXYZ": _xyz(_RED),
        "gXYZ": _xyz(_GREEN),
        "bXYZ": _xyz(_BLUE),
        "rTRC": curve,
        "gTRC": curve,
        "bTRC": curve,
    }
    return _assembled(tags)


def _assembled(tags: dict[str, bytes]) -> bytes:
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name.encode() + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = start + len(body)
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4)
    head += _numbers(_ILLUMINANT)
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + table + body


def _words(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _numbers(values)


def _numbers(values: tuple[float, ...]) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)
