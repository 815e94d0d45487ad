"""Values as people read them."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from evacplan.domain import persons
from evacplan.domain.choices import Weekday
from evacplan.domain.month import Month
from evacplan.domain.plan import Plan
from evacplan.domain.times import Band
from evacplan.domain.values import Shape
from evacplan.form.spec import Form, Item

JOIN = "・"
SPAN_FROM = 3  # days that follow each other
_WHOLE_DAY = str(Band(0, 0))
_WHOLE_HOURS = re.compile(r"(\d{2}):00-(\d{2}):00")


def worded(form: Form, plan: Plan, item: Item, value: object) -> str:
    """A value in words, with its unit: 18.6 kg, 令和8年11月10日, はい, 母・父. Not for empty values."""
    return _WORDED.get(item.leaf.kind.shape, _plain)(form, plan, item, value)


def figure(value: float) -> str:
    """A number exactly, without needless zeros and with thousands commas: 1,024 or 18.6."""
    whole, _, rest = f"{Decimal(str(value)):,f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def choice_word(form: Form, value: StrEnum) -> str:
    """The Japanese word of a choice."""
    return form.choices[type(value).__name__][value.value]


def _plain(_form: Form, _plan: Plan, _item: Item, value: object) -> str:
    return str(value)


def _day(form: Form, _plan: Plan, _item: Item, value: object) -> str:
    assert isinstance(value, date | Month)
    return form.formats.day(value)


def _number(form: Form, _plan: Plan, item: Item, value: object) -> str:
    assert isinstance(value, int | float)
    unit = form.formats.unit(item.leaf.kind.unit)
    return f"{figure(value)} {unit}" if unit else figure(value)


def _year(form: Form, _plan: Plan, _item: Item, value: object) -> str:
    assert isinstance(value, int)
    return form.formats.year(value)


def _choice(form: Form, _plan: Plan, _item: Item, value: object) -> str:
    # A choice of a pack is kept as its word, so that it reads where the pack is not.
    return choice_word(form, value) if isinstance(value, StrEnum) else str(value)


def _choices(form: Form, _plan: Plan, _item: Item, value: object) -> str:
    assert isinstance(value, tuple)
    words = [choice_word(form, one) for one in value]
    if value and isinstance(value[0], Weekday):
        return JOIN.join(_weekdays([list(Weekday).index(one) for one in value], words))
    return JOIN.join(words)


def _weekdays(places: list[int], words: list[str]) -> Iterator[str]:
    """Days that follow each other as a span: 月–金."""
    start = 0
    for end in range(1, len(places) + 1):
        if end < len(places) and places[end] == places[end - 1] + 1:
            continue
        if end - start >= SPAN_FROM:
            yield f"{words[start]}–{words[end - 1]}"
        else:
            yield from words[start:end]
        start = end


def _yes_no(form: Form, _plan: Plan, _item: Item, value: object) -> str:
    return form.answers.yes if value else form.answers.no


def _person(_form: Form, plan: Plan, _item: Item, value: object) -> str:
    return persons.shown(plan, str(value))


def _organisation(_form: Form, plan: Plan, _item: Item, value: object) -> str:
    return persons.shown_organisation(plan, str(value))


def _people(_form: Form, plan: Plan, _item: Item, value: object) -> str:
    assert isinstance(value, tuple)
    return JOIN.join(persons.shown(plan, one) for one in value)


def _bands(_form: Form, _plan: Plan, _item: Item, value: object) -> str:
    """Bands of hours: 「7–8時、21:30–23:30」."""
    return "、".join(_band(band.strip()) for band in str(value).split("、"))


def _band(band: str) -> str:
    if band == _WHOLE_DAY:
        return "終日"
    whole = _WHOLE_HOURS.fullmatch(band)
    return f"{int(whole[1])}–{int(whole[2])}時" if whole else band.replace("-", "–")


def _field(form: Form, _plan: Plan, _item: Item, value: object) -> str:
    try:
        return form.item(str(value)).label
    except KeyError:
        return str(value)


_WORDED: dict[Shape, Callable[[Form, Plan, Item, object], str]] = {
    Shape.DAY: _day,
    Shape.NUMBER: _number,
    Shape.WHOLE: _number,
    Shape.YEAR: _year,
    Shape.CHOICE: _choice,
    Shape.CHOICES: _choices,
    Shape.YES_NO: _yes_no,
    Shape.PERSON: _person,
    Shape.PEOPLE: _people,
    Shape.ORGANISATION: _organisation,
    Shape.BANDS: _bands,
    Shape.FIELD: _field,
}
