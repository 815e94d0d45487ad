"""Numbers as people type them: what is clear is taken and said, what is not is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.amounts import Amount, Taken, amount_of, read_amount

ABOUT = ("約{}", "約 {}", "およそ{}", "だいたい{}", "{}くらい", "{} ぐらい", "{}程度", "{}前後")
BETWEEN = ("～", "〜", "~", "-", "－", "–", "から", " ～ ")
SAFE_WHEN_LESS = ("時間", "Wh", "kWh", "L", "MPa", "日分")
NOT_SAFE_WHEN_LESS = ("W", "", "分", "L/分", "kg", "回/日")


@given(st.integers(0, 9999), st.sampled_from(ABOUT), st.sampled_from(["", "時間", "h", "ｈ"]))
def test_about_a_number_is_that_number_and_said_so(number: int, about: str, unit: str) -> None:
    assert amount_of(about.format(f"{number}{unit}"), "時間") == Amount(str(number), Taken.ABOUT)


@given(
    st.integers(0, 999),
    st.integers(1, 999),
    st.sampled_from(BETWEEN),
    st.sampled_from(SAFE_WHEN_LESS),
    st.tuples(st.booleans(), st.booleans()),
)
def test_of_a_span_the_lower_figure_is_taken_where_less_is_the_safe_side(
    low: int, more: int, between: str, unit: str, with_unit: tuple[bool, bool]
) -> None:
    first, second = (unit if named else "" for named in with_unit)
    assert amount_of(f"{low}{first}{between}{low + more}{second}", unit) == Amount(str(low), Taken.LOWER)


@given(
    st.integers(0, 999), st.integers(1, 999), st.sampled_from(BETWEEN), st.sampled_from(NOT_SAFE_WHEN_LESS)
)
def test_a_span_of_a_load_or_of_minutes_is_refused_with_the_reason(
    low: int, more: int, between: str, unit: str
) -> None:
    with pytest.raises(ValueError, match="幅のある数字"):
        read_amount(f"{low}{between}{low + more}", unit)


@pytest.mark.parametrize(
    "typed",
    [
        "5～3",
        "3～3",
        "3～",
        "～8時間",
        "3～5～7",
        "-3～5",
        "3分～5分",
        "約",
        "5時間以上",
        "8時間未満",
        "3、5",
        "2026-11-20",
    ],
)
def test_what_has_no_one_clear_meaning_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="入れてください"):
        read_amount(typed, "時間")


@given(st.floats(0, 1e6, allow_nan=False))
def test_a_plain_number_is_taken_exactly(number: float) -> None:
    typed = f"{number:.6f}"
    assert amount_of(typed, "時間").taken is Taken.EXACT
    assert float(amount_of(typed, "時間").number) == float(typed)


def test_the_examples_of_the_issue() -> None:
    assert (read_amount("3～5時間", "時間"), read_amount("約8h", "時間")) == ("3", "8")


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [("2.4km", "m", "2400"), ("２．４ｋｍ", "m", "2400"), ("10 km", "m", "10000"), ("1.5kWh", "Wh", "1500")],
)
def test_a_thousand_of_a_unit_is_taken_as_a_thousand(text: str, unit: str, number: str) -> None:
    assert amount_of(text, unit) == Amount(number, Taken.EXACT)


@pytest.mark.parametrize(("text", "unit"), [("2km", "分"), ("2.4m", "km"), ("2 mm", "m"), ("3 k", "m")])
def test_another_unit_is_never_turned_into_the_one_that_is_asked_for(text: str, unit: str) -> None:
    with pytest.raises(ValueError, match="数字だけで"):
        amount_of(text, unit)
