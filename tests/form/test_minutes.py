"""The minutes of a meeting: the table of the case records, and nothing that not all in the room may read."""

from __future__ import annotations

from datetime import date
from functools import cache

from evacplan.domain import structure
from evacplan.domain.meetings import latest
from evacplan.domain.paths import get, put
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.review import HiddenField
from evacplan.form.minutes import Minutes, MinutesWords, load_minutes_words
from evacplan.form.spec import Edition
from evacplan.form.view import Answer, FactsBlock, State, TableBlock, View
from evacplan.pdf.document import render
from tests.builders import FORMS, a_case, fields, without_keys, words
from tests.form.marked import answers_in, changed, marked_plan, texts_of
from tests.pdf.paper import page_texts, shipped_fonts, squeezed

TODAY = date(2026, 11, 20)
MEDICINE = "care.medicines"


@cache
def minutes_words() -> MinutesWords:
    return load_minutes_words(FORMS, words().form)


def minutes_of(plan: Plan, spent: dict[str, float] | None = None) -> View:
    meeting = latest(plan, TODAY) or plan.meeting.meetings[0]
    return Minutes(minutes_words(), words().form, plan, meeting, spent or {}).view()


def text_of(view: View) -> str:
    return squeezed("\n".join(texts_of(view)))


def tables(view: View) -> list[TableBlock]:
    return [block for block in view.pages[0].blocks if isinstance(block, TableBlock)]


def test_the_table_has_the_columns_of_the_case_records() -> None:
    view = minutes_of(a_case("case-b"))
    first = tables(view)[0]
    assert [column.label for column in first.columns] == ["日付・内容", "参加者", "内容"]
    when, who, what = (cell.text for cell in first.rows[0] if cell is not None)
    assert when.splitlines()[:3] == ["令和8年11月12日", "第2回", "町役場 小会議室"]
    assert who.splitlines()[0] == "10名"
    assert "発電機を貸与、鍵は祖父。" in what


def test_who_came_is_told_by_organisation_and_role_and_never_by_name() -> None:
    for case in ("case-a", "case-b"):
        plan = a_case(case)
        text = text_of(minutes_of(plan))
        meeting = latest(plan, TODAY)
        assert meeting is not None
        assert meeting.attendees
        for one in meeting.attendees:
            assert squeezed(one.organisation or one.role or "") in text
            assert squeezed(one.name or "〓") not in text


def test_several_of_one_role_are_counted() -> None:
    plan = a_case("case-b")
    rows = [{"key": f"n{at}", "name": f"看護{at}", "role": "訪問看護"} for at in range(3)]
    place = f"meeting.meetings.{plan.meeting.meetings[-1].key}.attendees"
    assert "訪問看護3名" in text_of(minutes_of(put(plan, place, (*rows, {"key": "x", "name": "某"}))))
    assert "（所属・役割の記入なし）" in text_of(minutes_of(put(plan, place, ({"key": "x", "name": "某"},))))


def test_homework_stands_with_who_and_until_when_and_what_is_open_is_loud() -> None:
    plan = a_case("case-b")
    rows = tables(minutes_of(plan))[1].rows
    assert len(rows) == sum(mark.unknown for mark in plan.marks.values())
    by_name = {cells[0].text: cells[1:] for cells in rows if cells[0] is not None}
    battery = by_name["医療機器 › パルスオキシメーター › 内蔵電池の持続時間"]
    assert battery == (Answer("未定", State.UNKNOWN), Answer("令和8年12月17日"))
    assert by_name["酸素 › 酸素なしで過ごせる時間"][0] == Answer("佐々木医師")


def test_the_next_meeting_is_told_or_loudly_open() -> None:
    block = next(
        each for each in minutes_of(a_case("case-a")).pages[0].blocks if isinstance(each, FactsBlock)
    )
    day, place = (fact.answer for fact in block.facts)
    assert day.text == "令和9年2月9日"
    assert place.state is State.UNKNOWN


def test_the_time_is_told_by_section_the_longest_first_and_in_all() -> None:
    text = text_of(
        minutes_of(a_case("case-a"), {"child": 61.0, "devices": 600.0, "beside": 30.0, "final": 5.0})
    )
    assert "あわせて12分（医療機器10分、本人と家族1分、紙面や会議の画面1分、" in text
    assert "分" not in text_of(minutes_of(a_case("case-a"))).partition("次回")[2]


def test_nothing_but_the_allowed_fields_stands_in_the_minutes() -> None:
    plan = marked_plan()
    shown = text_of(minutes_of(plan))
    allowed = set(minutes_words().allowed)
    meeting = latest(plan, TODAY)
    assert meeting is not None
    for mark in answers_in(plan):
        other = mark.path.startswith("meeting.meetings.") and mark.path.split(".")[2] != meeting.key
        if mark.text:
            wanted = mark.item.path in allowed and not other
            assert (squeezed(mark.text) in shown) is wanted, mark.path


def test_no_other_answer_changes_a_letter_unless_it_names_a_row_with_homework() -> None:
    plan, allowed = marked_plan(), set(minutes_words().allowed)
    everything = plan
    by_path = {field.path: field for field in fields()}
    for path, _, _ in structure.leaves(plan):
        name = without_keys(plan, path)
        if name not in allowed and not name.startswith("distribution.hidden"):
            everything = changed(everything, path, by_path[name])
    assert everything != plan
    assert minutes_of(everything) == minutes_of(plan)


def test_a_row_with_homework_is_named_only_by_what_all_editions_may_show() -> None:
    plan = a_case("case-a")
    medicine, device = plan.care.medicines[0], plan.devices.devices[0]
    places = (f"{MEDICINE}.{medicine.key}.dose", f"devices.devices.{device.key}.battery_h")
    asked = plan.model_copy(update={"marks": {place: Mark(unknown=True) for place in places}})
    text = text_of(minutes_of(asked))
    assert Edition.MUNICIPALITY not in words().form.item(f"{MEDICINE}.name").editions
    assert squeezed(medicine.name or "〓") not in text
    assert "1件目" in text
    assert "人工呼吸器" in text


def test_homework_on_what_the_family_has_hidden_is_counted_but_not_named() -> None:
    plan = a_case("case-b")
    hidden = put(plan, "distribution.hidden", (HiddenField(key="h", field="oxygen", edition=None),))
    assert "酸素なしで過ごせる時間" in text_of(minutes_of(plan))
    text = text_of(minutes_of(hidden))
    assert "酸素なしで過ごせる時間" not in text
    assert "紙に載せない項目の宿題が1件" in text


def test_the_minutes_print_from_nothing_to_everything() -> None:
    for plan in (a_case("case-a"), a_case("case-b"), marked_plan()):
        assert len(page_texts(render(minutes_of(plan), shipped_fonts()))) <= 2
    bare = put(Plan(), "meeting.meetings", ({"key": "m"},))
    view = Minutes(minutes_words(), words().form, bare, bare.meeting.meetings[0], {}).view()
    assert "人数未記入" in text_of(view)
    assert render(view, shipped_fonts())


def test_the_title_of_the_file_tells_nothing_of_the_child() -> None:
    plan = a_case("case-a")
    view = minutes_of(plan)
    assert view.pdf_title == "会議の記録 AOM-2026-0017"
    assert squeezed(str(get(plan, "child.name"))) not in text_of(view)
