"""A date whose day nobody knows, typed into its field and shown as it will stand on paper."""

from collections.abc import Callable

import pytest

from evacplan.domain.month import Month
from evacplan.form.spec import Form
from evacplan.form.words import worded
from tests.builders import a_plan
from tests.ui.driving import Driver

Drive = Callable[..., Driver]

VENT = "devices.devices.vent"
PLAN = a_plan(devices={"devices": [{"key": "vent", "device_class": "ventilator", "battery_h": 4}]})


@pytest.mark.parametrize("typed", ["R6.12", "Ｒ６。１２", "2024/12", "令和6年12月"])
def test_a_month_alone_is_taken_for_a_battery_and_shown_without_a_day(
    drive: Drive, form: Form, typed: str
) -> None:
    one, path = drive(PLAN, section="devices"), f"{VENT}.battery_replaced_on"
    one.answer(path, typed)
    assert one.value(path) == Month(2024, 12)
    assert one.text(path) == "令和6年12月"
    assert one.field(path)._unit.text() == ""
    item = form.item("devices.devices.battery_replaced_on")
    assert worded(form, one.plan, item, one.value(path)) == one.text(path)


def test_a_day_can_take_the_place_of_its_month(drive: Drive) -> None:
    one, path = drive(PLAN, section="devices"), f"{VENT}.battery_replaced_on"
    one.answer(path, "r6.12")
    one.answer(path, "r6.12.20")
    assert str(one.value(path)) == "2024-12-20"


def test_a_field_that_needs_a_day_says_what_is_missing(drive: Drive) -> None:
    one, path = drive(PLAN, section="devices"), f"{VENT}.battery_due_on"
    one.answer(path, "r6.12")
    assert one.value(path) is None
    assert "日まで" in one.line(path, "error")
