"""How much of each supply is needed."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.plan.preparation import SupplyItem
from evacplan.domain.stock import CARRY_DAYS, HOME_DAYS, Needed, needed
from tests.builders import CASES, a_case

amounts = st.decimals(0, 10_000, places=2).map(float)
days = st.none() | st.integers(0, 3_650)


def an_item(**answers: Any) -> SupplyItem:
    return SupplyItem(key="r1", **answers)


@given(amounts, days, days, st.none() | amounts)
def test_quantities_are_exact_rounded_up_and_never_too_few(
    per_day: float, carry_days: int | None, home_days: int | None, have: float | None
) -> None:
    found = needed(an_item(per_day=per_day, carry_days=carry_days, home_days=home_days, quantity_have=have))
    exact = Fraction(str(per_day))
    carry = exact * (CARRY_DAYS if carry_days is None else carry_days)
    home = exact * (HOME_DAYS if home_days is None else home_days)

    assert found.carry is not None
    assert found.home is not None
    assert found.carry - 1 < carry <= found.carry
    assert found.home - 1 < home <= found.home
    if have is None:
        assert found.short is None
    else:
        assert found.short is not None
        assert Fraction(str(have)) + found.short >= found.home
        assert found.short == 0 or Fraction(str(have)) + found.short - 1 < found.home


def test_floats_never_add_a_piece() -> None:
    assert needed(an_item(per_day=1.1, home_days=10, carry_days=30)) == Needed(33, 11, None)


@given(st.none() | amounts)
def test_without_the_use_a_day_nothing_is_known(have: float | None) -> None:
    assert needed(an_item(quantity_have=have)) == Needed(None, None, None)


@pytest.mark.parametrize(
    ("case", "row", "quantities"),
    [
        ("case-a", "吸引カテーテル", Needed(36, 168, 18)),
        ("case-a", "経腸栄養", Needed(12, 56, 0)),
        ("case-a", "人工鼻", Needed(3, 14, 0)),
        ("case-a", "精製水", Needed(3, 14, 5)),
        ("case-a", "おむつ", Needed(18, 84, 0)),
        ("case-b", "栄養剤", Needed(9, 42, 0)),
        ("case-b", "シリンジ", Needed(9, 42, 0)),
        ("case-b", "カニューラ", Needed(3, 14, 8)),
        ("case-b", "単3電池", Needed(6, 28, 0)),
    ],
)
def test_the_stock_of_the_cases_is_that_of_the_notes(case: str, row: str, quantities: Needed) -> None:
    (item,) = (item for item in a_case(case).supplies.stock if row in (item.item or ""))

    assert needed(item) == quantities


def test_the_cases_lack_exactly_what_the_notes_say() -> None:
    lacking = [[needed(item).short for item in a_case(case).supplies.stock] for case in CASES]

    assert [sorted(filter(None, short)) for short in lacking] == [[5, 18], [8]]
