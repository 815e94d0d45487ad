"""What must hold for any household and any outage."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evacplan.domain.blackout import run_down
from evacplan.domain.blackout.headline import gap_plan, gap_wh
from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Battery,
    Canisters,
    CarEnergy,
    Device,
    Energy,
    Figure,
    Generator,
    Household,
    Intermittent,
    Portable,
    Scenario,
    Source,
)
from evacplan.domain.blackout.results import RunDown
from evacplan.domain.blackout.rundown import make_ready
from evacplan.domain.blackout.swaps import possible_swaps, swap_plan
from evacplan.domain.blackout.walk import State, Walk, Walked
from tests.domain.blackout_strategies import (
    ON,
    batteries,
    devices,
    households,
    loads,
    scenarios,
    source_lists,
    sources,
)
from tests.domain.slow_walk import slow_ends

EXAMPLES = settings(max_examples=60, deadline=None)


def walked(household: Household, scenario: Scenario) -> Walked:
    """The bare walk of a household."""
    ready = make_ready(household, scenario)
    return Walk(ready.prepared, ready.supply, swap_plan(household, scenario), ready.horizon).run()


def at_once(household: Household, scenario: Scenario) -> frozenset[str]:
    """Keys of the devices swapped at once."""
    plan = swap_plan(household, scenario)
    return frozenset(device.key for i, device in enumerate(household.devices) if plan.at_once >> i & 1)


@EXAMPLES
@given(households(), scenarios)
def test_the_fast_walk_agrees_exactly_with_the_slow_one(household: Household, scenario: Scenario) -> None:
    keys = [device.key for device in household.devices]
    fast = {keys[i]: minutes / 60 for i, minutes in walked(household, scenario).ends.items()}
    slow, _ = slow_ends(household.devices, household.sources, scenario, at_once(household, scenario))
    assert fast == slow


@EXAMPLES
@given(households(), scenarios)
def test_segments_cover_the_horizon_without_gap_or_overlap(household: Household, scenario: Scenario) -> None:
    for device in run_down(household, scenario).devices:
        edges = [(segment.from_h, segment.to_h) for segment in device.segments]
        assert edges[0][0] == 0
        assert edges[-1][1] == scenario.horizon_h
        assert all(first < last for first, last in edges)
        assert all(before[1] == after[0] for before, after in pairwise(edges))


@EXAMPLES
@given(households(), scenarios)
def test_segments_tell_the_stop_and_the_tolerance_before_it(household: Household, scenario: Scenario) -> None:
    for device in run_down(household, scenario).devices:
        stopped = [segment for segment in device.segments if segment.supply is State.STOPPED]
        assert bool(stopped) == isinstance(device.harm_at_h, float)
        if stopped:
            assert stopped[0].from_h == pytest.approx(device.harm_at_h)
            last = device.segments[-2] if len(device.segments) > 1 else None
            if device.stops_at_h != device.harm_at_h:
                assert last is not None
                assert (last.supply, last.from_h) == (State.INTERRUPTED, device.stops_at_h)


def mean_load(device: Device) -> float:
    """W times duty of a known device."""
    assert device.running_w is not UNKNOWN
    if isinstance(device.use, Intermittent):
        assert device.use.minutes is not UNKNOWN
        assert device.use.uses_a_day is not UNKNOWN
        return device.running_w * min(device.use.minutes * device.use.uses_a_day / 1440, 1)
    return device.running_w


def drawn_wh(result: RunDown, household: Household, source: str) -> float:
    """Wh all devices took from a source according to their segments."""
    return sum(
        mean_load(device) * (segment.to_h - segment.from_h)
        for device, found in zip(household.devices, result.devices, strict=True)
        for segment in found.segments
        if segment.source == source
    )


@EXAMPLES
@given(households(), scenarios)
def test_no_source_gives_more_than_it_held(household: Household, scenario: Scenario) -> None:
    result = run_down(household, scenario)
    for source in household.sources:
        held = held_wh(source.energy, cold=scenario.cold)
        if held is not None:
            assert drawn_wh(result, household, source.key) <= held * (1 + 1e-9) + 1e-6


def held_wh(energy: Energy, *, cold: bool) -> float | None:
    """Wh a source holds; None when it holds hours."""
    if isinstance(energy, Portable) and energy.capacity_wh is not UNKNOWN:
        stated = energy.usable_wh
        usable = stated if stated is not UNKNOWN else energy.capacity_wh * (energy.fraction or 0.8)
        return usable * (0.8 if cold else 1)
    if isinstance(energy, CarEnergy) and energy.kwh is not UNKNOWN:
        return energy.kwh * 1000
    return None


@EXAMPLES
@given(households(), scenarios)
def test_nothing_is_left_below_zero(household: Household, scenario: Scenario) -> None:
    _, left = slow_ends(household.devices, household.sources, scenario, at_once(household, scenario))
    assert all(amount >= 0 for amount in left.values())


def end_of_only_device(device: Device, found: tuple[Source, ...], scenario: Scenario) -> Fraction:
    """Minute of the only device's stop; the horizon and more when it does not stop."""
    household = Household((device,), found, on=ON)
    return walked(household, scenario).ends.get(0, Fraction(10**9))


one_device = devices(1).map(lambda found: found[0])
ordinary = scenarios.map(lambda scenario: replace(scenario, minimum_operation=False))


@EXAMPLES
@given(one_device, source_lists(3), batteries, ordinary)
def test_one_more_battery_never_stops_the_only_device_earlier(
    device: Device, found: tuple[Source, ...], battery: Battery, scenario: Scenario
) -> None:
    more = replace(device, external=(*device.external, battery))
    assert end_of_only_device(more, found, scenario) >= end_of_only_device(device, found, scenario)


@EXAMPLES
@given(one_device, source_lists(3), sources, ordinary)
def test_one_more_source_never_stops_the_only_device_earlier(
    device: Device, found: tuple[Source, ...], source: Source, scenario: Scenario
) -> None:
    more = (*found, replace(source, key="more"))
    assert end_of_only_device(device, more, scenario) >= end_of_only_device(device, found, scenario)


@EXAMPLES
@given(one_device, source_lists(3), loads, ordinary)
def test_a_larger_load_never_stops_the_only_device_later(
    device: Device, found: tuple[Source, ...], added_w: float, scenario: Scenario
) -> None:
    assert device.running_w is not UNKNOWN
    larger = replace(device, running_w=device.running_w + added_w)
    assert end_of_only_device(larger, found, scenario) <= end_of_only_device(device, found, scenario)


def doubled(figure: Figure) -> Figure:
    """Twice a known figure."""
    return UNKNOWN if figure is UNKNOWN else 2 * figure


def doubled_energy(energy: Energy) -> Energy:
    """Twice the Wh; hours and fuel are no Wh and stay."""
    match energy:
        case Portable():
            return replace(
                energy, capacity_wh=doubled(energy.capacity_wh), usable_wh=doubled(energy.usable_wh)
            )
        case CarEnergy():
            return replace(energy, kwh=doubled(energy.kwh))
    return energy


@EXAMPLES
@given(households(), scenarios)
def test_doubling_every_load_energy_and_output_changes_no_time(
    household: Household, scenario: Scenario
) -> None:
    larger = replace(
        household,
        devices=tuple(
            replace(device, running_w=doubled(device.running_w), peak_w=doubled(device.peak_w))
            for device in household.devices
        ),
        sources=tuple(
            replace(source, energy=doubled_energy(source.energy), output_w=doubled(source.output_w))
            for source in household.sources
        ),
    )
    before, after = run_down(household, scenario), run_down(larger, scenario)
    assert after.devices == before.devices
    assert after.first_to_stop == before.first_to_stop
    assert after.leave_by_h == before.leave_by_h
    assert after.gap_wh == pytest.approx(2 * before.gap_wh) if before.gap_wh is not UNKNOWN else True


@EXAMPLES
@given(households(), scenarios)
def test_names_and_keys_change_nothing(household: Household, scenario: Scenario) -> None:
    renamed = replace(
        household,
        devices=tuple(
            replace(device, key=f"x{99 - i}", name="﨑") for i, device in enumerate(household.devices)
        ),
        sources=tuple(
            replace(source, key=f"y{99 - i}", name="髙") for i, source in enumerate(household.sources)
        ),
    )
    before, after = run_down(household, scenario), run_down(renamed, scenario)
    assert [device.stops_at_h for device in after.devices] == [device.stops_at_h for device in before.devices]
    assert after.autonomy_h == before.autonomy_h
    assert after.leave_by_h == before.leave_by_h
    assert after.gap_wh == before.gap_wh


@EXAMPLES
@given(households(), scenarios)
def test_the_gap_is_zero_exactly_when_no_vital_device_stops_before_the_target(
    household: Household, scenario: Scenario
) -> None:
    ready = make_ready(household, scenario)
    plan = gap_plan(ready.prepared, possible_swaps(household))
    gap = gap_wh(ready.prepared, ready.supply, plan, Fraction(72 * 60))
    vital = tuple(device for device in household.devices if device.is_vital)
    week = replace(scenario, horizon_h=168, minimum_operation=True)
    stops, _ = slow_ends(vital, household.sources, week, at_once(household, week))
    needing = [device for device in vital if stops.get(device.key, 100) < 72 and mean_load(device)]
    assert gap >= 0
    assert (gap > 0) == bool(needing)


def with_one_unknown(household: Household, which: str, i: int) -> Household:
    """The household with one load, battery or use pattern forgotten."""
    device = household.devices[i]
    changed = {
        "load": replace(device, running_w=UNKNOWN),
        "battery": replace(device, internal=Battery(UNKNOWN)),
        "external": replace(device, external=(Battery(1, UNKNOWN),)),
        "use": replace(device, use=Intermittent(UNKNOWN, 10)),
    }[which]
    return replace(household, devices=(*household.devices[:i], changed, *household.devices[i + 1 :]))


def oxygen_waits_for(household: Household, i: int) -> bool:
    """Whether the cylinders' clock may hang on this device."""
    return household.oxygen is not None and household.devices[i].is_concentrator


@EXAMPLES
@given(households(), scenarios, st.sampled_from(["load", "battery", "external", "use"]), st.integers(0, 4))
def test_unknown_in_unknown_out(household: Household, scenario: Scenario, which: str, at: int) -> None:
    i = at % len(household.devices)
    unknown = with_one_unknown(household, which, i)
    result = run_down(unknown, scenario)
    device = result.devices[i]
    if device.key in at_once(unknown, scenario):
        assert not device.unknown
        return
    assert device.unknown
    assert device.stops_at_h is UNKNOWN
    assert device.harm_at_h is UNKNOWN
    if unknown.devices[i].is_vital:
        assert result.first_to_stop is UNKNOWN
        assert result.autonomy_h is UNKNOWN
        assert result.leave_by_h is UNKNOWN
    else:
        assert result.first_to_stop is not UNKNOWN or oxygen_waits_for(unknown, i)


@EXAMPLES
@given(households(), scenarios, st.integers(0, 4))
def test_a_lower_bound_holds_whatever_the_only_devices_battery_turns_out_to_be(
    household: Household, scenario: Scenario, at: int
) -> None:
    only = replace(household, devices=household.devices[:1], oxygen=None)
    known = run_down(only, scenario).devices[0]
    bound = run_down(with_one_unknown(only, "battery", 0), scenario).devices[0].at_least_h
    if bound is not None and isinstance(known.stops_at_h, float):
        assert known.stops_at_h >= bound


@EXAMPLES
@given(households(), scenarios)
def test_a_generator_never_runs_longer_than_its_fuel(household: Household, scenario: Scenario) -> None:
    result = run_down(household, scenario)
    for source in household.sources:
        if isinstance(source.energy, Generator):
            spans = {
                (segment.from_h, segment.to_h)
                for device in result.devices
                for segment in device.segments
                if segment.source == source.key
            }
            longest = _longest_h(source.energy)
            assert _covered(spans) <= longest + 1e-9


def _longest_h(energy: Generator) -> float:
    """Hours the fuel lasts at the better of its figures."""
    figures = [figure for figure in (energy.eco_h, energy.rated_h) if figure is not UNKNOWN]
    fuel = energy.fuel
    if isinstance(fuel, Canisters):
        return max(figures) * (0 if fuel.count is UNKNOWN else fuel.count // 2)
    assert fuel.stock is not UNKNOWN
    assert fuel.tank is not UNKNOWN
    return max(figures) * fuel.stock / fuel.tank


def _covered(spans: set[tuple[float, float]]) -> float:
    """Hours covered by at least one of the spans."""
    total, reached = 0.0, 0.0
    for first, last in sorted(spans):
        total += max(0.0, last - max(first, reached))
        reached = max(reached, last)
    return total
