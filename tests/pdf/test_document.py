"""An edition on paper: nothing lost, nothing personal in its metadata, the same bytes for the same view."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from evacplan.form.view import (
    Answer,
    Block,
    Call,
    CallsBlock,
    Card,
    CardsBlock,
    ChecklistBlock,
    Column,
    ColumnsBlock,
    Fact,
    FactsBlock,
    NotesBlock,
    Page,
    State,
    Step,
    StepsBlock,
    TableBlock,
    Tick,
    View,
)
from evacplan.pdf.document import render
from tests.pdf.paper import holds, page_texts, shipped_fonts, squeezed
from tests.pdf.samples import a_page, a_view, an_emergency_sheet, every_other_block
from tests.pdf.test_text import PRINTABLE, as_printed

TURNED_BY_PYPDF = re.compile("[\u0590-\u08ff\u0900-\u1dff\ufb1d-\ufdff\ufe00-\ufefc]")
VALUES = PRINTABLE.filter(lambda text: not TURNED_BY_PYPDF.search(text))


def printed(view: View) -> bytes:
    return render(view, shipped_fonts())


def text_of(data: bytes) -> str:
    return "".join(page_texts(data))


def texts_in(value: object) -> list[str]:
    """Every text in a block, however deep."""
    if isinstance(value, Enum):
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts_in(part)]
    names = getattr(type(value), "__dataclass_fields__", {})
    return [text for name in names for text in texts_in(getattr(value, name))]


def test_every_text_of_every_kind_of_block_is_on_the_paper() -> None:
    blocks = every_other_block()
    text = text_of(printed(a_view(a_page(*blocks))))
    assert [value for value in texts_in(blocks) if squeezed(value) not in text] == []


def test_the_emergency_sheet_fits_one_side_and_holds_every_text() -> None:
    sheet = an_emergency_sheet()
    pages = page_texts(printed(a_view(sheet)))
    assert len(pages) == 1
    assert [value for value in texts_in(sheet) if squeezed(value) not in pages[0]] == []


def test_a_tight_side_takes_fewer_sides_than_an_ordinary_one() -> None:
    blocks = every_other_block()
    assert len(page_texts(printed(a_view(a_page(*blocks, compact=True))))) == 1
    assert len(page_texts(printed(a_view(a_page(*blocks))))) == 2


@settings(max_examples=40, deadline=None)
@given(st.lists(VALUES, min_size=6, max_size=6), st.booleans(), st.booleans())
def test_any_strange_text_in_any_block_is_read_back_whole(
    texts: list[str], large: bool, compact: bool
) -> None:
    one, two, three, four, five, six = texts
    blocks = (
        FactsBlock(one, (Fact(two, Answer(three, note=four)), Fact(five, Answer(six, State.UNKNOWN)))),
        TableBlock(
            two,
            (Column(three), Column(four, numeric=True)),
            ((Answer(five), Answer(six)), (None, Answer(one))),
        ),
        CardsBlock(three, (Card(four, (Fact(one, Answer(two)),), five),)),
        ChecklistBlock(four, (Tick(five, six), Tick(one)), columns=2),
        NotesBlock(five, (six, one), loud=large),
        ColumnsBlock(
            (StepsBlock(one, (Step(two, three, four),)),), (CallsBlock(five, (Call(six, one, two),)),)
        ),
    )
    data = printed(a_view(Page("面", "", blocks, large=large, compact=compact)))
    text = text_of(data)
    assert [value for value in texts if not holds(text, as_printed(value))] == []


@pytest.mark.parametrize("kind", ["facts", "table", "notes", "cards"])
def test_a_text_longer_than_a_page_goes_on_over_the_next_pages(kind: str) -> None:
    long = "".join(f"{number}番目の文です。" for number in range(500))
    blocks: dict[str, Block] = {
        "facts": FactsBlock("題", (Fact("長い", Answer(long), wide=True),)),
        "table": TableBlock("題", (Column("短い"), Column("長い")), ((Answer("左"), Answer(long)),)),
        "notes": NotesBlock("題", (long,), loud=True),
        "cards": CardsBlock("題", (Card("頭", (Fact("長い", Answer(long)),)),)),
    }
    pages = page_texts(printed(a_view(a_page(blocks[kind]))))
    assert len(pages) > 1
    assert holds("".join(pages), long, most_pieces=len(pages) + 1)


def test_a_table_over_several_pages_repeats_its_head() -> None:
    rows = tuple((Answer(f"行{number}"), Answer("値")) for number in range(120))
    pages = page_texts(
        printed(a_view(a_page(TableBlock("表", (Column("見出し一"), Column("見出し二")), rows))))
    )
    assert len(pages) > 2
    assert all("見出し一" in page for page in pages)


def test_forty_devices_and_sixty_calls_print() -> None:
    card = Card("人工呼吸器", tuple(Fact(f"項目{number}", Answer("値" * 30)) for number in range(12)), "A")
    calls = tuple(Call(f"連絡先 {number}", f"017-000-{number:04}") for number in range(60))
    sheet = replace(an_emergency_sheet(), blocks=(*an_emergency_sheet().blocks, CallsBlock("電話", calls)))
    text = text_of(printed(a_view(sheet, a_page(CardsBlock("機器", (card,) * 40)))))
    assert text.count("人工呼吸器") >= 40
    assert all(call.phone in text for call in calls)


def test_the_same_view_gives_the_same_bytes() -> None:
    view = a_view(an_emergency_sheet(), a_page(*every_other_block()))
    assert printed(view) == printed(view)


def test_metadata_and_bookmarks_name_the_edition_and_no_person() -> None:
    reader = PdfReader(io.BytesIO(printed(a_view(an_emergency_sheet(), a_page(*every_other_block())))))
    assert reader.metadata is not None
    assert reader.metadata.title == "家族用　AOM-2026-0017"
    assert str(reader.root_object["/Lang"]) == "ja-JP"
    assert "髙橋" not in str(reader.metadata) + str(reader.outline)


def test_every_side_says_plan_version_edition_number_and_that_it_is_personal() -> None:
    view = replace(a_view(an_emergency_sheet(), a_page(*every_other_block())), status="下書き")
    pages = page_texts(printed(view))
    for number, page in enumerate(pages, 1):
        for words in (view.plan_line, view.review_line, view.footer, view.edition_title, view.status):
            assert squeezed(words) in page
        assert f"{number}/{len(pages)}" in page


def test_all_fonts_are_embedded() -> None:
    reader = PdfReader(io.BytesIO(printed(a_view(an_emergency_sheet()))))
    resources: Any = reader.pages[0]["/Resources"]
    for font in resources["/Font"].values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor
