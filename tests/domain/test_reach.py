"""What it would take to reach the target."""

from datetime import date

import pytest
from hypothesis import given, settings

from evacplan.domain.blackout import best_operation
from evacplan.domain.blackout.inputs import UNKNOWN, Battery, Device, Household, Oxygen, Scenario, Swap
from evacplan.domain.household import household
from evacplan.domain.levers import lasts_to, taken
from evacplan.domain.measures import Measure, MeasureKind
from evacplan.domain.plan import Plan
from evacplan.domain.reach import Reach, reach
from tests.domain import plans
from tests.domain.blackout_strategies import households, scenarios

ON = date(2026, 11, 20)


def of_case(plan: Plan, **answers: float) -> Reach:
    found = reach(plan, household(plan, ON), Scenario(**answers))
    assert found is not UNKNOWN
    return found


def test_case_a_needs_nothing_but_its_swaps() -> None:
    found = of_case(plans.case_a())
    assert (found.steps, found.is_reached, found.is_bound, found.unknown) == ((), True, False, ())


def test_case_b_reaches_72_hours_with_ten_litres_more_and_says_what_is_unknown() -> None:
    found = of_case(plans.case_b())
    assert found.steps == (Measure(MeasureKind.FUEL, "town_generator", 10),)
    assert found.is_reached
    assert found.is_bound
    assert found.first is not None
    assert found.first.at_h == pytest.approx(72.517919)
    assert found.unknown == ("oximeter",)


def test_a_target_out_of_reach_is_called_so() -> None:
    assert not of_case(plans.case_b(), target_h=160).is_reached


def test_unknown_oxygen_makes_the_answer_unknown() -> None:
    concentrator = Device("c", "c", 120, concentrator=True, swap=Swap.CYLINDER)
    assert reach(Plan(), Household((concentrator,), oxygen=Oxygen(rest=1), on=ON), Scenario()) is UNKNOWN


@settings(max_examples=60, deadline=None)
@given(households(4, 3), scenarios)
def test_the_measures_are_enough_and_none_of_them_is_needless(house: Household, scenario: Scenario) -> None:
    found = reach(Plan(), house, scenario)
    if found is UNKNOWN:
        return
    now, _ = taken(house, scenario, *found.steps)
    best = best_operation(now, scenario)
    assert best is not UNKNOWN
    assert found.is_reached is lasts_to(best.result, scenario.target_h)
    if not found.steps:
        assert found.first == found.before


def test_a_single_device_needs_the_fewest_batteries() -> None:
    house = Household((Device("vent", "vent", 2000, external=(Battery(20, 3),)),), on=ON)
    found = reach(Plan(), house, Scenario())
    assert found is not UNKNOWN
    assert found.steps == (Measure(MeasureKind.EXTERNAL, "vent", 1),)
