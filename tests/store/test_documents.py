import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evacplan.domain import document
from evacplan.domain.errors import UserError
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.people import ContactsSection
from evacplan.store import documents
from tests.builders import CASES, a_case
from tests.store.samples import a_plan


def _rename_nickname(content: dict[str, Any]) -> dict[str, Any]:
    child = dict(content["child"])
    child["name"] = child.pop("full_name")
    return {**content, "child": child}


def test_there_is_one_upgrader_for_each_format_before_todays() -> None:
    assert f"evacplan/{len(documents.UPGRADERS) + 1}" == document.FORMAT


def test_a_plan_reads_back_as_it_was() -> None:
    plan = a_plan("髙橋 𠮷郎", "たかはし よしろう")
    assert documents.read(documents.write(plan)) == plan


CHANGES: tuple[tuple[str, dict[str, object]], ...] = (
    ("child", {"nickname": "れん"}),
    ("child", {"name": None}),
    ("home", {"living_floor": 3}),
    ("oxygen", {}),
    ("review", {"review_due_on": date(2027, 1, 15)}),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(CHANGES) | st.sampled_from(CASES), max_size=6))
def test_a_writer_that_knows_the_plan_writes_what_a_new_one_writes(
    steps: list[tuple[str, dict[str, object]] | str],
) -> None:
    writer, plan = documents.Writer(), a_case("case-a")
    for step in steps:
        plan = a_case(step) if isinstance(step, str) else _changed(plan, *step)
        written = writer.write(plan)
        assert written == documents.write(plan)
        assert documents.read(written) == plan


def _changed(plan: Plan, section: str, values: dict[str, object]) -> Plan:
    return plan.model_copy(update={section: getattr(plan, section).model_copy(update=values)})


def _twice(plan: Plan) -> ContactsSection:
    row = plan.contacts.chain[0]
    return plan.contacts.model_copy(update={"chain": (row, row)})


@pytest.mark.parametrize(
    "broken",
    [
        {"child": Plan().child.model_copy(update={"name_kana": "Taro 7"})},
        {"home": Plan().home.model_copy(update={"living_floor": 10**6})},
        {"marks": {"child.nickname": Mark(unknown=True)}},
        {"marks": {"no.such.place": Mark(unknown=True)}},
        {"contacts": _twice(a_case("case-a"))},
    ],
)
def test_a_writer_that_knows_the_plan_refuses_what_could_not_be_opened(broken: dict[str, object]) -> None:
    writer, plan = documents.Writer(), _changed(a_case("case-a"), "child", {"nickname": "れん"})
    before = writer.write(plan)
    with pytest.raises(ValueError, match="document of the plan"):
        writer.write(plan.model_copy(update=broken))
    assert writer.write(plan) == before


def test_a_mark_that_was_set_in_place_is_written() -> None:
    writer, plan = documents.Writer(), a_plan("太郎")
    writer.write(plan)
    plan.marks["child.email"] = Mark(none=True)
    assert documents.read(writer.write(plan)).marks == {"child.email": Mark(none=True)}


def test_an_older_document_is_upgraded_step_by_step() -> None:
    old = json.dumps({"format": "evacplan/1", "child": {"full_name": "神\ufa19"}}).encode()
    assert documents.read(old, (_rename_nickname,)) == a_plan("神\ufa19")


def test_a_newer_document_is_refused() -> None:
    with pytest.raises(UserError, match="新しい版"):
        documents.read(b'{"format": "evacplan/999"}')


@pytest.mark.parametrize(
    "broken", [b"", b"[]", b"{", b'{"format": 1}', b'{"format": "evacplan/0"}', b"\xff" * 9]
)
def test_what_is_no_document_is_refused_in_words(broken: bytes) -> None:
    with pytest.raises(UserError):
        documents.read(broken)
