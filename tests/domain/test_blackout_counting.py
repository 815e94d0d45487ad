"""Which sources count, and what an old battery is worth."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from evacplan.domain.blackout import Reason, battery_age_factor, reasons_not_to_count, run_down
from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Answers,
    Canisters,
    CarEnergy,
    CarHours,
    Device,
    Energy,
    Generator,
    Household,
    Place,
    Portable,
    Scenario,
    Source,
    Tank,
)

ON = date(2026, 11, 10)
YES = Answers(Place.HOME, None, True, True, True, True, date(2026, 9, 1), True)


def a_generator(**answers: object) -> Source:
    """A generator that counts, but for the answers named."""
    return Source("g", "発電機", Generator(Canisters(12), 2.2, 1.1), replace(YES, **answers), 900)  # type: ignore[arg-type]


def a_source(energy: Energy) -> Source:
    """A source at home with all answers yes and this energy."""
    return Source("s", "電源", energy, YES, 900)


def test_a_generator_with_every_answer_yes_counts() -> None:
    assert reasons_not_to_count(a_generator(), ON) == ()


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"place": None}, Reason.PLACE_EMPTY),
        ({"place": Place.SHELTER, "written": True}, Reason.NOT_AT_HAND),
        ({"place": Place.CONSIDERED, "written": True}, Reason.NOT_AT_HAND),
        ({"place": Place.NONE}, Reason.NOT_AT_HAND),
        ({"place": Place.LENT}, Reason.NOT_IN_WRITING),
        ({"place": Place.LENT, "written": False}, Reason.NOT_IN_WRITING),
        ({"sine": None}, Reason.WAVE_EMPTY),
        ({"sine": False}, Reason.NOT_SINE),
        ({"volts_100": None}, Reason.VOLTAGE_EMPTY),
        ({"volts_100": False}, Reason.NOT_100_V),
        ({"hertz_50": None}, Reason.FREQUENCY_EMPTY),
        ({"hertz_50": False}, Reason.NOT_50_HZ),
        ({"operator": None}, Reason.NO_OPERATOR),
        ({"operator": False}, Reason.NO_OPERATOR),
        ({"last_started": None}, Reason.START_EMPTY),
        ({"last_started": date(2025, 11, 9)}, Reason.NOT_STARTED_IN_12_MONTHS),
        ({"outdoor_place": None}, Reason.OUTDOOR_EMPTY),
        ({"outdoor_place": False}, Reason.NO_OUTDOOR_PLACE),
    ],
)
def test_every_missing_or_wrong_answer_is_a_reason(answers: dict[str, object], reason: Reason) -> None:
    assert reasons_not_to_count(a_generator(**answers), ON) == (reason,)


def test_a_lent_source_with_a_written_agreement_counts() -> None:
    assert reasons_not_to_count(a_generator(place=Place.LENT, written=True), ON) == ()


def test_a_start_exactly_twelve_months_ago_is_within_them() -> None:
    assert reasons_not_to_count(a_generator(last_started=date(2025, 11, 10)), ON) == ()


def test_all_reasons_are_listed_together() -> None:
    source = a_generator(place=Place.LENT, sine=False, operator=None)
    assert reasons_not_to_count(source, ON) == (Reason.NOT_IN_WRITING, Reason.NOT_SINE, Reason.NO_OPERATOR)


def test_an_empty_source_is_asked_about_everything() -> None:
    source = Source("g", "発電機", Generator(Canisters(UNKNOWN)))
    assert reasons_not_to_count(source, ON) == (
        Reason.PLACE_EMPTY,
        Reason.ENERGY_UNKNOWN,
        Reason.WAVE_EMPTY,
        Reason.VOLTAGE_EMPTY,
        Reason.FREQUENCY_EMPTY,
        Reason.NO_OPERATOR,
        Reason.START_EMPTY,
        Reason.OUTDOOR_EMPTY,
    )


def test_portable_storage_needs_no_operator_and_no_outdoor_place() -> None:
    answers = Answers(Place.HOME, None, True, True, True)
    assert reasons_not_to_count(Source("p", "電源", Portable(100), answers), ON) == ()


@pytest.mark.parametrize(
    "energy",
    [
        Portable(UNKNOWN),
        CarEnergy(UNKNOWN),
        CarHours(UNKNOWN),
        Generator(Canisters(UNKNOWN), 2, 1),
        Generator(Canisters(4)),
        Generator(Tank(UNKNOWN, 2.5), 2, 1),
        Generator(Tank(10, UNKNOWN), 2, 1),
        Generator(Tank(10, 0), 2, 1),
    ],
)
def test_a_source_of_unknown_energy_does_not_count(energy: Energy) -> None:
    assert reasons_not_to_count(a_source(energy), ON) == (Reason.ENERGY_UNKNOWN,)


@pytest.mark.parametrize(
    "energy",
    [
        Portable(UNKNOWN, usable_wh=532),
        Portable(0),
        CarHours(0),
        Generator(Canisters(0), 2, 1),
        Generator(Canisters(4), eco_h=2),
        Generator(Tank(10, 2.5), rated_h=4),
    ],
)
def test_a_known_energy_counts_even_when_it_is_nothing(energy: Energy) -> None:
    assert reasons_not_to_count(a_source(energy), ON) == ()


def test_a_source_left_out_by_the_scenario_says_so() -> None:
    household = Household((Device("d", "機器", 10),), (a_source(Portable(100)),), on=ON)
    result = run_down(household, Scenario(without=frozenset({"s"})))
    assert [found.reasons for found in result.not_counted] == [(Reason.LEFT_OUT,)]
    assert result.device("d").stops_at_h == 0


def test_the_stated_age_factor_wins_over_every_date() -> None:
    assert battery_age_factor(0.7, date(2020, 1, 1), date(2020, 1, 1), None, on=ON) == 0.7


@pytest.mark.parametrize(("due", "factor"), [(ON, 1), (ON - timedelta(days=1), 0.5)])
def test_a_battery_past_its_due_date_is_worth_half(due: date, factor: float) -> None:
    assert battery_age_factor(None, due, date(2010, 1, 1), date(2010, 1, 1), on=ON) == factor


@pytest.mark.parametrize(("since", "factor"), [(date(2024, 11, 10), 1), (date(2024, 11, 9), 0.5)])
def test_without_a_due_date_more_than_two_years_make_a_battery_old(since: date, factor: float) -> None:
    assert battery_age_factor(None, None, since, None, on=ON) == factor
    assert battery_age_factor(None, None, None, since, on=ON) == factor


def test_a_replaced_battery_is_as_old_as_its_replacement() -> None:
    assert battery_age_factor(None, None, date(2026, 1, 1), date(2015, 1, 1), on=ON) == 1


def test_two_years_after_a_leap_day_end_with_february() -> None:
    since = date(2024, 2, 29)
    assert battery_age_factor(None, None, since, None, on=date(2026, 2, 28)) == 1
    assert battery_age_factor(None, None, since, None, on=date(2026, 3, 1)) == 0.5


def test_dates_at_the_ends_of_the_calendar_raise_nothing() -> None:
    assert battery_age_factor(None, None, None, date(9999, 12, 31), on=ON) == 1
    assert battery_age_factor(None, None, date(1868, 1, 25), None, on=date(9999, 12, 31)) == 0.5


def test_a_battery_without_any_date_counts_as_young() -> None:
    assert battery_age_factor(None, None, None, None, on=ON) == 1
