"""The plan's records become the engine's inputs as blackout.md says."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from evacplan.domain import figures as figures_module
from evacplan.domain.blackout import run_down
from evacplan.domain.blackout.counting import NotCounted, Reason
from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Battery,
    Canisters,
    CarEnergy,
    CarHours,
    Device,
    Figure,
    Generator,
    Household,
    Place,
    Source,
    Swap,
    Tank,
)
from evacplan.domain.choices import Availability, DeviceClass, Fallback, PowerUnit, UsePattern
from evacplan.domain.household import household, plan_date
from evacplan.domain.plan import Mark, Plan
from tests.domain import blackout_cases
from tests.domain.plans import CASE_A_ON, CASE_B_ON, a_device, a_plan, case_a, case_b, plans, without_external

TODAY = date(2026, 11, 20)
NONE = Mark(none=True)


def only_device(plan: Plan) -> Device:
    return household(plan, TODAY).devices[0]


def only_source(kind: str, marks: dict[str, Mark] | None = None, **answers: Any) -> Source:
    sources = {kind: ({"key": "one", **answers},)}
    return household(a_plan(marks=marks, power_sources=sources), TODAY).sources[0]


def without_names(house: Household) -> Household:
    """The household with keys and names numbered, so that two spellings of a case can be compared."""
    return replace(
        house,
        devices=tuple(replace(device, key=f"{i}", name="") for i, device in enumerate(house.devices)),
        sources=tuple(replace(source, key=f"{i}", name="") for i, source in enumerate(house.sources)),
    )


def test_case_a_gives_the_household_of_the_engines_own_test() -> None:
    found, wanted = household(case_a(), TODAY), blackout_cases.case_a()
    assert found.on == CASE_A_ON
    assert without_names(found) == without_names(wanted)


def test_case_b_gives_the_household_of_the_engines_own_test_but_for_the_inverters_volts() -> None:
    found, wanted = without_names(household(case_b(), TODAY)), without_names(blackout_cases.case_b())
    inverter = replace(
        wanted.sources[1], answers=replace(wanted.sources[1].answers, volts_100=None, hertz_50=None)
    )
    devices = tuple(replace(device, external=()) for device in wanted.devices)
    assert found.sources == (wanted.sources[0], inverter, wanted.sources[2])
    assert found.devices == devices
    assert (found.oxygen, found.leaving, found.on) == (wanted.oxygen, wanted.leaving, CASE_B_ON)


def test_the_inverter_of_case_b_does_not_count_for_its_wave_and_its_unknown_energy() -> None:
    (left_out,) = run_down(household(case_b(), TODAY)).not_counted
    assert left_out == NotCounted("kei_truck", (Reason.ENERGY_UNKNOWN, Reason.NOT_SINE))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"measured_w": 31, "rated_power": 170}, 31),
        ({"rated_power": 42}, 42),
        ({"rated_power": 90, "rated_unit": PowerUnit.VA}, 90),
        ({}, UNKNOWN),
    ],
)
def test_the_load_is_measured_else_rated_else_unknown(answers: dict[str, Any], expected: Figure) -> None:
    assert only_device(a_plan(a_device(**answers))).running_w == expected


def test_no_rated_power_on_the_label_is_not_zero_watts() -> None:
    plan = a_plan(a_device(), marks={"devices.devices.vent.rated_power": NONE})
    assert only_device(plan).running_w is UNKNOWN
    assert only_device(plan).peak_w is UNKNOWN


def test_own_batteries_are_unknown_until_somebody_gives_hours_or_says_none() -> None:
    plan = a_plan(a_device())
    assert only_device(plan).internal == Battery(UNKNOWN)
    assert only_device(plan).external == (Battery(UNKNOWN),)
    marks = {"devices.devices.vent.battery_h": NONE, **without_external("vent")}
    said = only_device(a_plan(a_device(), marks=marks))
    assert said.internal == Battery(0)
    assert said.external == ()


def test_a_battery_marked_unknown_is_unknown() -> None:
    unknown = Mark(unknown=True)
    marks = {
        "devices.devices.vent.battery_h": unknown,
        "devices.devices.vent.external_batteries": unknown,
    }
    device = only_device(a_plan(a_device(), marks=marks))
    assert (device.internal, device.external) == (Battery(UNKNOWN), (Battery(UNKNOWN),))


def test_old_batteries_count_half_from_the_date_of_the_plan() -> None:
    device = a_device(
        battery_h=6,
        battery_replaced_on="2024-06-01",
        external_batteries=({"key": "e", "count": 2, "hours_each": 4, "bought_on": "2026-01-01"},),
    )
    dated = a_plan(device, meeting={"updated_on": "2026-05-31"})
    assert only_device(dated).internal == Battery(6)
    assert only_device(a_plan(device)).internal == Battery(6, a_age=0.5)
    assert only_device(a_plan(device)).external == (Battery(4, 2, 1),)


def test_the_plans_own_date_goes_before_the_day_it_is_looked_at() -> None:
    assert plan_date(case_a(), TODAY) == CASE_A_ON
    assert plan_date(Plan(), TODAY) == TODAY


@pytest.mark.parametrize("fallback", list(Fallback))
def test_every_fallback_has_its_swap(fallback: Fallback) -> None:
    swap = only_device(a_plan(a_device(fallback=fallback))).swap
    assert (swap is Swap.NONE) == (fallback is Fallback.NONE)


def test_manual_suction_needs_somebody_named() -> None:
    device = a_device(fallback=Fallback.MANUAL_SUCTION)
    assert not only_device(a_plan(device, fallback={"suction_trained": (" ",)})).trained_person
    assert only_device(a_plan(device, fallback={"suction_trained": ("母",)})).trained_person


def test_an_empty_use_pattern_is_day_and_night_and_intermittent_use_without_numbers_is_unknown() -> None:
    household_of = a_plan(
        a_device(measured_w=1, battery_h=0, use_pattern=UsePattern.INTERMITTENT, minutes_per_use=4),
        marks=without_external("vent"),
    )
    assert run_down(household(household_of, TODAY)).devices[0].unknown


@pytest.mark.parametrize(
    ("availability", "place"),
    [
        (Availability.AT_HOME, Place.HOME),
        (Availability.BORROWED, Place.LENT),
        (Availability.MUNICIPAL, Place.LENT),
        (Availability.AT_DESTINATION, Place.SHELTER),
        (Availability.CONSIDERING, Place.CONSIDERED),
        (Availability.NONE, Place.NONE),
        (None, None),
    ],
)
def test_only_a_source_at_home_or_lent_is_at_hand(
    availability: Availability | None, place: Place | None
) -> None:
    assert only_source("portables", availability=availability).answers.place is place


def test_a_car_gives_its_kwh_else_its_hours_through_its_own_output_else_the_inverters() -> None:
    assert only_source("cars", usable_kwh=5, hours=9).energy == CarEnergy(5)
    assert only_source("cars", hours=9).energy == CarHours(9)
    assert only_source("cars").energy == CarHours(UNKNOWN)
    assert only_source("cars", output_w=1500, inverter_w=120).output_w == 1500
    assert only_source("cars", inverter_w=120).output_w == 120
    assert only_source("cars").output_w is UNKNOWN


def test_generators_burn_pairs_of_canisters_litres_or_bottles() -> None:
    def fuel(**answers: Any) -> object:
        energy = only_source("generators", hours_eco=2.2, **answers).energy
        assert isinstance(energy, Generator)
        assert (energy.eco_h, energy.rated_h) == (2.2, UNKNOWN)
        return energy.fuel

    assert fuel(fuel="gas_canister", canisters=12) == Canisters(12)
    assert fuel(fuel="petrol", stock_l=10, tank_l=2.5) == Tank(10, 2.5)
    assert fuel(fuel="lp_gas", bottles=3) == Tank(3, 1)
    assert fuel(fuel="petrol", bottles=3) == Tank(UNKNOWN, UNKNOWN)
    no_stock = {"power_sources.generators.one.canisters": NONE}
    assert fuel(fuel="gas_canister", marks=no_stock) == Canisters(0)


def test_a_child_without_oxygen_has_none_and_an_unanswered_question_about_it_stays_open() -> None:
    assert household(Plan(), TODAY).oxygen is None
    assert household(a_plan(oxygen={"in_use": False, "flow_rest": 1}), TODAY).oxygen is None
    assert household(a_plan(oxygen={"in_use": True}), TODAY).oxygen is not None
    assert household(a_plan(marks={"oxygen.in_use": Mark(unknown=True)}), TODAY).oxygen is not None
    concentrator = a_device(device_class=DeviceClass.OXYGEN_CONCENTRATOR)
    assert household(a_plan(concentrator), TODAY).oxygen is not None


def test_no_cylinders_must_be_said() -> None:
    asked = household(a_plan(oxygen={"in_use": True}), TODAY).oxygen
    said = household(a_plan(oxygen={"in_use": True}, marks={"oxygen.cylinders": NONE}), TODAY).oxygen
    assert asked is not None
    assert said is not None
    assert (asked.cylinders, said.cylinders) == (UNKNOWN, ())


def test_oxygen_that_nobody_measured_makes_the_headline_unknown() -> None:
    run = run_down(household(a_plan(oxygen={"in_use": True}), TODAY))
    assert (run.first_to_stop, run.autonomy_h, run.leave_by_h) == (UNKNOWN, UNKNOWN, UNKNOWN)
    assert run.at_least is None


@given(plans())
def test_the_run_down_takes_every_valid_plan(plan: Plan) -> None:
    house = household(plan, TODAY)
    found = figures_module.figures(plan, TODAY)
    assert found.household == house
    assert len(found.ordinary.devices) == len(plan.devices.devices)
    for result, device in zip(found.ordinary.devices, house.devices, strict=True):
        unknown = UNKNOWN in (device.running_w, device.internal.hours)
        assert result.unknown or not unknown
        assert (result.stops_at_h is UNKNOWN) == result.unknown


def test_a_generator_of_case_a_does_not_count_for_its_paper_and_its_last_start() -> None:
    reasons = (Reason.NOT_IN_WRITING, Reason.NOT_STARTED_IN_12_MONTHS)
    assert run_down(household(case_a(), TODAY)).not_counted == (NotCounted("chokai_generator", reasons),)
