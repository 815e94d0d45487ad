"""Clock times and bands of a day: read as people type them, written one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.times import MINUTES_A_DAY, Band, format_clock, parse_bands, parse_clock
from tests.builders import complaint

minutes = st.integers(0, MINUTES_A_DAY - 1)
bands = st.lists(st.builds(Band, minutes, minutes), max_size=6)
WIDE = str.maketrans("0123456789:-", "０１２３４５６７８９：－")


@given(minutes)
def test_a_written_time_is_read_back(minute: int) -> None:
    hour, rest = divmod(minute, 60)

    assert parse_clock(format_clock(minute)) == minute
    assert parse_clock(format_clock(minute).translate(WIDE)) == minute
    assert parse_clock(f"{hour}時{rest}分") == parse_clock(f"{hour}時{rest}") == minute


def test_hours_alone_and_halves_are_times() -> None:
    assert parse_clock("21") == parse_clock("21時") == 21 * 60
    assert parse_clock("９時半") == 9 * 60 + 30
    assert parse_clock("24:00") == parse_clock("0:00") == 0


@pytest.mark.parametrize("text", ["24:01", "25", "9:60", "", "夜", "9:5:1", "-1", "21:00-22:00"])
def test_what_is_no_time_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"時刻は.*。$"):
        parse_clock(text)


@given(bands, st.sampled_from(["、", "・", ",", " ", "\n", "、 "]))
def test_written_bands_are_read_back(found: list[Band], between: str) -> None:
    assert list(parse_bands(between.join(map(str, found)))) == found


@given(bands, st.sampled_from([" - ", "〜", " ～ ", "から", "ー", "–", "−"]))
def test_any_dash_with_or_without_blanks_joins_the_two_ends(found: list[Band], dash: str) -> None:
    text = "、".join(f"{format_clock(band.start)}{dash}{format_clock(band.end)}" for band in found)

    assert list(parse_bands(text)) == found
    assert list(parse_bands(text.translate(WIDE))) == found


def test_a_band_may_run_over_midnight_or_the_whole_day() -> None:
    assert [str(band) for band in parse_bands("21-6時半・0-24")] == ["21:00-06:30", "00:00-24:00"]


@pytest.mark.parametrize("text", ["21:00", "21:00-", "-6", "夜中", "21:00-26:00", "7-8-9"])
def test_what_is_no_band_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"。$"):
        parse_bands(text)


@given(st.text(max_size=12))
def test_any_text_is_a_list_of_bands_or_is_refused_with_a_japanese_sentence(text: str) -> None:
    assert complaint(parse_bands, text)[-1:] in ("", "。")
