"""Numbers as people type them: 「１，０２４」, 「.5」, 「5 時間」, but never a number in another unit."""

import re
import unicodedata

_AMOUNT = re.compile(
    r"([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|[+-]?\.[0-9]+)\s*(.*)", re.DOTALL
)
_COUNTERS = frozenset("本個枚袋缶錠包箱組台口つ回件種版年人名w")
_SPELLINGS: dict[str, frozenset[str]] = {
    "": _COUNTERS | {"va", "ワット"},
    "W": frozenset({"ワット"}),
    "時間": frozenset({"h"}),
    "分": frozenset({"分間", "min"}),
    "秒": frozenset({"秒間", "s"}),
    "L": frozenset({"リットル"}),
    "L/分": frozenset({"l/min", "lpm", "l", "リットル", "リットル/分"}),
    "mL": frozenset({"cc", "ミリリットル"}),
    "mL/時": frozenset({"ml/h", "ml/hr", "ml/時間", "cc/時", "cc/h"}),
    "cm": frozenset({"センチ", "センチメートル"}),
    "mm": frozenset({"ミリ", "ミリメートル"}),
    "m": frozenset({"メートル"}),
    "kg": frozenset({"キロ", "キログラム"}),
    "%": frozenset({"パーセント"}),
    "℃": frozenset({"度", "c"}),
    "回/分": frozenset({"回", "/分", "bpm"}),
    "回/日": frozenset({"回"}),
    "日分": frozenset({"日"}),
    "人": frozenset({"名"}),
    "歳": frozenset({"才"}),
    "V": frozenset({"ボルト"}),
    "Fr": frozenset({"フレンチ"}),
}


def read_amount(value: object, unit: str) -> object:
    """What pydantic can read as a number; full-width digits, thousands commas and the field's own unit go.

    Raises ValueError with a Japanese sentence when the text is no number, or one in another unit: 30 分 is
    not 30 時間. Zero has no sign, so that equal plans are written alike.
    """
    if isinstance(value, bool):
        raise ValueError("数字で入れてください。")
    if isinstance(value, float):
        return value + 0.0
    return _read(value, unit) if isinstance(value, str) else value


def _read(text: str, unit: str) -> str:
    match = _AMOUNT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        raise ValueError("数字で入れてください。")
    if match[2] and not _names(match[2], unit):
        said = f"単位は「{unit}」です。" if unit else ""
        raise ValueError(f"数字だけで入れてください。{said}")
    number = match[1].replace(",", "")
    return number if number.strip("+-0.") else "0"


def _names(typed: str, unit: str) -> bool:
    plain = re.sub(r"\s", "", typed).casefold()
    own = unicodedata.normalize("NFKC", unit).casefold()
    return plain in ({own} - {""}) | _SPELLINGS.get(unit, frozenset())
