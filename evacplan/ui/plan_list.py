"""The page with all plans: find, open, begin, copy, put away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.ui.commands import CHANGING
from evacplan.ui.dialogs import PLAN_ENDING, PLAN_FILES, FileBox, PlainExportBox
from evacplan.ui.errors import Notice
from evacplan.ui.flow import FlowLayout
from evacplan.ui.ledger_export import write_ledger
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.plan_table import PlanTable, PlanView
from evacplan.ui.ports import PlanLine, Plans, Services
from evacplan.ui.theme import set_role

_TO_TABLE = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PlanListPage(QWidget):
    """opened: with the id of the plan to work on. picked: whether a plan is chosen, for the menus.

    keep: the plan to choose first.
    """

    opened = Signal(str)
    picked = Signal(bool)

    def __init__(self, plans: Plans, services: Services, keep: str = "") -> None:
        super().__init__()
        set_role(self, "page")
        self._plans = plans
        self._services = services
        self._search = QLineEdit()
        self._table = PlanTable(self)
        self._view = PlanView(self._table)
        self._stack = QStackedLayout()
        self._count = text_label(role="grey")
        self._count.setWordWrap(False)
        self._empty = text_label(role="grey")
        self._archived = QCheckBox(self.tr("しまった計画も表示する(&T)"))
        self._notice = Notice(role="notice")
        self._buttons: dict[str, QPushButton] = {}
        self._arrange()
        self._connect()
        if plans.held is not None:
            for found in self.findChildren(QPushButton):
                found.setHidden(found.objectName() in CHANGING)
        self.reload(keep)

    def reload(self, keep: str = "") -> None:
        """Read the list again and choose the plan `keep`, or the one chosen before, or the first."""
        chosen = keep or (line.plan_id if (line := self.chosen()) else "")
        text = self._search.text()
        lines = list(self._plans.entries(text))
        if self._archived.isChecked():
            lines += self._plans.entries(text, archived=True)
        self._table.fill(lines, self._services.today())
        self._choose(self._table.row_of(chosen))
        self._tell_count(len(lines), bool(text.strip()))

    def tell(self, what: str, do: str = "") -> None:
        """Say above the list what was done."""
        self._notice.say(what, do=do)

    def chosen(self) -> PlanLine | None:
        """The plan that is chosen."""
        index = self._view.currentIndex()
        return self._table.line(index.row()) if index.isValid() else None

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def new(self) -> None:
        """Begin an empty plan and open it."""
        from evacplan.domain.plan import Plan  # noqa: PLC0415  (loads the whole model)

        self.opened.emit(self._plans.create(Plan()))

    def open(self) -> None:
        """Open the chosen plan."""
        line = self.chosen()
        if line is not None:
            self.opened.emit(line.plan_id)

    def duplicate(self) -> None:
        """Copy the chosen plan and choose the copy."""
        line = self.chosen()
        if line is None:
            return
        self._search.clear()
        self.reload(self._plans.duplicate(line.plan_id))
        self._notice.say(
            self.tr("計画を複製しました。"),
            do=self.tr("一覧で選ばれているのが写しです。開いて、計画番号と名前を書きかえてください。"),
        )

    def archive(self) -> None:
        """Put the chosen plan away, or back on the list."""
        line = self.chosen()
        if line is None:
            return
        self._plans.archive(line.plan_id, not line.archived)
        self.reload()
        self._notice.say(
            self.tr("計画を一覧に戻しました。")
            if line.archived
            else self.tr("計画をしまいました。中身は残っています。「しまった計画も表示する」で見られます。")
        )

    def take_in(self) -> None:
        """Make a plan of a plan document the user chooses, and choose it in the list."""
        path = FileBox.open_plan(self) if self._may("take_in") else None
        if path is None:
            return
        try:
            plan = self._services.read_plan(path)
        except UserError as error:
            self._notice.tell(error)
            return
        self._search.clear()
        self.reload(self._plans.create(plan, imported=True))
        self._notice.say(self.tr("ファイルの計画を取り込みました。一覧で選ばれています。"))

    def write_out(self) -> None:
        """Write the chosen plan as a plan document, after saying that it will not be encrypted."""
        line = self.chosen()
        if line is None or not self._may("write_out") or not PlainExportBox.ask(self):
            return
        name = f"{self.tr('計画')}-{line.number or line.plan_id[:8]}{PLAN_ENDING}"
        title = self.tr("計画を書き出す場所を選んでください")
        path = FileBox.save(self, title, name.replace("/", "-"), PLAN_FILES)
        if path is None:
            return
        try:
            self._services.write_plan(path, self._plans.draft(line.plan_id))
            self._plans.note(EventKind.EXPORTED, line.plan_id, "document")
        except UserError as error:
            self._notice.tell(error)
        else:
            self._notice.say(
                self.tr("計画を書き出しました。"),
                do=self.tr("このファイルは暗号になっていません。用がすんだら消してください。"),
            )

    def write_ledger(self) -> None:
        """Write the ledger and the register of copies, of the chosen plan or of all."""
        try:
            done = write_ledger(self, self._plans, self._services, self.chosen())
        except UserError as error:
            self._notice.tell(error)
            return
        if done:
            self._notice.say(done, do=self.tr("ファイルは暗号になっていません。渡したら消してください。"))

    def _may(self, command: str) -> bool:
        """Whether a command is for these plans; it is told above the list where it is not."""
        training = self._services.training
        refusal = training.refusal(command) if training is not None else None
        if refusal is not None:
            self._notice.tell(refusal)
        return refusal is None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while the cursor stays in the search field."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched is self._view and event.key() in _ENTER:
            self.open()
            return True
        if watched is self._search and event.key() in _TO_TABLE:
            self._view.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(32, 20, 32, 20)
        page.setSpacing(12)
        page.addLayout(self._head())
        page.addLayout(self._search_row())
        page.addWidget(self._notice)
        page.addLayout(self._stack, 1)
        self._fill_stack()
        page.addLayout(self._button_row())
        self.setFocusProxy(self._search)
        self.setTabOrder(self._search, self._view)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(text_label(self.tr("計画の一覧"), "title"))
        row.addWidget(self._count)
        row.addStretch()
        new = button(self.tr("新しい計画 Ctrl+N"), "new", "primary")
        new.clicked.connect(self.new)
        row.addWidget(new)
        return row

    def _search_row(self) -> QHBoxLayout:
        self._search.setObjectName("search")
        self._search.setPlaceholderText(self.tr("名前・ふりがな・計画番号でさがす"))
        self._search.setAccessibleName(self.tr("計画をさがす"))
        self._search.setAccessibleDescription(self.tr("打つたびに一覧がしぼられます。Enter で開きます。"))
        self._search.setClearButtonEnabled(True)
        row = QHBoxLayout()
        row.addWidget(self._search, 1)
        row.addWidget(self._archived)
        return row

    def _fill_stack(self) -> None:
        # Only once the stack belongs to the page: without a parent its first widget opens as a window.
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)

    def _button_row(self) -> FlowLayout:
        row = FlowLayout()
        for name, words, slot in (
            ("open", self.tr("開く Enter"), self.open),
            ("duplicate", self.tr("複製(&D)"), self.duplicate),
            ("archive", self.tr("しまう(&A)"), self.archive),
            ("write_out", self.tr("ファイルに書き出す…(&E)"), self.write_out),
            ("take_in", self.tr("ファイルから取り込む…(&I)"), self.take_in),
        ):
            found = button(words, name)
            found.clicked.connect(slot)
            row.addWidget(found)
            if name != "take_in":
                self._buttons[name] = found
        return row

    def _connect(self) -> None:
        self._archived.setObjectName("show_archived")
        self._search.textEdited.connect(self._searched)
        self._search.returnPressed.connect(self.open)
        self._archived.clicked.connect(self._searched)
        self._view.doubleClicked.connect(self.open)
        self._view.selectionModel().currentRowChanged.connect(self._picked)
        for watched in (self._search, self._view):
            watched.installEventFilter(self)

    def _searched(self) -> None:
        self._notice.clear()
        self.reload()
        announce(self._view, self._count.said)

    def _choose(self, row: int) -> None:
        if row < self._table.rowCount():
            index = self._table.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag
            self._view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._picked()

    def _picked(self) -> None:
        line = self.chosen()
        for found in self._buttons.values():
            found.setEnabled(line is not None)
        put_away = line is None or not line.archived
        self._buttons["archive"].setText(self.tr("しまう(&A)") if put_away else self.tr("一覧に戻す(&A)"))
        self.picked.emit(line is not None)

    def _tell_count(self, count: int, searching: bool) -> None:
        self._stack.setCurrentIndex(0 if count else 1)
        self._count.say(self.tr("{count}件").format(count=count))
        self._empty.say(
            self.tr("見つかりません。別の名前や番号でさがしてください。")
            if searching
            else self.tr("まだ計画がありません。「新しい計画」（Ctrl+N）から始めます。")
        )
