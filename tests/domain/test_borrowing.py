"""What is taken over from another plan: only what is empty here, never what somebody agreed to there."""

import pytest

from evacplan.domain import persons, references, structure
from evacplan.domain.borrowing import NEVER, borrowed, fillable
from evacplan.domain.paths import get, is_empty, put
from evacplan.domain.plan import SECTIONS, Mark, Plan, Record
from tests.builders import CASES, a_case, a_plan

FAMILY = {
    "household": [{"key": "mother", "name": "林 花", "relation": "母"}],
    "main_carer": "@mother",
    "address": "弘前市代官町1",
}


def keys(plan: Plan) -> set[str]:
    return {row.key for _, row in structure.rows(plan)}


@pytest.mark.parametrize("case", CASES)
def test_a_whole_plan_taken_over_holds_no_agreement_and_no_mark(case: str) -> None:
    found = borrowed(Plan(), a_case(case), SECTIONS)
    told = [
        path for path, record, leaf in structure.leaves(found) if not is_empty(getattr(record, leaf.name))
    ]
    assert told
    assert not [path for path in told if path.rpartition(".")[2] in NEVER]
    assert found.marks == {}


def test_every_field_about_an_agreement_of_the_copied_groups_is_left_out() -> None:
    names = {
        leaf.name
        for section in ("destination", "supporters", "power_sources", "care", "home")
        for leaf in all_leaves(section)
        if "agree" in leaf.name or "consent" in leaf.name
    }
    assert names
    assert names <= NEVER


def all_leaves(section: str) -> list[structure.Leaf]:
    found: list[structure.Leaf] = []
    waiting: list[type[Record]] = [type(getattr(Plan(), section))]
    while waiting:
        for part in structure.parts(waiting.pop()):
            match part:
                case structure.Leaf():
                    found.append(part)
                case structure.Nested():
                    waiting.append(part.record)
                case structure.Rows():
                    waiting.append(part.row)
    return found


@pytest.mark.parametrize("case", CASES)
def test_rows_get_keys_of_their_own_and_every_reference_still_leads_to_the_same_name(case: str) -> None:
    source = a_case(case)
    places = [section for section in SECTIONS if section not in ("meeting", "distribution", "review")]
    found = borrowed(Plan(), source, places)
    assert not keys(found) & keys(source)
    before = [references.name_for(source, one, leaf) for one, leaf in named(source, places)]
    after = [references.name_for(found, one, leaf) for one, leaf in named(found, places)]
    assert after == before
    assert all(
        persons.row_of(found, one) is not None
        for one, _ in named(found, places)
        if one.startswith(persons.REFERENCE)
    )


def named(plan: Plan, places: list[str]) -> list[tuple[str, structure.Leaf]]:
    """What fields name, without those that are never taken over."""
    return [
        (one, leaf)
        for path, value, leaf in references.named(plan)
        if path.partition(".")[0] in places and leaf.name not in NEVER
        for one in value
    ]


def test_what_is_written_here_stays_and_is_not_offered() -> None:
    plan = a_plan(child={"address": "平川市柏木町2"}, home={"built_year": 1990})
    source = a_plan(child=FAMILY, home={"built_year": 2001, "living_floor": 1})
    assert fillable(plan, source, ["child.address", "home"]) == ["home.living_floor"]
    found = borrowed(plan, source, ["child.address", "home"])
    assert (found.child.address, found.home.built_year, found.home.living_floor) == ("平川市柏木町2", 1990, 1)


@pytest.mark.parametrize("mark", [Mark(none=True), Mark(unknown=True, ask_whom="母")])
def test_an_answer_without_a_value_is_not_overwritten(mark: Mark) -> None:
    plan = Plan().model_copy(update={"marks": {"child.household": mark}})
    found = borrowed(plan, a_plan(child=FAMILY), ["child.household"])
    assert found == plan


def test_somebody_who_does_not_come_along_is_the_one_with_that_name_here() -> None:
    plan = a_plan(child={"household": [{"key": "mama", "name": "林 花", "relation": "母"}]})
    found = borrowed(plan, a_plan(child=FAMILY), ["child.household", "child.main_carer"])
    assert found.child.main_carer == "@mama"


def test_somebody_nobody_knows_here_is_named_in_words() -> None:
    found = borrowed(Plan(), a_plan(child=FAMILY), ["child.main_carer"])
    assert found.child.main_carer == "林 花（母）"


def test_a_copy_of_the_same_plan_does_not_confuse_people_who_share_a_key() -> None:
    plan = put(a_plan(child=FAMILY), "child.household.mother.name", "森 葵")
    plan = put(plan, "child.main_carer", None)
    found = borrowed(plan, a_plan(child=FAMILY), ["child.main_carer"])
    assert found.child.main_carer == "林 花（母）"


def test_the_consent_of_a_supporter_has_to_be_asked_for_again() -> None:
    source = a_plan(
        supporters={"supporters": [{"name": "木立 勇", "phone": "017-752-0001", "consent_on": "2026-05-01"}]}
    )
    (found,) = get(borrowed(Plan(), source, ["supporters"]), "supporters.supporters")
    assert (found.name, found.phone, found.consent_on) == ("木立 勇", "017-752-0001", None)
