"""Findings about oxygen, which has a clock of its own. Source: power.md §6, §9 (F11 to F13)."""

from collections.abc import Iterator

from evacplan.domain.choices import CareKind, DeviceClass, Fallback, OxygenSupply
from evacplan.domain.findings.facts import Facts, filled
from evacplan.domain.findings.finding import Finding, Labelled, Named, amber, red, rule
from evacplan.domain.household import CONCENTRATORS, DEVICES, is_on_oxygen, speaks_of_oxygen
from evacplan.domain.plan.oxygen import Cylinder

OXYGEN_UNANSWERED = red("oxygen_unanswered")
OXYGEN_CONTRADICTS = red("oxygen_contradicts")
MINUTES_UNKNOWN = red("oxygen_minutes_unknown", "field")
NO_CYLINDERS = red("no_cylinders")
CONCENTRATOR_NOT_LISTED = red("concentrator_not_listed")
CYLINDER_EXPIRED = red("cylinder_expired", "field", "on")
NO_OXYGEN_SUPPLIER = red("no_oxygen_supplier")
TIME_WITHOUT_UNKNOWN = amber("time_without_oxygen_unknown")
FLOW_UNKNOWN = amber("flow_unknown", "field")
CYLINDERS_NOT_USED = amber("cylinders_not_used", "device")
CONSERVER_WITH_VENTILATOR = amber("conserver_with_ventilator")
FIRE_DISTANCE_UNCONFIRMED = amber("fire_distance_unconfirmed")

FLOWS = ("flow_rest", "flow_active", "flow_sleep")
CYLINDERS = "oxygen.cylinders"
_BREATHING = (DeviceClass.VENTILATOR, DeviceClass.CPAP_NPPV)


def oxygen_answer(facts: Facts) -> Iterator[Finding]:
    """The question of oxygen must be answered, and as the care list and the devices say."""
    place = "oxygen.in_use"
    if speaks_of_oxygen(facts.plan) and not is_on_oxygen(facts.plan):
        yield OXYGEN_CONTRADICTS.at(place)
    elif facts.plan.oxygen.in_use is None and (is_on_oxygen(facts.plan) or facts.says_unknown(place)):
        yield OXYGEN_UNANSWERED.at(place)


def minutes_unknown(facts: Facts) -> Iterator[Finding]:
    """Every field without which nobody knows how long the cylinders last."""
    if not is_on_oxygen(facts.plan):
        return
    section = facts.plan.oxygen
    if not any(getattr(section, name) for name in FLOWS):
        yield MINUTES_UNKNOWN.at("oxygen.flow_rest", field=Labelled("oxygen.flow_rest"))
    if facts.lacks(CYLINDERS):
        yield MINUTES_UNKNOWN.at(CYLINDERS, field=Labelled(CYLINDERS))
    for row in section.cylinders:
        for name in _missing(facts, row):
            place = f"{CYLINDERS}.{row.key}.{name}"
            yield MINUTES_UNKNOWN.at(place, field=Labelled(place))


def _missing(facts: Facts, row: Cylinder) -> tuple[str, ...]:
    if row.count == 0 or facts.says_none(f"{CYLINDERS}.{row.key}.count"):
        return ()
    names = ["count"] if row.count is None else []
    if row.content_l is None:
        names += [name for name in ("volume_l", "fill_mpa") if getattr(row, name) is None]
    return tuple(names)


def no_cylinders(facts: Facts) -> Iterator[Finding]:
    rows = facts.plan.oxygen.cylinders
    said = bool(rows) and all(row.count == 0 for row in rows)
    if is_on_oxygen(facts.plan) and (said or facts.says_none(CYLINDERS)):
        yield NO_CYLINDERS.at(CYLINDERS)


def concentrator_not_listed(facts: Facts) -> Iterator[Finding]:
    """Without the device its load is missing, and the cylinders' clock starts at once."""
    listed = any(device.device_class in CONCENTRATORS for _, device in facts.devices())
    if is_on_oxygen(facts.plan) and facts.plan.oxygen.supply is OxygenSupply.CONCENTRATOR and not listed:
        yield CONCENTRATOR_NOT_LISTED.at(DEVICES)


def cylinder_expired(facts: Facts) -> Iterator[Finding]:
    if not is_on_oxygen(facts.plan):
        return
    for path, row in filled(facts.plan.oxygen.cylinders, CYLINDERS):
        if row.expires_on is not None and row.expires_on < facts.today:
            place = f"{path}.expires_on"
            yield CYLINDER_EXPIRED.at(place, field=Labelled(place), on=row.expires_on)


def oxygen_care(facts: Facts) -> Iterator[Finding]:
    """What a child on oxygen needs besides gas."""
    if not is_on_oxygen(facts.plan):
        return
    section = facts.plan.oxygen
    if not section.supplier:
        yield NO_OXYGEN_SUPPLIER.at("oxygen.supplier")
    if not section.time_without_oxygen:
        yield TIME_WITHOUT_UNKNOWN.at("oxygen.time_without_oxygen")
    if section.fire_distance_ok is not True:
        yield FIRE_DISTANCE_UNCONFIRMED.at("oxygen.fire_distance_ok")


def flow_unknown(facts: Facts) -> Iterator[Finding]:
    """The largest known flow is used; one that nobody has confirmed may be larger."""
    known = any(getattr(facts.plan.oxygen, name) for name in FLOWS)
    for name in FLOWS:
        place = f"oxygen.{name}"
        if known and is_on_oxygen(facts.plan) and facts.says_unknown(place):
            yield FLOW_UNKNOWN.at(place, field=Labelled(place))


def cylinders_not_used(facts: Facts) -> Iterator[Finding]:
    """There are cylinders, but no concentrator says it is replaced by them."""
    if not any(row.count for row in facts.plan.oxygen.cylinders) or not is_on_oxygen(facts.plan):
        return
    for path, device in facts.devices():
        if device.device_class in CONCENTRATORS and device.fallback is not Fallback.OXYGEN_CYLINDER:
            yield CYLINDERS_NOT_USED.at(f"{path}.fallback", device=Named(path))


def conserver_with_ventilator(facts: Facts) -> Iterator[Finding]:
    """A conserver is never counted for a child who breathes with a ventilator (F13)."""
    on_ventilator = any(device.device_class in _BREATHING for _, device in facts.devices()) or any(
        act.kind is CareKind.VENTILATOR for act in facts.plan.care.acts
    )
    has_conserver = any(row.has_conserver for row in facts.plan.oxygen.cylinders)
    if on_ventilator and has_conserver and facts.plan.oxygen.conserver_doctor_ok:
        yield CONSERVER_WITH_VENTILATOR.at("oxygen.conserver_doctor_ok")


RULES = (
    rule(oxygen_answer, OXYGEN_UNANSWERED, OXYGEN_CONTRADICTS),
    rule(minutes_unknown, MINUTES_UNKNOWN),
    rule(no_cylinders, NO_CYLINDERS),
    rule(concentrator_not_listed, CONCENTRATOR_NOT_LISTED),
    rule(cylinder_expired, CYLINDER_EXPIRED),
    rule(oxygen_care, NO_OXYGEN_SUPPLIER, TIME_WITHOUT_UNKNOWN, FIRE_DISTANCE_UNCONFIRMED),
    rule(flow_unknown, FLOW_UNKNOWN),
    rule(cylinders_not_used, CYLINDERS_NOT_USED),
    rule(conserver_with_ventilator, CONSERVER_WITH_VENTILATOR),
)
