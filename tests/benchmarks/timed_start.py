"""The app started as a user starts it, with a machine at the keyboard: prints when each page was painted.

`python -m tests.benchmarks.timed_start DATA PASSPHRASE BORN`, where BORN is `time.monotonic()` of whoever
starts it; the seconds since then, and those of the processor, go to standard output. Run by `bench_window`;
imports little beside the app.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QMainWindow

from evacplan import app
from evacplan.services import AppServices
from evacplan.ui.agenda import AgendaPage
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.window import MainWindow


def main(data: Path, passphrase: str, born: float) -> None:
    """Start, unlock, look at the list of plans, close."""
    going_on = app._until_closed

    def watched(window: MainWindow, services: AppServices) -> int:
        steps = _steps(window, passphrase, born)
        timer = QTimer(window, interval=0)
        timer.timeout.connect(lambda: next(steps, None))
        timer.start()
        return going_on(window, services)

    app._until_closed = watched
    app.run(data, sample=False)


def _steps(window: QMainWindow, passphrase: str, born: float) -> Iterator[None]:
    for kinds in ((UnlockPage,), (PlanListPage, AgendaPage)):
        while not any(page.isVisible() for kind in kinds for page in window.findChildren(kind)):
            yield
        window.repaint()
        print(time.monotonic() - born, time.process_time(), flush=True)
        if UnlockPage in kinds:
            _type(window, passphrase)
    window.close()


def _type(window: QMainWindow, passphrase: str) -> None:
    field = window.findChild(QLineEdit, "passphrase")
    assert field is not None
    field.setText(passphrase)
    field.returnPressed.emit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
