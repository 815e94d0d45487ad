"""The room inside the window: pages scroll as a whole where too little of them would fit."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evacplan.ui.parts import Scroller


def roomy(inside: QWidget) -> tuple[Scroller, QVBoxLayout]:
    """What the window holds, and the column for its parts."""
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    area = Scroller()
    area.setWidget(inside)
    return area, column
