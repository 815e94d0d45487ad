"""A day's work with secrets in every field: `python -m tests.attack.ears tests.attack.whole_run DATA CHOSEN`.

Ends with one line of JSON: the titles seen, the sockets of Python and of the kernel, what the clipboard
held after locking, and how often the crash dialog was shown. CHOSEN: the PDF that is saved on purpose.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from evacplan.domain.occasion import Occasion, OccasionKind
from evacplan.ui.confirm import Confirmation, ConfirmBox
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import CrashBox
from evacplan.ui.interview import InterviewPage
from evacplan.ui.preview import PreviewPage
from evacplan.ui.save_box import SaveBox, SaveChoice
from evacplan.ui.unlock import UnlockPage
from tests.attack import ears
from tests.attack.at_work import AtWork, start
from tests.hands import CTRL, SHIFT, wait_until

PASSPHRASE = "kanaria himitsu no uta 77"
WRONG = "kanaria no chigau uta 78"
CANARIES = {
    "child.name": "金糸雀華子",
    "child.name_kana": "かなりあはなこ",
    "child.nickname": "かなちゃん九一八二",
    "child.address": "架空県金糸雀市九丁目一八二番",
    "child.phone_home": "017-000-9182",
    "care.history": "金糸雀症候群の既往",
    "meeting.author_name": "鶸沢つぐみ",
}
REFUSED = {"child.postal_code": "金糸雀郵便", "child.birth_on": "カナリアの日"}
NOTE = "金糸雀の版を確定"
MET = "鶸沢と電話の鶫"
FOLDER = "金糸雀家の書類"
CRASH = "金糸雀が墜ちた"
PLAN_NUMBER = "AOM-2026-0042"


class Report:
    """What the run showed of itself."""

    def __init__(self) -> None:
        self.sockets: list[str] = []
        self.crashes = 0
        self.clipboard = ""

    def look(self) -> None:
        """Ask the kernel for our sockets."""
        QApplication.processEvents()
        self.sockets += ears.open_sockets()


def work(one: AtWork, chosen: Path, report: Report) -> None:
    """Everything a coordinator does in a day."""
    report.look()
    # Without a screen Qt never says that what was copied is ours.
    one.window.rooms.door.clipboard._owns = lambda: True
    one.begin_store(PASSPHRASE)
    page = one.new_plan()
    _type(one, page)
    report.look()
    one.until_saved(page)
    page.go_to("child.name")
    one.hands.press(Qt.Key.Key_A, CTRL)
    one.hands.press(Qt.Key.Key_C, CTRL)
    _confirm(one)
    report.look()
    _on_paper(one, chosen)
    _crash(report)
    _lock(one, report)
    report.look()
    one.close()


def _type(one: AtWork, page: InterviewPage) -> None:
    one.answer(page, "meeting.plan_number", PLAN_NUMBER)
    for path, text in CANARIES.items():
        one.answer(page, path, text)
    for path, text in REFUSED.items():
        one.answer(page, path, text)
    for section in one.services.form.sections:
        page.open_section(section.name)
        QApplication.processEvents()


def _confirm(one: AtWork) -> None:
    """Make a version; the dialog is answered for the user."""
    occasion = Occasion(OccasionKind.PHONE, date(2026, 11, 10), MET)
    answer = Confirmation(CANARIES["meeting.author_name"], NOTE, occasion)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ConfirmBox, "ask", staticmethod(lambda *_: answer))
        one.hands.press(Qt.Key.Key_S, CTRL | SHIFT)
    one.window.show_paper()
    wait_until(lambda: one.has(PreviewPage), "the paper")


def _on_paper(one: AtWork, chosen: Path) -> None:
    """Print every page to the screen; save, but think better of it; then save on purpose."""
    page = one.page(PreviewPage)
    for number in range(6):
        page._tabs.setCurrentIndex(number)
        one.window.repaint()
        QApplication.processEvents()
    page._tabs.setCurrentIndex(0)
    for choice, path in ((None, None), (SaveChoice(False, ""), None), (SaveChoice(False, ""), chosen)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(SaveBox, "ask", staticmethod(lambda *_, choice=choice: choice))
            if path is None:
                patch.setattr(FileBox, "save", staticmethod(lambda *_: None))
            else:
                QTimer.singleShot(0, lambda path=path: _choose(path))
            page.save()


def _choose(path: Path) -> None:
    """Answer Qt's own file dialog, which keeps a history of folders if it is let."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QFileDialog)
    box.setDirectory(str(path.parent))
    box.selectFile(path.name)
    box.accept()


def _crash(report: Report) -> None:
    def fail() -> None:
        raise RuntimeError(CRASH)

    before = report.crashes
    QTimer.singleShot(0, fail)
    wait_until(lambda: report.crashes > before, "the crash dialog")


def _lock(one: AtWork, report: Report) -> None:
    one.window.lock()
    one.window.activateWindow()
    wait_until(lambda: one._has_cursor(UnlockPage), "the locked window")
    report.clipboard = QApplication.clipboard().text()
    one.unlock(WRONG)
    one.hands.press(Qt.Key.Key_A, CTRL)
    one.hands.keys(PASSPHRASE)
    one.hands.press(Qt.Key.Key_Return)
    wait_until(lambda: one.has(PreviewPage), "the way back")


def main(data: Path, chosen: Path) -> int:
    """Do the work and print the report."""
    report = Report()
    titles: set[str] = set()

    def all_day(one: AtWork) -> None:
        work(one, chosen, report)
        titles.update(one.titles)

    def tell(*_: object, **_words: object) -> bool:
        report.crashes += 1
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CrashBox, "tell", staticmethod(tell))
        code = start(data, all_day)
    found = {
        "titles": sorted(titles),
        "heard": ears.heard,
        "sockets": report.sockets,
        "clipboard": report.clipboard,
        "crashes": report.crashes,
    }
    print(json.dumps(found), flush=True)
    return code


if __name__ == "__main__":
    # The one who worked still holds the window; Qt would be taken down around it in any order.
    os._exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
