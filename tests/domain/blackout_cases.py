"""The two shared cases as the run-down sees them; all people and places in them are invented."""

from datetime import date

from evacplan.domain.blackout.counting import battery_age_factor
from evacplan.domain.blackout.inputs import (
    NO_BATTERY,
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
    Generator,
    Household,
    Intermittent,
    Leaving,
    Oxygen,
    Place,
    Portable,
    Priority,
    Source,
    Swap,
    Tank,
)
from evacplan.domain.times import parse_bands

CASE_A_ON = date(2026, 11, 10)
CASE_B_ON = date(2026, 11, 12)
MAINS = Answers(place=Place.HOME, sine=True, volts_100=True, hertz_50=True)


def daily(text: str) -> Daily:
    """The bands of a text such as 21:00-06:30."""
    return Daily(parse_bands(text))


def _aged(hours: float, since: date, count: float = 1) -> Battery:
    age = battery_age_factor(None, None, since, None, on=CASE_A_ON)
    return Battery(hours, count, age)


def case_a_devices() -> tuple[Device, ...]:
    """The eight devices of case A."""
    exchanged = date(2025, 4, 20)
    return (
        Device(
            "vent",
            "人工呼吸器",
            31,
            Priority.A,
            peak_w=170,
            use=daily("21:00-06:30"),
            internal=_aged(6, exchanged),
            external=(_aged(4, exchanged, 2),),
            swap=Swap.BAGGING,
        ),
        Device(
            "humidifier",
            "加温加湿器",
            100,
            Priority.B,
            peak_w=190,
            use=daily("21:00-06:30"),
            swap=Swap.HME,
            tolerance_min=60,
        ),
        Device(
            "suction",
            "吸引器",
            42,
            Priority.A,
            peak_w=42,
            use=Intermittent(4, 30),
            internal=_aged(1.5, date(2024, 3, 1)),
            swap=Swap.MANUAL_SUCTION,
            trained_person=True,
            tolerance_min=10,
        ),
        Device(
            "oximeter",
            "パルスオキシメーター",
            6,
            Priority.B,
            use=daily("20:00-07:00"),
            internal=Battery(12),
            tolerance_min=120,
        ),
        Device(
            "pump",
            "経管栄養ポンプ",
            9,
            Priority.B,
            use=daily("07-08・12-13・18-19・21:30-23:30"),
            internal=Battery(14),
            swap=Swap.GRAVITY_FEED,
            tolerance_min=180,
        ),
        Device(
            "nebuliser",
            "吸入器",
            30,
            Priority.C,
            use=Intermittent(10, 3),
            swap=Swap.PAUSE,
            tolerance_min=720,
        ),
        Device("mattress", "エアマット", 14, Priority.C, swap=Swap.PAUSE, tolerance_min=240),
        Device("heater", "FF式石油暖房機", 45, Priority.D, peak_w=380, use=daily("05:30-22:30")),
    )


def case_a() -> Household:
    """Case A: ventilator at night, suction, portable storage, hybrid car, a generator that does not count."""
    return Household(
        devices=case_a_devices(),
        sources=(
            Source("portable", "HP-1000", Portable(1024), MAINS, 1500),
            Source("car", "ハイブリッド車", CarEnergy(5), MAINS, 1500, ready_after_min=20),
            Source(
                "generator",
                "町会の発電機",
                Generator(Canisters(12), eco_h=2.2, rated_h=1.1),
                Answers(Place.LENT, False, True, True, True, True, date(2025, 8, 31), True),
                900,
            ),
        ),
        leaving=Leaving(25, 20, travel_min=10, travel_drill_min=28, reserve_h=2),
        on=CASE_A_ON,
    )


def case_b_devices(oximeter_battery: Battery) -> tuple[Device, ...]:
    """The five devices of case B with the battery of the oximeter, which nobody has confirmed."""
    return (
        Device(
            "concentrator",
            "酸素濃縮器",
            118,
            Priority.A,
            peak_w=160,
            swap=Swap.CYLINDER,
            tolerance_min=5,
            concentrator=True,
        ),
        Device(
            "pump",
            "経管栄養ポンプ",
            8,
            Priority.B,
            use=daily("22:00-05:00"),
            internal=Battery(14, a_age=0.5),
            swap=Swap.GRAVITY_FEED,
            tolerance_min=240,
        ),
        Device(
            "suction",
            "携帯用吸引器",
            38,
            Priority.B,
            use=Intermittent(3, 12),
            internal=Battery(0.8),
            swap=Swap.MANUAL_SUCTION,
            trained_person=True,
            tolerance_min=20,
        ),
        Device(
            "oximeter",
            "パルスオキシメーター",
            5,
            Priority.B,
            use=Continuous(),
            internal=oximeter_battery,
            external=(NO_BATTERY,),
            tolerance_min=60,
        ),
        Device("blanket", "電気毛布", 50, Priority.D, use=daily("20:00-06:00")),
    )


def case_b(oximeter_h: float | None = None) -> Household:
    """Case B: concentrator with cylinders, a lent generator, an inverter that does not count."""
    battery = Battery(UNKNOWN if oximeter_h is None else oximeter_h)
    return Household(
        devices=case_b_devices(battery),
        sources=(
            Source("portable", "716Wh", Portable(716, 0.85), MAINS, 500),
            Source(
                "inverter",
                "軽トラックのインバーター",
                CarHours(UNKNOWN),
                Answers(place=Place.HOME, sine=False, volts_100=True, hertz_50=True),
                120,
            ),
            Source(
                "generator",
                "町貸与の発電機",
                Generator(Tank(10, 2.5), eco_h=8.5, rated_h=4),
                Answers(Place.LENT, True, True, True, True, True, date(2026, 10, 18), True),
                900,
                ready_after_min=20,
            ),
        ),
        oxygen=Oxygen(
            0.75,
            1.0,
            0.5,
            cylinders=(Cylinder(3.4, 14.7, count=3, conserver=True), Cylinder(1.1, 14.7)),
        ),
        leaving=Leaving(30, 25, travel_min=35, reserve_h=3),
        on=CASE_B_ON,
    )
