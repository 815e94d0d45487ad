"""Words that the store does not take: told beside the work, and led out of the window to another place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.open_plans import OpenPlans
from evacplan.store import restore
from evacplan.store.errors import FULL
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Question
from evacplan.ui.unsaved import Unsaved
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, part, type_japanese

pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is chosen for the copy."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(FileBox, "folder", staticmethod(lambda *_: folder))
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The buttons of each question; the first one is pressed."""
    found: list[tuple[str, ...]] = []

    def ask(*_: object, buttons: tuple[str, ...], **_words: object) -> int:
        found.append(buttons)
        return 0

    monkeypatch.setattr(Question, "ask", staticmethod(ask))
    return found


@pytest.fixture
def full(qtbot: QtBot, window: MainWindow, vault: StoreVault, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window with a word that the disk did not take; the cursor is where it was typed."""
    plans, _code = vault.create(PASSPHRASE)
    window.enter(plans)
    window.open_plan(plans.create(a_plan("髙橋 陸")))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.rooms.hand.plan is not None
    window.rooms.hand.plan.page.autosave._delay_ms = 0
    window.rooms.hand.plan.page.go_to("meeting.author_org")
    qtbot.waitUntil(lambda: _field(window).hasFocus())
    _fill_the_disk(monkeypatch)
    # When the test is over the window is closed as it is.
    monkeypatch.setattr(Question, "ask", staticmethod(lambda *_, **__: 1))
    type_japanese(_field(window), "ほたる橋")
    qtbot.waitUntil(lambda: bool(line(window).said))
    return window


def _field(window: MainWindow) -> QLineEdit:
    return part(window, QLineEdit, "meeting.author_org")


def _fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise FULL.error("保存できませんでした。")

    monkeypatch.setattr(OpenPlans, "save_draft", refuse)


def line(window: MainWindow) -> Unsaved:
    (found,) = window.findChildren(Unsaved)
    return found


def kept_in(folder: Path) -> str | None:
    """What the copy in a folder holds of the word."""
    (copy,) = folder.iterdir()
    found = restore.look(copy, Secret.of_passphrase(PASSPHRASE))
    store = PlanStore(found.database)
    text = store.draft(store.entries()[0].plan_id).meeting.author_org
    found.close()
    return text


def test_it_says_since_when_and_why_and_what_to_do_and_leaves_the_cursor(
    qtbot: QtBot, full: MainWindow
) -> None:
    said = line(full).said
    assert "から、保存できていません。ディスクの空きが足りません。" in said
    assert "このまま書き続けられます。保存できるようになると、ひとりでに保存します。" in said
    assert "髙橋" not in said
    field = _field(full)
    assert QApplication.focusWidget() is field
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())


def test_it_goes_once_all_is_saved_by_itself(
    qtbot: QtBot, full: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    qtbot.waitUntil(lambda: line(full).said == "")
    assert full.rooms.hand.plan is not None
    assert full.rooms.hand.plan.session.is_saved


def test_the_words_are_written_to_another_place(full: MainWindow, stick: Path) -> None:
    part(full, QPushButton, "write_spare").click()
    assert kept_in(stick) == "ほたる橋"
    assert "このあとの入力は、まだどこにも保存できていません。" in line(full).said
    (copy,) = stick.iterdir()
    assert "ほたる橋".encode() not in copy.read_bytes()
    assert full.rooms.hand.plans is not None
    last = full.rooms.hand.plans.ledger()[-1]
    assert (last.kind, last.detail) == ("spare_written", copy.name)


def _close(window: MainWindow) -> None:
    window.close()


def _list(window: MainWindow) -> None:
    window.show_list()


@pytest.mark.parametrize("leave", [_close, _list])
def test_who_leaves_is_offered_a_copy_first(
    full: MainWindow, stick: Path, asked: list[tuple[str, ...]], leave: Callable[[MainWindow], None]
) -> None:
    leave(full)
    assert len(asked) == 1
    assert asked[0][0].startswith("別の場所に控えを書いてから進む")
    assert kept_in(stick) == "ほたる橋"
    assert full.rooms.hand.plan is None


def test_who_then_chooses_no_folder_stays(
    full: MainWindow, asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileBox, "folder", staticmethod(lambda *_: None))
    assert not full.close()
    assert full.rooms.hand.plan is not None
