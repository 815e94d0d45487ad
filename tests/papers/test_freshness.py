"""What the paper says of answers that are old, and of answers that are another than in the version before."""

from __future__ import annotations

from datetime import date

import pytest

from evacplan.domain.paths import put
from evacplan.domain.plan import Mark
from evacplan.form.papers import Paper
from tests.builders import a_case
from tests.papers.samples import TODAY, shipped_press, sides_of_case
from tests.pdf.paper import quick_texts, squeezed

NEXT_REVIEW = "次の見直し令和9年11月10日"


def confirmed(day: date):  # type: ignore[no-untyped-def]
    plan = a_case("case-a")
    path = f"devices.devices.{plan.devices.devices[0].key}.battery_h"
    mark = Mark(confirmed_by="三上", confirmed_on=day)
    return plan.model_copy(update={"marks": {**plan.marks, path: mark}})


def text_of(data: bytes) -> str:
    return squeezed("".join(quick_texts(data)))


@pytest.mark.parametrize("paper", [Paper.FAMILY, Paper.MUNICIPALITY, Paper.HOSPITAL])
def test_an_old_answer_says_who_confirmed_it_and_when(paper: Paper) -> None:
    old = text_of(shipped_press().print(confirmed(date(2026, 2, 1)), paper, TODAY))
    young = text_of(shipped_press().print(confirmed(date(2026, 11, 1)), paper, TODAY))
    assert "令和8年2月1日に三上が確認" in old
    assert "三上が確認" not in young


@pytest.mark.parametrize("paper", Paper)
def test_the_next_review_stands_on_every_first_page(paper: Paper) -> None:
    assert NEXT_REVIEW in squeezed(sides_of_case("case-a", paper)[0])


@pytest.mark.parametrize("paper", [Paper.FAMILY, Paper.MUNICIPALITY, Paper.HOSPITAL])
def test_changes_are_listed_and_those_that_may_not_be_seen_are_not(paper: Paper) -> None:
    plan = a_case("case-a")
    before = put(plan, f"devices.devices.{plan.devices.devices[0].key}.battery_h", 4.0)
    before = put(before, "child.insurance_number", "99988877")
    text = text_of(shipped_press().print(plan, paper, TODAY, previous=before))
    assert "4時間→6時間" in text
    assert ("99988877" in text) is (paper is Paper.FAMILY)


def test_without_a_version_before_nothing_is_said_of_changes() -> None:
    assert "前の版から" not in text_of(shipped_press().print(a_case("case-a"), Paper.FAMILY, TODAY))
