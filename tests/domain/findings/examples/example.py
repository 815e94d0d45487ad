"""One plan that has each finding and one, changed as little as possible, that has not."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from evacplan.domain.plan import Mark, Plan
from tests.domain.findings.asked import TODAY, with_device
from tests.domain.plans import a_plan

DEVICE = "devices.devices.vent"
SOURCE = "power_sources.{}.source"


@dataclass(frozen=True)
class Example:
    """A finding's code, a plan that has it, where it points, a plan that has it not, and the day."""

    code: str
    has: Plan
    place: str
    lacks: Plan
    today: date = TODAY


def plan(marks: dict[str, Mark] | None = None, **sections: Any) -> Plan:
    """A plan of these sections."""
    return a_plan(marks=marks, **sections)


def rows(*answers: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """Rows with the keys r0, r1, ..."""
    return tuple({"key": f"r{i}", **answer} for i, answer in enumerate(answers))


def device(marks: dict[str, Mark] | None = None, **answers: Any) -> Plan:
    """A plan of one complete device but for these answers."""
    return with_device(marks, **answers)


def section(name: str, **answers: Any) -> Plan:
    """A plan with answers in one section and a complete device."""
    return with_device(sections={name: answers})


NO_EXTERNAL: dict[str, Any] = {"external_batteries": ()}
DATED: dict[str, Any] = {"updated_on": "2025-11-01"}
