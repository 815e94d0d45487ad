"""Which way is up in a PNG or WebP: Qt reads the entry of the camera in a JPEG only."""

import struct

from PySide6.QtGui import QImage, QTransform

_ORIENTATION = 0x0112
_PNG_HEAD, _WEBP_HEAD = 8, 12
# what the entry says (EXIF 2.32, 4.6.4): to mirror first or not, then quarters clockwise
_TURNS = {2: (True, 0), 3: (False, 2), 4: (True, 2), 5: (True, 3), 6: (False, 1), 7: (True, 1), 8: (False, 3)}


def upright(image: QImage, data: bytes, kind: str) -> QImage:
    """The picture as it was seen by the camera; as it came where its file says nothing readable."""
    try:
        mirrored, quarters = _TURNS.get(_orientation(_camera_entries(data, kind)), (False, 0))
    except (struct.error, IndexError):
        return image
    if not mirrored and not quarters:
        return image
    return image.transformed(QTransform().rotate(90 * quarters).scale(-1 if mirrored else 1, 1))


def _camera_entries(data: bytes, kind: str) -> bytes:
    """The part of the file in which the camera wrote; empty when there is none."""
    if kind == "png":
        at = _PNG_HEAD
        while at + 8 <= len(data):
            length, name = struct.unpack_from(">I4s", data, at)
            if name == b"eXIf":
                return data[at + 8 : at + 8 + length]
            at += 12 + length
    if kind == "webp":
        at = _WEBP_HEAD
        while at + 8 <= len(data):
            name, length = struct.unpack_from("<4sI", data, at)
            if name == b"EXIF":
                return data[at + 8 : at + 8 + length].removeprefix(b"Exif\0\0")
            at += 8 + length + length % 2
    return b""


def _orientation(entries: bytes) -> int:
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(entries[:4])
    if order is None:
        return 1
    start = struct.unpack_from(f"{order}I", entries, 4)[0]
    for number in range(struct.unpack_from(f"{order}H", entries, start)[0]):
        name, _type, _count, value = struct.unpack_from(f"{order}HHIH", entries, start + 2 + 12 * number)
        if name == _ORIENTATION:
            return int(value)
    return 1
