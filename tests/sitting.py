"""One person before the real window on a real encrypted store: from the passphrase to the saved papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Self, TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from evacplan.domain.plan import Plan
from evacplan.form.spec import Edition
from evacplan.services import AppServices
from evacplan.system.paths import shipped_paths
from evacplan.ui.code_page import CodePage
from evacplan.ui.confirm import ConfirmBox
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.interview import InterviewPage
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.preview import PreviewPage
from evacplan.ui.save_box import SaveBox
from evacplan.ui.theme import Look
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.hands import ALT, CTRL, SHIFT, Hands, wait_until

PageType = TypeVar("PageType", bound=QWidget)


class OnTheDay(AppServices):
    """The real services on the day of the cases' last meeting."""

    def today(self) -> date:
        return date(2026, 11, 10)


class Sitting:
    """The window on the store of a folder. titles, windows: every title and kind of window seen."""

    def __init__(self, folder: Path, look: Look) -> None:
        self.folder = folder
        self.services = OnTheDay(self.vault_of(folder), shipped_paths())
        self.hands = Hands()
        self.titles: set[str] = set()
        self.windows: set[str] = set()
        self._window = MainWindow(self.services, look)
        self._window.resize(1280, 720)
        self._window.windowTitleChanged.connect(self.titles.add)

    @staticmethod
    def vault_of(folder: Path) -> StoreVault:
        """The store of a folder."""
        return StoreVault(folder / "plans.evacplan")

    def __enter__(self) -> Self:
        application().focusWindowChanged.connect(self._note)
        self._window.show()
        self._window.show_unlock()
        self._window.activateWindow()
        wait_until(lambda: self._has_cursor(UnlockPage), "the cursor for the passphrase")
        return self

    def __exit__(self, *_error: object) -> None:
        application().focusWindowChanged.disconnect(self._note)
        self._window.close()
        self._window.deleteLater()

    def _note(self, window: QWindow | None) -> None:
        if window is not None:
            self.windows.add(window.objectName())
            self.titles.add(window.title())

    def page(self, kind: type[PageType]) -> PageType:
        """The page of that kind that is shown; there must be one."""
        return next(page for page in self._window.findChildren(kind) if page.isVisible())

    def _has_cursor(self, kind: type[QWidget]) -> bool:
        cursor = QApplication.focusWidget()
        return any(
            page.isAncestorOf(cursor) for page in self._window.findChildren(kind) if cursor is not None
        )

    def said(self) -> str:
        """What the notices of the window say."""
        return "\n".join(filter(None, (notice.text for notice in self._window.findChildren(Notice))))

    # Coming and going

    def begin_store(self, passphrase: str) -> None:
        """Choose a passphrase by typing it twice, put the recovery code away, and go on."""
        for _ in range(2):
            self.hands.keys(passphrase)
            self.hands.press(Qt.Key.Key_Return)
        wait_until(lambda: self._has_cursor(CodePage), "the recovery code")
        self.put_sheet_away()

    def put_sheet_away(self) -> None:
        """Say that the recovery code is on paper, and go on."""
        self.hands.press(Qt.Key.Key_T, ALT)
        go = self.page(CodePage).findChild(QPushButton, "go")
        assert go is not None
        wait_until(go.isEnabled, "the way on")
        self.hands.press(Qt.Key.Key_O, ALT)
        wait_until(lambda: self._has_cursor(PlanListPage), "the list of plans")

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase; the list comes or a message."""
        self.hands.keys(passphrase)
        self.hands.press(Qt.Key.Key_Return)
        wait_until(lambda: self._has_cursor(PlanListPage) or bool(self.said()), "an answer to the passphrase")

    def close(self) -> None:
        """Close the window; there is no other way to save."""
        self.hands.press(Qt.Key.Key_Q, CTRL)
        assert self._window.isHidden()

    # The list of plans

    def new_plan(self) -> InterviewPage:
        """Begin a plan."""
        self.hands.press(Qt.Key.Key_N, CTRL)
        return self._interview()

    def open_plan(self) -> InterviewPage:
        """Open the plan that is chosen in the list."""
        self.hands.press(Qt.Key.Key_Return)
        return self._interview()

    def take_in(self, path: Path) -> None:
        """Take in a plan document."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(FileBox, "open_plan", staticmethod(lambda _parent: path))
            self.hands.press(Qt.Key.Key_I, ALT)
            wait_until(lambda: bool(self.said()), "a word about the plan that was taken in")

    def _interview(self) -> InterviewPage:
        wait_until(lambda: self._has_cursor(InterviewPage), "the interview")
        return self.page(InterviewPage)

    # Versions and papers

    def confirm(self, note: str) -> None:
        """Make the next version, with the author of the plan as the one who confirms."""

        def is_done() -> bool:
            return QApplication.activeModalWidget() is None

        def is_asked_back() -> bool:
            """Whether nobody was named, which is asked about once."""
            field = QApplication.focusWidget()
            return field is not None and field.objectName() == "occasion_persons"

        def answer() -> None:
            self.hands.press(Qt.Key.Key_M, ALT)
            self.hands.commit(note)
            self.hands.press(Qt.Key.Key_O, ALT)
            wait_until(lambda: is_done() or is_asked_back(), "an answer of the dialog")
            if not is_done():
                self.hands.press(Qt.Key.Key_Return)
            wait_until(is_done, "the end of the dialog")

        _answer_dialog(answer)
        self.hands.press(Qt.Key.Key_S, CTRL | SHIFT)
        # A window manager gives the window back its focus when the dialog is gone; here is none.
        self._window.activateWindow()
        wait_until(lambda: self._has_cursor(PreviewPage), "the paper")

    def export(self, recipients: dict[Edition, str]) -> dict[Edition, Path]:
        """Save each edition as PDF, with the recipient typed beside it; where each was saved."""
        saved: dict[Edition, Path] = {}
        for edition, recipient in recipients.items():
            page = self.page(PreviewPage)
            self.hands.press(Qt.Key.Key_R, ALT)
            self.hands.rewrite(recipient)
            while not isinstance(QApplication.focusWidget(), type(page.focusProxy())):
                self.hands.press(Qt.Key.Key_Backtab, SHIFT)
            while page.paper.value != edition.value:
                self.hands.press(Qt.Key.Key_Right)
            saved[edition] = self._save()
        return saved

    def _save(self) -> Path:
        chosen: list[Path] = []

        def choose(_parent: object, _title: str, name: str, _kinds: str) -> Path:
            chosen.append(self.folder / name)
            return chosen[0]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(FileBox, "save", staticmethod(choose))
            _answer_dialog(lambda: self.hands.press(Qt.Key.Key_Return))
            self.hands.press(Qt.Key.Key_S, CTRL)
        # As after confirming: here is no window manager.
        self._window.activateWindow()
        wait_until(lambda: self._has_cursor(PreviewPage), "the paper")
        return chosen[0]

    def draft(self) -> Plan:
        """The plan of the open interview."""
        return self.page(InterviewPage)._session.plan


def application() -> QApplication:
    """The running application."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def _answer_dialog(answer: Callable[[], None]) -> None:
    """Once the next dialog is there, answer it; it never stays open."""
    timer = QTimer(application(), interval=0)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, (ConfirmBox, SaveBox)) or not dialog.isActiveWindow():
            return
        timer.stop()
        timer.deleteLater()
        try:
            answer()
        finally:
            if dialog.isVisible():
                dialog.reject()

    timer.timeout.connect(look)
    timer.start()
