"""Older answers brought back: what differs is told once each, and what is brought back is as it was."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evacplan.domain import persons
from evacplan.domain.differences import Difference, How, differences
from evacplan.domain.errors import UserError
from evacplan.domain.integrity import problems
from evacplan.domain.paths import get, put
from evacplan.domain.plan import SECTIONS, Mark, Plan
from evacplan.domain.restore import restored, restored_section
from evacplan.domain.structure import leaves, rows
from evacplan.session import Session
from tests.builders import Field, a_case, answers, plans, some, without_keys
from tests.test_session import FakeDrafts

NO_MARK = Mark()


@st.composite
def edited(draw: st.DrawFn, plan: Plan, most: int = 12) -> Plan:
    """A later state of a plan, as a person at work makes it: answers, marks, rows added, gone and moved."""
    session = Session("plan-1", plan, FakeDrafts())
    for _ in range(draw(st.integers(0, most))):
        number, act = draw(st.integers(0, 9_999)), draw(st.sampled_from(_ACTS))
        act(draw, session, number)
    return session.plan


def _answer(draw: st.DrawFn, session: Session, number: int) -> None:
    found = list(leaves(session.plan))
    path, record, leaf = found[number % len(found)]
    field = Field(without_keys(session.plan, path), type(record), leaf)
    session.set(path, draw(st.none() | answers(field, longest=50)))


def _mark(draw: st.DrawFn, session: Session, number: int) -> None:
    places = _places(session.plan)
    path = places[number % len(places)]
    if draw(st.booleans()):
        session.mark_none(path)
    else:
        session.mark_unknown(path, draw(st.none() | st.just("母")))


def _row(draw: st.DrawFn, session: Session, number: int) -> None:
    found = [path for path, _ in rows(session.plan)]
    if not found:
        return
    row = found[number % len(found)]
    act = draw(st.sampled_from(["remove", "move", "add"]))
    if act == "remove":
        session.remove_row(row)
    elif act == "move":
        session.move_row(row, draw(st.integers(0, 5)))
    else:
        session.add_row(row.rpartition(".")[0])


def _name(draw: st.DrawFn, session: Session, number: int) -> None:
    """Name somebody by the row of their own."""
    keys = sorted(persons.persons(session.plan))
    found = [path for path, _, leaf in leaves(session.plan) if leaf.kind.shape in persons.SHAPES]
    if keys and found:
        path = found[number % len(found)]
        reference = f"@{draw(st.sampled_from(keys))}"
        session.set(path, (reference,) if isinstance(get(session.plan, path), tuple) else reference)


_ACTS = (_answer, _mark, _row, _name)


def _places(plan: Plan) -> list[str]:
    lists = {path.rpartition(".")[0] for path, _ in rows(plan)}
    return [*(path for path, _, _ in leaves(plan)), *sorted(lists)]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """An older and a later state: of one plan, or of two that have nothing in common."""
    older = draw(plans(longest=50) | st.sampled_from([a_case("case-a"), a_case("case-b")]))
    return older, draw(edited(older) | plans(longest=50))


def answers_of(plan: Plan) -> dict[str, object]:
    """Every field and every marked place with its answer and mark."""
    found = {path: getattr(record, leaf.name) for path, record, leaf in leaves(plan)}
    places = found.keys() | {path for path, mark in plan.marks.items() if not mark.is_empty}
    return {path: (found.get(path), plan.marks.get(path, NO_MARK)) for path in places}


def gathered(told: list[Difference]) -> Callable[[str], list[Difference]]:
    """Finds the differences told at a path or above it, where all lie that may cover it."""
    by_path: dict[str, list[Difference]] = {}
    for each in told:
        by_path.setdefault(each.path, []).append(each)

    def found(path: str) -> list[Difference]:
        names = path.split(".")
        ends = range(1, len(names) + 1)
        return [each for end in ends for each in by_path.get(".".join(names[:end]), ())]

    return found


@some
@given(pairs())
def test_each_answer_that_changed_is_told_once_and_no_other(pair: tuple[Plan, Plan]) -> None:
    old, new = map(answers_of, pair)
    changed = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    found = list(differences(*pair))
    assert len(found) == len(set(found))
    told = [each for each in found if each.how is not How.ORDER]
    at_place = gathered(told)
    covering = {path: [each for each in at_place(path) if each.covers(path)] for path in changed}
    assert {path for path, tellers in covering.items() if len(tellers) != 1} == set()
    assert set(told) == {each for tellers in covering.values() for each in tellers}


@some
@given(plans(longest=50))
def test_a_plan_does_not_differ_from_itself(plan: Plan) -> None:
    assert list(differences(plan, plan.model_copy(deep=True))) == []


def marks_below(plan: Plan, section: str) -> dict[str, Mark]:
    """The marks of a section that say something."""
    found = plan.marks.items()
    return {path: mark for path, mark in found if path.startswith(f"{section}.") and not mark.is_empty}


def _as_it_was(plan: Plan, draft: Plan, source: Plan, section: str) -> None:
    """The section is the older one; who has no row any more stands there by the name once shown."""
    gone = {row.key for _, row in rows(source)} - {row.key for _, row in rows(plan)}
    for path, record, leaf in leaves(getattr(source, section), section):
        was, is_now = getattr(record, leaf.name), get(plan, path)
        if leaf.kind.shape in persons.SHAPES and was and was != is_now:
            named = was if isinstance(was, tuple) else (was,)
            assert any(one.removeprefix("@") in gone for one in named), path
            assert not isinstance(is_now, str) or is_now in (
                persons.shown(source, named[0]),
                persons.shown_organisation(source, named[0]),
            )
        else:
            assert was == is_now, path
    marks_of = [
        {
            path: mark
            for path, mark in one.marks.items()
            if path.startswith(f"{section}.") and not mark.is_empty
        }
        for one in (plan, source)
    ]
    assert marks_of[0] == marks_of[1]
    assert [row.key for _, row in rows(getattr(plan, section))] == [
        row.key for _, row in rows(getattr(source, section))
    ]


@some
@given(pairs(), st.sampled_from(SECTIONS))
def test_a_section_brought_back_is_as_it_was_and_undo_takes_it_back(
    pair: tuple[Plan, Plan], section: str
) -> None:
    source, draft = pair
    session = Session("plan-1", draft, FakeDrafts())
    try:
        session.restore(source, section)
    except UserError:
        assert session.plan is draft
        assume(False)
    _as_it_was(session.plan, draft, source, section)
    assert list(problems(session.plan)) == [] or list(problems(draft)) != []
    if session.can_undo:
        session.undo()
    assert session.plan is draft
    assert not session.can_undo


@some
@given(pairs(), st.sampled_from(SECTIONS))
def test_line_by_line_comes_to_the_same_as_the_whole_section(pair: tuple[Plan, Plan], section: str) -> None:
    source, draft = pair
    wanted = [each for each in differences(source, draft) if each.section == section]
    try:
        whole = restored_section(draft, source, section)
    except UserError:
        assume(False)
    _as_it_was(restored(draft, source, wanted), draft, source, section)
    again = restored(draft, source, wanted)
    assert list(differences(whole, again)) == []


@some
@given(pairs(), st.data())
def test_one_line_brought_back_tells_no_difference_there_any_more(
    pair: tuple[Plan, Plan], data: st.DataObject
) -> None:
    source, draft = pair
    found = list(differences(source, draft))
    assume(found)
    wanted = data.draw(st.sampled_from(found))
    try:
        plan = restored(draft, source, [wanted])
    except UserError:
        assume(False)
    gone = {row.key for _, row in rows(source)} - {row.key for _, row in rows(plan)}
    if wanted in differences(source, plan):
        value = get(source, wanted.path)
        named = value if isinstance(value, tuple) else (value,)
        assert any(str(one).removeprefix("@") in gone for one in named)
    assert list(problems(plan)) == [] or list(problems(draft)) != []


def test_all_sections_brought_back_give_the_older_plan() -> None:
    source = a_case("case-a")
    draft = put(source, "care.medicines", source.care.medicines[1:])
    draft = put(draft, "child.household", tuple(reversed(draft.child.household)))
    assert draft != source
    for section in SECTIONS:
        draft = restored_section(draft, source, section)
    assert draft == source


def test_an_answer_in_a_row_that_is_gone_is_refused_with_what_to_do() -> None:
    source = a_case("case-a")
    row = source.devices.devices[0]
    draft = put(source, "devices.devices", source.devices.devices[1:])
    session = Session("plan-1", draft, FakeDrafts())
    with pytest.raises(UserError) as refused:
        session.restore(source, [Difference(f"devices.devices.{row.key}.battery_h", How.ANSWER)])
    assert "行" in refused.value.why
    assert refused.value.do
    assert session.plan is draft
    assert not session.can_undo


def test_a_person_without_a_row_comes_back_by_name() -> None:
    source = a_case("case-a")
    mother = source.child.household[0]
    source = put(source, "meeting.explained_by", f"@{mother.key}")
    session = Session("plan-1", source, FakeDrafts())
    session.remove_row(f"child.household.{mother.key}")
    session.set("meeting.explained_by", "父")
    session.restore(source, [Difference("meeting.explained_by", How.ANSWER)])
    assert session.plan.meeting.explained_by == persons.shown(source, f"@{mother.key}")


def test_a_person_whose_row_comes_back_too_is_named_by_it() -> None:
    source = a_case("case-a")
    mother = source.child.household[0]
    source = put(source, "meeting.explained_by", f"@{mother.key}")
    session = Session("plan-1", source, FakeDrafts())
    session.remove_row(f"child.household.{mother.key}")
    session.restore(source, list(differences(source, session.plan)))
    assert session.plan == source


def test_who_loses_the_row_stays_named_where_others_name_them() -> None:
    source = a_case("case-a")
    session = Session("plan-1", source, FakeDrafts())
    row = session.add_row("child.household")
    session.set(f"{row}.name", "伯母")
    session.set("meeting.explained_by", f"@{row.rpartition('.')[2]}")
    session.restore(source, "child")
    assert session.plan.child == source.child
    assert session.plan.meeting.explained_by == "伯母"


def test_a_row_comes_back_to_its_place_and_takes_the_answer_none_away() -> None:
    source = a_case("case-a")
    session = Session("plan-1", source, FakeDrafts())
    session.mark_none("care.medicines")
    middle = source.care.medicines[1]
    session.restore(source, [Difference(f"care.medicines.{middle.key}", How.REMOVED)])
    assert session.plan.care.medicines == (middle,)
    assert "care.medicines" not in session.plan.marks
    first = source.care.medicines[0]
    session.restore(source, [Difference(f"care.medicines.{first.key}", How.REMOVED)])
    assert [row.key for row in session.plan.care.medicines] == [first.key, middle.key]


def test_nothing_to_bring_back_is_no_step_of_undo() -> None:
    source = a_case("case-a")
    session = Session("plan-1", source, FakeDrafts())
    session.restore(source, "child")
    assert not session.can_undo
