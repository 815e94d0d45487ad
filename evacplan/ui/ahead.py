"""What is done while the user thinks: the next page is built out of sight, old ones are taken down.

Each step is shorter than what anybody notices, and any change, page or move of the cursor puts it off.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer
from PySide6.QtWidgets import QWidget

from evacplan.ui.fields import FieldRow

QUIET_MS, STEP_MS = 400, 5
DELETED_AT_ONCE = 12


class Ahead(QObject):
    """prepare: builds ahead until a moment, and says whether there is nothing more to build."""

    def __init__(self, parent: QWidget, prepare: Callable[[QDeadlineTimer], bool]) -> None:
        super().__init__(parent)
        self._prepare = prepare
        self._old: list[QWidget] = []
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._step)

    def put_off(self) -> None:
        """Begin when nothing has happened for a while."""
        self._quiet.start(QUIET_MS)

    def pause(self) -> None:
        """Do nothing until it is put off again."""
        self._quiet.stop()

    def take_down(self, page: QWidget) -> None:
        """Delete a page that is shown no more, bit by bit: at once it would take as long as to draw one."""
        page.hide()
        self._old += [*page.findChildren(FieldRow), page]

    def _step(self) -> None:
        """Do a moment's work, and go on when keys and drawing had their turn."""
        if self._old:
            for widget in self._old[:DELETED_AT_ONCE]:
                widget.deleteLater()
            del self._old[:DELETED_AT_ONCE]
            is_done = False
        else:
            is_done = self._prepare(QDeadlineTimer(STEP_MS))
        if not is_done:
            self._quiet.start(0)
