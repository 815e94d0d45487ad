"""Start and end of a meeting, as a coordinator does them: by keys, in the real window, on a real store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.ledger import EventKind
from evacplan.domain.paths import put
from evacplan.domain.plan import Mark, Plan
from evacplan.open_plans import OpenPlans
from evacplan.services import AppServices
from evacplan.ui.dialogs import FileBox
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.meeting_end import MeetingEndPage
from evacplan.ui.meeting_homework import HomeworkRow
from evacplan.ui.meeting_start import MeetingStartPage
from evacplan.ui.open_plan import OpenPlan
from evacplan.ui.parts import Sentences
from evacplan.ui.print_box import PrintBox
from evacplan.ui.printing import PrintSetup, a4_printer
from evacplan.ui.sides import Side
from evacplan.ui.theme import Look
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.builders import a_case, a_plan
from tests.pdf.paper import squeezed
from tests.ui.frame import PASSPHRASE, W, part, type_japanese

TODAY = date(2026, 12, 17)
CASE = a_case("case-b")
OXIMETER = "devices.devices.oximeter.battery_h"
OXYGEN = "oxygen.time_without_oxygen"
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Room:
    """The window in the room of the meeting, with case B in it, and the hands at its keys."""

    qtbot: QtBot
    window: MainWindow
    plans: OpenPlans
    plan_id: str

    @property
    def open(self) -> OpenPlan:
        assert self.window.rooms.hand.plan is not None
        return self.window.rooms.hand.plan

    @property
    def plan(self) -> Plan:
        return self.open.session.plan

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the cursor is."""
        focused = QApplication.focusWidget() or self.window
        QTest.keyClick(focused, key, modifier)

    def start(self) -> MeetingStartPage:
        self.press(Qt.Key.Key_M, CTRL)
        self.qtbot.waitUntil(lambda: self._is_in(MeetingStartPage))
        return self.page(MeetingStartPage)

    def end(self) -> MeetingEndPage:
        self.press(Qt.Key.Key_M, CTRL | SHIFT)
        self.qtbot.waitUntil(lambda: self._is_in(MeetingEndPage))
        return self.page(MeetingEndPage)

    def page(self, kind: type[W]) -> W:
        found = self.window.rooms.screen.stack.currentWidget()
        assert isinstance(found, kind)
        return found

    def _is_in(self, kind: type[QWidget]) -> bool:
        page, focused = self.window.rooms.screen.stack.currentWidget(), QApplication.focusWidget()
        return isinstance(page, kind) and focused is not None and page.focusProxy() is focused

    def alt(self, key: Qt.Key, done: Callable[[], bool]) -> None:
        """The key of a button; Qt shows it pressed for a moment before it does anything."""
        QTest.keyClick(self.window, key, ALT)
        self.qtbot.waitUntil(done)

    def kept(self) -> Plan:
        """The draft as it is on disk once the window went on."""
        self.open.keep()
        return self.plans.draft(self.plan_id)

    def details(self, kind: EventKind) -> list[str]:
        return [entry.detail for entry in self.plans.ledger(self.plan_id) if entry.kind == kind]


@pytest.fixture
def room(
    qtbot: QtBot,
    window: MainWindow,
    vault: StoreVault,
    services: AppServices,
    monkeypatch: pytest.MonkeyPatch,
) -> Room:
    monkeypatch.setattr(AppServices, "today", lambda _self: TODAY)
    opened, _code = vault.create(PASSPHRASE)
    plan_id = opened.create(CASE)
    opened.confirm(plan_id, CASE, "小山内 佑", "")
    opened.save_draft(plan_id, put(CASE, "child.nickname", "こうくん"))
    window.enter(opened)
    window.open_plan(plan_id)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert isinstance(opened, OpenPlans)
    return Room(qtbot, window, opened, plan_id)


def said(page: QWidget) -> str:
    """Everything a person can read on the page."""
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.said if isinstance(label, Sentences) else label.text() for label in labels)


def test_opening_a_plan_says_quietly_that_homework_waits_and_puts_nothing_in_the_way(room: Room) -> None:
    assert "宿題が 13件あります。" in room.open.page._foot.said()
    assert "Ctrl+M" in room.open.page._foot.said()
    assert QApplication.activeModalWidget() is None
    assert room.window.rooms.screen.stack.currentWidget() is room.open.page


def test_the_start_tells_what_changed_what_waits_and_what_is_dangerous(room: Room) -> None:
    text = said(room.start())
    assert "第1版" in text
    assert "から変わったこと　1件" in text
    assert "こうちゃん　→　こうくん" in text
    assert "宿題　13件" in text
    assert "佐々木医師　期限なし" in text
    assert "危険なこと" in text
    assert "見直し" not in text


def test_late_homework_an_overdue_review_and_old_confirmations_are_told_a_year_later(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AppServices, "today", lambda _self: TODAY + timedelta(days=400))
    room.open.session.confirm(["child.phone_home"], "母", TODAY)
    text = said(room.start())
    assert "期限切れ 9件" in text
    assert "期限を過ぎました　だれが確かめるか未定　令和8年12月17日まで" in text
    assert "計画の見直しの期限（令和9年11月12日）を過ぎています。" in text
    assert "令和8年12月17日に母と確認" in text


def test_looking_at_the_start_changes_nothing(room: Room) -> None:
    before = room.plan
    room.start()
    room.press(Qt.Key.Key_Escape)
    assert room.plan is before
    assert room.window.rooms.screen.stack.currentWidget() is room.open.page


def test_enter_begins_the_meeting_at_the_agreed_place_and_another_enter_goes_to_the_first_homework(
    room: Room,
) -> None:
    room.start()
    room.press(Qt.Key.Key_Return)
    row = room.kept().meeting.meetings[-1]
    assert (row.held_on, row.place, row.attendees) == (TODAY, "受入れ病院", ())
    room.press(Qt.Key.Key_Return)
    assert room.window.rooms.screen.stack.currentWidget() is room.open.page
    place = room.open.page.current_place
    assert place is not None
    assert place.path == room.open.meeting_desk().homework()[0].path


def test_where_the_plan_names_nobody_yet_enter_leads_to_writing_down_who_is_here(room: Room) -> None:
    room.open.session.replace(a_plan(child={"name": "髙橋 陸"}))
    room.start()
    room.press(Qt.Key.Key_Return)
    assert len(room.kept().meeting.meetings) == 1
    room.press(Qt.Key.Key_Return)
    assert room.window.rooms.screen.stack.currentWidget() is room.open.page
    place = room.open.page.current_place
    assert place is not None
    assert place.path.endswith(".attendees")


def test_beginning_is_one_step_of_undo_and_is_not_done_twice(room: Room) -> None:
    page = room.start()
    room.press(Qt.Key.Key_Return)
    page._here.begin()
    assert len(room.plan.meeting.meetings) == 3
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert room.plan.meeting.meetings == CASE.meeting.meetings
    assert part(page, QPushButton, "begin").isVisible()


def test_who_is_here_is_ticked_with_a_key_before_and_after_the_meeting_began(room: Room) -> None:
    page = room.start()
    boxes = page._here.findChildren(QCheckBox)
    boxes[0].setFocus()
    room.press(Qt.Key.Key_Space)
    assert boxes[0].text().startswith("✓")
    page._here.place.setFocus()
    room.press(Qt.Key.Key_Return)
    assert [one.role for one in room.plan.meeting.meetings[-1].attendees] == ["母"]
    for box in (boxes[1], boxes[0]):
        box.setFocus()
        room.press(Qt.Key.Key_Space)
    assert [one.role for one in room.plan.meeting.meetings[-1].attendees] == ["祖父"]


def test_one_key_takes_everybody_of_last_time(room: Room) -> None:
    page = room.start()
    room.alt(Qt.Key.Key_D, lambda: all(box.isChecked() for box in page._here.findChildren(QCheckBox)[:10]))
    room.alt(Qt.Key.Key_M, lambda: len(room.plan.meeting.meetings) == 3)
    row, last = room.plan.meeting.meetings[-1], CASE.meeting.meetings[-1]
    assert [one.name for one in row.attendees] == [one.name for one in last.attendees]
    assert {one.key for one in row.attendees}.isdisjoint({one.key for one in last.attendees})


def test_a_place_typed_by_an_input_method_is_kept_when_the_page_is_left(room: Room) -> None:
    page = room.start()
    room.press(Qt.Key.Key_Return)
    page._here.place.setFocus()
    page._here.place.selectAll()
    type_japanese(page._here.place, "町役場 大会議室")
    room.press(Qt.Key.Key_Escape)
    assert room.kept().meeting.meetings[-1].place == "町役場 大会議室"


def test_without_any_meeting_the_end_offers_to_begin_one(room: Room) -> None:
    room.open.session.set("meeting.meetings", ())
    page = room.end()
    assert "まだ会議の記録がありません" in said(page)
    assert not part(page, QPushButton, "print_minutes").isVisible()
    room.press(Qt.Key.Key_Return)
    room.page(MeetingStartPage)


def begun(room: Room) -> MeetingEndPage:
    """The end of today's meeting."""
    room.start()
    room.press(Qt.Key.Key_Return)
    return room.end()


def test_decisions_and_the_next_meeting_go_into_the_row_of_today(room: Room) -> None:
    page = begun(room)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    type_japanese(field, "鍵は祖父があずかる。")
    for name, text in (("next_on", "r9.2.9"), ("next_place", "自宅")):
        row = next(one for one in page._fields if one.item.name == name)
        row.focus()
        type_japanese(row.editor.target, text)
        room.press(Qt.Key.Key_Return)
    row_of_today = room.kept().meeting.meetings[-1]
    assert row_of_today.decisions == "鍵は祖父があずかる。"
    assert (row_of_today.next_on, row_of_today.next_place) == (date(2027, 2, 9), "自宅")
    assert room.plan.meeting.meetings[:-1] == CASE.meeting.meetings


def row_of(page: MeetingEndPage, path: str) -> HomeworkRow:
    return next(row for row in page._homework.rows if row.path == path)


def test_homework_gets_a_person_and_a_day_where_it_stands(room: Room) -> None:
    row = row_of(begun(room), OXIMETER)
    row.who.line.setFocus()
    type_japanese(row.who.line, "業者")
    room.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is row.until
    row.until.selectAll()
    QTest.keyClicks(row.until, "1/15")
    room.press(Qt.Key.Key_Return)
    assert room.kept().marks[OXIMETER] == Mark(unknown=True, ask_whom="業者", ask_until=date(2027, 1, 15))


def test_people_of_the_plan_are_offered_for_homework(room: Room) -> None:
    row = row_of(begun(room), OXIMETER)
    row.who.line.setFocus()
    offered = row.who._offered()
    assert "母" in offered
    assert "佐々木医師" in offered


def test_a_day_that_cannot_be_read_is_told_and_nothing_is_kept(room: Room) -> None:
    row = row_of(begun(room), OXIMETER)
    row.until.setFocus()
    row.until.selectAll()
    QTest.keyClicks(row.until, "99/99")
    room.press(Qt.Key.Key_Return)
    assert room.plan.marks[OXIMETER] == CASE.marks[OXIMETER]
    assert row.until.property("role") == "wrong"
    assert row._error.said
    assert QApplication.focusWidget() is row.until


def test_what_is_being_composed_for_homework_is_kept_when_the_page_is_left(room: Room) -> None:
    row = row_of(begun(room), OXYGEN)
    row.until.setFocus()
    type_japanese(row.until, "1/20")
    room.press(Qt.Key.Key_Escape)
    assert room.kept().marks[OXYGEN].ask_until == date(2027, 1, 20)


def test_homework_without_a_day_gets_that_of_the_next_meeting_with_one_key(room: Room) -> None:
    page = begun(room)
    undated = [path for path, mark in CASE.marks.items() if mark.unknown and mark.ask_until is None]
    offer = part(page, QPushButton, "next_day")
    room.alt(Qt.Key.Key_U, lambda: not offer.isVisible())
    marks = room.kept().marks
    assert {marks[path].ask_until for path in undated} == {date(2026, 12, 17)}
    assert marks[OXYGEN].ask_whom == "佐々木医師"


def test_homework_that_is_late_gets_a_new_day_too(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AppServices, "today", lambda _self: TODAY + timedelta(days=3))
    page = begun(room)
    assert "期限を過ぎました" in said(page)
    offer = part(page, QPushButton, "next_day")
    assert not offer.isVisible()
    row = next(one for one in page._fields if one.item.name == "next_on")
    row.focus()
    type_japanese(row.editor.target, "r9.1.20")
    room.press(Qt.Key.Key_Return)
    room.alt(Qt.Key.Key_U, lambda: not offer.isVisible())
    assert "期限を過ぎました" not in said(page)
    days = {mark.ask_until for mark in room.kept().marks.values() if mark.unknown}
    assert days == {date(2027, 1, 20)}


def test_tab_leads_from_what_was_decided_to_the_homework(room: Room) -> None:
    page = begun(room)
    for row in page._fields:
        focused = QApplication.focusWidget()
        assert focused is not None
        assert row.isAncestorOf(focused)
        room.press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page._homework.isAncestorOf(focused)


def test_homework_that_belongs_to_nobody_stands_first(room: Room) -> None:
    session = room.open.session
    first = next(path for path, mark in CASE.marks.items() if mark.unknown)
    session.mark_unknown(first, "母", TODAY)
    page = begun(room)
    assert page._homework.rows[-1].path == first


def test_undo_on_the_page_brings_the_row_back(room: Room) -> None:
    page = begun(room)
    room.alt(Qt.Key.Key_U, lambda: room.plan.marks[OXYGEN].ask_until is not None)
    for _ in range(4):
        QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert room.plan.marks[OXYGEN].ask_until is None
    assert row_of(page, OXYGEN).until.text() == ""


def test_the_minutes_are_saved_with_what_was_typed_last_and_the_ledger_says_so(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begun(room)
    names: list[str] = []

    def save(_parent: QWidget, _title: str, name: str, _kinds: str) -> Path:
        names.append(name)
        return tmp_path / name

    monkeypatch.setattr(FileBox, "save", staticmethod(save))
    field = QApplication.focusWidget()
    assert field is not None
    type_japanese(field, "発電機の鍵を祖父にわたす。")
    room.alt(Qt.Key.Key_D, lambda: "保存しました" in said(page))
    assert names == ["NTG-2026-0003_会議の記録_20261217.pdf"]
    text = squeezed("".join(each.extract_text() for each in PdfReader(tmp_path / names[0]).pages))
    assert "発電機の鍵を祖父にわたす。" in text
    assert "第3回" in text
    assert "佐々木医師" in text
    assert room.details(EventKind.EXPORTED) == ["minutes"]


@pytest.mark.usefixtures("coarse_printer")
def test_the_minutes_are_printed_and_the_ledger_says_so(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begun(room)
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(PrintBox, "ask", staticmethod(lambda *_: PrintSetup(printer)))
    room.alt(Qt.Key.Key_O, lambda: "印刷に送りました" in said(page))
    assert len(PdfReader(tmp_path / "printed.pdf").pages) >= 1
    assert room.details(EventKind.PRINTED) == ["minutes"]


class Hands:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_time_is_counted_by_section_kept_in_the_ledger_and_shown_at_the_end(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands()
    monkeypatch.setattr(room.open._work, "_seconds", hands)
    for section, minutes in (("child", 2), ("devices", 3)):
        room.open.page.open_section(section)
        for _ in range(2 * minutes + 1):
            room.open.session.set("child.nickname", f"{section} {hands.now}")
            hands.now += 30.0
        hands.now -= 30.0
    room.window.show_list()
    assert room.details(EventKind.WORKED) == ["child=120 devices=180"]
    room.window.open_plan(room.plan_id)
    text = said(begun(room))
    assert "この計画に あわせて 5分" in text


def test_keys_and_clicks_in_the_window_are_work(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    hands = Hands()
    work = room.open._work
    work.take()
    monkeypatch.setattr(work, "_seconds", hands)
    handle = room.window.windowHandle()
    assert handle is not None
    room.open._watch.touch()
    hands.now += 20.0
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    hands.now += 300.0
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert sum(work.spent().values()) == 80.0


def test_time_on_a_page_beside_the_interview_belongs_to_no_section(room: Room) -> None:
    assert room.open._where() == "meeting"
    room.start()
    assert room.open._where() == "beside"


def test_no_key_leads_to_two_things_and_everything_has_a_name(room: Room) -> None:
    from tests.ui.test_mnemonics import twice  # noqa: PLC0415  (the same keys, other pages)

    for show in (room.start, lambda: begun(room)):
        page = show()
        assert twice(room.window) == []
        for kind in (QPushButton, QCheckBox, LineInput):
            for one in page.findChildren(kind):
                assert one.accessibleName() or getattr(one, "text", str)(), one.objectName()


@pytest.mark.parametrize("zoom", [100, 200, 300])
def test_nothing_is_cut_at_the_side(room: Room, look: Look, zoom: int) -> None:
    look.zoom(zoom)
    try:
        for side in (Side.MEETING_START, Side.MEETING_END):
            room.window.show_side(side)
            page = room.window.rooms.screen.stack.currentWidget()
            assert page is not None
            # At the largest letters the window itself scrolls, so the page is as wide as what is left.
            room.qtbot.waitUntil(lambda page=page: page.isVisible() and page.width() > 1200)  # type: ignore[misc]
            assert page.minimumSizeHint().width() <= 1280
            right = page.width()
            for one in page.findChildren(QWidget):
                if one.isVisible() and isinstance(one, QPushButton | QCheckBox | LineInput | QLabel):
                    assert one.mapTo(page, one.rect().topRight()).x() <= right, one.objectName()
    finally:
        look.zoom(100)


def test_where_the_store_can_only_be_read_the_pages_show_and_change_nothing(room: Room) -> None:
    room.open.session.reads_only = True
    before = room.plan
    page = room.start()
    room.press(Qt.Key.Key_Return)
    assert not part(page, QPushButton, "begin").isEnabled()
    assert page._cards["homework"].lines[0].isEnabled()
    end = room.end()
    row = row_of(end, OXYGEN)
    assert not row.who.isEnabled()
    assert not row.until.isEnabled()
    assert not part(end, QPushButton, "next_day").isVisible()
    room.press(Qt.Key.Key_Escape)
    assert room.plan is before


def test_leaving_a_page_drops_what_it_showed(room: Room) -> None:
    page = room.start()
    room.press(Qt.Key.Key_Escape)
    assert not page._here._people
    assert not any(card.lines for card in page._cards.values())
    end = room.end()
    room.press(Qt.Key.Key_Escape)
    assert not end._homework.rows
    assert not end._fields
