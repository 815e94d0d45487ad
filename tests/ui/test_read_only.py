"""A window that may only read: everything can be seen and printed, nothing entered, until it may write."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.domain import document
from evacplan.domain.errors import UserError
from evacplan.domain.plan import Plan
from evacplan.form.papers import Paper
from evacplan.system.paths import shipped_paths
from evacplan.ui.cards import Card
from evacplan.ui.commands import CHANGING
from evacplan.ui.errors import ErrorBox
from evacplan.ui.interview import InterviewPage
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.ports import Plans
from evacplan.ui.preview import PreviewPage
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, enter, part, type_japanese


@pytest.fixture
def sample() -> Plan:
    return document.loads(next(shipped_paths().samples.glob("case-a*.json")).read_bytes())


@pytest.fixture
def first(vault: StoreVault, sample: Plan) -> Iterator[Plans]:
    """A copy of the app that has the store open, with one confirmed plan."""
    plans, _code = vault.create(PASSPHRASE)
    plans.code_put_away()
    plan_id = plans.create(sample)
    plans.confirm(plan_id, sample, "佐藤", "")
    yield plans
    plans.close()


@pytest.fixture
def reading(window: MainWindow, first: Plans) -> MainWindow:
    """The window of a second copy at its list."""
    window.show_unlock()
    enter(part(window, QLineEdit, "passphrase"), PASSPHRASE)
    return window


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[UserError]:
    """The errors that are shown."""
    found: list[UserError] = []
    monkeypatch.setattr(ErrorBox, "tell", lambda _parent, error: found.append(error))
    return found


def interview(window: MainWindow) -> InterviewPage:
    if window.rooms.hand.plan is None:
        action(window, "open").trigger()
    assert window.rooms.hand.plan is not None
    return window.rooms.hand.plan.page


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None
    return found


def is_shown(window: MainWindow, kind: type[PlanListPage | UnlockPage]) -> bool:
    return any(page.isVisible() for page in window.findChildren(kind))


def test_every_page_says_that_it_is_read_only_and_who_has_the_store(reading: MainWindow) -> None:
    interview(reading)
    at_plan = reading.rooms.screen.news.said
    reading.show_paper()
    at_paper = reading.rooms.screen.news.said
    reading.show_list()
    for said in (at_plan, at_paper, reading.rooms.screen.news.said):
        assert len(said) == 1
        assert "読むだけで開いています。このパソコンの別の画面で" in said[0]
        assert reading.rooms.screen.news.isVisible()


def test_who_has_it_on_another_machine_is_named(window: MainWindow, vault: StoreVault, first: Plans) -> None:
    words = vault._path.with_name(f"{vault._path.name}-holder")
    said = json.loads(words.read_text()) | {"machine": "SOUDAN-2", "user": "sato"}
    words.write_text(json.dumps(said))
    window.enter(vault.open(PASSPHRASE))
    assert "パソコン「SOUDAN-2」の sato さんが、" in window.rooms.screen.news.said[0]
    words.unlink(missing_ok=True)


def test_no_field_of_any_section_takes_anything(reading: MainWindow, sample: Plan) -> None:
    page = interview(reading)
    for name in page._pages.names[:-1]:
        page.open_section(name)
        body = page._pages.section_page().block  # type: ignore[union-attr]  # every section has one
        for card in body.findChildren(Card):
            if not card.isChecked():
                card.click()
        for line in body.findChildren(QLineEdit):
            assert line.isReadOnly(), line.objectName()
            type_japanese(line, "別")
            QTest.keyClick(line, Qt.Key.Key_Delete)
        for text in body.findChildren(QPlainTextEdit):
            assert text.isReadOnly(), text.objectName()
        for box in body.findChildren(QComboBox):
            assert box.isEditable() or not box.isEnabled(), box.objectName()
    assert page._session.plan == sample


def test_buttons_that_would_change_something_change_nothing(
    qtbot: QtBot, reading: MainWindow, sample: Plan, told: list[UserError]
) -> None:
    page = interview(reading)
    for name in page._pages.names[:-1]:
        page.open_section(name)
        body = page._pages.section_page().block  # type: ignore[union-attr]  # every section has one
        enabled = [each for each in body.findChildren(QAbstractButton) if each.isEnabled()]
        answers = [each for each in enabled if not isinstance(each, Card) and each.isCheckable()]
        assert [each.objectName() for each in answers if each.objectName().startswith(name)] == []
    assert page._session.plan == sample


def test_keys_that_answer_and_commands_that_change_are_off(reading: MainWindow) -> None:
    from evacplan.ui import keys  # noqa: PLC0415  (beside what it is about)

    for name in CHANGING:
        assert not action(reading, name).isEnabled(), name
    page = interview(reading)
    assert not any(page._actions[name].isEnabled() for name in keys.CHANGING)
    assert page._actions["next_section"].isEnabled()


def test_the_list_offers_only_what_reads(reading: MainWindow) -> None:
    (page,) = [found for found in reading.findChildren(PlanListPage) if found.isVisible()]
    shown = {found.objectName() for found in page.findChildren(QPushButton) if found.isVisible()}
    assert "open" in shown
    assert not shown & set(CHANGING)


def test_a_change_by_any_other_way_is_refused_in_words(reading: MainWindow, sample: Plan) -> None:
    session = interview(reading)._session
    with pytest.raises(UserError, match="読むだけ"):
        session.set("child.name", "別人")
    assert session.plan == sample
    assert session.is_saved


def test_a_confirmed_version_is_printed_without_a_number_and_without_a_record(
    reading: MainWindow, first: Plans, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    interview(reading)
    reading.show_paper()
    (preview,) = reading.findChildren(PreviewPage)
    assert preview.paper is Paper.FAMILY
    assert preview.pages.pageCount() > 0
    assert first.issues(first.entries()[0].plan_id) == ()


def test_editing_waits_for_the_other_copy_and_then_begins_where_one_was(
    qtbot: QtBot, reading: MainWindow, first: Plans, told: list[UserError]
) -> None:
    page = interview(reading)
    page.go_to("child.name")
    part(reading, QPushButton, "edit").click()
    assert [error.what for error in told] == ["まだ、別の画面で開いています。"]
    first.close()
    part(reading, QPushButton, "edit").click()
    assert is_shown(reading, UnlockPage)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    enter(part(reading, QLineEdit, "passphrase"), PASSPHRASE)
    assert reading.rooms.hand.plan is not None
    assert reading.rooms.screen.news.said == []
    assert action(reading, "confirm").isEnabled()
    field = part(reading.rooms.hand.plan.page, QLineEdit, "child.name")
    assert not field.isReadOnly()
    field.end(False)
    type_japanese(field, "改")
    assert reading.rooms.hand.plan.session.plan.child.name is not None
    assert reading.rooms.hand.plan.session.plan.child.name.endswith("改")


def test_reading_writes_no_file_of_the_plan(reading: MainWindow, vault: StoreVault) -> None:
    before = vault._path.read_bytes()
    interview(reading)
    reading.show_paper()
    reading.close()
    assert vault._path.read_bytes() == before
