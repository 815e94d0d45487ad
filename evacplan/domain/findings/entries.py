"""Findings about single entries: unusual numbers, phones, dates and characters. Source: rules.md §8."""

import re
from collections.abc import Iterator
from datetime import date

from evacplan.domain.findings.facts import Facts
from evacplan.domain.findings.finding import Finding, Labelled, amber, red, rule
from evacplan.domain.month import Month, first_day
from evacplan.domain.phones import phone_warning
from evacplan.domain.values import Shape
from evacplan.domain.wareki import age_on

NUMBER_UNUSUAL = amber("number_unusual", "field", "value", "low", "high", "unit")
PHONE_UNUSUAL = amber("phone_unusual", "field", "warning")
PRIVATE_CHARACTER = amber("private_character", "field")
DATE_IN_FUTURE = amber("date_in_future", "field", "on")
BIRTH_IN_FUTURE = red("birth_in_future")
AGE_UNUSUAL = amber("age_unusual", "age")
KANA_MISSING = amber("kana_missing")

OLDEST_CHILD = 20
_MAY_LIE_AHEAD = {
    "next_on",
    "held_on",
    "review_due_on",
    "battery_due_on",
    "due_on",
    "expires_on",
    "retrieve_on",
}
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_NUMBERS = (Shape.NUMBER, Shape.WHOLE)


def number_unusual(facts: Facts) -> Iterator[Finding]:
    """Outside the range that is usual: never refused, since rare children have rare numbers."""
    for path, value, leaf in facts.answers:
        usual = leaf.kind.usual
        if leaf.kind.shape in _NUMBERS and usual is not None and not usual[0] <= value <= usual[1]:
            low, high = usual
            yield NUMBER_UNUSUAL.at(
                path, field=Labelled(path), value=value, low=low, high=high, unit=leaf.kind.unit
            )


def phone_unusual(facts: Facts) -> Iterator[Finding]:
    for path, value, leaf in facts.answers:
        warning = phone_warning(value) if leaf.kind.shape is Shape.PHONE else None
        if warning is not None:
            yield PHONE_UNUSUAL.at(path, field=Labelled(path), warning=warning)


def private_character(facts: Facts) -> Iterator[Finding]:
    """A character of a private use area (外字) looks different, or like nothing, on other machines."""
    for path, value, leaf in facts.answers:
        texts = value if isinstance(value, tuple) else (value,)
        if leaf.kind.shape is not Shape.IMAGE and any(_has_private(text) for text in texts):
            yield PRIVATE_CHARACTER.at(path, field=Labelled(path))


def _has_private(text: object) -> bool:
    return isinstance(text, str) and _PRIVATE_USE.search(text) is not None


def date_in_future(facts: Facts) -> Iterator[Finding]:
    for path, value, leaf in facts.answers:
        day = first_day(value) if isinstance(value, date | Month) else None
        ahead = day is not None and day > facts.today
        if ahead and leaf.name not in _MAY_LIE_AHEAD and path != "child.birth_on":
            yield DATE_IN_FUTURE.at(path, field=Labelled(path), on=value)


def birth(facts: Facts) -> Iterator[Finding]:
    born = facts.plan.child.birth_on
    if born is None:
        return
    if born > facts.today:
        yield BIRTH_IN_FUTURE.at("child.birth_on")
    elif age_on(born, facts.today) > OLDEST_CHILD:
        yield AGE_UNUSUAL.at("child.birth_on", age=age_on(born, facts.today))


def kana_missing(facts: Facts) -> Iterator[Finding]:
    if facts.plan.child.name and not facts.plan.child.name_kana:
        yield KANA_MISSING.at("child.name_kana")


RULES = (
    rule(birth, BIRTH_IN_FUTURE, AGE_UNUSUAL),
    rule(kana_missing, KANA_MISSING),
    rule(private_character, PRIVATE_CHARACTER),
    rule(number_unusual, NUMBER_UNUSUAL),
    rule(phone_unusual, PHONE_UNUSUAL),
    rule(date_in_future, DATE_IN_FUTURE),
)
