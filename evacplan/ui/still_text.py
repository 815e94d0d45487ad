"""Words of a page that never change, measured once for all pages that show them.

Wrapped text is what a page spends most of its layout on: Qt breaks it into lines anew for each width it is
asked about, several times for each label.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from evacplan.ui.theme import set_role

_MOST = 20_000
_WANTED, _LEAST = -1, -2
_Measure = int | QSize
_known: dict[tuple[str, str, int, int], _Measure] = {}
M = TypeVar("M", int, QSize)


class StillText(QLabel):
    """A wrapped text of the form (never of a plan) in one of the roles without padding."""

    def __init__(self, words: str, role: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._words, self._role = words, role
        self.setWordWrap(True)
        set_role(self, role)

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
