"""A telephone number is read digit by digit in the dark: none is parted between two lines."""

import re

import pytest

from evacplan.form.papers import Paper
from tests.builders import CASES, a_case
from tests.papers.samples import sides_of_case
from tests.papers.test_any_plan import crowded, crowded_sides
from tests.pdf.paper import squeezed

CROWDED = "crowded"
PHONE = re.compile(r"0\d{1,3}-\d{2,4}-\d{3,4}")


@pytest.mark.parametrize("name", [*CASES, CROWDED])
@pytest.mark.parametrize("paper", Paper)
def test_no_telephone_number_is_parted_on_paper(name: str, paper: Paper) -> None:
    plan = crowded() if name == CROWDED else a_case(name)
    lines = "\n".join(crowded_sides(paper) if name == CROWDED else sides_of_case(name, paper))
    text = squeezed(lines)
    known = {phone for phone in PHONE.findall(plan.model_dump_json()) if phone in text}
    assert known
    for phone in known:
        assert lines.count(phone) == text.count(phone), phone
