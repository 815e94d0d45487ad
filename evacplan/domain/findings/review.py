"""Findings about drills and reviews: a plan lives when it is tried and reviewed. Source: rules.md §4."""

from collections.abc import Iterator

from evacplan.domain.blackout.counting import months_later
from evacplan.domain.drills import last_drill, planned_until_left_min, travel_min, until_left_min
from evacplan.domain.findings.facts import Facts
from evacplan.domain.findings.finding import Finding, amber, rule

NO_DRILL = amber("no_drill")
DRILL_OLD = amber("drill_old", "on")
DEVICES_FAILED_IN_DRILL = amber("devices_failed_in_drill", "on")
DRILL_READY_LATER = amber("drill_ready_later", "on", "minutes", "entered")
DRILL_TRAVELLED_LONGER = amber("drill_travelled_longer", "on", "minutes", "entered")
DRILL_LONGER_THAN_MAP = amber("drill_longer_than_map", "on", "minutes", "map")
REVIEW_OVERDUE = amber("review_overdue", "due")

REVIEW_MONTHS = 12
DRILL_MONTHS = 12


def no_drill(facts: Facts) -> Iterator[Finding]:
    """Never tried, or not within a year."""
    last = last_drill(facts.plan, facts.today)
    if last is None or last.held_on is None:
        yield NO_DRILL.at("review.drills")
        return
    if months_later(last.held_on, DRILL_MONTHS) < facts.today:
        yield DRILL_OLD.at("review.drills", on=last.held_on)
    if last.devices_worked is False:
        yield DEVICES_FAILED_IN_DRILL.at(f"review.drills.{last.key}.devices_worked", on=last.held_on)


def slower_than_planned(facts: Facts) -> Iterator[Finding]:
    """The last drill took longer than the plan counts with: the hour to leave is then too late."""
    last, triggers = last_drill(facts.plan, facts.today), facts.plan.triggers
    if last is None:
        return
    left, allowed = until_left_min(last), planned_until_left_min(triggers)
    if left is not None and allowed is not None and left > allowed:
        place = "triggers.preparation_min"
        yield DRILL_READY_LATER.at(place, on=last.held_on, minutes=left, entered=allowed)
    travel, measured, by_map = travel_min(last), triggers.travel_measured_min, triggers.travel_map_min
    place = "triggers.travel_measured_min"
    if travel is None:
        return
    if measured is not None and travel > measured:
        yield DRILL_TRAVELLED_LONGER.at(place, on=last.held_on, minutes=travel, entered=measured)
    elif measured is None and by_map is not None and travel > by_map:
        yield DRILL_LONGER_THAN_MAP.at(place, on=last.held_on, minutes=travel, map=by_map)


def review_overdue(facts: Facts) -> Iterator[Finding]:
    """Past the agreed day or, without one, twelve months after the plan was last updated."""
    due, updated = facts.plan.review.review_due_on, facts.plan.meeting.updated_on
    if due is None and updated is not None:
        due = months_later(updated, REVIEW_MONTHS)
    if due is not None and due < facts.today:
        yield REVIEW_OVERDUE.at("review.review_due_on", due=due)


RULES = (
    rule(no_drill, NO_DRILL, DRILL_OLD, DEVICES_FAILED_IN_DRILL),
    rule(slower_than_planned, DRILL_READY_LATER, DRILL_TRAVELLED_LONGER, DRILL_LONGER_THAN_MAP),
    rule(review_overdue, REVIEW_OVERDUE),
)
