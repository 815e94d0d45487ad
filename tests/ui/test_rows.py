"""Lists: cards, the form of the chosen row, adding, taking out, putting in order, rows within rows."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.plan import Plan
from tests.builders import a_plan
from tests.ui.driving import Driver, enter

Drive = Callable[..., Driver]


def three_devices() -> Plan:
    """Three devices with names."""
    return a_plan(devices={"devices": [{"nickname": name} for name in "一二三"]})


def names(one: Driver) -> str:
    """The devices in their order."""
    return "".join(row.nickname or "＿" for row in one.plan.devices.devices)


def alt(one: Driver, key: Qt.Key) -> None:
    """Press a key together with Alt."""
    one.press(key, Qt.KeyboardModifier.AltModifier)


def test_a_row_is_added_and_filled_by_keyboard_alone(drive: Drive) -> None:
    one = drive(section="supplies")
    one.rows("supplies.stock").focus()
    one.ctrl(Qt.Key.Key_Return)
    enter(one.cursor(), "吸引カテーテル")
    one.press(Qt.Key.Key_Return)
    one.type("12")
    one.ctrl(Qt.Key.Key_Return)
    enter(one.cursor(), "人工鼻")
    first, second = one.plan.supplies.stock
    assert (first.item, first.per_day, second.item) == ("吸引カテーテル", 12, "人工鼻")


def test_the_first_field_of_an_added_row_comes_into_view(drive: Drive, qtbot: QtBot) -> None:
    devices = a_plan(devices={"suppliers": [{"name": "北雪酸素"}]})
    care = a_plan(care={"acts": [{"kind": "oxygen"}]})
    for plan, path in ((devices, "devices.devices"), (care, "care.medicines")):
        one = drive(plan, section=path.partition(".")[0])
        rows = one.rows(path)
        rows.focus()
        one.ctrl(Qt.Key.Key_Return)
        cursor = one.cursor()
        assert rows.isAncestorOf(cursor)
        qtbot.waitUntil(partial(_is_seen_whole, cursor))


def _is_seen_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_the_first_row_of_a_needed_list_is_open(drive: Drive) -> None:
    plan = three_devices()
    one = drive(plan, section="devices")
    assert one.rows("devices.devices").chosen_path == f"devices.devices.{plan.devices.devices[0].key}"


def test_arrows_walk_through_the_cards(drive: Drive) -> None:
    one = drive(three_devices(), section="devices")
    one.rows("devices.devices").focus()
    one.press(Qt.Key.Key_Right)
    assert one.rows("devices.devices").chosen_path.endswith(one.plan.devices.devices[1].key)
    one.press(Qt.Key.Key_Left)
    one.press(Qt.Key.Key_Left)
    assert one.rows("devices.devices").chosen_path.endswith(one.plan.devices.devices[2].key)


def test_a_click_on_a_card_opens_its_form_and_another_one_closes_it(drive: Drive) -> None:
    one = drive(three_devices(), section="devices")
    rows = one.rows("devices.devices")
    key = one.plan.devices.devices[1].key
    card = rows._strip.card(key)
    assert card is not None
    one.click(card)
    assert rows.chosen_path.endswith(key)
    one.click(card)
    assert not rows.chosen_path


def test_rows_are_moved_by_keys_where_order_means_something(drive: Drive) -> None:
    one = drive(three_devices(), section="devices")
    one.go(f"devices.devices.{one.plan.devices.devices[0].key}.nickname")
    alt(one, Qt.Key.Key_Down)
    assert names(one) == "二一三"
    alt(one, Qt.Key.Key_Down)
    alt(one, Qt.Key.Key_Down)
    assert names(one) == "二三一"
    alt(one, Qt.Key.Key_Up)
    assert names(one) == "二一三"
    assert one.text(f"devices.devices.{one.plan.devices.devices[1].key}.nickname") == "一"


def test_rows_stay_where_order_means_nothing(drive: Drive) -> None:
    plan = a_plan(supplies={"stock": [{"item": "一"}, {"item": "二"}]})
    one = drive(plan, section="supplies")
    one.go(f"supplies.stock.{plan.supplies.stock[0].key}.item")
    alt(one, Qt.Key.Key_Down)
    assert one.plan is plan


def test_a_card_is_dragged_into_another_place(drive: Drive) -> None:
    one = drive(three_devices(), section="devices")
    strip = one.rows("devices.devices")._strip
    keys = [row.key for row in one.plan.devices.devices]
    first, last = strip.card(keys[0]), strip.card(keys[2])
    assert first is not None
    assert last is not None
    one.drag(first, last.geometry().center() + QPoint(10, 0))
    assert names(one) == "二三一"
    one.ctrl(Qt.Key.Key_Z)
    assert names(one) == "一二三"


def test_a_row_is_taken_out_without_a_question_and_comes_back_by_undo(drive: Drive) -> None:
    one = drive(three_devices(), section="devices")
    path = f"devices.devices.{one.plan.devices.devices[1].key}.nickname"
    one.go(path)
    one.ctrl(Qt.Key.Key_Delete)
    assert names(one) == "一三"
    assert "元に戻せます" in one.said()
    one.ctrl(Qt.Key.Key_Z)
    assert names(one) == "一二三"
    assert one.text(path) == "二"


def test_a_row_may_vanish_under_the_cursor(drive: Drive) -> None:
    one = drive(section="supplies")
    one.rows("supplies.stock").focus()
    one.ctrl(Qt.Key.Key_Return)
    one.ctrl(Qt.Key.Key_Z)
    one.ctrl(Qt.Key.Key_Z)
    assert one.plan.supplies.stock == ()


def test_a_number_being_typed_into_a_row_is_kept_when_another_row_opens(drive: Drive) -> None:
    one = drive(three_devices(), section="devices")
    first, second, _ = one.plan.devices.devices
    one.go(f"devices.devices.{first.key}.weight_kg")
    one.type("4.8")
    card = one.rows("devices.devices")._strip.card(second.key)
    assert card is not None
    one.click(card)
    assert one.value(f"devices.devices.{first.key}.weight_kg") == 4.8
    assert one.value(f"devices.devices.{second.key}.weight_kg") is None


def test_rows_within_rows_are_filled_by_the_same_keys(drive: Drive) -> None:
    one = drive(three_devices(), section="devices")
    path = f"devices.devices.{one.plan.devices.devices[0].key}.external_batteries"
    one.rows(path).focus()
    one.ctrl(Qt.Key.Key_Return)
    battery = one.value(path)[0]
    one.answer(f"{path}.{battery.key}.hours_each", "4")
    assert one.value(path)[0].hours_each == 4
    one.go(f"{path}.{battery.key}.count")
    one.ctrl(Qt.Key.Key_Return)
    assert len(one.value(path)) == 2
    assert names(one) == "一二三"


def test_questions_that_do_not_concern_the_row_are_folded_with_a_line_that_says_so(drive: Drive) -> None:
    plan = a_plan(devices={"devices": [{"device_class": "suction", "use_pattern": "intermittent"}]})
    one = drive(plan, section="devices")
    path = f"devices.devices.{plan.devices.devices[0].key}"
    shown = {place.path for place in one.section_page().block.places()}
    assert f"{path}.minutes_per_use" in shown
    assert f"{path}.use_bands" not in shown
    one.session.set(f"{path}.use_pattern", "time_bands")
    shown = {place.path for place in one.section_page().block.places()}
    assert f"{path}.use_bands" in shown


def test_a_folded_question_opens_when_it_is_asked_for(drive: Drive) -> None:
    one = drive(a_plan(oxygen={"in_use": False}), section="oxygen")
    one.page.go_to("oxygen.flow_rest")
    assert one.is_in(one.field("oxygen.flow_rest"))
    assert one.field("oxygen.flow_rest").isVisible()


def test_cards_say_what_is_missing(drive: Drive) -> None:
    one = drive(three_devices(), section="devices")
    card = one.rows("devices.devices")._strip.card(one.plan.devices.devices[0].key)
    assert card is not None
    assert "必須 あと" in card.accessibleName()
    assert card.accessibleName().startswith("1　一")
