"""What does not concern the child is out of the way, says why, and comes back with one key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from evacplan.form.progress import places
from evacplan.form.spec import Form
from evacplan.ui.block import PartsBlock
from tests.builders import a_plan
from tests.ui.driving import Driver, enter

Drive = Callable[..., Driver]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def shown(one: Driver) -> set[str]:
    return {place.path for place in one.section_page().block.places()}


def told(block: PartsBlock) -> str:
    """What the line about folded questions says, "" when it is not there."""
    line = block._fold_line._line
    return line._words.text() if line is not None and line.isVisible() else ""


def test_the_line_counts_what_is_folded_and_says_why(drive: Drive) -> None:
    one = drive(a_plan(oxygen={"in_use": False}), section="oxygen")
    assert shown(one) == {"oxygen.in_use"}
    assert told(one.section_page().block) == "酸素を使っていないので、12項目をたたんでいます。"


def test_one_key_brings_the_questions_back_and_folds_them_away_again(drive: Drive) -> None:
    one = drive(a_plan(oxygen={"in_use": False}), section="oxygen")
    one.go("oxygen.in_use")
    one.press(Qt.Key.Key_H, CTRL_SHIFT)
    assert {"oxygen.flow_rest", "oxygen.cylinders"} < shown(one)
    assert one.field("oxygen.flow_rest").isVisible()
    one.press(Qt.Key.Key_H, CTRL_SHIFT)
    assert shown(one) == {"oxygen.in_use"}


def test_the_key_reaches_rows_and_records_of_the_page(drive: Drive) -> None:
    plan = a_plan(devices={"devices": [{"device_class": "suction"}]})
    one = drive(plan, section="devices")
    path = f"devices.devices.{plan.devices.devices[0].key}"
    assert f"{path}.settings.mode" not in shown(one)
    one.rows("devices.devices").focus()
    one.press(Qt.Key.Key_H, CTRL_SHIFT)
    assert {f"{path}.settings.mode", f"{path}.use_bands"} < shown(one)


def test_an_earthquake_is_not_asked_for_water_nor_landslides(drive: Drive) -> None:
    kinds = ("earthquake", "river_flood", "tsunami", "landslide", None)
    plan = a_plan(home={"hazards": [{"kind": kind} for kind in kinds]})
    asked = []
    for row in plan.home.hazards:
        one = drive(plan, section="home")
        one.go(f"home.hazards.{row.key}.note")
        names = ("depth_to_m", "zone", "arrival_min")
        asked.append([name for name in names if f"home.hazards.{row.key}.{name}" in shown(one)])
    assert asked == [[], ["depth_to_m"], ["depth_to_m", "arrival_min"], ["zone"], [*names]]


@pytest.mark.parametrize("says_none", [True, False], ids=["none", "zero"])
def test_without_a_battery_of_its_own_a_device_is_asked_nothing_about_it(
    drive: Drive, says_none: bool
) -> None:
    one = drive(a_plan(devices={"devices": [{}]}), section="devices")
    device = f"devices.devices.{one.plan.devices.devices[0].key}"
    assert f"{device}.battery_source" in shown(one)
    one.go(f"{device}.battery_h")
    if says_none:
        one.press(Qt.Key.Key_F3)
    else:
        one.type("0")
    one.press(Qt.Key.Key_Tab)
    assert not {path for path in shown(one) if path.startswith(f"{device}.battery_")} - {
        f"{device}.battery_h"
    }
    assert f"{device}.battery_source" not in {place.path for place in places(one.page._form, one.plan)}
    one.ctrl(Qt.Key.Key_Z)
    assert f"{device}.battery_source" in shown(one)


def test_what_stands_at_home_needs_no_promise_in_writing(drive: Drive) -> None:
    plan = a_plan(power_sources={"portables": [{"availability": "at_home"}, {"availability": "borrowed"}]})
    one = drive(plan, section="power_sources")
    at_home, borrowed = (f"power_sources.portables.{row.key}" for row in plan.power_sources.portables)
    one.go(f"{at_home}.name")
    assert f"{at_home}.agreed_in_writing" not in shown(one)
    one.go(f"{borrowed}.name")
    assert f"{borrowed}.agreed_in_writing" in shown(one)


def test_without_anything_folded_the_key_says_so(drive: Drive) -> None:
    one = drive(section="home")
    one.section_page().block.places()
    one.page._focus_first()
    one.press(Qt.Key.Key_H, CTRL_SHIFT)
    assert one.said() == "このページに、たたんだ項目はありません。"


def test_what_was_answered_stays_in_sight_and_is_named(drive: Drive) -> None:
    one = drive(a_plan(oxygen={"in_use": True, "flow_rest": 1}), section="oxygen")
    one.session.set("oxygen.in_use", False)
    assert shown(one) == {"oxygen.in_use", "oxygen.flow_rest"}
    words = told(one.section_page().block)
    assert words.startswith("酸素を使っていないので、11項目をたたんでいます。\n")
    assert words.endswith("紙に載りません：安静にしているときの流量")


def test_a_mark_or_a_row_counts_as_an_answer(drive: Drive) -> None:
    one = drive(a_plan(oxygen={"cylinders": [{"count": 2}]}), section="oxygen")
    one.session.mark_unknown("oxygen.supplier")
    one.session.set("oxygen.in_use", False)
    assert {"oxygen.cylinders", "oxygen.supplier"} < shown(one)


def test_a_field_does_not_vanish_while_it_is_rewritten(drive: Drive) -> None:
    one = drive(a_plan(oxygen={"in_use": False, "note": "前の器械"}), section="oxygen")
    control = one.go("oxygen.note")
    one.session.set("oxygen.note", None)
    assert one.focused() is control
    assert one.field("oxygen.note").isVisible()
    enter(control, "返した")
    assert one.value("oxygen.note") == "返した"


def test_only_part_of_the_care_list_folds_only_what_it_leaves_out(drive: Drive) -> None:
    one = drive(a_plan(care={"acts": [{"kind": "suction"}]}), section="care")
    words = told(one.section_page().block)
    assert "気管切開がないので" in words
    assert "吸引がない" not in words


def test_the_sidebar_says_that_a_section_does_not_concern_the_child(drive: Drive) -> None:
    one = drive(a_plan(oxygen={"in_use": False}))
    item = one.page._sidebar.item(one.page._pages.names.index("oxygen"))
    assert "関係しない" in item.data(Qt.ItemDataRole.AccessibleTextRole)
    one.session.set("oxygen.note", "相談中")
    one.page.refresh_overview()
    assert "関係しない" not in item.data(Qt.ItemDataRole.AccessibleTextRole)


def test_every_condition_has_a_sentence_that_ends_as_one(form: Form) -> None:
    assert {part.when for part in form.parts_by_path.values() if part.when} == set(form.conditions)
    assert all(words.endswith("たたんでいます。") for words in form.conditions.values())
