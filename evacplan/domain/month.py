"""A month whose day nobody knows, as labels of batteries bear it: 令和6年12月."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core.core_schema import CoreSchema, is_instance_schema, to_string_ser_schema

from evacplan.domain.wareki import format_year, lacks_day, parse_day

# An era may begin or end within the month; one of these days lies in it, as the 1st of 昭和64年1月.
_ANY_DAY = (1, 28, 30)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; "2024-12" in the document."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def isoformat(self) -> str:
        """2024-12."""
        return f"{self.year:04}-{self.month:02}"

    __str__ = isoformat

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Takes months alone; what is typed is read by `day_or_month` before."""
        return is_instance_schema(cls, serialization=to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}$"}


def parse_day_or_month(text: str) -> date | Month:
    """As `parse_day`, and the month written as 令和6年12月, r6.12, 2024/12 or 2024-12.

    Raises ValueError with a Japanese sentence.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not lacks_day(plain):
        return parse_day(plain)
    stem = re.sub(r"\s*月$", "", plain)
    for day in _ANY_DAY[:-1]:
        try:
            return _month_of(parse_day(f"{stem}/{day}"))
        except ValueError:
            continue
    return _month_of(parse_day(f"{stem}/{_ANY_DAY[-1]}"))


def _month_of(day: date) -> Month:
    return Month(day.year, day.month)


def first_day(when: date | Month | None) -> date | None:
    """The day to count an age from.

    Of a month it is the first, for that is the safe side: a battery counts as older than it may be, never as
    younger.
    """
    return when.first if isinstance(when, Month) else when


def format_month(month: Month) -> str:
    """The month as printed: 令和6年12月; one in which an era begins is called by that era."""
    return f"{format_year(month.last)}{month.month}月"
