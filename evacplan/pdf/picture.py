"""A picture given as bytes, in its own proportions and never larger than the room there is."""

from __future__ import annotations

import io

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from evacplan.pdf.style import GREY, paint

ORIENTATION = 0x0112  # the EXIF entry that says which way is up
QUALITY = 88
BROKEN = (4, 3)  # proportions of the crossed frame in place of a picture that cannot be read


class Picture(Flowable):  # type: ignore[misc]
    """A JPEG or PNG as wide as its column, unless that would make it higher than max_height.

    Bytes that are no picture are drawn as a crossed frame: a broken photo must not stop the rest.
    """

    def __init__(self, data: bytes, max_height: float) -> None:
        super().__init__()
        self._reader = _reader(data)
        self._max_height = max_height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        pixels_w, pixels_h = self._reader.getSize() if self._reader else BROKEN
        factor = min(width / pixels_w, self._max_height / pixels_h)
        self._drawn = (pixels_w * factor, pixels_h * factor)
        self.width, self.height = width, self._drawn[1]
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        if self._reader:
            self.canv.drawImage(self._reader, 0, 0, *self._drawn, mask="auto")
            return
        wide, high = self._drawn
        self.canv.setStrokeColor(paint(GREY))
        self.canv.rect(0, 0, wide, high, stroke=1, fill=0)
        self.canv.line(0, 0, wide, high)
        self.canv.line(0, high, wide, 0)


def _reader(data: bytes) -> ImageReader | None:
    try:
        reader = ImageReader(io.BytesIO(_fit_for_print(data)))
        reader.getRGBData()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None  # what Pillow raises for damaged, foreign or monstrous files
    return reader


def _fit_for_print(data: bytes) -> bytes:
    """The picture upright and in the colours of the document; as it came where it is so already."""
    with Image.open(io.BytesIO(data)) as picture:
        turned = picture.getexif().get(ORIENTATION, 1) != 1
        if picture.format in ("JPEG", "PNG") and picture.mode in ("RGB", "L") and not turned:
            return data
        upright = ImageOps.exif_transpose(picture)
    if upright.has_transparency_data:
        ground = Image.new("RGBA", upright.size, "white")
        ground.alpha_composite(upright.convert("RGBA"))
        upright = ground
    target = io.BytesIO()
    upright.convert("RGB").save(target, "JPEG", quality=QUALITY)
    return target.getvalue()
