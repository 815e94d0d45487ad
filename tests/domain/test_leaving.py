"""Who carries what: trips, minutes, too few hands, and the hour to leave."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.figures import figures
from evacplan.domain.household import household
from evacplan.domain.leaving import Carrying, carrying, loading_min
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from tests.builders import a_plan
from tests.domain.plans import case_a, case_b, plans

ON = date(2026, 11, 20)
CHILD_BY_OTHER = {"child_carrier": "@a1"}


def adults(count: int) -> list[dict[str, Any]]:
    return [{"key": f"a{number}", "age": 40} for number in range(count)]


def bottles(count: int, kg: float | None, carrier: str | None = None) -> dict[str, Any]:
    row = {"key": "bottles", "count": count, "weight_kg": kg, "carrier": carrier, "volume_l": 3.4}
    return {"cylinders": [row]}


def of(plan: Plan) -> Carrying:
    return carrying(plan, ON)


def trips_of(found: Carrying) -> dict[str, int]:
    return {carrier.who: carrier.trips for carrier in found.carriers}


def test_four_people_go_twice_in_about_eighteen_minutes() -> None:
    plan = a_plan(
        child={"household": adults(4), "weight_kg": 14},
        oxygen=bottles(8, 12, "@a1"),
        destination={"child_carrier": "@a0"},
    )
    found = of(plan)
    assert trips_of(found) == {"@a0": 1, "@a1": 8, "@a2": 0, "@a3": 0}
    shared = put(plan, "oxygen.cylinders.bottles.carrier", None)
    shared = put(shared, "oxygen.cylinders.bottles.count", 1)
    assert (of(shared).trips, of(shared).minutes) == (1, 9)
    twice = a_plan(
        child={"household": adults(4), "weight_kg": 14},
        oxygen=bottles(2, 12, "@a1"),
        supplies={"bag_owner": "@a2", "bag_weight_kg": 9},
        devices={"devices": [{"key": "vent", "nickname": "呼吸器", "weight_kg": 5, "carrier": "@a3"}]},
        destination={"child_carrier": "@a0"},
    )
    assert (of(twice).people, of(twice).trips, of(twice).minutes) == (4, 2, 18)


def test_case_a_is_carried_in_one_trip_and_leaves_its_loading_time_alone() -> None:
    found = of(case_a())
    assert (found.hands, found.trips, found.minutes, found.is_bound) == (3, 1, 9, True)
    assert loading_min(case_a(), ON) == 20


def test_the_grandfathers_rucksack_of_case_b_is_too_heavy_for_him() -> None:
    (grandfather,) = (one for one in of(case_b()).carriers if one.who == "@grandfather")
    assert [load.kg for load in grandfather.too_heavy] == [11]


def test_trips_that_take_longer_than_what_was_entered_move_the_hour_to_leave() -> None:
    triggers = {"preparation_min": 25, "loading_min": 20, "travel_map_min": 30}
    plan = a_plan(child={"household": adults(1)}, oxygen=bottles(4, 12, "@a0"), triggers=triggers)
    before = figures(put(plan, "oxygen.cylinders.bottles.count", 1), ON).ordinary.leave_at_h
    after = figures(plan, ON).ordinary.leave_at_h
    assert of(plan).trips == 5
    assert after == pytest.approx((25 + 45 + 30) / 60 + 2)
    assert before == pytest.approx((25 + 20 + 30) / 60 + 2)


def test_a_time_to_load_nobody_entered_stays_unknown() -> None:
    assert loading_min(a_plan(child={"household": adults(2)}, oxygen=bottles(9, 12)), ON) is None


def test_an_entered_round_trip_takes_the_place_of_nine_minutes() -> None:
    plan = a_plan(child={"household": adults(1)}, oxygen=bottles(1, 3), destination={"round_trip_min": 5})
    assert of(plan).minutes == 10


def test_a_child_above_twenty_kilograms_needs_two() -> None:
    found = of(a_plan(child={"household": adults(1), "weight_kg": 24}))
    assert (found.needed, found.is_short_of_hands) == (2, True)


def test_too_few_hands_are_found_where_the_plan_says_how_many_it_needs() -> None:
    plan = a_plan(child={"household": adults(2)}, destination={"carriers_needed": 3})
    assert of(plan).is_short_of_hands
    assert not of(put(plan, "destination.carriers_needed", 2)).is_short_of_hands


def test_without_anybody_there_are_no_trips() -> None:
    found = of(a_plan(child={"weight_kg": 14}))
    assert (found.hands, found.trips, found.minutes) == (0, None, None)


@given(plans())
def test_every_load_is_carried_by_one_person_where_anybody_can(plan: Plan) -> None:
    found = of(plan)
    carried = [load for carrier in found.carriers for load in carrier.all_loads]
    assert len(carried) == len(set(carried))
    if any(carrier.limit_kg for carrier in found.carriers):
        assert set(found.unassigned) <= set(carried)


@given(plans())
def test_the_time_to_load_is_never_below_what_was_entered(plan: Plan) -> None:
    entered, counted = plan.triggers.loading_min, loading_min(plan, ON)
    assert (entered is None) is (counted is None)
    if entered is not None and counted is not None:
        assert counted >= entered
        assert household(plan, ON).leaving.loading_min >= entered


def packed_one_by_one(weights: list[int], limit: int) -> int:
    """First fit, largest first, the long way round."""
    rooms: list[int] = []
    for kg in sorted(weights, reverse=True):
        fitting = sorted(room for room in rooms if room >= kg)
        if fitting:
            rooms[rooms.index(fitting[0])] -= kg
        else:
            rooms.append(max(limit, kg) - kg)
    return len(rooms)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 6)), max_size=5))
def test_trips_are_enough_and_no_more_than_one_piece_at_a_time_needs(rows: list[tuple[int, int]]) -> None:
    cylinders = [
        {"key": f"c{number}", "weight_kg": kg, "count": count, "carrier": "@a0"}
        for number, (kg, count) in enumerate(rows)
    ]
    plan = a_plan(child={"household": adults(2)}, oxygen={"cylinders": cylinders}, destination=CHILD_BY_OTHER)
    weights = [kg for kg, count in rows for _ in range(count)]
    trips = trips_of(of(plan)).get("@a0", 0)
    assert -(-sum(weights) // 20) <= trips <= packed_one_by_one(weights, 15)
    assert (trips == 0) is (not weights)
