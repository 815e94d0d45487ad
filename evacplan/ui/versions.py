"""All versions of the open plan: compare any two, bring answers back, print old copies again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.errors import Notice
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import button, frame, text_label
from evacplan.ui.sides import SidePage
from evacplan.ui.theme import set_role
from evacplan.ui.versions_compare import ComparePanel
from evacplan.ui.versions_copies import CopiesPanel
from evacplan.ui.versions_desk import DRAFT, VersionDesk, Wanted
from evacplan.ui.versions_restore import RestoreBox
from evacplan.ui.versions_states import StatesPanel, state_words


class VersionsPage(SidePage):
    """To begin with, the draft stands against the latest version."""

    def __init__(self, desk: VersionDesk) -> None:
        super().__init__()
        set_role(self, "page")
        self._desk = desk
        self._states = StatesPanel(desk)
        self._copies = CopiesPanel(desk)
        self._compare = ComparePanel(desk)
        self._notice = Notice(role="notice")
        self._take_back = button(self.tr("戻したのを取り消す Ctrl+Z"), "take_back")
        self._arrange()
        self._connect()
        self.compare(desk.latest(), DRAFT)

    def compare(self, before: int, after: int) -> None:
        """Show how two states differ, and the copies of the older one."""
        self._compare.choose(before, after)
        self._states.choose(before)
        self._copies.show_copies(before if before != DRAFT else after)
        self._show()

    def restore(self, wanted: Wanted) -> None:
        """Show what would change, and bring it back into the draft when that is wanted."""
        source = self._compare.before
        try:
            changes = self._desk.would_change(source, wanted)
            if not changes:
                self._say(self.tr("下書きは、もうそのとおりです。変えるところはありません。"))
                return
            if not RestoreBox.ask(self, changes, source):
                return
            self._desk.restore(source, wanted)
        except UserError as error:
            self._say(error.what, error.why, error.do)
            return
        self._show()
        count = sum(len(section.lines) for section in changes)
        words = self.tr("下書きの {n} か所を{version}に戻しました。")
        self._say(words.format(n=count, version=state_words(self, source)))
        self._take_back.show()
        self._take_back.setFocus()

    def take_back(self) -> None:
        """Undo what was brought back last."""
        if self._desk.take_back():
            self._show()
            self._say(self.tr("取り消しました。下書きは、戻す前のとおりです。"))
            self._compare.setFocus()

    def forget(self) -> None:
        """Drop every value shown and read, before the page is left."""
        self._desk.forget()
        for panel in (self._compare, self._copies, self._states):
            panel.clear()
        self._notice.clear()

    def _show(self) -> None:
        try:
            found = self._desk.compare(self._compare.before, self._compare.after)
        except UserError as error:
            found = ()
            self._say(error.what, error.why, error.do)
        self._compare.show_found(found)

    def _choose(self, state: int) -> None:
        """A card was pressed: the draft since that version, or since the latest."""
        self._quieten()
        self.compare(state if state != DRAFT else self._desk.latest(), DRAFT)

    def _compared(self) -> None:
        self._quieten()
        self.compare(self._compare.before, self._compare.after)

    def _say(self, what: str, why: str = "", do: str = "") -> None:
        self._take_back.hide()
        self._notice.say(what, why, do)

    def _quieten(self) -> None:
        self._take_back.hide()
        self._notice.clear()

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(_scrolling(self._states, self._copies, left=20, right=12), 2)
        right = (self._notice, self._take_back, self._compare)
        body.addWidget(_scrolling(*right, left=12, right=20), 5)
        page.addLayout(body, 1)
        self._take_back.hide()
        self.setFocusProxy(self._compare)

    def _head(self) -> QWidget:
        bar = frame("bar")
        row = FlowLayout(bar, gap=12, justified=True)
        row.setContentsMargins(20, 8, 20, 8)
        row.addWidget(text_label(self.tr("版の一覧とくらべる"), "heading"))
        confirm = button(self.tr("版を確定…"), "confirm")
        confirm.clicked.connect(self.confirm_requested)
        back = button(self.tr("記入に戻る Esc"), "back")
        back.clicked.connect(self.back_requested)
        row.addWidget(confirm)
        row.addWidget(back)
        return bar

    def _connect(self) -> None:
        self._states.chosen.connect(self._choose)
        self._compare.compared.connect(self._compared)
        self._compare.restore_requested.connect(self.restore)
        self._copies.said.connect(self._say)
        self._take_back.clicked.connect(self.take_back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.take_back)


def _scrolling(*parts: QWidget, left: int, right: int) -> QScrollArea:
    inside = QWidget()
    set_role(inside, "page")
    column = QVBoxLayout(inside)
    column.setContentsMargins(left, 12, right, 12)
    column.setSpacing(10)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
