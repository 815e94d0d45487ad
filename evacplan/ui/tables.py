"""What every table of texts under heads shares: the model, and a view whose rows are chosen as a whole."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

_SHARED, _FITTED = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents
Index = QModelIndex | QPersistentModelIndex


class TextTable(QAbstractTableModel):
    """Cells of text. A table says `heads`, how many rows there are, and the text of each cell."""

    def __init__(self, heads: tuple[str, ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads = heads

    def row_total(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        raise NotImplementedError

    def is_bold(self, row: int, column: int) -> bool:  # noqa: ARG002  (most tables ask neither)
        """Whether a cell stands out."""
        return False

    def spoken(self, row: int, column: int) -> str:
        """What a screen reader says of a cell after its head."""
        return self.text(row, column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else self.row_total()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self.heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | None:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.FontRole and self.is_bold(row, column):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heads[column]} {self.spoken(row, column)}"
        return None


def choose_whole_rows(view: QTableView) -> None:
    """One row chosen as a whole, nothing typed into cells, no grid, Tab leads out of the table."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    heads = view.horizontalHeader()
    heads.setHighlightSections(False)
    heads.setSectionsClickable(False)


class LineView(QTableView):
    """A table of one line a row, over the full width. name, title: for tests and screen readers.

    Columns share the width. Where one would cut its texts it takes the room they need, and the table scrolls
    across; one whose texts may be cut at their beginning (`ElideLeft`) never does.
    """

    def __init__(self, table: TextTable, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(table)
        choose_whole_rows(self)
        self.setWordWrap(False)
        self._fitted: set[int] = set()
        self._widths: dict[int, int] = {}
        self._measured_in = self.font()
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(_SHARED)
        # Before the heads, which ask for the widths as soon as there is other text.
        table.modelAboutToBeReset.connect(self._widths.clear)
        table.modelReset.connect(self._share)

    def sizeHintForColumn(self, column: int) -> int:
        """The room for the widest text of a column: Qt lays every cell out anew each time it asks."""
        if column not in self._widths:
            self._widths[column] = self._measured(column)
        return self._widths[column]

    def _forget_widths(self) -> None:
        # A page that is shown hears of its style several times, mostly of the same one.
        if self.font() != self._measured_in:
            self._measured_in = self.font()
            self._widths.clear()

    def _measured(self, column: int) -> int:
        table = self.model()
        assert isinstance(table, TextTable)
        widest: dict[bool, tuple[int, int]] = {}
        cells = (
            (table.text(row, column), table.is_bold(row, column), row) for row in range(table.rowCount())
        )
        for (text, bold), row in {(text, bold): row for text, bold, row in cells}.items():
            found = self._metrics(bold=bold).horizontalAdvance(text), row
            widest[bold] = max(widest.get(bold, found), found)
        return max((self._room(table, row, column) for _, row in widest.values()), default=0)

    def _metrics(self, *, bold: bool) -> QFontMetrics:
        if not bold:
            return self.fontMetrics()
        font = QFont(self.font())
        font.setBold(True)
        return QFontMetrics(font)

    def _room(self, table: TextTable, row: int, column: int) -> int:
        return self.sizeHintForIndex(table.index(row, column)).width()

    def fit_columns(self, *columns: int) -> None:
        """Let these columns take the room of their texts; the others share what is left."""
        self._fitted = set(columns)
        for column in columns:
            self.horizontalHeader().setSectionResizeMode(column, _FITTED)

    def _share(self) -> None:
        """Share the width among the other columns, as far as it is enough for them."""
        heads = self.horizontalHeader()
        shared = [column for column in range(heads.count()) if column not in self._fitted]
        if not shared or self.textElideMode() is Qt.TextElideMode.ElideLeft:
            return
        fitted = sum(max(self.sizeHintForColumn(at), heads.sectionSizeHint(at)) for at in self._fitted)
        share = (self.viewport().width() - fitted) // len(shared)
        for column in shared:
            mode = _SHARED if self.sizeHintForColumn(column) <= share else _FITTED
            heads.setSectionResizeMode(column, mode)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Give the rows room for the text at its zoom."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._forget_widths()
            self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.4))
            self._share()
