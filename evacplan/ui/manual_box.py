"""The window with the manual: its pages, the way back and forth, and what is looked for in it."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evacplan.form.manual import INDEX, Manual
from evacplan.ui.manual_pane import ManualPane
from evacplan.ui.parts import announce, button, field_label, text_label


class ManualBox(QDialog):
    """The window with the manual; nothing waits for it, one can go on typing beside it."""

    def __init__(self, parent: QWidget | None, manual: Manual) -> None:
        super().__init__(parent)
        self._manual = manual
        self.setWindowTitle(manual.page(INDEX).title)
        self.resize(820, 680)
        self.pane = ManualPane(manual)
        self._wanted = QLineEdit()
        self._wanted.setObjectName("search")
        self._wanted.setAccessibleName(self.tr("手引きの中をさがす"))
        self._wanted.setPlaceholderText(self.tr("手引きの中の言葉"))
        self._wanted.returnPressed.connect(self.search)
        self._said = text_label(role="error")
        self._said.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.addLayout(self._ways())
        box.addLayout(self._search_row())
        box.addWidget(self._said)
        box.addWidget(self.pane, 1)
        QShortcut(QKeySequence("Ctrl+F"), self, self._to_search)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, name, done in (
            (self.tr("目次(&M)"), "contents", lambda: self.open_page(INDEX)),
            (self.tr("戻る(&B)"), "back", self.pane.backward),
            (self.tr("進む(&W)"), "forward", self.pane.forward),
            (self.tr("閉じる(&C)"), "close", self.close),
        ):
            found = button(words, name)
            found.setAutoDefault(False)
            found.clicked.connect(lambda _checked=False, done=done: done())
            row.addWidget(found)
        row.insertStretch(3)
        return row

    def _search_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(field_label(self.tr("さがす(&F)"), self._wanted))
        row.addWidget(self._wanted, 1)
        return row

    @property
    def page(self) -> str:
        """The name of the page that is open."""
        return self.pane.page

    def open_page(self, name: str) -> None:
        """Show a page from its beginning."""
        self._said.hide()
        self.pane.open_page(name)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Go to where the words stand next, on this page or a later one; after the last the first."""
        words = self._wanted.text().strip()
        self._said.hide()
        if not words or self.pane.find(words):
            return
        names = [page.name for page in self._manual.pages]
        at = names.index(self.page)
        for page in chain(self._manual.pages[at + 1 :], self._manual.pages[: at + 1]):
            if page.tells_of(words):
                self.open_page(page.name)
                self.pane.find(words)
                self._wanted.setFocus()
                return
        said = self.tr("「{words}」は、手引きにありません。").format(words=words)
        self._said.say(said)
        self._said.show()
        announce(self, said)

    def _to_search(self) -> None:
        self._wanted.setFocus()
        self._wanted.selectAll()
