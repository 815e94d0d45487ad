"""What a drill measured, and what it offers to the plan."""

from datetime import date
from typing import Any

import pytest

from evacplan.domain.drills import Offer, last_drill, offers, travel_min, until_left_min
from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from evacplan.domain.plan.review import Drill
from tests.domain.plans import CASE_A_ON, CASE_B_ON, case_a, case_b, random_plan


def a_drill(**answers: Any) -> Drill:
    return Drill(key="d1", **answers)


def test_the_drill_of_case_a_took_47_minutes_to_the_door_and_28_on_the_way() -> None:
    drill = last_drill(case_a(), CASE_A_ON)
    assert drill is not None
    assert (until_left_min(drill), travel_min(drill)) == (47, 28)


def test_case_a_is_offered_27_minutes_to_get_ready_and_no_travel_time_it_has_already() -> None:
    drill = last_drill(case_a(), CASE_A_ON)
    assert drill is not None
    assert offers(case_a(), drill) == (Offer("triggers.preparation_min", 27, 25),)


def test_a_drill_that_is_only_planned_was_not_held() -> None:
    assert last_drill(case_b(), CASE_B_ON) is None


def test_a_drill_over_midnight_is_counted_on() -> None:
    assert travel_min(a_drill(left_at="23:50", arrived_at="00:20")) == 30


def test_times_in_the_wrong_order_measure_nothing() -> None:
    assert until_left_min(a_drill(started_at="11:00", left_at="10:00")) is None


@pytest.mark.parametrize("loading", [None, 47, 60])
def test_no_time_to_get_ready_is_offered_where_loading_cannot_be_taken_off(
    loading: float | None,
) -> None:
    plan = Plan.model_validate({"triggers": {"loading_min": loading}})
    assert offers(plan, a_drill(started_at="10:00", left_at="10:47")) == ()


def test_an_offer_is_never_less_than_was_measured() -> None:
    plan = Plan.model_validate({"triggers": {"loading_min": 19.5}})
    (offer,) = offers(plan, a_drill(started_at="10:00", left_at="10:47"))
    assert offer.minutes + 19.5 >= 47


@pytest.mark.parametrize("seed", range(40))
def test_every_offer_leads_to_a_field_that_says_something_else(seed: int) -> None:
    plan = random_plan(seed, 0.7)
    for drill in plan.review.drills:
        for offer in offers(plan, drill):
            assert get(plan, offer.path) == offer.now != offer.minutes
            assert offer.minutes >= 0


def test_the_latest_drill_that_was_held_counts() -> None:
    rows = ({"key": "a", "held_on": "2026-01-01"}, {"key": "b", "held_on": "2026-03-01"}, {"key": "c"})
    plan = Plan.model_validate({"review": {"drills": rows}})
    found = last_drill(plan, date(2026, 2, 1))
    assert found is not None
    assert found.key == "a"
