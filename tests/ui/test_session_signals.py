"""Before the computer sleeps and when its screen is locked, all is saved and the window locked.

The bus is a real one of the test's own, the signals come from another process that stands on it as logind.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QObject, QProcess, QTimer
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from evacplan.ui.ports import Vault
from evacplan.ui.session_signals import DesktopWatch
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.window import MainWindow
from evacplan.ui.windows_signals import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WindowsWatch,
)
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, part, type_japanese

ROOT = Path(__file__).parents[2]
NOWHERE = QDBusConnection("nowhere")
needs_bus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon here")
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen>
<policy context="default"><allow send_destination="*"/>
<allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""


class Logind:
    """The process on the bus. said: what it printed."""

    def __init__(self, qtbot: QtBot, address: str) -> None:
        self.said = ""
        self._qtbot = qtbot
        self._process = QProcess()
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.setWorkingDirectory(str(ROOT))
        self._process.start(sys.executable, ["-m", "tests.ui.fake_logind", address])
        self.wait_for("ready")

    def does(self, word: str) -> None:
        """Let it send a signal."""
        self._process.write(f"{word}\n".encode())

    def wait_for(self, words: str, times: int = 1) -> None:
        """Wait until it has said something so often."""
        self._qtbot.waitUntil(lambda: self.said.count(words) >= times, timeout=20_000)

    def end(self) -> None:
        """End it."""
        self._process.closeWriteChannel()
        self._process.waitForFinished()

    def _read(self) -> None:
        self.said += bytes(self._process.readAllStandardOutput().data()).decode()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A bus of the test's own."""
    configuration = tmp_path / "bus.conf"
    configuration.write_text(CONFIGURATION.format(folder=tempfile.gettempdir()))
    command = ["dbus-daemon", "--nofork", "--print-address=1", f"--config-file={configuration}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.kill()


@pytest.fixture
def bus(address: str) -> Iterator[QDBusConnection]:
    """The app's way to it."""
    yield QDBusConnection.connectToBus(address, "app")
    QDBusConnection.disconnectFromBus("app")


@pytest.fixture
def logind(qtbot: QtBot, address: str) -> Iterator[Logind]:
    found = Logind(qtbot, address)
    yield found
    found.end()


@pytest.fixture
def typing(window: MainWindow, vault: StoreVault) -> MainWindow:
    """The window in the middle of a word that is on no disk."""
    plans, _code = vault.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸", number="AOM-1"))
    window.enter(plans)
    action(window, "open").trigger()
    assert window.rooms.hand.plan is not None
    window.rooms.hand.plan.page.autosave._delay_ms = 60_000
    field = part(window, QLineEdit, "meeting.plan_number")
    field.end(False)
    type_japanese(field, "-z")
    return window


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None
    return found


def is_locked(window: MainWindow) -> bool:
    return any(page.isVisible() for page in window.findChildren(UnlockPage))


def numbers(vault: Vault) -> list[str]:
    plans = vault.open(PASSPHRASE)
    found = [line.number for line in plans.entries()]
    plans.close()
    return found


@needs_bus
def test_before_sleep_the_word_is_saved_and_the_window_locked_while_the_computer_waits(
    qtbot: QtBot, typing: MainWindow, vault: StoreVault, bus: QDBusConnection, logind: Logind
) -> None:
    watch = DesktopWatch(typing, bus, NOWHERE)
    logind.wait_for("Inhibit sleep evacplan")
    seen: list[bool] = []

    def leave(then: object) -> None:
        seen.append("given back" in logind.said)
        typing.leave_desk(then)  # type: ignore[arg-type]  # as the signal brings it
        seen.append(is_locked(typing))

    watch.leaving.connect(leave)
    logind.does("sleep")
    logind.wait_for("given back")
    assert seen == [False, True]
    assert numbers(vault) == ["AOM-1-z"]


@needs_bus
def test_after_waking_the_computer_will_wait_again(
    qtbot: QtBot, typing: MainWindow, bus: QDBusConnection, logind: Logind
) -> None:
    watch = DesktopWatch(typing, bus, NOWHERE)
    watch.leaving.connect(typing.leave_desk)
    logind.wait_for("Inhibit")
    logind.does("sleep")
    logind.wait_for("given back")
    logind.does("wake")
    logind.wait_for("Inhibit", times=2)
    assert logind.said.count("given back") == 1


@needs_bus
def test_an_open_dialog_does_not_keep_the_window_open_when_the_computer_sleeps(
    qtbot: QtBot, typing: MainWindow, vault: StoreVault, bus: QDBusConnection, logind: Logind
) -> None:
    watch = DesktopWatch(typing, bus, NOWHERE)
    watch.leaving.connect(typing.leave_desk)
    logind.wait_for("Inhibit")
    seen: list[bool] = []

    def sleep() -> None:
        seen.append(isinstance(QApplication.activeModalWidget(), QDialog))
        logind.does("sleep")

    QTimer.singleShot(0, sleep)
    action(typing, "confirm").trigger()
    assert seen == [True]
    logind.wait_for("given back")
    assert is_locked(typing)
    assert numbers(vault) == ["AOM-1-z"]


@needs_bus
@pytest.mark.parametrize("word", ["lock", "cover"])
def test_a_locked_screen_locks_the_window(
    qtbot: QtBot, typing: MainWindow, bus: QDBusConnection, logind: Logind, word: str
) -> None:
    watch = DesktopWatch(typing, bus, bus)
    watch.leaving.connect(typing.leave_desk)
    logind.does(word)
    qtbot.waitUntil(lambda: is_locked(typing))
    assert numbers(typing._services.vault) == ["AOM-1-z"]


@needs_bus
def test_waking_and_unlocking_the_screen_lock_nothing(
    qtbot: QtBot, bus: QDBusConnection, logind: Logind
) -> None:
    holder = QObject()
    watch = DesktopWatch(holder, bus, bus)
    heard: list[object] = []
    watch.leaving.connect(heard.append)
    for word in ("wake", "unlock", "uncover", "lock"):
        logind.does(word)
    # Signals arrive in order: with the last one heard, the others have come and said nothing.
    qtbot.waitUntil(lambda: bool(heard))
    assert len(heard) == 1


def test_without_a_bus_the_window_works_all_the_same(window: MainWindow) -> None:
    watch = DesktopWatch(window, NOWHERE, NOWHERE)
    assert watch.parent() is window


@pytest.mark.parametrize(
    ("message", "wparam", "leaves"),
    [
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, True),
        (WM_WTSSESSION_CHANGE, 8, False),  # unlocked
        (WM_POWERBROADCAST, PBT_APMSUSPEND, True),
        (WM_POWERBROADCAST, 18, False),  # woke up by itself
        (0x0100, WTS_SESSION_LOCK, False),  # a key
    ],
)
def test_what_windows_says_is_read_as_its_headers_say(
    qtbot: QtBot, window: MainWindow, message: int, wparam: int, leaves: bool
) -> None:
    watch = WindowsWatch(window)
    heard: list[object] = []
    watch.leaving.connect(heard.append)
    said = wintypes.MSG(0, message, wparam, 0, 0, wintypes.POINT(0, 0))
    for kind in (QByteArray(b"windows_generic_MSG"), QByteArray(b"xcb_generic_event_t")):
        assert watch._filter.nativeEventFilter(kind, ctypes.addressof(said)) == (False, 0)
    assert bool(heard) is leaves
