"""What a family hides: it is on no paper of that reader, the single sheets and computed words among them."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfReader

from evacplan.blank_forms import NAMES
from evacplan.domain.choices import CopyEdition
from evacplan.domain.paths import put
from evacplan.domain.plan import SECTIONS, Plan
from evacplan.domain.plan.review import HiddenField
from evacplan.form.exchange_slip import Exchange, OldCopy
from evacplan.form.papers import Paper
from evacplan.form.spec import Edition
from tests.builders import few
from tests.form.marked import Marked, marked_answers, marked_plan, texts_of
from tests.papers.samples import TODAY, blank, printed, shipped_press
from tests.pdf.paper import quick_texts, squeezed

READERS = {
    None: tuple(Paper),
    CopyEdition.FAMILY: (Paper.FAMILY, Paper.FRIDGE, Paper.WALLET),
    CopyEdition.MUNICIPALITY: (Paper.MUNICIPALITY, Paper.SUPPORTERS),
    CopyEdition.HOSPITAL: (Paper.HOSPITAL,),
    CopyEdition.SUPPORTERS: (Paper.SUPPORTERS,),
}
# In the family's own levers, ladder and carrying, a figure counts with these and says with how much.
COUNTED_WITH = {
    "devices.devices.external_batteries.hours_each",
    "power_needs.target_h",
    "destination.round_trip_min",
}
ON_A_SLIP = {
    "meeting.plan_number",
    "meeting.plan_version",
    "meeting.updated_on",
    "meeting.author_name",
    "meeting.author_org",
}
PATHS = sorted({mark.item.path for mark in marked_answers()} - COUNTED_WITH)


def all_told(reader: PdfReader) -> str:
    """Everything a file says: its pages, metadata, bookmarks and attachments, without blanks.

    On the wallet card, which lies on its side, some text is turned: PDFium would tell it in another order.
    """
    first = reader.pages[0].mediabox
    if first.width > first.height:
        pages = reader.pages[0].extract_text()
    else:
        assert isinstance(reader.stream, io.BytesIO)
        pages = "".join(quick_texts(reader.stream.getvalue()))
    xmp = reader.xmp_metadata
    behind = f"{reader.metadata}{reader.outline}{list(reader.attachments)}{xmp.dc_title if xmp else ''}"
    return squeezed(pages + behind)


def hidden_from(reader: CopyEdition | None, *fields: str) -> Plan:
    rows = tuple(HiddenField(key=f"h{n}", field=field, edition=reader) for n, field in enumerate(fields))
    return put(marked_plan(), "distribution.hidden", rows)


def marks_below(*fields: str) -> list[Marked]:
    """The marked answers that hiding these fields hides."""
    return [
        mark
        for mark in marked_answers()
        if mark.item.path not in COUNTED_WITH
        and any(f"{mark.item.path}.".startswith(f"{field}.") for field in fields)
    ]


@pytest.mark.parametrize("paper", Paper)
def test_all_that_is_told_has_every_letter_and_every_mark_that_another_reader_finds(paper: Paper) -> None:
    reader = printed(marked_plan(), paper)
    found, other = all_told(reader), squeezed("".join(page.extract_text() for page in reader.pages))
    marks = {squeezed(mark.text) for mark in marked_answers()}
    assert not Counter(other) - Counter(found)
    assert {mark for mark in marks if mark in other} <= {mark for mark in marks if mark in found}


@pytest.mark.parametrize("paper", Paper)
def test_no_section_that_is_hidden_stands_on_a_paper(paper: Paper) -> None:
    for name in SECTIONS:
        assert not leaks_of(view_told(hidden_from(None, name), paper), name)
    for names in (SECTIONS[::2], SECTIONS[1::2]):
        assert not leaks_of(all_told(printed(hidden_from(None, *names), paper)), *names)


def view_told(plan: Plan, paper: Paper) -> str:
    """All that the making of a paper is given of a plan; a part hidden alone is looked for in it.

    What is hidden may be named by what is not, which a paper with several parts hidden would not show.
    """
    return squeezed("\n".join(texts_of(shipped_press().view(plan, paper, TODAY))))


def leaks_of(text: str, *hidden: str) -> list[str]:
    """The hidden answers that a text tells; the day of the marked plan is a day of its own."""
    told = (mark.path for mark in marks_below(*hidden) if squeezed(mark.text) in text)
    return [path for path in told if path != "meeting.updated_on"]


@few
@given(
    st.sampled_from([None, *CopyEdition]),
    st.lists(st.sampled_from(PATHS), min_size=1, max_size=12, unique=True),
)
@example(None, ["devices.devices.nickname", "power_sources.portables.name", "power_sources.cars.name"])
@example(None, ["oxygen.cylinders.content_l", "oxygen.cylinders.volume_l"])
@example(CopyEdition.SUPPORTERS, ["child.address", "supporters.supporters.phone"])
@example(CopyEdition.FAMILY, ["contacts.chain.phone_night", "child.name_kana"])
def test_fields_hidden_from_a_reader_stand_on_none_of_the_readers_papers(
    reader: CopyEdition | None, fields: list[str]
) -> None:
    plan = hidden_from(reader, *fields)
    for paper in READERS[reader]:
        text = all_told(printed(plan, paper))
        assert not [mark.path for mark in marks_below(*fields) if squeezed(mark.text) in text], paper


def test_hiding_from_the_supporters_leaves_the_municipality_its_copy() -> None:
    (mark,) = (mark for mark in marked_answers() if mark.path == "child.address")
    plan = hidden_from(CopyEdition.SUPPORTERS, "child.address")
    assert squeezed(mark.text) not in all_told(printed(plan, Paper.SUPPORTERS))
    assert squeezed(mark.text) in all_told(printed(plan, Paper.MUNICIPALITY))


def test_a_hidden_name_is_not_needed_for_the_figures_to_stand() -> None:
    plan = hidden_from(None, "devices.devices.nickname", "devices.devices.device_class")
    found, whole = all_told(printed(plan, Paper.FRIDGE)), shipped_press().figures(plan, TODAY).headline
    assert whole is not None
    assert squeezed(whole.figure) in found


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_form_tells_nothing_of_anybody(name: str) -> None:
    text = all_told(PdfReader(io.BytesIO(blank(name))))
    assert not [mark.path for mark in marked_answers() if squeezed(mark.text) in text]


def test_the_minutes_tell_only_what_all_in_the_room_may_know() -> None:
    plan = marked_plan()
    reader = PdfReader(io.BytesIO(shipped_press().minutes(plan, plan.meeting.meetings[0], {})))
    text = all_told(reader)
    secret = (mark for mark in marked_answers() if not mark.item.path.startswith("meeting."))
    closed = [mark for mark in secret if set(mark.item.editions) <= {Edition.FAMILY}]
    assert closed
    assert not [mark.path for mark in closed if squeezed(mark.text) in text]


def test_the_slip_that_asks_for_old_copies_tells_of_the_plan_only_which_it_is_and_who_made_it() -> None:
    old = OldCopy(1, Paper.FAMILY, 1, date(2026, 1, 9))
    data = shipped_press().exchange_slip(marked_plan(), 2, [Exchange("架空町役場", (old,))])
    text = all_told(PdfReader(io.BytesIO(data)))
    others = [mark for mark in marked_answers() if mark.item.path not in ON_A_SLIP]
    assert not [mark.path for mark in others if squeezed(mark.text) in text]
