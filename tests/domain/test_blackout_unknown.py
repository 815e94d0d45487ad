"""Unknown is contagious: what nobody has confirmed is never zero, never a default, and never hidden."""

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
    Figure,
    Household,
    Intermittent,
    Leaving,
    Oxygen,
    Place,
    Portable,
    Priority,
    Scenario,
    Source,
    Swap,
)
from evacplan.domain.blackout.results import AtLeast, FirstStop, RunDown

ON = date(2026, 11, 10)
STORAGE = Source("s", "s", Portable(100, 1), Answers(Place.HOME, None, True, True, True), 1500)
MINIMUM = Scenario(minimum_operation=True)
FULL = Cylinder(3.4, 14.7)


def a_run(
    *devices: Device,
    sources: tuple[Source, ...] = (STORAGE,),
    oxygen: Oxygen | None = None,
    scenario: Scenario | None = None,
) -> RunDown:
    """The run-down of these devices with a storage of 100 Wh."""
    return run_down(Household(devices, sources, oxygen, Leaving(0, 0, 0), on=ON), scenario)


def figures(result: RunDown) -> tuple[object, ...]:
    """The four figures unknown spreads to."""
    return (result.first_to_stop, result.autonomy_h, result.leave_by_h, result.gap_wh)


ALL_UNKNOWN = (UNKNOWN,) * 4
VENT = Device("vent", "vent", 10, internal=Battery(4))


def test_t23_unknown_hours_of_a_battery_make_the_figures_unknown() -> None:
    result = a_run(replace(VENT, internal=Battery(UNKNOWN)))
    assert figures(result) == ALL_UNKNOWN
    device = result.device("vent")
    assert (device.unknown, device.stops_at_h, device.harm_at_h) == (True, UNKNOWN, UNKNOWN)
    assert device.at_least_h == 10
    assert result.at_least == AtLeast(FirstStop("vent", 10), 10, 8)


@pytest.mark.parametrize(
    "battery",
    [Battery(UNKNOWN), Battery(4, UNKNOWN), Battery(UNKNOWN, UNKNOWN)],
    ids=["hours", "count", "both"],
)
def test_unknown_external_batteries_are_unknown_batteries(battery: Battery) -> None:
    assert figures(a_run(replace(VENT, external=(battery,)))) == ALL_UNKNOWN


def test_an_unknown_load_on_a_source_allows_no_lower_bound_at_all() -> None:
    other = Device("b", "b", 5, Priority.B)
    result = a_run(replace(VENT, running_w=UNKNOWN), other)
    assert figures(result) == ALL_UNKNOWN
    assert result.at_least is None
    assert result.device("vent").at_least_h is None
    assert result.device("b").stops_at_h == 20


def test_an_unknown_load_without_any_source_allows_the_hours_of_the_battery() -> None:
    result = a_run(replace(VENT, running_w=UNKNOWN), sources=())
    assert figures(result) == ALL_UNKNOWN
    assert result.at_least == AtLeast(FirstStop("vent", 4), 4, 2)


def test_an_unknown_use_counts_as_always_on_for_the_lower_bound() -> None:
    result = a_run(replace(VENT, use=Intermittent(UNKNOWN, 12)))
    assert figures(result) == ALL_UNKNOWN
    assert result.device("vent").at_least_h == 14
    assert result.now.w == 10
    assert result.now.day_wh is UNKNOWN


@pytest.mark.parametrize("priority", [Priority.C, Priority.D])
@pytest.mark.parametrize("running_w", [UNKNOWN, 5.0])
def test_an_unknown_device_of_low_priority_is_unknown_alone(priority: Priority, running_w: Figure) -> None:
    other = Device("other", "other", running_w, priority, internal=Battery(UNKNOWN))
    result = a_run(VENT, other)
    assert result.device("other").stops_at_h is UNKNOWN
    assert result.at_least is None
    assert UNKNOWN not in figures(result)
    assert (result.device("other").at_least_h is None) == (running_w is UNKNOWN)


def test_a_swapped_device_is_no_longer_unknown() -> None:
    humidifier = Device("h", "h", UNKNOWN, Priority.B, swap=Swap.HME)
    result = a_run(VENT, humidifier, scenario=MINIMUM)
    assert figures(result) == (FirstStop("vent", 14), 14, 12, 580)
    assert not result.device("h").unknown


def test_the_gap_is_judged_under_minimum_operation() -> None:
    humidifier = Device("h", "h", UNKNOWN, Priority.B, swap=Swap.HME)
    assert figures(a_run(VENT, humidifier)) == (UNKNOWN, UNKNOWN, UNKNOWN, 580)


def test_a_sum_with_an_unknown_load_is_unknown_beside_its_known_part() -> None:
    result = a_run(VENT, Device("h", "h", UNKNOWN, Priority.D, swap=Swap.PAUSE))
    assert (result.now.w, result.now.known_w) == (UNKNOWN, 10)
    assert (result.now.day_wh, result.now.known_day_wh) == (UNKNOWN, 240)
    assert (result.minimum.w, result.minimum.day_wh) == (10, 240)


CONCENTRATOR = Device("o", "o", 50, swap=Swap.CYLINDER, concentrator=True)


@pytest.mark.parametrize(
    "oxygen",
    [
        Oxygen(cylinders=(FULL,)),
        Oxygen(1),
        Oxygen(1, cylinders=(FULL, Cylinder(3.4))),
        Oxygen(1, cylinders=(Cylinder(3.4, 14.7, count=UNKNOWN),)),
        Oxygen(0, 0, 0, cylinders=(FULL,)),
    ],
    ids=["flow", "cylinders", "pressure", "count", "a flow of zero"],
)
@pytest.mark.parametrize("scenario", [Scenario(), MINIMUM])
def test_unknown_oxygen_makes_all_but_the_gap_unknown(oxygen: Oxygen, scenario: Scenario) -> None:
    result = a_run(CONCENTRATOR, oxygen=oxygen, scenario=scenario)
    assert figures(result) == (UNKNOWN, UNKNOWN, UNKNOWN, 0)
    assert result.at_least is None
    assert result.oxygen is not None
    assert (result.oxygen.minutes, result.oxygen.ends_at_h) == (UNKNOWN, UNKNOWN)


def test_oxygen_that_starts_with_an_unknown_concentrator_is_unknown_but_its_gap_is_not() -> None:
    unknown = replace(CONCENTRATOR, running_w=UNKNOWN)
    result = a_run(unknown, oxygen=Oxygen(1, cylinders=(FULL,)))
    assert figures(result) == (UNKNOWN, UNKNOWN, UNKNOWN, 0)
    assert result.oxygen is not None
    assert (result.oxygen.starts_at_h, result.oxygen.ends_at_h) == (UNKNOWN, UNKNOWN)
    assert result.oxygen.minutes == pytest.approx(399.84)
    assert result.device("o").swapped_at_h is UNKNOWN
    assert result.at_least is None


def test_under_minimum_operation_the_unknown_concentrator_does_not_matter() -> None:
    unknown = replace(CONCENTRATOR, running_w=UNKNOWN)
    result = a_run(unknown, oxygen=Oxygen(1, cylinders=(FULL,)), scenario=MINIMUM)
    assert result.first_to_stop == FirstStop(None, 6.664)


def test_unknown_is_neither_zero_nor_nothing() -> None:
    result = a_run(replace(VENT, internal=Battery(UNKNOWN)))
    for figure in figures(result):
        assert figure is not None
        assert figure != 0
