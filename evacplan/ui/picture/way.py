"""The way drawn on a picture: readable on a map in colour, an aerial photo and a grey copy of a copy.

White beside dark beside white: whatever lies below, one of the edges stands out. Lengths are millimetres of
the printed page. The house is a shape and not a letter of a font: the same clicks give the same bytes.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from evacplan.domain.picture import Print
from evacplan.ui.picture.edit import Edit, Point

DARK, LIGHT = QColor("#1B1F24"), QColor("#FFFFFF")
HALO_MM, CASING_MM, CORE_MM = 4.4, 3.4, 1.7
HEAD_MM, SIGN_MM, SIGN_EVERY_MM = 8.5, 3.0, 14.0
HOME_MM = 4.0  # its radius

_ROOF = ((0, -0.66), (0.66, -0.06), (-0.66, -0.06))
_WALLS = ((-0.44, -0.06), (0.44, -0.06), (0.44, 0.52), (-0.44, 0.52))
_DOOR = ((-0.14, 0.52), (-0.14, 0.12), (0.14, 0.12), (0.14, 0.52))
_ARROW = ((0, 0), (-1, 0.56), (-0.78, 0), (-1, -0.56))
_SIGN = ((0.5, 0), (-0.5, 0.5), (-0.18, 0), (-0.5, -0.5))


def finished(picture: QImage, edit: Edit, prints: Print) -> QImage:
    """The picture with everything done to it, the way burned in."""
    turned = picture.transformed(QTransform().rotate(90 * edit.turns)) if edit.turns else picture
    frame = edit.frame
    cut = turned.copy(frame.left, frame.top, frame.width, frame.height)
    painter = QPainter(cut)
    painter.translate(-frame.left, -frame.top)
    draw_way(painter, edit.way, prints.pixels_per_mm(frame.width, frame.height))
    painter.end()
    return cut


def draw_way(painter: QPainter, way: Sequence[Point], mm: float) -> None:
    """Draw a way: a house where it begins, signs of its direction, an arrow at its end. mm: in pixels."""
    if not way:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if len(way) > 1:
        line = QPainterPath(QPointF(*way[0]))
        for point in way[1:]:
            line.lineTo(*point)
        _draw_line(painter, line, mm)
    _draw_home(painter, QPointF(*way[0]), HOME_MM * mm)
    painter.restore()


def _draw_line(painter: QPainter, line: QPainterPath, mm: float) -> None:
    head = _head(line, HEAD_MM * mm)
    body = _without_end(line, HEAD_MM * mm * 0.8)
    _stroke(painter, body, LIGHT, HALO_MM * mm)
    _outline(painter, head, LIGHT, mm)
    _stroke(painter, body, DARK, CASING_MM * mm)
    _stroke(painter, body, LIGHT, CORE_MM * mm)
    for sign in _signs(line, mm):
        painter.fillPath(sign, DARK)
    painter.fillPath(head, DARK)


def _stroke(painter: QPainter, line: QPainterPath, color: QColor, width: float) -> None:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.strokePath(line, QPen(color, width, Qt.PenStyle.SolidLine, cap, join))


def _outline(painter: QPainter, shape: QPainterPath, color: QColor, width: float) -> None:
    _stroke(painter, shape, color, width)
    painter.fillPath(shape, color)


def _draw_home(painter: QPainter, at: QPointF, radius: float) -> None:
    for size, color in ((radius * 1.14, LIGHT), (radius, DARK)):
        ground = QPainterPath()
        ground.addEllipse(at, size, size)
        painter.fillPath(ground, color)
    for part in (_ROOF, _WALLS):
        painter.fillPath(_placed(part, at, radius, 0), LIGHT)
    painter.fillPath(_placed(_DOOR, at, radius, 0), DARK)


def _head(line: QPainterPath, size: float) -> QPainterPath:
    end = line.currentPosition()
    back = line.pointAtPercent(line.percentAtLength(max(line.length() - size, 0)))
    return _placed(_ARROW, end, size, -QLineF(back, end).angle())


def _signs(line: QPainterPath, mm: float) -> list[QPainterPath]:
    """Small arrows in the line at even distances, none under the house or the head."""
    first, last = (HOME_MM + SIGN_MM) * mm, line.length() - (HEAD_MM + SIGN_MM) * mm
    if last <= first:
        return []
    count = max(round((last - first) / (SIGN_EVERY_MM * mm)), 1)
    places = [first + (last - first) * (number + 0.5) / count for number in range(count)]
    return [_sign(line, place, mm) for place in places]


def _sign(line: QPainterPath, place: float, mm: float) -> QPainterPath:
    percent = line.percentAtLength(place)
    return _placed(_SIGN, line.pointAtPercent(percent), SIGN_MM * mm, -line.angleAtPercent(percent))


def _placed(shape: Sequence[Point], at: QPointF, size: float, angle: float) -> QPainterPath:
    """A shape of unit size at a place, turned clockwise by degrees."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in shape]))
    path.closeSubpath()
    return QTransform().translate(at.x(), at.y()).rotate(angle).scale(size, size).map(path)


def _without_end(line: QPainterPath, length: float) -> QPainterPath:
    """The line shortened, so that it does not look out at the tip of its arrow."""
    wanted = max(line.length() - length, 0)
    short = QPainterPath(QPointF(line.elementAt(0).x, line.elementAt(0).y))
    gone = 0.0
    for number in range(1, line.elementCount()):
        point = QPointF(line.elementAt(number).x, line.elementAt(number).y)
        step = point - short.currentPosition()
        far = (step.x() ** 2 + step.y() ** 2) ** 0.5
        if gone + far >= wanted:
            short.lineTo(short.currentPosition() + step * ((wanted - gone) / far if far else 0))
            break
        short.lineTo(point)
        gone += far
    return short
