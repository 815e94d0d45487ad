"""Clock times and time bands of a day, which may run over midnight."""

import re
import unicodedata
from dataclasses import dataclass

MINUTES_A_DAY = 24 * 60
_CLOCK = re.compile(r"(\d{1,2})(?:[::](\d{1,2})|時(?:(\d{1,2})分?|半)?)?")
_BAND = re.compile(r"\s*(?P<a>[^\-]+?)\s*-\s*(?P<b>[^\-]+?)\s*")
_DASHES = re.compile(r"\s*(?:[\-‐‑‒–—―−ー〜~～]|から)\s*")


@dataclass(frozen=True, slots=True)
class Band:
    """From one minute of the day to another, both 0 to 1439; equal ends mean the whole day."""

    start: int
    end: int

    def __str__(self) -> str:
        """21:00-06:30; the whole day as 00:00-24:00, since 00:00-00:00 reads like no time at all."""
        if self.start == self.end == 0:
            return "00:00-24:00"
        return f"{format_clock(self.start)}-{format_clock(self.end)}"


def parse_clock(text: str) -> int:
    """Minutes since midnight of 21:00, 21時, 21時30分, 9時半 or a bare 21; 24:00 is midnight.

    Raises ValueError with a Japanese sentence when it is no clock time.
    """
    match = _CLOCK.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        raise ValueError("時刻は「21:00」「21時30分」のように入れてください。")
    hour = int(match[1])
    minute = 30 if match[0].endswith("半") else int(match[2] or match[3] or 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise ValueError("時刻は 0:00 から 24:00 までで入れてください。")
    return (hour * 60 + minute) % MINUTES_A_DAY


def format_clock(minutes: int) -> str:
    """Minutes since midnight as 02:00."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def parse_bands(text: str) -> tuple[Band, ...]:
    """The bands of 「21:00-06:30」 or 「7-8・12-13、18時〜19時」, as written in order.

    Raises ValueError with a Japanese sentence when one of them is no band.
    """
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    parts = [part for part in re.split(r"[、,・･\s]+(?=\d)|\n", plain.strip()) if part.strip()]
    return tuple(_band(part) for part in parts)


def _band(text: str) -> Band:
    match = _BAND.fullmatch(text)
    if match is None:
        raise ValueError(
            "時間帯は「21:00-06:30」のように入れてください。いくつもあるときは「、」で区切ります。"
        )
    return Band(parse_clock(match["a"]), parse_clock(match["b"]))
