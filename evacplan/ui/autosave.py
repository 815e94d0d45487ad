"""Saving without a button: soon after each change, at once when asked; failures are told and retried."""

from PySide6.QtCore import QElapsedTimer, QObject, QTime, QTimer, Signal

from evacplan.domain.errors import UserError
from evacplan.session import Change, Session

DELAY_MS = 300
SOON_MS = 500
RETRY_MS = 2_000


class Autosave(QObject):
    """Keeps the draft of one session. told: the line to show, and whether it is trouble.

    The timer is not put off by further typing. On a machine so busy that the timer comes late, the next key
    saves, so nothing waits longer than the delay while somebody types.

    failed: with the UserError, each time that saving fails, but for the first in a row: a scanner that looks
    at the store for a moment is not worth a word. While it fails it is tried at the timer's pace alone.
    """

    saved = Signal()
    told = Signal(str, bool)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject, *, delay_ms: int = DELAY_MS) -> None:
        super().__init__(parent)
        self._session = session
        self._delay_ms = delay_ms
        self._failures = 0
        self._timer = QTimer(self, interval=delay_ms, singleShot=True)
        self._timer.timeout.connect(self.save)
        self._waiting = QElapsedTimer()
        self.stop = session.watch(self._changed)

    def _changed(self, _change: Change) -> None:
        if not self._timer.isActive():
            self._timer.start(self._delay_ms)
            self._waiting.start()
        elif not self._failures and self._delay_ms and self._waiting.hasExpired(self._delay_ms):
            self.save()

    def save(self) -> bool:
        """Save what is unsaved; whether everything is on the disk. Never raises: trouble is told."""
        self._timer.stop()
        try:
            did = self._session.save()
        except UserError as error:
            self._fail(error)
            return False
        failures, self._failures = self._failures, 0
        if did or failures:
            now = QTime.currentTime().toString("H:mm")
            self.told.emit(self.tr("保存済み　{time}").format(time=now), False)
            self.saved.emit()
        return True

    def _fail(self, error: UserError) -> None:
        self._failures += 1
        self._timer.start(SOON_MS if self._failures == 1 else RETRY_MS)
        if self._failures > 1:
            self.told.emit(self.tr("まだ保存できていません。"), True)
            self.failed.emit(error)
