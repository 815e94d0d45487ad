"""Lines end where Japanese lines may end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.pdf.linebreak import NO_END, NO_START, may_break

PHONES = ["017-000-0101", "0120-000-030", "0172(00)0271", "〒030-0000"]
TIMES = ["令和8年11月20日", "令和元年", "令和8年5月", "11月10日", "9時間49分", "8:30–15:00", "21:00-06:30"]
UNITS = [
    "14.2 kg",
    "16 cmH2O",
    "200mL",
    "1L/分",
    "85–110",
    "三丁目",
    "14番",
    "1,328分",
    "１２本",
    "96–99%",
    "第3版",
    "3回",
]
CODES = ["A-118", "VX3-00881"]


@pytest.mark.parametrize("whole", PHONES + TIMES + UNITS + CODES)
def test_phone_numbers_dates_and_units_are_never_divided(whole: str) -> None:
    text = f"夜は{whole}に"
    allowed = may_break(list(text))
    assert not any(allowed[3 : 2 + len(whole)])
    assert allowed[2]


@given(st.text(st.sampled_from("あア漢、。（）「」ー々っ12a %"), max_size=40))
def test_no_line_begins_or_ends_with_a_forbidden_sign(text: str) -> None:
    allowed = may_break(list(text))
    assert len(allowed) == len(text)
    for place, breaks in enumerate(allowed):
        if breaks:
            assert text[place] not in NO_START
            assert text[place - 1] not in NO_END
