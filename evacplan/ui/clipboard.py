"""Copies that the user makes, marked so that the history of the clipboard leaves them out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
# KDE's Klipper (and KeePassXC) agree on the first; Windows documents the others for its history and cloud.
HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\x01\x00\x00\x00",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\x00\x00\x00\x00",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\x00\x00\x00\x00",
}


class DiscreetClipboard(QObject):
    """Adds the hints to whatever this app puts on the clipboard; what others put there is not read.

    owns: whether what is there is this app's.
    """

    def __init__(
        self, clipboard: QClipboard, parent: QObject, owns: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._owns = owns or clipboard.ownsClipboard
        clipboard.dataChanged.connect(self._mark)

    def forget(self) -> None:
        """Empty the clipboard if what is there is this app's, before the window is locked."""
        if self._owns():
            self._clipboard.clear()

    def _mark(self) -> None:
        if not self._owns():
            return
        copied = self._clipboard.mimeData()
        if copied is None or not copied.formats() or any(copied.hasFormat(hint) for hint in HINTS):
            return
        marked = QMimeData()
        for name in copied.formats():
            marked.setData(name, copied.data(name))
        for hint, value in HINTS.items():
            marked.setData(hint, value)
        self._clipboard.setMimeData(marked)
