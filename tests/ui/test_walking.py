"""F8, F9, Ctrl+F and the keys between sections."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from evacplan.domain.plan import Mark, Plan
from evacplan.form import progress
from evacplan.form.spec import Form
from evacplan.ui import walk
from evacplan.ui.final_page import FinalPage
from evacplan.ui.find import found_places, searchable
from evacplan.ui.keys import KEYS, SECTION_KEYS
from evacplan.ui.pages import KEPT
from evacplan.ui.sidebar import FINAL
from tests.builders import a_case, a_plan, plans
from tests.ui.driving import Driver, enter

Drive = Callable[..., Driver]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans())
def test_f8_meets_every_missing_field_once_in_the_order_of_the_form(form: Form, plan: Plan) -> None:
    wanted = [place.path for place in progress.missing(form, plan)]
    met: list[str] = []
    here = "meeting"
    for _ in wanted:
        here = walk.next_place(form, plan, here, walk.is_missing) or ""
        met.append(here)
    assert met == wanted


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans(), st.data())
def test_going_on_and_back_leads_to_where_one_was(form: Form, plan: Plan, data: st.DataObject) -> None:
    missing = [place.path for place in progress.missing(form, plan)]
    start = data.draw(st.sampled_from(missing))
    there = walk.next_place(form, plan, start, walk.is_missing)
    assert there is not None
    assert walk.next_place(form, plan, there, walk.is_missing, back=True) == start


def test_f8_opens_the_section_and_puts_the_cursor_into_the_field(drive: Drive) -> None:
    one = drive(section="review")
    one.press(Qt.Key.Key_F8)
    one.press(Qt.Key.Key_F8)
    here = one.page.current_place
    assert here is not None
    missing = [place.path for place in progress.missing(one.page._form, one.plan)]
    assert here.path in missing
    assert one.is_in(here)
    assert one.page.current_section == here.path.partition(".")[0]


def test_f8_says_when_nothing_is_missing(drive: Drive, form: Form) -> None:
    plan = a_case("case-a")
    marks = {place.path: Mark(unknown=True) for place in progress.missing(form, plan)}
    one = drive(plan.model_copy(update={"marks": {**plan.marks, **marks}}), section="child")
    one.press(Qt.Key.Key_F8)
    assert "すべて記入" in one.said()


def test_f9_goes_to_what_is_unknown(drive: Drive) -> None:
    one = drive(a_plan(marks={"child.weight_kg": Mark(unknown=True)}))
    one.press(Qt.Key.Key_F9)
    assert one.is_in(one.field("child.weight_kg"))


def test_f9_says_when_nothing_is_unknown(drive: Drive) -> None:
    one = drive()
    one.press(Qt.Key.Key_F9)
    assert "未確認の項目も" in one.said()


def test_every_section_is_reached_by_its_key(drive: Drive, form: Form) -> None:
    one = drive()
    assert len(SECTION_KEYS) == len(form.sections) + 1
    one.ctrl(Qt.Key.Key_4)
    assert one.page.current_section == "devices"
    one.press(Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert one.page.current_section == FINAL


def test_page_keys_go_to_the_next_and_the_previous_section(drive: Drive) -> None:
    one = drive(section="child")
    one.ctrl(Qt.Key.Key_PageDown)
    assert one.page.current_section == "care"
    one.ctrl(Qt.Key.Key_PageUp)
    one.ctrl(Qt.Key.Key_PageUp)
    one.ctrl(Qt.Key.Key_PageUp)
    assert one.page.current_section == "meeting"


def test_a_field_is_found_by_a_part_of_its_name(drive: Drive) -> None:
    one = drive(a_plan(devices={"devices": [{}]}))
    hits = found_places(one.page._form, one.plan, "内蔵電池の")
    one.page.go_to(hits[0][0])
    assert one.is_in(one.field(f"devices.devices.{one.plan.devices.devices[0].key}.battery_h"))


def test_enter_in_the_search_goes_to_the_first_hit(drive: Drive) -> None:
    one = drive()
    one.ctrl(Qt.Key.Key_F)
    enter(one.cursor(), "ふぁくす")
    one.press(Qt.Key.Key_Return)
    assert one.is_in(one.field("child.fax"))


def test_the_first_arrow_in_the_search_leads_to_the_second_hit(drive: Drive) -> None:
    one = drive(a_plan(devices={"devices": [{"nickname": "呼吸器"}, {"nickname": "吸引器"}]}))
    one.ctrl(Qt.Key.Key_F)
    enter(one.cursor(), "製造番号")
    one.press(Qt.Key.Key_Down)
    one.press(Qt.Key.Key_Return)
    assert one.is_in(one.field(f"devices.devices.{one.plan.devices.devices[1].key}.serial"))


def test_a_step_back_says_what_it_changed_on_another_page(drive: Drive) -> None:
    one = drive(section="child")
    one.answer("child.fax", "017-000-0115")
    one.show("home")
    one.ctrl(Qt.Key.Key_Z)
    assert one.value("child.fax") is None
    assert one.said() == "元に戻しました：本人と家族 › ファクス"
    one.ctrl(Qt.Key.Key_Y)
    assert one.said() == "やり直しました：本人と家族 › ファクス"


def test_a_row_that_a_step_back_takes_out_is_named_too(drive: Drive) -> None:
    one = drive(section="devices")
    one.rows("devices.suppliers").add()
    one.answer(f"devices.suppliers.{one.plan.devices.suppliers[0].key}.name", "北の酸素")
    one.ctrl(Qt.Key.Key_Z)
    one.ctrl(Qt.Key.Key_Z)
    assert one.plan.devices.suppliers == ()
    assert one.said() == "元に戻しました：医療機器 › 取扱業者 › 1件目"


def test_a_field_of_a_list_without_rows_is_found_at_its_list(form: Form) -> None:
    assert ("devices.devices", "医療機器 › 機器 › 製造番号") in found_places(form, Plan(), "製造番号")


def test_fields_of_rows_are_found_under_the_name_of_their_row(form: Form) -> None:
    plan = a_plan(devices={"devices": [{"nickname": "吸引器"}, {}]})
    labels = [label for _, label in found_places(form, plan, "製造番号")]
    assert labels[:2] == ["医療機器 › 機器 › 吸引器 › 製造番号", "医療機器 › 機器 › 2件目 › 製造番号"]


def test_search_minds_neither_width_nor_kana() -> None:
    assert searchable("ﾌｧｯｸｽ") == searchable("ふぁっくす") == searchable("ファックス")


def test_every_key_is_given_out_once() -> None:
    given_out = [key for group in KEYS.values() for one in group for key in one.keys] + list(SECTION_KEYS)
    assert len(given_out) == len(set(given_out))


def test_an_unknown_place_leads_nowhere_but_to_its_section(drive: Drive) -> None:
    one = drive()
    one.page.go_to("child.nothing_of_the_kind")
    assert one.page.current_section == "child"
    one.page.go_to("nowhere.at.all")
    assert one.page.current_section == "child"


def test_the_closing_page_leads_to_what_is_missing(drive: Drive) -> None:
    one = drive(section=FINAL)
    page = one.page._pages.page()
    assert isinstance(page, FinalPage)
    with one.qtbot.waitSignal(page.place_chosen):
        page.place_chosen.emit("child.name")
    assert one.is_in(one.field("child.name"))


def test_a_page_that_was_let_go_comes_back_as_it_was(drive: Drive) -> None:
    one = drive(a_plan(child={"weight_kg": 18}), section="child")
    one.answer("child.weight_kg", "1oo")
    for name in one.page._pages.names:
        one.page.open_section(name)
    assert len(one.page._pages._built) == KEPT
    one.page.open_section("child")
    assert one.text("child.weight_kg") == "1oo"
    assert one.line("child.weight_kg", "error")


def test_the_last_line_of_a_page_leads_to_the_next_one_until_the_closing_one(drive: Drive) -> None:
    one = drive(section="registrations")
    for after in ("distribution", "review"):
        way_on(one).click()
        assert one.page.current_section == after
    way_on(one).setFocus()
    one.press(Qt.Key.Key_Return)
    assert one.page.current_section == FINAL


def way_on(one: Driver) -> QPushButton:
    """The last line of the page that is shown, which can be reached by Tab."""
    found = one.section_page().findChild(QPushButton, "way_on")
    assert found is not None
    assert found.focusPolicy() & Qt.FocusPolicy.TabFocus
    return found
