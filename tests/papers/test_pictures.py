"""The three pictures of a plan: each on the papers that its words allow, said of what, and on no other."""

from __future__ import annotations

import base64
import io

import pytest
from pypdf import PdfReader

from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.edition import build_view
from evacplan.form.papers import Paper
from evacplan.form.spec import Edition
from evacplan.form.view import ImageBlock, View
from tests.builders import a_case, words
from tests.papers.samples import TODAY, shipped_press
from tests.pictures import a_photo, as_bytes

SIZES = {
    "child.photo": (355, 426),
    "devices.devices.settings.sheet": (900, 500),
    "destination.routes.map": (800, 700),
}


def with_pictures() -> Plan:
    """Case A with a picture in each field that takes one, known by its size."""
    plan = a_case("case-a")
    places = {
        "child.photo": "child.photo",
        "devices.devices.settings.sheet": f"devices.devices.{plan.devices.devices[0].key}.settings.sheet",
        "destination.routes.map": f"destination.routes.{plan.destination.routes[0].key}.map",
    }
    for field, place in places.items():
        data = as_bytes(a_photo(*SIZES[field]), "JPEG")
        plan = put(plan, place, base64.b64encode(data).decode())
    return plan


def sizes_on(paper: Paper) -> list[tuple[int, int]]:
    """The size of every picture on a paper, page by page."""
    reader = PdfReader(io.BytesIO(shipped_press().print(with_pictures(), paper, TODAY)))
    return [found.image.size for page in reader.pages for found in page.images if found.image is not None]


def titles(view: View) -> list[str]:
    return [block.title for page in view.pages for block in page.blocks if isinstance(block, ImageBlock)]


@pytest.mark.parametrize("field", SIZES)
@pytest.mark.parametrize("paper", [Paper.FAMILY, Paper.MUNICIPALITY, Paper.HOSPITAL])
def test_a_picture_is_on_the_papers_that_its_words_allow(field: str, paper: Paper) -> None:
    allowed = paper.edition in words().form.item(field).editions
    assert (SIZES[field] in sizes_on(paper)) is allowed


def test_the_municipality_never_sees_the_child_or_the_screen() -> None:
    for paper in Paper:
        if paper.edition is Edition.MUNICIPALITY:
            assert set(sizes_on(paper)) <= {SIZES["destination.routes.map"]}


def test_the_hospital_sees_the_screen_once() -> None:
    assert sizes_on(Paper.HOSPITAL).count(SIZES["devices.devices.settings.sheet"]) == 1


def test_a_map_says_of_which_way_it_is() -> None:
    plan = with_pictures()
    goal = plan.destination.routes[0].goal
    assert goal
    for paper in (Paper.FAMILY, Paper.MUNICIPALITY):
        found = titles(build_view(words(), plan, paper, today=TODAY))
        assert any(title.startswith("地図") and goal in title for title in found)
