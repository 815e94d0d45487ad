"""Where an hour stands on the chart: the first day wide, the days after it ever narrower."""

from __future__ import annotations

from itertools import pairwise

STEPS_H = (1, 2, 3, 6, 12, 24)
DAY_PARTS = ((24.0, 0.0, 1.0), (72.0, 0.55, 1.0), (168.0, 0.5, 0.8))


class HourScale:
    """Turns hours after the outage into points from the left edge of the chart.

    Up to a day the scale is even. Up to three days the first day takes 55 % of the width; beyond, the first
    day takes half of it and the first three days four fifths.
    """

    def __init__(self, until_h: float, width: float) -> None:
        self.until_h = max(until_h, 1.0)
        self._corners = [(hour, share * width) for hour, share in _corners(self.until_h)]

    def x(self, hour: float) -> float:
        """Points from the left; hours beyond the end stand at the end."""
        hour = min(max(hour, 0.0), self.until_h)
        for (from_h, from_x), (to_h, to_x) in pairwise(self._corners):
            if hour <= to_h:
                return from_x + (hour - from_h) / (to_h - from_h) * (to_x - from_x)
        return self._corners[-1][1]

    def ticks(self, least_gap: float) -> list[float]:
        """Round hours to print below the chart, at least least_gap points apart, the last hour among them."""
        found: list[float] = []
        for (from_h, from_x), (to_h, to_x) in pairwise(self._corners):
            step = _step((to_x - from_x) / (to_h - from_h), least_gap)
            first = int(from_h // step) + (0 if not found else 1)
            found += [hour * step for hour in range(first, int(to_h // step) + 1)]
        return [
            hour
            for hour in found
            if hour == 0 or self.x(self.until_h) - self.x(hour) > least_gap * 0.6 or hour == self.until_h
        ]


def _corners(until_h: float) -> list[tuple[float, float]]:
    if until_h <= 24:
        return [(0.0, 0.0), (until_h, 1.0)]
    if until_h <= 72:
        return [(0.0, 0.0), (24.0, 0.55), (until_h, 1.0)]
    return [(0.0, 0.0), (24.0, 0.5), (72.0, 0.8), (until_h, 1.0)]


def _step(points_per_hour: float, least_gap: float) -> int:
    return next((step for step in STEPS_H if step * points_per_hour >= least_gap), STEPS_H[-1])
