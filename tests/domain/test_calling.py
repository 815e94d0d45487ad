"""A number that stands in the plan is taken over where its owner is to be called, and typed once."""

import pytest

from evacplan.domain.calling import numbers_of, with_numbers
from evacplan.domain.paths import get, put
from evacplan.domain.plan import Mark, Plan
from tests.builders import CASES, a_case, a_plan

CALL = "contacts.chain.call"


def calling(who: str | None, **call: object) -> Plan:
    """A mother with two mobiles, a doctor, a company and a supporter; and a call to one of them."""
    return a_plan(
        child={
            "household": [{"key": "mother", "name": "山田 花子", "relation": "母"}],
            "mobiles": [
                {"owner": "@mother", "phone": "090-0000-0001"},
                {"owner": "@mother", "phone": "090-0000-0002"},
            ],
        },
        care={"doctors": [{"key": "doctor", "name": "佐々木", "phone_day": "017-000-0001"}]},
        devices={"suppliers": [{"key": "company", "name": "北雪酸素", "phone_24h": "0120-000-882"}]},
        supporters={"supporters": [{"key": "neighbour", "name": "長尾 トシ", "phone": "017-000-0002"}]},
        contacts={"chain": [{"key": "call", "who": who, **call}]},
    )


@pytest.mark.parametrize(
    ("who", "day", "night"),
    [
        ("@mother", "090-0000-0001", None),
        ("@doctor", "017-000-0001", None),
        ("@company", "0120-000-882", "0120-000-882"),
        ("@neighbour", "017-000-0002", None),
        ("佐藤 一男", None, None),
        ("@nobody", None, None),
        (None, None, None),
    ],
)
def test_a_call_takes_over_the_numbers_its_person_has(
    who: str | None, day: str | None, night: str | None
) -> None:
    found = with_numbers(calling(who), f"{CALL}.who")
    assert (get(found, f"{CALL}.phone_day"), get(found, f"{CALL}.phone_night")) == (day, night)


@pytest.mark.parametrize("written", [{"phone_day": "017-000-0009"}, {"phone_night": "017-000-0009"}])
def test_a_number_that_is_written_is_never_touched_nor_another_one_set_beside_it(
    written: dict[str, str],
) -> None:
    plan = calling("@company", **written)
    assert with_numbers(plan, f"{CALL}.who") is plan


@pytest.mark.parametrize("mark", [Mark(none=True), Mark(unknown=True)])
def test_a_number_that_was_answered_otherwise_stays_so(mark: Mark) -> None:
    plan = calling("@mother")
    plan = plan.model_copy(update={"marks": {f"{CALL}.phone_day": mark}})
    assert with_numbers(plan, f"{CALL}.who") is plan


def test_the_relay_far_away_gets_the_number_the_calls_have() -> None:
    plan = put(calling("@doctor", phone_day="017-000-0005"), "contacts.relay_contact", "@doctor")
    plan = put(plan, "care.doctors.doctor.phone_day", None)
    assert with_numbers(plan, "contacts.relay_contact").contacts.relay_phone == "017-000-0005"


@pytest.mark.parametrize("path", [f"{CALL}.caller", "child.main_carer", "contacts.chain.gone.who"])
def test_no_other_field_brings_numbers(path: str) -> None:
    plan = put(calling(None), "child.main_carer", "@mother")
    assert with_numbers(plan, path) is plan


@pytest.mark.parametrize("case", CASES)
def test_the_calls_of_a_case_have_the_numbers_their_people_have(case: str) -> None:
    plan = a_case(case)
    for call in plan.contacts.chain:
        found = numbers_of(plan, call.who or "")
        assert found.day in ("", call.phone_day)
        assert found.night in ("", call.phone_night)
