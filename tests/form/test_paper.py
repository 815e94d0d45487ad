"""From the plan down to the PDF: exactly the allowed marks, and nothing lost of any plan."""

from functools import cache

import pytest
from hypothesis import given

from evacplan.domain.choices import ShareBasis
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.progress import places
from evacplan.form.spec import Edition, Item
from evacplan.pdf.document import render
from tests.builders import few, plans, words
from tests.form.marked import TODAY, answers_in, marked_answers, marked_plan, texts_of, view_of
from tests.form.test_privacy import COUNTED
from tests.pdf.paper import holds, page_texts, shipped_fonts, squeezed
from tests.pdf.test_document import TURNED_BY_PYPDF
from tests.pdf.test_text import as_printed


@cache
def paper(edition: Edition) -> str:
    """The text of the marked plan's PDF, without blanks and line ends."""
    return "".join(page_texts(render(view_of(marked_plan(), edition), shipped_fonts())))


@pytest.mark.parametrize("edition", Edition)
def test_exactly_the_allowed_marks_are_in_the_pdf(edition: Edition) -> None:
    concerned = {place.path for place in places(words().form, marked_plan())}
    text = paper(edition)
    printed = {mark.path for mark in marked_answers() if squeezed(mark.text) in text}
    wanted = {
        mark.path
        for mark in marked_answers()
        if edition in mark.item.editions
        and mark.path in concerned
        and mark.item.path not in COUNTED.get(edition, ())
    }

    assert printed - wanted == set()
    # A running line may go on over the page.
    cut = {mark.path for mark in marked_answers() if holds(text, squeezed(mark.text), most_pieces=2)}
    assert wanted - cut == set()


def test_the_marks_are_many_and_no_mark_is_part_of_another() -> None:
    texts = [squeezed(mark.text) for mark in marked_answers()]

    assert len(texts) > 600
    assert len({mark.item.path for mark in marked_answers()}) > 350
    assert not [text for text in texts if sum(text in other for other in texts) != 1]


@few
@given(plans(most=25, longest=400))
def test_any_plan_prints_without_loss_in_every_edition(plan: Plan) -> None:
    plan = put(plan, "meeting.share_basis", ShareBasis.EMERGENCY)
    for edition in Edition:
        pages = view_of(plan, edition).pages
        text = "".join(page_texts(render(view_of(plan, edition), shipped_fonts())))
        values = [value for value in texts_of(pages) if not TURNED_BY_PYPDF.search(value)]
        assert [value for value in values if not holds(text, as_printed(value), most_pieces=60)] == []


def excused(item: Item, edition: Edition) -> bool:
    """Whether an answer need not stand in a view as it is: a unit, one that a neighbour says, a consent."""
    parent = item.path.rpartition(".")[0]
    units = {f"{other.path.rpartition('.')[0]}.{other.unit_from}" for other in words().form.items()}
    counted = COUNTED.get(edition, set()) | units
    return item.path in counted or bool(item.implied_by) or parent == "meeting.shares"


@few
@given(plans(most=25, longest=400))
def test_every_answer_that_an_edition_may_show_is_in_its_view(plan: Plan) -> None:
    plan = put(put(plan, "meeting.share_basis", ShareBasis.EMERGENCY), "distribution.hidden", ())
    agreed = (row.model_copy(update={"consent_on": TODAY}) for row in plan.supporters.supporters)
    plan = put(plan, "supporters.supporters", tuple(agreed))
    concerned = {place.path for place in places(words().form, plan)}
    for edition in Edition:
        texts = squeezed("".join(texts_of(view_of(plan, edition))))
        wanted = [
            found for found in answers_in(plan) if found.path in concerned and edition in found.item.editions
        ]
        lost = [found.path for found in wanted if squeezed(found.text) not in texts]
        assert [path for path in lost if not excused(words().form.item(path), edition)] == []
