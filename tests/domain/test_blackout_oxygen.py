"""How long the cylinders last and when their clock starts."""

from dataclasses import replace
from datetime import date

import pytest

from evacplan.domain.blackout import run_down
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
    Scenario,
    Source,
    Swap,
)
from evacplan.domain.blackout.results import FirstStop, OxygenResult
from evacplan.domain.power import hours_down

ON = date(2026, 11, 10)
MINIMUM = Scenario(minimum_operation=True)
FULL = Cylinder(3.4, 14.7)
CONCENTRATOR = Device("o", "o", 50, swap=Swap.CYLINDER)
STORAGE = Source("s", "s", Portable(100, 1), Answers(Place.HOME, None, True, True, True), 1500)


def ends(
    *devices: Device, oxygen: Oxygen, sources: tuple[Source, ...] = (), scenario: Scenario | None = None
) -> OxygenResult:
    """The oxygen of a run-down."""
    result = run_down(Household(devices, sources, oxygen, on=ON), scenario).oxygen
    assert result is not None
    return result


def minutes(oxygen: Oxygen) -> float:
    """Known minutes of the cylinders."""
    found = ends(oxygen=oxygen).minutes
    assert found is not UNKNOWN
    return found


def test_the_largest_flow_entered_counts() -> None:
    assert minutes(Oxygen(0.5, UNKNOWN, 0.25, cylinders=(FULL,))) == pytest.approx(499.8 * 0.8 / 0.5)
    assert minutes(Oxygen(0.5, 2, 0.25, cylinders=(FULL,))) == pytest.approx(499.8 * 0.8 / 2)


def test_contents_are_summed_before_anything_is_rounded() -> None:
    cylinders = (Cylinder(3.4, 14.7, count=3), Cylinder(1.1, 14.7))
    assert minutes(Oxygen(1, cylinders=cylinders)) == pytest.approx(1328.88)


def test_the_stated_content_of_a_cylinder_is_taken_and_another_factor_too() -> None:
    assert minutes(Oxygen(1, cylinders=(Cylinder(3.4, 14.7, 400, 2),), factor=0.9)) == pytest.approx(720)


@pytest.mark.parametrize(
    ("conserver", "note", "factor", "times"),
    [(True, True, None, 2), (True, True, 3.0, 3), (True, False, 3.0, 1), (False, True, 3.0, 1)],
)
def test_a_conserver_counts_only_with_the_doctors_note(
    conserver: bool, note: bool, factor: float | None, times: float
) -> None:
    cylinder = replace(FULL, conserver=conserver, conserver_factor=factor)
    assert minutes(Oxygen(1, cylinders=(cylinder,), conserver_note=note)) == pytest.approx(399.84 * times)


def test_the_factor_used_is_told() -> None:
    assert ends(oxygen=Oxygen(1, cylinders=(FULL,), factor=0.9)).factor == 0.9


def test_without_a_concentrator_the_clock_starts_with_the_outage() -> None:
    found = ends(oxygen=Oxygen(1, cylinders=(FULL,)))
    assert (found.starts_at_h, found.ends_at_h) == (0, 6.664)


def test_t22_oxygen_ends_before_the_ventilator_stops() -> None:
    vent = Device("vent", "vent", 20, internal=Battery(42.6))
    result = run_down(Household((vent,), (), Oxygen(1, cylinders=(FULL,)), on=ON))
    assert isinstance(result.first_to_stop, FirstStop)
    assert result.first_to_stop.device is None
    assert hours_down(result.first_to_stop.at_h) == 6.6


def test_the_clock_stands_still_while_the_concentrator_runs() -> None:
    found = ends(CONCENTRATOR, oxygen=Oxygen(1, cylinders=(FULL,)), sources=(STORAGE,))
    assert (found.starts_at_h, found.ends_at_h) == (2, 8.664)


def test_minimum_operation_starts_the_clock_at_once() -> None:
    found = ends(CONCENTRATOR, oxygen=Oxygen(1, cylinders=(FULL,)), sources=(STORAGE,), scenario=MINIMUM)
    assert found.starts_at_h == 0


def test_of_several_concentrators_the_last_one_starts_the_clock() -> None:
    portable = Device("p", "p", 10, swap=Swap.CYLINDER, internal=Battery(5))
    found = ends(CONCENTRATOR, portable, oxygen=Oxygen(1, cylinders=(FULL,)), sources=(STORAGE,))
    assert found.starts_at_h == 5


def test_a_concentrator_that_runs_to_the_horizon_never_starts_the_clock() -> None:
    lasting = replace(CONCENTRATOR, internal=Battery(200))
    found = ends(lasting, oxygen=Oxygen(1, cylinders=(FULL,)))
    assert (found.starts_at_h, found.ends_at_h) == (None, None)


def test_a_concentrator_without_cylinders_stops_like_any_device() -> None:
    result = run_down(Household((CONCENTRATOR,), (STORAGE,), Oxygen(1, cylinders=()), on=ON))
    assert result.first_to_stop == FirstStop("o", 2)
    assert result.device("o").swapped_at_h is None


def test_a_swapped_concentrator_has_not_stopped() -> None:
    result = run_down(Household((CONCENTRATOR,), (STORAGE,), Oxygen(1, cylinders=(FULL,)), on=ON))
    device = result.device("o")
    assert (device.stops_at_h, device.harm_at_h) == (None, None)
    assert (device.swap, device.swapped_at_h) == (Swap.CYLINDER, 2)
    assert [(segment.from_h, segment.supply.value) for segment in device.segments] == [
        (0, "source"),
        (2, "swap"),
    ]


def test_the_swap_begins_with_the_interruption_that_outlasts_the_tolerance() -> None:
    patient = replace(CONCENTRATOR, tolerance_min=30)
    late = replace(STORAGE, ready_after_min=20)
    found = ends(patient, oxygen=Oxygen(1, cylinders=(FULL,)), sources=(late,))
    assert found.starts_at_h == pytest.approx(2 + 1 / 3)


def test_an_end_beyond_the_horizon_is_none() -> None:
    found = ends(oxygen=Oxygen(1, cylinders=(FULL,)), scenario=Scenario(horizon_h=6))
    assert (found.starts_at_h, found.ends_at_h) == (0, None)
