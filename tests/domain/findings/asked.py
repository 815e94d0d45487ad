"""Short ways to ask for the findings of a small plan."""

from datetime import date
from typing import Any

from evacplan.domain.findings import Finding, findings
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.devices import Device
from tests.domain.plans import a_device, a_plan

TODAY = date(2026, 11, 20)
NONE = Mark(none=True)
UNCONFIRMED = Mark(unknown=True)


def found(plan: Plan, code: str, today: date = TODAY) -> list[Finding]:
    """The findings of one code."""
    return [finding for finding in findings(plan, today) if finding.code == code]


def places(plan: Plan, code: str, today: date = TODAY) -> list[str]:
    """Where the findings of one code point."""
    return [finding.place for finding in found(plan, code, today)]


def a_complete_device(key: str = "vent", **answers: Any) -> Device:
    """A device whose figures are all known: 30 W, 6 hours, no external batteries, a bag behind it."""
    known = {
        "measured_w": 30,
        "battery_h": 6,
        "battery_replaced_on": "2026-01-01",
        "fallback": "resuscitation_bag",
        "external_batteries": (
            {"key": f"{key}_ext", "count": 1, "hours_each": 4, "bought_on": "2026-01-01"},
        ),
    }
    return a_device(key, **{**known, **answers})


def with_device(
    marks: dict[str, Mark] | None = None, sections: dict[str, Any] | None = None, **answers: Any
) -> Plan:
    """A plan of one complete device but for these answers."""
    return a_plan(a_complete_device(**answers), marks=marks, **(sections or {}))


def with_source(kind: str, marks: dict[str, Mark] | None = None, **answers: Any) -> Plan:
    """A plan of one complete device and one source at home that counts but for these answers."""
    good = {"availability": "at_home", "waveform": "sine", "volts": 100, "frequency": "hz50"}
    sources = {kind: ({"key": "source", **good, **answers},)}
    return with_device(marks, {"power_sources": sources})
