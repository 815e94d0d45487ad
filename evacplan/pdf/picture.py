"""A picture given as bytes, in its own proportions and never larger than the room there is."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from evacplan.pdf.style import GREY, paint

ORIENTATION = 0x0112  # the EXIF entry that says which way is up
QUALITY = 88
MOST_PIXELS = 64_000_000  # 256 MB while it is drawn
COARSEST = 72 / 150  # points for each pixel: a small picture is not blown up beyond 150 dpi
BROKEN = (4, 3)  # proportions of the crossed frame in place of a picture that cannot be read


class Picture(Flowable):  # type: ignore[misc]
    """A JPEG or PNG as wide as its column, unless that makes it higher than max_height or too coarse.

    Bytes that are no picture are drawn as a crossed frame: a broken photo must not stop the rest.
    """

    def __init__(self, data: bytes, max_height: float) -> None:
        super().__init__()
        self._reader = _reader(data)
        self._max_height = max_height

    @property
    def is_broken(self) -> bool:
        """Whether the bytes are no picture."""
        return self._reader is None

    @property
    def drawn_width(self) -> float:
        """How wide the picture itself is, once it was wrapped."""
        return float(self._drawn[0])

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        pixels_w, pixels_h = self._reader.getSize() if self._reader else BROKEN
        factor = min(width / pixels_w, self._max_height / pixels_h, COARSEST if self._reader else width)
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
    """The picture upright, in the colours of the document and without place, camera or other entries.

    What the window stored is so already and goes into the document untouched; a plan document of other
    hands may hold anything.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit is ours
        picture = Image.open(io.BytesIO(data))
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        if picture.mode in ("RGB", "L", "P") and _is_plain(picture):
            return data
        upright = ImageOps.exif_transpose(picture)
    if upright.has_transparency_data:
        ground = Image.new("RGBA", upright.size, "white")
        ground.alpha_composite(upright.convert("RGBA"))
        upright = ground
    target = io.BytesIO()
    plain = upright.convert("RGB")
    plain.info.clear()  # Pillow would write comments and profiles again
    plain.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


def _is_plain(picture: Image.Image) -> bool:
    """Whether it may go in as it is: a JPEG without entries, an upright PNG (only its pixels are taken)."""
    if picture.format == "PNG":
        return int(picture.getexif().get(ORIENTATION, 1)) == 1 and not picture.has_transparency_data
    return all(name == "APP0" for name, _content in getattr(picture, "applist", [("?", b"")]))
