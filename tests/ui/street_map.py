"""A map with streets, houses, a river and a park, drawn by Qt: a picture that looks like a real one."""

import random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

_LAND, _HOUSE, _PARK, _WATER = QColor("#F2EFE6"), QColor("#D8CFC2"), QColor("#C5DFB4"), QColor("#A9CCE3")
_EDGE, _STREET, _HIGHWAY = QColor("#B9B4A8"), QColor("#FFFFFF"), QColor("#F7D488")


def a_street_map(width: int, height: int, seed: int = 7) -> QImage:
    """The map; the same for the same size and seed."""
    dice = random.Random(seed)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(_LAND)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(width / 1000, height / 800)
    _blocks(painter, dice)
    _river(painter)
    _streets(painter)
    painter.end()
    return image


def _blocks(painter: QPainter, dice: random.Random) -> None:
    painter.fillRect(QRectF(560, 420, 210, 150), _PARK)
    for x in range(10, 1000, 26):
        for y in range(10, 800, 24):
            if dice.random() < 0.7 and not (550 < x < 770 and 410 < y < 575):
                size = dice.uniform(9, 18), dice.uniform(8, 16)
                painter.fillRect(QRectF(x, y, *size), _HOUSE.darker(dice.randint(95, 112)))


def _river(painter: QPainter) -> None:
    path = QPainterPath(QPointF(0, 120))
    path.cubicTo(300, 60, 520, 300, 1000, 230)
    painter.strokePath(path, QPen(_WATER, 46))


def _streets(painter: QPainter) -> None:
    lines = [((x, 0), (x + 40, 800), 9) for x in range(90, 1000, 130)]
    lines += [((0, y), (1000, y - 45), 9) for y in range(90, 900, 110)]
    for widen, color in ((3, _EDGE), (0, None)):
        for start, end, wide in [*lines, ((0, 700), (1000, 640), 20), ((610, 0), (660, 800), 20)]:
            ink = color or (_HIGHWAY if wide > 10 else _STREET)
            pen = QPen(ink, wide + widen, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(*start), QPointF(*end))
