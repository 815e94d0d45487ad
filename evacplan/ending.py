"""The end that the system asks for: at the end of a session, or with Ctrl+C."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from evacplan.ui.window import MainWindow


@contextlib.contextmanager
def ending_by_signal(window: MainWindow) -> Iterator[None]:
    """Save and end when a signal comes."""
    if sys.platform == "win32":
        yield
        return
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    before = signal.set_wakeup_fd(writer)
    kinds = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    handlers = {kind: signal.signal(kind, lambda *_: None) for kind in kinds}
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: (window.rescue(), QApplication.exit(0)))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        for kind, handler in handlers.items():
            signal.signal(kind, handler)
        signal.set_wakeup_fd(before)
        os.close(reader)
        os.close(writer)
