"""The window as a whole, driven by keyboard on a real encrypted store."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.errors import UserError
from evacplan.domain.paths import get
from evacplan.open_plans import OpenPlans
from evacplan.ui.code_page import CodePage
from evacplan.ui.commands import COMMANDS, MENUS, KeysBox
from evacplan.ui.confirm import Confirmation, ConfirmBox, Confirming
from evacplan.ui.errors import ErrorPage, Question
from evacplan.ui.interview import InterviewPage
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.preview import PreviewPage
from evacplan.ui.recover import RecoverPage
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, enter, part, type_japanese

FULL = UserError("保存できませんでした。", why="ディスクの空きが足りません。", do="空きを作ってください。")


@pytest.fixture
def inside(window: MainWindow, vault: StoreVault) -> MainWindow:
    """The window on a store with one plan, at the list."""
    plans, _code = vault.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸", "たかはし りく", "AOM-2026-0017"))
    window.enter(plans)
    return window


@pytest.fixture
def plan_open(qtbot: QtBot, inside: MainWindow) -> MainWindow:
    """The window at the interview of that plan."""
    trigger(inside, "open")
    assert isinstance(page(inside), InterviewPage)
    return inside


def page(window: MainWindow) -> QWidget:
    shown = [
        found
        for kind in (UnlockPage, RecoverPage, CodePage, ErrorPage, PlanListPage, InterviewPage, PreviewPage)
        for found in window.findChildren(kind)
        if found.isVisible()
    ]
    assert len(shown) == 1, shown
    return shown[0]


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None, name
    return found


def trigger(window: MainWindow, name: str) -> None:
    assert action(window, name).isEnabled(), name
    action(window, name).trigger()


def commands(window: MainWindow) -> list[QAction]:
    """What the menus and the page offer now."""
    bar = [action(window, command.name) for command in COMMANDS]
    return [found for found in (*bar, *page(window).actions()) if found.isEnabled() and found.isVisible()]


def number_field(window: MainWindow) -> QLineEdit:
    return part(page(window), QLineEdit, "meeting.plan_number")


def drafts(vault: StoreVault) -> list[str | None]:
    """The numbers of the plans as they are on disk."""
    plans = vault.open(PASSPHRASE)
    found = [plans.draft(line.plan_id).meeting.plan_number for line in plans.entries()]
    plans.close()
    return found


def test_a_plan_is_begun_typed_closed_and_found_again(
    qtbot: QtBot, window: MainWindow, vault: StoreVault
) -> None:
    window.show_unlock()
    first = part(window, QLineEdit, "passphrase")
    enter(first, PASSPHRASE)
    enter(part(window, QLineEdit, "passphrase_again"), PASSPHRASE)
    part(page(window), QCheckBox, "put_away").click()
    part(page(window), QPushButton, "go").click()
    assert isinstance(page(window), PlanListPage)
    trigger(window, "new")
    type_japanese(number_field(window), "AOM-2026-0001")
    window.close()
    assert drafts(vault) == ["AOM-2026-0001"]

    window.show()
    window.show_unlock()
    enter(part(page(window), QLineEdit, "passphrase"), PASSPHRASE)
    enter(part(page(window), QLineEdit, "search"))
    assert number_field(window).text() == "AOM-2026-0001"


def test_the_title_names_the_plan_by_its_number_only(qtbot: QtBot, plan_open: MainWindow) -> None:
    assert plan_open.windowTitle() == "evacplan　計画 AOM-2026-0017"
    number_field(plan_open).clear()
    type_japanese(number_field(plan_open), "X-1")
    qtbot.waitUntil(lambda: plan_open.windowTitle() == "evacplan　計画 X-1")
    trigger(plan_open, "list")
    assert plan_open.windowTitle() == "evacplan"


def test_paper_is_one_key_away_and_escape_leads_back(qtbot: QtBot, plan_open: MainWindow) -> None:
    trigger(plan_open, "paper")
    assert isinstance(page(plan_open), PreviewPage)
    trigger(plan_open, "back")
    assert isinstance(page(plan_open), InterviewPage)


def test_the_edition_last_looked_at_is_shown_again(plan_open: MainWindow) -> None:
    plan_open.show_paper()
    part(plan_open, QTabBar, "editions").setCurrentIndex(2)
    plan_open.show_plan()
    plan_open.show_paper()
    assert part(page(plan_open), QTabBar, "editions").currentIndex() == 2


def test_a_refused_edition_leads_to_the_field_that_cures_it(plan_open: MainWindow) -> None:
    plan_open.show_paper()
    paper = page(plan_open)
    assert isinstance(paper, PreviewPage)
    part(paper, QTabBar, "editions").setCurrentIndex(1)
    paper.place_requested.emit("meeting.consent_create")
    shown = page(plan_open)
    assert isinstance(shown, InterviewPage)
    assert shown.current_place is not None
    assert shown.current_place.path == "meeting.consent_create"


def test_confirming_makes_a_version_and_shows_it(
    plan_open: MainWindow, vault: StoreVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Confirming] = []

    def answer(_parent: object, facts: Confirming) -> Confirmation:
        asked.append(facts)
        return Confirmation("青山 のぞみ", "はじめての版", facts.occasion)

    monkeypatch.setattr(ConfirmBox, "ask", answer)
    trigger(plan_open, "confirm")
    shown = page(plan_open)
    assert isinstance(shown, PreviewPage)
    assert "下書き" not in shown.pages.getAllText(0).text()
    assert (asked[0].number, asked[0].printed_version, asked[0].has_day) == (1, None, False)
    assert asked[0].missing_musts > 0
    plan_open.close()
    plans = vault.open(PASSPHRASE)
    found = plans.confirmed(plans.entries()[0].plan_id)
    plans.close()
    assert found is not None
    assert (found[0], get(found[1], "meeting.plan_version")) == (1, 1)
    assert found[1].meeting.updated_on is not None


def test_the_next_version_bears_the_next_number_on_paper_without_a_word(
    plan_open: MainWindow, vault: StoreVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ConfirmBox, "ask", lambda _, facts: Confirmation("青山", "", facts.occasion))
    trigger(plan_open, "confirm")
    trigger(plan_open, "back")
    type_japanese(number_field(plan_open), "-b")
    trigger(plan_open, "confirm")
    plan_open.close()
    plans = vault.open(PASSPHRASE)
    found = plans.confirmed(plans.entries()[0].plan_id)
    plans.close()
    assert found is not None
    assert (found[0], found[1].meeting.plan_version) == (2, 2)


def test_not_confirming_changes_nothing(plan_open: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ConfirmBox, "ask", lambda *_: None)
    trigger(plan_open, "confirm")
    assert isinstance(page(plan_open), InterviewPage)


def test_locking_saves_and_asks_for_the_passphrase_again(plan_open: MainWindow, vault: StoreVault) -> None:
    type_japanese(number_field(plan_open), "-b")
    trigger(plan_open, "lock")
    assert isinstance(page(plan_open), UnlockPage)
    assert plan_open.windowTitle() == "evacplan"
    assert drafts(vault) == ["AOM-2026-0017-b"]


def test_minimising_saves_what_was_typed(plan_open: MainWindow, vault: StoreVault) -> None:
    type_japanese(number_field(plan_open), "-m")
    plan_open.showMinimized()
    assert saved_number(plan_open) == "AOM-2026-0017-m"


def saved_number(window: MainWindow) -> str | None:
    """The number as it is in the open store, not in the window."""
    plans = window.rooms.hand.plans
    assert isinstance(plans, OpenPlans)
    return plans.draft(plans.entries()[0].plan_id).meeting.plan_number


def test_closing_asks_before_an_unsaved_change_is_lost(
    plan_open: MainWindow, vault: StoreVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FULL

    answers = [2, 1]
    monkeypatch.setattr(Question, "ask", lambda *_a, **_k: answers.pop(0))
    with monkeypatch.context() as broken:
        broken.setattr(OpenPlans, "save_draft", full)
        type_japanese(number_field(plan_open), "-x")
        assert not plan_open.close()
        assert plan_open.isVisible()
        assert number_field(plan_open).text() == "AOM-2026-0017-x"
        assert plan_open.close()
    assert answers == []
    assert drafts(vault) == ["AOM-2026-0017"]


def test_rescuing_on_a_full_disk_says_so_and_does_not_fail(
    plan_open: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FULL

    type_japanese(number_field(plan_open), "-r")
    with monkeypatch.context() as broken:
        broken.setattr(OpenPlans, "save_draft", full)
        assert not plan_open.rescue()
    assert plan_open.rescue()


def test_a_store_that_cannot_be_opened_gets_a_page_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    window.rooms.door.entrance.fail(FULL)
    failure = page(window)
    assert isinstance(failure, ErrorPage)
    with qtbot.waitSignal(failure.retry_requested):
        failure.retry_requested.emit()
    assert isinstance(page(window), UnlockPage)


def test_only_the_commands_of_the_page_work(inside: MainWindow) -> None:
    assert action(inside, "new").isEnabled()
    assert not action(inside, "paper").isEnabled()
    trigger(inside, "open")
    assert not action(inside, "new").isEnabled()
    trigger(inside, "lock")
    assert not action(inside, "lock").isEnabled()


def test_no_two_commands_of_a_page_share_a_key(plan_open: MainWindow) -> None:
    for go in (plan_open.show_plan, plan_open.show_paper, plan_open.show_list, plan_open.show_unlock):
        go()
        keys = [key.toString() for found in commands(plan_open) for key in found.shortcuts()]
        assert sorted(keys) == sorted(set(keys))


def test_every_menu_key_is_given_once(window: MainWindow) -> None:
    for name in MENUS:
        letters = [command.words[-2] for command in COMMANDS if command.menu == name]
        places = [command.at for command in COMMANDS if command.menu == name]
        clashes = [
            (one, other)
            for one in range(len(letters))
            for other in range(one)
            if letters[one] == letters[other] and places[one] & places[other]
        ]
        assert not clashes, (name, clashes)


def test_every_command_says_what_it_does(plan_open: MainWindow) -> None:
    for found in commands(plan_open):
        assert found.text() or found.isSeparator(), found.objectName()


def test_the_help_lists_the_keys_of_the_interview_too(
    plan_open: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[list[tuple[str, str]]] = []
    monkeypatch.setattr(KeysBox, "tell", lambda _parent, keys: told.append(keys))
    plan_open.show_paper()
    trigger(plan_open, "keys")
    plan_open.show_plan()
    trigger(plan_open, "keys")
    assert ("記入に戻る", "Esc") in told[0]
    assert ("次の未記入へ", "F8") in told[1]
    assert ("Enter", "入力を決めて次の欄へ") in [(key, words) for words, key in told[1]]


def test_the_window_fits_a_small_screen_on_every_page(plan_open: MainWindow) -> None:
    for go in (plan_open.show_plan, plan_open.show_paper, plan_open.show_list, plan_open.show_unlock):
        go()
        plan_open.resize(1280, 720)
        assert plan_open.width() <= 1280
        assert plan_open.height() <= 720


@pytest.mark.parametrize("zoom", [75, 150, 200])
def test_the_frame_fits_a_small_screen_at_any_size_of_text(plan_open: MainWindow, zoom: int) -> None:
    plan_open.look.zoom(zoom)
    try:
        for go in (plan_open.show_paper, plan_open.show_list, plan_open.show_unlock):
            go()
            plan_open.resize(1280, 720)
            assert (plan_open.width(), plan_open.height()) <= (1280, 720)
    finally:
        plan_open.look.zoom(100)


def test_going_through_the_pages_leaves_none_behind(qtbot: QtBot, inside: MainWindow) -> None:
    for _ in range(3):
        trigger(inside, "open")
        inside.show_paper()
        inside.show_list()
    qtbot.waitUntil(lambda: len(inside.findChildren(InterviewPage)) == 0)
    assert len(inside.findChildren(PreviewPage)) == 0
    assert len(inside.findChildren(PlanListPage)) == 1
