"""Each paper in its size: how many sides, how large its letters, and who may not be told what."""

from __future__ import annotations

import pytest

from evacplan.domain.errors import UserError
from evacplan.domain.paths import put
from evacplan.form.papers import SHEETS, Paper
from tests.builders import CASES, a_case
from tests.papers.samples import TODAY, printed_case, shipped_press, sides_of_case
from tests.pdf.paper import squeezed

SIDES = {
    Paper.MUNICIPALITY: 2,
    Paper.HOSPITAL: 2,
    Paper.FRIDGE: 1,
    Paper.WALLET: 1,
    Paper.SUPPORTERS: 1,
}
A4_LANDSCAPE = (842, 595)


def text_of(case: str, paper: Paper) -> str:
    return squeezed("".join(sides_of_case(case, paper)))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("paper", SIDES)
def test_a_sample_keeps_to_its_sides(case: str, paper: Paper) -> None:
    assert len(printed_case(case, paper).pages) == SIDES[paper]


@pytest.mark.parametrize("case", CASES)
def test_the_emergency_sheet_of_a_sample_is_one_side(case: str) -> None:
    second = squeezed(sides_of_case(case, Paper.FAMILY)[1])
    assert "緊急シート" not in second


@pytest.mark.parametrize("case", CASES)
def test_the_wallet_card_lies_on_its_side(case: str) -> None:
    box = printed_case(case, Paper.WALLET).pages[0].mediabox
    assert (round(box.width), round(box.height)) == A4_LANDSCAPE


@pytest.mark.parametrize("case", CASES)
def test_the_supporters_sheet_names_no_illness_no_care_and_no_drug(case: str) -> None:
    plan, text = a_case(case), text_of(case, Paper.SUPPORTERS)
    told = [row.name for row in plan.care.diagnoses] + [row.name for row in plan.care.medicines]
    choices = shipped_press().words.form.choices
    for word in (*choices["DeviceClass"].values(), *choices["SupporterRole"].values()):
        text = text.replace(word, "")
    told += choices["CareKind"].values()
    assert not [word for word in told if word and squeezed(word) in text]


@pytest.mark.parametrize("paper", [Paper.SUPPORTERS, Paper.MUNICIPALITY])
def test_without_consent_neither_municipality_nor_supporters_get_a_paper(paper: Paper) -> None:
    plan = put(a_case("case-a"), "meeting.consent_create", None)
    with pytest.raises(UserError):
        shipped_press().print(plan, paper, TODAY)


def test_every_single_sheet_shows_the_name_and_the_next_review() -> None:
    for paper in SHEETS:
        text = text_of("case-a", paper)
        assert "髙橋凛々花" in text or "髙橋凜々花" in text
        assert "次の見直し令和9年11月10日" in text
