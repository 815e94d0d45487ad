"""Two versions side by side in words: whatever differs is said, by section, with both answers."""

from collections import Counter
from time import perf_counter

from hypothesis import given

from evacplan.domain.differences import How, differences
from evacplan.domain.paths import put
from evacplan.domain.plan import Mark, Plan
from evacplan.form.comparison import Line, Remark, comparison
from evacplan.session import Session
from tests.builders import PNG, a_case, some, words
from tests.domain.test_restore import pairs
from tests.test_session import FakeDrafts

FORM = words().form
PLAN = a_case("case-a")
MOST_MS = 50


def lines(before: Plan, after: Plan) -> list[Line]:
    return [line for section in comparison(FORM, before, after) for line in section.lines]


@some
@given(pairs())
def test_every_difference_is_one_line_that_says_what_changed(pair: tuple[Plan, Plan]) -> None:
    found = lines(*pair)
    assert Counter(line.what for line in found) == Counter(differences(*pair))
    for line in found:
        assert line.label
        assert (line.before != line.after) == (line.remark is Remark.NONE)
        assert bool(line.after) or line.what.how is not How.ADDED
        assert bool(line.before) or line.what.how is not How.REMOVED


@some
@given(pairs())
def test_sections_stand_in_the_order_of_the_form_with_their_own_lines(pair: tuple[Plan, Plan]) -> None:
    found = comparison(FORM, *pair)
    names = [section.name for section in found]
    assert names == [section.name for section in FORM.sections if section.name in names]
    for section in found:
        assert {line.what.section for line in section.lines} == {section.name}


def test_equal_plans_say_nothing() -> None:
    assert comparison(FORM, PLAN, PLAN.model_copy(deep=True)) == ()


def test_a_figure_is_told_with_its_place_its_unit_and_both_values() -> None:
    row = f"devices.devices.{PLAN.devices.devices[0].key}"
    (line,) = lines(put(PLAN, f"{row}.battery_h", 4.0), PLAN)
    assert (line.where, line.label) == ("機器 › 人工呼吸器 › 電池", "内蔵電池の持続時間")
    assert (line.before, line.after) == ("4 時間", "6 時間")


def test_a_mark_alone_is_told() -> None:
    marked = PLAN.model_copy(update={"marks": {**PLAN.marks, "child.name": Mark(confirmed_by="母")}})
    (line,) = lines(PLAN, marked)
    assert line.after == f"{line.before}（母と確認しました）"


def test_an_answer_that_becomes_unknown_says_who_finds_out() -> None:
    session = Session("plan-1", PLAN, FakeDrafts())
    session.mark_unknown("child.weight_kg", "母")
    (line,) = lines(PLAN, session.plan)
    assert (line.before, line.after) == ("18.6 kg", "未確認　母が確かめます")


def test_a_list_that_becomes_none_tells_the_rows_that_went_and_the_answer() -> None:
    session = Session("plan-1", PLAN, FakeDrafts())
    session.mark_none("care.allergies")
    found = lines(PLAN, session.plan)
    assert [line.after for line in found] == ["なし", *[""] * len(PLAN.care.allergies)]


def test_a_row_that_went_is_told_with_all_its_answers() -> None:
    (line,) = lines(PLAN, put(PLAN, "care.medicines", PLAN.care.medicines[1:]))
    assert line.what.how is How.REMOVED
    assert line.before.splitlines()[0] == "クロバザム"
    assert "・1回の量　5 mg" in line.before
    assert line.after == ""


def test_what_stands_inside_a_row_is_told_with_its_own_place() -> None:
    (device,) = lines(put(PLAN, "devices.devices", PLAN.devices.devices[1:]), PLAN)
    assert "・呼吸器の設定 › 呼吸回数　20 回/分" in device.after
    (meeting,) = lines(put(PLAN, "meeting.meetings", PLAN.meeting.meetings[1:]), PLAN)
    assert "・出席者 › みどり › 役割　母" in meeting.after


def test_another_order_is_told_with_the_names_in_both_orders() -> None:
    (line,) = lines(put(PLAN, "care.diagnoses", tuple(reversed(PLAN.care.diagnoses))), PLAN)
    assert line.what.how is How.ORDER
    assert line.before.split("、") == list(reversed(line.after.split("、")))


def test_another_picture_is_told_as_such() -> None:
    item = next(item for item in FORM.items() if item.path == "child.photo")
    before, after = put(PLAN, item.path, PNG), put(PLAN, item.path, "iVBORw0KGgo=")
    (line,) = lines(before, after)
    assert (line.before, line.remark) == (line.after, Remark.PICTURE)


def test_a_name_typed_and_the_row_of_that_name_are_told_apart() -> None:
    mother = next(row for row in PLAN.child.household if row.relation == "母")
    linked = put(PLAN, "child.second_carer", f"@{mother.key}")
    typed = put(PLAN, "child.second_carer", "みどり（母）")
    (line,) = lines(linked, typed)
    assert line.remark is Remark.PERSON


def test_a_version_is_compared_before_anybody_waits() -> None:
    later = put(PLAN, "care.medicines", PLAN.care.medicines[1:])
    later = put(later, "child.weight_kg", 19.0)
    comparison(FORM, PLAN, later)
    start = perf_counter()
    comparison(FORM, PLAN, later)
    assert (perf_counter() - start) * 1000 < MOST_MS
