"""One paper on the screen: its pages, or the reason why it may not be made and where that is cured."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.errors import Notice
from evacplan.ui.parts import button, frame, text_label
from evacplan.ui.pdf_pane import PdfPane
from evacplan.ui.theme import set_role

Made = bytes | UserError


class PaperView(QStackedWidget):
    """place_requested: with the path of the field that makes a refused paper possible."""

    place_requested = Signal(str)

    def __init__(self, go_words: str = "") -> None:
        super().__init__()
        self.pane = PdfPane()
        self._refused = Notice()
        self._cured_at = ""
        self._go = button(go_words or self.tr("記入する場所へ行く"), "go", "primary")
        self._go.clicked.connect(lambda: self.place_requested.emit(self._cured_at))
        self.addWidget(self.pane)
        self.addWidget(self._refusal())

    def show_made(self, made: Made, cured_at: str) -> None:
        """Show the pages, or why there are none. cured_at: "" when no field would help."""
        if isinstance(made, bytes):
            self.pane.show_pdf(made)
            self._refused.clear()
            self.setCurrentIndex(0)
            return
        self.pane.clear()
        self._cured_at = cured_at
        self._refused.tell(made)
        self._go.setVisible(bool(cured_at))
        self.setCurrentIndex(1)

    def _refusal(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addStretch(1)
        column.addWidget(self._refused)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        return holder


class PaperColumn(QWidget):
    """A paper with its name and the page that is shown; framed while the cursor is in it.

    chosen: when the cursor comes.
    """

    chosen = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.view = PaperView()
        self.view.pane.setObjectName("pages_beside")
        self._count = text_label(role="help")
        self._count.setWordWrap(False)
        name = text_label(title, "label")
        self._frame = frame("card")
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._count)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self.view.pane.turned.connect(self._tell_page)
        self.view.pane.focused.connect(self._mark)

    def show_made(self, made: Made, cured_at: str) -> None:
        """Show the pages, or why there are none."""
        self.view.show_made(made, cured_at)
        self._tell_page()

    def turn(self, step: int) -> None:
        """The next page (1) or the one before (-1), where there is one."""
        self.view.pane.turn(step)

    def _tell_page(self) -> None:
        pane = self.view.pane
        count = pane.pages.pageCount()
        said = self.tr("{page} / {count} ページ").format(page=pane.page + 1, count=count) if count else ""
        self._count.say(said)
        if count:
            pane.setAccessibleName(f"{self._title}、{said}")

    def _mark(self, focused: bool) -> None:
        set_role(self._frame, "chosen" if focused else "card")
        if focused:
            self.chosen.emit()
