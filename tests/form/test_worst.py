"""The worst circumstance on paper: named to everyone, by the coordinator's own name only to the family."""

from datetime import date

from evacplan.domain.figures import figures
from evacplan.domain.plan import Plan
from evacplan.domain.plan.power import OwnScenario
from evacplan.form.figure_words import WORST, Teller
from evacplan.form.spec import Edition
from evacplan.form.view import State
from tests.builders import words
from tests.domain.plans import case_a, case_b
from tests.domain.test_scenarios import with_scenarios

TODAY = date(2026, 11, 20)
ALONE = OwnScenario(key="alone", name="吹雪で父が帰れない夜", without_cars=True, without_portables=True)


def teller(plan: Plan) -> Teller:
    """What tells the figures of a plan."""
    shipped = words()
    found = figures(plan, TODAY)
    return Teller(shipped.form, shipped.sentences, shipped.figure_words, shipped.finding_words, plan, found)


def told(plan: Plan) -> dict[Edition, str]:
    """What each edition says about the worst circumstance."""
    label = words().figure_words.figure[WORST].label
    facts = [one for one in teller(plan).facts() if one.fact.label == label]
    return {edition: one.fact.answer.text for one in facts for edition in one.editions}


def test_the_worst_circumstance_is_named_with_what_stops_and_when() -> None:
    found = told(case_a())

    assert set(found) == set(Edition)
    assert set(found.values()) == {"車がないときの停電：最初に止まるのは吸引器　9.1時間（ふだんどおり）"}


def test_while_something_is_unknown_the_worst_is_a_bound() -> None:
    answer = next(one.fact.answer for one in teller(case_b()).facts() if "想定" in one.fact.label)

    assert answer.state is State.UNKNOWN
    assert "発電機が動かないときの停電：少なくとも 4.5時間" in answer.note


def test_the_name_of_an_added_circumstance_is_for_the_family_alone() -> None:
    found = told(with_scenarios(case_a(), ALONE))

    assert found[Edition.FAMILY].startswith("吹雪で父が帰れない夜：")
    for edition in (Edition.MUNICIPALITY, Edition.HOSPITAL):
        assert found[edition].startswith("この計画で加えた想定：")


def test_an_added_circumstance_without_a_name_is_called_what_it_is() -> None:
    found = told(with_scenarios(case_a(), ALONE.model_copy(update={"name": None})))

    assert found[Edition.FAMILY].startswith("この計画で加えた想定：")
