"""なし, 未確認 and 確認: one key each, beside the answer."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from evacplan.domain.plan import Mark
from evacplan.form.mark_words import mark_words
from evacplan.form.progress import Standing, places
from evacplan.ui.questions import AskStrip, next_meeting, read_until
from tests.builders import a_plan
from tests.ui.driving import TODAY, Driver, enter

Drive = Callable[..., Driver]
PATH = "child.weight_kg"


def test_one_key_makes_an_answer_homework(drive: Drive) -> None:
    one = drive(a_plan(child={"weight_kg": 18}), section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    assert one.session.mark(PATH).unknown
    assert one.value(PATH) is None


def test_homework_gets_a_person_and_a_day_without_leaving_the_keyboard(drive: Drive) -> None:
    one = drive(section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    enter(one.cursor(), "母")
    one.press(Qt.Key.Key_Return)
    enter(one.cursor(), "11/30")
    one.press(Qt.Key.Key_Return)
    assert one.session.mark(PATH) == Mark(unknown=True, ask_whom="母", ask_until=date(2026, 11, 30))
    assert one.is_in(one.field(PATH))
    assert (
        "未確認　母が令和8年11月30日までに確かめます" in one.field(PATH).editor.target.accessibleDescription()
    )


def test_the_same_person_and_day_as_before_take_one_press(drive: Drive) -> None:
    one = drive(section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    assert not offered(one, "前と同じ")
    enter(one.cursor(), "母")
    one.press(Qt.Key.Key_Return)
    enter(one.cursor(), "11/30")
    one.press(Qt.Key.Key_Return)
    other = "child.height_cm"
    one.go(other)
    one.press(Qt.Key.Key_F4)
    assert one.session.mark(other) == Mark(unknown=True), "nothing is asked of anybody unseen"
    one.press(Qt.Key.Key_Tab)
    one.press(Qt.Key.Key_Tab)
    assert one.cursor() in offered(one, "前と同じ（母 11/30）")
    one.press(Qt.Key.Key_Return)
    assert one.session.mark(other) == one.session.mark(PATH)
    assert one.is_in(one.field(other))


def offered(one: Driver, words: str) -> list[QPushButton]:
    """The buttons shown whose words begin so."""
    buttons = one.page.findChildren(QPushButton)
    return [button for button in buttons if button.isVisible() and button.text().startswith(words)]


def test_a_name_still_being_typed_into_the_homework_is_kept_by_flush(drive: Drive) -> None:
    one = drive(section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    enter(one.cursor(), "業者")
    one.page.flush()
    assert one.drafts.saved[-1].marks[PATH].ask_whom == "業者"


def test_a_wrong_day_is_said_and_the_question_stays_open(drive: Drive) -> None:
    one = drive(section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    one.press(Qt.Key.Key_Return)
    enter(one.cursor(), "そのうち")
    one.press(Qt.Key.Key_Return)
    strip = one.field(PATH).findChild(AskStrip)
    assert isinstance(strip, AskStrip)
    assert not strip._trouble.isHidden()
    assert one.session.mark(PATH).ask_until is None


@pytest.mark.parametrize("weight", [18, None])
def test_escape_takes_back_what_f4_did_just_now_and_says_so(drive: Drive, weight: int | None) -> None:
    one = drive(a_plan(child={"weight_kg": weight}), section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    assert one.session.mark(PATH).unknown
    one.press(Qt.Key.Key_Escape)
    assert one.value(PATH) == weight
    assert not one.session.mark(PATH).unknown
    assert "取り消して" in one.said()
    assert one.is_in(one.field(PATH))


def test_escape_keeps_a_number_typed_just_before_f4(drive: Drive) -> None:
    one = drive(section="child")
    one.go(PATH)
    one.type("18")
    one.press(Qt.Key.Key_F4)
    one.press(Qt.Key.Key_Escape)
    assert one.value(PATH) == 18


def test_escape_leaves_homework_as_it_is(drive: Drive) -> None:
    one = drive(a_plan(marks={PATH: Mark(unknown=True, ask_whom="母")}), section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    one.press(Qt.Key.Key_Escape)
    assert one.session.mark(PATH) == Mark(unknown=True, ask_whom="母")


def test_escape_keeps_the_mark_once_something_is_said_about_it(drive: Drive) -> None:
    one = drive(section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    enter(one.cursor(), "母")
    one.press(Qt.Key.Key_Escape)
    assert one.session.mark(PATH).unknown


def test_a_question_closes_when_the_cursor_goes_elsewhere(drive: Drive) -> None:
    one = drive(section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    enter(one.cursor(), "母")
    one.go("child.height_cm")
    assert one.session.mark(PATH).ask_whom == "母"
    mark = one.field(PATH)._mark
    assert mark is not None
    assert mark._strip is None


def test_homework_can_be_taken_back(drive: Drive) -> None:
    one = drive(section="child")
    one.go(PATH)
    one.press(Qt.Key.Key_F4)
    button = next(b for b in one.field(PATH).findChildren(QPushButton) if "取り消す" in b.text())
    one.click(button)
    assert PATH not in one.plan.marks


def test_typing_an_answer_ends_the_homework(drive: Drive) -> None:
    one = drive(a_plan(marks={PATH: Mark(unknown=True)}), section="child")
    one.answer(PATH, "18")
    assert (one.value(PATH), PATH in one.plan.marks) == (18, False)


def test_a_wrong_entry_leaves_homework_standing(drive: Drive) -> None:
    one = drive(a_plan(marks={PATH: Mark(unknown=True, ask_whom="母")}), section="child")
    one.answer(PATH, "重い")
    assert one.session.mark(PATH).ask_whom == "母"
    assert one.line(PATH, "error")


def test_none_is_an_answer_and_a_second_press_takes_it_back(drive: Drive) -> None:
    one = drive(section="child")
    one.go("child.fax")
    one.press(Qt.Key.Key_F3)
    assert one.session.mark("child.fax").none
    assert one.field("child.fax").editor.target.property("placeholderText") == "なし"
    one.press(Qt.Key.Key_F3)
    assert "child.fax" not in one.plan.marks


def test_none_takes_the_place_of_a_wrong_entry(drive: Drive) -> None:
    one = drive(section="child")
    enter(one.go(PATH), "重い")
    one.press(Qt.Key.Key_F3)
    assert one.session.mark(PATH).none
    assert one.text(PATH) == ""
    assert not one.line(PATH, "error")


class TestConfirming:
    def test_asks_with_whom_once_and_remembers(self, drive: Drive) -> None:
        one = drive(a_plan(child={"weight_kg": 18, "height_cm": 112}), section="child")
        one.go(PATH)
        one.press(Qt.Key.Key_F6)
        enter(one.cursor(), "母")
        one.press(Qt.Key.Key_Return)
        one.go("child.height_cm")
        one.press(Qt.Key.Key_F6)
        for path in (PATH, "child.height_cm"):
            assert one.session.mark(path) == Mark(confirmed_by="母", confirmed_on=TODAY)

    def test_an_empty_answer_is_refused_in_words(self, drive: Drive) -> None:
        one = drive(section="child")
        one.go(PATH)
        one.press(Qt.Key.Key_F6)
        assert "答えが入ってから" in one.said()
        assert not one.plan.marks

    def test_with_somebody_else_asks_again(self, drive: Drive) -> None:
        one = drive(a_plan(child={"weight_kg": 18}), section="child")
        one.page._desk.confirmed_by = "母"
        one.go(PATH)
        one.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        enter(one.cursor(), "成田医師")
        one.press(Qt.Key.Key_Return)
        assert one.session.mark(PATH).confirmed_by == "成田医師"

    def test_a_changed_answer_is_no_longer_confirmed(self, drive: Drive) -> None:
        marks = {PATH: Mark(confirmed_by="母", confirmed_on=TODAY)}
        one = drive(a_plan(child={"weight_kg": 18}, marks=marks), section="child")
        one.answer(PATH, "19")
        assert PATH not in one.plan.marks

    def test_one_key_confirms_every_answer_of_the_page_and_one_takes_it_back(self, drive: Drive) -> None:
        plan = a_plan(child={"weight_kg": 18, "height_cm": 112}, marks={"child.name_note": Mark(none=True)})
        one = drive(plan, section="child")
        one.go(PATH)
        one.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
        enter(one.cursor(), "母")
        one.press(Qt.Key.Key_Return)
        mark = Mark(confirmed_by="母", confirmed_on=TODAY)
        assert one.plan.marks[PATH] == one.plan.marks["child.height_cm"] == mark
        answered = [p.path for p in places(one.page._form, plan, "child") if p.standing is Standing.ANSWERED]
        assert {path for path, each in one.plan.marks.items() if each.confirmed_on} == set(answered)
        one.ctrl(Qt.Key.Key_Z)
        assert one.plan.marks == plan.marks

    def test_the_page_is_confirmed_with_the_person_named_before_at_once(self, drive: Drive) -> None:
        one = drive(a_plan(child={"weight_kg": 18}), section="child")
        one.page._desk.confirmed_by = "母"
        one.go(PATH)
        one.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
        assert one.session.mark(PATH).confirmed_by == "母"
        assert "母と今日確認" in one.said()


class TestAge:
    OLD = Mark(confirmed_by="母", confirmed_on=date(2026, 5, 9))  # the weight counts for six months

    def test_an_old_confirmation_says_so_beside_the_answer_and_in_the_gauge(self, drive: Drive) -> None:
        one = drive(a_plan(child={"weight_kg": 18}, marks={PATH: self.OLD}), section="child")
        assert "確認から6か月を過ぎました" in one.field(PATH).editor.target.accessibleDescription()
        assert "古い確認 1" in one.page._head._gauge.text()

    def test_a_confirmation_is_current_on_its_last_day(self, drive: Drive) -> None:
        mark = self.OLD.model_copy(update={"confirmed_on": date(2026, 5, 10)})
        one = drive(a_plan(child={"weight_kg": 18}, marks={PATH: mark}), section="child")
        assert "過ぎました" not in one.field(PATH).editor.target.accessibleDescription()
        assert "古い確認" not in one.page._head._gauge.text()

    def test_one_key_leads_to_unknown_and_old_answers_alike(self, drive: Drive) -> None:
        marks = {PATH: self.OLD, "home.living_floor": Mark(unknown=True)}
        one = drive(a_plan(child={"weight_kg": 18}, marks=marks), section="meeting")
        for path in (PATH, "home.living_floor", PATH):
            one.press(Qt.Key.Key_F9)
            assert one.page.current_place is not None
            assert one.page.current_place.path == path


def test_a_list_can_be_none(drive: Drive) -> None:
    one = drive(section="care")
    one.rows("care.allergies").focus()
    one.press(Qt.Key.Key_F3)
    assert one.session.mark("care.allergies").none


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F4])
def test_one_key_never_takes_the_rows_of_a_list_away(drive: Drive, key: Qt.Key) -> None:
    plan = a_plan(care={"allergies": [{"substance": "卵"}]})
    one = drive(plan, section="care")
    one.rows("care.allergies").focus()
    one.press(key)
    assert "そのまま" in one.said()
    assert one.plan is plan


def test_a_long_list_is_shown_from_its_top(drive: Drive) -> None:
    plan = a_plan(devices={"devices": [{"nickname": "一"}]})
    one = drive(plan, section="devices")
    one.page.go_to("devices.devices")
    QApplication.processEvents()
    page = one.section_page()
    top = one.rows("devices.devices").mapTo(page.viewport(), QPoint()).y()
    assert 0 <= top < page.viewport().height()


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F4])
def test_an_answer_that_gives_way_says_how_it_comes_back(drive: Drive, key: Qt.Key) -> None:
    one = drive(a_plan(child={"weight_kg": 18}), section="child")
    one.go(PATH)
    one.press(key)
    assert "元に戻せます" in one.said()
    one.ctrl(Qt.Key.Key_Z)
    assert one.value(PATH) == 18


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("11/30", date(2026, 11, 30)),
        ("11/9", date(2027, 11, 9)),
        ("１２月１日", date(2026, 12, 1)),
        ("r9.2.9", date(2027, 2, 9)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(typed: str, day: date) -> None:
    assert read_until(typed, TODAY) == day


def test_the_next_meeting_is_offered() -> None:
    plan = a_plan(meeting={"meetings": [{"next_on": "2026-09-01"}, {"next_on": "2027-02-09"}]})
    assert next_meeting(plan, TODAY) == date(2027, 2, 9)
    assert next_meeting(a_plan(), TODAY) is None


def test_a_mark_is_said_in_whole_words(drive: Drive) -> None:
    form = drive().page._form
    assert mark_words(form, Mark()) == ""
    assert mark_words(form, Mark(unknown=True)) == "未確認"
    assert mark_words(form, Mark(none=True, confirmed_by="母")) == "なし　母と確認しました"
