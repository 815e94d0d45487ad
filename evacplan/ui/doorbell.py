"""A second copy of the app rings, and the window of the first comes to the front: a file that is watched.

No socket is needed for it, and what is written means nothing.
"""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget


class Doorbell(QObject):
    """rung: by another copy. path: of the file, which is made where it can be."""

    rung = Signal()

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        # Without it a second copy cannot bring this one forward; nothing else comes of it.
        with contextlib.suppress(OSError):
            path.touch(mode=0o600)
        self._watcher = QFileSystemWatcher([str(path)] if path.exists() else [], self)
        self._watcher.fileChanged.connect(self.rung)


def ring(path: Path) -> bool:
    """Let the first copy come to the front; whether the bell could be rung."""
    try:
        path.write_bytes(secrets.token_bytes(4))
    except OSError:
        return False
    return True


def come_forward(window: QWidget) -> None:
    """Show the window to the user, as far as the system lets a program do that by itself."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
