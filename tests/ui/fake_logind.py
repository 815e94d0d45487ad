"""A process that stands on a private bus as logind and the screen saver, and does what its input says."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject

_LOGIND = "/org/freedesktop/login1"
_MANAGER, _SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
_SAVER = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged")
SIGNALS = {
    "sleep": (_LOGIND, _MANAGER, "PrepareForSleep", [True]),
    "wake": (_LOGIND, _MANAGER, "PrepareForSleep", [False]),
    "lock": (f"{_LOGIND}/session/_31", _SESSION, "Lock", []),
    "unlock": (f"{_LOGIND}/session/_31", _SESSION, "Unlock", []),
    "cover": (*_SAVER, [True]),
    "uncover": (*_SAVER, [False]),
}


class Logind(QDBusVirtualObject):
    """Hands out delay locks and says when one is given, and when it is given back."""

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        reader, writer = os.pipe()
        lock = QDBusUnixFileDescriptor(writer)
        os.close(writer)
        notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)

        def given_back() -> None:
            notifier.setEnabled(False)
            print("given back", flush=True)

        notifier.activated.connect(given_back)
        connection.send(message.createReply([lock]))
        print(message.member(), *message.arguments(), flush=True)
        return True


def main(address: str) -> None:
    app = QCoreApplication(sys.argv)
    bus = QDBusConnection.connectToBus(address, "logind")
    logind = Logind()
    assert bus.registerVirtualObject(_LOGIND, logind)
    assert bus.registerService("org.freedesktop.login1")
    print("ready", flush=True)

    def act() -> None:
        words = os.read(sys.stdin.fileno(), 4096).decode().split()
        if not words:
            app.quit()
        for word in words:
            *place, arguments = SIGNALS[word]
            signal = QDBusMessage.createSignal(*place)
            signal.setArguments(arguments)
            bus.send(signal)

    commands = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    commands.activated.connect(act)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
