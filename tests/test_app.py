"""The app as a process: one copy, nothing lost at the end of a session, crashes that tell no secret."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evacplan import app, window_settings
from evacplan.domain.errors import UserError
from evacplan.outer_door import OuterDoor
from evacplan.system import settings
from evacplan.system.crash import CrashWatch
from evacplan.system.instance import Instance
from evacplan.system.paths import data_paths, shipped_paths
from evacplan.ui.doorbell import Doorbell, come_forward
from evacplan.ui.errors import CrashBox, ErrorBox
from evacplan.ui.language import speak
from evacplan.ui.read_only import SecondCopy, SecondCopyBox
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE

ROOT = Path(__file__).parents[1]
CURE = UserError("保存できませんでした。", why="ディスクの空きが足りません。", do="空きを作ってください。")

TYPING = f"""
import sys
from pathlib import Path
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from evacplan import app
from evacplan.store import keyslots
from evacplan.ui.window import MainWindow
from tests.store.samples import QUICK

keyslots.COST = QUICK

def begin(window):
    window.enter(window._services.vault.create({PASSPHRASE!r})[0])
    window.rooms.list.page.new()
    window.rooms.hand.plan.page.autosave._delay_ms = 600_000
    event = QInputMethodEvent()
    event.setCommitString("AOM-2026-0099")
    QApplication.sendEvent(window.findChild(QLineEdit, "meeting.plan_number"), event)
    print("ready", flush=True)

MainWindow.show_unlock = begin
raise SystemExit(app.run(Path(sys.argv[1]), False))
"""
SAMPLE = """
import sys
from pathlib import Path
from evacplan import app
from evacplan.store import keyslots
from evacplan.ui.doorway import Doorway
from tests.store.samples import QUICK

keyslots.COST = QUICK

def entered(door, plans, before=Doorway.enter):
    before(door, plans)
    print("ready", len(plans.entries()), flush=True)

Doorway.enter = entered
raise SystemExit(app.run(Path(sys.argv[1]), True))
"""


def started(code: str, folder: Path) -> tuple[subprocess.Popen[str], str]:
    """The running app and the line it printed when it was ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def ended(process: subprocess.Popen[str]) -> int:
    """The exit code after the system asked the app to end."""
    with process:
        process.send_signal(signal.SIGTERM)
        return process.wait(20)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a session without signals")
def test_the_end_of_a_session_loses_nothing_and_the_log_tells_nothing(tmp_path: Path) -> None:
    process, line = started(TYPING, tmp_path)
    assert line == "ready"
    assert ended(process) == 0
    paths = data_paths(tmp_path)
    plans = StoreVault(paths.store).open(PASSPHRASE)
    assert [entry.number for entry in plans.entries()] == ["AOM-2026-0099"]
    plans.close()
    assert "AOM-2026-0099" not in paths.log.read_text()
    assert settings.load(paths.settings).kept_aside is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a session without signals")
def test_a_run_with_the_samples_asks_for_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    process, line = started(SAMPLE, tmp_path)
    assert line == "ready 2"
    assert ended(process) == 0
    assert list(tmp_path.iterdir()) == []


READING = f"""
import sys
from pathlib import Path
from evacplan import app
from evacplan.ui.read_only import SecondCopy, SecondCopyBox
from evacplan.ui.window import MainWindow

def begin(window):
    window.enter(window._services.vault.open({PASSPHRASE!r}))
    print(window.rooms.hand.plans.held.is_here, len(window.rooms.hand.plans.entries()), flush=True)

SecondCopyBox.ask = lambda held: SecondCopy.READ
MainWindow.show_unlock = begin
raise SystemExit(app.run(Path(sys.argv[1]), False))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a session without signals")
def test_a_killed_app_lost_nothing_and_says_so_and_one_that_was_ended_does_not(tmp_path: Path) -> None:
    saving = TYPING.replace('print("ready"', 'window.rooms.hand.plan.page.autosave.save(); print("ready"')
    process, line = started(saving, tmp_path)
    assert line == "ready"
    with process:
        process.kill()
    vault = StoreVault(data_paths(tmp_path).store)
    plans = vault.open(PASSPHRASE)
    (found,) = plans.recovered()
    assert (found.number, found.places) == ("AOM-2026-0099", 1)
    plans.swap_recovered(found.plan_id)
    assert [entry.number for entry in plans.entries()] == [""]
    plans.swap_recovered(found.plan_id)
    plans.keep_recovered(found.plan_id)
    plans.close()
    plans = vault.open(PASSPHRASE)
    assert plans.recovered() == ()
    plans.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a session without signals")
def test_an_app_that_the_system_ended_closed_its_store(tmp_path: Path) -> None:
    process, line = started(TYPING, tmp_path)
    assert line == "ready"
    assert ended(process) == 0
    plans = StoreVault(data_paths(tmp_path).store).open(PASSPHRASE)
    assert plans.recovered() == ()
    plans.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a session without signals")
def test_a_second_copy_on_the_same_data_opens_to_read(tmp_path: Path) -> None:
    first, line = started(TYPING, tmp_path)
    assert line == "ready"
    settings_before = data_paths(tmp_path).settings
    second, line = started(READING, tmp_path)
    assert line == "True 1"
    assert ended(second) == 0
    assert not settings_before.exists()
    assert ended(first) == 0


@pytest.mark.parametrize(("answer", "rings"), [(SecondCopy.BRING_FORWARD, True), (SecondCopy.NOTHING, False)])
def test_a_second_copy_can_call_the_first_one_forward(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: SecondCopy, rings: bool
) -> None:
    monkeypatch.setattr(SecondCopyBox, "ask", lambda _held: answer)
    paths = data_paths(tmp_path)
    paths.make()
    holder = QObject()
    bell = Doorbell(paths.doorbell, holder)
    heard: list[bool] = []
    bell.rung.connect(lambda: heard.append(True))
    with Instance.take(paths.instance):
        assert app.run(tmp_path, False) == 0
    if rings:
        qtbot.waitUntil(lambda: bool(heard))
    assert paths.doorbell.stat().st_size == (4 if rings else 0)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_window_that_is_called_is_no_longer_minimised(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward(window)
    assert window.isVisible()
    assert not window.isMinimized()


def test_qt_itself_speaks_japanese(qapp: QApplication) -> None:
    assert speak(qapp, "ja", shipped_paths().translations)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"


def test_a_crash_rescues_the_draft_and_tells_no_secret(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, object]] = []

    def go_on(_parent: object, **facts: object) -> bool:
        told.append(facts)
        return True

    monkeypatch.setattr(CrashBox, "tell", go_on)
    CrashWatch(tmp_path, OuterDoor().crashed).caught(ValueError("髙橋 陸 Takahashi"))
    (file,) = tmp_path.glob("crash-*.txt")
    assert told == [{"rescued": True, "file_name": file.name}]
    assert "Takahashi" not in file.read_text()


def test_a_rescue_that_fails_does_not_hide_the_crash(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, object]] = []

    def go_on(_parent: object, **facts: object) -> bool:
        told.append(facts)
        return True

    monkeypatch.setattr(CrashBox, "tell", go_on)
    door = OuterDoor()
    monkeypatch.setattr(door, "window", object())
    door.crashed(ValueError(), None)
    assert told == [{"rescued": False, "file_name": ""}]


def test_what_the_user_can_cure_is_told_as_such_wherever_it_comes_from(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[UserError] = []
    crashed: list[BaseException] = []
    monkeypatch.setattr(ErrorBox, "tell", lambda _parent, error: told.append(error))
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _frames: crashed.append(error))
    OuterDoor().guard()
    bug = ValueError()
    for error in (CURE, bug):
        sys.excepthook(type(error), error, None)
    assert (told, crashed) == ([CURE], [bug])


def test_messages_of_qt_reach_the_log_without_what_they_quote(caplog: pytest.LogCaptureFixture) -> None:
    before = qInstallMessageHandler(app._log_qt)
    try:
        with caplog.at_level(logging.WARNING):
            qWarning('cannot open "/home/takahashi/riku.pdf"')
    finally:
        qInstallMessageHandler(before)
    assert caplog.messages == ["qt default cannot open ..."]


@pytest.mark.parametrize(("wider", "higher"), [(0, 0), (500, 500), (-200, 0), (0, -200)])
def test_a_window_as_large_as_the_screen_is_maximised_so_that_its_foot_is_seen(
    qtbot: QtBot, wider: int, higher: int
) -> None:
    room = QApplication.primaryScreen().availableGeometry()
    window = QWidget()
    qtbot.addWidget(window)
    wanted = settings.Settings(window_width=room.width() + wider, window_height=room.height() + higher)
    window_settings.show_as_left(window, wanted)
    assert window.isMaximized()


def test_a_smaller_window_comes_as_it_was_left(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window_settings.show_as_left(window, settings.Settings(window_width=500, window_height=400))
    assert not window.isMaximized()
    assert (window.width(), window.height()) == (500, 400)
