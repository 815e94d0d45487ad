"""The first minutes: what the plan says to do, who is there, who can use what needs no electricity."""

from collections.abc import Iterator

from evacplan.domain.choices import DayPlace, Fallback, SupporterRole
from evacplan.domain.findings.finding import Finding, Named, Who, amber, info, red
from evacplan.domain.plan.child import FamilyMember
from evacplan.domain.rehearsal.situation import Scene
from evacplan.domain.times import format_clock, parse_bands
from evacplan.domain.wareki import age_on

BEGINS = info("begins", "clock")
OUTAGE_STEP = info("outage_step", "moment", "action")
SNOW_SAYS = info("snow_says", "text")
CHILD_ELSEWHERE = info("child_elsewhere", "place")
WHO_IS_THERE = info("who_is_there", "people")
NOBODY_THERE = info("nobody_there")

NO_FIRST_STEPS = amber("no_first_steps")
NO_SNOW_PLAN = amber("no_snow_plan")
ALARM_UNCHECKED = amber("alarm_unchecked", "device")
SINGLE_HELPER = red("single_helper", "count")
BAG_FEW = red("bag_few", "count")
SUCTION_NOBODY = red("suction_nobody")
SIBLINGS_ALONE = amber("siblings_alone", "children")

SMALL_UNTIL = 12  # our assumption: a younger child needs somebody who watches
OUTAGE = (BEGINS, OUTAGE_STEP, SNOW_SAYS, CHILD_ELSEWHERE, NO_FIRST_STEPS, NO_SNOW_PLAN, ALARM_UNCHECKED)
PEOPLE = (WHO_IS_THERE, NOBODY_THERE, SINGLE_HELPER, BAG_FEW, SUCTION_NOBODY, SIBLINGS_ALONE)


def first_minutes(scene: Scene) -> Iterator[Finding]:
    """The outage begins: what the plan says to do, and whether the alarms are known to sound."""
    plan, situation = scene.facts.plan, scene.situation
    yield BEGINS.at("power_needs.outage_starts_at", clock=format_clock(situation.starts_at))
    for slot in plan.child.week:
        if slot.place not in (None, DayPlace.HOME) and _covers(slot.hours, situation.starts_at):
            yield CHILD_ELSEWHERE.at(f"child.week.{slot.key}.place", place=Named(f"child.week.{slot.key}"))
    steps = [row for row in plan.triggers.outage if row.action]
    for row in steps:
        place = f"triggers.outage.{row.key}.action"
        yield OUTAGE_STEP.at(place, moment=row.moment or "", action=row.action)
    if not steps:
        yield NO_FIRST_STEPS.at("triggers.outage")
    if situation.heavy_snow and plan.triggers.snow:
        yield SNOW_SAYS.at("triggers.snow", text=plan.triggers.snow)
    elif situation.heavy_snow:
        yield NO_SNOW_PLAN.at("triggers.snow")
    for path, device in scene.facts.vital_devices():
        if device.is_breathing_aid and device.alarm_checked_on is None:
            yield ALARM_UNCHECKED.at(f"{path}.alarm_checked_on", device=Named(path))


def people(scene: Scene) -> Iterator[Finding]:
    """Who is there, and what hangs on a single person or on nobody."""
    there, fallback = scene.there, scene.facts.plan.fallback
    if there:
        yield WHO_IS_THERE.at("child.household", people=tuple(Who(one) for one in there))
    else:
        yield NOBODY_THERE.at("child.household")
    if len(there) < 2:
        yield SINGLE_HELPER.at("child.household", count=len(there))
    trained = scene.of_those_there(fallback.bag_trained)
    if scene.needs_bag and len(trained) < 2:
        yield BAG_FEW.at("fallback.bag_trained", count=len(trained))
    by_hand = any(True for _ in scene.facts.replaced_by(Fallback.MANUAL_SUCTION))
    if by_hand and not scene.of_those_there(fallback.suction_trained):
        yield SUCTION_NOBODY.at("fallback.suction_trained")
    yield from _siblings(scene)


def _siblings(scene: Scene) -> Iterator[Finding]:
    """Small ones at home while the only adult is busy, and nobody who can be called for them."""
    small = tuple(
        Named(f"child.household.{row.key}") for row in scene.facts.family_at_home() if _is_small(scene, row)
    )
    called = any(SupporterRole.SIBLINGS in row.roles and scene.reaches(row) for _, row in scene.supporters())
    if small and len(scene.there) < 2 and not called:
        yield SIBLINGS_ALONE.at("supporters.supporters", children=small)


def _is_small(scene: Scene, row: FamilyMember) -> bool:
    on = scene.facts.plan_date
    age = row.age if row.birth_on is None or row.birth_on > on else age_on(row.birth_on, on)
    return age is not None and age < SMALL_UNTIL


def _covers(hours: str | None, minute: int) -> bool:
    """Whether a clock time lies in one of the bands of a text; over midnight too."""
    bands = parse_bands(hours) if hours else ()
    return any(
        band.start <= minute < band.end
        if band.start < band.end
        else minute >= band.start or minute < band.end
        for band in bands
    )
