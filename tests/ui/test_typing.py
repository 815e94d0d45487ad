"""From the key stroke to the saved draft."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from tests.builders import a_plan
from tests.ui.driving import Driver, compose, enter

Drive = Callable[..., Driver]
NAME = "髙橋 凜々花"


def test_typing_a_name_reaches_the_draft_to_the_code_point(drive: Drive) -> None:
    one = drive(section="child")
    with one.qtbot.waitSignal(one.page.autosave.saved):
        enter(one.go("child.name"), "辻󠄀﨑 𠮷")
    assert one.drafts.saved[-1].child.name == "辻󠄀﨑 𠮷"


def test_a_name_is_stored_with_every_key(drive: Drive) -> None:
    one = drive(section="child")
    one.go("child.nickname")
    for letter in "Riri":
        one.type(letter)
        assert one.value("child.nickname") == one.text("child.nickname")


def test_spaces_around_a_name_stay_and_those_around_a_line_go(drive: Drive) -> None:
    one = drive(section="child")
    one.answer("child.name", " 髙橋　")
    one.answer("child.nickname", " りり ")
    assert (one.value("child.name"), one.value("child.nickname")) == (" 髙橋　", "りり")


def test_emptying_a_field_takes_the_answer_back(drive: Drive) -> None:
    one = drive(a_plan(child={"name": NAME}), section="child")
    one.answer("child.name", "")
    assert one.value("child.name") is None


@pytest.mark.parametrize(
    ("path", "typed", "value", "shown"),
    [
        ("child.weight_kg", "１８．６ｋｇ", 18.6, "18.6"),
        ("child.weight_kg", "１８。６", 18.6, "18.6"),
        ("child.birth_on", "h30.4.9", "2018-04-09", "平成30年4月9日"),
        ("child.birth_on", "２０１８／４／９", "2018-04-09", "平成30年4月9日"),
        ("child.measured_on", "今日", "2026-11-10", "令和8年11月10日"),
        ("child.name_kana", "タカハシ　リリカ", "たかはし　りりか", "たかはし　りりか"),
        ("child.phone_home", "０１７（０００）０１１４", "017-000-0114", "017-000-0114"),
        ("child.postal_code", "〒０３００００１", "030-0001", "030-0001"),
    ],
)
def test_what_is_typed_in_any_width_is_read_on_tab(
    drive: Drive, path: str, typed: str, value: object, shown: str
) -> None:
    one = drive(section="child")
    one.answer(path, typed)
    assert str(one.value(path)) == str(value)
    assert one.text(path) == shown


def test_a_number_is_stored_when_it_is_finished_not_while_it_is_typed(drive: Drive) -> None:
    one = drive(section="child")
    one.go("child.weight_kg")
    one.type("18")
    assert one.value("child.weight_kg") is None
    one.press(Qt.Key.Key_Return)
    assert one.value("child.weight_kg") == 18


@pytest.fixture
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is typing a number pauses soon."""
    monkeypatch.setattr("evacplan.ui.editors.typed.PAUSE_MS", 100)


@pytest.mark.usefixtures("short_pause")
def test_a_whole_number_is_read_after_a_pause_and_nothing_moves_under_the_cursor(drive: Drive) -> None:
    one = drive(section="child")
    line = one.go("child.weight_kg")
    assert isinstance(line, QLineEdit)
    one.type("18")
    line.setCursorPosition(1)
    one.qtbot.waitUntil(lambda: one.value("child.weight_kg") == 18)
    assert (line.text(), line.cursorPosition()) == ("18", 1)
    one.press(Qt.Key.Key_End)
    one.type(".6")
    one.qtbot.waitUntil(lambda: one.value("child.weight_kg") == 18.6)
    one.ctrl(Qt.Key.Key_Z)
    assert one.value("child.weight_kg") is None


@pytest.mark.usefixtures("short_pause")
def test_a_number_still_being_composed_is_not_read_after_a_pause(drive: Drive) -> None:
    one = drive(section="child")
    line = one.go("child.weight_kg")
    one.type("1")
    compose(line, "８")
    timer = one.field("child.weight_kg").editor._pause
    one.qtbot.waitUntil(lambda: not timer.isActive())
    assert one.value("child.weight_kg") is None


def test_flush_takes_over_a_number_that_is_still_being_typed(drive: Drive) -> None:
    one = drive(section="child")
    one.go("child.weight_kg")
    one.type("18.6")
    one.page.flush()
    assert one.drafts.saved[-1].child.weight_kg == 18.6


def test_a_date_stands_with_its_weekday(drive: Drive) -> None:
    one = drive(section="child")
    one.answer("child.birth_on", "h30.4.9")
    assert one.field("child.birth_on")._unit.text() == "（月）"


def test_a_year_of_an_era_becomes_a_year(drive: Drive) -> None:
    one = drive(section="home")
    one.answer("home.built_year", "昭和５７年")
    assert one.value("home.built_year") == 1982


class TestAWrongEntry:
    def test_stays_as_typed_with_its_reason_and_leaves_the_field_empty(self, drive: Drive) -> None:
        one = drive(a_plan(child={"weight_kg": 18.6}), section="child")
        one.answer("child.weight_kg", "十八キロ")
        assert one.value("child.weight_kg") is None
        assert one.text("child.weight_kg") == "十八キロ"
        assert one.line("child.weight_kg", "error") == "数字で入れてください。"

    def test_makes_room_for_its_reason(self, drive: Drive) -> None:
        one = drive(section="child")
        one.answer("child.weight_kg", "十八キロ")
        label = one.field("child.weight_kg")._lines["error"]
        one.qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 0)

    def test_is_told_to_who_hears_the_screen(self, drive: Drive) -> None:
        one = drive(section="child")
        one.answer("child.birth_on", "r99.99.99")
        description = one.field("child.birth_on").editor.target.accessibleDescription()
        assert "この日付は暦にありません" in description

    def test_is_there_again_after_leaving_the_page(self, drive: Drive) -> None:
        one = drive(section="child")
        one.answer("child.weight_kg", "１８．６．２")
        one.page.open_section("care")
        one.page.open_section("child")
        assert one.text("child.weight_kg") == "１８．６．２"
        assert one.line("child.weight_kg", "error")

    def test_goes_when_it_is_corrected(self, drive: Drive) -> None:
        one = drive(section="child")
        one.answer("child.weight_kg", "x")
        one.answer("child.weight_kg", "18")
        assert one.value("child.weight_kg") == 18
        assert not one.line("child.weight_kg", "error")

    def test_belongs_to_its_row(self, drive: Drive) -> None:
        plan = a_plan(devices={"devices": [{"nickname": "一"}, {"nickname": "二"}]})
        one = drive(plan, section="devices")
        first, second = (f"devices.devices.{row.key}.weight_kg" for row in plan.devices.devices)
        one.answer(first, "重い")
        assert one.field(second).editor.text() == ""
        assert one.field(first).editor.text() == "重い"

    def test_keeps_the_cursor_where_it_is_after_enter(self, drive: Drive) -> None:
        one = drive(section="child")
        control = one.go("child.weight_kg")
        enter(control, "x")
        one.press(Qt.Key.Key_Return)
        assert one.focused() is control


def test_an_unusual_number_gets_a_word_but_is_stored(drive: Drive) -> None:
    one = drive(section="child")
    one.answer("child.weight_kg", "300")
    assert one.value("child.weight_kg") == 300
    assert "ふつうは" in one.line("child.weight_kg", "amber")


def test_an_unusual_phone_gets_a_word_but_is_stored(drive: Drive) -> None:
    one = drive(section="child")
    one.answer("child.phone_home", "017-000-01")
    assert one.value("child.phone_home") == "017-000-01"
    assert "けた" in one.line("child.phone_home", "amber")


class TestComposedText:
    """Text that an input method is composing when something else happens."""

    @pytest.mark.parametrize("path", ["child.name", "child.name_kana", "child.likes", "child.main_carer"])
    def test_is_kept_when_the_focus_moves_on(self, drive: Drive, path: str) -> None:
        one = drive(section="child")
        compose(one.go(path), "でんしゃ")
        one.place("child.nickname").focus()
        assert one.value(path) == "でんしゃ"

    @pytest.mark.parametrize("path", ["child.name", "child.name_kana", "child.likes"])
    def test_is_kept_when_the_page_changes(self, drive: Drive, path: str) -> None:
        one = drive(section="child")
        compose(one.go(path), "でんしゃ")
        one.page.open_section("care")
        assert one.value(path) == "でんしゃ"
        assert get(one.drafts.saved[-1], path) == "でんしゃ"
        # The reading of the name may follow, which the next save keeps.
        one.qtbot.waitUntil(lambda: one.drafts.saved[-1] == one.plan)

    @pytest.mark.parametrize("path", ["child.name", "child.name_kana", "child.likes"])
    def test_is_kept_by_flush(self, drive: Drive, path: str) -> None:
        one = drive(section="child")
        compose(one.go(path), "でんしゃ")
        one.page.flush()
        assert one.drafts.saved[-1] == one.plan
        assert one.value(path) == "でんしゃ"

    def test_is_not_stored_while_it_is_composed(self, drive: Drive) -> None:
        one = drive(section="child")
        control = one.go("child.name")
        compose(control, "た")
        compose(control, "たか")
        assert one.value("child.name") is None
        enter(control, "髙")
        assert one.value("child.name") == "髙"

    def test_is_kept_once_not_twice(self, drive: Drive) -> None:
        one = drive(section="child")
        compose(one.go("child.name"), "髙")
        one.page.flush()
        one.place("child.nickname").focus()
        one.page.flush()
        assert one.value("child.name") == "髙"

    @pytest.mark.parametrize("path", ["child.name", "child.likes"])
    def test_is_kept_when_the_input_method_drops_it_as_the_focus_goes(self, drive: Drive, path: str) -> None:
        # Kana Kanji under IBus clears the text when Qt asks it to commit, just before the focus changes.
        one = drive(section="child")
        control = one.go(path)
        compose(control, "でんしゃ")
        compose(control, "")
        one.place("child.nickname").focus()
        assert one.value(path) == "でんしゃ"

    def test_that_was_given_up_before_the_focus_goes_is_not_kept(self, drive: Drive) -> None:
        one = drive(section="child")
        control = one.go("child.name")
        compose(control, "でんしゃ")
        compose(control, "")
        QApplication.processEvents()
        one.place("child.nickname").focus()
        assert one.value("child.name") is None

    @pytest.mark.parametrize("path", ["child.name", "child.likes"])
    def test_is_kept_when_somebody_clicks_into_the_same_field(self, drive: Drive, path: str) -> None:
        one = drive(section="child")
        control = one.go(path)
        compose(control, "でんしゃ")
        place = control.viewport() if isinstance(control, QPlainTextEdit) else control
        QTest.mouseClick(place, Qt.MouseButton.LeftButton)
        one.page.flush()
        assert one.value(path) == "でんしゃ"

    def test_that_was_given_up_is_not_kept(self, drive: Drive) -> None:
        one = drive(section="child")
        control = one.go("child.name")
        compose(control, "髙")
        compose(control, "")
        one.page.flush()
        assert one.value("child.name") is None


class TestUndo:
    def test_takes_back_a_field_at_a_time_and_redo_brings_it_back(self, drive: Drive) -> None:
        one = drive(section="child")
        one.answer("child.name", NAME)
        one.answer("child.nickname", "りりちゃん")
        one.go("child.weight_kg")
        one.ctrl(Qt.Key.Key_Z)
        assert (one.value("child.nickname"), one.value("child.name")) == (None, NAME)
        assert one.text("child.nickname") == ""
        one.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        assert one.text("child.nickname") == "りりちゃん"

    @pytest.mark.parametrize("path", ["child.name", "child.likes"])
    def test_inside_a_field_is_the_plans_undo(self, drive: Drive, path: str) -> None:
        one = drive(a_plan(child={path.split(".")[1]: "前"}), section="child")
        enter(one.go(path), "後")
        one.ctrl(Qt.Key.Key_Z)
        assert one.value(path) == "前"
        assert one.text(path) == "前"

    def test_takes_back_a_number_that_is_still_being_typed(self, drive: Drive) -> None:
        one = drive(a_plan(child={"weight_kg": 18.6}), section="child")
        control = one.go("child.weight_kg")
        assert isinstance(control, QLineEdit)
        control.selectAll()
        one.type("99")
        one.ctrl(Qt.Key.Key_Z)
        assert one.text("child.weight_kg") == "18.6"


def test_enter_goes_on_to_the_next_field(drive: Drive) -> None:
    one = drive(section="child")
    enter(one.go("child.name"), NAME)
    one.press(Qt.Key.Key_Return)
    assert one.is_in(one.field("child.name_kana"))


def test_tab_goes_through_the_page_in_the_order_of_the_form(drive: Drive) -> None:
    one = drive(section="child")
    one.go("child.name")
    wanted = [place.path for place in one.section_page().block.places()][1:20]
    met: list[str] = []
    for _ in range(40):
        one.press(Qt.Key.Key_Tab)
        here = one.page.current_place
        assert here is not None
        if not met or met[-1] != here.path:
            met.append(here.path)
    assert met[:19] == wanted


def test_leaving_the_window_saves(drive: Drive) -> None:
    one = drive(section="child")
    compose(one.go("child.name"), NAME)
    other = QLineEdit()
    one.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    one.qtbot.waitUntil(lambda: QApplication.activeWindow() is other)
    assert one.drafts.saved[-1].child.name == NAME


def test_a_change_from_elsewhere_keeps_the_cursor(drive: Drive) -> None:
    one = drive(a_plan(child={"name": NAME}), section="child")
    control = one.go("child.name")
    assert isinstance(control, QLineEdit)
    control.setCursorPosition(2)
    one.session.set("child.nickname", "りり")
    assert control.cursorPosition() == 2
    assert one.focused() is control


def test_opening_pages_changes_nothing(drive: Drive) -> None:
    plan = Plan()
    one = drive(plan)
    for name in one.page._pages.names:
        one.page.open_section(name)
    one.page.flush()
    assert one.plan is plan
    assert not one.drafts.saved


@pytest.mark.parametrize(
    ("typed", "value", "said"),
    [("３～５時間", 3, "低いほう"), ("約8h", 8, "約"), ("4", 4, "時間")],
)
def test_what_was_made_of_an_inexact_number_is_said_beside_it(
    drive: Drive, typed: str, value: float, said: str
) -> None:
    path = "power_needs.target_h"
    one = drive(section="power_needs")
    one.answer(path, typed)
    assert one.value(path) == value
    assert said in one.field(path)._unit.text()
