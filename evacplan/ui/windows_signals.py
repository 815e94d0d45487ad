"""Windows tells its windows when the session is locked and when the computer goes to sleep.

Written from Microsoft's documentation without a Windows machine at hand: what the messages mean is tested,
that they come is not.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from evacplan.ui.session_signals import SessionWatch

# winuser.h, wtsapi32.h
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE = 0x02B1
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 0x2, 0x4, 0x6, 0x7
_LEAVING = {
    WM_POWERBROADCAST: {PBT_APMSUSPEND},
    WM_WTSSESSION_CHANGE: {
        WTS_CONSOLE_DISCONNECT,
        WTS_REMOTE_DISCONNECT,
        WTS_SESSION_LOGOFF,
        WTS_SESSION_LOCK,
    },
}


def means_leaving(message: int, wparam: int) -> bool:
    """Whether a message to a window says that nobody will be there any more."""
    return wparam in _LEAVING.get(message, ())


class WindowsWatch(SessionWatch):
    """parent: the window that is told. Suspending waits until a message has been handled."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = found = _Filter(self)
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(found)
        self.destroyed.connect(lambda _watch: application.removeNativeEventFilter(found))
        if sys.platform == "win32" and isinstance(parent, QWidget):
            this_session = 0
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(parent.winId()), this_session)

    def told(self, message: int, wparam: int) -> None:
        """A message came to one of our windows."""
        if means_leaving(message, wparam):
            self.leaving.emit(lambda: None)


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: WindowsWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at each message; none is kept from anybody."""
        # QByteArray equals bytes of the same content.
        if kind == b"windows_generic_MSG":
            found = wintypes.MSG.from_address(int(message))
            self._watch.told(found.message, found.wParam)
        return False, 0
