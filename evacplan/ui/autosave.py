"""Saving without a button: soon after each change, at once when asked; failures are told and retried."""

from PySide6.QtCore import QElapsedTimer, QObject, QTime, QTimer, Signal

from evacplan.domain.errors import UserError
from evacplan.session import Change, Session

DELAY_MS = 300
RETRY_MS = 5_000


class Autosave(QObject):
    """Keeps the draft of one session. told: the line to show, and whether it is trouble.

    The timer is not put off by further typing. On a machine so busy that the timer comes late, the next key
    saves, so nothing waits longer than the delay while somebody types.
    """

    saved = Signal()
    told = Signal(str, bool)

    def __init__(self, session: Session, parent: QObject, *, delay_ms: int = DELAY_MS) -> None:
        super().__init__(parent)
        self._session = session
        self._delay_ms = delay_ms
        self._timer = QTimer(self, interval=delay_ms, singleShot=True)
        self._timer.timeout.connect(self.save)
        self._waiting = QElapsedTimer()
        self.stop = session.watch(self._changed)

    def _changed(self, _change: Change) -> None:
        if not self._timer.isActive() or self._timer.interval() != self._delay_ms:
            self._timer.start(self._delay_ms)
            self._waiting.start()
        elif self._delay_ms and self._waiting.hasExpired(self._delay_ms):
            self.save()

    def save(self) -> bool:
        """Save what is unsaved; whether everything is on the disk. Never raises: trouble is told."""
        self._timer.stop()
        try:
            did = self._session.save()
        except UserError as error:
            words = self.tr("まだ保存できていません。{what}{why}{do}")
            self.told.emit(words.format(what=error.what, why=error.why, do=error.do), True)
            self._timer.start(RETRY_MS)
            return False
        if did:
            self.told.emit(
                self.tr("保存済み　{time}").format(time=QTime.currentTime().toString("H:mm")), False
            )
            self.saved.emit()
        return True
