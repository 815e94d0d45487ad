"""Paints one chart: night, scale, bars with their words, crosses, the line by which to leave."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from evacplan.form.supply_look import LOOKS
from evacplan.form.view import Bar
from evacplan.ui.rundown.places import Places
from evacplan.ui.rundown.strokes import GROUND, INK, draw_supply
from evacplan.ui.theme import Colours

NAME_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_NIGHT_SHARE = 0.09


class Painting:
    """One painting of one chart. letters: for segments too narrow for the word of their supply."""

    def __init__(self, painter: QPainter, places: Places, colours: Colours, letters: dict[str, str]) -> None:
        self._painter = painter
        self._places = places
        self._colours = colours
        self._letters = letters
        self._font = QFont(painter.font())
        self._em = float(painter.fontInfo().pixelSize())
        self._small = QFont(self._font)
        self._small.setPixelSize(max(8, round(self._em * 0.82)))
        self._strong = QFont(self._small)
        self._strong.setBold(True)

    @staticmethod
    def name_room(left: float, em: float) -> QRectF:
        """The room for the name of a bar, its height left open."""
        return QRectF(0, 0, left - em * 0.6, 1000)

    def draw(self, chosen: QRectF | None = None) -> None:
        """Everything, with a ring around the place of what was chosen."""
        self._draw_nights()
        self._draw_scale()
        for position, bar in enumerate(self._places.block.bars):
            self._draw_name(position, bar)
            if bar.unknown:
                self._draw_unknown(position, bar)
            else:
                self._draw_bar(position, bar)
        if chosen is not None:
            self._draw_ring(chosen)
        self._draw_leave_by()
        for position, bar in enumerate(self._places.block.bars):
            self._draw_stop(position, bar)

    def _draw_ring(self, box: QRectF) -> None:
        """A ring around a segment, also around one that is hardly wide enough to see."""
        around = box.adjusted(-3, -3, 3, 3)
        painter = self._painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._colours.card), 4.5))
        painter.drawRoundedRect(around, 3, 3)
        painter.setPen(QPen(QColor(self._colours.teal), 2.5))
        painter.drawRoundedRect(around, 3, 3)

    def _draw_nights(self) -> None:
        """Shade for the hours of night, each with a small moon."""
        places, shade = self._places, _mixed(self._colours.card, self._colours.ink, _NIGHT_SHARE)
        for start_h, end_h in places.block.night:
            left, right = places.x(start_h), places.x(end_h)
            band = QRectF(left, places.top, right - left, places.bottom + places.sky - places.top)
            # Whole pixels and no transparency: painting follows typing.
            self._painter.fillRect(band.toAlignedRect(), shade)
            if right - left > self._em:
                self._draw_moon(QPointF((left + right) / 2, places.bottom + places.sky / 2))

    def _draw_moon(self, centre: QPointF) -> None:
        size = self._em * 0.34
        moon, bite = QPainterPath(), QPainterPath()
        moon.addEllipse(centre, size, size)
        bite.addEllipse(centre + QPointF(size * 0.55, -size * 0.25), size * 0.85, size * 0.85)
        self._painter.fillPath(moon.subtracted(bite), QColor(self._colours.grey))

    def _draw_scale(self) -> None:
        places, measure = self._places, QFontMetricsF(self._small)
        least_gap = measure.horizontalAdvance("168") + self._em
        self._painter.setFont(self._small)
        for hour in places.ticks(least_gap):
            x = places.x(hour)
            self._painter.setPen(QPen(QColor(self._colours.line), 1))
            self._painter.drawLine(QLineF(x, places.top, x, places.bottom))
            self._painter.setPen(QColor(self._colours.grey))
            room = QRectF(x - least_gap / 2, 0, least_gap, places.head)
            self._painter.drawText(room, _CENTRE, f"{hour:g}")

    def _draw_name(self, position: int, bar: Bar) -> None:
        row = self._places.row(position)
        room = QRectF(0, row.top(), self._places.left - self._em * 0.6, row.height())
        self._painter.setFont(self._font)
        self._painter.setPen(QColor(self._colours.ink))
        self._painter.drawText(room, NAME_FLAGS, bar.label)

    def _draw_unknown(self, position: int, bar: Bar) -> None:
        lane, painter = self._places.lane(position), self._painter
        painter.setBrush(QColor(self._colours.amber_tint))
        painter.setPen(QPen(QColor(self._colours.amber), 1.6, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(lane, 3, 3)
        painter.setFont(self._strong)
        painter.setPen(QColor(self._colours.amber))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(lane.adjusted(self._em * 0.6, 0, 0, 0), flags, bar.note)

    def _draw_bar(self, position: int, bar: Bar) -> None:
        for number, segment in enumerate(bar.segments):
            box = self._places.segment(position, number)
            if box.width() > 0:
                draw_supply(self._painter, box, segment.supply, self._colours)
        for number, word in self._worded(position, bar).items():
            self._draw_chip(self._places.segment(position, number), word)

    def _draw_stop(self, position: int, bar: Bar) -> None:
        """A cross where a device stops, above everything, and what is said beside it."""
        lane = self._places.lane(position)
        end = max((self._places.x(segment.end_h) for segment in bar.segments), default=lane.left())
        if bar.stops_at_h is not None:
            end = self._places.x(bar.stops_at_h)
            self._draw_cross(QPointF(end, lane.center().y()))
        if bar.note and not bar.unknown:
            self._draw_note(bar.note, end + self._em, lane)

    def _worded(self, position: int, bar: Bar) -> dict[int, str]:
        """Each supply stands once in a bar: in its first segment with room, else by letter in its widest."""
        found: dict[int, str] = {}
        for supply in LOOKS:
            numbers = [number for number, one in enumerate(bar.segments) if one.supply is supply]
            named = next((n for n in numbers if self._fits(position, n, bar.segments[n].label)), None)
            if named is not None:
                found[named] = bar.segments[named].label
            elif numbers:
                widest = max(numbers, key=lambda n: self._places.segment(position, n).width())
                letter = self._letters.get(supply.value, "")
                if letter and self._fits(position, widest, letter):
                    found[widest] = letter
        return found

    def _fits(self, position: int, number: int, word: str) -> bool:
        measure = QFontMetricsF(self._strong)
        return (
            self._places.segment(position, number).width() >= measure.horizontalAdvance(word) + self._em * 0.7
        )

    def _draw_chip(self, box: QRectF, word: str) -> None:
        """A word on white, so that it can be read on any pattern."""
        wide = QFontMetricsF(self._strong).horizontalAdvance(word) + self._em * 0.4
        inset = min(self._em * 0.35, (box.width() - wide) / 2)
        chip = QRectF(box.left() + inset, box.top() + 2.5, wide, box.height() - 5)
        self._painter.fillRect(chip, GROUND)
        self._painter.setFont(self._strong)
        self._painter.setPen(INK)
        self._painter.drawText(chip, _CENTRE, word)

    def _draw_cross(self, centre: QPointF) -> None:
        arm = self._em * 0.42
        path = QPainterPath()
        for one, other in (
            (QPointF(-arm, -arm), QPointF(arm, arm)),
            (QPointF(-arm, arm), QPointF(arm, -arm)),
        ):
            path.moveTo(centre + one)
            path.lineTo(centre + other)
        for colour, width in ((self._colours.card, 6.0), (self._colours.red, 3.0)):
            self._painter.strokePath(path, QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap))

    def _draw_note(self, note: str, left: float, lane: QRectF) -> None:
        wide = QFontMetricsF(self._strong).horizontalAdvance(note) + self._em * 0.5
        room = QRectF(min(left, lane.right() - wide), lane.top(), wide, lane.height())
        self._painter.setFont(self._strong)
        self._painter.setPen(QColor(self._colours.ink))
        self._painter.drawText(room, _CENTRE, note)

    def _draw_leave_by(self) -> None:
        places, hour = self._places, self._places.block.leave_by_h
        if hour is None:
            return
        x, red = places.x(hour), QColor(self._colours.red)
        foot = places.bottom + places.sky
        line = QLineF(x, places.top - self._em * 0.2, x, foot)
        self._painter.setPen(QPen(QColor(self._colours.card), 5))
        self._painter.drawLine(line)
        self._painter.setPen(QPen(red, 2.4, Qt.PenStyle.DashLine))
        self._painter.drawLine(line)
        if places.block.leave_by_label:
            self._draw_flag(x, foot)

    def _draw_flag(self, x: float, top: float) -> None:
        words = self._places.block.leave_by_label
        wide = QFontMetricsF(self._strong).horizontalAdvance(words) + self._em
        right = self._places.x(self._places.block.until_h)
        left = min(max(x - wide / 2, 0.0), max(right - wide, 0.0))
        flag = QRectF(left, top, wide, self._em * 1.6)
        self._painter.setBrush(QColor(self._colours.red))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.drawRoundedRect(flag, 4, 4)
        self._painter.setFont(self._strong)
        self._painter.setPen(QColor(self._colours.card))
        self._painter.drawText(flag, _CENTRE, words)


def _mixed(ground: str, over: str, share: float) -> QColor:
    """A colour over another one, as if it were see-through."""
    one, other = QColor(ground), QColor(over)
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )
