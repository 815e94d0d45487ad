"""Homework over all plans: the first page when something is pressing, and the way to each field."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from evacplan.domain.plan import Mark, Plan
from evacplan.services import AppServices
from evacplan.ui.agenda import AgendaPage
from evacplan.ui.interview import InterviewPage
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.ports import Plans
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, part, type_japanese


def homework(name: str, path: str, whom: str | None, until: date | None) -> Plan:
    marks = {path: Mark(unknown=True, ask_whom=whom, ask_until=until)}
    return a_plan(name, "", name).model_copy(update={"marks": marks})


@pytest.fixture
def plans(vault: StoreVault, services: AppServices) -> Plans:
    opened, _code = vault.create(PASSPHRASE)
    today = services.today()
    opened.create(homework("髙橋 陸", "home.living_floor", None, None))
    opened.create(homework("佐藤 灯", "child.weight_kg", "母", today + timedelta(days=40)))
    opened.create(homework("木村 葵", "oxygen.time_without_oxygen", "成田医師", today - timedelta(days=1)))
    return opened


def page_of(window: MainWindow) -> AgendaPage:
    (found,) = (page for page in window.findChildren(AgendaPage) if page.isVisible())
    return found


def cells(window: MainWindow, column: int) -> list[str]:
    model = part(page_of(window), QTableView, "duties").model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_what_is_late_is_the_first_page_and_stands_first(window: MainWindow, plans: Plans) -> None:
    window.enter(plans)
    assert cells(window, 3) == ["木村 葵", "佐藤 灯", "髙橋 陸"]
    assert cells(window, 1) == ["成田医師", "母", "未定"]
    assert cells(window, 0)[0].endswith("過ぎました")
    assert cells(window, 0)[2] == "期限なし"


def test_without_anything_pressing_the_list_comes_first(window: MainWindow, vault: StoreVault) -> None:
    opened, _code = vault.create(PASSPHRASE)
    opened.create(homework("髙橋 陸", "home.living_floor", "母", None))
    window.enter(opened)
    assert window.findChild(AgendaPage) is None
    assert window.findChild(PlanListPage) is not None


def test_enter_leads_to_the_field_itself(qtbot: QtBot, window: MainWindow, plans: Plans) -> None:
    window.enter(plans)
    field = part(page_of(window), QLineEdit, "search")
    qtbot.waitUntil(field.hasFocus)
    type_japanese(field, "母")
    assert cells(window, 3) == ["佐藤 灯"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    interview = window.findChild(InterviewPage)
    assert interview is not None
    assert interview.current_place is not None
    assert interview.current_place.path == "child.weight_kg"


def test_the_row_a_field_belongs_to_is_named(window: MainWindow, vault: StoreVault) -> None:
    opened, _code = vault.create(PASSPHRASE)
    device = {"key": "r1", "nickname": "吸引器"}
    marks = {"devices.devices.r1.battery_h": Mark(unknown=True, ask_until=date(2026, 1, 9))}
    opened.create(Plan.model_validate({"devices": {"devices": [device]}, "marks": marks}))
    window.enter(opened)
    assert cells(window, 2) == ["医療機器 › 機器 › 吸引器 › 内蔵電池の持続時間"]


def test_an_overdue_review_is_pressing_too(
    window: MainWindow, vault: StoreVault, services: AppServices
) -> None:
    opened, _code = vault.create(PASSPHRASE)
    plan = a_plan("髙橋 陸")
    due = plan.review.model_copy(update={"review_due_on": services.today() - timedelta(days=3)})
    opened.create(plan.model_copy(update={"review": due}))
    window.enter(opened)
    assert cells(window, 2) == ["計画の見直し"]


def test_esc_leads_to_the_list_and_a_key_back(qtbot: QtBot, window: MainWindow, plans: Plans) -> None:
    window.enter(plans)
    field = part(page_of(window), QLineEdit, "search")
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    listed = window.findChild(PlanListPage)
    assert listed is not None
    qtbot.waitUntil(listed.isVisible)
    QTest.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert page_of(window).isVisible()
