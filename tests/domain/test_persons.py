"""Persons and organisations: entered once, named everywhere, and never confused with typed names."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evacplan.domain.persons import (
    NAMELESS,
    as_reference,
    organisations,
    persons,
    row_of,
    short,
    shown,
    shown_organisation,
)
from evacplan.domain.plan import Plan
from tests.builders import a_case, a_plan, plans, some, texts

FAMILY = a_plan(
    child={
        "household": [
            {"key": "mother", "name": "髙橋 みどり", "relation": "母"},
            {"key": "father", "name": "髙橋 健", "relation": "父"},
            {"key": "aunt"},
        ],
        "facilities": [{"key": "school", "name": "県立特別支援学校"}],
    },
    supporters={
        "supporters": [{"key": "chief", "name": "木立 勇", "title": "町会長"}],
        "team": [{"key": "nurse", "organisation": "訪問看護しおさい", "name": "工藤"}],
    },
    care={"doctors": [{"key": "doctor", "organisation": "みなと総合病院", "name": "成田"}]},
    devices={"suppliers": [{"key": "supplier", "name": "北国レスピ", "contact": "三上"}]},
)


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("@mother", "髙橋 みどり（母）"),
        ("@chief", "木立 勇（町会長）"),
        ("@nurse", "訪問看護しおさい　工藤"),
        ("@doctor", "みなと総合病院　成田医師"),
        ("@supplier", "北国レスピ　三上"),
        ("@school", "県立特別支援学校"),
        ("@aunt", NAMELESS),
    ],
)
def test_a_reference_is_shown_as_the_name_of_its_row(reference: str, name: str) -> None:
    assert shown(FAMILY, reference) == name


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("@supplier", "北国レスピ"),
        ("@doctor", "みなと総合病院"),
        ("@nurse", "訪問看護しおさい"),
        ("@school", "県立特別支援学校"),
    ],
)
def test_an_organisation_is_shown_without_its_people(reference: str, name: str) -> None:
    assert shown_organisation(FAMILY, reference) == name


@given(texts())
def test_a_typed_name_is_shown_as_it_is(name: str) -> None:
    assert shown(FAMILY, name) == shown_organisation(FAMILY, name) == name
    assert row_of(FAMILY, name) is None


@pytest.mark.parametrize("name", ["@ホーム訪問看護", "@home", "@", "mother"])
def test_a_name_that_looks_like_a_reference_but_is_none_is_shown_as_it_is(name: str) -> None:
    assert shown(FAMILY, name) == name


@some
@given(plans())
def test_a_name_that_one_row_shows_is_stored_as_a_reference_to_it(plan: Plan) -> None:
    for named, show in ((persons(plan), shown), (organisations(plan), shown_organisation)):
        for key, name in named.items():
            stored = as_reference(plan, name)
            assert stored in (f"@{key}", name)
            assert show(plan, f"@{key}") == name


@pytest.mark.parametrize("case", ["case-a", "case-b"])
def test_every_name_of_a_case_that_is_picked_is_stored_as_a_reference(case: str) -> None:
    plan = a_case(case)
    shown_as = [*persons(plan).items(), *organisations(plan).items()]

    for key, name in shown_as:
        alone = {other for other, same in shown_as if same == name} == {key}
        assert as_reference(plan, name) == (f"@{key}" if alone else name)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("母", "@mother"),
        ("髙橋 みどり", "@mother"),
        ("髙橋 みどり（母）", "@mother"),
        ("木立 勇", "@chief"),
        ("成田医師", "@doctor"),
        ("成田先生", "@doctor"),
        ("成田", "成田"),
        ("北国レスピ", "@supplier"),
        ("北国レスピ　三上", "@supplier"),
        ("高橋 みどり", "高橋 みどり"),
    ],
)
def test_a_typed_name_finds_the_row_it_names(typed: str, stored: str) -> None:
    assert as_reference(FAMILY, typed) == stored


def test_a_name_that_two_rows_share_stays_a_text() -> None:
    plan = a_plan(child={"household": [{"name": "花子"}, {"name": "花子"}]})

    assert as_reference(plan, "花子") == "花子"


@given(st.sampled_from(["@mother", "@chief", "成田", "@gone"]), texts())
def test_the_short_name_of_family_is_the_relation(reference: str, name: str) -> None:
    assume(not name.startswith("@"))

    assert short(FAMILY, "@mother") == "母"
    assert short(FAMILY, reference) == ("母" if reference == "@mother" else shown(FAMILY, reference))
    assert short(FAMILY, name) == name


@some
@given(plans())
def test_every_person_has_a_row(plan: Plan) -> None:
    for key in persons(plan) | organisations(plan):
        row = row_of(plan, f"@{key}")
        assert row is not None
        assert row.key == key
