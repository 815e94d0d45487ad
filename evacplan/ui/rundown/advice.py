"""Below the chart: what would last longer, best first, and what to do at which hour of an outage."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from evacplan.domain.plan import Plan
from evacplan.form.advice_view import AdviceView
from evacplan.form.view import TableBlock
from evacplan.ui.parts import text_label
from evacplan.ui.rundown.tables import Words, WordsView, block_rows, held_together, own_figures

PAUSE_MS = 1000
ALL_ROWS = 1000
AdviceSource = Callable[[Plan], AdviceView]


class AdvicePart(QWidget):
    """The levers and the ladder of the plan, each a table under its title.

    compute: makes them; plan: gives the plan as it stands. They are computed while they are visible and only
    when nothing has changed for a second: every measure is a run-down of its own.
    """

    def __init__(self, compute: AdviceSource, plan: Callable[[], Plan], parent: QWidget) -> None:
        super().__init__(parent)
        self._compute = compute
        self._plan = plan
        self._is_late = True
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._follow)
        self._levers = _Table("levers", (26, 9, 16), self)
        self._ladder = _Table("ladder", (16, 15, 26), self)
        self._answer = text_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._levers.title)
        column.addWidget(self._answer)
        column.addWidget(self._levers.note)
        column.addWidget(self._levers.view)
        column.addSpacing(8)
        for widget in (self._ladder.title, self._ladder.note, self._ladder.view):
            column.addWidget(widget)
        self._show(AdviceView())

    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keys, in the order of Tab."""
        return self._levers.view, self._ladder.view

    def refresh(self) -> None:
        """Follow the plan once it rests, or as soon as it rests while this is seen."""
        self._is_late = True
        if self.isVisible():
            self._wait()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_late:
            self._wait()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()

    def _wait(self) -> None:
        """Say that what is written here is of before, until it is not."""
        self._pause.start()
        waiting = self.tr("計算し直しています。下の時間は、変える前のものです。")
        for table in (self._levers, self._ladder):
            table.note.say(waiting)

    def _follow(self) -> None:
        self._is_late = False
        self._show(self._compute(self._plan()))

    def _show(self, view: AdviceView) -> None:
        self._answer.say(held_together(view.answer))
        self._answer.setAccessibleName(view.answer)
        self._answer.setVisible(bool(view.answer))
        self._levers.show_block(view.levers, view.assumes + view.basis, view.answer)
        self._ladder.show_block(view.ladder, view.assumes)


class _Table:
    """A table with its title and a note. While there is no block only what is still worth saying is shown."""

    def __init__(self, name: str, weights: tuple[int, ...], parent: QWidget) -> None:
        self.title, self.note = text_label("", "group"), text_label("", "help")
        self._words = Words(parent)
        self.view = WordsView(self._words, ALL_ROWS, weights, parent)
        self.view.setObjectName(name)
        self.view.selectionModel().currentRowChanged.connect(self._keep_in_sight)

    def show_block(self, block: TableBlock | None, note: str, answer: str = "") -> None:
        """Show other rows; a screen reader says the answer and the note on the way in."""
        self.note.say(held_together(note))
        self.note.setAccessibleName(note)
        self.view.setAccessibleDescription(answer + note)
        for widget in (self.title, self.note, self.view):
            widget.setVisible(block is not None)
        if block is None:
            return
        self.title.say(block.title)
        self.view.setAccessibleName(block.title)
        heads = tuple(column.label for column in block.columns)
        self._words.fill(heads, block_rows(block), own_figures(block))

    def _keep_in_sight(self, current: QModelIndex) -> None:
        """Scroll the page to the row that is reached: the table itself is as high as all its rows."""
        area = self.view.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if area is None or page is None or not current.isValid() or not self.view.hasFocus():
            return
        row = self.view.visualRect(current)
        for corner in (row.bottomLeft(), row.topLeft()):
            at = self.view.viewport().mapTo(page, corner)
            area.ensureVisible(at.x(), at.y(), 0, row.height() // 4)
