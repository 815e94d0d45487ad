"""The best operation: of all combinations of swaps the one whose first stop comes latest."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings

from evacplan.domain.blackout import best_operation, run_down
from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Answers,
    Battery,
    Cylinder,
    Device,
    Household,
    Oxygen,
    Place,
    Portable,
    Priority,
    Scenario,
    Source,
    Swap,
    When,
)
from evacplan.domain.blackout.results import FirstStop, RunDown
from evacplan.domain.blackout.swaps import swap_is_possible
from tests.domain.blackout_cases import case_a, case_b
from tests.domain.blackout_strategies import households, scenarios

ON = date(2026, 11, 10)
STORAGE = Source("s", "s", Portable(100, 1), Answers(Place.HOME, None, True, True, True), 1500)
NEVER = float("inf")


def first_h(result: RunDown) -> float:
    """Hour of the first stop, infinity when nothing stops; it must be known."""
    assert result.first_to_stop is not UNKNOWN
    return NEVER if result.first_to_stop is None else result.first_to_stop.at_h


def made(result: RunDown) -> int:
    """How many swaps were really made."""
    return sum(device.swapped_at_h is not None for device in result.devices)


def every_operation(household: Household, scenario: Scenario) -> Iterator[tuple[float, int]]:
    """First stop and number of swaps of every combination, the long way round."""
    keys = [d.key for d in household.devices if swap_is_possible(d, household.oxygen)]
    for moments in product([None, When.AT_ONCE, When.ON_STOP], repeat=len(keys)):
        swaps = tuple((key, when) for key, when in zip(keys, moments, strict=True) if when is not None)
        result = run_down(household, replace(scenario, swaps=swaps))
        yield first_h(result), made(result)


@settings(max_examples=60, deadline=None)
@given(households(4, 3), scenarios)
def test_no_other_combination_lasts_longer_or_as_long_with_fewer_swaps(
    household: Household, scenario: Scenario
) -> None:
    best = best_operation(household, scenario)
    assert best is not UNKNOWN
    found = (-first_h(best.result), made(best.result))
    assert found == min((-hour, swaps) for hour, swaps in every_operation(household, scenario))
    assert len(best.steps) == made(best.result)


def test_case_a_needs_four_swaps_to_last_as_long_as_minimum_operation() -> None:
    best = best_operation(case_a())
    assert best is not UNKNOWN
    assert best.result.first_to_stop == FirstStop("vent", 139)
    steps = [(step.device, step.when) for step in best.steps]
    assert steps == [
        ("suction", When.AT_ONCE),
        ("humidifier", When.AT_ONCE),
        ("mattress", When.AT_ONCE),
        ("pump", When.ON_STOP),
    ]


def test_case_b_keeps_the_concentrator_on_mains_sources_until_they_end() -> None:
    best = best_operation(case_b(9))
    assert best is not UNKNOWN
    assert first_h(best.result) == pytest.approx(38.622619, abs=1e-6)
    assert [(step.device, step.when) for step in best.steps] == [
        ("concentrator", When.ON_STOP),
        ("suction", When.ON_STOP),
    ]
    assert best.steps[0].at_h == pytest.approx(37.622619, abs=1e-6)


def test_with_an_unknown_battery_the_best_lower_bound_wins_and_the_figure_stays_unknown() -> None:
    best = best_operation(case_b())
    assert best is not UNKNOWN
    assert best.result.first_to_stop is UNKNOWN
    assert best.result.at_least is not None
    bound = best.result.at_least.first_to_stop
    assert bound is not None
    assert (bound.device, round(bound.at_h, 6)) == ("oximeter", 38.517919)


def test_nothing_to_swap_is_an_operation_too() -> None:
    best = best_operation(Household((Device("d", "d", 10),), (STORAGE,), on=ON))
    assert best is not UNKNOWN
    assert best.steps == ()
    assert best.result.first_to_stop == FirstStop("d", 10)


def test_no_swap_is_made_where_nothing_stops() -> None:
    device = Device("d", "d", 10, internal=Battery(200))
    best = best_operation(Household((device, Device("h", "h", 1, Priority.C, swap=Swap.PAUSE)), on=ON))
    assert best is not UNKNOWN
    assert best.steps == ()


def test_unknown_oxygen_leaves_no_best_operation() -> None:
    concentrator = Device("o", "o", 50, swap=Swap.CYLINDER)
    household = Household((concentrator,), (STORAGE,), Oxygen(1, cylinders=UNKNOWN), on=ON)
    assert best_operation(household) is UNKNOWN


def test_an_unknown_load_that_cannot_be_swapped_leaves_no_best_operation() -> None:
    assert best_operation(Household((Device("d", "d", UNKNOWN),), (STORAGE,), on=ON)) is UNKNOWN


def test_an_unknown_load_is_swapped_at_once_when_that_makes_the_rest_certain() -> None:
    devices = (Device("vent", "vent", 10), Device("h", "h", UNKNOWN, Priority.B, swap=Swap.HME))
    best = best_operation(Household(devices, (STORAGE,), on=ON))
    assert best is not UNKNOWN
    assert best.result.first_to_stop == FirstStop("vent", 10)
    assert [step.device for step in best.steps] == ["h"]


def test_an_unknown_battery_of_the_concentrator_still_allows_a_choice() -> None:
    concentrator = Device("o", "o", 50, swap=Swap.CYLINDER, internal=Battery(UNKNOWN))
    household = Household((concentrator,), (STORAGE,), Oxygen(1, cylinders=(Cylinder(3.4, 14.7),)), on=ON)
    best = best_operation(household)
    assert best is not UNKNOWN
    assert [(step.when, step.at_h) for step in best.steps] == [(When.ON_STOP, UNKNOWN)]


def test_many_swaps_are_bundled_and_still_made() -> None:
    many = tuple(Device(f"p{i}", "p", 5 + i, Priority.C, swap=Swap.PAUSE) for i in range(20))
    household = Household((Device("vent", "vent", 10), *many), (STORAGE,), on=ON)
    best = best_operation(household)
    assert best is not UNKNOWN
    assert best.result.first_to_stop == FirstStop("vent", 10)
    assert len(best.steps) == 20
