"""A telephone number is read digit by digit in the dark: none is parted between two lines."""

import re

import pytest

from evacplan.domain.plan import Plan
from evacplan.form.papers import Paper
from tests.domain.plans import case_a, case_b
from tests.papers.samples import printed
from tests.papers.test_any_plan import crowded
from tests.pdf.paper import squeezed

PHONE = re.compile(r"0\d{1,3}-\d{2,4}-\d{3,4}")


@pytest.mark.parametrize("plan", [case_a(), case_b(), crowded()], ids=["a", "b", "crowded"])
@pytest.mark.parametrize("paper", Paper)
def test_no_telephone_number_is_parted_on_paper(plan: Plan, paper: Paper) -> None:
    lines = "\n".join(page.extract_text() for page in printed(plan, paper).pages)
    text = squeezed(lines)
    known = {phone for phone in PHONE.findall(plan.model_dump_json()) if phone in text}
    assert known
    for phone in known:
        assert lines.count(phone) == text.count(phone), phone
