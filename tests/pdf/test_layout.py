"""Containers divide what stands in them between pages and columns, and lose nothing."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.platypus import Flowable

from evacplan.form.view import FactsBlock, ImageBlock, NotesBlock
from evacplan.pdf.document import render
from evacplan.pdf.flow import TwoColumns
from evacplan.pdf.layout import ENDLESS, Frame, Item, Panel, Row, Stack
from evacplan.pdf.style import Ink
from evacplan.pdf.text import Run, Text
from tests.pdf.paper import drawn, page_texts, quick_texts, shipped_fonts, squeezed
from tests.pdf.samples import a_page, a_view

COUNTS = st.lists(st.integers(1, 120), min_size=1, max_size=8)


def a_text(name: str, signs: int) -> Text:
    return Text([Run("".join(f"{name}{sign:03} " for sign in range(signs)))], shipped_fonts())


def all_parts(flowable: Flowable, width: float, height: float) -> list[Flowable]:
    """The flowable on as many sides of a height as it needs."""
    parts: list[Flowable] = []
    rest = [flowable]
    while rest:
        rest = rest[0].split(width, height)
        parts.append(rest.pop(0))
        assert parts[-1].wrap(width, ENDLESS)[1] <= height + 0.1
    return parts


def signs(data: bytes) -> list[str]:
    """The numbered signs, sorted, because columns on several sides change their order."""
    text = squeezed("".join(quick_texts(data)))
    return sorted(text[start : start + 4] for start in range(0, len(text), 4))


def expected(counts: list[int]) -> list[str]:
    return sorted(
        f"{'abcdefgh'[place]}{sign:03}" for place, count in enumerate(counts) for sign in range(count)
    )


@settings(deadline=None, max_examples=40)
@given(COUNTS)
def test_a_stack_over_many_pages_holds_everything_in_order(counts: list[int]) -> None:
    stack = Stack([Item(a_text("abcdefgh"[place], count), 3) for place, count in enumerate(counts)])
    text = squeezed("".join(quick_texts(drawn(all_parts(stack, 200, 90), width=200))))
    assert [text[start : start + 4] for start in range(0, len(text), 4)] == expected(counts)


@settings(deadline=None, max_examples=40)
@given(COUNTS)
def test_a_high_row_over_many_pages_holds_everything(counts: list[int]) -> None:
    cells = [a_text("abcdefgh"[place], count) for place, count in enumerate(counts)]
    row = Panel(Row(cells, [60.0] * len(cells), keep_whole=0), Frame())
    assert signs(drawn(all_parts(row, 500, 90), width=500)) == expected(counts)


@settings(deadline=None, max_examples=40)
@given(COUNTS)
def test_two_columns_over_many_pages_hold_everything(counts: list[int]) -> None:
    stack = Stack([Item(a_text("abcdefgh"[place], count), 3) for place, count in enumerate(counts)])
    columns = TwoColumns(stack, 10)
    assert signs(drawn(all_parts(columns, 300, 90), width=300)) == expected(counts)


def test_two_columns_are_about_as_high_as_each_other() -> None:
    stack = Stack([Item(a_text("a", 20)) for _ in range(10)])
    _, single = stack.wrap(145, ENDLESS)
    _, height = TwoColumns(stack, 10).wrap(300, ENDLESS)
    assert height < single * 0.62


def test_a_heading_never_stays_behind_alone() -> None:
    heading = Text([Run("見出し", Ink(bold=True))], shipped_fonts())
    stack = Stack([Item(a_text("a", 30)), Item(heading, keep_next=True), Item(a_text("b", 30))])
    first_height = a_text("a", 30).wrap(200, ENDLESS)[1] + heading.wrap(200, ENDLESS)[1] + 1
    first, rest = stack.split(200, first_height)
    assert "見出し" not in page_texts(drawn([first], width=200))[0]
    assert "見出し" in page_texts(drawn([rest], width=200))[0]


def a_picture() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (60, 400), "teal").save(target, "PNG")
    return target.getvalue()


def test_a_picture_keeps_its_proportions_and_a_broken_one_does_not_stop_the_paper() -> None:
    blocks = (ImageBlock("地図", a_picture()), ImageBlock("写真", b"no picture"), NotesBlock("", ("終わり",)))
    data = render(a_view(a_page(*blocks)), shipped_fonts())
    assert "終わり" in "".join(page_texts(data))
    assert data == render(a_view(a_page(*blocks)), shipped_fonts())


def test_an_empty_page_prints_its_head_and_foot() -> None:
    pages = page_texts(render(a_view(a_page(), a_page(FactsBlock("題", ()))), shipped_fonts()))
    assert len(pages) == 2
    assert "取扱注意" in pages[0]
