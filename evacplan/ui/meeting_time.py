"""Watches, without a word, in which section of the open plan somebody types or clicks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

from evacplan.domain.working_time import WorkingTime

_WORK = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class TimeWatch(QObject):
    """where: the section that is looked at. It keeps seconds only, never what was typed."""

    def __init__(self, work: WorkingTime, where: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._where = work, where
        self._windows: list[QWindow] = []
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._application = application
        application.focusWindowChanged.connect(self._listen)
        self._listen(application.focusWindow())

    def touch(self) -> None:
        """Somebody is at work; called too for what an input method commits, which comes by no key."""
        self._work.touch(self._where())

    def end(self) -> None:
        """Watch no more."""
        self._application.focusWindowChanged.disconnect(self._listen)
        for window in self._windows:
            window.removeEventFilter(self)
        self._windows.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note keys and clicks as they come to a window; nothing is kept from it."""
        if event.type() in _WORK:
            self.touch()
        return super().eventFilter(watched, event)

    def _listen(self, window: QWindow | None) -> None:
        if window is not None and window not in self._windows:
            window.installEventFilter(self)
            self._windows.append(window)
            window.destroyed.connect(lambda: self._drop(window))

    def _drop(self, window: QWindow) -> None:
        if window in self._windows:
            self._windows.remove(window)
