"""The app as it is started, and a person who works in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from evacplan import app
from evacplan.services import AppServices
from evacplan.ui.interview import InterviewPage
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.window import MainWindow
from tests.hands import Hands, wait_until
from tests.sitting import OnTheDay, Sitting


class AtWork(Sitting):
    """A sitting before the window that the app itself made."""

    def __init__(self, window: MainWindow, services: AppServices, folder: Path) -> None:
        self.folder = folder
        self.services = cast("OnTheDay", services)
        self.hands = Hands()
        self.titles = {window.windowTitle()}
        self.windows = set()
        self._window = window
        window.windowTitleChanged.connect(self.titles.add)

    @property
    def window(self) -> MainWindow:
        return self._window

    def has(self, kind: type[QWidget]) -> bool:
        """Whether a page of that kind is shown."""
        return any(page.isVisible() for page in self._window.findChildren(kind))

    def come(self) -> None:
        """Sit down before the passphrase."""
        self._window.activateWindow()
        wait_until(lambda: self._has_cursor(UnlockPage), "the cursor for the passphrase")

    def answer(self, page: InterviewPage, path: str, text: str) -> None:
        """Write over a field and leave it."""
        page.go_to(path)
        self.hands.rewrite(text)
        self.hands.press(Qt.Key.Key_Tab)

    def until_saved(self, page: InterviewPage) -> None:
        """Wait until the draft is on disk by itself."""
        wait_until(lambda: page._session.is_saved, "a saved draft")


def start(data: Path, work: Callable[[AtWork], None]) -> int:
    """Run the app on a folder with somebody who works in it; its exit code."""

    def until_done(window: MainWindow, services: AppServices) -> int:
        found = AtWork(window, services, data)
        found.come()
        work(found)
        return 0

    app._until_closed = until_done
    return app.run(data, sample=False)
