"""The rehearsal at the table, by keys: circumstances, steps, places, and homework that loses no answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.findings import findings
from evacplan.services import AppServices
from evacplan.ui.dialogs import FileBox
from evacplan.ui.ports import Plans
from evacplan.ui.print_box import PrintBox
from evacplan.ui.printing import PrintSetup, a4_printer
from evacplan.ui.rehearsal import RehearsalPage
from evacplan.ui.sides import Side
from evacplan.ui.window import MainWindow
from evacplan.ui.wrap import WrapButton
from tests.builders import a_case
from tests.pdf.paper import squeezed
from tests.ui.frame import part
from tests.ui.test_changed import TODAY, Room, said

KEY = "destination.places.place_fukushi_centre.key_holder"
BAG = "break:bag_few:fallback.bag_trained"


@pytest.fixture
def room(
    window: MainWindow, plans: Plans, services: AppServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Room:
    monkeypatch.setattr(services, "today", lambda: TODAY)
    return Room(window, plans, qtbot, a_case("case-b"))


def open_page(room: Room) -> RehearsalPage:
    """By its key."""
    room.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    found = room.page()
    assert isinstance(found, RehearsalPage)
    return found


def line(page: RehearsalPage, name: str) -> WrapButton:
    """The line of a break; lines that were shown before may still wait to be deleted."""
    return next(one for one in page._breaks if one.objectName() == name)


def tick(page: RehearsalPage, name: str) -> None:
    """Choose a box by Space."""
    QTest.keyClick(part(page, QCheckBox, name), Qt.Key.Key_Space)


def test_every_circumstance_is_picked_by_keys_and_the_steps_follow(room: Room) -> None:
    page = open_page(room)
    room.qtbot.waitUntil(lambda: room.focused() == "hour")
    assert "町貸与の発電機を動かせる人が、いません" not in said(page)
    for name in ("snow", "phones", "car", "away:@grandfather", "closed:route_fukushi_centre"):
        tick(page, name)
    QTest.keyClick(part(page, QComboBox, "hour"), Qt.Key.Key_Down)
    now = room.open.beside.situation
    assert (now.heavy_snow, now.phones_dead, now.car_away) == (True, True, True)
    assert (set(now.away), set(now.closed)) == ({"@grandfather"}, {"route_fukushi_centre"})
    assert now.starts_at == 7 * 60
    names = [one.objectName() for one in page._breaks]
    assert "break:no_operator_there:power_sources.generators.town_generator.operators" in names
    assert "break:no_way_left:destination.routes" in names


def test_a_ticked_box_says_so_without_colour(room: Room) -> None:
    page = open_page(room)
    tick(page, "snow")
    assert part(page, QCheckBox, "snow").text() == "✓ 大雪"


def test_a_break_leads_to_its_field_and_the_key_comes_back_to_the_circumstances(room: Room) -> None:
    page = open_page(room)
    tick(page, "phones")
    line(page, BAG).setFocus()
    room.press(Qt.Key.Key_Return)
    assert room.open.page.current_section == "fallback"
    assert "Ctrl+T" in room.open.page._foot.said()
    assert part(open_page(room), QCheckBox, "phones").isChecked()


def test_f4_makes_an_empty_field_homework_for_somebody_by_a_day(room: Room) -> None:
    page = open_page(room)
    part(page, QLineEdit, "whom").setText("福士")
    line(page, f"break:key_unknown:{KEY}").setFocus()
    room.press(Qt.Key.Key_F4)
    mark = room.plan.marks[KEY]
    assert (mark.unknown, mark.ask_whom, mark.ask_until) == (True, "福士", date(2026, 12, 17))
    assert room.focused() == f"break:key_unknown:{KEY}"
    room.qtbot.waitUntil(lambda: page.findChild(QPushButton, f"ask:key_unknown:{KEY}") is None)


def test_a_break_at_an_answer_is_noted_among_the_drills_and_the_answer_stays(room: Room) -> None:
    before = room.plan.fallback.bag_trained
    page = open_page(room)
    part(page, QLineEdit, "whom").setText("母")
    line(page, BAG).setFocus()
    room.press(Qt.Key.Key_F4)
    assert room.plan.fallback.bag_trained == before
    row = room.plan.review.drills[-1]
    assert row.scenario == "机上訓練（令和8年11月21日）02:00の停電"
    assert row.problems is not None
    assert "蘇生バッグを使える人は" in row.problems
    mark = room.plan.marks[f"review.drills.{row.key}.changes"]
    assert (mark.unknown, mark.ask_whom) == (True, "母")


def test_two_breaks_of_the_same_circumstances_share_a_row_and_none_stands_twice(room: Room) -> None:
    page = open_page(room)
    for name in (BAG, "break:too_few_for_trip:fallback.bag_trained", BAG):
        line(page, name).setFocus()
        room.press(Qt.Key.Key_F4)
    rows = [row for row in room.plan.review.drills if row.scenario and row.scenario.startswith("机上訓練")]
    assert len(rows) == 1
    assert len((rows[0].problems or "").splitlines()) == 2


def test_a_rehearsal_at_the_table_does_not_count_as_a_drill(room: Room) -> None:
    page = open_page(room)
    line(page, BAG).setFocus()
    room.press(Qt.Key.Key_F4)
    assert "no_drill" in {one.code for one in findings(room.plan, TODAY)}


def test_a_day_that_is_none_is_said_at_the_field_and_nothing_is_noted(room: Room) -> None:
    page = open_page(room)
    part(page, QLineEdit, "until").setText("そのうち")
    line(page, f"break:key_unknown:{KEY}").setFocus()
    room.press(Qt.Key.Key_F4)
    assert KEY not in room.plan.marks
    assert room.focused() == "until"


def test_homework_is_taken_back_by_undo(room: Room) -> None:
    page = open_page(room)
    line(page, f"break:key_unknown:{KEY}").setFocus()
    room.press(Qt.Key.Key_F4)
    room.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert KEY not in room.plan.marks


def test_leaving_the_page_leaves_no_name_on_it(room: Room) -> None:
    page = open_page(room)
    names = [box.text() for box in page.findChildren(QCheckBox)]
    boxes = page.findChildren(QCheckBox)
    room.window.show_plan()
    assert any(names)
    assert not any(box.text() or box.accessibleName() for box in boxes)
    assert not page._breaks


def test_at_double_size_the_break_with_the_cursor_is_in_sight(room: Room) -> None:
    room.window.look.zoom(200)
    try:
        page = open_page(room)
        found = line(page, f"break:key_unknown:{KEY}")
        found.setFocus()
        room.qtbot.waitUntil(lambda: not found.visibleRegion().isEmpty())
    finally:
        room.window.look.zoom(100)
    assert room.window.rooms.plan.sides.at is Side.REHEARSAL


def test_a_plan_that_others_have_open_can_be_rehearsed_but_not_changed(room: Room) -> None:
    room.open.session.reads_only = True
    page = open_page(room)
    assert not any(one.objectName().startswith("ask:") for one in page.findChildren(QPushButton))
    line(page, BAG).setFocus()
    room.press(Qt.Key.Key_F4)
    assert len(room.plan.review.drills) == 1


def by_button(room: Room, page: RehearsalPage, name: str, done: str) -> None:
    """Press a button of the head by Enter, until the page says that it is done."""
    part(page, QPushButton, name).setFocus()
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: done in said(page))


def test_the_rehearsal_is_saved_as_it_stands_with_its_homework(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []

    def save(_parent: QWidget, _title: str, name: str, _kinds: str) -> Path:
        names.append(name)
        return tmp_path / name

    monkeypatch.setattr(FileBox, "save", staticmethod(save))
    page = open_page(room)
    tick(page, "snow")
    part(page, QLineEdit, "whom").setText("福士")
    for name in (f"break:key_unknown:{KEY}", BAG):
        line(page, name).setFocus()
        room.press(Qt.Key.Key_F4)
    by_button(room, page, "save_rehearsal", "保存しました")
    assert names == ["NTG-2026-0003_机上訓練の記録_20261121.pdf"]
    text = squeezed("".join(each.extract_text() for each in PdfReader(tmp_path / names[0]).pages))
    assert "02:00の停電・大雪" in text
    assert text.count("だれが：福士いつまでに：令和8年12月17日") == 2
    assert noted_down(room, "exported") == ["rehearsal"]


@pytest.mark.usefixtures("coarse_printer")
def test_the_rehearsal_is_printed(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(PrintBox, "ask", staticmethod(lambda *_: PrintSetup(printer)))
    by_button(room, open_page(room), "print_rehearsal", "印刷に送りました")
    assert len(PdfReader(tmp_path / "printed.pdf").pages) in (1, 2)
    assert noted_down(room, "printed") == ["rehearsal"]


def noted_down(room: Room, kind: str) -> list[str]:
    """What the ledger says of one kind of event."""
    plans = room.window.rooms.hand.plans
    assert plans is not None
    return [entry.detail for entry in plans.ledger(room.plan_id) if entry.kind == kind]
