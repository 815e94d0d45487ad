"""The rules of blackout.md one by one, each with the smallest household that shows it."""

from dataclasses import replace
from datetime import date

import pytest

from evacplan.domain.blackout import best_operation, forget, run_down
from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Answers,
    Battery,
    Canisters,
    CarEnergy,
    CarHours,
    Daily,
    Device,
    Energy,
    Figure,
    Generator,
    Household,
    Intermittent,
    Leaving,
    Place,
    Portable,
    Priority,
    Scenario,
    Source,
    Swap,
    Tank,
    When,
)
from evacplan.domain.blackout.results import FirstStop, OutputExcess, RunDown
from evacplan.domain.blackout.walk import State
from evacplan.domain.power import hours_down
from evacplan.domain.times import parse_bands

ON = date(2026, 11, 10)
COUNTS = Answers(Place.HOME, None, True, True, True, True, ON, True)
MINIMUM = Scenario(minimum_operation=True)


def a_device(key: str = "d", running_w: Figure = 10, **parts: object) -> Device:
    """A life-critical device without any battery that may not be off, but for the parts named."""
    return replace(Device(key, key, running_w), **parts)  # type: ignore[arg-type]


def a_source(energy: Energy, key: str = "s", output_w: Figure = 1500, ready_after_min: float = 0) -> Source:
    """A source that counts."""
    return Source(key, key, energy, COUNTS, output_w, ready_after_min)


def a_run(*devices: Device, sources: tuple[Source, ...] = (), scenario: Scenario | None = None) -> RunDown:
    """The run-down of these devices and sources."""
    return run_down(Household(devices, sources, on=ON), scenario)


def daily(text: str) -> Daily:
    """Daily bands of a text."""
    return Daily(parse_bands(text))


def supplies(result: RunDown, key: str = "d") -> list[tuple[float, float, str]]:
    """Segments of a device as (from, to, supply or source key)."""
    return [(s.from_h, s.to_h, s.source or s.supply.value) for s in result.device(key).segments]


def test_own_batteries_are_used_before_sources_internal_first() -> None:
    device = a_device(internal=Battery(2), external=(Battery(1, 2), Battery(1)))
    result = a_run(device, sources=(a_source(Portable(100, 1)),))
    assert supplies(result) == [
        (0, 2, "internal"),
        (2, 5, "external"),
        (5, 15, "s"),
        (15, 168, "stopped"),
    ]


def test_sources_are_used_portable_then_car_then_generator_whatever_their_listing() -> None:
    sources = (
        a_source(Generator(Canisters(4), 2, 2), "generator"),
        a_source(CarEnergy(0.02), "car"),
        a_source(Portable(10, 1), "second"),
        a_source(Portable(10, usable_wh=20), "third"),
    )
    result = a_run(a_device(), sources=sources)
    used = [supply for _, _, supply in supplies(result)]
    assert used == ["second", "third", "car", "generator", "stopped"]
    assert result.device("d").stops_at_h == 1 + 2 + 2 + 4


def test_batteries_shrink_with_age_settings_and_cold_and_cars_do_not() -> None:
    device = a_device(internal=Battery(10, a_age=0.5), a_set=0.8)
    sources = (a_source(Portable(100)), a_source(CarEnergy(0.1), "car"))
    assert a_run(device, sources=sources).device("d").stops_at_h == 4 + 8 + 10
    cold = a_run(device, sources=sources, scenario=Scenario(cold=True))
    assert cold.device("d").stops_at_h == pytest.approx(3.2 + 6.4 + 10)


def test_an_intermittent_device_spares_its_battery_and_the_energy_but_not_the_output() -> None:
    device = a_device(running_w=24, use=Intermittent(5, 12), internal=Battery(1))
    result = a_run(device, sources=(a_source(Portable(24, 1), output_w=24),))
    assert supplies(result) == [(0, 24, "internal"), (24, 48, "s"), (48, 168, "stopped")]
    too_small = a_run(device, sources=(a_source(Portable(24, 1), output_w=23),))
    assert too_small.device("d").stops_at_h == 24


def test_a_band_counts_from_its_first_minute_and_not_at_its_last() -> None:
    device = a_device(use=daily("21:00-06:00"), internal=Battery(8))
    result = a_run(device, scenario=Scenario(starts_at=21 * 60))
    assert supplies(result) == [(0, 8, "internal"), (8, 168, "stopped")]
    at_the_end = a_run(device, scenario=Scenario(starts_at=6 * 60))
    assert supplies(at_the_end)[0] == (0, 15, "idle")


def test_equal_ends_are_the_whole_day() -> None:
    assert a_run(a_device(use=daily("06:00-06:00"), internal=Battery(3))).device("d").stops_at_h == 3


def test_a_battery_that_ends_with_its_band_stops_the_device_only_at_the_next_use() -> None:
    device = a_device(use=daily("02:00-08:00"), internal=Battery(6))
    assert a_run(device).device("d").stops_at_h == 24


def test_a_battery_of_odd_tenths_still_ends_exactly_with_its_bands() -> None:
    # Seven times 0.1 is not 0.7 in floats; it must be here.
    device = a_device(use=daily("02:00-02:06"), internal=Battery(0.7))
    assert a_run(device).device("d").stops_at_h is None
    assert a_run(device, scenario=Scenario(horizon_h=169)).device("d").stops_at_h == 168


def test_a_device_not_in_use_stops_at_the_first_moment_it_is_needed() -> None:
    assert a_run(a_device(use=daily("05:00-06:00"))).device("d").stops_at_h == 3


def test_t19_the_ventilator_of_the_night_stops_at_three() -> None:
    device = a_device("vent", use=daily("21:00-06:00"), internal=Battery(6))
    result = a_run(device, scenario=Scenario(starts_at=20 * 60))
    assert result.first_to_stop == FirstStop("vent", 7)


def test_t6_the_storage_carries_all_or_the_ventilator_alone() -> None:
    devices = (
        a_device("vent", 60),
        a_device("concentrator", 120, swap=Swap.PAUSE),
        a_device("humidifier", 100, swap=Swap.HME),
    )
    sources = (a_source(Portable(1024)),)
    now = a_run(*devices, sources=sources)
    minimum = a_run(*devices, sources=sources, scenario=MINIMUM)
    assert isinstance(now.autonomy_h, float)
    assert isinstance(minimum.autonomy_h, float)
    assert (hours_down(now.autonomy_h), hours_down(minimum.autonomy_h)) == (2.9, 13.6)
    assert (now.now.w, now.now.day_wh, now.minimum.w, now.minimum.day_wh) == (280, 6720, 60, 1440)


def test_t14_batteries_and_storage_in_a_row() -> None:
    device = a_device(running_w=20, internal=Battery(8), external=(Battery(8),))
    result = a_run(device, sources=(a_source(Portable(626, usable_wh=532)),))
    assert result.autonomy_h == pytest.approx(42.6)


def test_vital_devices_are_served_first_and_a_small_one_fits_where_a_larger_did_not() -> None:
    devices = (
        a_device("d", 60, priority=Priority.D),
        a_device("large", 60, priority=Priority.B),
        a_device("vital", 60),
        a_device("small", 40, priority=Priority.C),
    )
    result = a_run(*devices, sources=(a_source(Portable(100, 1), output_w=100),))
    assert result.device("vital").stops_at_h == 1
    assert result.device("small").stops_at_h == 1
    assert result.device("large").stops_at_h == 0
    assert result.device("d").stops_at_h == 0


def test_a_device_moves_back_to_an_earlier_source_when_there_is_room_again() -> None:
    devices = (
        a_device("band", 60, use=daily("02:00-03:00"), internal=Battery(0)),
        a_device("d", 60, priority=Priority.B),
    )
    sources = (a_source(Portable(600, 1), output_w=100), a_source(CarEnergy(1), "car"))
    assert supplies(a_run(*devices, sources=sources))[:2] == [(0, 1, "car"), (1, 10, "s")]


def test_a_device_that_may_be_off_lives_through_the_minutes_until_the_generator_runs() -> None:
    source = a_source(Generator(Canisters(2), 2, 1), ready_after_min=20)
    result = a_run(a_device(tolerance_min=30), sources=(source,))
    assert [supply for *_, supply in supplies(result)] == ["interrupted", "s", "interrupted", "stopped"]
    assert result.device("d").stops_at_h == pytest.approx(1 / 3 + 2)
    assert result.device("d").harm_at_h == pytest.approx(1 / 3 + 2.5)


def test_power_that_comes_at_the_very_end_of_the_tolerance_comes_too_late() -> None:
    source = a_source(Portable(100), ready_after_min=20)
    device = a_run(a_device(tolerance_min=20), sources=(source,)).device("d")
    assert (device.stops_at_h, device.harm_at_h) == (0, 1 / 3)


def test_stopped_is_final() -> None:
    source = a_source(Portable(100), ready_after_min=20)
    assert supplies(a_run(a_device(), sources=(source,))) == [(0, 168, "stopped")]


def test_the_clock_of_an_interruption_runs_on_while_its_band_is_closed() -> None:
    device = a_device(use=daily("02:00-02:30・02:45-04:00"), tolerance_min=60, internal=Battery(0.25))
    source = a_source(Portable(1000), ready_after_min=65)
    result = a_run(device, sources=(source,))
    assert supplies(result)[:3] == [
        (0, 0.25, "internal"),
        (0.25, pytest.approx(13 / 12), "interrupted"),
        (pytest.approx(13 / 12), 2, "s"),
    ]
    late = a_run(device, sources=(replace(source, ready_after_min=75),))
    assert late.device("d").stops_at_h == 0.25
    assert late.device("d").harm_at_h == 1.25


def test_a_stop_whose_tolerance_outlasts_the_horizon_is_none() -> None:
    device = a_run(a_device(tolerance_min=60), scenario=Scenario(horizon_h=1)).device("d")
    assert (device.stops_at_h, device.harm_at_h) == (None, None)
    assert [segment.supply for segment in device.segments] == [State.INTERRUPTED]


def test_a_battery_that_lasts_to_the_horizon_does_not_stop_the_device() -> None:
    result = a_run(a_device(internal=Battery(168)))
    assert result.device("d").stops_at_h is None
    assert (result.first_to_stop, result.autonomy_h, result.leave_by_h) == (None, None, None)


def test_hours_of_a_car_pass_once_whoever_it_carries() -> None:
    devices = (a_device("a", 10), a_device("b", 500))
    result = a_run(*devices, sources=(a_source(CarHours(7)),))
    assert [device.stops_at_h for device in result.devices] == [7, 7]


def test_hours_of_a_car_do_not_pass_while_it_carries_nobody() -> None:
    result = a_run(a_device(use=daily("03:00-04:00")), sources=(a_source(CarHours(2)),))
    assert result.device("d").stops_at_h == 49


@pytest.mark.parametrize(("load", "hours"), [(450, 13.2), (451, 6.6)])
def test_a_generator_is_at_low_load_up_to_half_its_output(load: float, hours: float) -> None:
    source = a_source(Generator(Canisters(13), 2.2, 1.1), output_w=900)
    assert a_run(a_device(running_w=load), sources=(source,)).device("d").stops_at_h == pytest.approx(hours)


def test_a_generator_of_unknown_output_burns_at_the_rated_figure() -> None:
    source = a_source(Generator(Tank(10, 2.5), 8.5, 4), output_w=UNKNOWN)
    result = a_run(a_device(), sources=(source,))
    assert result.device("d").stops_at_h == 16
    assert result.outputs_unknown == ("s",)


@pytest.mark.parametrize("generator", [Generator(Tank(5, 2.5), eco_h=8), Generator(Tank(5, 2.5), rated_h=8)])
def test_the_only_known_figure_of_a_generator_is_used_at_any_load(generator: Generator) -> None:
    for load in (10, 800):
        result = a_run(a_device(running_w=load), sources=(a_source(generator, output_w=900),))
        assert result.device("d").stops_at_h == 16


def test_fuel_burnt_at_both_figures_adds_up() -> None:
    source = a_source(Generator(Canisters(10), 2, 1), output_w=900)
    devices = (a_device("a", 100), a_device("b", 400, use=daily("02:00-04:00")))
    # Two hours at rated load burn 2/5, the rest lasts 3/5 of ten hours.
    assert a_run(*devices, sources=(source,)).device("a").stops_at_h == 8


def test_peaks_above_the_output_are_reported_and_change_nothing() -> None:
    devices = (
        a_device("a", 30, peak_w=300, internal=Battery(1)),
        a_device("b", 30, priority=Priority.B),
    )
    result = a_run(*devices, sources=(a_source(Portable(600, 1), output_w=299),))
    assert result.device("a").stops_at_h == result.device("b").stops_at_h == 10.5
    assert result.output_excesses == (OutputExcess("s", 1, 330, 299, ("a", "b")),)


def test_t1_a_rated_peak_fails_the_output_check_while_the_load_fits() -> None:
    device = a_device(running_w=30, peak_w=300)
    result = a_run(device, sources=(a_source(Portable(300, 1), output_w=250),))
    assert result.device("d").stops_at_h == 10
    assert [excess.peak_w for excess in result.output_excesses] == [300]


def test_minimum_operation_makes_every_possible_swap_at_once_but_bagging() -> None:
    devices = (
        a_device("hme", swap=Swap.HME),
        a_device("gravity", swap=Swap.GRAVITY_FEED),
        a_device("pause", swap=Swap.PAUSE, priority=Priority.C),
        a_device("manual", swap=Swap.MANUAL_SUCTION, trained_person=True),
        a_device("nobody", swap=Swap.MANUAL_SUCTION),
        a_device("bag", swap=Swap.BAGGING),
        a_device("cylinder", swap=Swap.CYLINDER),
        a_device("none"),
    )
    result = a_run(*devices, scenario=MINIMUM)
    assert [device.key for device in result.devices if device.swapped_at_h == 0] == [
        "hme",
        "gravity",
        "pause",
        "manual",
    ]
    assert supplies(result, "hme") == [(0, 168, "swap")]
    assert result.first_to_stop == FirstStop("nobody", 0)


def test_the_scenario_may_say_who_is_swapped_and_when() -> None:
    devices = (a_device("a", swap=Swap.HME), a_device("b", swap=Swap.HME), a_device("c", swap=Swap.HME))
    swaps = (("a", When.AT_ONCE), ("b", When.ON_STOP), ("unheard-of", When.AT_ONCE))
    result = a_run(*devices, sources=(a_source(Portable(20, 1)),), scenario=Scenario(swaps=swaps))
    assert [device.swapped_at_h for device in result.devices] == [0, 1, None]
    assert [device.stops_at_h for device in result.devices] == [None, None, 1]
    assert supplies(result, "b") == [(0, 1, "s"), (1, 168, "swap")]
    assert result.swaps == swaps[:2]


def test_first_to_stop_looks_at_harm_among_a_and_b_and_breaks_ties_by_priority() -> None:
    devices = (
        a_device("c", priority=Priority.C),
        a_device("b", priority=Priority.B, internal=Battery(1)),
        a_device("late", tolerance_min=90),
        a_device("a", tolerance_min=60),
    )
    assert a_run(*devices).first_to_stop == FirstStop("a", 1)


def test_autonomy_is_the_first_stop_of_a_life_critical_device_without_its_tolerance() -> None:
    devices = (a_device("a", internal=Battery(2), tolerance_min=60), a_device("b", priority=Priority.B))
    assert a_run(*devices).autonomy_h == 2


def test_leave_by_is_the_first_stop_less_the_time_to_leave() -> None:
    household = Household((a_device(internal=Battery(10)),), on=ON, leaving=Leaving(30, 30, 30, reserve_h=2))
    result = run_down(household)
    assert (result.leave_at_h, result.leave_by_h) == (3.5, 6.5)


def test_the_measured_travel_time_beats_the_estimate() -> None:
    leaving = Leaving(0, 0, travel_min=10, travel_drill_min=30)
    assert run_down(Household((), on=ON, leaving=leaving)).leave_at_h == 2.5


@pytest.mark.parametrize("missing", ["preparation_min", "loading_min", "travel_min"])
def test_a_missing_part_makes_the_time_to_leave_unknown(missing: str) -> None:
    leaving = replace(Leaving(10, 10, 10), **{missing: UNKNOWN})  # type: ignore[arg-type]
    stopping = run_down(Household((a_device(),), on=ON, leaving=leaving))
    assert (stopping.leave_at_h, stopping.leave_by_h) == (UNKNOWN, UNKNOWN)
    lasting = run_down(Household((a_device(internal=Battery(200)),), on=ON, leaving=leaving))
    assert (lasting.leave_at_h, lasting.leave_by_h) == (UNKNOWN, None)


def test_the_gap_is_what_vital_devices_miss_until_the_target_under_minimum_operation() -> None:
    devices = (
        a_device("a", 10, internal=Battery(70)),
        a_device("night", 20, priority=Priority.B, use=daily("20:00-04:00"), internal=Battery(8)),
        a_device("swapped", 50, swap=Swap.HME),
        a_device("c", 99, priority=Priority.C),
        a_device("now and then", 24, use=Intermittent(5, 12), internal=Battery(2)),
    )
    # a: 2 h; night: needed 0-2, 18-26, 42-50, 66-74 h, eight of them given, to 72 h; last: 24 h at 1 W.
    assert a_run(*devices).gap_wh == pytest.approx(10 * 2 + 20 * (2 + 8 + 6) + 24)


def test_the_gap_does_not_depend_on_how_far_the_chart_looks() -> None:
    device = a_device(internal=Battery(71), tolerance_min=180)
    for horizon_h in (24, 72, 168):
        assert a_run(device, scenario=Scenario(horizon_h=horizon_h)).gap_wh == 10


def test_loads_now_are_those_in_use_at_the_outage() -> None:
    devices = (
        a_device("day", 40, use=daily("06:00-18:00"), priority=Priority.D),
        a_device("night", 30, use=daily("18:00-06:00"), swap=Swap.PAUSE),
        a_device("now and then", 20, use=Intermittent(10, 6)),
    )
    result = a_run(*devices)
    assert (result.now.w, result.now.day_wh) == (50, 40 * 12 + 30 * 12 + 20)
    assert (result.minimum.w, result.minimum.day_wh) == (20, 40 * 12 + 20)


def test_overlapping_bands_are_not_counted_twice() -> None:
    assert a_run(a_device(use=daily("06:00-09:00・08:00-10:00"))).now.day_wh == 40


def test_nobody_and_nothing_is_a_valid_household() -> None:
    result = a_run()
    assert (result.devices, result.first_to_stop, result.autonomy_h, result.gap_wh) == ((), None, None, 0)


@pytest.mark.parametrize("load", [0.0, 50_000.0])
@pytest.mark.parametrize("hours", [0.0, 2_000.0])
def test_absurd_figures_raise_nothing(load: float, hours: float) -> None:
    device = a_device(running_w=load, internal=Battery(hours), use=Intermittent(0, 0))
    tiny = a_device("tiny", 1e-9, internal=Battery(1e-9))
    result = a_run(device, tiny, sources=(a_source(Portable(1e-9)), a_source(CarEnergy(1000), "car")))
    assert len(result.devices) == 2


def test_an_answer_is_kept_for_an_equal_household_until_it_is_forgotten() -> None:
    house, scenario = Household((a_device(),), on=ON), Scenario(horizon_h=24)
    kept, best = run_down(house, scenario), best_operation(house, scenario)
    assert run_down(replace(house), replace(scenario)) is kept
    assert best_operation(replace(house), replace(scenario)) is best
    forget()
    assert run_down(house, scenario) is not kept
    assert run_down(house, scenario) == kept
    assert best_operation(house, scenario) == best
