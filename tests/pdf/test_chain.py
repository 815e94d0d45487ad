"""The drawn chain of calls: nothing lost over page ends, its callers named on each side, arrows between."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader

from evacplan.form.view import Answer, Call, CallsBlock, ChainBlock, Fact, Link
from evacplan.pdf.chain import chain_block
from evacplan.pdf.document import render
from evacplan.pdf.kit import Kit
from evacplan.pdf.style import CONTENT_W, STANDARD
from tests.pdf.paper import holds, page_texts, shipped_fonts
from tests.pdf.samples import UNKNOWN, a_page, a_view

MANY = 60
LONG = "とても長い名前の訪問看護ステーション" * 6
SAY = "停電しました。電池はあと5時間です。" * 300


def a_link(place: int, caller: str = "母", **more: Answer) -> Link:
    phone = UNKNOWN if place % 7 == 3 else Answer(f"017-000-{place:04}", strong=True)
    name = f"{LONG}{place}番" if place % 11 == 5 else f"相手{place}番"
    return Link(
        (Answer(name), Answer(f"所属{place}番")),
        Answer(caller),
        (Fact("昼の電話", phone),),
        Fact("つながらないとき", Answer(f"{place}分おいて次の人へ")),
        **more,
    )


def pages_of(*links: Link) -> list[str]:
    return page_texts(render(a_view(a_page(ChainBlock("連絡の順番", links))), shipped_fonts()))


def test_sixty_calls_with_long_names_and_missing_numbers_print_without_loss() -> None:
    text = "".join(pages_of(*(a_link(place) for place in range(MANY))))
    for place in range(MANY):
        for part in (f"相手{place}番" if place % 11 != 5 else f"{LONG}{place}番", f"所属{place}番"):
            assert part in text
        assert f"{place}分おいて次の人へ" in text
        assert place % 7 == 3 or f"017-000-{place:04}" in text
    assert text.count("未確認") == len(range(3, MANY, 7))


def test_what_is_said_in_one_call_may_be_longer_than_a_page() -> None:
    pages = pages_of(a_link(1), a_link(2, more=Answer(SAY)), a_link(4))
    assert len(pages) > 2
    assert holds("".join(pages), SAY, most_pieces=20)
    assert "相手4番" in pages[-1]


def test_who_calls_is_named_once_for_calls_that_follow_each_other_and_again_on_the_next_side() -> None:
    assert pages_of(*(a_link(place) for place in (1, 2, 4)))[0].count("母") == 1
    for page in pages_of(*(a_link(place) for place in range(MANY))):
        assert page.count("母") == 1


def test_another_caller_gets_a_box_of_his_own() -> None:
    (page,) = pages_of(a_link(1), a_link(2, "父"), a_link(4, "父"), a_link(6))
    assert (page.count("母"), page.count("父")) == (2, 1)


def test_a_chain_is_split_without_losing_height_or_calls() -> None:
    block = ChainBlock("", tuple(a_link(place) for place in range(20)))
    chain = chain_block(block, Kit(shipped_fonts(), STANDARD), CONTENT_W)
    _, whole = chain.wrap(CONTENT_W, 1e9)
    parts = chain.split(CONTENT_W, whole / 2)
    assert len(parts) == 2
    heights = [part.wrap(CONTENT_W, 1e9)[1] for part in parts]
    assert heights[0] <= whole / 2
    assert sum(heights) >= whole - 0.01


def triangles(block: ChainBlock | CallsBlock) -> int:
    """How many heads of arrows are drawn."""
    data = render(a_view(a_page(block)), shipped_fonts())
    content = PdfReader(io.BytesIO(data)).pages[0].get_contents()
    assert content is not None
    return len(re.findall(rb" l\s+h\s+f\*", content.get_data()))


def test_between_two_calls_an_arrow_is_drawn() -> None:
    one = Link((Answer("母"),), Answer("父"), (Fact("昼", Answer("119")),))
    led = Link(one.who, one.caller, one.phones, Fact("", Answer("次へ")))
    alone = triangles(ChainBlock("連絡", (one,)))
    assert triangles(ChainBlock("連絡", (led, one))) == alone + 2  # from who calls, and to the next


def test_on_a_sheet_arrows_lead_from_line_to_line_of_a_chain_and_of_no_other_list() -> None:
    calls = (Call("母", "119"), Call("父", "171"), Call("工藤", "110"))
    assert triangles(CallsBlock("電話", calls, chained=True)) == len(calls) - 1
    assert triangles(CallsBlock("電話", calls)) == 0
