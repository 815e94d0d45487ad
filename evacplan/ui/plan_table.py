"""The plans of a store as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from evacplan.domain.wareki import format_day
from evacplan.ui.ports import PlanLine

Index = QModelIndex | QPersistentModelIndex
_NAME, _KANA, _NUMBER, _UPDATED, _STATE = range(5)


class PlanTable(QAbstractTableModel):
    """One row a plan: name, kana, number, last change, state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[PlanLine] = ()
        self._today = date.min
        self._bold = QFont()
        self._bold.setBold(True)
        self._heads = (
            self.tr("名前"),
            self.tr("ふりがな"),
            self.tr("計画番号"),
            self.tr("最後に変えた日"),
            self.tr("状態"),
        )

    def fill(self, lines: Sequence[PlanLine], today: date) -> None:
        """Show these plans in this order."""
        self.beginResetModel()
        self._lines, self._today = lines, today
        self.endResetModel()

    def line(self, row: int) -> PlanLine:
        """The plan of a row."""
        return self._lines[row]

    def row_of(self, plan_id: str) -> int:
        """The row of a plan; 0 when it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.plan_id == plan_id), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | None:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.column())
        if role == Qt.ItemDataRole.FontRole and index.column() == _NAME:
            return self._bold
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]} {self._text(line, index.column())}"
        return None

    def _text(self, line: PlanLine, column: int) -> str:
        if column == _NAME:
            return line.name or self.tr("（名前はまだありません）")
        if column == _KANA:
            return line.kana
        if column == _NUMBER:
            return line.number
        return self._updated(line.updated_at) if column == _UPDATED else self._state(line)

    def _updated(self, at: datetime) -> str:
        local = at.astimezone()
        days = (self._today - local.date()).days
        clock = f"{local.hour}:{local.minute:02}"
        if days == 0:
            return self.tr("今日 {clock}").format(clock=clock)
        if days == 1:
            return self.tr("昨日 {clock}").format(clock=clock)
        return format_day(local.date())

    def _state(self, line: PlanLine) -> str:
        if line.archived:
            return self.tr("しまってあります")
        if line.revision is None:
            return self.tr("下書き")
        return self.tr("第{number}版まで確定").format(number=line.revision)


class PlanView(QTableView):
    """The table on the page: one row chosen as a whole, columns over the full width."""

    def __init__(self, table: PlanTable) -> None:
        super().__init__()
        self.setObjectName("plans")
        self.setAccessibleName(self.tr("計画の一覧"))
        self.setModel(table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (_NUMBER, _UPDATED, _STATE):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def changeEvent(self, event: QEvent) -> None:
        """Give the rows room for the text at its zoom."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.4))
