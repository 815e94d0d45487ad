"""What differs between two versions: all of it is told, nothing else, and only by what may be seen."""

from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.paths import get, put
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.structure import leaves
from evacplan.form.changes import changes
from tests.builders import a_case, some, words

FORM = words().form
PLAN = a_case("case-a")
PATHS = [path for path, _, _ in leaves(PLAN)]


def put_mark(plan: Plan, path: str, mark: Mark) -> Plan:
    return plan.model_copy(update={"marks": {**plan.marks, path: mark}})


def test_a_plan_does_not_differ_from_itself() -> None:
    assert changes(FORM, PLAN, PLAN) == ()


@some
@given(st.sampled_from([path for path in PATHS if not PLAN.marks.get(path, Mark()).unknown]))
def test_one_answer_that_becomes_unknown_is_one_change(path: str) -> None:
    found = changes(FORM, PLAN, put_mark(PLAN, path, Mark(unknown=True)))
    assert [change.path for change in found] == [path]
    assert found[0].after == FORM.answers.unknown


def test_a_change_says_where_it_stands_and_both_answers() -> None:
    row = f"devices.devices.{PLAN.devices.devices[0].key}"
    (change,) = changes(FORM, put(PLAN, f"{row}.battery_h", 4.0), PLAN)
    assert (change.where, change.before, change.after) == ("人工呼吸器", "4 時間", "6 時間")


def test_a_row_added_or_taken_away_is_one_change_by_its_name() -> None:
    fewer = put(PLAN, "care.medicines", PLAN.care.medicines[:-1])
    (added,) = changes(FORM, fewer, PLAN)
    (removed,) = changes(FORM, PLAN, fewer)
    assert added.after == removed.before == PLAN.care.medicines[-1].name
    assert added.before == removed.after == ""


def test_another_order_is_told_where_the_order_matters() -> None:
    turned = put(PLAN, "contacts.chain", tuple(reversed(PLAN.contacts.chain)))
    assert [(change.path, change.is_order) for change in changes(FORM, turned, PLAN)] == [
        ("contacts.chain", True)
    ]
    mixed = put(PLAN, "care.diagnoses", tuple(reversed(PLAN.care.diagnoses)))
    assert changes(FORM, mixed, PLAN) == ()


@some
@given(st.sampled_from(PATHS))
def test_what_may_not_be_seen_is_never_told(path: str) -> None:
    other = put_mark(PLAN, path, Mark(unknown=not PLAN.marks.get(path, Mark()).unknown))
    hidden = FORM.item(path).path
    assert changes(FORM, PLAN, other, lambda item: item.path != hidden) == ()


def test_the_name_of_a_row_tells_nothing_that_may_not_be_seen() -> None:
    row = f"devices.devices.{PLAN.devices.devices[0].key}"
    name = str(get(PLAN, f"{row}.nickname") or FORM.choices["DeviceClass"]["ventilator"])
    before = put(PLAN, f"{row}.battery_h", 4.0)
    heading = {f"devices.devices.{part}" for part in FORM.part("devices.devices").heading}  # type: ignore[union-attr]
    (change,) = changes(FORM, before, PLAN, lambda item: item.path not in heading)
    assert name not in change.where
