"""Each rule finds what it is for, at the field to go to, and is silent when that is put right."""

import pytest

from evacplan.domain.findings import KINDS, findings
from evacplan.domain.findings.finding import red
from tests.domain.findings.asked import TODAY, a_complete_device, found, places, with_source
from tests.domain.findings.examples import EXAMPLES, Example
from tests.domain.plans import a_plan


def test_every_kind_of_finding_has_an_example() -> None:
    assert {example.code for example in EXAMPLES} == {kind.code for kind in KINDS}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_a_rule_finds_its_example(example: Example) -> None:
    assert example.place in places(example.has, example.code, example.today)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_a_rule_is_silent_when_it_is_put_right(example: Example) -> None:
    assert example.place not in places(example.lacks, example.code, example.today)


def test_details_that_a_kind_does_not_declare_are_refused() -> None:
    kind = red("some_code", "device")
    with pytest.raises(TypeError, match="some_code"):
        kind.at("child.name", person="x")


def test_an_overloaded_source_is_told_with_its_worst_moment() -> None:
    plan = with_source("portables", capacity_wh=1000, output_w=100)
    devices = (a_complete_device("a", peak_w=80), a_complete_device("b", peak_w=60))
    (finding,) = found(a_plan(*devices, power_sources=plan.power_sources), "output_short")
    assert (finding.details["peak"], finding.details["output"]) == (140, 100)


def test_a_complete_device_with_a_source_that_counts_says_nothing_in_red_but_what_is_missing_elsewhere() -> (
    None
):
    plan = with_source("portables", capacity_wh=1000, output_w=500)
    reds = {finding.code for finding in findings(plan, TODAY) if finding.severity == "red"}
    assert reds == {"bag_untrained", "leaving_unknown", "legal_item_missing"}
