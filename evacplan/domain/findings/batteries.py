"""Findings about the age of own batteries. Rule: past the due date or over two years (power.md §5, B6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evacplan.domain.blackout.counting import battery_age_factor
from evacplan.domain.findings.facts import Facts
from evacplan.domain.findings.finding import Finding, Named, amber, red, rule
from evacplan.domain.month import Month, first_day

BATTERY_OLD = red("battery_old", "device", "battery", "since", "factor")
BATTERY_OVERDUE = red("battery_overdue", "device", "battery", "due", "factor")
BATTERY_OLD_TODAY = red("battery_old_today", "device", "battery", "on")
BATTERY_UNDATED = amber("battery_undated", "device", "battery")


class OwnBattery(StrEnum):
    """The two kinds of own batteries."""

    INTERNAL = "internal"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class _Battery:
    """One own battery. path: of its record; since_name, due_name: the fields of its dates."""

    device: str
    kind: OwnBattery
    path: str
    hours: float | None
    since: date | Month | None
    since_name: str
    due: date | None
    due_name: str
    stated: float | None

    @property
    def is_there(self) -> bool:
        return self.hours is not None and self.hours > 0

    def is_old(self, on: date) -> bool:
        return self.factor(None, on) < 1

    def factor(self, stated: float | None, on: date) -> float:
        """What is left of its hours on a day."""
        return battery_age_factor(stated, self.due, first_day(self.since), None, on=on)

    @property
    def since_place(self) -> str:
        return f"{self.path}.{self.since_name}"


def battery_old(facts: Facts) -> Iterator[Finding]:
    for battery in _batteries(facts):
        if battery.is_there and battery.is_old(facts.plan_date):
            yield _old(battery, facts.plan_date)


def _old(battery: _Battery, on: date) -> Finding:
    factor = battery.factor(battery.stated, on)
    device, kind = Named(battery.device), battery.kind
    if battery.due is not None:
        place = f"{battery.path}.{battery.due_name}"
        return BATTERY_OVERDUE.at(place, device=device, battery=kind, due=battery.due, factor=factor)
    since = battery.since
    return BATTERY_OLD.at(battery.since_place, device=device, battery=kind, since=since, factor=factor)


def battery_old_today(facts: Facts) -> Iterator[Finding]:
    """Grown too old since the plan was last updated: its printed hours are too long by now."""
    for battery in _batteries(facts):
        fell = battery.is_old(facts.today) and not battery.is_old(facts.plan_date)
        if battery.is_there and battery.stated is None and fell:
            device, on = Named(battery.device), facts.plan_date
            yield BATTERY_OLD_TODAY.at(battery.since_place, device=device, battery=battery.kind, on=on)


def battery_undated(facts: Facts) -> Iterator[Finding]:
    """Without any date a battery counts as young, which nobody has said."""
    for battery in _batteries(facts):
        if battery.is_there and battery.since is None and battery.due is None and battery.stated is None:
            device = Named(battery.device)
            yield BATTERY_UNDATED.at(battery.since_place, device=device, battery=battery.kind)


def _batteries(facts: Facts) -> Iterator[_Battery]:
    for path, device in facts.devices():
        yield _Battery(
            path,
            OwnBattery.INTERNAL,
            path,
            device.battery_h,
            device.battery_replaced_on,
            "battery_replaced_on",
            device.battery_due_on,
            "battery_due_on",
            device.battery_age_factor,
        )
        for row in device.external_batteries:
            yield _Battery(
                path,
                OwnBattery.EXTERNAL,
                f"{path}.external_batteries.{row.key}",
                row.hours_each,
                row.bought_on,
                "bought_on",
                row.due_on,
                "due_on",
                row.age_factor,
            )


RULES = (
    rule(battery_old, BATTERY_OLD, BATTERY_OVERDUE),
    rule(battery_old_today, BATTERY_OLD_TODAY),
    rule(battery_undated, BATTERY_UNDATED),
)
