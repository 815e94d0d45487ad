"""The view of one paper: refused without consent, headed by the plan, and never more than its words allow."""

from datetime import date
from typing import Any

import pytest

from evacplan.domain.errors import UserError
from evacplan.domain.legal import Refusal
from evacplan.domain.plan import Mark, Plan
from evacplan.form.edition import build_view
from evacplan.form.paper_figures import FigureFact, PaperFigures
from evacplan.form.papers import SHEETS, Paper
from evacplan.form.spec import Edition
from evacplan.form.view import Answer, Fact, View
from tests.builders import CASES, Field, a_case, a_plan, fields, without_keys, words
from tests.form.marked import TODAY, changed, marked_answers, marked_plan, texts_of
from tests.pdf.paper import squeezed

GIVEN = {"consent_create": "given", "shares": [{"consent": "given"}]}
FOR_THE_MUNICIPALITY = [paper for paper in Paper if paper.edition is Edition.MUNICIPALITY]


def a_view(plan: Plan, paper: Paper | Edition, **more: Any) -> View:
    return build_view(words(), plan, paper, today=TODAY, **more)


def joined(view: View) -> str:
    return squeezed("\n".join(texts_of(view)))


@pytest.mark.parametrize(
    ("meeting", "refusal"),
    [
        ({}, Refusal.NO_CONSENT),
        ({"consent_create": "refused"}, Refusal.CONSENT_REFUSED),
        ({"consent_create": "given"}, Refusal.NO_RECIPIENT),
        ({**GIVEN, "refusal_on": "2026-06-02"}, Refusal.REFUSED),
    ],
)
@pytest.mark.parametrize("paper", FOR_THE_MUNICIPALITY)
def test_a_paper_for_the_municipality_is_refused_with_the_reason(
    paper: Paper, meeting: dict[str, Any], refusal: Refusal
) -> None:
    with pytest.raises(UserError) as caught:
        a_view(a_plan(child={"name": "秘密の名"}, meeting=meeting), paper)

    assert caught.value.what == "市町村提出用は作成できません。"
    assert caught.value.why == words().sentences.refusal[refusal].why
    assert caught.value.do == words().sentences.refusal[refusal].do
    assert "秘密の名" not in str(caught.value)


@pytest.mark.parametrize("meeting", [GIVEN, {"share_basis": "ordinance"}, {"share_basis": "emergency"}])
def test_the_municipality_edition_is_made_with_consent_or_a_recorded_basis(meeting: dict[str, Any]) -> None:
    assert a_view(a_plan(meeting=meeting), Edition.MUNICIPALITY).pages


@pytest.mark.parametrize("meeting", [{}, {"consent_create": "refused"}, {"refusal_on": "2026-06-02"}])
def test_the_family_and_the_hospital_may_always_print(meeting: dict[str, Any]) -> None:
    plan = a_plan(meeting=meeting)

    assert a_view(plan, Edition.FAMILY).pages
    assert a_view(plan, Edition.HOSPITAL)


def test_a_draft_says_so_and_a_confirmed_version_does_not() -> None:
    assert a_view(Plan(), Edition.FAMILY).status == "下書き"
    assert a_view(Plan(), Edition.FAMILY, confirmed=True).status == ""


@pytest.mark.parametrize("paper", Paper)
def test_number_version_and_day_of_the_plan_head_every_paper(paper: Paper) -> None:
    view = a_view(a_case("case-a"), paper)

    assert "AOM-2026-0017" in view.plan_line
    assert "第2版" in view.plan_line
    assert "令和8年11月10日" in view.plan_line
    assert view.review_line == "次の見直し 令和9年11月10日"
    assert "個人情報" in view.footer


def test_a_plan_without_number_or_review_says_so() -> None:
    view = a_view(Plan(), Edition.FAMILY)

    assert "番号なし" in view.plan_line
    assert "未記入" in view.review_line


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("paper", Paper)
def test_the_title_of_the_file_names_nobody(name: str, paper: Paper) -> None:
    plan = a_case(name)
    title = a_view(plan, paper).pdf_title
    names = [
        plan.child.name,
        plan.child.nickname,
        plan.child.address,
        *(row.name for row in plan.child.household),
    ]

    assert not [name for name in names if name and name in title]


def test_ages_are_counted_to_the_day_that_comes_in() -> None:
    plan = a_plan(child={"name": "髙橋 凜々花", "birth_on": "平成30年4月9日"})
    before, after = (
        build_view(words(), plan, Edition.FAMILY, today=day) for day in (date(2026, 4, 8), date(2026, 4, 9))
    )

    assert "7歳" in joined(before)
    assert "8歳" in joined(after)


@pytest.mark.parametrize("edition", Edition)
def test_a_figure_stands_only_in_the_editions_it_names(edition: Edition) -> None:
    for allowed in Edition:
        fact = FigureFact(frozenset({allowed}), Fact("計算", Answer("印9999甲")))
        view = a_view(marked_plan(), edition, figures=PaperFigures(facts=(fact,)))
        assert ("印9999甲" in joined(view)) is (allowed is edition)


def hidden_from(paper: Paper) -> list[tuple[str, Field]]:
    """Every answer of the marked plan that a sheet may not show."""
    allowed = words().layouts[paper].may_show(words().form)
    model = {field.path: field for field in fields()}
    paths = [mark.path for mark in marked_answers()]
    found = [(path, model[without_keys(marked_plan(), path)]) for path in paths]
    readers = {item.path: item.editions for item in words().form.items()}
    return [
        (path, field)
        for path, field in found
        if (allowed is not None and field.path not in allowed) or paper.edition not in readers[field.path]
    ]


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_shows_no_mark_it_may_not_and_does_not_depend_on_one(sheet: Paper) -> None:
    before = a_view(marked_plan(), sheet)
    hidden = hidden_from(sheet)
    marks = {mark.path: squeezed(mark.text) for mark in marked_answers()}
    plan = marked_plan()
    for path, field in hidden:
        plan = changed(plan, path, field)

    text = joined(before)
    assert [path for path, _ in hidden if marks[path] in text] == []
    assert a_view(plan, sheet) == before


def test_the_sheet_for_supporters_shows_little() -> None:
    assert len(hidden_from(Paper.SUPPORTERS)) > 500


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_shows_no_more_than_the_edition_it_is_drawn_from(sheet: Paper) -> None:
    readers = {mark.path: mark.item.editions for mark in marked_answers()}
    text = joined(a_view(marked_plan(), sheet))
    shown = [mark.path for mark in marked_answers() if squeezed(mark.text) in text]

    assert shown
    assert [path for path in shown if sheet.edition not in readers[path]] == []


def test_without_a_battery_of_its_own_nothing_about_it_is_printed() -> None:
    plan = a_plan(devices={"devices": [{"nickname": "吸引器", "battery_note": "冬は短い"}]})
    place = f"devices.devices.{plan.devices.devices[0].key}.battery_h"
    without = plan.model_copy(update={"marks": {place: Mark(none=True)}})
    assert "冬は短い" in joined(a_view(plan, Edition.FAMILY))
    assert "冬は短い" not in joined(a_view(without, Edition.FAMILY))
