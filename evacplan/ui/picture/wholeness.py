"""Whether the file of a picture is all there: Qt paints what is missing of these kinds grey or black."""

import struct

_ALONE = frozenset({0x00, 0x01, *range(0xD0, 0xD8)})  # what no length follows in a JPEG
_FILL, _END = 0xFF, 0xD9
_GIF_EXTENSION, _GIF_IMAGE = 0x21, 0x2C


def is_whole(data: bytes, kind: str) -> bool:
    """Whether a file of this kind reaches to its end; kinds that Qt itself refuses when cut are taken."""
    try:
        return _CHECKS[kind](data) if kind in _CHECKS else True
    except (IndexError, struct.error):
        return False


def _jpeg(data: bytes) -> bool:
    """From marker to marker (ITU T.81, B.1.1): the end of the thumbnail inside is not the end."""
    at = data.find(b"\xff", 2)
    while at >= 0:
        marker = data[at + 1]
        if marker == _END:
            return True
        if marker == _FILL:
            at += 1
        elif marker in _ALONE:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", data, at + 2)[0]
        at = data.find(b"\xff", at)
    return False


def _gif(data: bytes) -> bool:
    """Up to the end of the first picture, which is the one that is shown."""
    at = 13 + _gif_colours(data[10])
    while data[at] == _GIF_EXTENSION:
        at = _after_blocks(data, at + 2)
    if data[at] != _GIF_IMAGE:
        return False
    _after_blocks(data, at + 10 + _gif_colours(data[at + 9]) + 1)
    return True


def _gif_colours(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _bmp(data: bytes) -> bool:
    said: int = struct.unpack_from("<I", data, 2)[0]
    return len(data) >= said


_CHECKS = {"jpeg": _jpeg, "gif": _gif, "bmp": _bmp}
