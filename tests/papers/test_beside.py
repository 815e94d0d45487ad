"""The family's papers in two languages: the Japanese stays whole, values stand once, hidden stays hidden."""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.domain.plan.review import HiddenField
from evacplan.form.beside import beside
from evacplan.form.languages import OTHERS, Language
from evacplan.form.papers import IN_TWO_LANGUAGES, Paper
from evacplan.form.view import SECOND_END, SECOND_START, View
from evacplan.form.visible import Visible
from evacplan.pdf.document import render
from tests.builders import CASES, a_case, few, plans
from tests.form.marked import marked_answers, marked_plan, sparse_plan, texts_of
from tests.papers.samples import TODAY, printed_case, shipped_press
from tests.papers.test_any_plan import crowded
from tests.papers.test_hidden import PATHS, all_told
from tests.papers.test_phones import PHONE
from tests.papers.test_sides import portrait
from tests.pdf.paper import holds, page_texts, shipped_fonts, squeezed
from tests.pdf.test_document import TURNED_BY_PYPDF
from tests.pdf.test_text import as_printed

SECOND = re.compile(f"{SECOND_START}[^{SECOND_END}]*{SECOND_END}")
MARK_TEXTS = {mark.path: mark.text for mark in marked_answers()}
MARKS = re.compile(f"[{SECOND_START}{SECOND_END}]")
MOST_LONGER = 1.7  # times as many sides as in Japanese alone


def views(plan: Plan, paper: Paper, second: Language) -> tuple[View, View]:
    """The paper in Japanese, and in the other language, before they are joined."""
    press = shipped_press()
    return press.view(plan, paper, TODAY), press.view(plan, paper, TODAY, language=second)


def printed(plan: Plan, paper: Paper, second: Language) -> PdfReader:
    return PdfReader(io.BytesIO(shipped_press().print(plan, paper, TODAY, second=second)))


@cache
def case_sides(case: str, paper: Paper, second: Language) -> tuple[str, ...]:
    """The text of each side of a sample's paper."""
    return sides_of(a_case(case), paper, second)


def sides_of(plan: Plan, paper: Paper, second: Language) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in printed(plan, paper, second).pages)


def unlike(first: object, second: object, place: str = "") -> Iterator[str]:
    """The places where two views are built otherwise, so that words would be left in Japanese."""
    if type(first) is not type(second):
        yield place
    elif isinstance(first, tuple) and isinstance(second, tuple):
        if len(first) != len(second):
            yield place
        for number, pair in enumerate(zip(first, second, strict=False)):
            yield from unlike(*pair, f"{place}[{number}]")
    elif dataclasses.is_dataclass(first) and not isinstance(first, Enum):
        for field in dataclasses.fields(first):
            pair = getattr(first, field.name), getattr(second, field.name)
            yield from unlike(*pair, f"{place}.{field.name}")


@pytest.mark.parametrize("second", OTHERS)
@pytest.mark.parametrize("paper", IN_TWO_LANGUAGES)
def test_the_views_of_both_languages_are_built_alike(paper: Paper, second: Language) -> None:
    for plan in (*map(a_case, CASES), marked_plan(), sparse_plan()):
        assert not list(unlike(*views(plan, paper, second)))


@few
@given(plans(most=20, longest=200), st.sampled_from(OTHERS))
def test_without_the_second_words_any_paper_is_the_japanese_one(plan: Plan, second: Language) -> None:
    for paper in IN_TWO_LANGUAGES:
        first, other = views(plan, paper, second)
        joined = beside(first, other)
        assert [squeezed(SECOND.sub("", text)) for text in texts_of(joined)] == [
            squeezed(text) for text in texts_of(first)
        ]


@few
@given(plans(most=20, longest=400), st.sampled_from(OTHERS))
def test_any_plan_prints_without_loss_in_two_languages(plan: Plan, second: Language) -> None:
    joined = beside(*views(plan, Paper.FAMILY, second))
    text = squeezed("".join(page_texts(render(joined, shipped_fonts()))))
    told = [part for words in texts_of(joined.pages[1:]) for part in MARKS.split(words)]
    values = [part for part in told if not TURNED_BY_PYPDF.search(part)]
    assert [part for part in values if not holds(text, as_printed(part), most_pieces=60)] == []


@pytest.mark.parametrize("second", OTHERS)
@pytest.mark.parametrize("paper", IN_TWO_LANGUAGES)
def test_a_paper_in_two_languages_shows_what_it_may_and_nothing_else(paper: Paper, second: Language) -> None:
    words, plan = shipped_press().words, marked_plan()
    sees = Visible(words.form, plan, paper, words.layouts[paper].may_show(words.form))
    japanese = all_told(PdfReader(io.BytesIO(shipped_press().print(plan, paper, TODAY))))
    text = all_told(printed(plan, paper, second))
    marks = [(mark, squeezed(mark.text)) for mark in marked_answers()]
    assert not [mark.path for mark, said in marks if not sees.may_show(mark.item) and said in text]
    assert not [mark.path for mark, said in marks if said in japanese and said not in text]


@few
@given(st.lists(st.sampled_from(PATHS), min_size=1, max_size=12, unique=True), st.sampled_from(OTHERS))
def test_with_fields_hidden_a_second_language_tells_no_more(fields: list[str], second: Language) -> None:
    rows = tuple(HiddenField(key=f"h{n}", field=field, edition=None) for n, field in enumerate(fields))
    plan = put(marked_plan(), "distribution.hidden", rows)
    for paper in IN_TWO_LANGUAGES:
        first, other = views(plan, paper, second)
        alone = squeezed("".join(texts_of(first)))
        text = squeezed("".join(texts_of(beside(first, other))))
        told = [mark.path for mark in marked_answers() if squeezed(mark.text) in text]
        assert not [path for path in told if squeezed(MARK_TEXTS[path]) not in alone], paper


@pytest.mark.parametrize("second", OTHERS)
@pytest.mark.parametrize("case", CASES)
def test_the_sheets_of_the_samples_keep_to_one_side_in_two_languages(case: str, second: Language) -> None:
    with_portrait = printed(put(a_case(case), "child.photo", portrait()), Paper.FAMILY, second).pages[:2]
    first_two = tuple(page.extract_text() for page in with_portrait)
    for family in (case_sides(case, Paper.FAMILY, second), first_two):
        assert "緊急シート" in family[0]
        assert "緊急シート" not in family[1]
    for paper in (Paper.FRIDGE, Paper.WALLET):
        assert len(case_sides(case, paper, second)) == 1


@pytest.mark.parametrize("second", OTHERS)
@pytest.mark.parametrize("case", CASES)
def test_the_edition_does_not_grow_without_bounds(case: str, second: Language) -> None:
    alone = printed_case(case, Paper.FAMILY).pages
    assert len(case_sides(case, Paper.FAMILY, second)) <= MOST_LONGER * len(alone)


@pytest.mark.parametrize("second", OTHERS)
@pytest.mark.parametrize("paper", IN_TWO_LANGUAGES)
def test_no_telephone_number_is_parted_beside_a_second_language(paper: Paper, second: Language) -> None:
    papers = [(a_case(case), case_sides(case, paper, second)) for case in CASES]
    if paper is Paper.FAMILY:
        papers.append((crowded(), sides_of(crowded(), paper, second)))
    for plan, sides in papers:
        lines = "\n".join(sides)
        known = {phone for phone in PHONE.findall(plan.model_dump_json()) if phone in squeezed(lines)}
        assert known
        assert not [phone for phone in known if lines.count(phone) != squeezed(lines).count(phone)]


@pytest.mark.parametrize(("second", "words"), [("en", "Ventilator"), ("easy", "じんこうこきゅうき")])
def test_the_second_words_stand_on_the_paper_and_in_its_bookmarks(second: str, words: str) -> None:
    reader = printed(a_case("case-a"), Paper.FAMILY, Language(second))
    assert words in squeezed("".join(case_sides("case-a", Paper.FAMILY, Language(second))))
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles
    assert not [title for title in titles if MARKS.search(str(title))]


def test_a_reader_who_is_not_the_family_gets_the_japanese_paper() -> None:
    press, plan = shipped_press(), a_case("case-a")
    for paper in set(Paper) - set(IN_TWO_LANGUAGES):
        assert press.print(plan, paper, TODAY, second=Language.EASY) == press.print(plan, paper, TODAY)
