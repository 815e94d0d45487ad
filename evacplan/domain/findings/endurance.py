"""Findings about the hours themselves: the ladder of targets, the gap, when to leave (power.md §8, §9)."""

from collections.abc import Iterator

from evacplan.domain.blackout.inputs import UNKNOWN, Portable, Swap
from evacplan.domain.blackout.results import DeviceResult, RunDown
from evacplan.domain.blackout.walk import State
from evacplan.domain.choices import DeviceClass
from evacplan.domain.figures import lowest_first
from evacplan.domain.findings.facts import Facts
from evacplan.domain.findings.finding import Finding, Kind, Labelled, Named, amber, info, red, rule
from evacplan.domain.power import LEAST_RESERVE_H
from evacplan.domain.scenarios import HORIZON_H

AUTONOMY_SHORT = amber("autonomy_short", "hours", "missed")
AUTONOMY_SHORT_MINIMUM = amber("autonomy_short_minimum", "hours", "missed")
AUTONOMY_MAYBE_SHORT = amber("autonomy_maybe_short", "hours", "missed")
AUTONOMY_MAYBE_SHORT_MINIMUM = amber("autonomy_maybe_short_minimum", "hours", "missed")
NO_TIME_TO_LEAVE = red("no_time_to_leave", "first", "leave_at")
LEAVING_UNKNOWN = red("leaving_unknown", "fields")
RESERVE_SHORT = info("reserve_short", "reserve", "least")
GAP_TO_TARGET = amber("gap_to_target", "gap", "hours")
HUMIDIFIER_ON_BATTERY = amber("humidifier_on_battery", "device")
MINIMUM_ENDS_SOONER = info("minimum_ends_sooner", "minimum", "ordinary")
TRAVEL_NOT_MEASURED = amber("travel_not_measured", "minutes")
TRAVEL_MEASURED_ELSEWHERE = amber("travel_measured_elsewhere", "route", "minutes")
TRAVEL_MEASURED = info("travel_measured", "measured", "map")

TARGET = "power_needs.target_h"
LADDER_H = (24.0, 72.0, HORIZON_H)


def autonomy_short(facts: Facts) -> Iterator[Finding]:
    """Which rungs of 24, 72, 168 hours (and the plan's own target) are missed, in either operation."""
    figures = facts.figures
    yield from _short(facts, figures.ordinary, AUTONOMY_SHORT, AUTONOMY_MAYBE_SHORT)
    yield from _short(facts, figures.minimum, AUTONOMY_SHORT_MINIMUM, AUTONOMY_MAYBE_SHORT_MINIMUM)


def _short(facts: Facts, run: RunDown, known: Kind, bound: Kind) -> Iterator[Finding]:
    hours, kind = run.autonomy_h, known
    if hours is UNKNOWN:
        hours, kind = (run.at_least.autonomy_h if run.at_least else None), bound
    if hours is not None:
        rungs = sorted({*LADDER_H, facts.figures.wanted.target_h})
        missed = tuple(rung for rung in rungs if hours < rung)
        if missed:
            yield kind.at(TARGET, hours=hours, missed=missed)


def no_time_to_leave(facts: Facts) -> Iterator[Finding]:
    """What stops first stops before the family could set out and arrive: power.md §9, autonomy < leave_at."""
    run = facts.figures.ordinary
    first, leave_at = run.first_to_stop, run.leave_at_h
    if first is not None and first is not UNKNOWN and leave_at is not UNKNOWN:
        hours = first.at_h
        if run.autonomy_h is not None and run.autonomy_h is not UNKNOWN:
            hours = min(hours, run.autonomy_h)
        if hours < leave_at:
            yield NO_TIME_TO_LEAVE.at("triggers.preparation_min", first=hours, leave_at=leave_at)


def leaving_unknown(facts: Facts) -> Iterator[Finding]:
    triggers = facts.plan.triggers
    if not facts.figures.has_vital:
        return
    missing = [name for name in ("preparation_min", "loading_min") if getattr(triggers, name) is None]
    if triggers.travel_measured_min is None and triggers.travel_map_min is None:
        missing.append("travel_measured_min")
    if missing:
        fields = tuple(Labelled(f"triggers.{name}") for name in missing)
        yield LEAVING_UNKNOWN.at(fields[0].path, fields=fields)


def reserve_short(facts: Facts) -> Iterator[Finding]:
    reserve = facts.plan.triggers.reserve_h
    if reserve is not None and reserve < LEAST_RESERVE_H:
        yield RESERVE_SHORT.at("triggers.reserve_h", reserve=reserve, least=LEAST_RESERVE_H)


def gap_to_target(facts: Facts) -> Iterator[Finding]:
    gap = facts.figures.ordinary.gap_wh
    if gap is not UNKNOWN and gap > 0:
        yield GAP_TO_TARGET.at(TARGET, gap=gap, hours=facts.figures.wanted.target_h)


def humidifier_on_battery(facts: Facts) -> Iterator[Finding]:
    portables = {one.key for one in facts.figures.counted if isinstance(one.energy, Portable)}
    for path, device in facts.devices():
        heated = device.device_class is DeviceClass.HEATED_HUMIDIFIER
        if heated and _is_on_battery(facts.figures.ordinary.device(device.key), portables):
            yield HUMIDIFIER_ON_BATTERY.at(f"{path}.fallback", device=Named(path))


def _is_on_battery(result: DeviceResult, portables: set[str]) -> bool:
    return any(
        segment.supply in (State.INTERNAL, State.EXTERNAL) or segment.source in portables
        for segment in result.segments
    )


def minimum_ends_sooner(facts: Facts) -> Iterator[Finding]:
    """A child on oxygen burns the cylinders first under minimum operation, so both are to be looked at."""
    figures = facts.figures
    if all(device.swap is not Swap.CYLINDER for device in figures.household.devices):
        return
    ordinary, minimum = lowest_first(figures.ordinary), lowest_first(figures.minimum)
    if minimum is None or minimum is UNKNOWN or ordinary is UNKNOWN:
        return
    if ordinary is None or minimum.at_h < ordinary.at_h:
        hours = None if ordinary is None else ordinary.at_h
        yield MINIMUM_ENDS_SOONER.at(TARGET, minimum=minimum.at_h, ordinary=hours)


def travel_time(facts: Facts) -> Iterator[Finding]:
    triggers, place = facts.plan.triggers, "triggers.travel_measured_min"
    measured, by_map = triggers.travel_measured_min, triggers.travel_map_min
    if measured is not None:
        if by_map is not None and by_map != measured:
            yield TRAVEL_MEASURED.at(place, measured=measured, map=by_map)
        return
    if by_map is not None:
        yield TRAVEL_NOT_MEASURED.at(place, minutes=by_map)
    for row in facts.plan.destination.routes:
        if row.measured_min is not None:
            route = Named(f"destination.routes.{row.key}")
            yield TRAVEL_MEASURED_ELSEWHERE.at(place, route=route, minutes=row.measured_min)


RULES = (
    rule(no_time_to_leave, NO_TIME_TO_LEAVE),
    rule(leaving_unknown, LEAVING_UNKNOWN),
    rule(
        autonomy_short,
        AUTONOMY_SHORT,
        AUTONOMY_SHORT_MINIMUM,
        AUTONOMY_MAYBE_SHORT,
        AUTONOMY_MAYBE_SHORT_MINIMUM,
    ),
    rule(gap_to_target, GAP_TO_TARGET),
    rule(humidifier_on_battery, HUMIDIFIER_ON_BATTERY),
    rule(minimum_ends_sooner, MINIMUM_ENDS_SOONER),
    rule(travel_time, TRAVEL_NOT_MEASURED, TRAVEL_MEASURED_ELSEWHERE, TRAVEL_MEASURED),
    rule(reserve_short, RESERVE_SHORT),
)
