"""Where errors end that nobody caught: the draft is rescued first, then the user is told."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from evacplan.domain.errors import UserError
from evacplan.ui.errors import CrashBox, ErrorBox
from evacplan.ui.window import MainWindow

log = logging.getLogger(__name__)
CRASHED = 70


class OuterDoor:
    """window: whose draft is rescued and over which dialogs are shown; None before and after."""

    def __init__(self) -> None:
        self.window: MainWindow | None = None

    def crashed(self, _error: BaseException, file: Path | None) -> None:
        """Rescue the draft, tell the user, and go on or end as they wish."""
        rescued = self._rescued()
        if QApplication.instance() is None:
            return
        go_on = CrashBox.tell(self.window, rescued=rescued, file_name=file.name if file is not None else "")
        if not go_on:
            QApplication.exit(CRASHED)

    def guard(self) -> None:
        """Show a UserError that no page has shown as what it is: no crash."""
        crash = sys.excepthook

        def hook(kind: type[BaseException], error: BaseException, frames: TracebackType | None) -> None:
            if isinstance(error, UserError):
                log.warning("shown to the user", exc_info=error)
                ErrorBox.tell(self.window, error)
            else:
                crash(kind, error, frames)

        sys.excepthook = hook

    def _rescued(self) -> bool:
        try:
            return self.window is None or self.window.rescue()
        except Exception as error:  # the outermost door: nothing may hide the first error
            log.error("draft not rescued", exc_info=error)
            return False
