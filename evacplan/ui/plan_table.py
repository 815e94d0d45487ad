"""The plans of a store as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QObject

from evacplan.ui.ports import PlanLine
from evacplan.ui.tables import LineView, TextTable
from evacplan.ui.told import day_words

_NAME, _KANA, _NUMBER, _UPDATED, _STATE = range(5)


class PlanTable(TextTable):
    """One row a plan: name, kana, number, last change, state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.heads = (
            self.tr("名前"),
            self.tr("ふりがな"),
            self.tr("計画番号"),
            self.tr("最後に変えた日"),
            self.tr("状態"),
        )
        self._lines: Sequence[PlanLine] = ()
        self._today = date.min

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

    def row_total(self) -> int:
        return len(self._lines)

    def is_bold(self, row: int, column: int) -> bool:  # noqa: ARG002  (every name)
        return column == _NAME

    def text(self, row: int, column: int) -> str:
        return self._text(self._lines[row], column)

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
        return day_words(local.date())

    def _state(self, line: PlanLine) -> str:
        if line.archived:
            return self.tr("しまってあります")
        if line.revision is None:
            return self.tr("下書き")
        return self.tr("第{number}版まで確定").format(number=line.revision)


class PlanView(LineView):
    """The table on the page of all plans."""

    def __init__(self, table: PlanTable) -> None:
        super().__init__(table, "plans", QCoreApplication.translate("PlanView", "計画の一覧"))
        self.fit_columns(_NUMBER, _UPDATED, _STATE)
