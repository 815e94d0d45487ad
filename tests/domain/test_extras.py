"""Answers to fields that the model does not know: checked by their kind, kept whatever pack is in use."""

import pytest

from evacplan.domain.differences import How, differences
from evacplan.domain.document import dumps, loads
from evacplan.domain.errors import UserError
from evacplan.domain.paths import get, held, put
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.restore import restored
from evacplan.domain.touched import touched
from evacplan.session import RefusedError, Session

DAY = "home.extras.mori_day_visited_on"
CHOICE = "home.extras.mori_choice_road"


class Kept:
    """A store in memory."""

    def save_draft(self, plan_id: str, plan: Plan) -> None:
        self.plans = {plan_id: plan}


def answer(kind: str, value: object) -> dict[str, object]:
    return {"kind": kind, "label": "項目", "value": value}


def a_plan() -> Plan:
    return put(put(Plan(), DAY, answer("day", "令和8年11月3日")), CHOICE, answer("choice", "町の除雪"))


def document_with(extras: str) -> bytes:
    return f'{{"format": "evacplan/1", "home": {{"extras": {extras}}}}}'.encode()


def test_a_plan_with_extras_reads_back_as_it_was_written() -> None:
    plan = a_plan()

    assert loads(dumps(plan)) == plan
    assert str(get(plan, DAY)) == "2026-11-03"


def test_a_plan_without_extras_is_the_document_that_older_readers_know() -> None:
    plan = put(a_plan(), DAY, None)

    assert b"extras" not in dumps(put(plan, CHOICE, None))


def test_a_place_of_a_pack_without_an_answer_is_empty_not_wrong() -> None:
    assert get(Plan(), DAY) is None


@pytest.mark.parametrize(
    "extras",
    [
        '{"mori_day_x": {"kind": "text", "label": "x", "value": "x"}}',
        '{"mori_day_x": {"kind": "day", "label": "x", "value": "soon"}}',
        '{"mori_number_x": {"kind": "number", "label": "x", "value": 3}}',
        '{"mori_text_x": {"kind": "text", "label": "x", "value": "x", "more": 1}}',
        '{"mori_text_x": {"kind": "text", "value": "x"}}',
        '{"mori_text_x": "x"}',
        '{"text_x": {"kind": "text", "label": "x", "value": "x"}}',
        '{"../x": {"kind": "text", "label": "x", "value": "x"}}',
        "[]",
    ],
)
def test_an_answer_of_no_kind_or_of_another_than_its_key_says_is_refused(extras: str) -> None:
    with pytest.raises(UserError):
        loads(document_with(extras))


def test_marks_stand_at_places_of_packs_and_exclude_their_values() -> None:
    session = Session("p", a_plan(), Kept())

    session.mark_unknown(DAY, "福祉課")

    assert get(session.plan, DAY) is None
    assert loads(dumps(session.plan)).marks[DAY] == Mark(unknown=True, ask_whom="福祉課")
    session.set(DAY, answer("day", "2026-11-04"))
    assert DAY not in session.plan.marks
    session.undo()
    assert session.mark(DAY).unknown


def test_a_day_that_is_none_is_refused_with_a_reason() -> None:
    session = Session("p", Plan(), Kept())

    with pytest.raises(RefusedError):
        session.set(DAY, answer("day", "あした"))
    assert session.plan == Plan()


def test_what_differs_is_told_by_place_and_can_be_brought_back() -> None:
    before = a_plan()
    after = put(put(before, CHOICE, answer("choice", "家族")), DAY, None)

    found = list(differences(before, after))

    assert {(each.path, each.how) for each in found} == {(DAY, How.ANSWER), (CHOICE, How.ANSWER)}
    assert touched(before, after) == {DAY, CHOICE}
    assert restored(after, before, found).home.extras.by_key == before.home.extras.by_key
    assert held(before, CHOICE).label == "項目"
