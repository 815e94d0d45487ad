"""Why a value was refused: always a Japanese sentence, limits written as people write them."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from evacplan.domain.plan import Plan
from evacplan.domain.reasons import first_reason, reasons
from tests.builders import Field, fields, some

WRONG: list[Any] = [
    "",
    "あ" * 5_000_000,
    "2024-02-30",
    -1,
    0,
    1e308,
    10**30,
    1.5,
    True,
    float("nan"),
    float("inf"),
    b"bytes",
    ["x"],
    {"a": 1},
    "\ud842",
    "9" * 5_000,
    object(),
]


def refusal(content: Any) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate(content)
    return caught.value


@some
@given(st.sampled_from(fields()), st.sampled_from(WRONG))
def test_every_reason_is_a_japanese_sentence_without_a_name_of_the_library(field: Field, value: Any) -> None:
    content: dict[str, Any] = {"key": "r1"} if "key" in field.holder.model_fields else {}
    try:
        field.holder.model_validate({**content, field.leaf.name: value})
    except ValidationError as error:
        found = first_reason(error)
        assert re.fullmatch(r"[^{}\[\]]*[ぁ-んァ-ヶ一-龠][^{}\[\]]*。", found)
        assert not re.search(r"[a-z]{4}|e\+", found)


def test_each_refused_place_is_named() -> None:
    error = refusal({"child": {"sex": "x", "height_cm": 999}, "oxygen": {"note": 5}})

    assert dict(reasons(error)) == {
        ("child", "sex"): "選べる答えの中にありません。",
        ("child", "height_cm"): "300 以下で入れてください。",
        ("oxygen", "note"): "文字で入れてください。",
    }


def test_limits_are_written_with_commas_and_without_needless_zeros() -> None:
    error = refusal(
        {
            "power_needs": {"target_h": 2_001},
            "oxygen": {"cylinders": [{"key": "r1", "count": 2_000_000, "conserver_factor": 0}]},
        }
    )

    assert [why for _, why in reasons(error)] == [
        "2,000 以下で入れてください。",
        "1,000,000 以下で入れてください。",
        "0 より大きい数で入れてください。",
    ]
