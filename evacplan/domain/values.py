"""The types a field can have: unit, limits and how typed text becomes a value, each said once.

A type carries a `Kind`. The form, the editors and the paper read it; nothing else knows units or limits.
Hard limits refuse the impossible; soft limits (`usual`) only warn, since rare children have rare numbers.
"""

import base64
import binascii
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_before_validator_function

from evacplan.domain.amounts import read_amount
from evacplan.domain.month import Month, parse_day_or_month
from evacplan.domain.phones import normalise_phone
from evacplan.domain.picture import MOST_DOCUMENT_BYTES, PAGE, PORTRAIT, WAY, Print
from evacplan.domain.times import format_clock, parse_bands, parse_clock
from evacplan.domain.wareki import FIRST_DAY, TOO_EARLY, parse_day


class Shape(StrEnum):
    """What kind of answer a field takes; one editor and one printed form for each."""

    LINE = "line"
    TEXT = "text"
    NAME = "name"
    KANA = "kana"
    PHONE = "phone"
    POSTAL = "postal"
    EMAIL = "email"
    DAY = "day"
    CLOCK = "clock"
    BANDS = "bands"
    NUMBER = "number"
    WHOLE = "whole"
    YEAR = "year"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    PERSON = "person"
    PEOPLE = "people"
    ORGANISATION = "organisation"
    IMAGE = "image"
    FIELD = "field"
    CODE = "code"


_NUMBERS = (Shape.NUMBER, Shape.WHOLE, Shape.YEAR)


@dataclass(frozen=True, slots=True)
class Kind:
    """The meaning of a type: its shape, unit ("" when it has none) and the range that is usual.

    prints: of a picture, how large it is printed.
    """

    shape: Shape
    unit: str = ""
    usual: tuple[float, float] | None = None
    prints: Print | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of the type; a number also reads typed text, in its own unit alone."""
        schema = handler(source)
        if self.shape not in _NUMBERS:
            return schema
        return no_info_before_validator_function(partial(read_amount, unit=self.unit), schema)


_LINE = 400


def _fits_a_line(text: str) -> str:
    """The text itself; raises ValueError when reading it made it longer than a line may be."""
    if len(text) > _LINE:
        raise ValueError(f"長すぎます。{_LINE} 文字までです。")
    return text


_Text = Annotated[str, Field(max_length=_LINE)]

Line = Annotated[_Text, Kind(Shape.LINE)]
Text = Annotated[str, Field(max_length=20_000), Kind(Shape.TEXT)]
Name = Annotated[_Text, Kind(Shape.NAME)]


def to_hiragana(text: str) -> str:
    """The reading in hiragana: katakana and half-width kana are folded, runs of spaces become one.

    Raises ValueError with a Japanese sentence when anything but kana, ー, ・ and spaces is there.
    """
    wide = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().replace(" ", "　")
    folded = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" or c in "ヽヾ" else c for c in wide)
    if not re.fullmatch(r"[ぁ-ゖゝゞーヷ-ヺ・　]*", folded):
        raise ValueError("ふりがなは、ひらがなかカタカナで入れてください。")
    return folded


def _postal(text: str) -> str:
    digits = re.sub(r"[〒\s\-‐–—―−ー－]", "", unicodedata.normalize("NFKC", text))
    if not re.fullmatch(r"[0-9]{7}", digits):
        raise ValueError("郵便番号は7けたの数字で入れてください。")
    return f"{digits[:3]}-{digits[3:]}"


def _email(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", plain):
        raise ValueError("メールアドレスは「名前@ドメイン」の形で入れてください。")
    return plain


Kana = Annotated[_Text, AfterValidator(to_hiragana), AfterValidator(_fits_a_line), Kind(Shape.KANA)]
Phone = Annotated[str, Field(max_length=40), AfterValidator(normalise_phone), Kind(Shape.PHONE)]
PostalCode = Annotated[str, Field(max_length=20), AfterValidator(_postal), Kind(Shape.POSTAL)]
Email = Annotated[_Text, AfterValidator(_email), AfterValidator(_fits_a_line), Kind(Shape.EMAIL)]
Pin = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$"), Kind(Shape.CODE)]


def _day(value: object) -> date:
    """The day; pydantic alone would take any number for seconds since 1970."""
    if isinstance(value, str):
        return parse_day(value)
    if type(value) is not date:
        raise ValueError("日付として読めません。")
    if value < FIRST_DAY:
        raise ValueError(TOO_EARLY)
    return value


def _day_or_month(value: object) -> date | Month:
    """The day, or the month where nobody knows the day."""
    if isinstance(value, str):
        value = parse_day_or_month(value)
    return value if isinstance(value, Month) else _day(value)


Day = Annotated[date, BeforeValidator(_day), Kind(Shape.DAY)]
DayOrMonth = Annotated[date | Month, BeforeValidator(_day_or_month), Kind(Shape.DAY)]
Clock = Annotated[
    str, Field(max_length=20), AfterValidator(lambda text: format_clock(parse_clock(text))), Kind(Shape.CLOCK)
]
Bands = Annotated[
    str,
    Field(max_length=_LINE),
    AfterValidator(lambda text: "、".join(map(str, parse_bands(text)))),
    AfterValidator(_fits_a_line),
    Kind(Shape.BANDS),
]

_Number = Annotated[float, Field(allow_inf_nan=False)]


def _kind(unit: str, low: float, high: float) -> Kind:
    return Kind(Shape.NUMBER, unit, (low, high))


Watts = Annotated[_Number, Field(ge=0, le=100_000), _kind("W", 1, 3000)]
WattsOrVoltAmperes = Annotated[_Number, Field(ge=0, le=100_000), _kind("", 1, 3000)]
WattHours = Annotated[_Number, Field(ge=0, le=1_000_000), _kind("Wh", 50, 5000)]
KilowattHours = Annotated[_Number, Field(ge=0, le=1_000), _kind("kWh", 0.1, 100)]
VoltAmperes = Annotated[_Number, Field(ge=0, le=100_000), _kind("VA", 50, 5000)]
Hours = Annotated[_Number, Field(ge=0, le=2_000), _kind("時間", 0, 72)]
Minutes = Annotated[_Number, Field(ge=0, le=100_000), _kind("分", 0, 1440)]
Fraction = Annotated[_Number, Field(gt=0, le=1), _kind("", 0.3, 1)]
Factor = Annotated[_Number, Field(gt=0, le=10), _kind("倍", 1, 4)]
Litres = Annotated[_Number, Field(ge=0, le=100_000), _kind("L", 0.1, 10_000)]
LitresPerMinute = Annotated[_Number, Field(ge=0, le=100), _kind("L/分", 0.1, 15)]
Megapascals = Annotated[_Number, Field(ge=0, le=50), _kind("MPa", 1, 20)]
Kilopascals = Annotated[_Number, Field(ge=0, le=200), _kind("kPa", 5, 40)]
Millilitres = Annotated[_Number, Field(ge=0, le=20_000), _kind("mL", 1, 3000)]
MillilitresPerHour = Annotated[_Number, Field(ge=0, le=5_000), _kind("mL/時", 1, 1000)]
Centimetres = Annotated[_Number, Field(ge=0, le=300), _kind("cm", 0.5, 200)]
Millimetres = Annotated[_Number, Field(ge=0, le=100), _kind("mm", 2.5, 8)]
French = Annotated[_Number, Field(ge=0, le=50), _kind("Fr", 5, 24)]
Kilograms = Annotated[_Number, Field(ge=0, le=500), _kind("kg", 0.5, 100)]
Metres = Annotated[_Number, Field(ge=0, le=1_000_000), _kind("m", 0, 50_000)]
Percent = Annotated[_Number, Field(ge=0, le=100), _kind("%", 0, 100)]
BeatsPerMinute = Annotated[_Number, Field(ge=0, le=400), _kind("回/分", 10, 200)]
BreathsPerMinute = Annotated[_Number, Field(ge=0, le=200), _kind("回/分", 5, 60)]
MillimetresOfMercury = Annotated[_Number, Field(ge=0, le=300), _kind("mmHg", 40, 180)]
Celsius = Annotated[_Number, Field(ge=20, le=45), _kind("℃", 34, 38)]
CentimetresOfWater = Annotated[_Number, Field(ge=0, le=100), _kind("cmH2O", 2, 40)]
Seconds = Annotated[_Number, Field(ge=0, le=3_600), _kind("秒", 0.2, 60)]
Amount = Annotated[_Number, Field(ge=0, le=1_000_000), Kind(Shape.NUMBER)]
Times = Annotated[_Number, Field(ge=0, le=1_440), _kind("回", 0, 50)]
TimesADay = Annotated[_Number, Field(ge=0, le=1_440), _kind("回/日", 1, 100)]
Count = Annotated[int, Field(ge=0, le=1_000_000), Kind(Shape.WHOLE)]
Days = Annotated[int, Field(ge=0, le=3_650), Kind(Shape.WHOLE, "日分", (1, 60))]
People = Annotated[int, Field(ge=0, le=10_000), Kind(Shape.WHOLE, "人", (0, 50))]
Score = Annotated[int, Field(ge=0, le=200), Kind(Shape.WHOLE, "点", (0, 100))]
Age = Annotated[int, Field(ge=0, le=130), Kind(Shape.WHOLE, "歳", (0, 105))]
Volts = Annotated[int, Field(ge=0, le=1_000), Kind(Shape.WHOLE, "V", (100, 100))]
Version = Annotated[int, Field(ge=1, le=100_000), Kind(Shape.WHOLE)]
Storeys = Annotated[int, Field(ge=-5, le=100), Kind(Shape.WHOLE, "階")]
CalendarYear = Annotated[int, Field(ge=1868, le=2200), Kind(Shape.YEAR)]

YesNo = Annotated[bool, Kind(Shape.YES_NO)]

ROW_KEY = r"[a-z0-9_]{1,40}"
RowKey = Annotated[str, StringConstraints(pattern=f"^{ROW_KEY}$")]

# A person or organisation entered once is offered everywhere: "@key" points at its row,
# anything else is a name.
_Named = Annotated[str, Field(max_length=1_000)]  # holds what a row shows, its name with its title
Person = Annotated[_Named, Kind(Shape.PERSON)]
Persons = Annotated[tuple[_Named, ...], Kind(Shape.PEOPLE)]
Organisation = Annotated[_Named, Kind(Shape.ORGANISATION)]
FieldPath = Annotated[_Text, Kind(Shape.FIELD)]

_IMAGE_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def _image(text: str) -> str:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("画像を読めません。JPEG か PNG の画像を選んでください。") from error
    if not data.startswith(_IMAGE_STARTS):
        raise ValueError("画像は JPEG か PNG を選んでください。")
    return text


_Picture = Annotated[str, Field(max_length=MOST_DOCUMENT_BYTES * 4 // 3 + 4), AfterValidator(_image)]
Image = Annotated[_Picture, Kind(Shape.IMAGE, prints=PAGE)]
Portrait = Annotated[_Picture, Kind(Shape.IMAGE, prints=PORTRAIT)]
WayImage = Annotated[_Picture, Kind(Shape.IMAGE, prints=WAY)]
