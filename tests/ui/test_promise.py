"""Asked once whether the hospital takes the child in, where it is also a place to go to."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.builders import a_plan
from tests.ui.driving import Driver

Drive = Callable[..., Driver]
THERE, HOSPITAL = "destination.places.there", "destination.hospital"
PLAN = a_plan(
    destination={
        "places": [{"key": "there", "kind": "hospital", "name": "県立病院"}],
        "hospital": {"name": "県立病院"},
    }
)


def test_who_promised_is_typed_once_and_seen_in_both_and_taken_back_by_one_key(drive: Drive) -> None:
    one = drive(PLAN, section="destination")
    one.answer(f"{HOSPITAL}.agreed_by", "成田")
    assert one.value(f"{THERE}.agreed_by") == "成田"
    assert "両方に入れました" in one.said()
    one.ctrl(Qt.Key.Key_Z)
    assert one.value(f"{THERE}.agreed_by") is None
    assert one.value(f"{HOSPITAL}.agreed_by") == "成田"


def test_a_yes_at_the_place_is_a_yes_at_the_hospital(drive: Drive) -> None:
    one = drive(PLAN, section="destination")
    one.go(f"{THERE}.agreed")
    one.press(Qt.Key.Key_1)
    one.press(Qt.Key.Key_Tab)
    assert one.value(f"{THERE}.agreed") is True
    assert one.value(f"{HOSPITAL}.agreed") is True
