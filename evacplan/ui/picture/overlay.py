"""What lies over the picture in the dialog: the frame, its handles, the cross, the shape of the mouse."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from evacplan.ui.picture.edit import EDGES
from evacplan.ui.picture.way import DARK, LIGHT

_HANDLE, _REACH = 11, 16  # logical pixels: a handle, how near is on it
_SHADE = QColor(27, 31, 36, 150)


def grip_at(kept: QRectF, at: QPointF, *, is_whole: bool) -> AbstractSet[str]:
    """The edges that a press there would pull; none: it would begin another frame.

    is_whole: nothing is cut away yet, so that inside there is nothing to move.
    """
    near = {
        "left": abs(at.x() - kept.left()) <= _REACH,
        "right": abs(at.x() - kept.right()) <= _REACH,
        "top": abs(at.y() - kept.top()) <= _REACH,
        "bottom": abs(at.y() - kept.bottom()) <= _REACH,
    }
    if not kept.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at):
        return frozenset()
    found = frozenset(edge for edge, is_near in near.items() if is_near)
    return found or (frozenset() if is_whole else EDGES)


def cursor_of(grip: AbstractSet[str]) -> Qt.CursorShape:
    """The shape of the mouse that says what pulling would do."""
    if grip >= EDGES:
        return Qt.CursorShape.SizeAllCursor
    if grip in ({"left", "top"}, {"right", "bottom"}):
        return Qt.CursorShape.SizeFDiagCursor
    if grip in ({"right", "top"}, {"left", "bottom"}):
        return Qt.CursorShape.SizeBDiagCursor
    if grip & {"left", "right"}:
        return Qt.CursorShape.SizeHorCursor
    return Qt.CursorShape.SizeVerCursor if grip else Qt.CursorShape.CrossCursor


def paint_frame(painter: QPainter, place: QRectF, kept: QRectF) -> None:
    """Shade what will be cut away, and draw the frame with its eight handles."""
    for shaded in _around(place, kept):
        painter.fillRect(shaded, _SHADE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((DARK, 4), (LIGHT, 2)):
        painter.setPen(QPen(color, width))
        painter.drawRect(kept)
    painter.setPen(QPen(DARK, 2))
    middle = kept.center()
    for x in (kept.left(), middle.x(), kept.right()):
        for y in (kept.top(), middle.y(), kept.bottom()):
            if (x, y) != (middle.x(), middle.y()):
                handle = QRectF(x - _HANDLE / 2, y - _HANDLE / 2, _HANDLE, _HANDLE)
                painter.fillRect(handle, LIGHT)
                painter.drawRect(handle)


def paint_cross(painter: QPainter, at: QPointF) -> None:
    """Draw the cross that the arrow keys move."""
    for color, width in ((LIGHT, 5), (DARK, 2)):
        painter.setPen(QPen(color, width))
        painter.drawLine(at - QPointF(16, 0), at + QPointF(16, 0))
        painter.drawLine(at - QPointF(0, 16), at + QPointF(0, 16))


def _around(place: QRectF, kept: QRectF) -> list[QRectF]:
    """What lies outside the frame, in four strips."""
    return [
        QRectF(place.topLeft(), QPointF(place.right(), kept.top())),
        QRectF(QPointF(place.left(), kept.bottom()), place.bottomRight()),
        QRectF(QPointF(place.left(), kept.top()), kept.bottomLeft()),
        QRectF(kept.topRight(), QPointF(place.right(), kept.bottom())),
    ]
