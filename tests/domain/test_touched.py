from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.ledger import MOST_PATHS, told
from evacplan.domain.paths import put
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.touched import touched
from tests.builders import CASES, a_case, a_plan


def test_equal_plans_differ_nowhere() -> None:
    for name in CASES:
        assert touched(a_case(name), a_case(name)) == frozenset()


def test_a_changed_field_is_told_by_its_path_alone() -> None:
    plan = a_plan(supporters={"supporters": [{"key": "r1", "name": "木立"}]})
    changed = put(put(plan, "supporters.supporters.r1.name", "山田"), "child.name", "花")

    assert touched(plan, changed) == {"supporters.supporters.r1.name", "child.name"}


def test_rows_that_come_go_and_move_are_told_whole() -> None:
    rows = a_plan(supporters={"supporters": [{"key": f"r{n}"} for n in range(3)]}).supporters.supporters
    plan = put(Plan(), "supporters.supporters", rows)

    assert touched(Plan(), plan) == {f"supporters.supporters.r{n}" for n in range(3)}
    assert touched(plan, put(plan, "supporters.supporters", rows[1:])) == {"supporters.supporters.r0"}
    assert touched(plan, put(plan, "supporters.supporters", rows[::-1])) == {"supporters.supporters"}


def test_a_mark_is_told_under_its_field() -> None:
    marked = Plan().model_copy(update={"marks": {"child.sex": Mark(unknown=True)}})

    assert touched(Plan(), marked) == {"child.sex"}


def test_nothing_of_a_plan_but_paths_is_told() -> None:
    for name in CASES:
        line = told(touched(Plan(), a_case(name)))
        assert line.isascii()
        assert (a_case(name).child.name or "-") not in line


@given(st.integers(1, 3 * MOST_PATHS))
def test_many_paths_stay_one_short_line(count: int) -> None:
    line = told(frozenset(f"devices.devices.r{n}.name" for n in range(count)))

    assert line.split(" ") if count <= MOST_PATHS else line == f"devices({count})"
    assert len(line) < 60 * MOST_PATHS
