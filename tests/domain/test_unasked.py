"""Findings that wait for a question, apart from those that follow from an answer."""

import pytest

from evacplan.domain.findings import Finding, findings
from evacplan.domain.paths import get, is_empty
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.unasked import is_unasked
from tests.builders import CASES, a_case, a_plan
from tests.ui.driving import TODAY


def unasked(plan: Plan) -> list[Finding]:
    """The findings that wait for a question."""
    return [one for one in findings(plan, TODAY) if is_unasked(plan, one.code, one.place, TODAY)]


def pressing(plan: Plan) -> list[Finding]:
    """The findings that follow from an answer."""
    waiting = unasked(plan)
    return [one for one in findings(plan, TODAY) if one not in waiting]


def test_in_an_empty_plan_every_finding_waits_for_its_question() -> None:
    assert unasked(Plan()) == list(findings(Plan(), TODAY)) != []


@pytest.mark.parametrize("mark", [Mark(none=True), Mark(unknown=True)])
def test_an_answer_without_a_value_was_asked_for(mark: Mark) -> None:
    for finding in findings(Plan(), TODAY):
        plan = a_plan(marks={finding.place: mark})
        assert finding.place not in {one.place for one in unasked(plan)}


def test_what_was_refused_is_told_at_once() -> None:
    told = [finding.place for finding in pressing(a_plan(meeting={"consent_create": "refused"}))]
    assert "meeting.consent_create" in told


@pytest.mark.parametrize("case", CASES)
def test_in_a_case_no_finding_waits_that_an_answer_brought(case: str) -> None:
    plan = a_case(case)
    nothing = {(finding.code, finding.place) for finding in findings(Plan(), TODAY)}
    for finding in unasked(plan):
        assert (finding.code, finding.place) in nothing
        assert is_empty(get(plan, finding.place))
    assert pressing(plan)


def test_a_device_that_was_named_makes_what_it_lacks_press() -> None:
    plan = a_plan(devices={"devices": [{"key": "vent", "device_class": "ventilator"}]})
    before = {finding.code for finding in findings(Plan(), TODAY)}
    brought = [finding for finding in findings(plan, TODAY) if finding.code not in before]
    assert brought
    assert all(finding in pressing(plan) for finding in brought)
