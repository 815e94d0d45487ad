"""The figures of a plan: both cases' tables from their documents, the circumstances and the worst of them."""

from datetime import date

import pytest
from hypothesis import given

from evacplan.domain.blackout.inputs import UNKNOWN
from evacplan.domain.blackout.results import FirstStop, RunDown
from evacplan.domain.figures import Figures, Worst, figures, own_battery_h
from evacplan.domain.paths import put
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.scenarios import (
    DINNER,
    GENERATOR_FAILS,
    NO_CAR,
    OWN,
    WINTER_NIGHT,
    Circumstance,
    Operation,
    planned,
)
from tests.domain.plans import a_device, a_plan, case_a, case_b, plans, without_external

TODAY = date(2026, 11, 20)
MINIMUM = Operation.MINIMUM
OXIMETER = "devices.devices.oximeter.battery_h"


def case_b_with_oximeter() -> Plan:
    """Case B once the oximeter's battery is known to last nine hours."""
    plan = put(case_b(), OXIMETER, 9)
    return plan.model_copy(update={"marks": {p: m for p, m in plan.marks.items() if p != OXIMETER}})


def near(figure: float) -> object:
    """The figure as printed in the cases, to their sixth digit."""
    return pytest.approx(figure, abs=1e-6)


def assert_headline(run: RunDown, expected: tuple[str | None, float, float, float]) -> None:
    """First to stop, its hour, the hours of the vital devices and the hour to leave."""
    assert isinstance(run.first_to_stop, FirstStop)
    assert run.first_to_stop.device == expected[0]
    assert run.first_to_stop.at_h == near(expected[1])
    assert run.autonomy_h == near(expected[2])
    assert run.leave_by_h == near(expected[3])


@pytest.mark.parametrize(
    ("circumstance", "operation", "expected"),
    [
        (OWN, Operation.ORDINARY, ("suction", 62.007459, 61.840792, 58.790792)),
        (OWN, MINIMUM, ("ventilator", 139, 139, 135.783333)),
        (WINTER_NIGHT, MINIMUM, ("ventilator", 139, 139, 135.783333)),
        (DINNER, Operation.ORDINARY, ("ventilator", 58.212409, 58.212409, 54.995743)),
    ],
)
def test_case_a_gives_the_expected_headline(
    circumstance: Circumstance, operation: Operation, expected: tuple[str | None, float, float, float]
) -> None:
    run = figures(case_a(), TODAY).run(circumstance, operation)
    assert_headline(run, expected)
    assert run.gap_wh == 0
    assert run.leave_at_h == near(3.216667)


def test_case_a_stops_each_device_at_the_expected_hour() -> None:
    stops = {device.key: device.stops_at_h for device in figures(case_a(), TODAY).ordinary.devices}
    first = pytest.approx(61.840792, abs=1e-6)
    assert stops == {
        "ventilator": 67,
        "humidifier": 67,
        "suction": first,
        "oximeter": 66,
        "feeding_pump": 68.5,
        "nebuliser": first,
        "air_mattress": first,
        "heater": first,
    }


def test_the_loads_of_both_cases_are_the_expected_ones() -> None:
    a, b = figures(case_a(), TODAY), figures(case_b(), TODAY)
    assert (a.ordinary.now.w, a.ordinary.minimum.w) == (223, 37)
    assert (a.run(DINNER).now.w, a.run(DINNER).minimum.w) == (131, 45)
    assert (a.ordinary.now.day_wh, a.ordinary.minimum.day_wh) == (2555.5, 1125.5)
    assert (b.ordinary.now.w, b.ordinary.minimum.w) == (219, 55)
    assert (b.ordinary.now.day_wh, b.ordinary.minimum.day_wh) == (3530.8, 620)


@pytest.mark.parametrize(
    ("operation", "expected", "oximeter"),
    [
        (Operation.ORDINARY, ("suction", 37.851252, 59.665919), 37.517919),
        (MINIMUM, (None, 22.148, 22.148), 57.792727),
    ],
)
def test_case_b_says_unknown_with_lower_bounds_beside_it(
    operation: Operation, expected: tuple[str | None, float, float], oximeter: float
) -> None:
    run = figures(case_b(), TODAY).run(operation=operation)
    assert {run.first_to_stop, run.autonomy_h, run.gap_wh, run.leave_by_h} == {UNKNOWN}
    assert run.leave_at_h == 4.5
    assert run.at_least is not None
    assert run.at_least.first_to_stop is not None
    assert run.at_least.first_to_stop.device == expected[0]
    assert run.at_least.first_to_stop.at_h == near(expected[1])
    assert run.at_least.autonomy_h == near(expected[2])
    assert run.device("oximeter").at_least_h == near(oximeter)
    assert run.oxygen is not None
    assert run.oxygen.minutes == pytest.approx(1328.88)


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (Operation.ORDINARY, ("suction", 37.955952, 59.770619, 33.455952)),
        (MINIMUM, (None, 22.148, 22.148, 17.648)),
    ],
)
def test_case_b_is_known_once_the_oximeters_battery_is(
    operation: Operation, expected: tuple[str | None, float, float, float]
) -> None:
    run = figures(case_b_with_oximeter(), TODAY).run(operation=operation)
    assert_headline(run, expected)
    assert (run.gap_wh, run.leave_at_h) == (0, 4.5)


def test_the_worst_of_case_a_is_a_week_day_without_the_car() -> None:
    found = figures(case_a(), TODAY)
    assert found.circumstances == (OWN, DINNER, WINTER_NIGHT, NO_CAR)
    assert isinstance(found.worst, Worst)
    assert found.worst.circumstance is NO_CAR
    assert not found.worst.is_bound


def test_the_worst_of_case_b_is_a_lower_bound() -> None:
    found = figures(case_b(), TODAY)
    assert found.circumstances == (OWN, DINNER, WINTER_NIGHT, GENERATOR_FAILS)
    assert isinstance(found.worst, Worst)
    assert found.worst.circumstance is GENERATOR_FAILS
    assert found.worst.is_bound


def test_the_best_operation_of_case_b_keeps_the_concentrator_on_power() -> None:
    best = figures(case_b_with_oximeter(), TODAY).best
    assert best is not UNKNOWN
    assert best.steps[0].device == "concentrator"
    assert isinstance(best.result.first_to_stop, FirstStop)
    assert best.result.first_to_stop.at_h > 37.95


def test_a_planned_outage_ends_with_its_hours() -> None:
    assert figures(case_a(), TODAY).run(planned(8)).first_to_stop is None


def test_one_more_battery_hour_moves_the_line() -> None:
    more = put(case_a(), "devices.devices.suction.battery_h", 2.5)
    before, after = figures(case_a(), TODAY).ordinary, figures(more, TODAY).ordinary
    assert after.leave_by_h != before.leave_by_h


def test_what_does_not_touch_the_power_costs_no_new_walk() -> None:
    first = figures(case_a(), TODAY)
    other = put(case_a(), "child.nickname", "りり")
    assert figures(other, TODAY, first) is first
    assert figures(put(case_a(), "power_needs.target_h", 24), TODAY, first) is not first


def test_an_empty_plan_has_no_figures() -> None:
    found = figures(Plan(), TODAY)
    assert found.is_empty
    assert not found.has_vital
    assert figures(case_b(), TODAY).has_vital


def test_own_batteries_add_up_after_age_and_unknown_ones_stay_unknown() -> None:
    devices = {device.key: device for device in figures(case_a(), TODAY).household.devices}
    assert own_battery_h(devices["ventilator"]) == 14
    assert own_battery_h(devices["suction"]) == 0.75
    assert own_battery_h(devices["humidifier"]) == 0
    unsaid = figures(a_plan(a_device(battery_h=3)), TODAY).household.devices[0]
    assert own_battery_h(unsaid) is UNKNOWN


def test_the_portable_storage_alone_carries_the_mean_load_of_a_day() -> None:
    devices = [a_device(f"d{i}", measured_w=w, battery_h=0) for i, w in enumerate((60, 120, 100))]
    storage = {"key": "p", "availability": "at_home", "waveform": "sine", "volts": 100, "frequency": "hz50"}
    plan = a_plan(
        *devices,
        power_sources={"portables": ({**storage, "capacity_wh": 1024},)},
        marks=without_external("d0", "d1", "d2"),
    )
    found = figures(plan, TODAY)
    assert found.portable_wh == pytest.approx(819.2)
    assert found.portable_h() == pytest.approx(2.9257, abs=1e-4)
    assert figures(Plan(), TODAY).portable_h() is None


@given(plans())
def test_unknown_in_unknown_out(plan: Plan) -> None:
    found: Figures = figures(plan, TODAY)
    run = found.ordinary
    vital = [result for result in run.devices if result.priority in ("A", "B")]
    if any(result.unknown for result in vital):
        assert run.autonomy_h is UNKNOWN
        assert run.first_to_stop is UNKNOWN
        assert run.leave_by_h is UNKNOWN


@given(plans())
def test_the_worst_is_never_later_than_the_plans_own(plan: Plan) -> None:
    found = figures(plan, TODAY)
    own = found.ordinary.first_to_stop
    if isinstance(own, FirstStop) and found.worst is not UNKNOWN:
        assert found.worst.first is not None
        assert found.worst.first.at_h <= own.at_h


def test_confirming_an_unknown_battery_as_none_makes_it_known() -> None:
    said = case_b().model_copy(update={"marks": {**case_b().marks, OXIMETER: Mark(none=True)}})
    run = figures(said, TODAY).ordinary
    assert isinstance(run.first_to_stop, FirstStop)
    assert run.at_least is None
