"""Places in a plan: what is put is found, nothing else changes, and rows are named by their keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain import structure
from evacplan.domain.paths import NoSuchPlaceError, exists, get, is_empty, put, split
from evacplan.domain.plan import Plan
from tests.builders import Field, a_plan, answers, plans, some, without_keys

NOWHERE = [
    "",
    "nobody",
    "child.nobody",
    "child.name.first",
    "child.birth_on.year",
    "child.mobiles.gone",
    "child.mobiles.gone.phone",
    "child.support_reasons.other",
    "child.support_reasons.other.x",
    "marks.child.name",
    "child..name",
]


def a_place(data: st.DataObject, plan: Plan) -> tuple[str, Field]:
    """One field of the plan as it stands, rows and all."""
    path, record, leaf = data.draw(st.sampled_from(list(structure.leaves(plan))))
    return path, Field(without_keys(plan, path), type(record), leaf)


@some
@given(plans(most=6), st.data())
def test_what_is_put_is_found_and_nothing_else_changes(plan: Plan, data: st.DataObject) -> None:
    path, field = a_place(data, plan)
    answer = data.draw(answers(field))
    changed = put(plan, path, answer)
    others = [place for place, _, _ in structure.leaves(plan) if place != path]

    read = field.holder.model_validate({**dict(get(plan, split(path)[0])), field.leaf.name: answer})
    assert get(changed, path) == getattr(read, field.leaf.name)
    assert [get(changed, place) for place in others] == [get(plan, place) for place in others]
    assert [place for place, _, _ in structure.leaves(changed)] == [p for p, _, _ in structure.leaves(plan)]


@some
@given(plans(most=6), st.data())
def test_a_plan_is_never_changed_in_place(plan: Plan, data: st.DataObject) -> None:
    path, field = a_place(data, plan)
    before = plan.model_copy(deep=True)
    put(plan, path, data.draw(answers(field)))

    assert plan == before


@some
@given(plans(most=6))
def test_every_field_of_a_plan_exists_and_has_a_record_around_it(plan: Plan) -> None:
    for path, record, leaf in structure.leaves(plan):
        assert exists(plan, path)
        assert get(plan, path) is getattr(record, leaf.name)
        assert get(plan, split(path)[0]) is record


@pytest.mark.parametrize("path", NOWHERE)
def test_a_path_that_leads_nowhere_is_refused_by_name(path: str) -> None:
    plan = a_plan(child={"name": "髙", "mobiles": [{"phone": "119"}], "birth_on": "2020-01-01"})

    assert not exists(plan, path)
    for call in (lambda: get(plan, path), lambda: put(plan, path, None)):
        with pytest.raises(NoSuchPlaceError, match=r"^[a-z_.]*$") as caught:
            call()
        assert str(caught.value) in path


def test_a_row_keeps_its_place_when_rows_are_moved() -> None:
    plan = a_plan(child={"mobiles": [{"key": "a", "phone": "110"}, {"key": "b", "phone": "119"}]})
    moved = put(plan, "child.mobiles", tuple(reversed(plan.child.mobiles)))

    assert get(moved, "child.mobiles.a.phone") == get(plan, "child.mobiles.a.phone") == "110"


def test_a_row_as_a_whole_cannot_be_put() -> None:
    plan = a_plan(child={"mobiles": [{"key": "a"}]})

    with pytest.raises(NoSuchPlaceError):
        put(plan, "child.mobiles.a", None)


@pytest.mark.parametrize(
    ("value", "empty"), [(None, True), ("", True), (" 　\n", True), ((), True), (0, False)]
)
def test_blank_is_empty_and_zero_is_an_answer(value: object, empty: bool) -> None:
    assert is_empty(value) is empty


def test_no_and_nothing_are_different_answers() -> None:
    assert not is_empty(False)
    assert not is_empty(0.0)
    assert not is_empty(("",))
