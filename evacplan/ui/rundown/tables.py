"""The run-down as tables: the circumstances to choose from, and the bars of the chart in words."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget

from evacplan.form.rundown_view import CircumstanceLine
from evacplan.form.told import BarTold
from evacplan.form.view import Answer, State, TableBlock
from evacplan.ui.tables import TextTable, choose_whole_rows

Row = tuple[str, ...]
SIDE_EM, ABOVE_EM = 2.0, 1.1
_WRAP = int(Qt.TextFlag.TextWordWrap)
_JOINER, _NO_BREAK = "\u2060", "\u00a0"
_UNIT = re.compile(r"(?<=\d)( ?)([^\W\d]{1,2})")


class Words(TextTable):
    """A table of texts under heads; the rows in bold are those that matter most."""

    def __init__(self, parent: QObject) -> None:
        super().__init__((), parent)
        self._rows: Sequence[Row] = ()
        self._bold: frozenset[int] = frozenset()

    def fill(self, heads: Row, rows: Sequence[Row], bold: frozenset[int] = frozenset()) -> None:
        """Show other texts; where only texts change, what is chosen stays chosen."""
        if (heads, len(rows)) != (self.heads, len(self._rows)):
            self.beginResetModel()
            self.heads, self._rows, self._bold = heads, rows, bold
            self.endResetModel()
        elif (rows, bold) != (self._rows, self._bold):
            self._rows, self._bold = rows, bold
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(heads) - 1))

    def row_total(self) -> int:
        return len(self._rows)

    def text(self, row: int, column: int) -> str:
        return self._rows[row][column]

    def is_bold(self, row: int, column: int) -> bool:  # noqa: ARG002  (whole rows)
        return row in self._bold

    def spoken(self, row: int, column: int) -> str:
        return self.text(row, column).replace(_JOINER, "")


class WordsView(QTableView):
    """A table whose rows are as high as their texts.

    rows: how many are shown before it scrolls; weights: the share of each column in the width.
    """

    def __init__(self, words: Words, rows: int, weights: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._most_rows = rows
        self._weights = weights
        self.setModel(words)
        choose_whole_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrap(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        words.modelReset.connect(self.fit)
        words.dataChanged.connect(self.fit)

    def fit(self) -> None:
        """Give the columns their shares, the rows the height of their texts, the table that of its rows."""
        room = self.viewport().width()
        for column, weight in enumerate(self._weights[: self.model().columnCount()]):
            self.setColumnWidth(column, room * weight // sum(self._weights))
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, self._row_height(row))
        rows = [self.rowHeight(row) for row in range(self.model().rowCount())]
        shown = sum(rows[: self._most_rows])
        frame = 2 * self.frameWidth()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown + frame + 2)

    def _row_height(self, row: int) -> int:
        """Room for the texts of a row. Qt's own measure forgets the padding of the style sheet."""
        em = self.fontInfo().pixelSize()
        model, highest = self.model(), 0
        for column in range(model.columnCount()):
            index = model.index(row, column)
            font = model.data(index, Qt.ItemDataRole.FontRole)
            bold = QFont(self.font())
            bold.setBold(font is not None)
            room = QRect(0, 0, self.columnWidth(column) - round(em * SIDE_EM), 10_000)
            text = model.data(index, Qt.ItemDataRole.DisplayRole)
            highest = max(highest, QFontMetrics(bold).boundingRect(room, _WRAP, text).height())
        return highest + round(em * ABOVE_EM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.fit()


def circumstance_rows(lines: Sequence[CircumstanceLine], worst: str) -> list[Row]:
    """The circumstances; worst: how the worst one is marked, with {name}."""
    return [
        (
            worst.format(name=line.name) if line.is_worst else line.name,
            _said(line.first),
            _said(line.leave_by),
        )
        for line in lines
    ]


def _said(answer: Answer) -> str:
    """未確認 with what is known beside it; 目安 is said once for all."""
    return f"{answer.text}\n{answer.note}" if answer.state is State.UNKNOWN and answer.note else answer.text


def bar_rows(bars: Sequence[BarTold]) -> list[Row]:
    """Every segment of every bar; a bar without segments is one sentence."""
    found: list[Row] = []
    for bar in bars:
        if not bar.segments:
            found.append((bar.device, bar.summary, "", ""))
        found += [(bar.device, one.supply, one.hours, one.clock) for one in bar.segments]
    return found


def block_rows(block: TableBlock) -> list[Row]:
    """The rows of a table as on paper, the small print of each cell below it."""
    return [tuple("" if cell is None else _whole(cell) for cell in row) for row in block.rows]


def _whole(answer: Answer) -> str:
    return held_together(f"{answer.text}\n（{answer.note}）" if answer.note else answer.text)


def held_together(text: str) -> str:
    """The text with figures that keep to their units where lines break."""
    return _UNIT.sub(lambda found: _JOINER.join((found[1] and _NO_BREAK, *found[2])), text)


def own_figures(block: TableBlock) -> frozenset[int]:
    """The rows that begin with a figure of this very plan, known or not."""
    heads = ((at, row[0]) for at, row in enumerate(block.rows))
    return frozenset(at for at, cell in heads if cell and (cell.strong or cell.state is State.UNKNOWN))
