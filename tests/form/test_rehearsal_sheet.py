"""The sheet of a rehearsal: all that was walked through, and nothing the family's papers withhold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from evacplan.domain.choices import Hazard
from evacplan.domain.paths import put
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.review import HiddenField
from evacplan.domain.rehearsal import Situation, rehearse
from evacplan.form.rehearsal_sheet import RehearsalSheet
from evacplan.form.rehearsal_words import RehearsalTeller, WordedBreak, load_rehearsal_words
from evacplan.form.spec import Edition
from evacplan.form.view import View
from evacplan.pdf.document import render
from tests.builders import CASES, FORMS, a_case, words
from tests.form.marked import answers_in, marked_plan, texts_of
from tests.pdf.paper import page_texts, shipped_fonts, squeezed

TODAY = date(2026, 11, 21)
WORST = Situation(heavy_snow=True, phones_dead=True, car_away=True, hazard=Hazard.EARTHQUAKE)


@cache
def teller() -> RehearsalTeller:
    return RehearsalTeller(load_rehearsal_words(FORMS), words().form, words().finding_words)


def sheet(
    plan: Plan, situation: Situation = WORST, asked: Mapping[tuple[str, str], Mark] | None = None
) -> View:
    made = RehearsalSheet(teller(), plan, situation, TODAY, asked or {})
    return made.view(rehearse(plan, TODAY, situation))


def text_of(view: View) -> str:
    return squeezed("\n".join(texts_of(view)))


def breaks_of(plan: Plan) -> list[WordedBreak]:
    return [one for step in teller().steps(plan, rehearse(plan, TODAY, WORST)) for one in step.breaks]


def without(plan: Plan, *fields: str) -> Plan:
    """The plan of a family that hides these fields from its own papers."""
    rows = tuple(HiddenField(key=f"h{at}", field=one, edition=None) for at, one in enumerate(fields))
    return put(plan, "distribution.hidden", rows)


@pytest.mark.parametrize("case", CASES)
def test_circumstances_steps_and_every_break_with_what_to_do_stand_on_it(case: str) -> None:
    plan = a_case(case)
    view = sheet(plan)
    shown = text_of(view)
    assert "大雪・電話が使えない・車がない" in squeezed(view.pages[0].lead)
    assert breaks_of(plan)
    for one in breaks_of(plan):
        assert squeezed(one.say) in shown
        assert squeezed(one.do) in shown
    for step in teller().steps(plan, rehearse(plan, TODAY, WORST)):
        assert all(squeezed(say) in shown for say in step.says)


def test_homework_stands_with_who_and_until_when_and_the_rest_has_room_for_a_pen() -> None:
    plan = a_case("case-b")
    one, *others = breaks_of(plan)
    asked = {(one.code, one.place): Mark(unknown=True, ask_whom="母", ask_until=date(2026, 12, 17))}
    shown = text_of(sheet(plan, asked=asked))
    assert "だれが：母いつまでに：令和8年12月17日" in shown
    assert shown.count("だれが：＿") == len(others)


@pytest.mark.parametrize("case", CASES)
def test_it_is_one_sheet(case: str) -> None:
    assert len(page_texts(render(sheet(a_case(case)), shipped_fonts()))) <= 2


def test_it_prints_of_an_empty_plan() -> None:
    assert render(sheet(Plan()), shipped_fonts())


def test_what_no_paper_of_the_family_may_show_is_not_on_it() -> None:
    plan = marked_plan()
    for situation in (WORST, Situation(starts_at=12 * 60)):
        shown = text_of(sheet(plan, situation))
        for mark in answers_in(plan):
            if mark.text and Edition.FAMILY not in mark.item.editions:
                assert squeezed(mark.text) not in shown, mark.path


@pytest.mark.parametrize("section", [found.name for found in words().form.sections])
def test_of_a_hidden_section_no_answer_of_its_own_is_on_it(section: str) -> None:
    plan = without(marked_plan(), section)
    shown = text_of(sheet(plan))
    elsewhere = {squeezed(mark.text) for mark in answers_in(plan) if not mark.path.startswith(f"{section}.")}
    for mark in answers_in(plan):
        text = squeezed(mark.text)
        if mark.path.startswith(f"{section}.") and text and text not in elsewhere:
            assert text not in shown, mark.path


def test_what_is_withheld_is_counted() -> None:
    plan = a_case("case-b")
    assert "家族の紙に載せないこと" not in text_of(sheet(plan))
    assert "家族の紙に載せないこと" in text_of(sheet(without(plan, "contacts")))


def test_a_hidden_name_is_told_by_what_the_person_is() -> None:
    plan = a_case("case-b")
    away = replace(WORST, away=frozenset({"@grandfather"}))
    name = next(row.name for row in plan.child.household if row.key == "grandfather")
    assert name is not None
    shown = sheet(without(plan, "child.household.name"), away)
    assert squeezed(name) not in text_of(shown)
    assert "祖父がいない" in shown.pages[0].lead


def test_the_title_of_the_file_tells_nothing_of_the_child() -> None:
    plan = a_case("case-a")
    assert sheet(plan).pdf_title == "机上訓練の記録 AOM-2026-0017"
    assert squeezed(plan.child.name or "〓") not in text_of(sheet(plan))
