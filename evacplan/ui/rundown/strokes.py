"""Draws the supplies of the chart on screen: the tint and the pattern of each, as on paper."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from evacplan.form.supply_look import LOOKS, Pattern
from evacplan.form.view import Supply
from evacplan.ui.theme import Colours

# The tints are light in every theme, so strokes and words on them are dark in every theme.
INK = QColor("#1B1F24")
GROUND = QColor("#FFFFFF")


def draw_supply(painter: QPainter, box: QRectF, supply: Supply, colours: Colours) -> None:
    """One segment of a bar; idle is a thin line, an interruption an empty dashed box, a stop nothing."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if supply is Supply.IDLE:
        painter.setPen(QPen(QColor(colours.grey), 1))
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    elif supply is Supply.INTERRUPTED:
        painter.setPen(QPen(QColor(colours.red), 1.5, Qt.PenStyle.DashLine))
        painter.drawRect(box)
    elif supply in LOOKS:
        _draw_look(painter, box, supply)
    painter.restore()


def _draw_look(painter: QPainter, box: QRectF, supply: Supply) -> None:
    look = LOOKS[supply]
    painter.fillRect(box, QColor(look.fill))
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    gap = box.height() / 3.2
    strokes = _STROKES.get(look.pattern)
    if look.pattern is Pattern.DOTTED:
        painter.setPen(QPen(INK, max(1.6, gap / 4), c=Qt.PenCapStyle.RoundCap))
        painter.drawPoints(list(_dots(box, gap)))
    elif strokes is not None:
        painter.setPen(QPen(INK, 0.9))
        painter.drawLines(list(strokes(box, gap)))
    painter.restore()
    painter.setPen(QPen(INK, 1))
    painter.drawRect(box)


def _rising(box: QRectF, gap: float) -> Iterator[QLineF]:
    high = box.height()
    for x in _places(box.left() - high, box.right(), gap):
        yield QLineF(x, box.bottom(), x + high, box.top())


def _falling(box: QRectF, gap: float) -> Iterator[QLineF]:
    high = box.height()
    for x in _places(box.left() - high, box.right(), gap):
        yield QLineF(x, box.top(), x + high, box.bottom())


def _crossed(box: QRectF, gap: float) -> Iterator[QLineF]:
    yield from _rising(box, gap)
    yield from _falling(box, gap)


def _upright(box: QRectF, gap: float) -> Iterator[QLineF]:
    for x in _places(box.left(), box.right(), gap):
        yield QLineF(x, box.top(), x, box.bottom())


def _level(box: QRectF, _gap: float) -> Iterator[QLineF]:
    for share in (0.25, 0.5, 0.75):
        y = box.top() + box.height() * share
        yield QLineF(box.left(), y, box.right(), y)


def _dots(box: QRectF, gap: float) -> Iterator[QPointF]:
    for row, share in enumerate((0.22, 0.5, 0.78)):
        for x in _places(box.left(), box.right(), gap):
            yield QPointF(x + row % 2 * gap / 2, box.top() + box.height() * share)


def _places(start: float, end: float, gap: float) -> Iterator[float]:
    """Where strokes begin: the same for neighbours, so that a pattern goes on across them."""
    first = int(start // gap)
    return (place * gap for place in range(first, int(end // gap) + 1))


_STROKES: dict[Pattern, Callable[[QRectF, float], Iterator[QLineF]]] = {
    Pattern.RISING: _rising,
    Pattern.FALLING: _falling,
    Pattern.CROSSED: _crossed,
    Pattern.UPRIGHT: _upright,
    Pattern.LEVEL: _level,
}
