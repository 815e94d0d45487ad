"""The window locks by itself, shows nothing then, and comes back to where the user was."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QClipboard, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from evacplan.domain.errors import UserError
from evacplan.domain.plan import Plan
from evacplan.open_plans import OpenPlans
from evacplan.ui.clipboard import HINTS, DiscreetClipboard
from evacplan.ui.covered import CoverPage
from evacplan.ui.idle import IdleWatch
from evacplan.ui.interview import InterviewPage
from evacplan.ui.locking import Locking
from evacplan.ui.parts import Sentences
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.preview import PreviewPage
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, enter, part, type_japanese

FULL = UserError("保存できませんでした。", why="ディスクの空きが足りません。", do="空きを作ってください。")


class Clocks:
    """Two clocks of a test."""

    def __init__(self) -> None:
        self.steady = 100.0
        self.wall = 1_000_000.0

    def go(self, seconds: float) -> None:
        """Both go on."""
        self.steady += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def idle(qtbot: QtBot, clocks: Clocks) -> IdleWatch:
    """Watches for ten minutes; looked at with `check` instead of its timer."""
    parent = QObject(QApplication.instance())
    found = IdleWatch(parent, lambda: clocks.steady, lambda: clocks.wall)
    found._timer.stop()
    return found


def passing(idle: IdleWatch, clocks: Clocks, seconds: int) -> list[bool]:
    """Let time pass in steps of five seconds; whether it told each time that nobody is there."""
    told: list[bool] = []
    heard: list[bool] = []
    idle.left.connect(lambda: heard.append(True))
    for _ in range(0, seconds, 5):
        clocks.go(5)
        heard.clear()
        idle.check()
        told.append(bool(heard))
    return told


def test_after_the_time_and_not_before_nobody_is_there(idle: IdleWatch, clocks: Clocks) -> None:
    told = passing(idle, clocks, 600)
    assert told == [False] * 119 + [True]


def test_a_key_begins_the_time_anew(idle: IdleWatch, clocks: Clocks) -> None:
    passing(idle, clocks, 590)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    idle.eventFilter(idle, key)
    assert not any(passing(idle, clocks, 595))


def test_a_computer_that_slept_is_locked_when_it_wakes(qtbot: QtBot, idle: IdleWatch, clocks: Clocks) -> None:
    clocks.go(5)
    clocks.wall += 120
    with qtbot.waitSignal(idle.left):
        idle.check()


def test_a_clock_set_back_locks_nobody_out_and_keeps_nobody_in(
    qtbot: QtBot, idle: IdleWatch, clocks: Clocks
) -> None:
    clocks.wall -= 100_000
    with qtbot.assertNotEmitted(idle.left):
        idle.check()
    assert passing(idle, clocks, 600)[-1]


@pytest.fixture
def inside(window: MainWindow, vault: StoreVault) -> MainWindow:
    """The window at the interview of a plan."""
    plans, _code = vault.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸", "たかはし りく", "AOM-2026-0017"))
    window.enter(plans)
    action(window, "open").trigger()
    return window


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None, name
    return found


def page(window: MainWindow) -> QWidget:
    kinds = (UnlockPage, PlanListPage, InterviewPage, PreviewPage)
    shown = [page for kind in kinds for page in window.findChildren(kind) if page.isVisible()]
    assert len(shown) == 1
    return shown[0]


def leave_alone(window: MainWindow) -> None:
    window.rooms.safety.auto_lock.watch.left.emit()


def unlock(window: MainWindow) -> None:
    enter(part(page(window), QLineEdit, "passphrase"), PASSPHRASE)


def texts(window: MainWindow) -> str:
    """All that any widget of any window holds, hidden ones too."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [window.windowTitle()]
    for top in QApplication.topLevelWidgets():
        found += [field.text() for field in top.findChildren(QLineEdit)]
        found += [field.toPlainText() for field in top.findChildren(QPlainTextEdit)]
        found += [label.text() for label in top.findChildren(QLabel)]
        found += [widget.accessibleName() + widget.toolTip() for widget in top.findChildren(QWidget)]
    return "\n".join(found)


def test_what_was_typed_is_saved_before_the_window_locks(inside: MainWindow, vault: StoreVault) -> None:
    type_japanese(part(page(inside), QLineEdit, "meeting.plan_number"), "-z")
    leave_alone(inside)
    assert isinstance(page(inside), UnlockPage)
    plans = vault.open(PASSPHRASE)
    assert [line.number for line in plans.entries()] == ["AOM-2026-0017-z"]
    plans.close()


@pytest.mark.parametrize("on_paper", [False, True])
def test_a_locked_window_holds_nothing_of_the_plan(inside: MainWindow, on_paper: bool) -> None:
    type_japanese(part(page(inside), QLineEdit, "meeting.plan_number"), "-CANARY")
    if on_paper:
        inside.show_paper()
    leave_alone(inside)
    said = texts(inside)
    assert not any(value in said for value in ("髙橋", "たかはし", "0017", "CANARY"))


def test_no_plan_is_left_in_memory_after_locking(qtbot: QtBot, inside: MainWindow) -> None:
    type_japanese(part(page(inside), QLineEdit, "meeting.plan_number"), "-CANARY")
    inside.show_paper()
    inside.show_plan()
    leave_alone(inside)
    qtbot.waitUntil(lambda: _plans_left("CANARY") == 0)


def _plans_left(number: str) -> int:
    """How many plans with this in their number anything still holds."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    plans = [found for found in gc.get_objects() if isinstance(found, Plan)]
    return sum(number in (plan.meeting.plan_number or "") for plan in plans)


def test_unlocking_leads_back_to_the_field_the_cursor_was_in(qtbot: QtBot, inside: MainWindow) -> None:
    interview = page(inside)
    assert isinstance(interview, InterviewPage)
    interview.go_to("child.name")
    leave_alone(inside)
    unlock(inside)
    back = page(inside)
    assert isinstance(back, InterviewPage)
    assert back.current_place is not None
    assert back.current_place.path == "child.name"
    field = part(back, QLineEdit, "child.name")
    inside.activateWindow()
    qtbot.waitUntil(field.hasFocus)


def test_unlocking_leads_back_to_the_paper(inside: MainWindow) -> None:
    inside.show_paper()
    part(page(inside), QTabBar, "editions").setCurrentIndex(2)
    leave_alone(inside)
    unlock(inside)
    assert isinstance(page(inside), PreviewPage)
    assert part(page(inside), QTabBar, "editions").currentIndex() == 2


def test_a_plan_that_is_gone_leads_to_the_list(inside: MainWindow, vault: StoreVault) -> None:
    leave_alone(inside)
    vault._path.unlink()
    plans, _code = vault.create(PASSPHRASE)
    inside.enter(plans)
    assert isinstance(page(inside), PlanListPage)


def test_nothing_is_locked_away_that_could_not_be_saved(
    inside: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FULL

    type_japanese(part(page(inside), QLineEdit, "meeting.plan_number"), "-x")
    with monkeypatch.context() as broken:
        broken.setattr(OpenPlans, "save_draft", full)
        leave_alone(inside)
        assert [cover.isVisible() for cover in inside.findChildren(CoverPage)] == [True]
        assert inside.rooms.hand.plan is not None
    leave_alone(inside)
    assert isinstance(page(inside), UnlockPage)


def test_an_open_dialog_is_closed_before_the_window_locks(qtbot: QtBot, inside: MainWindow) -> None:
    seen: list[bool] = []

    def left() -> None:
        seen.append(isinstance(QApplication.activeModalWidget(), QDialog))
        leave_alone(inside)

    QTimer.singleShot(0, left)
    action(inside, "confirm").trigger()
    assert seen == [True]
    qtbot.waitUntil(lambda: isinstance(page(inside), UnlockPage))


def test_minimising_locks_where_the_user_wants_it(qtbot: QtBot, inside: MainWindow) -> None:
    inside.rooms.safety.locking = Locking(10, on_minimise=True)
    inside.showMinimized()
    inside.showNormal()
    qtbot.waitUntil(lambda: isinstance(page(inside), UnlockPage))


def test_the_time_is_chosen_from_the_menu(inside: MainWindow) -> None:
    inside.show_list()

    def choose() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        minutes = part(box, QComboBox, "minutes")
        QTest.keyClick(minutes, Qt.Key.Key_Up)
        part(box, QPushButton, "go").click()

    QTimer.singleShot(0, choose)
    action(inside, "locking").trigger()
    assert inside.locking == Locking(5, on_minimise=False)
    assert inside.rooms.safety.auto_lock.watch.limit_s == 300


def test_nothing_is_on_the_clipboard_that_nobody_copied(inside: MainWindow) -> None:
    clipboard = QApplication.clipboard()
    clipboard.clear()
    inside.show_paper()
    inside.show_plan()
    leave_alone(inside)
    assert not clipboard.text()


def test_a_copy_by_the_user_asks_not_to_be_kept_in_histories(inside: MainWindow) -> None:
    clipboard = QApplication.clipboard()
    # The offscreen platform never says that what is there is ours.
    discreet = DiscreetClipboard(clipboard, inside, lambda: True)
    field = part(page(inside), QLineEdit, "meeting.plan_number")
    field.selectAll()
    field.copy()
    marked = clipboard.mimeData(QClipboard.Mode.Clipboard)
    assert isinstance(marked, QMimeData)
    assert clipboard.text() == "AOM-2026-0017"
    assert all(marked.hasFormat(hint) for hint in HINTS)
    clipboard.dataChanged.disconnect(discreet._mark)
    clipboard.clear()


@pytest.mark.parametrize("is_ours", [True, False])
def test_locking_takes_what_was_copied_here_off_the_clipboard(inside: MainWindow, is_ours: bool) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("AOM-2026-0017")
    inside.rooms.door.clipboard._owns = lambda: is_ours
    leave_alone(inside)
    assert clipboard.text() == ("" if is_ours else "AOM-2026-0017")
    clipboard.clear()


def test_the_labels_of_the_locked_page_are_its_own(inside: MainWindow) -> None:
    leave_alone(inside)
    said = [label.said for label in page(inside).findChildren(Sentences) if label.said]
    assert "計画を開きます" in said
