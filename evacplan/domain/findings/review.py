"""Findings about drills and reviews: a plan lives when it is tried and reviewed. Source: rules.md §4."""

from collections.abc import Iterator
from datetime import date

from evacplan.domain.blackout.counting import months_later
from evacplan.domain.findings.facts import Facts
from evacplan.domain.findings.finding import Finding, amber, rule

NO_DRILL = amber("no_drill")
DEVICES_FAILED_IN_DRILL = amber("devices_failed_in_drill", "on")
REVIEW_OVERDUE = amber("review_overdue", "due")

REVIEW_MONTHS = 12


def no_drill(facts: Facts) -> Iterator[Finding]:
    held = [row for row in facts.plan.review.drills if row.held_on and row.held_on <= facts.today]
    if not held:
        yield NO_DRILL.at("review.drills")
        return
    last = max(held, key=lambda row: row.held_on or date.min)
    if last.devices_worked is False:
        yield DEVICES_FAILED_IN_DRILL.at(f"review.drills.{last.key}.devices_worked", on=last.held_on)


def review_overdue(facts: Facts) -> Iterator[Finding]:
    """Past the agreed day or, without one, twelve months after the plan was last updated."""
    due, updated = facts.plan.review.review_due_on, facts.plan.meeting.updated_on
    if due is None and updated is not None:
        due = months_later(updated, REVIEW_MONTHS)
    if due is not None and due < facts.today:
        yield REVIEW_OVERDUE.at("review.review_due_on", due=due)


RULES = (
    rule(no_drill, NO_DRILL, DEVICES_FAILED_IN_DRILL),
    rule(review_overdue, REVIEW_OVERDUE),
)
