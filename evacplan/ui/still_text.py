"""Words of a page that never change, measured once for all pages that show them.

Wrapped text is what a page spends most of its layout on: Qt breaks it into lines anew for each width it is
asked about, and to find the sizes it would like it breaks it four times more. A page gives it the width.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from evacplan.ui.theme import set_role

_MOST = 20_000
_WANTED, _LEAST = -1, -2
_LEAST_LETTERS, _WANTED_LETTERS = 6, 40
_WORDS = re.compile(r"[!-~]+")
_Measure = int | QSize
_known: dict[tuple[str, str, int, int], _Measure] = {}
M = TypeVar("M", int, QSize)


class WrappedText(QLabel):
    """A wrapped text that never changes, in a role without padding, where the page gives the width."""

    def __init__(self, words: str, role: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._words, self._role = words, role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        set_role(self, role)

    def sizeHint(self) -> QSize:
        return self._line(min(len(self._words), _WANTED_LETTERS))

    def minimumSizeHint(self) -> QSize:
        """Room for some Japanese letters, between which lines break, and for the longest word of others."""
        return self._line(min(len(self._words), _LEAST_LETTERS))

    def _line(self, letters: int) -> QSize:
        """One line of so many letters, as wide at least as the longest word that cannot be broken."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        words = max(map(metrics.horizontalAdvance, _WORDS.findall(self._words)), default=0)
        return QSize(max(letters * metrics.horizontalAdvance("あ"), words), metrics.height())


class StillText(WrappedText):
    """A wrapped text of the form (never of a plan), which is measured once for all pages."""

    def heightForWidth(self, width: int) -> int:
        return self._measured(width, lambda: super(StillText, self).heightForWidth(width))

    def sizeHint(self) -> QSize:
        return self._measured(_WANTED, super().sizeHint)

    def minimumSizeHint(self) -> QSize:
        return self._measured(_LEAST, super().minimumSizeHint)

    def _measured(self, what: int, measure: Callable[[], M]) -> M:
        """What was measured for these words in this role and size before, or is now."""
        self.ensurePolished()
        key = (self._words, self._role, self.font().pixelSize(), what)
        found = _known.get(key)
        if found is None:
            if len(_known) >= _MOST:
                _known.clear()
            found = _known[key] = measure()
        return found  # type: ignore[return-value]  # a width has a height, the two others have sizes
