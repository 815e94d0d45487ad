"""The new field of the README, once it is there."""

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader

from evacplan.domain.document import dumps, loads
from evacplan.domain.paths import get
from evacplan.form.papers import Paper
from evacplan.form.progress import missing
from evacplan.form.spec import Form, Need
from evacplan.press import Press
from tests.builders import FONTS, FORMS, a_case
from tests.papers.samples import TODAY
from tests.ui.conftest import drive, form, look, shipped_look
from tests.ui.driving import Driver

__all__ = ["drive", "form", "look", "shipped_look"]

PATH = "devices.devices.ventilator.manual_place"
ANSWER = "居間の棚の青いファイル"


def test_it_goes_from_the_window_into_the_document_and_onto_the_familys_paper_alone(
    drive: Callable[..., Driver], form: Form
) -> None:
    driver = drive(a_case("case-a"), section="devices")
    assert driver.field(PATH).item.label == "説明書のある場所"
    assert PATH in {place.path for place in missing(form, driver.plan, Need.SHOULD)}
    driver.answer(PATH, ANSWER)
    driver.page.flush()
    assert PATH not in {place.path for place in missing(form, driver.plan, Need.SHOULD)}
    assert get(loads(dumps(driver.plan)), PATH) == ANSWER
    press = Press(FORMS, FONTS)
    for paper, is_printed in ((Paper.FAMILY, True), (Paper.MUNICIPALITY, False), (Paper.HOSPITAL, False)):
        pages = PdfReader(BytesIO(press.print(driver.plan, paper, TODAY))).pages
        text = "".join("".join(page.extract_text().split()) for page in pages)
        assert (ANSWER in text) is is_printed
