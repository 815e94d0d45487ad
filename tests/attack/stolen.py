"""A laptop that is stolen while somebody types: `python -m tests.attack.stolen DATA STICK TAG`.

Begins a store, fills fields with secrets that carry the tag, makes a version, a backup and a copy on a stick,
meets an error, and aborts in the middle of a word, as a crash inside C code does.
"""

from __future__ import annotations

import os
import resource
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from evacplan.domain.occasion import Occasion, OccasionKind
from evacplan.ui.confirm import Confirmation, ConfirmBox
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import CrashBox
from evacplan.ui.preview import PreviewPage
from tests.attack.at_work import AtWork, start
from tests.hands import CTRL, SHIFT, wait_until

PATHS = {
    "child.name": "{}金糸雀華子",
    "child.address": "架空県{}市九丁目",
    "child.phone_home": "017-000-{}",
    "care.history": "{}症候群の既往",
    "meeting.author_name": "鶸沢{}",
}
NOTE, MET, ERROR, LAST = "{}の版", "{}さんと電話", "{}が墜ちた", "{}書きかけ"
PASSPHRASE = "kanaria {} uta mori"


def secrets(tag: str) -> list[str]:
    """Everything that nobody may read."""
    return [words.format(tag) for words in (*PATHS.values(), NOTE, MET, ERROR, LAST, PASSPHRASE)]


def work(one: AtWork, stick: Path, tag: str) -> None:
    """A day that ends badly."""
    one.begin_store(PASSPHRASE.format(tag))
    page = one.new_plan()
    for path, words in PATHS.items():
        one.answer(page, path, words.format(tag))
    one.until_saved(page)
    _confirm(one, tag)
    one.window.rooms.store.back_up()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileBox, "folder", staticmethod(lambda *_: stick))
        one.window.rooms.unsaved.write_spare()
    _fail(tag)
    page.go_to("child.nickname")
    field = QApplication.focusWidget()
    assert field is not None
    QApplication.sendEvent(field, QInputMethodEvent(LAST.format(tag), []))
    os.abort()


def _confirm(one: AtWork, tag: str) -> None:
    answer = Confirmation(
        PATHS["meeting.author_name"].format(tag),
        NOTE.format(tag),
        Occasion(OccasionKind.PHONE, date(2026, 11, 10), MET.format(tag)),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ConfirmBox, "ask", staticmethod(lambda *_: answer))
        one.hands.press(Qt.Key.Key_S, CTRL | SHIFT)
    one.window.show_paper()
    wait_until(lambda: one.has(PreviewPage), "the paper")
    one.window.show_plan()


def _fail(tag: str) -> None:
    told: list[bool] = []

    def fail() -> None:
        raise RuntimeError(ERROR.format(tag))

    def tell(*_: object, **_words: object) -> bool:
        told.append(True)
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CrashBox, "tell", staticmethod(tell))
        QTimer.singleShot(0, fail)
        wait_until(lambda: bool(told), "the crash dialog")


if __name__ == "__main__":
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    start(Path(sys.argv[1]), partial(work, stick=Path(sys.argv[2]), tag=sys.argv[3]))
