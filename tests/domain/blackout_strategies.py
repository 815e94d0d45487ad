"""Random households for the properties of the run-down: valid, small, with figures that like to coincide."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Answers,
    Battery,
    Canisters,
    CarEnergy,
    CarHours,
    Continuous,
    Cylinder,
    Daily,
    Device,
    Energy,
    Generator,
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
    Tank,
    Use,
)
from evacplan.domain.times import Band

ON = date(2026, 11, 10)
COUNTS = Answers(Place.HOME, None, True, True, True, True, ON, True)

hours = st.one_of(
    st.sampled_from([0.0, 0.5, 1.0, 2.0, 4.0, 6.0, 9.5]), st.floats(0, 30).map(lambda h: round(h, 2))
)
watts = st.one_of(
    st.sampled_from([0.0, 5.0, 10.0, 30.0, 100.0]), st.floats(0.1, 300).map(lambda w: round(w, 1))
)
loads = st.one_of(st.sampled_from([5.0, 10.0, 30.0, 100.0]), st.floats(1, 300).map(lambda w: round(w, 1)))
minutes = st.sampled_from([0.0, 5.0, 10.0, 20.0, 30.0, 60.0, 180.0])
clock = st.one_of(st.integers(0, 23).map(lambda h: h * 60), st.integers(0, 1439))
bands = st.lists(st.builds(Band, clock, clock), min_size=1, max_size=3).map(tuple)
uses: st.SearchStrategy[Use] = st.one_of(
    st.just(Continuous()),
    st.builds(Daily, bands),
    st.builds(Intermittent, st.sampled_from([0.0, 3.0, 4.0, 10.0, 60.0]), st.sampled_from([1.0, 12.0, 30.0])),
)
batteries = st.builds(Battery, hours, st.integers(0, 2), st.sampled_from([0.5, 1.0]))
swaps = st.sampled_from(list(Swap))


def devices(count: int, *, use: st.SearchStrategy[Use] = uses) -> st.SearchStrategy[tuple[Device, ...]]:
    """Up to so many known devices with keys d0, d1, ..."""
    one = st.builds(
        Device,
        key=st.just(""),
        name=st.just("機器"),
        running_w=watts,
        priority=st.sampled_from(list(Priority)),
        peak_w=st.one_of(st.just(UNKNOWN), watts),
        use=use,
        internal=batteries,
        external=st.lists(batteries, max_size=2).map(tuple),
        a_set=st.sampled_from([1, 0.8]),
        swap=swaps,
        trained_person=st.booleans(),
        tolerance_min=minutes,
    )
    return st.lists(one, min_size=1, max_size=count).map(_with_keys)


def _with_keys(found: list[Device]) -> tuple[Device, ...]:
    return tuple(replace(device, key=f"d{i}") for i, device in enumerate(found))


fuels = st.one_of(
    st.builds(Canisters, st.integers(0, 7)),
    st.builds(Tank, st.sampled_from([0.0, 2.5, 4.0, 10.0]), st.sampled_from([2.5, 3.0])),
)


@st.composite
def generators(draw: st.DrawFn) -> Generator:
    """Fuel that lasts at low load at least as long as at rated load; one figure may be missing."""
    rated = draw(st.sampled_from([1.1, 2.0, 4.0]))
    eco = rated * draw(st.sampled_from([1, 2, 3]))
    known = draw(st.sampled_from([(True, True), (True, False), (False, True)]))
    return Generator(draw(fuels), eco if known[0] else UNKNOWN, rated if known[1] else UNKNOWN)


energies: st.SearchStrategy[Energy] = st.one_of(
    st.builds(
        Portable,
        st.sampled_from([0.0, 100.0, 500.0, 1024.0]),
        st.sampled_from([None, 0.85]),
        st.sampled_from([UNKNOWN, 300.0]),
    ),
    st.builds(CarEnergy, st.sampled_from([0.0, 0.5, 1.3, 5.0])),
    st.builds(CarHours, hours),
    generators(),
)
sources = st.builds(
    Source,
    key=st.just(""),
    name=st.just("電源"),
    energy=energies,
    answers=st.just(COUNTS),
    output_w=st.one_of(st.just(UNKNOWN), st.sampled_from([60.0, 150.0, 300.0, 1500.0])),
    ready_after_min=minutes,
)


def source_lists(count: int) -> st.SearchStrategy[tuple[Source, ...]]:
    """Up to so many sources that count, with keys s0, s1, ... in the order in which they are used."""
    return st.lists(sources, max_size=count).map(_in_order)


def _in_order(found: list[Source]) -> tuple[Source, ...]:
    ranks: dict[type, int] = {Portable: 0, CarEnergy: 1, CarHours: 1, Generator: 2}
    ordered = sorted(found, key=lambda source: ranks[type(source.energy)])
    return tuple(replace(source, key=f"s{i}") for i, source in enumerate(ordered))


oxygens = st.one_of(
    st.none(),
    st.builds(
        Oxygen,
        st.sampled_from([0.5, 1.0]),
        cylinders=st.lists(st.builds(Cylinder, st.just(3.4), st.just(14.7)), max_size=2).map(tuple),
    ),
)


def households(device_count: int = 5, source_count: int = 4) -> st.SearchStrategy[Household]:
    """Random households in which everything is known."""
    return st.builds(
        Household,
        devices(device_count),
        source_lists(source_count),
        oxygens,
        st.just(Leaving(25, 20, 30)),
        on=st.just(ON),
    )


scenarios = st.builds(
    Scenario,
    starts_at=clock,
    horizon_h=st.sampled_from([24.0, 72.0, 100.5, 168.0]),
    minimum_operation=st.booleans(),
    cold=st.booleans(),
)
