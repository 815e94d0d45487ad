"""While a lock would lose words the screen is covered: nothing of the plan is shown, nothing is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.plan import Plan
from evacplan.open_plans import OpenPlans
from evacplan.store import keyfile
from evacplan.store.errors import FULL
from evacplan.ui.covered import CoverPage
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Question
from evacplan.ui.preview import PreviewPage
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.unsaved import Unsaved
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, enter, part, type_japanese

SECRETS = ("金糸雀", "かなりあ", "AOM-2026-0017", "ほたる橋", "鶸沢")


class Disk:
    """Takes nothing while it is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        save = OpenPlans.save_draft

        def save_or_refuse(plans: OpenPlans, plan_id: str, plan: Plan) -> None:
            if self.is_full:
                raise FULL.error("保存できませんでした。")
            save(plans, plan_id, plan)

        monkeypatch.setattr(OpenPlans, "save_draft", save_or_refuse)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def full(
    qtbot: QtBot, window: MainWindow, vault: StoreVault, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The window at a plan with a word that the disk did not take."""
    plans, _code = vault.create(PASSPHRASE)
    window.enter(plans)
    window.open_plan(plans.create(a_plan("金糸雀 華子", "かなりあ はなこ", "AOM-2026-0017")))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.rooms.hand.plan is not None
    window.rooms.hand.plan.page.go_to("meeting.author_org")
    qtbot.waitUntil(_field(window).hasFocus)
    # When the test is over the window is closed as it is.
    monkeypatch.setattr(Question, "ask", staticmethod(lambda *_, **__: 1))
    disk.is_full = True
    type_japanese(_field(window), "ほたる橋")
    return window


def _field(window: MainWindow) -> QLineEdit:
    return part(window, QLineEdit, "meeting.author_org")


def idle(window: MainWindow) -> None:
    """Nobody is there any more."""
    window.rooms.safety.auto_lock.watch.left.emit()


def by_hand(window: MainWindow) -> None:
    """The user locks."""
    found = window.findChild(QAction, "lock")
    assert found is not None
    found.trigger()


def cover(window: MainWindow) -> CoverPage:
    """The cover that is shown."""
    (found,) = (page for page in window.findChildren(CoverPage) if page.isVisible())
    return found


def shown(window: MainWindow) -> str:
    """All that can be seen or heard of any window."""
    found = [window.windowTitle()]
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    for widget in (each for top in tops for each in top.findChildren(QWidget) if each.isVisible()):
        found += [widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, QLineEdit | QLabel):
            found.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
    return "\n".join(found)


def commands(window: MainWindow) -> set[str]:
    """The commands that work."""
    return {action.objectName() for action in window.findChildren(QAction) if action.isEnabled()}


def not_covered(window: MainWindow) -> list[str]:
    """The secrets that are shown."""
    return [secret for secret in SECRETS if secret in shown(window)]


def to_the_paper(window: MainWindow, disk: Disk) -> None:
    """Go to the papers, and have another word that is not saved."""
    assert window.rooms.hand.plan is not None
    disk.is_full = False
    window.show_paper()
    disk.is_full = True
    window.rooms.hand.plan.session.set("meeting.author_name", "鶸沢つぐみ")


@pytest.mark.parametrize("leave", [idle, by_hand])
@pytest.mark.parametrize("on_paper", [False, True])
def test_nothing_of_the_plan_is_shown_and_nothing_can_be_done_with_it(
    full: MainWindow, disk: Disk, leave: Callable[[MainWindow], None], on_paper: bool
) -> None:
    if on_paper:
        to_the_paper(full, disk)
    assert not_covered(full)
    leave(full)
    assert cover(full).isVisible()
    assert not_covered(full) == []
    assert {"quit", "manual", "keys"} <= commands(full)
    assert not {"lock", "spare", "confirm", "paper", "save", "print", "list", "back"} & commands(full)


def test_what_was_copied_is_taken_off_the_clipboard(full: MainWindow) -> None:
    QApplication.clipboard().setText("ほたる橋")
    full.rooms.door.clipboard._owns = lambda: True
    idle(full)
    assert QApplication.clipboard().text() == ""


def test_the_passphrase_alone_leads_back_to_the_word_and_the_cursor(qtbot: QtBot, full: MainWindow) -> None:
    idle(full)
    enter(part(cover(full), QLineEdit, "passphrase"), "nanika chigau kotoba")
    assert cover(full).notice.isVisible()
    assert not_covered(full) == []
    typed = part(cover(full), QLineEdit, "passphrase")
    assert typed.selectedText()
    enter(typed, PASSPHRASE)
    qtbot.waitUntil(_field(full).hasFocus)
    assert _field(full).text() == "ほたる橋"
    assert {"lock", "spare", "confirm", "paper"} <= commands(full)


def test_the_paper_comes_back_as_it_was(full: MainWindow, disk: Disk) -> None:
    to_the_paper(full, disk)
    idle(full)
    enter(part(cover(full), QLineEdit, "passphrase"), PASSPHRASE)
    (paper,) = full.findChildren(PreviewPage)
    assert paper.isVisible()
    assert {"save", "print", "back"} <= commands(full)


def test_the_passphrase_is_proven_without_the_disk(full: MainWindow, vault: StoreVault) -> None:
    idle(full)
    keyfile.beside(vault._path).unlink()
    vault._path.unlink()
    enter(part(cover(full), QLineEdit, "passphrase"), PASSPHRASE)
    assert _field(full).isVisible()


def test_it_stays_covered_while_nobody_comes(full: MainWindow) -> None:
    idle(full)
    first = cover(full)
    idle(full)
    assert cover(full) is first


def test_it_locks_by_itself_as_soon_as_the_disk_takes_the_words(
    qtbot: QtBot, full: MainWindow, disk: Disk, vault: StoreVault
) -> None:
    idle(full)
    disk.is_full = False
    qtbot.waitUntil(lambda: bool(full.findChildren(UnlockPage)))
    assert full.rooms.hand.plans is None
    (page,) = full.findChildren(UnlockPage)
    enter(part(page, QLineEdit, "passphrase"), PASSPHRASE)
    full.activateWindow()
    qtbot.waitUntil(lambda: _field(full).hasFocus())
    assert _field(full).text() == "ほたる橋"


def test_who_is_typing_the_passphrase_is_not_disturbed_by_the_lock(
    qtbot: QtBot, full: MainWindow, disk: Disk
) -> None:
    idle(full)
    typed = part(cover(full), QLineEdit, "passphrase")
    QTest.keyClicks(typed, PASSPHRASE[:5])
    assert full.rooms.hand.plan is not None
    session = full.rooms.hand.plan.session
    disk.is_full = False
    qtbot.waitUntil(lambda: session.is_saved)
    QApplication.processEvents()
    assert typed.isVisible()
    enter(typed, PASSPHRASE[5:])
    assert _field(full).text() == "ほたる橋"


def test_sleep_waits_for_the_cover_and_who_comes_back_is_not_covered_again(
    qtbot: QtBot, full: MainWindow
) -> None:
    watch = full.rooms.safety.auto_lock.watch
    done: list[bool] = []
    watch._slept = True
    full.leave_desk(lambda: done.append(bool(full.findChildren(CoverPage))))
    assert done == [True]
    enter(part(cover(full), QLineEdit, "passphrase"), PASSPHRASE)
    watch.check()
    assert _field(full).isVisible()


def test_who_cannot_lift_the_cover_can_still_save_the_words_elsewhere(
    full: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(part_of_line(full).said))
    idle(full)
    monkeypatch.setattr(FileBox, "folder", staticmethod(lambda *_: tmp_path))
    part(full, QPushButton, "write_spare").click()
    assert len(list(tmp_path.glob("evacplan-*"))) == 1
    assert not_covered(full) == []


def part_of_line(window: MainWindow) -> Unsaved:
    (found,) = window.findChildren(Unsaved)
    return found
