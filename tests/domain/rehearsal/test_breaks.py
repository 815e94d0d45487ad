"""Each break is found where it is, and is silent when that is put right."""

from dataclasses import dataclass
from typing import Any

import pytest

from evacplan.domain.choices import Hazard
from evacplan.domain.plan import Plan
from evacplan.domain.rehearsal import KINDS, SAYS, Situation, rehearse
from tests.domain.findings.asked import TODAY, a_complete_device
from tests.domain.plans import a_plan

ALL_THERE = Situation()
DEAD = Situation(phones_dead=True)
SNOW = Situation(heavy_snow=True)
FLOOD = Situation(hazard=Hazard.RIVER_FLOOD)
DAY = Situation(starts_at=10 * 60)
CAR = {"availability": "at_home", "waveform": "sine", "volts": 100, "frequency": "both"}
GENERATOR = {
    **CAR,
    "key": "gen",
    "fuel": "petrol",
    "rated_output": 900,
    "hours_eco": 8,
    "tank_l": 2,
    "stock_l": 8,
    "outdoor": True,
    "outdoor_place": "軒下",
    "last_started_on": "2026-10-01",
}
PARENTS = ({"key": "mother", "relation": "母", "age": 39}, {"key": "father", "relation": "父", "age": 41})
WHO = Situation(away=frozenset({"@father"}))
TIMES = {"preparation_min": 25, "loading_min": 20, "travel_measured_min": 28}


def rows(**answers: Any) -> tuple[dict[str, Any], ...]:
    return ({"key": "r0", **answers},)


def home(*more: dict[str, Any]) -> dict[str, Any]:
    return {"household": (*PARENTS, *more)}


@dataclass(frozen=True)
class Example:
    """A break, the sections of a plan that has it and of one that has not, and the circumstances."""

    code: str
    has: dict[str, Any]
    lacks: dict[str, Any]
    situation: Situation = ALL_THERE


def place(**answers: Any) -> dict[str, Any]:
    return {"destination": {"places": rows(**{"kind": "hospital", **answers})}}


def transports(**answers: Any) -> dict[str, Any]:
    return {"destination": {"transports": rows(**answers)}, "child": home()}


def chain(**answers: Any) -> dict[str, Any]:
    return {"contacts": {"chain": rows(who="母", **answers)}}


def helper(**answers: Any) -> dict[str, Any]:
    return {"supporters": {"supporters": rows(name="木立", **answers)}}


def route(**answers: Any) -> dict[str, Any]:
    return {"destination": {"routes": rows(goal="病院", **answers)}}


CLOSED = Situation(closed=frozenset({"r0"}))
SMALL = {"key": "small", "relation": "弟", "age": 5}
OPERATED = {"power_sources": {"generators": ({**GENERATOR, "operators": ("@father",)},)}, "child": home()}
BOTH = {
    "power_sources": {"generators": ({**GENERATOR, "operators": ("@father", "@mother")},)},
    "child": home(),
}
OWN_CAR = {"cars": ({**CAR, "key": "car", "output_w": 1500, "usable_kwh": 5, "owner": "@father"},)}
ONE_CAR = {"power_sources": OWN_CAR, **transports(kind="own_car", owner="@father")}
TWO_CARS = {"power_sources": OWN_CAR, **transports(kind="own_car", owner="@mother")}
EXAMPLES = (
    Example("no_first_steps", {}, {"triggers": {"outage": rows(action="吸引")}}),
    Example("no_snow_plan", {}, {"triggers": {"snow": "前日に移る"}}, SNOW),
    Example("alarm_unchecked", {}, {"devices": {"alarm_checked_on": "2026-09-01"}}),
    Example("single_helper", {"child": home()}, {"child": home()}, WHO),
    Example("bag_few", {}, {"fallback": {"bag_trained": ("@mother", "@father")}, "child": home()}),
    Example(
        "suction_nobody",
        {"devices": {"fallback": "manual_suction"}, "child": home()},
        {
            "devices": {"fallback": "manual_suction"},
            "child": home(),
            "fallback": {"suction_trained": ("@mother",)},
        },
    ),
    Example("siblings_alone", {"child": home(SMALL)}, {"child": home(SMALL), **helper()}, WHO),
    Example("no_calls", {}, chain(phone_day="090-0000-0001")),
    Example("call_without_phone", chain(), chain(phone_day="090-0000-0001")),
    Example("nobody_answers", chain(phone_day="017-000-0200"), chain(phone_night="017-000-0299")),
    Example("supporter_without_phone", helper(), helper(phone="090-0000-0001")),
    Example(
        "supporter_not_on_call",
        helper(phone="017-000-0401", available="日中○"),
        helper(phone="017-000-0401", available="夜○"),
    ),
    Example("no_supporter_reached", helper(), helper(phone="090-0000-0001")),
    Example("no_171", {}, {"contacts": {"dial171_phone": "017-000-0114"}}, DEAD),
    Example("nobody_near", helper(), helper(address="浪の音三丁目"), DEAD),
    Example(
        "source_left_out",
        {"power_sources": {"generators": ({"key": "gen", "name": "町会の発電機"},)}},
        {"power_sources": {"generators": ({**GENERATOR, "operators": ("祖父",)},)}},
    ),
    Example("no_operator_there", OPERATED, BOTH, WHO),
    Example("hours_unknown", {"devices": {"battery_h": None}}, {}),
    Example("car_twice", ONE_CAR, TWO_CARS),
    Example(
        "car_key",
        {"power_sources": OWN_CAR, "child": home()},
        {
            "power_sources": {"cars": ({**OWN_CAR["cars"][0], "owner": "@mother"},)},
            "child": home(),
        },
        WHO,
    ),
    Example("leave_time_unknown", {}, {"triggers": TIMES}),
    Example(
        "leave_too_late",
        {"triggers": {**TIMES, "reserve_h": 20}},
        {"triggers": {**TIMES, "reserve_h": 2}},
    ),
    Example("no_decider", {"child": home()}, {"child": home(), "triggers": {"who_decides": "@mother"}}, WHO),
    Example(
        "carrier_away",
        {"child": home(), "destination": {"child_carrier": "@father"}},
        {"child": home(), "destination": {"child_carrier": "@mother"}},
        WHO,
    ),
    Example(
        "hands_short",
        {"child": home(), "destination": {"carriers_needed": 2}},
        {"child": home(), "destination": {"carriers_needed": 1}},
        WHO,
    ),
    Example(
        "driver_away",
        transports(kind="own_car", owner="@father"),
        transports(kind="own_car", owner="@mother"),
        WHO,
    ),
    Example(
        "transport_without_phone",
        transports(kind="care_taxi"),
        transports(kind="care_taxi", phone="017-000-0340"),
    ),
    Example(
        "transport_not_agreed",
        transports(kind="care_taxi", agreed=False),
        transports(kind="care_taxi", agreed=True),
    ),
    Example(
        "no_transport",
        transports(kind="own_car", owner="@father"),
        transports(kind="ambulance"),
        WHO,
    ),
    Example(
        "too_few_for_trip",
        {**transports(kind="own_car", owner="@mother"), "fallback": {"bag_trained": ("@mother",)}},
        {**transports(kind="own_car", owner="@mother"), "fallback": {"bag_trained": ("@mother", "@father")}},
    ),
    Example("no_route", {}, route()),
    Example("no_way_left", route(), route(alternative="北回り"), CLOSED),
    Example("no_second_route", route(), route(alternative="北回り")),
    Example("other_way_untimed", route(alternative="北回り"), route(), CLOSED),
    Example("snow_untimed", {}, {"triggers": TIMES}, SNOW),
    Example("nowhere_to_go", place(kind="home"), place()),
    Example(
        "home_in_zone",
        {**place(kind="home"), "home": {"hazards": rows(kind="river_flood", in_zone=True)}},
        {**place(kind="home"), "home": {"hazards": rows(kind="river_flood", in_zone=False)}},
        FLOOD,
    ),
    Example(
        "place_not_valid",
        place(hazards_valid=("earthquake",)),
        place(hazards_valid=("earthquake", "river_flood")),
        FLOOD,
    ),
    Example("place_valid_unsaid", place(name="病院"), place(hazards_valid=("river_flood",)), FLOOD),
    Example("place_not_agreed", place(name="病院"), place(agreed=True)),
    Example("place_not_direct", place(direct_entry=False), place(direct_entry=True)),
    Example(
        "place_too_small",
        {**place(family_limit=1), "child": home()},
        {**place(family_limit=2), "child": home()},
    ),
    Example(
        "key_unknown",
        place(kind="designated_welfare_shelter"),
        place(kind="designated_welfare_shelter", key_holder="町"),
    ),
    Example("no_power_there", place(power_available=False), place(power_available=True)),
    Example("power_there_unsaid", place(power_available=True), place(power_w=100)),
    Example("power_there_short", place(power_w=29), place(power_w=30)),
    Example(
        "dead_on_arrival",
        {"triggers": {**TIMES, "travel_measured_min": 700}},
        {"triggers": TIMES},
    ),
)
# What the plan that lacks the break needs besides: these pairs differ in the circumstances alone.
_OTHERWISE = {"single_helper": Situation(), "siblings_alone": Situation()}


def plan(sections: dict[str, Any]) -> Plan:
    """A plan of one complete device of 10 hours but for these answers of it, and these sections."""
    answers = {"device_class": "ventilator", **sections.get("devices", {})}
    others = {name: content for name, content in sections.items() if name != "devices"}
    return a_plan(a_complete_device(**answers), **others)


def codes(sections: dict[str, Any], situation: Situation) -> set[str]:
    return {one.code for step in rehearse(plan(sections), TODAY, situation) for one in step.breaks}


def test_every_break_has_an_example() -> None:
    assert {example.code for example in EXAMPLES} == {kind.code for kind in KINDS} - SAYS


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_a_break_is_found(example: Example) -> None:
    assert example.code in codes(example.has, example.situation)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_a_break_is_silent_when_it_is_put_right(example: Example) -> None:
    situation = _OTHERWISE.get(example.code, example.situation)
    assert example.code not in codes(example.lacks, situation)


def test_phones_that_are_dead_take_the_taxi_away_and_a_helper_who_must_be_called() -> None:
    taxi = {**transports(kind="care_taxi", phone="017-000-0340"), **helper(phone="090-0000-0001")}
    assert {"no_transport", "no_supporter_reached"}.isdisjoint(codes(taxi, Situation()))
    assert codes(taxi, DEAD) >= {"no_transport", "no_supporter_reached"}


def test_a_car_that_is_away_neither_drives_nor_gives_power() -> None:
    assert "no_transport" not in codes(ONE_CAR, Situation())
    assert "no_transport" in codes(ONE_CAR, Situation(car_away=True))


def test_offices_answer_by_day() -> None:
    assert "nobody_answers" not in codes(chain(phone_day="017-000-0200"), DAY)
