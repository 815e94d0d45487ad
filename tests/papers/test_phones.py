"""A telephone number is read digit by digit in the dark: none is parted between two lines."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from evacplan.domain.plan import Plan
from evacplan.form.papers import Paper
from evacplan.press import Press
from tests.builders import FONTS, FORMS
from tests.domain.plans import case_a, case_b
from tests.papers.test_any_plan import crowded

TODAY = date(2026, 11, 20)
PHONE = re.compile(r"0\d{1,3}-\d{2,4}-\d{3,4}")


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(FORMS, FONTS)


@pytest.mark.parametrize("plan", [case_a(), case_b(), crowded()], ids=["a", "b", "crowded"])
@pytest.mark.parametrize("paper", Paper)
def test_no_telephone_number_is_parted_on_paper(press: Press, plan: Plan, paper: Paper) -> None:
    pdf = press.print(plan, paper, TODAY)
    lines = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    printed = re.sub(r"\s", "", lines)
    known = {phone for phone in PHONE.findall(plan.model_dump_json()) if phone in printed}
    assert known
    for phone in known:
        assert lines.count(phone) == printed.count(phone), phone
