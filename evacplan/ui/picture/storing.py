"""A picture as the plan keeps it: one JPEG in base64, as large as its print needs, and nothing beside it.

Only the finished picture is kept: cropped, turned, the way burned in. What was cut away and the file it
came from stay out of the plan, and so do place, time and camera; undo in the interview brings back the
picture before, not the file.
"""

import base64

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageWriter

from evacplan.domain.picture import MM_PER_INCH, Print
from evacplan.ui.picture.reading import MOST_PIXELS, shrunk

_QUALITIES = (88, 80, 70, 60)


def as_answer(image: QImage, prints: Print) -> str:
    """A plain picture as stored, in base64: within the pixels and bytes that its print needs."""
    box = QSize(*prints.pixels)
    while True:
        small = shrunk(image, box)
        for quality in _QUALITIES:
            data = _jpeg(small, quality, prints.dpi)
            if len(data) <= prints.most_bytes:
                return base64.b64encode(data).decode("ascii")
        box = QSize(box.width() * 3 // 4, box.height() * 3 // 4)


def from_answer(value: str) -> QImage:
    """The picture of a stored answer; null when it cannot be read."""
    image = QImage.fromData(QByteArray(base64.b64decode(value)))
    return image if image.width() * image.height() <= MOST_PIXELS else QImage()


def _jpeg(image: QImage, quality: int, dpi: int) -> bytes:
    """The bytes are the same for the same picture: resolution and profile do not come from the screen."""
    image = QImage(image)
    image.setDotsPerMeterX(round(dpi / MM_PER_INCH * 1000))
    image.setDotsPerMeterY(round(dpi / MM_PER_INCH * 1000))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    writer.setOptimizedWrite(True)
    writer.write(image)
    return bytes(buffer.data().data())
