"""Who may be handed which paper, and on what basis (rules.md sections 1 and 9)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.choices import Consent, ShareBasis, ShareConsent
from evacplan.domain.copies import Basis, Collected, How, Issue
from evacplan.domain.legal import Refusal
from evacplan.domain.legal_basis import CURED_AT, READERS, DisasterException, Reader, basis_for, to_collect
from evacplan.domain.paths import exists
from evacplan.domain.plan import Plan
from tests.builders import CASES, a_case, a_plan

TODAY = date(2026, 11, 20)
GIVEN: dict[str, Any] = {
    "consent_create": "given",
    "consent_hospital": "given",
    "shares": [
        {"key": "r1", "recipient": "fire_department", "consent": "given"},
        {"key": "r2", "recipient": "neighbourhood", "recipient_name": "浪の音町会", "consent": "refused"},
        {"key": "r3", "recipient": "welfare_volunteer"},
        {"key": "r4", "recipient": "police", "consent": "given", "withdrawn_on": "2026-11-01"},
    ],
}
FLOOD = DisasterException("氾濫が迫り、避難先へ運ぶため")
SHARED = [paper for paper, reader in READERS.items() if reader is Reader.MUNICIPALITY]
OTHERS = [paper for paper, reader in READERS.items() if reader is not Reader.FAMILY]
days = st.sampled_from([None, TODAY - timedelta(3), TODAY, TODAY + timedelta(3)])
meetings = st.fixed_dictionaries(
    {
        "consent_create": st.sampled_from([None, *Consent]),
        "consent_create_on": days,
        "consent_withdrawn_on": days,
        "consent_hospital": st.sampled_from([None, *Consent]),
        "consent_hospital_on": days,
        "share_basis": st.sampled_from([None, *ShareBasis]),
        "refusal_on": days,
        "shares": st.lists(
            st.fixed_dictionaries(
                {
                    "recipient_name": st.sampled_from(["消防", "町会"]),
                    "consent": st.sampled_from([None, *ShareConsent]),
                    "consent_on": days,
                    "withdrawn_on": days,
                }
            ),
            max_size=3,
        ),
    }
)
recipients = st.sampled_from(["", "市", "消防", "町会"])


def meeting(**changes: Any) -> Plan:
    return a_plan(meeting={**GIVEN, **changes})


def a_copy(edition: str, recipient: str = "", how: How | None = None) -> Issue:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    collected = Collected(at, how) if how is not None else None
    return Issue(1, "p", 1, edition, at, "0" * 64, recipient, 1, Basis.CONSENT, collected=collected)


@given(meetings, st.sampled_from(["family", "fridge", "wallet"]), recipients)
def test_the_family_always_gets_its_papers(answers: dict[str, Any], paper: str, recipient: str) -> None:
    assert basis_for(a_plan(meeting=answers), paper, recipient, TODAY) is Basis.OWN


@pytest.mark.parametrize("name", CASES)
def test_both_cases_may_be_handed_out(name: str) -> None:
    found = {paper: basis_for(a_case(name), paper, "市", TODAY) for paper in READERS}

    assert all(isinstance(basis, Basis) for basis in found.values()), found


def test_case_a_gives_the_police_nothing() -> None:
    assert basis_for(a_case("case-a"), "municipality", "police", TODAY) is Refusal.RECIPIENT_REFUSED


@pytest.mark.parametrize("paper", SHARED)
@pytest.mark.parametrize(
    ("recipient", "found"),
    [
        ("", Basis.CONSENT),
        ("青森市", Basis.CONSENT),
        ("r1", Basis.CONSENT),
        ("fire_department", Basis.CONSENT),
        ("浪の音町会", Refusal.RECIPIENT_REFUSED),
        ("r3", Refusal.RECIPIENT_UNASKED),
        ("police", Refusal.RECIPIENT_WITHDRAWN),
    ],
)
def test_each_recipient_is_asked_for_itself(paper: str, recipient: str, found: Basis | Refusal) -> None:
    assert basis_for(meeting(), paper, recipient, TODAY) is found


@pytest.mark.parametrize("paper", SHARED)
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"consent_create": None}, Refusal.NO_CONSENT),
        ({"consent_create": "refused"}, Refusal.CONSENT_REFUSED),
        ({"consent_create_on": "2026-11-21"}, Refusal.NOT_YET),
        ({"shares": []}, Refusal.NO_RECIPIENT),
        ({"refusal_on": "2026-11-01"}, Refusal.REFUSED),
        ({"consent_withdrawn_on": "2026-11-01"}, Refusal.WITHDRAWN),
        ({"share_basis": "ordinance"}, Basis.ORDINANCE),
        ({"share_basis": "ordinance", "consent_create": "refused"}, Basis.ORDINANCE),
        ({"share_basis": "ordinance", "refusal_on": "2026-11-01"}, Refusal.REFUSED),
        ({"share_basis": "ordinance", "consent_withdrawn_on": "2026-11-01"}, Refusal.WITHDRAWN),
        ({"share_basis": "emergency"}, Refusal.NO_REASON),
    ],
)
def test_the_plan_as_a_whole_is_agreed_or_not(
    paper: str, changes: dict[str, Any], found: Basis | Refusal
) -> None:
    assert basis_for(meeting(**changes), paper, "", TODAY) is found


def test_an_ordinance_needs_no_answer_but_heeds_a_no() -> None:
    plan = meeting(share_basis="ordinance")
    found = [basis_for(plan, "municipality", key, TODAY) for key in ("r1", "r2", "r3", "r4")]

    assert found == [
        Basis.ORDINANCE,
        Refusal.RECIPIENT_REFUSED,
        Basis.ORDINANCE,
        Refusal.RECIPIENT_WITHDRAWN,
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, Basis.OWN),
        ({"consent_create": "refused", "shares": []}, Basis.OWN),
        ({"consent_hospital": None}, Refusal.HOSPITAL_UNASKED),
        ({"consent_hospital": "deferred"}, Refusal.HOSPITAL_UNASKED),
        ({"consent_hospital": "refused"}, Refusal.HOSPITAL_REFUSED),
        ({"consent_hospital_on": "2026-11-21"}, Refusal.NOT_YET),
        ({"consent_withdrawn_on": "2026-11-01"}, Refusal.WITHDRAWN),
    ],
)
def test_the_hospital_needs_the_familys_ok(changes: dict[str, Any], found: Basis | Refusal) -> None:
    assert basis_for(meeting(**changes), "hospital", "県立病院", TODAY) is found


@given(meetings, st.sampled_from(OTHERS), recipients)
def test_nothing_leaves_against_a_no(answers: dict[str, Any], paper: str, recipient: str) -> None:
    plan = a_plan(meeting=answers)
    if isinstance(basis_for(plan, paper, recipient, TODAY), Refusal):
        return
    said = plan.meeting
    assert said.consent_withdrawn_on is None
    if READERS[paper] is Reader.HOSPITAL:
        assert said.consent_hospital is Consent.GIVEN
        return
    assert said.refusal_on is None
    named = [share for share in said.shares if share.recipient_name == recipient]
    assert all(share.consent is not ShareConsent.REFUSED for share in named)
    assert all(share.withdrawn_on is None for share in named)
    assert said.consent_create is Consent.GIVEN or said.share_basis is ShareBasis.ORDINANCE


@given(meetings, st.sampled_from(OTHERS), recipients)
def test_in_a_disaster_a_reason_opens_every_paper_and_is_used_only_where_needed(
    answers: dict[str, Any], paper: str, recipient: str
) -> None:
    plan = a_plan(meeting=answers)
    ordinary = basis_for(plan, paper, recipient, TODAY)
    expected = ordinary if isinstance(ordinary, Basis) else Basis.DISASTER

    assert basis_for(plan, paper, recipient, TODAY, FLOOD) is expected
    if expected is Basis.DISASTER:
        assert basis_for(plan, paper, recipient, TODAY, DisasterException(" ")) is Refusal.NO_REASON


def test_every_refusal_leads_to_a_field_that_exists() -> None:
    assert set(CURED_AT) == set(Refusal)
    assert all(exists(Plan(), place) for place in CURED_AT.values())


def test_a_withdrawal_lists_the_copies_that_must_come_back() -> None:
    copies = [a_copy(paper) for paper in READERS]
    gone = a_copy("municipality", how=How.RETURNED)
    lost = a_copy("municipality", how=How.UNKNOWN)
    plan = meeting(consent_withdrawn_on="2026-11-19")
    found = to_collect(plan, [*copies, gone, lost], TODAY)

    assert [copy.edition for copy in found] == [*OTHERS, "municipality"]
    assert to_collect(meeting(), copies, TODAY) == ()


def test_a_no_to_one_recipient_calls_in_that_ones_copies_alone() -> None:
    copies = [a_copy("municipality", who) for who in ("r1", "浪の音町会", "r3", "police")]

    assert [copy.recipient for copy in to_collect(meeting(), copies, TODAY)] == ["浪の音町会", "police"]
