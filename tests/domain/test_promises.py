"""The promise of a hospital that is also a place to go to: one answer for both, and never a stranger's."""

from typing import Any

import pytest

from evacplan.domain.paths import get, put
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.promises import with_promise
from tests.builders import a_plan

THERE, HOSPITAL = "destination.places.there", "destination.hospital"


def a_hospital(
    place: dict[str, Any] | None = None, hospital: dict[str, Any] | None = None, **marks: Mark
) -> Plan:
    """県立病院 as a place to go to and as the receiving hospital."""
    row = {"key": "there", "kind": "hospital", "name": "県立病院", **(place or {})}
    told = {"name": "県立病院", **(hospital or {})}
    at = {f"{HOSPITAL}.{name}": mark for name, mark in marks.items()}
    return a_plan(marks=at, destination={"places": [row], "hospital": told})


def answered(plan: Plan, path: str, value: object) -> Plan:
    """The plan after an answer was given."""
    return with_promise(plan, put(plan, path, value), path)


@pytest.mark.parametrize(("here", "there"), [(THERE, HOSPITAL), (HOSPITAL, THERE)])
@pytest.mark.parametrize(("name", "value"), [("agreed", True), ("agreed", False), ("agreed_by", "成田")])
def test_what_is_answered_at_one_stands_at_the_other(here: str, there: str, name: str, value: object) -> None:
    assert get(answered(a_hospital(), f"{here}.{name}", value), f"{there}.{name}") == value


@pytest.mark.parametrize(("here", "there"), [(THERE, HOSPITAL), (HOSPITAL, THERE)])
def test_a_promise_taken_back_is_taken_back_at_both(here: str, there: str) -> None:
    plan = a_hospital({"agreed": True}, {"agreed": True})
    assert get(answered(plan, f"{here}.agreed", False), f"{there}.agreed") is False


def test_another_answer_is_never_written_over() -> None:
    plan = a_hospital({"agreed_by": "成田"}, {"agreed_by": "工藤"})
    assert get(answered(plan, f"{THERE}.agreed_by", "佐々木"), f"{HOSPITAL}.agreed_by") == "工藤"


@pytest.mark.parametrize("mark", [Mark(unknown=True), Mark(none=True)])
def test_a_mark_stays_where_it_was_given(mark: Mark) -> None:
    plan = a_hospital(agreed=mark)
    after = answered(plan, f"{THERE}.agreed", True)
    assert get(after, f"{HOSPITAL}.agreed") is None
    assert after.marks == plan.marks


def test_a_hospital_that_gets_its_name_takes_over_what_was_promised_there() -> None:
    plan = a_hospital({"agreed": True, "agreed_on": "2026-09-01"}, {"name": None})
    after = answered(plan, f"{HOSPITAL}.name", "県立病院").destination.hospital
    assert (after.agreed, str(after.agreed_on)) == (True, "2026-09-01")


@pytest.mark.parametrize("name", ["県立病院　小児病棟", "県立病院（小児病棟）", " 県立病院 "])
def test_a_ward_of_the_hospital_is_the_hospital(name: str) -> None:
    plan = a_hospital({"name": name})
    assert get(answered(plan, f"{THERE}.agreed", True), f"{HOSPITAL}.agreed") is True


@pytest.mark.parametrize("place", [{"name": "県立病院分院"}, {"name": None}, {"kind": "relatives"}])
def test_another_place_promises_nothing_for_the_hospital(place: dict[str, Any]) -> None:
    plan = a_hospital(place)
    assert get(answered(plan, f"{THERE}.agreed", True), f"{HOSPITAL}.agreed") is None


def test_other_answers_of_a_place_stay_its_own() -> None:
    plan = a_hospital()
    assert answered(plan, f"{THERE}.power_w", 500).destination.hospital.power_w is None
