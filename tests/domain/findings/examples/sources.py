"""Examples of findings about backup sources."""

from typing import Any

from evacplan.domain.plan import Plan
from tests.domain.findings.asked import with_device, with_source
from tests.domain.findings.examples.example import (
    DATED,
    SOURCE,
    Example,
    device,
    rows,
)

GENERATOR: dict[str, Any] = {
    "fuel": "gas_canister",
    "canisters": 12,
    "hours_eco": 2.2,
    "rated_output": 900,
    "outdoor": True,
    "operators": ("父",),
    "last_started_on": "2026-10-01",
}
STORAGE: dict[str, Any] = {"capacity_wh": 1000, "output_w": 500}
CAR: dict[str, Any] = {"usable_kwh": 5, "output_w": 1500}


def storage(**answers: Any) -> Plan:
    return with_source("portables", **{**STORAGE, **answers})


def peaking(peak_w: float) -> Plan:
    """A device with this peak on a storage of 500 W."""
    return device_beside(storage(), peak_w=peak_w)


def device_beside(other: Plan, **answers: Any) -> Plan:
    """A complete device but for these answers, beside the sources of another plan."""
    return with_device(sections={"power_sources": other.power_sources}, **answers)


def generator(**answers: Any) -> Plan:
    return with_source("generators", **{**GENERATOR, **answers})


def car(sections: dict[str, Any] | None = None, **answers: Any) -> Plan:
    found = with_source("cars", **{**CAR, **answers})
    return Plan.model_validate({**dict(found), **(sections or {})})


def lapsing(last_started_on: str) -> Plan:
    """A generator that counted on the date of the plan."""
    found = generator(last_started_on=last_started_on)
    return Plan.model_validate({**dict(found), "meeting": DATED})


def charging(charge_h: float) -> Plan:
    battery = {"count": 2, "hours_each": 4, "bought_on": "2026-01-01", "charge_h": charge_h}
    places = rows({"name": "市民センター", "open_hours": "9–21時"})
    return with_device(
        sections={"power_sources": {"charge_places": places}}, external_batteries=rows(battery)
    )


def driving(owner: str) -> dict[str, Any]:
    return {"destination": {"transports": rows({"kind": "own_car", "owner": owner})}}


SOURCES = (
    Example(
        "source_not_counted", storage(waveform="square"), f"{SOURCE.format('portables')}.waveform", storage()
    ),
    Example(
        "source_not_counted",
        generator(last_started_on="2025-11-19"),
        f"{SOURCE.format('generators')}.last_started_on",
        generator(last_started_on="2025-11-20"),
    ),
    Example("source_not_counted", storage(volts=None), f"{SOURCE.format('portables')}.volts", storage()),
    Example(
        "source_lapsed",
        lapsing("2025-06-01"),
        f"{SOURCE.format('generators')}.last_started_on",
        lapsing("2026-01-01"),
    ),
    Example(
        "source_not_at_hand",
        storage(availability="considering"),
        f"{SOURCE.format('portables')}.availability",
        storage(availability="none"),
    ),
    Example("no_backup_source", device(), "power_sources.portables", storage()),
    Example("output_short", peaking(501), f"{SOURCE.format('portables')}.output_w", peaking(500)),
    Example("source_too_weak", storage(output_w=29), f"{SOURCE.format('portables')}.output_w", storage()),
    Example("output_unknown", storage(output_w=None), f"{SOURCE.format('portables')}.output_w", storage()),
    Example(
        "output_unknown",
        car(output_w=None),
        f"{SOURCE.format('cars')}.output_w",
        car(output_w=None, inverter_w=120),
    ),
    Example("car_sometimes_away", car(sometimes_away=True), f"{SOURCE.format('cars')}.sometimes_away", car()),
    Example(
        "fraction_high",
        storage(usable_fraction=0.9),
        f"{SOURCE.format('portables')}.usable_fraction",
        storage(usable_fraction=0.85),
    ),
    Example(
        "usable_above_capacity",
        storage(usable_wh=1001),
        f"{SOURCE.format('portables')}.usable_wh",
        storage(usable_wh=900),
    ),
    Example(
        "maker_does_not_allow",
        storage(maker_allows_medical=False),
        f"{SOURCE.format('portables')}.maker_allows_medical",
        storage(),
    ),
    Example(
        "canisters_unrealistic",
        generator(),
        f"{SOURCE.format('generators')}.canisters",
        generator(hours_eco=3),
    ),
    Example(
        "petrol_in_store",
        generator(fuel="petrol", stock_l=10),
        f"{SOURCE.format('generators')}.stock_l",
        generator(),
    ),
    Example("charging_window_short", charging(7), "power_sources.charge_places", charging(6)),
    Example(
        "car_twice",
        car(driving("父"), owner="父"),
        f"{SOURCE.format('cars')}.owner",
        car(driving("母"), owner="父"),
    ),
)
