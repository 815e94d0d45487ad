"""The items of the Act, and why a plan may not go to the municipality."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.choices import Consent, ShareBasis, ShareConsent
from evacplan.domain.legal import LegalItem, Refusal, legal_checks, municipality_refusal
from evacplan.domain.paths import exists, put
from evacplan.domain.plan import Plan
from tests.builders import CASES, a_case, a_plan

SUPPORTER = {
    "name": "木立 勇",
    "address": "青森市浪の音三丁目2番1号",
    "phone": "017-000-0401",
    "consent_on": "2026-06-20",
}
COMPLETE: dict[str, Any] = {
    "child": {
        "name": "髙橋 凜々花",
        "birth_on": "平成30年4月9日",
        "sex": "female",
        "address": "青森市浪の音三丁目14番5号",
        "phone_home": "017-000-0114",
        "support_reason": "夜間は人工呼吸器が必要",
    },
    "supporters": {"supporters": [SUPPORTER]},
    "destination": {"places": [{"name": "病院"}], "routes": [{"description": "県道を東へ"}]},
    "meeting": {"consent_create": "given", "shares": [{"recipient": "police", "consent": "given"}]},
}
NEEDED = {
    LegalItem.NAME: "child.name",
    LegalItem.BIRTH: "child.birth_on",
    LegalItem.SEX: "child.sex",
    LegalItem.ADDRESS: "child.address",
    LegalItem.PHONE: "child.phone_home",
    LegalItem.REASON: "child.support_reason",
    LegalItem.SUPPORTER: "supporters.supporters",
    LegalItem.PLACE: "destination.places",
    LegalItem.ROUTE: "destination.routes",
    LegalItem.CONSENT: "meeting.consent_create",
}


def met(plan: Plan) -> set[LegalItem]:
    return {check.item for check in legal_checks(plan) if check.met}


def emptied(plan: Plan, path: str) -> Plan:
    return put(
        plan,
        path,
        () if path in ("supporters.supporters", "destination.places", "destination.routes") else None,
    )


def test_the_items_stand_in_the_order_of_the_act() -> None:
    assert [check.item for check in legal_checks(Plan())] == list(LegalItem)


def test_an_empty_plan_meets_no_item() -> None:
    assert met(Plan()) == set()


@pytest.mark.parametrize("name", CASES)
def test_both_cases_meet_every_item(name: str) -> None:
    assert met(a_case(name)) == set(LegalItem)


@given(st.sets(st.sampled_from(LegalItem)))
def test_each_item_is_met_by_its_own_answer_alone(missing: set[LegalItem]) -> None:
    plan = a_plan(**COMPLETE)
    for item in missing:
        plan = emptied(plan, NEEDED[item])

    assert met(plan) == set(LegalItem) - missing


@pytest.mark.parametrize("part", ["name", "address", "phone"])
def test_a_supporter_counts_with_name_address_and_telephone(part: str) -> None:
    lacking = {name: value for name, value in SUPPORTER.items() if name != part}

    assert LegalItem.SUPPORTER not in met(a_plan(supporters={"supporters": [lacking, {}]}))
    assert LegalItem.SUPPORTER in met(a_plan(supporters={"supporters": [lacking, SUPPORTER]}))


@pytest.mark.parametrize(
    ("relation", "counts"),
    [(None, False), ("neighbour", False), ("welfare_volunteer", False), ("relative", True)],
)
def test_a_supporter_who_has_not_agreed_counts_only_as_a_relative(relation: str | None, counts: bool) -> None:
    row = {**SUPPORTER, "consent_on": None, "relation": relation}

    assert (LegalItem.SUPPORTER in met(a_plan(supporters={"supporters": [row]}))) is counts


def test_a_mobile_number_is_a_telephone() -> None:
    assert LegalItem.PHONE in met(a_plan(child={"mobiles": [{}, {"phone": "090-0000-1141"}]}))


def test_every_item_leads_to_places_that_exist() -> None:
    for check in legal_checks(Plan()):
        assert check.places
        assert all(exists(Plan(), place) for place in check.places)


def test_the_cases_may_go_to_the_municipality() -> None:
    assert [municipality_refusal(a_case(name)) for name in CASES] == [None, None]


@pytest.mark.parametrize(
    ("meeting", "refusal"),
    [
        ({}, Refusal.NO_CONSENT),
        ({"consent_create": "deferred"}, Refusal.NO_CONSENT),
        ({"consent_create": "refused"}, Refusal.CONSENT_REFUSED),
        ({"consent_create": "given"}, Refusal.NO_RECIPIENT),
        ({"consent_create": "given", "shares": [{"consent": "refused"}, {}]}, Refusal.NO_RECIPIENT),
        ({"consent_create": "given", "shares": [{"consent": "refused"}, {"consent": "given"}]}, None),
        (
            {"consent_create": "given", "shares": [{"consent": "given", "withdrawn_on": "2026-11-01"}]},
            Refusal.NO_RECIPIENT,
        ),
        ({"share_basis": "ordinance", "consent_withdrawn_on": "2026-11-01"}, Refusal.WITHDRAWN),
        ({"share_basis": "ordinance"}, None),
        ({"share_basis": "ordinance", "refusal_on": "2026-06-02"}, Refusal.REFUSED),
        ({"share_basis": "emergency", "refusal_on": "2026-06-02"}, None),
        (
            {"consent_create": "given", "shares": [{"consent": "given"}], "refusal_on": "2026-06-02"},
            Refusal.REFUSED,
        ),
    ],
)
def test_the_municipality_edition_needs_consent_or_a_basis(
    meeting: dict[str, Any], refusal: Refusal | None
) -> None:
    assert municipality_refusal(a_plan(meeting=meeting)) is refusal


meetings = st.fixed_dictionaries(
    {
        "consent_create": st.sampled_from([None, *Consent]),
        "share_basis": st.sampled_from([None, *ShareBasis]),
        "refusal_on": st.sampled_from([None, "2026-06-02"]),
        "shares": st.lists(
            st.sampled_from([None, *ShareConsent]).map(lambda consent: {"consent": consent}), max_size=3
        ),
    }
)


@given(meetings)
def test_nothing_goes_to_the_municipality_against_the_family_but_in_an_emergency(
    meeting: dict[str, Any],
) -> None:
    plan = a_plan(meeting=meeting)
    agreed = plan.meeting.consent_create is Consent.GIVEN and any(
        share.is_given for share in plan.meeting.shares
    )

    if municipality_refusal(plan) is None and plan.meeting.share_basis is not ShareBasis.EMERGENCY:
        assert plan.meeting.refusal_on is None
        assert agreed or plan.meeting.share_basis is ShareBasis.ORDINANCE
