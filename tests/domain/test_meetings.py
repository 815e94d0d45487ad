"""Meetings by their day, who may come again, and homework with who and until when."""

from datetime import date
from typing import Any

from evacplan.domain.homework import Homework, homework
from evacplan.domain.meetings import (
    begun,
    held,
    last_before,
    latest,
    likely_attendees,
    meeting_on,
    number_of,
    with_attendee,
    without_attendee,
)
from evacplan.domain.paths import put
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.meeting import Attendee
from tests.builders import a_case, a_plan

TODAY = date(2026, 12, 17)


def meeting(key: str, day: str, *names: str) -> dict[str, Any]:
    attendees = [{"key": f"{key}{at}", "name": name, "role": "役"} for at, name in enumerate(names)]
    return {"key": key, "held_on": day, "place": f"{key}の場所", "attendees": attendees}


def two_meetings() -> Plan:
    """The later one stands first."""
    later, earlier = meeting("b", "2026-11-12", "葛西", "福士"), meeting("a", "2026-09-29", "福士", "長尾")
    return a_plan(meeting={"meetings": [later, earlier]})


def test_meetings_are_numbered_by_their_day_and_not_by_their_row() -> None:
    plan = two_meetings()
    assert [row.key for row in held(plan)] == ["a", "b"]
    assert [number_of(plan, row) for row in plan.meeting.meetings] == [2, 1]


def test_the_meeting_to_end_is_that_of_today_else_the_last_one() -> None:
    plan = two_meetings()
    assert (found := latest(plan, TODAY)) is not None
    assert found.key == "b"
    plan = put(plan, "meeting.meetings", begun(plan, TODAY, "病院", ()))
    assert (found := latest(plan, TODAY)) is not None
    assert (found.held_on, found.place) == (TODAY, "病院")
    assert (before := last_before(plan, TODAY)) is not None
    assert before.key == "b"


def test_a_meeting_in_the_future_is_not_the_one_to_end() -> None:
    plan = a_plan(meeting={"meetings": [meeting("c", "2027-02-09")]})
    assert latest(plan, TODAY) is None
    assert meeting_on(plan, date(2027, 2, 9)) is not None


def test_beginning_one_leaves_the_others_as_they_are() -> None:
    plan = two_meetings()
    rows = begun(plan, TODAY, "", ())
    assert rows[:-1] == plan.meeting.meetings
    assert rows[-1].place is None
    assert rows[-1].key not in {row.key for row in plan.meeting.meetings}


def test_who_came_last_time_is_offered_first_and_each_once() -> None:
    names = [one.name for one in likely_attendees(two_meetings(), TODAY)]
    assert names == ["葛西", "福士", "長尾"]


def test_before_the_first_meeting_the_family_and_the_supporters_are_offered() -> None:
    plan = put(a_case("case-a"), "meeting.meetings", ())
    offered = {(one.name, one.role) for one in likely_attendees(plan, TODAY)}
    assert {row.name for row in plan.child.household} <= {name for name, _ in offered}
    assert {row.name for row in plan.supporters.supporters} <= {name for name, _ in offered}


def test_somebody_is_put_in_once_and_taken_out_again() -> None:
    one, other = Attendee(key="x", name="葛西", organisation="訪問看護"), Attendee(key="y", role="母")
    there = with_attendee(with_attendee((), one), other)
    assert with_attendee(there, one) == there
    assert {each.key for each in there}.isdisjoint({"x", "y"})
    assert [each.role for each in without_attendee(there, one)] == ["母"]


def test_two_of_one_name_from_two_houses_are_two() -> None:
    one, other = (Attendee(key="x", name="佐藤", organisation=house) for house in ("市", "病院"))
    assert len(with_attendee(with_attendee((), one), other)) == 2


def test_homework_comes_by_its_day_and_without_a_day_last() -> None:
    marks = {
        "child.name": Mark(unknown=True),
        "child.sex": Mark(unknown=True, ask_whom="母", ask_until=date(2026, 12, 20)),
        "child.birth_on": Mark(unknown=True, ask_until=date(2026, 12, 1)),
        "child.fax": Mark(none=True),
        "devices.devices.gone.battery_h": Mark(unknown=True),
    }
    found = homework(a_plan().model_copy(update={"marks": marks}))
    assert [each.path for each in found] == ["child.birth_on", "child.sex", "child.name"]
    assert [each.is_late(TODAY) for each in found] == [True, False, False]
    assert found[1].is_agreed
    assert found[2] == Homework("child.name")
