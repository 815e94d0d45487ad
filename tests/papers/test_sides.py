"""What the reader's moment asks of the sides: how many there are, and what is largest on them."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.papers import SHEETS, Paper
from tests.builders import CASES, a_case
from tests.papers.samples import TODAY, printed, printed_case, shipped_press, sides_of_case
from tests.papers.test_any_plan import crowded_sides
from tests.pdf.paper import page_texts, squeezed

TWO_SIDED = (Paper.MUNICIPALITY, Paper.HOSPITAL)
ONE_LARGEST = (Paper.FAMILY, Paper.FRIDGE)


def carried(plan: Plan) -> Plan:
    """The plan with somebody named for everything that is carried."""
    people = [f"@{person.key}" for person in plan.child.household]
    for number, device in enumerate(plan.devices.devices):
        plan = put(plan, f"devices.devices.{device.key}.carrier", people[number % len(people)])
    return put(plan, "destination.child_carrier", people[0])


def earlier(plan: Plan) -> Plan:
    """A version from which the plan differs in a number of answers."""
    plan = put(put(plan, "child.weight_kg", 15.0), "child.phone_home", "017-000-0999")
    for device in plan.devices.devices[:3]:
        plan = put(plan, f"devices.devices.{device.key}.battery_h", 3.0)
    for medicine in plan.care.medicines[:2]:
        plan = put(plan, f"care.medicines.{medicine.key}.dose", 3.0)
    return plan


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("paper", TWO_SIDED)
def test_an_edition_keeps_to_two_sides_with_carriers_and_changes(case: str, paper: Paper) -> None:
    plan = carried(a_case(case))
    data = shipped_press().print(plan, paper, TODAY, previous=earlier(plan))
    pages = page_texts(data)
    assert len(pages) <= 2
    assert "前の版から変わったところ" in "".join(pages)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("paper", SHEETS)
def test_a_single_sheet_has_one_side(case: str, paper: Paper) -> None:
    assert len(printed_case(case, paper).pages) == 1


@pytest.mark.parametrize("paper", [Paper.FRIDGE, Paper.WALLET])
def test_what_hangs_on_the_fridge_or_lies_in_the_wallet_has_one_side_for_any_plan(paper: Paper) -> None:
    assert len(crowded_sides(paper)) == 1


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("paper", Paper)
def test_the_next_review_stands_on_the_first_page(case: str, paper: Paper) -> None:
    assert "次の見直し令和9年11月" in squeezed(sides_of_case(case, paper)[0])


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("paper", ONE_LARGEST)
def test_when_to_leave_is_the_largest_type_on_the_page(case: str, paper: Paper) -> None:
    plan = a_case(case)
    figure = shipped_press().figures(plan, TODAY).headline
    assert figure is not None
    sizes = sizes_on_first_page(printed_case(case, paper))
    largest = max(sizes.values())
    assert squeezed(figure.figure) in [text for text, size in sizes.items() if size == largest]


def sizes_on_first_page(reader: PdfReader) -> dict[str, float]:
    """Each run of text of the first page with the size of its letters."""
    found: dict[str, float] = {}

    def note(text: str, _cm: Any, _tm: Any, _font: Any, size: float) -> None:
        if text.strip():
            found[squeezed(text)] = size

    reader.pages[0].extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("paper", [Paper.FAMILY, Paper.FRIDGE, Paper.WALLET])
def test_the_number_by_night_is_no_smaller_than_the_name_it_belongs_to(paper: Paper) -> None:
    sizes = sizes_on_first_page(printed_case("case-a", paper))
    (night,) = (size for text, size in sizes.items() if text.endswith("090-0000-5011"))
    (name,) = (size for text, size in sizes.items() if text.endswith("電力会社"))
    assert night >= name


def test_the_hospital_reads_what_is_asked_of_it_and_who_comes() -> None:
    text = squeezed("".join(sides_of_case("case-b", Paper.HOSPITAL)))
    asked = text[text.index("病院にお願いしたいこと") : text.index("かかりつけ")]
    for word in ("コンセントと電力4口合計169W", "0.75L/分", "吸引の圧20kPa", "主に介護する人"):
        assert word in asked


def test_a_device_of_unknown_power_makes_the_watts_asked_for_unknown() -> None:
    plan = a_case("case-b")
    device = plan.devices.devices[0]
    for name in ("measured_w", "rated_power"):
        plan = put(plan, f"devices.devices.{device.key}.{name}", None)
    outlets = shipped_press().figures(plan, TODAY).outlets
    assert outlets is not None
    assert outlets.answer.text == "未確認"
    assert outlets.answer.note.endswith("W＋")


@pytest.mark.parametrize("case", CASES)
def test_the_emergency_sheet_is_one_side_with_the_photo_of_the_child_too(case: str) -> None:
    reader = printed(put(a_case(case), "child.photo", portrait()), Paper.FAMILY)
    assert len(reader.pages[0].images) == 1
    assert "緊急シート" not in reader.pages[1].extract_text()


def portrait() -> str:
    """A picture in the proportions in which the window crops the photo of the child."""
    target = io.BytesIO()
    Image.new("RGB", (300, 360), "grey").save(target, "JPEG")
    return base64.b64encode(target.getvalue()).decode()


def test_the_photo_of_the_child_stands_once_on_the_paper_of_the_family() -> None:
    reader = printed(put(a_case("case-a"), "child.photo", portrait()), Paper.FAMILY)
    assert sum(len(page.images) for page in reader.pages) == 1


def test_a_map_leaves_the_signatures_of_the_municipality_on_side_two() -> None:
    plan = a_case("case-a")
    plan = put(plan, f"destination.routes.{plan.destination.routes[0].key}.map", portrait())
    first, second, third = printed(plan, Paper.MUNICIPALITY).pages
    assert "署名" in second.extract_text()
    assert [len(page.images) for page in (first, second, third)] == [0, 0, 1]
