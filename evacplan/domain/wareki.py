"""Japanese dates: read what people type, write what people read.

Era bounds: Meiji 1868-01-25, Taisho 1912-07-30, Showa 1926-12-25, Heisei 1989-01-08, Reiwa 2019-05-01
(general knowledge; see shared/domain/rules.md section 8).
"""

import re
import unicodedata
from datetime import date

ERAS: tuple[tuple[str, str, date], ...] = (
    ("令和", "R", date(2019, 5, 1)),
    ("平成", "H", date(1989, 1, 8)),
    ("昭和", "S", date(1926, 12, 25)),
    ("大正", "T", date(1912, 7, 30)),
    ("明治", "M", date(1868, 1, 25)),
)
FIRST_DAY = date(1868, 1, 1)
LAST_ERA_YEAR = 999
TOO_EARLY = "明治より前の日付は入れられません。年を確かめてください。"
NO_DATE = "日付は「令和6年5月16日」「r6.5.16」「2024/5/16」のように入れてください。"
NO_ERA = "年号がありません。令和なら「r6.5.16」のように、はじめに r を付けてください。"
NO_DAY = "日まで入れてください（例 r6.5.16）。日が分からなければ、メモに書いてください。"
NO_YEAR = "年から入れてください（例 r6.5.16）。"
_LEAST_WESTERN = 1000

_ERA = "|".join(
    [kanji for kanji, _, _ in ERAS] + [letter for _, letter, _ in ERAS] + ["令", "平", "昭", "大", "明"]
)
_SEP = r"\s*[./\-‐‑‒–—―−ー。年月]\s*"  # a keyboard in kana mode types ー and 。
_DATE = re.compile(
    rf"(?P<era>{_ERA})?\s*(?P<y>\d{{1,4}}|元){_SEP}(?P<m>\d{{1,2}}){_SEP}(?P<d>\d{{1,2}})\s*日?",
    re.IGNORECASE,
)
_ERA_YEAR = rf"(?:(?:{_ERA})\s*(?:\d{{1,3}}|元)|\d{{4}})"
_NO_DAY = re.compile(rf"{_ERA_YEAR}{_SEP}\d{{1,2}}\s*月?", re.IGNORECASE)
_NO_YEAR = re.compile(r"\d{1,2}\s*[./\-月]\s*\d{1,2}\s*日?")
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})")


def parse_day(text: str) -> date:
    """The day written as 令和6年5月16日, r6.5.16, 2024/5/16, 2024-05-16 or 20240516; full-width digits too.

    Raises ValueError with a Japanese sentence when the text is no date, lies outside its era or before 1868.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _DATE.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if match is None:
        raise ValueError(_what_is_missing(plain))
    parts = match.groupdict()
    year = 1 if parts["y"] == "元" else int(parts["y"])
    if parts.get("era") is None and year < _LEAST_WESTERN:
        raise ValueError(NO_ERA)
    try:
        day = _in_era(parts.get("era"), year, int(parts["m"]), int(parts["d"]))
    except ValueError as error:
        raise ValueError("この日付は暦にありません。年・月・日を確かめてください。") from error
    if day < FIRST_DAY:
        raise ValueError(TOO_EARLY)
    return day


def lacks_day(plain: str) -> bool:
    """Whether a text in half width is a year and a month without a day: r6.12, 2024/12, 令和6年12月."""
    return _NO_DAY.fullmatch(plain) is not None


def _what_is_missing(plain: str) -> str:
    """Why a text is no date: what it lacks, where that is seen; nothing is guessed."""
    if lacks_day(plain):
        return NO_DAY
    return NO_YEAR if _NO_YEAR.fullmatch(plain) else NO_DATE


def _in_era(era: str | None, year: int, month: int, day: int) -> date:
    if era is None:
        return date(year, month, day)
    index = next(i for i, (kanji, letter, _) in enumerate(ERAS) if era[0].upper() in (kanji[0], letter))
    first = ERAS[index][2]
    found = date(first.year + year - 1, month, day)
    if not 1 <= year <= LAST_ERA_YEAR or found < first or (index > 0 and found >= ERAS[index - 1][2]):
        raise ValueError("outside its era")
    return found


def format_day(day: date) -> str:
    """The day as printed: 令和6年5月16日; the first year of an era is 元年."""
    return f"{format_year(day)}{day.month}月{day.day}日"


def format_year(day: date) -> str:
    """The year of a day as printed: 令和6年."""
    for kanji, _, first in ERAS:
        if day >= first:
            year = day.year - first.year + 1
            return f"{kanji}{'元' if year == 1 else year}年"
    return f"{day.year}年"


def format_calendar_year(year: int) -> str:
    """A whole year as printed, Western with the era in which it ends: 1982年（昭和57年）."""
    return f"{year}年（{format_year(date(year, 12, 31))}）"


def age_on(birth: date, today: date) -> int:
    """Full years of age on a day; negative when the birth lies ahead."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
