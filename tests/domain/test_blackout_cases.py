"""Every figure of the expected results of both shared cases."""

from dataclasses import dataclass, field

import pytest

from evacplan.domain.blackout import Reason, run_down
from evacplan.domain.blackout.counting import NotCounted
from evacplan.domain.blackout.inputs import UNKNOWN, Household, Scenario, Swap, Unknown
from evacplan.domain.blackout.results import Answer, AtLeast, FirstStop, RunDown
from tests.domain.blackout_cases import case_a, case_b

Stop = tuple[float, float]


@dataclass(frozen=True)
class Expected:
    """One column of a table: (stop, harm) per device, the others as in the table."""

    stops: dict[str, Stop | Unknown | None]
    first: FirstStop | Unknown
    autonomy: float | Unknown
    gap: float | Unknown
    leave_at: float
    leave_by: float | Unknown
    swapped: dict[str, float] = field(default_factory=dict)
    bounds: dict[str, float] = field(default_factory=dict)
    oxygen_end: float | None = None
    at_least: AtLeast | None = None


def _a(stops: dict[str, Stop | None], first: FirstStop, autonomy: float, leave_by: float) -> Expected:
    return Expected(dict(stops), first, autonomy, 0, 3.216667, leave_by)


A_ORDINARY = _a(
    {
        "vent": (67, 67),
        "humidifier": (67, 68),
        "suction": (61.840792, 62.007459),
        "oximeter": (66, 68),
        "pump": (68.5, 71.5),
        "nebuliser": (61.840792, 73.840792),
        "mattress": (61.840792, 65.840792),
        "heater": (61.840792, 61.840792),
    },
    FirstStop("suction", 62.007459),
    61.840792,
    58.790792,
)
A_SWAPPED: dict[str, Stop | None] = dict.fromkeys(("humidifier", "suction", "pump", "nebuliser", "mattress"))
A_MINIMUM = _a(
    {**A_SWAPPED, "vent": (139, 139), "oximeter": (138, 140), "heater": (135.237778, 135.237778)},
    FirstStop("vent", 139),
    139,
    135.783333,
)
A_COLD = _a(
    {**A_SWAPPED, "vent": (139, 139), "oximeter": (138, 140), "heater": (129.348, 129.348)},
    FirstStop("vent", 139),
    139,
    135.783333,
)
A_EVENING = _a(
    {
        "vent": (58.212409, 58.212409),
        "humidifier": (58.212409, 59.212409),
        "suction": (58.212409, 58.379076),
        "oximeter": (58.212409, 60.212409),
        "pump": (66.5, 69.5),
        "nebuliser": (58.212409, 70.212409),
        "mattress": (58.212409, 62.212409),
        "heater": (60, 60),
    },
    FirstStop("vent", 58.212409),
    58.212409,
    54.995743,
)

B_SWAPPED: dict[str, Stop | Unknown | None] = dict.fromkeys(("concentrator", "pump", "suction"))
B_ORDINARY = Expected(
    {
        "concentrator": None,
        "pump": (44, 48),
        "suction": (37.517919, 37.851252),
        "oximeter": UNKNOWN,
        "blanket": (42, 42),
    },
    UNKNOWN,
    UNKNOWN,
    UNKNOWN,
    4.5,
    UNKNOWN,
    swapped={"concentrator": 37.517919},
    bounds={"oximeter": 37.517919},
    oxygen_end=59.665919,
    at_least=AtLeast(FirstStop("suction", 37.851252), 59.665919, 33.351252),
)


def _b_minimum(oximeter_h: float) -> Expected:
    return Expected(
        {**B_SWAPPED, "oximeter": UNKNOWN, "blanket": (66, 66)},
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        4.5,
        UNKNOWN,
        swapped={"concentrator": 0, "pump": 0, "suction": 0},
        bounds={"oximeter": oximeter_h},
        oxygen_end=22.148,
        at_least=AtLeast(FirstStop(None, 22.148), 22.148, 17.648),
    )


B_NINE_HOURS = Expected(
    {
        "concentrator": None,
        "pump": (44, 48),
        "suction": (37.622619, 37.955952),
        "oximeter": (37.622619, 38.622619),
        "blanket": (42, 42),
    },
    FirstStop("suction", 37.955952),
    59.770619,
    0,
    4.5,
    33.455952,
    swapped={"concentrator": 37.622619},
    oxygen_end=59.770619,
)
B_NINE_HOURS_MINIMUM = Expected(
    {**B_SWAPPED, "oximeter": (58.610909, 59.610909), "blanket": (66, 66)},
    FirstStop(None, 22.148),
    22.148,
    0,
    4.5,
    17.648,
    swapped={"concentrator": 0, "pump": 0, "suction": 0},
    oxygen_end=22.148,
)
MINIMUM = Scenario(minimum_operation=True)
COLD = Scenario(minimum_operation=True, cold=True)
COLUMNS = [
    pytest.param(case_a(), Scenario(), A_ORDINARY, id="A ordinary"),
    pytest.param(case_a(), MINIMUM, A_MINIMUM, id="A minimum"),
    pytest.param(case_a(), COLD, A_COLD, id="A minimum, cold"),
    pytest.param(case_a(), Scenario(starts_at=17 * 60 + 30), A_EVENING, id="A 17:30"),
    pytest.param(case_b(), Scenario(), B_ORDINARY, id="B ordinary"),
    pytest.param(case_b(), MINIMUM, _b_minimum(57.792727), id="B minimum"),
    pytest.param(case_b(), COLD, _b_minimum(55.579636), id="B minimum, cold"),
    pytest.param(case_b(9), Scenario(), B_NINE_HOURS, id="B nine hours"),
    pytest.param(case_b(9), MINIMUM, B_NINE_HOURS_MINIMUM, id="B nine hours, minimum"),
]


def near(expected: float) -> object:
    """The figure as printed in the cases, to their sixth digit."""
    return pytest.approx(expected, abs=1e-6)


def assert_same(found: Answer, expected: Answer) -> None:
    """The same number, or the very same absence of one."""
    if isinstance(expected, float | int):
        assert found == near(expected)
    else:
        assert found is expected


def assert_same_first(found: object, expected: FirstStop | Unknown | None) -> None:
    """The same device at the same hour, or the very same absence of one."""
    if isinstance(expected, FirstStop):
        assert isinstance(found, FirstStop)
        assert found.device == expected.device
        assert found.at_h == near(expected.at_h)
    else:
        assert found is expected


@pytest.mark.parametrize(("household", "scenario", "expected"), COLUMNS)
def test_each_device_stops_and_harms_at_the_expected_hour(
    household: Household, scenario: Scenario, expected: Expected
) -> None:
    result = run_down(household, scenario)
    assert {device.key for device in result.devices} == expected.stops.keys()
    for device in result.devices:
        stop = expected.stops[device.key]
        pair = stop if isinstance(stop, tuple) else (stop, stop)
        assert_same(device.stops_at_h, pair[0])
        assert_same(device.harm_at_h, pair[1])
        assert device.unknown == (stop is UNKNOWN)


@pytest.mark.parametrize(("household", "scenario", "expected"), COLUMNS)
def test_the_headline_figures_are_the_expected_ones(
    household: Household, scenario: Scenario, expected: Expected
) -> None:
    result = run_down(household, scenario)
    assert_same_first(result.first_to_stop, expected.first)
    assert_same(result.autonomy_h, expected.autonomy)
    assert_same(result.gap_wh, expected.gap)
    assert_same(result.leave_at_h, expected.leave_at)
    assert_same(result.leave_by_h, expected.leave_by)


@pytest.mark.parametrize(("household", "scenario", "expected"), COLUMNS)
def test_swaps_oxygen_and_lower_bounds_are_the_expected_ones(
    household: Household, scenario: Scenario, expected: Expected
) -> None:
    result = run_down(household, scenario)
    for key, hour in expected.swapped.items():
        assert_same(result.device(key).swapped_at_h, hour)
    for device in result.devices:
        assert_same(device.at_least_h, expected.bounds.get(device.key))
    assert_same(result.oxygen.ends_at_h if result.oxygen else None, expected.oxygen_end)
    assert_bounds(result, expected.at_least)


def assert_bounds(result: RunDown, expected: AtLeast | None) -> None:
    """The same lower bounds, or none."""
    if expected is None:
        assert result.at_least is None
        return
    assert result.at_least is not None
    assert_same_first(result.at_least.first_to_stop, expected.first_to_stop)
    assert_same(result.at_least.autonomy_h, expected.autonomy_h)
    assert_same(result.at_least.leave_by_h, expected.leave_by_h)


@pytest.mark.parametrize("scenario", [Scenario(), MINIMUM, COLD, Scenario(starts_at=1050)])
def test_the_loads_of_case_a_are_the_expected_ones(scenario: Scenario) -> None:
    result = run_down(case_a(), scenario)
    now, minimum = (131, 45) if scenario.starts_at == 1050 else (223, 37)
    assert (result.now.w, result.minimum.w) == (now, minimum)
    assert (result.now.day_wh, result.minimum.day_wh) == (near(2555.5), near(1125.5))


@pytest.mark.parametrize("scenario", [Scenario(), MINIMUM, COLD])
@pytest.mark.parametrize("household", [case_b(), case_b(9)])
def test_the_loads_of_case_b_are_the_expected_ones(household: Household, scenario: Scenario) -> None:
    result = run_down(household, scenario)
    assert (result.now.w, result.minimum.w) == (219, 55)
    assert (result.now.day_wh, result.minimum.day_wh) == (near(3530.8), near(620))


@pytest.mark.parametrize("scenario", [Scenario(), MINIMUM, COLD])
def test_the_cylinders_of_case_b_last_1328_minutes_and_the_conserver_is_not_used(scenario: Scenario) -> None:
    oxygen = run_down(case_b(), scenario).oxygen
    assert oxygen is not None
    assert oxygen.minutes == near(1328.88)
    assert (oxygen.factor, oxygen.flow_l_min) == (0.8, 1.0)


def test_swapped_devices_say_by_what() -> None:
    result = run_down(case_b(9), MINIMUM)
    assert [device.swap for device in result.devices] == [
        Swap.CYLINDER,
        Swap.GRAVITY_FEED,
        Swap.MANUAL_SUCTION,
        None,
        None,
    ]


def test_case_a_counts_no_generator_without_writing_and_recent_start() -> None:
    reasons = (Reason.NOT_IN_WRITING, Reason.NOT_STARTED_IN_12_MONTHS)
    assert run_down(case_a()).not_counted == (NotCounted("generator", reasons),)


def test_case_b_counts_no_inverter_of_unknown_hours_and_wrong_wave() -> None:
    reasons = (Reason.ENERGY_UNKNOWN, Reason.NOT_SINE)
    assert run_down(case_b()).not_counted == (NotCounted("inverter", reasons),)


@pytest.mark.parametrize(("household", "scenario", "expected"), COLUMNS)
def test_no_source_of_the_cases_is_overloaded(
    household: Household, scenario: Scenario, expected: Expected
) -> None:
    result = run_down(household, scenario)
    assert result.output_excesses == ()
    assert result.outputs_unknown == ()
