"""Examples of findings about the hours, and about oxygen."""

from typing import Any

from evacplan.domain.plan import Mark, Plan
from tests.domain.findings.asked import NONE, UNCONFIRMED, with_device
from tests.domain.findings.examples.example import (
    DEVICE,
    NO_EXTERNAL,
    Example,
    device,
    plan,
    rows,
    section,
)
from tests.domain.plans import without_external

LEAVING: dict[str, Any] = {"preparation_min": 30, "loading_min": 30, "travel_map_min": 60}
HUMIDIFIER: dict[str, Any] = {"device_class": "heated_humidifier", "fallback": "hme", "priority": "b"}
CONCENTRATOR: dict[str, Any] = {
    "device_class": "oxygen_concentrator",
    "fallback": "oxygen_cylinder",
    "battery_h": 20,
}
GAS: dict[str, Any] = {"in_use": True, "flow_rest": 1, "cylinders": rows({"content_l": 500, "count": 1})}


def leaving(battery_h: float = 6, **answers: Any) -> Plan:
    """A device without external batteries, and the minutes until the family has arrived."""
    return with_device(
        without_external("vent"), {"triggers": {**LEAVING, **answers}}, battery_h=battery_h, **NO_EXTERNAL
    )


ENDURANCE = (
    Example("no_time_to_leave", leaving(3.9), "triggers.preparation_min", leaving(4)),
    Example("leaving_unknown", leaving(loading_min=None), "triggers.loading_min", leaving()),
    Example("reserve_short", leaving(reserve_h=1), "triggers.reserve_h", leaving(reserve_h=2)),
    Example("autonomy_short", leaving(167), "power_needs.target_h", leaving(169)),
    Example("autonomy_short_minimum", leaving(167), "power_needs.target_h", leaving(169)),
    Example("autonomy_maybe_short", device(**NO_EXTERNAL), "power_needs.target_h", device()),
    Example("autonomy_maybe_short_minimum", device(**NO_EXTERNAL), "power_needs.target_h", device()),
    Example("gap_to_target", leaving(71), "power_needs.target_h", leaving(72)),
    Example("humidifier_on_battery", device(**HUMIDIFIER), f"{DEVICE}.fallback", device()),
    Example(
        "minimum_ends_sooner",
        with_device(sections={"oxygen": GAS}, **CONCENTRATOR),
        "power_needs.target_h",
        device(),
    ),
    Example(
        "travel_not_measured", leaving(), "triggers.travel_measured_min", leaving(travel_measured_min=60)
    ),
    Example(
        "travel_measured",
        leaving(travel_measured_min=90),
        "triggers.travel_measured_min",
        leaving(travel_measured_min=60),
    ),
    Example(
        "travel_measured_elsewhere",
        section("destination", routes=rows({"goal": "病院", "measured_min": 28})),
        "triggers.travel_measured_min",
        section("destination", routes=rows({"goal": "病院"})),
    ),
)


def oxygen(marks: dict[str, Mark] | None = None, **answers: Any) -> Plan:
    return plan(marks, oxygen={**GAS, **answers})


CYLINDERS_SAID_NONE = {"oxygen.cylinders": NONE}
VENTILATED = {"oxygen": {**GAS, "cylinders": rows({"has_conserver": True}), "conserver_doctor_ok": True}}

OXYGEN = (
    Example("oxygen_unanswered", oxygen(in_use=None), "oxygen.in_use", oxygen()),
    Example("oxygen_unanswered", plan({"oxygen.in_use": UNCONFIRMED}), "oxygen.in_use", Plan()),
    Example(
        "oxygen_contradicts",
        with_device(sections={"oxygen": {"in_use": False}}, **CONCENTRATOR),
        "oxygen.in_use",
        with_device(sections={"oxygen": GAS}, **CONCENTRATOR),
    ),
    Example("oxygen_minutes_unknown", oxygen(flow_rest=None), "oxygen.flow_rest", oxygen()),
    Example(
        "oxygen_minutes_unknown",
        oxygen(cylinders=()),
        "oxygen.cylinders",
        oxygen(CYLINDERS_SAID_NONE, cylinders=()),
    ),
    Example(
        "oxygen_minutes_unknown",
        oxygen(cylinders=rows({"volume_l": 3.4, "count": 1})),
        "oxygen.cylinders.r0.fill_mpa",
        oxygen(cylinders=rows({"volume_l": 3.4, "fill_mpa": 14.7, "count": 1})),
    ),
    Example("no_cylinders", oxygen(CYLINDERS_SAID_NONE, cylinders=()), "oxygen.cylinders", oxygen()),
    Example(
        "concentrator_not_listed",
        oxygen(supply="concentrator"),
        "devices.devices",
        with_device(sections={"oxygen": {**GAS, "supply": "concentrator"}}, **CONCENTRATOR),
    ),
    Example(
        "cylinder_expired",
        oxygen(cylinders=rows({"expires_on": "2026-11-19"})),
        "oxygen.cylinders.r0.expires_on",
        oxygen(cylinders=rows({"expires_on": "2026-11-20"})),
    ),
    Example("no_oxygen_supplier", oxygen(), "oxygen.supplier", oxygen(supplier="北雪酸素")),
    Example(
        "time_without_oxygen_unknown",
        oxygen(),
        "oxygen.time_without_oxygen",
        oxygen(time_without_oxygen="10分"),
    ),
    Example("fire_distance_unconfirmed", oxygen(), "oxygen.fire_distance_ok", oxygen(fire_distance_ok=True)),
    Example("flow_unknown", oxygen({"oxygen.flow_sleep": UNCONFIRMED}), "oxygen.flow_sleep", oxygen()),
    Example(
        "cylinders_not_used",
        with_device(sections={"oxygen": GAS}, **{**CONCENTRATOR, "fallback": "none"}),
        f"{DEVICE}.fallback",
        with_device(sections={"oxygen": GAS}, **CONCENTRATOR),
    ),
    Example(
        "conserver_with_ventilator",
        with_device(sections=VENTILATED, device_class="ventilator"),
        "oxygen.conserver_doctor_ok",
        with_device(sections=VENTILATED, device_class="suction"),
    ),
)
