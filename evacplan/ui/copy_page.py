"""The page 「ほかの計画から写す」: choose a plan, choose why it says the same, see what is filled, copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from evacplan.domain.errors import UserError
from evacplan.domain.plan import Plan
from evacplan.form.spec import CopyGroup
from evacplan.ui.copy_desk import CopyDesk
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.errors import Notice
from evacplan.ui.parts import announce, button, field_label, frame, scrolling, text_label
from evacplan.ui.sides import SidePage
from evacplan.ui.theme import set_role

_LIST_LINES = 22
_ID = Qt.ItemDataRole.UserRole


class CopyPage(SidePage):
    """Nothing is filled before the button is pressed, and nothing that is there is replaced."""

    def __init__(self, desk: CopyDesk) -> None:
        super().__init__()
        self._desk = desk
        self._source: Plan | None = None
        self._search = LineInput(self)
        self._plans = QListWidget(self)
        self._boxes = [self._box(group) for group in desk.form.copying]
        self._notice = Notice()
        self._told = text_label()
        self._go = button(self.tr("写す(&O)"), "copy", "primary")
        self._arrange()
        self._search.textEdited.connect(self._list)
        self._plans.currentItemChanged.connect(self._choose)
        self._go.clicked.connect(self._copy)
        self.setFocusProxy(self._search)
        self._list("")

    def commit(self) -> None:
        """Take over what is still being composed."""
        self._search.finish_composing()

    def forget(self) -> None:
        """Drop the other plan and its names."""
        self._source = None
        self._plans.clear()
        self._search.clear()
        self._told.say("")

    def _box(self, group: CopyGroup) -> QCheckBox:
        box = QCheckBox(group.label, self)
        box.setObjectName(f"group:{group.name}")
        box.setAccessibleDescription(group.help)
        box.toggled.connect(lambda _on: self._show())
        return box

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        body = QWidget()
        across = QHBoxLayout(scrolling(body))
        across.setContentsMargins(20, 14, 20, 14)
        across.setSpacing(16)
        across.addLayout(self._left(), 2)
        across.addLayout(self._right(), 3)
        page.addWidget(body, 1)

    def _head(self) -> QWidget:
        bar = frame("bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 8, 20, 8)
        row.addWidget(text_label(self.tr("ほかの計画から写す"), "heading"), 1)
        back = button(self.tr("記入に戻る Esc"), "back")
        back.clicked.connect(self.back_requested)
        row.addWidget(back)
        return bar

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(field_label(self.tr("どの計画から写しますか(&W)"), self._search))
        column.addWidget(self._search)
        self._search.setObjectName("search")
        self._search.setAccessibleName(self.tr("計画をさがす"))
        self._search.setPlaceholderText(self.tr("名前や番号でさがす"))
        self._plans.setObjectName("plans")
        self._plans.setAccessibleName(self.tr("計画の一覧"))
        self._plans.setMaximumHeight(self.fontMetrics().height() * _LIST_LINES)
        column.addWidget(self._plans)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        title = QLabel(self.tr("何が同じですか"), self)
        set_role(title, "label")
        column.addWidget(title)
        for box in self._boxes:
            column.addWidget(box)
            hint = text_label(box.accessibleDescription(), "help")
            hint.setContentsMargins(28, 0, 0, 6)
            column.addWidget(hint)
        column.addWidget(self._notice)
        line = QHBoxLayout()
        line.addWidget(self._go)
        line.addStretch(1)
        column.addLayout(line)
        self._told.setObjectName("told")
        column.addWidget(self._told)
        column.addStretch(1)
        return column

    def _list(self, search: str) -> None:
        try:
            found = self._desk.others(search.strip())
        except UserError as error:
            self._notice.tell(error)
            return
        self._plans.clear()
        for line in found:
            item = QListWidgetItem(
                "　".join(filter(None, (line.name, line.number))) or self.tr("名前のない計画")
            )
            item.setData(_ID, line.plan_id)
            self._plans.addItem(item)
        self._show()

    def _choose(self, item: QListWidgetItem | None) -> None:
        self._source = None
        if item is not None:
            try:
                self._source = self._desk.source(item.data(_ID))
            except UserError as error:
                self._notice.tell(error)
        self._show()

    def _chosen(self) -> list[CopyGroup]:
        pairs = zip(self._boxes, self._desk.form.copying, strict=True)
        return [group for box, group in pairs if box.isChecked()]

    def _show(self) -> None:
        """Say what would be filled."""
        source = self._source
        found = (
            [path for group in self._chosen() for path in self._desk.paths(source, group)] if source else []
        )
        self._go.setEnabled(bool(found) and not self._desk.session.reads_only)
        if source is None:
            self._told.say(self.tr("計画を選び、同じところに印をつけると、写す中身がここに出ます。"))
        elif not self._chosen():
            self._told.say(self.tr("同じところに、印をつけてください。"))
        elif not found:
            self._told.say(self.tr("写せるものがありません。どちらも空か、もう記入されています。"))
        else:
            head = self.tr("空の{count}か所に写します。記入してあるところは変えません。")
            lines = [self._desk.words(source, path) for path in found]
            self._told.say("\n".join([head.format(count=len(found)), *lines]))

    def _copy(self) -> None:
        if self._source is None:
            return
        count = self._desk.copy(self._source, self._chosen())
        self._go.setEnabled(False)
        words = self.tr(
            "{count}か所に写しました。同意と約束と確認は写していません。記入に戻って Ctrl+Z で取り消せます。"
        )
        self._told.say(words.format(count=count))
        announce(self._told, self._told.said)
