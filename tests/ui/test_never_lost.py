"""Whenever somebody may leave the window, what was typed is on the disk; a window that is left has no key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from evacplan.open_plans import OpenPlans
from evacplan.ui.autosave import DELAY_MS
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, part, type_japanese


@pytest.fixture
def typing(qtbot: QtBot, window: MainWindow, vault: StoreVault) -> MainWindow:
    """The window after a word that only its memory holds; the timer of saving is far away."""
    plans, _code = vault.create(PASSPHRASE)
    window.enter(plans)
    window.open_plan(plans.create(a_plan("髙橋 陸")))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.rooms.hand.plan is not None
    window.rooms.hand.plan.page.autosave._delay_ms = 600_000
    type_japanese(part(window, QLineEdit, "meeting.plan_number"), "AOM-9")
    assert on_disk(vault) == [""]
    return window


def on_disk(vault: StoreVault) -> list[str]:
    """The plan numbers that another copy of the app reads."""
    reader = vault.open(PASSPHRASE)
    found = [line.number for line in reader.entries()]
    reader.close()
    return found


def another_section(window: MainWindow, _qtbot: QtBot) -> None:
    assert window.rooms.hand.plan is not None
    window.rooms.hand.plan.page.next_section()


def another_window(window: MainWindow, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())


def minimise(window: MainWindow, _qtbot: QtBot) -> None:
    window.showMinimized()


def sleep(window: MainWindow, _qtbot: QtBot) -> None:
    window.leave_desk(lambda: None)


def end_of_session(window: MainWindow, _qtbot: QtBot) -> None:
    window.end()


def close(window: MainWindow, _qtbot: QtBot) -> None:
    window.close()


@pytest.mark.parametrize(
    "leave",
    [another_section, another_window, minimise, sleep, end_of_session, close],
    ids=lambda act: act.__name__,
)
def test_what_was_typed_is_on_the_disk(
    qtbot: QtBot, typing: MainWindow, vault: StoreVault, leave: Callable[[MainWindow, QtBot], None]
) -> None:
    leave(typing, qtbot)
    assert on_disk(vault) == ["AOM-9"]


def test_without_any_of_them_it_is_there_within_half_a_second(
    qtbot: QtBot, window: MainWindow, vault: StoreVault
) -> None:
    plans, _code = vault.create(PASSPHRASE)
    window.enter(plans)
    window.open_plan(plans.create(a_plan()))
    assert window.rooms.hand.plan is not None
    assert window.rooms.hand.plan.page.autosave._delay_ms == DELAY_MS < 500
    with qtbot.waitSignal(window.rooms.hand.plan.page.autosave.saved):
        type_japanese(part(window, QLineEdit, "meeting.plan_number"), "AOM-9")
    assert on_disk(vault) == ["AOM-9"]


@pytest.mark.parametrize("leave", [sleep, end_of_session, close], ids=lambda act: act.__name__)
def test_a_window_that_is_left_holds_no_key(
    qtbot: QtBot, typing: MainWindow, leave: Callable[[MainWindow, QtBot], None]
) -> None:
    plans = typing.rooms.hand.plans
    assert isinstance(plans, OpenPlans)
    secret = plans._database.key._secret
    assert any(secret)
    leave(typing, qtbot)
    assert not any(secret)
    assert typing.rooms.hand.plans is None
