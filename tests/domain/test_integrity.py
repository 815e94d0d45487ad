"""What a plan document must not contradict."""

import pytest
from hypothesis import given

from evacplan.domain.integrity import problems
from evacplan.domain.plan import Mark, Plan
from tests.builders import CASES, a_case, a_plan, mark_places, plans, some


def found(plan: Plan) -> dict[str, str]:
    return dict(problems(plan))


@some
@given(plans())
def test_a_plan_with_fitting_marks_has_no_problem(plan: Plan) -> None:
    assert found(plan) == {}


@pytest.mark.parametrize("name", CASES)
def test_a_shipped_case_has_no_problem(name: str) -> None:
    assert found(a_case(name)) == {}


def test_a_row_key_stands_once_in_the_whole_plan() -> None:
    plan = a_plan(child={"mobiles": [{"key": "a"}]}, care={"doctors": [{"key": "a"}]})

    assert set(found(plan)) == {"child.mobiles.a", "care.doctors.a"}


def test_a_row_key_is_no_name_of_a_field_of_its_row() -> None:
    plan = a_plan(child={"household": [{"key": "name"}, {"key": "mother"}]})

    assert set(found(plan)) == {"child.household.name"}


@pytest.mark.parametrize("path", ["child.nobody", "child.mobiles.gone", "nowhere", "", "marks.x"])
def test_a_mark_stands_at_a_place_that_exists(path: str) -> None:
    assert found(a_plan(marks={path: Mark(none=True)})) == {
        f"marks.{path}": "印のついた場所は計画にありません。"
    }


@pytest.mark.parametrize(
    "path", ["child", "care.baseline", "child.mobiles.a", "child.mobiles.a.key", "marks"]
)
def test_a_mark_stands_at_one_field_or_list(path: str) -> None:
    plan = a_plan(child={"mobiles": [{"key": "a"}]}, marks={path: Mark(confirmed_by="母")})

    assert set(found(plan)) == {f"marks.{path}"}


@pytest.mark.parametrize("mark", [Mark(none=True), Mark(unknown=True)])
def test_none_and_unknown_stand_only_where_there_is_no_value(mark: Mark) -> None:
    filled = {"name": "髙", "mobiles": [{"key": "a"}], "support_reasons": ["other"]}
    places = ("child.name", "child.mobiles", "child.support_reasons")
    plan = a_plan(
        child=filled, oxygen={"in_use": False}, marks=dict.fromkeys((*places, "oxygen.in_use"), mark)
    )

    assert set(found(plan)) == {f"marks.{path}" for path in (*places, "oxygen.in_use")}


def test_a_value_may_be_confirmed() -> None:
    plan = a_plan(child={"name": "髙"}, marks={"child.name": Mark(confirmed_by="母")})

    assert found(plan) == {}


def test_every_field_and_list_may_be_none_or_unknown() -> None:
    plan = a_plan(child={"household": [{}]}, meeting={"meetings": [{}]})
    empty = [place for place in mark_places(plan) if place not in ("child.household", "meeting.meetings")]

    assert found(plan.model_copy(update={"marks": {place: Mark(none=True) for place in empty}})) == {}
