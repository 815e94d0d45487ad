"""Where everything stands on the chart of the window; hours as on paper, lengths in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from evacplan.form.hours import HourScale
from evacplan.form.view import ChartBlock

LEAST_REACH = 6.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A segment by the position of its bar and its own; segment is None for a bar without segments."""

    bar: int
    segment: int | None


class Places:
    """The geometry of one chart. left: the width of the names; heights: of the rows; em: the size of text."""

    def __init__(self, block: ChartBlock, width: float, left: float, heights: list[float], em: float) -> None:
        self.block = block
        self.left = left
        self.head = em * 1.7
        self.sky = em * 1.3 if block.night else em * 0.4
        flagged = block.leave_by_h is not None and bool(block.leave_by_label)
        self.foot = self.sky + (em * 2.0 if flagged else em * 0.2)
        self.bar_h = em * 1.5
        self._tops = [self.head + sum(heights[:row]) for row in range(len(heights) + 1)]
        self._hours = HourScale(block.until_h, width - left - em)
        self.height = self._tops[-1] + self.foot
        self._boxes = [self._boxes_of(bar) for bar in range(len(block.bars))]

    def _boxes_of(self, bar: int) -> list[QRectF]:
        lane = self.lane(bar)
        edges = [(self.x(one.start_h), self.x(one.end_h)) for one in self.block.bars[bar].segments]
        return [QRectF(left, lane.top(), right - left, lane.height()) for left, right in edges]

    @property
    def top(self) -> float:
        """Where the first row begins."""
        return self.head

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self._tops[-1]

    def x(self, hour: float) -> float:
        """Where an hour stands."""
        return self.left + self._hours.x(hour)

    def ticks(self, least_gap: float) -> list[float]:
        """The hours to print at the scale."""
        return self._hours.ticks(least_gap)

    def row(self, bar: int) -> QRectF:
        """The whole row of a bar, with its name."""
        right = self.x(self.block.until_h)
        return QRectF(0, self._tops[bar], right, self._tops[bar + 1] - self._tops[bar])

    def lane(self, bar: int) -> QRectF:
        """The place of a bar from the first hour to the last."""
        row = self.row(bar)
        left, right = self.x(0), self.x(self.block.until_h)
        return QRectF(left, row.center().y() - self.bar_h / 2, right - left, self.bar_h)

    def segment(self, bar: int, segment: int) -> QRectF:
        """The place of a segment; beyond the last hour it has no width."""
        return self._boxes[bar][segment]

    def spot(self, spot: Spot) -> QRectF:
        """The place of what was chosen."""
        return self.lane(spot.bar) if spot.segment is None else self.segment(spot.bar, spot.segment)

    def spots(self) -> Iterator[Spot]:
        """Every segment in the order of reading, those beyond the last hour too."""
        for number, bar in enumerate(self.block.bars):
            if bar.segments:
                yield from (Spot(number, position) for position in range(len(bar.segments)))
            else:
                yield Spot(number, None)

    def at(self, point: QPointF) -> Spot | None:
        """What is under the mouse: in the row of a bar the segment at that hour, or the nearest one."""
        for number, bar in enumerate(self.block.bars):
            if not self.row(number).contains(point):
                continue
            if not bar.segments:
                return Spot(number, None)
            distances = [self._distance(number, one, point.x()) for one in range(len(bar.segments))]
            nearest = min(range(len(distances)), key=distances.__getitem__)
            return Spot(number, nearest) if distances[nearest] <= LEAST_REACH else None
        return None

    def _distance(self, bar: int, segment: int, x: float) -> float:
        place = self.segment(bar, segment)
        return max(place.left() - x, x - place.right(), 0.0)
