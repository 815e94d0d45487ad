"""What holds for the findings of any plan."""

import re
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from evacplan.domain.blackout.inputs import UNKNOWN
from evacplan.domain.figures import figures
from evacplan.domain.findings import KINDS, RULES, Severity, findings
from evacplan.domain.findings.facts import Facts
from evacplan.domain.paths import exists
from evacplan.domain.plan import Mark, Plan
from evacplan.form.load import load_form
from evacplan.form.spec import Item, Repeat
from tests.domain.findings.asked import TODAY, with_device
from tests.domain.plans import a_device, a_plan, case_a, case_b, plans

FORM = load_form(Path(__file__).parents[3] / "forms")
days = st.integers(-400, 4000).map(lambda n: TODAY + timedelta(days=n))


@given(plans(), days)
@settings(max_examples=200)
def test_findings_never_fail_and_always_point_at_a_place_of_the_form(plan: Plan, today: date) -> None:
    codes = {kind.code: kind for kind in KINDS}
    for finding in findings(plan, today):
        assert exists(plan, finding.place)
        assert isinstance(FORM.part(finding.place), Item | Repeat)
        assert finding.severity is codes[finding.code].severity
        assert finding.details.keys() == codes[finding.code].names


@given(plans())
def test_each_rule_yields_only_the_kinds_it_declares(plan: Plan) -> None:
    facts = Facts(plan, figures(plan, TODAY), TODAY)
    for rule in RULES:
        assert {finding.code for finding in rule.check(facts)} <= {kind.code for kind in rule.kinds}


@given(plans())
def test_red_comes_before_amber_before_info(plan: Plan) -> None:
    order = [list(Severity).index(finding.severity) for finding in findings(plan, TODAY)]
    assert order == sorted(order)


@given(plans())
def test_an_unknown_vital_figure_is_always_said_in_red(plan: Plan) -> None:
    codes = {finding.code for finding in findings(plan, TODAY)}
    vital_unknown = [device for device in figures(plan, TODAY).household.devices if device.is_vital]
    run = figures(plan, TODAY).ordinary
    if any(run.device(device.key).unknown for device in vital_unknown):
        assert codes & {"vital_figure_unknown", "device_blank"}


@given(plans())
def test_no_hours_are_promised_where_the_headline_is_unknown(plan: Plan) -> None:
    found = figures(plan, TODAY)
    codes = {finding.code for finding in findings(plan, TODAY)}
    if found.ordinary.autonomy_h is UNKNOWN:
        assert "autonomy_short" not in codes
        assert "no_time_to_leave" not in codes


def test_nothing_is_invented_for_an_empty_plan() -> None:
    found = findings(Plan(), TODAY)
    assert {finding.code for finding in found} == {"legal_item_missing", "no_devices", "no_drill"}
    numbers = [
        value for finding in found for value in finding.details.values() if isinstance(value, int | float)
    ]
    assert numbers == []


def test_a_device_row_without_anything_makes_the_hours_unknown_and_says_so_once() -> None:
    plan = a_plan(a_device())
    assert figures(plan, TODAY).ordinary.autonomy_h is UNKNOWN
    assert [f.code for f in findings(plan, TODAY) if f.place.startswith("devices.")] == ["device_blank"]


def test_other_rows_that_were_only_added_are_not_accused() -> None:
    plan = Plan.model_validate(
        {
            "power_sources": {
                "portables": ({"key": "p"},),
                "cars": ({"key": "c"},),
                "generators": ({"key": "g"},),
            },
            "contacts": {"chain": ({"key": "k"},)},
            "supporters": {"supporters": ({"key": "s"},)},
            "supplies": {"stock": ({"key": "t"},)},
        }
    )
    assert {f.code for f in findings(plan, TODAY)} == {f.code for f in findings(Plan(), TODAY)}


def test_every_code_stands_once_in_the_table() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[a-z0-9_]+", code) for code in codes)


def test_the_details_stay_out_of_logs() -> None:
    for plan in (case_a(), case_b()):
        for finding in findings(plan, TODAY):
            assert "details" not in repr(finding)


def test_known_figures_are_not_computed_again() -> None:
    known = figures(case_a(), TODAY)
    assert findings(case_a(), TODAY, known) == findings(case_a(), TODAY)


def test_marking_an_unknown_answer_none_settles_it() -> None:
    plan = with_device(battery_h=None)
    assert "vital_figure_unknown" in {finding.code for finding in findings(plan, TODAY)}
    said = plan.model_copy(update={"marks": {"devices.devices.vent.battery_h": Mark(none=True)}})
    assert "vital_figure_unknown" not in {finding.code for finding in findings(said, TODAY)}
