"""Where an hour stands on the chart, on screen as on paper: the first day wide, later days ever narrower."""

from __future__ import annotations

from itertools import pairwise

STEPS_H = (1, 2, 3, 6, 12, 24)


class HourScale:
    """Turns hours after the outage into points (or pixels) from the left edge of the chart.

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
        """Round hours to print at the scale, from 0 on, at least least_gap points apart."""
        wanted = [0.0]
        for (from_h, from_x), (to_h, to_x) in pairwise(self._corners):
            step = _step((to_x - from_x) / (to_h - from_h), least_gap)
            wanted += [hour * step for hour in range(int(from_h // step) + 1, int(to_h // step) + 1)]
        found = wanted[:1]
        for hour in wanted[1:]:
            if self.x(hour) - self.x(found[-1]) >= least_gap - 0.01:
                found.append(hour)
        return found


def _corners(until_h: float) -> list[tuple[float, float]]:
    if until_h <= 24:
        return [(0.0, 0.0), (until_h, 1.0)]
    if until_h <= 72:
        return [(0.0, 0.0), (24.0, 0.55), (until_h, 1.0)]
    return [(0.0, 0.0), (24.0, 0.5), (72.0, 0.8), (until_h, 1.0)]


def _step(points_per_hour: float, least_gap: float) -> int:
    return next((step for step in STEPS_H if step * points_per_hour >= least_gap), STEPS_H[-1])
