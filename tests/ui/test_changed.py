"""Something changed, and a drill: places are walked by keys, and nothing is set before somebody agrees."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.copies import Basis, NewCopy
from evacplan.domain.plan import Plan
from evacplan.form.papers import Paper
from evacplan.services import AppServices
from evacplan.ui.changed import ChangedPage
from evacplan.ui.changed_drill import DrillPage
from evacplan.ui.open_plan import OpenPlan
from evacplan.ui.parts import Sentences
from evacplan.ui.ports import Plans
from evacplan.ui.sides import Side, SidePage
from evacplan.ui.window import MainWindow
from evacplan.ui.wrap import WrapButton
from tests.builders import a_case
from tests.ui.frame import part

DEVICES = "devices.devices"
CORD = "power_sources.extension_cord_w"
BATTERY = "devices.devices.suction.battery_h"
TODAY = date(2026, 11, 21)


class Room:
    """The window with an open plan, and the hands before it."""

    def __init__(self, window: MainWindow, plans: Plans, qtbot: QtBot, plan: Plan) -> None:
        self.window, self.qtbot = window, qtbot
        self.plan_id = plans.create(plan)
        window.enter(plans)
        window.open_plan(self.plan_id)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def open(self) -> OpenPlan:
        found = self.window.rooms.hand.plan
        assert found is not None
        return found

    @property
    def plan(self) -> Plan:
        return self.open.session.plan

    def page(self) -> SidePage:
        found = self.window.rooms.plan.sides._page
        assert found is not None
        return found

    def changed(self) -> ChangedPage:
        """Open the page by its key."""
        self.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        found = self.page()
        assert isinstance(found, ChangedPage)
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        QTest.keyClick(focused or self.window, key, modifier)

    def focused(self) -> str:
        found = QApplication.focusWidget()
        return found.objectName() if found is not None else ""


@pytest.fixture
def room(
    window: MainWindow, plans: Plans, services: AppServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Room:
    monkeypatch.setattr(services, "today", lambda: TODAY)
    return Room(window, plans, qtbot, a_case("case-a"))


def said(page: QWidget) -> str:
    """Everything a person can read on the page."""
    texts = [label.said for label in page.findChildren(Sentences) if label.isVisible()]
    texts += [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(texts)


def begin(room: Room, name: str = "device") -> ChangedPage:
    """Choose what changed, by keys."""
    page = room.changed()
    part(page, WrapButton, f"change:{name}").setFocus()
    room.press(Qt.Key.Key_Return)
    return page


def test_the_page_offers_every_kind_of_change_and_nothing_else(room: Room) -> None:
    page = room.changed()
    kinds = [one.objectName() for one in page.findChildren(WrapButton) if one.isVisible()]
    assert len(kinds) == 7
    room.qtbot.waitUntil(lambda: room.focused() == "change:device")


def test_enter_goes_to_the_place_and_the_key_comes_back_to_it(room: Room) -> None:
    begin(room)
    assert room.focused() == f"stop:{DEVICES}"
    room.press(Qt.Key.Key_Return)
    assert room.window.rooms.plan.sides.at is None
    assert room.open.page.current_section == "devices"
    assert "Ctrl+G" in room.open.page._foot.said()
    room.changed()
    room.qtbot.waitUntil(lambda: room.focused() == f"stop:{DEVICES}")


def test_f6_confirms_what_did_not_change_with_the_person_and_moves_on(room: Room) -> None:
    begin(room)
    part(room.page(), QPushButton, f"stop:{CORD}").setFocus()
    room.press(Qt.Key.Key_F6)
    mark = room.plan.marks[CORD]
    assert (mark.confirmed_by, mark.confirmed_on) == ("相馬 千代", TODAY)
    assert room.focused() == "stop:fallback.bag_trained"
    room.qtbot.waitUntil(lambda: "変わっていません" in said(room.page()))


def test_a_list_is_confirmed_with_every_answer_in_it(room: Room) -> None:
    begin(room)
    room.press(Qt.Key.Key_F6)
    assert room.plan.marks[BATTERY].confirmed_by == "相馬 千代"
    assert room.plan.marks["devices.devices.suction.measured_w"].confirmed_by is None  # 未確認 stays open


def test_nobody_confirms_without_a_name(room: Room) -> None:
    page = begin(room)
    whom = part(page, QLineEdit, "whom")
    whom.clear()
    part(page, QPushButton, f"stop:{CORD}").setFocus()
    room.press(Qt.Key.Key_F6)
    assert CORD not in room.plan.marks
    assert room.focused() == "whom"


def test_another_answer_is_ticked_and_recorded_in_words(room: Room) -> None:
    begin(room)
    room.open.session.set(BATTERY, 2)
    page = room.changed()
    room.qtbot.waitUntil(lambda: "変えました" in said(page))
    record = part(page, QPushButton, "record")
    QTest.mouseClick(record, Qt.MouseButton.LeftButton)
    row = room.plan.review.revisions[-1]
    assert (row.changed_on, row.section, row.changed_by) == ("令和8年11月21日", "医療機器", "相馬 千代")
    assert row.what is not None
    assert row.what.startswith("機器や設定、体重が変わった")
    assert "1.5 時間 → 2 時間" in row.what
    assert not record.isEnabled()


def test_nothing_is_recorded_while_nothing_changed(room: Room) -> None:
    assert not part(begin(room), QPushButton, "record").isEnabled()


def test_the_review_moves_only_when_the_user_agrees(room: Room) -> None:
    page = begin(room, "discharge")
    assert room.plan.review.review_due_on == date(2027, 11, 10)
    QTest.mouseClick(part(page, QPushButton, "set_review"), Qt.MouseButton.LeftButton)
    assert room.plan.review.review_due_on == date(2027, 2, 21)
    assert not part(page, QPushButton, "set_review").isVisible()


def test_whose_copies_grow_old_is_said_before_the_version_is_made(
    room: Room, plans: Plans, services: AppServices
) -> None:
    plans.confirm(room.plan_id, room.plan, "相馬", "")
    pdf = services.render(room.plan, Paper.HOSPITAL, confirmed=True, previous=None)
    plans.record_copies(room.plan_id, 1, [NewCopy("hospital", "青森みなと総合病院", pdf, Basis.OWN)])
    told = said(begin(room))
    assert "控え　1部" in told
    assert "青森みなと総合病院" in told


def test_the_walk_is_forgotten_with_the_plan(room: Room) -> None:
    begin(room)
    plan = room.open
    room.window.show_list()
    assert plan.beside.walk is None


def test_what_a_drill_measured_is_taken_over_by_one_key_and_taken_back_by_undo(room: Room) -> None:
    room.window.show_side(Side.DRILL)
    assert room.plan.triggers.preparation_min == 25
    room.qtbot.waitUntil(lambda: room.focused() == "take:triggers.preparation_min")
    room.press(Qt.Key.Key_Return)
    assert room.plan.triggers.preparation_min == 27
    room.qtbot.waitUntil(lambda: "測った時間は、計画のとおりです" in said(room.page()))
    room.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.plan.triggers.preparation_min == 25


def test_a_shorter_time_is_offered_with_care(room: Room) -> None:
    room.open.session.set("triggers.travel_measured_min", 40)
    room.window.show_side(Side.DRILL)
    room.qtbot.waitUntil(lambda: "計画より短い時間です" in said(room.page()))


def test_problems_that_nobody_has_settled_become_homework(room: Room) -> None:
    path = "review.drills.drill_october.changes"
    room.open.session.set(path, None)
    room.window.show_side(Side.DRILL)
    page = room.page()
    assert isinstance(page, DrillPage)
    part(page, QLineEdit, "whom").setText("工藤")
    QTest.mouseClick(part(page, QPushButton, "ask"), Qt.MouseButton.LeftButton)
    mark = room.plan.marks[path]
    assert (mark.unknown, mark.ask_whom, mark.ask_until) == (True, "工藤", date(2027, 2, 9))


def test_problems_that_were_settled_are_left_alone(room: Room) -> None:
    room.window.show_side(Side.DRILL)
    assert room.page().findChild(QPushButton, "ask") is None


def test_without_a_drill_the_page_leads_to_its_record(
    window: MainWindow, plans: Plans, services: AppServices, qtbot: QtBot
) -> None:
    del services
    room = Room(window, plans, qtbot, a_case("case-b"))
    room.window.show_side(Side.DRILL)
    QTest.mouseClick(part(room.page(), QPushButton, "write"), Qt.MouseButton.LeftButton)
    assert room.open.page.current_section == "review"
