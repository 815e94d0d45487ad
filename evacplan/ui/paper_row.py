"""All papers side by side, as on a wall, to be read and turned together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from evacplan.form.papers import Paper
from evacplan.ui.paper_view import Made, PaperColumn
from evacplan.ui.pdf_pane import Fit
from evacplan.ui.theme import set_role

_ACROSS = 3  # the three editions; the single sheets are scrolled to
_LEAST_EM = 18
_GAP = 12


class PaperRow(QScrollArea):
    """One column a paper. chosen: the paper whose column has the cursor.

    place_requested: with the path of the field that makes a refused paper possible.
    """

    chosen = Signal(object)
    place_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        inside = QWidget()
        set_role(inside, "page")
        self._line = QHBoxLayout(inside)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self.setWidget(inside)
        self.columns: dict[Paper, PaperColumn] = {}
        self._waiting: list[Paper] = []

    def show_papers(
        self, title: Callable[[Paper], str], make: Callable[[Paper], Made], cured_at: Callable[[Paper], str]
    ) -> None:
        """Show every paper, one after the other as they are made; the window stays alive meanwhile."""
        if self.columns:
            return
        for paper in Paper:
            column = self.columns[paper] = PaperColumn(title(paper))
            column.setObjectName(f"column:{paper.value}")
            column.view.pane.fit(Fit.WIDTH)
            column.chosen.connect(lambda paper=paper: self._choose(paper))
            column.view.place_requested.connect(self.place_requested)
            self._line.addWidget(column)
        self._share_out()
        self._waiting = list(Paper)
        self._next(make, cured_at)

    @property
    def is_complete(self) -> bool:
        """Whether every paper is shown."""
        return bool(self.columns) and not self._waiting

    def bring(self, paper: Paper) -> None:
        """Scroll to a paper."""
        column = self.columns.get(paper)
        if column is not None:
            self.ensureWidgetVisible(column, _GAP, 0)

    def turn(self, step: int) -> None:
        """Turn all papers to their next page (1) or the one before (-1)."""
        for column in self.columns.values():
            column.turn(step)

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1) or a whole page at once (0), all alike."""
        for column in self.columns.values():
            column.view.pane.zoom(step)

    def clear(self) -> None:
        """Forget what was shown."""
        self._waiting = []
        for column in self.columns.values():
            column.view.pane.clear()
            column.deleteLater()
        self.columns = {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep three papers in view where there is room."""
        super().resizeEvent(event)
        self._share_out()

    def _next(self, make: Callable[[Paper], Made], cured_at: Callable[[Paper], str]) -> None:
        if self._waiting:
            paper = self._waiting[0]
            self.columns[paper].show_made(make(paper), cured_at(paper))
            self._waiting.pop(0)
            QTimer.singleShot(0, self, lambda: self._next(make, cured_at))

    def _choose(self, paper: Paper) -> None:
        self.bring(paper)
        self.chosen.emit(paper)

    def _share_out(self) -> None:
        room = (self.viewport().width() - (_ACROSS - 1) * _GAP) // _ACROSS
        least = self.fontMetrics().horizontalAdvance("あ") * _LEAST_EM
        for column in self.columns.values():
            column.setFixedWidth(max(room, least))
