"""The run-down on paper: hours stand in order, every word is there, unknown bars are not drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evacplan.form.hours import HourScale
from evacplan.form.view import Bar, Segment, Supply
from evacplan.pdf.chart import chart_block
from evacplan.pdf.document import render
from evacplan.pdf.kit import Kit
from evacplan.pdf.style import STANDARD
from tests.pdf.paper import page_texts, shipped_fonts
from tests.pdf.samples import a_chart, a_page, a_view

HOURS = st.floats(0, 200)


@given(st.floats(1, 168), HOURS, HOURS)
def test_a_later_hour_never_stands_further_left(until_h: float, one: float, other: float) -> None:
    hours = HourScale(until_h, 400)
    assert (hours.x(one) <= hours.x(other)) == (min(one, until_h) <= min(other, until_h)) or (
        abs(hours.x(one) - hours.x(other)) < 1e-6
    )
    assert 0 <= hours.x(one) <= 400.0001


@given(st.floats(1, 168), st.floats(60, 500))
def test_printed_hours_do_not_run_into_each_other(until_h: float, width: float) -> None:
    hours = HourScale(until_h, width)
    places = [hours.x(hour) for hour in hours.ticks(25)]
    assert places == sorted(places)
    assert all(right - left >= 24.9 for left, right in pairwise(places))


def test_the_words_of_bars_notes_and_flag_are_on_the_paper() -> None:
    text = page_texts(render(a_view(a_page(a_chart())), shipped_fonts()))[0]
    for words in (
        "人工呼吸器",
        "内蔵",
        "ポータブル電源",
        "車",
        "67.0時間",
        "未確認電池の持続時間",
        "ここまでに出発",
    ):
        assert words in text


def test_a_supply_whose_word_fits_on_no_bar_stands_in_the_legend() -> None:
    short = Bar("吸引器", (Segment(0, 0.4, Supply.EXTERNAL, "外部バッテリー"),), stops_at_h=0.4)
    chart = replace(a_chart(), bars=(short,))
    assert "外部バッテリー" in page_texts(render(a_view(a_page(chart)), shipped_fonts()))[0]


def test_sixty_bars_print_in_parts() -> None:
    bars = tuple(Bar(f"機器{number}", (Segment(0, 9, Supply.INTERNAL, "内蔵"),), 9.0) for number in range(60))
    text = "".join(page_texts(render(a_view(a_page(replace(a_chart(), bars=bars))), shipped_fonts())))
    assert all(f"機器{number}" in text for number in range(60))


def test_a_chart_without_bars_is_harmless() -> None:
    block = replace(a_chart(), bars=(), night=(), leave_by_h=None)
    assert chart_block(block, Kit(shipped_fonts(), STANDARD), 400).wrap(400, 0)[1] > 0
