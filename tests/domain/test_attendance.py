"""At which meeting a version was probably agreed, and who may have been there."""

from datetime import date

from hypothesis import given

from evacplan.domain.attendance import likely_occasion, likely_persons, split_names
from evacplan.domain.occasion import Occasion, OccasionKind
from evacplan.domain.plan import Plan
from tests.builders import a_case, a_plan, plans, some

TODAY = date(2026, 11, 20)


def test_the_last_meeting_up_to_today_is_offered_with_those_who_came() -> None:
    found = likely_occasion(a_case("case-a"), TODAY)
    assert (found.kind, found.day) == (OccasionKind.MEETING, date(2026, 11, 10))
    assert split_names(found.persons)[:2] == ["髙橋 健（父）", "みどり（母）"]


def test_a_meeting_that_led_to_the_version_before_is_not_offered_again() -> None:
    found = likely_occasion(a_case("case-a"), TODAY, since=date(2026, 11, 10))
    assert found == Occasion(OccasionKind.MEETING, TODAY)


def test_a_meeting_that_lies_ahead_is_not_offered() -> None:
    plan = a_plan(meeting={"meetings": [{"held_on": date(2026, 12, 1)}]})
    assert likely_occasion(plan, TODAY) == Occasion(OccasionKind.MEETING, TODAY)


def test_family_comes_first_and_nobody_twice() -> None:
    plan = a_case("case-a")
    found = likely_persons(plan)
    assert found[0] == "髙橋 健（父）"
    assert len([name for name in found if name.startswith("髙橋 健")]) == 1
    assert "相馬 千代" in "".join(found)
    assert len(set(found)) == len(found)


def test_a_helper_who_came_or_is_of_the_family_is_offered_once() -> None:
    helpers = [
        {"name": "木立 勇", "relation": "neighbourhood", "title": "町会長（自主防災）"},
        {"name": "山﨑 ハツ", "relation": "relative", "title": "祖母"},
    ]
    came = [{"held_on": TODAY, "attendees": [{"name": "木立 勇", "role": "町会長"}]}]
    plan = a_plan(
        child={"household": [{"name": "山﨑 ハツ", "relation": "母の母"}]},
        meeting={"meetings": came},
        supporters={"supporters": helpers},
    )
    assert likely_persons(plan) == ("山﨑 ハツ（母の母）", "木立 勇（町会長）")


@some
@given(plans(longest=50))
def test_any_plan_offers_something_that_can_be_kept(plan: Plan) -> None:
    found = likely_occasion(plan, TODAY)
    assert found.day is not None
    assert found.day <= TODAY
    assert all(likely_persons(plan))


def test_a_second_version_in_the_meeting_of_today_was_agreed_by_the_same_people() -> None:
    day = date(2026, 11, 10)
    plan = a_case("case-a")
    assert likely_occasion(plan, day, since=day) == likely_occasion(plan, day)
    assert likely_occasion(plan, day).persons
