"""The formulas F1 to F15 and the worked examples T1 to T24 of power.md that need no walk."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.power import (
    CANISTERS_UNREALISTIC_ABOVE,
    battery_hours,
    canister_hours,
    canisters_for,
    car_hours,
    clock_down,
    day_wh,
    duty,
    exact,
    first_to_stop,
    hours_down,
    hours_on,
    hours_up,
    leave_at_h,
    leave_by_h,
    minutes_down,
    output_holds,
    oxygen_content_l,
    oxygen_minutes,
    pool_hours,
    quantity_up,
    running_w,
    tank_fills_for,
    tank_hours,
    usable_wh,
    ventilator_hours,
    watts_of_volts_and_amperes,
    with_conserver,
)


def shown(hours: Fraction | None) -> float:
    """Hours as the app shows them; the test expects them to be finite."""
    assert hours is not None
    return hours_down(hours)


def test_t1_running_w_decides_the_hours_and_the_rating_the_output_check() -> None:
    assert shown(hours_on(usable_wh(300, 1), 300)) == 1.0
    assert shown(hours_on(usable_wh(300, 1), 30)) == 10.0
    assert not output_holds([300], 299)
    assert output_holds([300], 300)


def test_t2_a_stated_fraction_is_used() -> None:
    usable = usable_wh(537.6, 0.85)
    assert usable == Fraction("456.96")
    assert shown(hours_on(usable, 45)) == 10.1


def test_t3_eight_tenths_of_the_capacity_are_usable() -> None:
    assert shown(hours_on(usable_wh(2000), 50)) == 32.0


def test_t4_measured_and_default_fraction_stand_side_by_side() -> None:
    measured, default = shown(hours_on(532, 60)), shown(hours_on(usable_wh(626), 60))
    assert (measured, default) == (8.8, 8.3)
    assert min(measured, default) == 8.3


def test_t5_sums_of_loads_now_and_at_least() -> None:
    assert day_wh([(60, 24), (120, 24), (100, 24)]) == 6720
    assert day_wh([(60, 24)]) == 1440


def test_t6_one_storage_carries_all_loads_or_the_ventilator_alone() -> None:
    assert shown(pool_hours([usable_wh(1024)], [60, 120, 100])) == 2.9
    assert shown(pool_hours([usable_wh(1024)], [60])) == 13.6


def test_t7_a_cylinder_at_four_litres() -> None:
    content = oxygen_content_l(3.4, 10)
    assert content == 340
    assert content * exact(0.8) == 272
    assert minutes_down(oxygen_minutes(content, 4)) == 68


@pytest.mark.parametrize(("flow", "plain", "safe"), [(0.5, 600, 480), (2, 150, 120), (3, 100, 80)])
def test_t8_three_hundred_litres_with_and_without_the_factor(flow: float, plain: int, safe: int) -> None:
    assert minutes_down(oxygen_minutes(300, flow, 1)) == plain
    assert minutes_down(oxygen_minutes(300, flow)) == safe


def test_t9_a_tenth_lost() -> None:
    assert minutes_down(oxygen_minutes(400, 1, 0.9)) == 360


def test_t10_a_full_cylinder() -> None:
    content = oxygen_content_l(3.4, 14.7)
    assert content == Fraction("499.8")
    assert minutes_down(oxygen_minutes(content, 1)) == 399


def test_t11_canisters_for_a_day() -> None:
    assert (canisters_for(24, 2.2), canisters_for(24, 1.1)) == (22, 44)


def test_t12_canisters_for_three_days_are_not_realistic() -> None:
    assert (canisters_for(72, 2.2), canisters_for(72, 1.1)) == (66, 132)
    assert canisters_for(72, 2.2) > CANISTERS_UNREALISTIC_ABOVE


def test_t13_petrol_for_three_days() -> None:
    fills = (tank_fills_for(72, 10), tank_fills_for(72, 4))
    assert fills == (8, 18)
    assert [fill * 2.5 for fill in fills] == [20, 45]


def test_t14_all_batteries_and_the_storage_in_a_row() -> None:
    source = hours_on(532, 20)
    assert source is not None
    assert shown(ventilator_hours(8, [8], [source])) == 42.6


def test_t15_the_settings_shorten_the_battery() -> None:
    assert shown(battery_hours(16, a_set=0.82)) == 13.1


def test_t16_a_car_lasts_for_days() -> None:
    hours = car_hours(40, 400)
    assert hours == 100
    assert hours_down(hours / 24) == 4.1


def test_t17_a_pump_used_four_hours_a_day() -> None:
    assert hours_down(battery_hours(14) / 4) == 3.5


def test_t18_a_suction_unit_used_now_and_then() -> None:
    assert day_wh([(40, 24 * duty(5, 24))]) == 80


def test_t20_leave_when_three_and_a_half_hours_are_left() -> None:
    leave_at = leave_at_h(30, 30, 30, 2)
    assert leave_at == Fraction("3.5")
    assert leave_by_h(10, leave_at) == Fraction("6.5")


def test_t22_the_oxygen_stops_before_the_ventilator() -> None:
    found = first_to_stop([("vent", 42.6, 0), ("oxygen", Fraction(399, 60), 0)])
    assert found is not None
    assert (found[0], hours_down(found[1])) == ("oxygen", 6.6)


def test_t24_va_counts_as_w() -> None:
    load = running_w(None, None, 90)
    assert load is not None
    assert shown(hours_on(usable_wh(240), load)) == 2.1


def test_the_tolerance_counts_in_what_stops_first_and_of_equals_the_first_listed_wins() -> None:
    assert first_to_stop([("a", 10, 60), ("b", 10.5, 10)]) == ("b", Fraction("10.5") + Fraction(1, 6))
    assert first_to_stop([("a", 10, 0), ("b", 10, 0)]) == ("a", Fraction(10))
    assert first_to_stop([]) is None


def test_measured_goes_before_rated_and_nothing_stays_nothing() -> None:
    assert running_w(31, 170, 300) == 31
    assert running_w(None, 170, 300) == 170
    assert running_w(None) is None
    assert watts_of_volts_and_amperes(100, 1.2) == 120


def test_no_load_never_ends() -> None:
    assert hours_on(100, 0) is None


def test_an_odd_canister_is_of_no_use_but_part_of_a_tank_is() -> None:
    assert canister_hours(13, 2.2) == canister_hours(12, 2.2) == Fraction("13.2")
    assert tank_hours(10, 2.5, 8.5) == 34
    assert tank_hours(1, 2.5, 10) == 4


def test_a_conserver_doubles_the_minutes() -> None:
    assert with_conserver(100) == 200


def test_the_reserve_is_never_below_two_hours() -> None:
    assert leave_at_h(0, 0, 0) == leave_at_h(0, 0, 0, 1) == 2
    assert leave_at_h(0, 0, 0, 3) == 3


def test_leaving_is_never_before_the_outage() -> None:
    assert leave_by_h(2, 3.5) == 0


def test_duty_is_never_above_the_whole_day() -> None:
    assert duty(60, 48) == 1


def test_figures_are_taken_as_typed() -> None:
    assert exact(0.1) + exact(0.2) == exact(0.3)


def test_hours_go_down_needs_and_loads_go_up() -> None:
    assert hours_down(58.790792) == 58.7
    assert hours_up(3.216667) == 3.3
    assert (hours_down(4.5), hours_up(4.5)) == (4.5, 4.5)
    assert minutes_down(1328.88) == 1328
    assert (quantity_up(2555.5), quantity_up(223)) == (2556, 223)
    assert clock_down(58.790792) == (58, 47)


@given(st.integers(0, 30_000), st.integers(0, 30_000))
def test_a_difference_of_floats_does_not_lose_a_step(first: int, second: int) -> None:
    low, high = sorted((first, second))
    assert hours_down(high / 10 - low / 10) == (high - low) / 10
    assert hours_up(high / 10 - low / 10) == (high - low) / 10
    assert clock_down(high / 60 - low / 60) == divmod(high - low, 60)
