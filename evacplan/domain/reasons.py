"""Why a value was refused, in Japanese, without repeating the value."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_WORDS: dict[str, str] = {
    "missing": "必要な項目がありません。",
    "extra_forbidden": "この版の evacplan が知らない項目です。",
    "greater_than_equal": "{ge} 以上で入れてください。",
    "greater_than": "{gt} より大きい数で入れてください。",
    "less_than_equal": "{le} 以下で入れてください。",
    "float_parsing": "数字で入れてください。",
    "float_type": "数字で入れてください。",
    "finite_number": "数字で入れてください。",
    "int_parsing": "整数で入れてください。",
    "int_from_float": "整数で入れてください。",
    "int_type": "整数で入れてください。",
    "int_parsing_size": "整数で入れてください。",
    "string_too_long": "長すぎます。{max_length} 文字までです。",
    "string_type": "文字で入れてください。",
    "string_unicode": "文字の一部がこわれています。入れなおしてください。",
    "bool_parsing": "はい・いいえで答えてください。",
    "bool_type": "はい・いいえで答えてください。",
    "enum": "選べる答えの中にありません。",
    "string_pattern_mismatch": "書き方が違います。例のとおりに入れてください。",
    "date_from_datetime_parsing": "日付として読めません。",
    "date_type": "日付として読めません。",
}


def reasons(error: ValidationError) -> list[tuple[tuple[int | str, ...], str]]:
    """Each place (names and row positions) that was refused, with the reason."""
    return [
        (detail["loc"], _reason(detail)) for detail in error.errors(include_input=False, include_url=False)
    ]


def first_reason(error: ValidationError) -> str:
    """The first reason alone, for the line under a field."""
    return reasons(error)[0][1]


def _reason(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "value_error":
        return str(context.get("error", "この値は入れられません。"))
    words = _WORDS.get(detail["type"], "この値は入れられません。")
    return words.format(**{name: _shown(value) for name, value in context.items()})


def _shown(value: object) -> str:
    """A limit as people write it: 100,000, never 1e+05."""
    if isinstance(value, int | float):
        return f"{value:,.3f}".rstrip("0").rstrip(".")
    return str(value)
