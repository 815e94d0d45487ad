"""Japanese dates: every day from 1868 to 2100 is read back as it is printed, and eras end when they end."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.wareki import ERAS, FIRST_DAY, age_on, format_calendar_year, format_day, parse_day
from tests.builders import complaint

ONE_DAY = timedelta(days=1)
LAST = date(2100, 12, 31)
days = st.dates(FIRST_DAY, LAST)
WIDE = str.maketrans("0123456789./-", "０１２３４５６７８９．／－")


def test_every_day_from_1868_to_2100_is_read_back_as_it_is_printed() -> None:
    day = FIRST_DAY
    while day <= LAST:
        assert parse_day(format_day(day)) == day
        day += ONE_DAY


@given(days)
def test_a_day_is_read_in_every_way_people_write_it(day: date) -> None:
    ways = [
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}ー{day.month}ー{day.day}",
        f"{day:%Y%m%d}",
        day.isoformat(),
        f" {format_day(day)} ",
    ]

    assert {parse_day(way) for way in ways} == {day}
    assert {parse_day(way.translate(WIDE)) for way in ways} == {day}


@given(st.dates(ERAS[-1][2], LAST))
def test_the_letter_of_an_era_stands_for_the_era(day: date) -> None:
    kanji, letter, first = next(era for era in ERAS if day >= era[2])
    year = day.year - first.year + 1

    assert parse_day(f"{letter}{year}.{day.month}.{day.day}") == day
    assert parse_day(f"{letter.lower()}{year}/{day.month}/{day.day}") == day
    assert parse_day(f"{kanji[0]}{year}-{day.month}-{day.day}") == day
    assert parse_day(f"{kanji} {year} 年 {day.month} 月 {day.day} 日") == day


@pytest.mark.parametrize(("index", "era"), list(enumerate(ERAS)))
def test_an_era_begins_on_its_first_day_and_not_before(index: int, era: tuple[str, str, date]) -> None:
    kanji, _, first = era

    assert format_day(first) == f"{kanji}元年{first.month}月{first.day}日"
    assert parse_day(f"{kanji}1年{first.month}月{first.day}日") == first
    before = first - ONE_DAY
    assert not format_day(before).startswith(kanji)
    with pytest.raises(ValueError, match="暦にありません"):
        parse_day(f"{kanji}元年{before.month}月{before.day}日")


@pytest.mark.parametrize(("era", "next_era"), list(zip(ERAS[1:], ERAS, strict=False)))
def test_an_era_has_no_day_once_the_next_one_began(
    era: tuple[str, str, date], next_era: tuple[str, str, date]
) -> None:
    kanji, _, first = era
    day = next_era[2]

    with pytest.raises(ValueError, match="暦にありません"):
        parse_day(f"{kanji}{day.year - first.year + 1}年{day.month}月{day.day}日")


@pytest.mark.parametrize(
    "text",
    [
        "令和2024年5月1日",
        "令和0年5月1日",
        "令和1000年1月1日",
        "2024-02-30",
        "2023/2/29",
    ],
)
def test_what_is_not_in_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="暦にありません"):
        parse_day(text)


@pytest.mark.parametrize("text", ["1867-12-31", "1600年10月21日"])
def test_days_before_meiji_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="明治より前"):
        parse_day(text)


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_is_refused_with_a_japanese_sentence(text: str) -> None:
    assert complaint(parse_day, text)[-1:] in ("", "。")


@given(days)
def test_a_printed_day_has_half_width_digits(day: date) -> None:
    assert unicodedata.normalize("NFKC", format_day(day)) == format_day(day)


def test_a_year_is_printed_with_the_era_in_which_it_ends() -> None:
    assert format_calendar_year(1982) == "1982年（昭和57年）"
    assert format_calendar_year(2019) == "2019年（令和元年）"


@given(days, days)
def test_the_age_grows_by_one_on_each_birthday(birth: date, today: date) -> None:
    try:
        birthday = birth.replace(year=today.year)
    except ValueError:
        birthday = date(today.year, 3, 1)

    assert age_on(birth, today) == today.year - birth.year - (today < birthday)
    assert age_on(birth, birth) == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8.9.29", "年号がありません"),
        ("８年９月２９日", "年号がありません"),
        ("元.5.1", "年号がありません"),
        ("0/0/0", "年号がありません"),
        ("9/29", "年から"),
        ("12月17日", "年から"),
        ("r6.12", "日まで"),
        ("令和6年12月", "日まで"),
        ("平成元年3月", "日まで"),
        ("2024/12", "日まで"),
        ("来週", "のように"),
        ("r6.13.1", "暦にありません"),
    ],
)
def test_a_text_that_is_no_day_is_told_what_it_lacks(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_day(typed)
