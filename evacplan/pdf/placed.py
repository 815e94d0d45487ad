"""Things that draw themselves where they are told, in the coordinates of whatever holds them.

ReportLab gives each flowable a coordinate system of its own: a saved state and a matrix for every word. Text
and containers need none of it, which makes pages smaller and quicker to write.
"""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable


class Placed(Flowable):  # type: ignore[misc]
    """A flowable with `draw_at` in place of `draw`; who draws after it sets colours and lines anew."""

    width = 0.0
    height = 0.0

    def __init__(self) -> None:
        """Nothing of what ReportLab's own frames keep at a flowable is needed."""

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N803 - as ReportLab
        self.draw_at(canvas, x, y)

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        """Draw with the lower left corner at a place."""
        raise NotImplementedError
