"""Fields in two columns where there is room, in one where there is not."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from evacplan.ui.fields import FieldRow
from evacplan.ui.growing import at_once
from evacplan.ui.parts import set_shown

TWO_COLUMNS_EM = 38


class FieldGrid(QWidget):
    """The fields of one group, in reading order; folded ones leave no gap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[FieldRow] = []
        self._laid_out = False
        self._shown: tuple[FieldRow, ...] = ()
        self._arranged: tuple[int, tuple[FieldRow, ...]] = (0, ())
        self._line = self._column = 0
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(28)
        self._layout.setVerticalSpacing(10)

    def show_rows(self, rows: Sequence[FieldRow]) -> None:
        """Show these of the fields, the others being folded away."""
        self._shown = tuple(rows)
        set_shown(self, bool(rows))
        self._arrange()

    def _arrange(self) -> None:
        """Place the shown fields, if anything changed about them or the width."""
        width = self.width() if self._laid_out else self._width_to_be()
        columns = 2 if width >= TWO_COLUMNS_EM * self.fontMetrics().horizontalAdvance("あ") else 1
        before, self._arranged = self._arranged, (columns, self._shown)
        if before == self._arranged:
            return
        if before != (columns, self._shown[: len(before[1])]):
            self._begin_anew(columns)
        with at_once(self._layout):
            for row in self._shown[self._layout.count() :]:
                self._add(row, columns)
                set_shown(row, True)

    def _begin_anew(self, columns: int) -> None:
        # removeWidget also ends the item; a taken one lives on, and two of them confuse its sizes.
        for row in self.rows:
            self._layout.removeWidget(row)
        self._line = self._column = 0
        for index in range(2):
            self._layout.setColumnStretch(index, 1 if index < columns else 0)
        self._layout.setHorizontalSpacing(28 if columns > 1 else 0)

    def _add(self, row: FieldRow, columns: int) -> None:
        """Place a field after those before it."""
        span = columns if row.wide else 1
        if self._column + span > columns:
            self._line, self._column = self._line + 1, 0
        self._layout.addWidget(row, self._line, self._column, 1, span)
        self._column += span

    def _width_to_be(self) -> int:
        """What the page it stands on will leave it: its width without the margins on the way there."""
        margins, holder = 0, self.parentWidget()
        while holder is not None and (layout := holder.layout()) is not None:
            edge = layout.contentsMargins()
            margins += edge.left() + edge.right()
            holder = holder.parentWidget()
        return (holder.width() if holder is not None else 0) - margins

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid_out = True
        self._arrange()
