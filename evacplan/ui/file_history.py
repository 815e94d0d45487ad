"""Qt's file dialogs write the folders that were visited into settings of their own; here they do not."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QSettings

_KEYS = ("FileDialog/history", "FileDialog/lastVisited")


def keep_no_file_history(app: QCoreApplication) -> None:
    """Leave no trace of chosen folders: families' names may stand in theirs.

    Where Qt's settings are files they are read and written nowhere. Windows and macOS keep them elsewhere,
    together with those of other programs made with Qt; there they are put back to what they were.
    """
    if sys.platform not in ("win32", "darwin"):
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
        return
    before = remembered()
    app.aboutToQuit.connect(lambda: put_back(before))


def remembered() -> dict[str, object]:
    """What Qt's file dialogs remember of folders."""
    kept = _settings()
    return {key: kept.value(key) for key in _KEYS if kept.contains(key)}


def put_back(before: dict[str, object]) -> None:
    """Let them remember this and nothing else."""
    kept = _settings()
    for key in _KEYS:
        if key in before:
            kept.setValue(key, before[key])
        else:
            kept.remove(key)
    kept.sync()


def _settings() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, "QtProject")
