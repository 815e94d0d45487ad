"""When the window locks by itself: the choice, the dialog for it, and the way past open dialogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QWidget

from evacplan.ui.idle import IdleWatch
from evacplan.ui.parts import field_label, text_label
from evacplan.ui.roomy import RoomyDialog

MINUTES = (1, 3, 5, 10, 15, 30, 60)
_AGAIN_MS = 20


@dataclass(frozen=True, slots=True)
class Locking:
    """minutes: without a key or a movement of the pointer. on_minimise: whether that locks at once."""

    minutes: int = 10
    on_minimise: bool = False


class AutoLock(QObject):
    """Calls `lock` when nobody is there; first every dialog is closed as with Escape."""

    def __init__(self, parent: QObject, lock: Callable[[], object]) -> None:
        super().__init__(parent)
        self._lock = lock
        self.watch = IdleWatch(self)
        self.watch.left.connect(self.lock_soon)

    def choose(self, locking: Locking) -> None:
        """Lock after this time from here on."""
        self.watch.limit_s = locking.minutes * 60.0

    def lock_soon(self, then: Callable[[], object] | None = None) -> None:
        """Lock, once no dialog waits for an answer. then: called when that is done."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()
        # Inside a dialog's own loop its page must not go: the code that asked has not come back yet.
        if dialog is not None or QThread.currentThread().loopLevel() > 1:
            QTimer.singleShot(_AGAIN_MS, self, lambda: self.lock_soon(then))
            return
        self._lock()
        if then is not None:
            then()


class LockingBox(RoomyDialog):
    """Asks after how many minutes the window locks, and whether minimising does."""

    def __init__(self, parent: QWidget | None, locking: Locking) -> None:
        super().__init__(parent)
        self._minutes = QComboBox()
        self._minutes.setObjectName("minutes")
        for minutes in sorted({*MINUTES, locking.minutes}):
            self._minutes.addItem(self.tr("{n}分").format(n=minutes), minutes)
        self._minutes.setCurrentIndex(self._minutes.findData(locking.minutes))
        self._minimise = QCheckBox(self.tr("ウィンドウを最小化したら、すぐに鍵をかける(&M)"))
        self._minimise.setObjectName("on_minimise")
        self._minimise.setChecked(locking.on_minimise)
        box = self.inside
        box.addWidget(text_label(self.tr("ひとりでに鍵をかける"), "heading"))
        said = self.tr("席を離れても、計画が画面に残りません。入力した内容は、先に保存します。")
        box.addWidget(text_label(said, "grey"))
        box.addSpacing(8)
        box.addWidget(field_label(self.tr("何も操作しないで鍵がかかるまで(&T)"), self._minutes))
        box.addWidget(self._minutes)
        box.addWidget(self._minimise)
        self.finish_with(self.tr("これにする(&O)"))

    @property
    def answer(self) -> Locking:
        """What is chosen."""
        return Locking(int(self._minutes.currentData()), self._minimise.isChecked())

    @staticmethod
    def ask(parent: QWidget | None, locking: Locking) -> Locking | None:
        """The choice; None: never mind."""
        box = LockingBox(parent, locking)
        return box.answer if box.exec() == QDialog.DialogCode.Accepted else None
