"""After a sitting that broke off the window says what is there; going back and forth loses no word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton

from evacplan.ui.code_page import CodePage
from evacplan.ui.secret_boxes import SecretBox
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, enter, part, type_japanese


@pytest.fixture
def broken(vault: StoreVault) -> str:
    """A plan whose last sitting saved a name and a number and never ended."""
    plans, _code = vault.create(PASSPHRASE)
    plans.code_put_away()
    plan_id = plans.create(a_plan("髙橋 陸", number="AOM-1"))
    plans.close()
    plans = vault.open(PASSPHRASE)
    plans.save_draft(plan_id, a_plan("髙橋 海", number="AOM-2"))
    plans._database.close()  # type: ignore[attr-defined]  # as when the process is killed
    return plan_id


@pytest.fixture
def at_list(window: MainWindow, vault: StoreVault, broken: str) -> MainWindow:
    window.enter(vault.open(PASSPHRASE))
    return window


def click(window: MainWindow, name: str) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    part(window.rooms.screen.news, QPushButton, name).click()


def trigger(window: MainWindow, name: str) -> None:
    found = window.findChild(QAction, name)
    assert found is not None
    found.trigger()


def number(window: MainWindow) -> str:
    assert window.rooms.hand.plan is not None
    return part(window.rooms.hand.plan.page, QLineEdit, "meeting.plan_number").text()


def test_the_list_says_until_when_and_in_how_many_places_something_is_there(at_list: MainWindow) -> None:
    (said,) = at_list.rooms.screen.news.said
    assert "AOM-2　髙橋 海　前回は途中で終わりました。" in said
    assert "までの入力が残っています（2か所）。" in said


def test_the_plan_says_so_too_and_its_paper_does_not(at_list: MainWindow) -> None:
    trigger(at_list, "open")
    assert len(at_list.rooms.screen.news.said) == 1
    at_list.show_paper()
    assert at_list.rooms.screen.news.said == []


def test_going_back_from_the_list_and_forth_again_loses_nothing(
    at_list: MainWindow, vault: StoreVault
) -> None:
    click(at_list, "swap")
    assert "前回開いたときの内容に戻しました。" in at_list.rooms.screen.news.said[0]
    at_list.lock()
    at_list.enter(vault.open(PASSPHRASE))
    assert [line.number for line in at_list.rooms.hand.plans.entries()] == ["AOM-1"]  # type: ignore[union-attr]
    click(at_list, "swap")
    assert [line.number for line in at_list.rooms.hand.plans.entries()] == ["AOM-2"]  # type: ignore[union-attr]
    click(at_list, "keep")
    assert at_list.rooms.screen.news.said == []
    at_list.lock()
    at_list.enter(vault.open(PASSPHRASE))
    assert at_list.rooms.screen.news.said == []


def test_going_back_in_the_open_plan_keeps_what_was_typed_since(at_list: MainWindow) -> None:
    trigger(at_list, "open")
    field = part(at_list, QLineEdit, "meeting.plan_number")
    field.end(False)
    type_japanese(field, "-z")
    click(at_list, "swap")
    assert number(at_list) == "AOM-1"
    click(at_list, "swap")
    assert number(at_list) == "AOM-2-z"


def test_a_locked_window_says_nothing_of_it(at_list: MainWindow) -> None:
    at_list.lock()
    assert at_list.rooms.screen.news.said == []
    assert not at_list.rooms.screen.news.isVisible()


def test_a_sitting_that_was_closed_leaves_nothing_to_say(window: MainWindow, vault: StoreVault) -> None:
    plans, _code = vault.create(PASSPHRASE)
    plans.code_put_away()
    window.enter(plans)
    trigger(window, "new")
    type_japanese(part(window, QLineEdit, "meeting.plan_number"), "AOM-1")
    window.close()
    window.show()
    window.enter(vault.open(PASSPHRASE))
    assert window.rooms.screen.news.said == []


def test_a_code_page_closed_before_the_tick_is_remembered(window: MainWindow, vault: StoreVault) -> None:
    window.show_code(*vault.create(PASSPHRASE))
    assert window.rooms.screen.news.said == []
    window.close()
    window.show()
    window.enter(vault.open(PASSPHRASE))
    (said,) = window.rooms.screen.news.said
    assert said.startswith("復旧シートがまだ紙になっていません。")


def test_a_new_code_that_is_put_away_ends_the_reminder(window: MainWindow, vault: StoreVault) -> None:
    vault.create(PASSPHRASE)[0].close()
    window.enter(vault.open(PASSPHRASE))

    def prove() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, SecretBox)
        enter(part(box, QLineEdit, "old"), PASSPHRASE)

    QTimer.singleShot(0, prove)
    click(window, "new_code")
    (page,) = [found for found in window.findChildren(CodePage) if found.isVisible()]
    part(page, QCheckBox, "put_away").click()
    part(page, QPushButton, "go").click()
    assert window.rooms.screen.news.said == []
    window.lock()
    window.enter(vault.open(PASSPHRASE))
    assert window.rooms.screen.news.said == []


def test_the_reminder_can_wait_until_the_next_opening(window: MainWindow, vault: StoreVault) -> None:
    vault.create(PASSPHRASE)[0].close()
    window.enter(vault.open(PASSPHRASE))
    click(window, "put_off")
    assert window.rooms.screen.news.said == []
    window.lock()
    window.enter(vault.open(PASSPHRASE))
    assert len(window.rooms.screen.news.said) == 1
