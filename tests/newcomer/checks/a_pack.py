"""The town's pack of the README, once it is made."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from evacplan.domain.paths import get
from evacplan.form.papers import Paper
from evacplan.form.spec import Form
from evacplan.form_packs import FormPacks
from evacplan.press import Press
from evacplan.system.paths import shipped_paths
from tests.builders import FONTS, a_case
from tests.papers.samples import TODAY
from tests.ui.conftest import drive, look, shipped_look
from tests.ui.driving import Driver

__all__ = ["drive", "look", "shipped_look"]

PACK = Path(__file__).parents[3] / "mori.zip"
PATH = "home.extras.mori_text_shelter_key"


@pytest.fixture
def press(tmp_path: Path) -> Press:
    packs = FormPacks(shipped_paths(), tmp_path)
    packs.choose(packs.look(PACK))
    return Press(FormPacks(shipped_paths(), tmp_path).forms, FONTS)


@pytest.fixture
def form(press: Press) -> Form:
    return press.words.form


def test_its_field_is_typed_in_the_window_and_printed_for_the_municipality(
    drive: Callable[..., Driver], press: Press
) -> None:
    driver = drive(a_case("case-a"), section="home")
    driver.answer(PATH, "区長の家")
    driver.page.flush()
    assert get(driver.plan, PATH) == "区長の家"
    for paper, is_printed in ((Paper.MUNICIPALITY, True), (Paper.FAMILY, False)):
        pages = PdfReader(BytesIO(press.print(driver.plan, paper, TODAY))).pages
        text = "".join("".join(page.extract_text().split()) for page in pages)
        assert ("区長の家" in text) is is_printed
