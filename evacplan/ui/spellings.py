"""The quiet lines above a paper that tell which characters it cannot print, and where to write others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout

from evacplan.ui.paper import Spelling
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.theme import set_role

_MOST_OF_WINDOW = 4  # a quarter of its height; more lines are scrolled


class SpellingNotice(QScrollArea):
    """A line for each field; hidden while every character can be printed.

    place_requested: with the path of the field where another spelling can be written.
    """

    place_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        inside = QFrame()
        set_role(inside, "notice-amber")
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(16, 8, 16, 8)
        self._lines.setSpacing(4)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def heightForWidth(self, width: int) -> int:
        needed: int = self._lines.totalHeightForWidth(width)
        return min(needed, self.window().height() // _MOST_OF_WINDOW)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 1)
        return QSize(width, self.heightForWidth(width))

    def tell(self, spellings: Sequence[Spelling]) -> None:
        """Show a line for each of these; told once, before anything is printed."""
        if not spellings:
            return
        lead = self.tr("書体にない字があります。紙では符号になるか、形が変わります。このまま印刷もできます。")
        said = [lead, *(self._words(one) for one in spellings)]
        self._lines.addWidget(text_label(lead, "strong"))
        for spelling in spellings:
            self._lines.addLayout(self._line(spelling))
        self.setAccessibleName("\n".join(said))
        self.show()
        announce(self, self.accessibleName())

    @property
    def text(self) -> str:
        """What it says, "" while hidden."""
        return "" if self.isHidden() else self.accessibleName()

    def _words(self, spelling: Spelling) -> str:
        said = self.tr("{where}　{characters}　別の字は「{into}」に書けます。")
        return said.format(where=spelling.where, characters=spelling.characters, into=spelling.into)

    def _line(self, spelling: Spelling) -> QLayout:
        row = QHBoxLayout()
        row.addWidget(text_label(self._words(spelling)), 1)
        go = button(self.tr("別の字を書く"), f"spell:{spelling.cure}", "quiet")
        go.setAccessibleName(self.tr("「{into}」に別の字を書く").format(into=spelling.into))
        go.clicked.connect(lambda: self.place_requested.emit(spelling.cure))
        row.addWidget(go)
        return row
