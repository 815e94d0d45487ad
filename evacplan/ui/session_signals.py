"""What the system says before somebody else may be at the desk: it goes to sleep, or its screen is locked.

Linux: logind and the screen savers of the desktops, over D-Bus, which is a socket on this computer alone.
Windows: see `windows_signals`. macOS says nothing that Qt passes on; the clocks of `idle` notice the sleep.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

log = logging.getLogger(__name__)
_LOGIND = "org.freedesktop.login1"
_LOGIND_PATH = "/org/freedesktop/login1"
_MANAGER = f"{_LOGIND}.Manager"
_SAVERS = (
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/"),
    ("org.mate.ScreenSaver", "/"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
)
Done = Callable[[], object]


class SessionWatch(QObject):
    """leaving: calls what it is given once all is saved and locked; the computer waits for that a moment."""

    leaving = Signal(object)


class DesktopWatch(SessionWatch):
    """system, own: the two buses; one without a connection is left alone.

    logind waits for whoever holds a delay lock (five seconds as it comes): without it the plan and the
    key could still be in memory when that is written to the disk.
    """

    def __init__(self, parent: QObject, system: QDBusConnection, own: QDBusConnection) -> None:
        super().__init__(parent)
        self._system = system
        self._asked: QDBusPendingCallWatcher | None = None
        self._delay: QDBusMessage | None = None
        if system.isConnected():
            slept = _slot("prepare_for_sleep(bool)")
            system.connect(_LOGIND, _LOGIND_PATH, _MANAGER, "PrepareForSleep", self, slept)
            # Of any session: to lock when another user leaves harms nobody.
            system.connect(_LOGIND, "", f"{_LOGIND}.Session", "Lock", self, _slot("lock()"))
            self._ask_for_delay()
        if own.isConnected():
            for name, path in _SAVERS:
                own.connect("", path, name, "ActiveChanged", self, _slot("screen_locked(bool)"))

    @Slot(bool)
    def prepare_for_sleep(self, begins: bool) -> None:
        """The computer is about to sleep, or woke up."""
        if begins:
            self.leaving.emit(self._let_sleep)
        else:
            self._ask_for_delay()

    @Slot()
    def lock(self) -> None:
        """The session is to be locked."""
        self.leaving.emit(_nothing)

    @Slot(bool)
    def screen_locked(self, active: bool) -> None:
        """The screen was covered, or is there again."""
        if active:
            self.leaving.emit(_nothing)

    def _ask_for_delay(self) -> None:
        if self._delay is not None or self._asked is not None:
            return
        call = QDBusMessage.createMethodCall(_LOGIND, _LOGIND_PATH, _MANAGER, "Inhibit")
        call.setArguments(["sleep", "evacplan", "入力を保存して鍵をかけます", "delay"])
        self._asked = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        self._asked.finished.connect(self._answered)

    @Slot(QDBusPendingCallWatcher)
    def _answered(self, asked: QDBusPendingCallWatcher) -> None:
        answer = asked.reply()
        self._asked = None
        asked.deleteLater()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage:
            # The lock is a file handle inside the answer; it is held as long as the answer is.
            self._delay = answer
        else:
            log.info("no delay before sleep: %s", answer.errorName())

    def _let_sleep(self) -> None:
        self._delay = None


def watch_session(parent: QObject) -> SessionWatch:
    """What this system says, as far as it says anything."""
    if sys.platform == "win32":
        from evacplan.ui.windows_signals import WindowsWatch  # noqa: PLC0415  (on Windows alone)

        return WindowsWatch(parent)
    if sys.platform.startswith("linux"):
        return DesktopWatch(parent, QDBusConnection.systemBus(), QDBusConnection.sessionBus())
    return SessionWatch(parent)


def _slot(signature: str) -> bytes:
    # The binding says bytes and takes text.
    return cast("bytes", SLOT(signature))


def _nothing() -> None:
    """Nobody waits."""
