"""Which part of a picture is seen where on the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt

from evacplan.ui.picture.edit import Frame, Point

MARGIN = 18  # logical pixels around the picture, so that handles at its edge can be pulled


@dataclass(frozen=True, slots=True)
class Sight:
    """part: of the picture, in its pixels. place: on the widget, in the same proportions."""

    part: Frame
    place: QRectF

    @classmethod
    def of(cls, part: Frame, room: QSize) -> "Sight":
        """The part as large as a widget of this size can show it, in its middle."""
        inside = QSize(max(room.width() - 2 * MARGIN, 1), max(room.height() - 2 * MARGIN, 1))
        size = QSize(part.width, part.height).scaled(inside, Qt.AspectRatioMode.KeepAspectRatio)
        wide, high = max(size.width(), 1), max(size.height(), 1)
        return cls(part, QRectF((room.width() - wide) / 2, (room.height() - high) / 2, wide, high))

    @property
    def scale(self) -> float:
        """Screen pixels for each pixel of the picture."""
        return self.place.width() / self.part.width

    def where(self, point: Point) -> QPointF:
        """Where a pixel of the picture is on the widget."""
        x, y = point[0] - self.part.left, point[1] - self.part.top
        return QPointF(self.place.left() + x * self.scale, self.place.top() + y * self.scale)

    def pixel(self, at: QPointF) -> Point:
        """The pixel of the picture below a place of the widget."""
        x, y = at.x() - self.place.left(), at.y() - self.place.top()
        return self.part.left + x / self.scale, self.part.top + y / self.scale

    def rect(self, frame: Frame) -> QRectF:
        """A frame on the widget."""
        return QRectF(self.where((frame.left, frame.top)), self.where((frame.right, frame.bottom)))
