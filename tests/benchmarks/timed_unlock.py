"""The app started as a user starts it, with somebody who unlocks it: prints the seconds from Enter on.

`python -m tests.benchmarks.timed_unlock DATA PASSPHRASE PACE_MS [killed]`: a key every so many milliseconds;
killed: opens a plan then, types a word that is saved, and is killed. Run by `bench_unlock`.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evacplan import app
from evacplan.services import AppServices
from evacplan.ui.agenda import AgendaPage
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.window import MainWindow
from tests.attack.at_work import AtWork


def main(data: Path, passphrase: str, pace_ms: int, *, killed: bool) -> None:
    """Start, unlock, and close or be killed."""

    def watched(window: MainWindow, services: AppServices) -> int:
        app._warm_up(window, services.warm_up())
        one = AtWork(window, services, data)
        one.come()
        for letter in passphrase:
            one.hands.keys(letter)
            QTest.qWait(pace_ms)
        _unlock(one)
        if killed:
            _type_and_die(one)
        return 0

    app._until_closed = watched
    app.run(data, sample=False)


def _unlock(one: AtWork) -> None:
    start = perf_counter()
    QTest.keyClick(one.window.windowHandle(), Qt.Key.Key_Return)
    assert one.has(PlanListPage) or one.has(AgendaPage)
    one.window.repaint()
    print(perf_counter() - start)
    QApplication.processEvents()
    print(perf_counter() - start, flush=True)


def _type_and_die(one: AtWork) -> None:
    page = one.open_plan()
    one.answer(page, "child.nickname", "れん")
    one.hands.keys(f"{os.getpid()}")
    one.until_saved(page)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), killed=sys.argv[4:] == ["killed"])
