"""Tab goes through a page in the order of the form, whatever was chosen, added or opened before."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from evacplan.form.progress import places
from tests.builders import a_plan
from tests.ui.driving import Driver

Drive = Callable[..., Driver]


def next_place(one: Driver) -> str:
    one.press(Qt.Key.Key_Tab)
    here = one.page.current_place
    assert here is not None
    return here.path


def test_tab_goes_on_to_the_next_field_from_any_chosen_answer(drive: Drive) -> None:
    one = drive(section="meeting")
    for key in ("1", "2", "3"):
        one.go("meeting.plan_kind")
        one.type(key)
        assert next_place(one) == "meeting.created_on"


def test_tab_goes_on_to_the_next_field_from_any_ticked_answer(drive: Drive) -> None:
    one = drive(section="child")
    one.go("child.support_reasons")
    one.type("3")
    assert next_place(one) == "child.support_reason"


def test_tab_goes_through_a_new_row_and_on_to_what_follows_its_list(drive: Drive) -> None:
    one = drive(section="meeting")
    one.go("meeting.author_role")
    assert next_place(one) == "meeting.meetings"
    one.ctrl(Qt.Key.Key_Return)
    one.ctrl(Qt.Key.Key_Return)
    here = one.page.current_place
    assert here is not None
    prefix = here.path.rpartition(".")[0]
    wanted = [place.path for place in places(one.page._form, one.plan, "meeting")]
    first, after = wanted.index(here.path), wanted.index("meeting.explained_on")
    met = [here.path]
    while met[-1] != "meeting.explained_on":
        met.append(next_place(one))
        assert len(met) < 30
    assert list(dict.fromkeys(met)) == wanted[first : after + 1]
    assert all(path.startswith(prefix) for path in met[:-1])


def test_tab_goes_from_the_card_that_was_walked_to_into_its_row(drive: Drive) -> None:
    one = drive(a_plan(contacts={"chain": [{"phone_day": "119"}, {"phone_day": "171"}]}), section="contacts")
    rows = one.rows("contacts.chain")
    rows.focus()
    one.press(Qt.Key.Key_Right)
    second = f"contacts.chain.{one.plan.contacts.chain[1].key}"
    assert rows.chosen_path == second
    assert next_place(one) == "contacts.chain"
    assert next_place(one) == f"{second}.who"


def test_tab_goes_through_the_question_of_f4_and_on_to_the_next_field(drive: Drive) -> None:
    one = drive(section="child")
    one.go("child.weight_kg")
    one.press(Qt.Key.Key_F4)
    met = [next_place(one) for _ in range(6)]
    assert list(dict.fromkeys(met)) == ["child.weight_kg", "child.measured_on"]


def test_tab_goes_through_the_question_about_a_list_and_into_the_list(drive: Drive) -> None:
    one = drive(section="care")
    one.rows("care.allergies").focus()
    one.press(Qt.Key.Key_F4)
    met = [next_place(one) for _ in range(6)]
    assert list(dict.fromkeys(met)) == ["care.allergies", "care.avoid"]


def test_tab_goes_to_the_question_that_the_answer_brings(drive: Drive) -> None:
    one = drive(a_plan(devices={"devices": [{}]}), section="devices")
    device = f"devices.devices.{one.plan.devices.devices[0].key}"
    one.go(f"{device}.measured_w")
    one.type("31")
    assert [next_place(one) for _ in range(3)] == [
        f"{device}.{name}" for name in ("measured_on", "meter", "peak_w")
    ]


def test_enter_goes_to_the_question_that_the_answer_brings(drive: Drive) -> None:
    one = drive(a_plan(devices={"devices": [{}]}), section="devices")
    device = f"devices.devices.{one.plan.devices.devices[0].key}"
    one.go(f"{device}.measured_w")
    one.type("31")
    one.press(Qt.Key.Key_Return)
    here = one.page.current_place
    assert here is not None
    assert here.path == f"{device}.measured_on"


def test_tab_goes_from_the_last_field_to_the_foot_of_the_page(drive: Drive) -> None:
    one = drive(a_plan(child={"household": [{"name": "林 花"}]}), section="child")
    one.rows("child.household").choose(one.plan.child.household[0].key)
    *_, last = one.section_page().block.places()
    last.focus()
    while one.is_in(last):
        one.press(Qt.Key.Key_Tab)
    assert one.cursor().objectName() == "way_on"
    one.press(Qt.Key.Key_Tab)
    assert one.cursor().objectName() == "close_row"
