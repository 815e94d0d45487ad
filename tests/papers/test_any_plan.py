"""Every paper of every plan: it prints, sheets show only what they may, and names give nothing away."""

from __future__ import annotations

from functools import cache

from hypothesis import given

from evacplan.domain.choices import ShareBasis
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.papers import SHEETS, Paper
from evacplan.form.visible import Visible
from evacplan.press import write_editions
from tests.builders import CASES, a_case, few, plans
from tests.form.marked import marked_answers, marked_plan
from tests.papers.samples import printed, shipped_press
from tests.pdf.paper import holds, squeezed

DEVICES, CONTACTS, LONG = 40, 60, 5000


@few
@given(plans(most=40, longest=600))
def test_any_plan_prints_in_every_paper(plan: Plan) -> None:
    plan = put(plan, "meeting.share_basis", ShareBasis.EMERGENCY)
    plan = put(plan, "meeting.refusal_on", None)
    for paper in Paper:
        assert len(printed(plan, paper).pages) >= 1


@cache
def crowded() -> Plan:
    """A plan of forty devices, sixty calls and a very long note."""
    plan = a_case("case-a")
    devices, chain = plan.devices.devices, plan.contacts.chain
    many = tuple(devices[i % len(devices)].model_copy(update={"key": f"d{i}"}) for i in range(DEVICES))
    calls = tuple(chain[i % len(chain)].model_copy(update={"key": f"c{i}"}) for i in range(CONTACTS))
    plan = put(put(plan, "devices.devices", many), "contacts.chain", calls)
    return put(plan, "care.history", "長い経過。" * (LONG // 5))


@cache
def crowded_sides(paper: Paper) -> tuple[str, ...]:
    """The text of each side of a paper of the crowded plan, line by line."""
    return tuple(page.extract_text() for page in printed(crowded(), paper).pages)


def test_a_plan_of_forty_devices_sixty_contacts_and_long_notes_prints_in_every_paper() -> None:
    for paper in Paper:
        text = squeezed("".join(crowded_sides(paper)))
        assert text
        if paper is Paper.FAMILY:
            assert holds(text, "長い経過。" * (LONG // 5), most_pieces=20)


def test_a_single_sheet_shows_no_mark_that_it_may_not_show() -> None:
    words, plan = shipped_press().words, marked_plan()
    for paper in SHEETS:
        sees = Visible(words.form, plan, paper, words.layouts[paper].may_show(words.form))
        reader = printed(plan, paper)
        told = "".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
        told += str([entry.title for entry in reader.outline if not isinstance(entry, list)])
        text = squeezed(told)
        forbidden = [mark for mark in marked_answers() if not sees.may_show(mark.item)]
        assert not [mark.path for mark in forbidden if squeezed(mark.text) in text], paper


def test_no_file_name_holds_a_name(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for case in CASES:
        plan = a_case(case)
        paths = write_editions(tmp_path, plan, dict.fromkeys(Paper, b""))
        assert {path.name for path in paths} == {
            f"{plan.meeting.plan_number}-{paper.value}-v{plan.meeting.plan_version}.pdf" for paper in Paper
        }


def test_a_file_name_holds_the_name_when_that_is_asked_for(tmp_path) -> None:  # type: ignore[no-untyped-def]
    plan = a_case("case-a")
    (path,) = write_editions(tmp_path, plan, {Paper.FAMILY: b""}, named=True)
    assert path.name == "AOM-2026-0017-髙橋凜々花-family-v2.pdf"
