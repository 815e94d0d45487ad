"""Knows when nobody has been at the window for some time, or the computer slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

TICK_MS = 5_000
_SLEPT_S = 60.0
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
}
Clock = Callable[[], float]


class IdleWatch(QObject):
    """left: nobody was there for `limit_s` seconds, or the computer slept; again at each tick until `touch`.

    steady: a clock that is never set, in seconds. wall: the clock of the day, which alone goes on during
    sleep; set forward it locks too early, which harms nobody, and set back it changes nothing.
    """

    left = Signal()

    def __init__(self, parent: QObject, steady: Clock = time.monotonic, wall: Clock = time.time) -> None:
        super().__init__(parent)
        self.limit_s = 600.0
        self._steady, self._wall = steady, wall
        self._touched = self._ticked = self._both()
        self._slept = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen)

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._both()
        self._slept = False

    def check(self) -> None:
        """Tell when nobody is there any more."""
        now, before = self._both(), self._ticked
        self._ticked = now
        self._slept = self._slept or now[1] - before[1] >= _SLEPT_S
        idle = max(new - old for new, old in zip(now, self._touched, strict=True))
        if idle >= self.limit_s or self._slept:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note keys and pointer as they come to a window, before any widget; nothing is kept from it."""
        # Waking up is not yet somebody: after sleep only a new unlocking counts.
        if event.type() in _INPUT and not self._slept:
            self.touch()
        return super().eventFilter(watched, event)

    def _listen(self, window: QWindow | None) -> None:
        # On the windows alone: a filter on the application would see each event of each widget.
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _both(self) -> tuple[float, float]:
        return self._steady(), self._wall()
