"""The new paper of the README, once it is there."""

from io import BytesIO

from pypdf import PdfReader

from evacplan.form.papers import SHEETS, Paper
from evacplan.press import Press
from tests.builders import FONTS, FORMS, a_case
from tests.papers.samples import TODAY


def test_it_is_one_of_the_sheets_and_shows_the_bag_and_nothing_of_the_child_but_the_name() -> None:
    paper = Paper("bag")
    assert paper in SHEETS
    plan = a_case("case-a")
    pages = PdfReader(BytesIO(Press(FORMS, FONTS).print(plan, paper, TODAY))).pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    assert plan.child.name is not None
    assert "".join(plan.child.name.split()) in text
    assert all(row.item is not None and "".join(row.item.split()) in text for row in plan.supplies.stock)
    diagnosis = plan.care.diagnoses[0].name
    assert diagnosis is not None
    assert diagnosis not in text
