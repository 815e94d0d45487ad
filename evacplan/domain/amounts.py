"""Numbers as people type them: 「１，０２４」, 「.5」, 「5 時間」, 「約8h」, never one in another unit.

Of 「3～5時間」 the lower figure is taken where less is the safe side: hours, energy, contents. For loads,
flows and minutes it would promise too much, so a span is refused there and a person decides.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_NUMBER = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|[+-]?\.[0-9]+"
_AMOUNT = re.compile(rf"({_NUMBER})\s*(.*)", re.DOTALL)
_ABOUT = re.compile(
    r"(?P<before>約|およそ|おおよそ|だいたい|大体|ほぼ)?\s*(?P<amount>.*?)\s*"
    r"(?P<after>くらい|ぐらい|程度|前後|ほど)?",
    re.DOTALL,
)
_SPAN = re.compile(
    rf"({_NUMBER})\s*([^0-9.,~〜–—―ー‐−-]*?)\s*(?:~|〜|から|-|–|—|―|ー|‐|−)\s*([0-9].*)", re.DOTALL
)
# A thousand of the unit, by the unit: the way is told in km, a power station's content in kWh.
_LARGER = {"m": "km", "Wh": "kwh", "W": "kw"}
_LESS_IS_SAFE = frozenset({"時間", "Wh", "kWh", "L", "MPa", "日分"})
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


class Taken(StrEnum):
    """How a typed number was taken: as it stands, without its 約, or the lower one of a span."""

    EXACT = "exact"
    ABOUT = "about"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Amount:
    """A typed number in plain digits, and how it was taken: whoever reads it says so."""

    number: str
    taken: Taken


def amount_of(text: str, unit: str) -> Amount:
    """The number a text means. Raises ValueError with a Japanese sentence when its meaning is not clear."""
    plain = unicodedata.normalize("NFKC", text).strip()
    about = _ABOUT.fullmatch(plain)
    assert about is not None  # every part of the pattern may be empty
    inner = about["amount"]
    if span := _SPAN.fullmatch(inner):
        return _lower(span[1], span[2], span[3], unit)
    taken = Taken.ABOUT if about["before"] or about["after"] else Taken.EXACT
    return Amount(_single(inner, unit), taken)


def _read(text: str, unit: str) -> str:
    return amount_of(text, unit).number


def _lower(first: str, first_unit: str, second: str, unit: str) -> Amount:
    low, high = _single(first + first_unit, unit), _single(second, unit)
    if float(low) >= float(high) or float(low) < 0:
        raise ValueError("数字で入れてください。")
    if unit not in _LESS_IS_SAFE:
        raise ValueError("幅のある数字では計算できません。あぶなくないほうの数字を1つ入れてください。")
    return Amount(low, Taken.LOWER)


def _single(text: str, unit: str) -> str:
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise ValueError("数字で入れてください。")
    if match[2] and match[2].strip().casefold() == _LARGER.get(unit):
        return _plain(Decimal(match[1].replace(",", "")) * 1000)
    if match[2] and not _names(match[2], unit):
        said = f"単位は「{unit}」です。" if unit else ""
        raise ValueError(f"数字だけで入れてください。{said}")
    number = match[1].replace(",", "")
    return number if number.strip("+-0.") else "0"


def _plain(number: Decimal) -> str:
    """Without zeros behind the point, so that 2.4 km are 2400 whole metres."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _names(typed: str, unit: str) -> bool:
    plain = re.sub(r"\s", "", typed).casefold()
    own = unicodedata.normalize("NFKC", unit).casefold()
    return plain in ({own} - {""}) | _SPELLINGS.get(unit, frozenset())
