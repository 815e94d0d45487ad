"""Answers to a municipality's own fields, which a pack of forms brings and the model does not know.

Each says of what kind it is and what its field was called, so that it is checked, kept and read where the
pack is not. The key of a field names its pack, its kind and the field (hoshimi_day_registered_on), so that no
other pack ever reads an answer as something else.
"""

import re
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from evacplan.domain.plan.base import Record
from evacplan.domain.values import Day, Line, Text, YesNo

EXTRAS = "extras"
EXTRA_KEY = r"^[a-z][a-z0-9]{1,19}_(text|choice|day|yes_no)_[a-z][a-z0-9_]{0,39}$"
ExtraKey = Annotated[str, StringConstraints(pattern=EXTRA_KEY)]


class ExtraText(Record):
    """A text."""

    kind: Literal["text"]
    label: Line
    value: Text


class ExtraChoice(Record):
    """One of the words that the pack offers, kept as the word itself."""

    kind: Literal["choice"]
    label: Line
    value: Line


class ExtraDay(Record):
    """A day."""

    kind: Literal["day"]
    label: Line
    value: Day


class ExtraYesNo(Record):
    """Yes or no."""

    kind: Literal["yes_no"]
    label: Line
    value: YesNo


AnyExtra = ExtraText | ExtraChoice | ExtraDay | ExtraYesNo
Extra = Annotated[AnyExtra, Field(discriminator="kind")]


def kind_of(key: str) -> str | None:
    """The kind of answer that a key takes; None: it is no key of a field."""
    found = re.match(EXTRA_KEY, key)
    return found[1] if found else None


class Extras(Record):
    """The answers to a section's own fields of a pack, by their keys; without an answer there is none."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"propertyNames": {"pattern": EXTRA_KEY}})

    __pydantic_extra__: dict[ExtraKey, Extra] = Field(init=False)

    @model_validator(mode="after")
    def _kinds_fit(self) -> Self:
        if any(kind_of(key) != extra.kind for key, extra in self.by_key.items()):
            raise ValueError("項目の種類が、その番号と合いません。")
        return self

    @property
    def by_key(self) -> dict[str, AnyExtra]:
        """Every answer, in the order in which they were first given."""
        return dict(self.__pydantic_extra__ or {})


class Section(Record):
    """A section of the plan."""

    extras: Extras = Extras()
