"""The levers: what each measure wins, found by the engine, best first."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from evacplan.domain.blackout import run_down
from evacplan.domain.blackout.inputs import UNKNOWN, Battery, Device, Household, Scenario, Swap
from evacplan.domain.figures import lowest_first
from evacplan.domain.household import household
from evacplan.domain.levers import Lever, levers, smallest
from evacplan.domain.measures import Measure, MeasureKind, changed
from evacplan.domain.plan import Plan
from tests.domain import plans
from tests.domain.blackout_strategies import households, scenarios

ON = date(2026, 11, 20)


def of_case(plan: Plan, scenario: Scenario | None = None) -> tuple[Lever, ...]:
    return levers(plan, household(plan, ON), scenario or Scenario())


def named(found: tuple[Lever, ...]) -> dict[tuple[str, str], Lever]:
    return {(lever.measure.kind.value, lever.measure.target): lever for lever in found}


def test_case_a_wins_most_by_all_swaps_then_by_the_hme() -> None:
    found = of_case(plans.case_a())
    first, second = found[0], found[1]
    assert (first.measure.kind, first.won_h) == (MeasureKind.SWAPS, pytest.approx(139 - 62.007459))
    assert (second.measure.kind, second.measure.target) == (MeasureKind.SWAP, "humidifier")
    assert second.won_h == pytest.approx(35.093675, abs=1e-6)


def test_the_generator_of_case_a_would_win_thirteen_hours_once_it_counts() -> None:
    generator = named(of_case(plans.case_a()))["make_count", "chokai_generator"]
    assert generator.won_h == pytest.approx(13.0333, abs=1e-4)
    assert {reason.value for reason in generator.measure.reasons} == {
        "not_in_writing",
        "not_started_in_12_months",
    }


def test_the_truck_of_case_b_is_no_lever_since_papers_do_not_make_its_wave_a_sine() -> None:
    assert ("make_count", "kei_truck") not in named(of_case(plans.case_b()))


def test_the_levers_of_case_b_are_bounds_while_the_oximeter_is_unknown() -> None:
    found = of_case(plans.case_b())
    assert found[0].measure == Measure(MeasureKind.FUEL, "town_generator", 10)
    assert found[0].won_h == pytest.approx(34)
    assert all(lever.is_bound for lever in found)


def test_under_minimum_operation_case_b_wins_most_by_keeping_the_concentrator_on_power() -> None:
    best = of_case(plans.case_b(), Scenario(minimum_operation=True))[0]
    assert (best.measure.kind, best.won_h) == (MeasureKind.SWAPS, pytest.approx(16.369919))


def test_a_source_left_out_is_no_lever() -> None:
    without = Scenario(without=frozenset({"town_generator", "portable"}))
    assert not {"town_generator", "portable"} & {
        lever.measure.target for lever in of_case(plans.case_b(), without)
    }


@settings(max_examples=60, deadline=None)
@given(households(4, 3), scenarios)
def test_every_lever_wins_hours_and_the_best_stands_first(house: Household, scenario: Scenario) -> None:
    found = levers(Plan(), house, scenario)
    won = [lever.won_h for lever in found]
    assert all(hours > 0 for hours in won)
    assert won == sorted(won, reverse=True)


@settings(max_examples=60, deadline=None)
@given(households(4, 3), scenarios)
def test_the_hours_of_a_lever_are_those_of_the_run_down_with_it(house: Household, scenario: Scenario) -> None:
    before = lowest_first(run_down(house, scenario))
    for lever in levers(Plan(), house, scenario):
        if lever.measure.kind in (MeasureKind.SWAPS, MeasureKind.SWAP):
            continue
        if lever.measure.kind in (MeasureKind.TRAIN, MeasureKind.TO_CYLINDERS):
            continue
        after = lowest_first(run_down(changed(house, lever.measure, scenario.horizon_h), scenario))
        assert before is not None
        assert before is not UNKNOWN
        assert after is not UNKNOWN
        assert lever.first == after
        assert lever.won_h == (scenario.horizon_h if after is None else after.at_h) - before.at_h


@given(households(4, 3), scenarios)
@settings(max_examples=40, deadline=None)
def test_looking_for_levers_changes_nothing(house: Household, scenario: Scenario) -> None:
    before = run_down(house, scenario)
    levers(Plan(), house, scenario)
    assert run_down(house, scenario) == before


def test_nothing_can_be_won_where_nothing_is_known_to_stop() -> None:
    lasting = Device("d", "d", 30, internal=Battery(500))
    unknown = Device("u", "u", UNKNOWN, internal=Battery(1))
    assert levers(Plan(), Household((lasting,), on=ON), Scenario()) == ()
    assert levers(Plan(), replace(household(plans.case_a(), ON), devices=(unknown,)), Scenario()) == ()


def test_a_household_with_nothing_is_offered_a_storage_and_a_lent_generator() -> None:
    house = Household((Device("vent", "vent", 30, internal=Battery(6)),), on=ON)
    found = named(levers(Plan(), house, Scenario()))
    assert found["standard_portable", ""].won_h == pytest.approx(800 / 30)
    assert found["external", "vent"].won_h == pytest.approx(6)
    canisters = found["lend", ""].measure.amount
    assert canisters == 60  # thirty pairs of 2.2 h: 66 h after the six of the battery
    assert found["lend", ""].won_h == pytest.approx(66)


def test_manual_suction_nobody_can_do_is_offered_as_training() -> None:
    suction = Device("s", "s", 40, internal=Battery(1), swap=Swap.MANUAL_SUCTION)
    found = named(levers(Plan(), Household((suction,), on=ON), Scenario()))
    assert found["train", "s"].first is None


@pytest.mark.parametrize(("needed", "chosen"), [(1, 2), (7, 8), (12, 12), (60, 60), (61, 12)])
def test_the_smallest_amount_that_is_enough_is_chosen_else_the_usual_one(needed: int, chosen: int) -> None:
    offered = tuple(Measure(MeasureKind.CANISTERS, "g", amount) for amount in (12, *range(2, 61, 2)))
    assert smallest(offered, lambda measure: measure.amount >= needed).amount == chosen
