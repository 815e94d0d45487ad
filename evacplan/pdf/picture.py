"""A picture given as bytes, in its own proportions and never larger than the room there is."""

from __future__ import annotations

import io

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable


class Picture(Flowable):  # type: ignore[misc]
    """A JPEG or PNG as wide as its column, unless that would make it higher than max_height."""

    def __init__(self, data: bytes, max_height: float) -> None:
        super().__init__()
        self._reader = ImageReader(io.BytesIO(data))
        self._max_height = max_height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        pixels_w, pixels_h = self._reader.getSize()
        factor = min(width / pixels_w, self._max_height / pixels_h)
        self._drawn = (pixels_w * factor, pixels_h * factor)
        self.width, self.height = width, self._drawn[1]
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        self.canv.drawImage(self._reader, 0, 0, *self._drawn, mask="auto")
