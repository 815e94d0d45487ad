"""The text that an input method is still composing in a control, and how none of it is lost."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

_LEAVING = (QEvent.Type.FocusAboutToChange, QEvent.Type.FocusOut)


class Composition:
    """What is being composed in a control. The control tells of each event that comes to it.

    Asked to finish, some input methods commit, others do nothing, and some throw the text away (Kana Kanji
    under IBus). Qt asks them itself just before the focus changes. What ends without a commit counts as given
    up by the person only when the focus stays where it is; else it is put in by us.

    gave_up: called when the person gave up what was composed.
    """

    def __init__(self, control: QWidget, gave_up: Callable[[], None] = lambda: None) -> None:
        self._control = control
        self._gave_up = gave_up
        self._text = self._dropped = ""
        self._asked = False

    def __bool__(self) -> bool:
        return bool(self._text)

    def follow(self, event: QInputMethodEvent) -> bool:
        """Take note of an event; False when the text was dropped, and nobody can tell yet by whom."""
        is_drop = bool(self._text) and not event.preeditString() and not event.commitString()
        self._dropped = self._text if is_drop else ""
        self._text = event.preeditString()
        if is_drop and not self._asked:
            QTimer.singleShot(0, self._control, self._forget)
        return not is_drop

    def leave(self, event: QEvent) -> None:
        """Before the cursor goes elsewhere, finish, and bring back what was dropped on the way there."""
        if event.type() in _LEAVING:
            self.finish()
            self._bring_back()

    def finish(self) -> None:
        """Make what is being composed part of the text."""
        if self._text:
            self._ask()
            self._dropped = self._text or self._dropped
            self._bring_back()

    def _bring_back(self) -> None:
        if self._dropped:
            event = QInputMethodEvent()
            event.setCommitString(self._dropped)
            QApplication.sendEvent(self._control, event)
            QGuiApplication.inputMethod().reset()

    def _ask(self) -> None:
        self._asked = True
        QGuiApplication.inputMethod().commit()
        self._asked = False

    def _forget(self) -> None:
        if self._dropped:
            self._dropped = ""
            self._gave_up()
