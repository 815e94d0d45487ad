"""The page that copies from another plan: by keys, in a real window on a real store."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.form.spec import Form
from evacplan.services import AppServices
from evacplan.ui.copy_page import CopyPage
from evacplan.ui.ports import Plans
from evacplan.ui.window import MainWindow
from tests.builders import a_case, a_plan
from tests.ui.frame import part, type_japanese

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def own(plans: Plans) -> str:
    """The plan that is open; another one, case A, is in the store."""
    plans.create(a_case("case-a"))
    return plans.create(a_plan(child={"name": "髙橋 陸", "phone_home": "0172-00-0001"}))


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, plans: Plans, own: str, services: AppServices) -> CopyPage:
    assert services.form.copying
    window.enter(plans)
    window.open_plan(own)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.rooms.hand.plan is not None
    QTest.keyClick(window.rooms.hand.plan.page, Qt.Key.Key_C, CTRL_SHIFT)
    (found,) = (each for each in window.findChildren(CopyPage) if each.isVisible())
    return found


def tick(page: CopyPage, group: str) -> None:
    QTest.keyClick(part(page, QCheckBox, f"group:{group}"), Qt.Key.Key_Space)


def pick(page: CopyPage) -> None:
    plans = part(page, QListWidget, "plans")
    QTest.keyClick(plans, Qt.Key.Key_Down)
    QTest.keyClick(plans, Qt.Key.Key_Home)


def test_the_open_plan_is_not_among_those_to_copy_from(page: CopyPage) -> None:
    names = part(page, QListWidget, "plans")
    assert [names.item(row).text().partition("　")[0] for row in range(names.count())] == ["髙橋 凜々花"]


def test_what_would_be_filled_is_shown_before_anything_is(page: CopyPage, plans: Plans, own: str) -> None:
    before = plans.draft(own)
    assert not part(page, QPushButton, "copy").isEnabled()
    pick(page)
    tick(page, "household")
    assert "家族：6件" in page._told.said
    assert "家の電話" not in page._told.said
    assert plans.draft(own) == before


def test_copying_fills_the_plan_in_one_step_and_leaves_the_rest(page: CopyPage, window: MainWindow) -> None:
    assert window.rooms.hand.plan is not None
    session = window.rooms.hand.plan.session
    before = session.plan
    pick(page)
    tick(page, "household")
    tick(page, "supporters")
    QTest.keyClick(part(page, QPushButton, "copy"), Qt.Key.Key_Space)
    assert len(session.plan.child.household) == len(a_case("case-a").child.household)
    assert session.plan.child.phone_home == "0172-00-0001"
    assert session.plan.child.name == "髙橋 陸"
    assert all(each.consent_on is None for each in session.plan.supporters.supporters)
    assert "写しました" in page._told.said
    session.undo()
    assert session.plan == before


def test_a_second_time_there_is_nothing_left_to_copy(page: CopyPage) -> None:
    pick(page)
    tick(page, "hospital")
    go = part(page, QPushButton, "copy")
    QTest.keyClick(go, Qt.Key.Key_Space)
    assert not go.isEnabled()
    tick(page, "hospital")
    tick(page, "hospital")
    assert "写せるものがありません" in page._told.said


def test_plans_are_found_by_name(page: CopyPage, plans: Plans) -> None:
    plans.create(a_plan(child={"name": "木村 葵"}))
    type_japanese(page._search, "木村")
    names = part(page, QListWidget, "plans")
    assert [names.item(row).text() for row in range(names.count())] == ["木村 葵"]


def test_escape_leads_back_and_the_other_plan_is_forgotten(page: CopyPage, window: MainWindow) -> None:
    pick(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.rooms.hand.plan is not None
    assert window.rooms.hand.plan.page.isVisible()
    assert page._source is None


def test_no_group_copies_what_belongs_to_one_child(form: Form) -> None:
    places = {place for group in form.copying for place in group.places}
    assert not places & {"child", "child.name", "care", "devices", "meeting", "review", "destination"}
