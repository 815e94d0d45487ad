"""What every part of a plan is: an immutable record whose fields may all be empty."""

import secrets
from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from evacplan.domain.values import RowKey


class Record(BaseModel):
    """A part of the plan. Frozen; unknown names are refused; errors never repeat what was typed.

    ended_by_none: of a condition (a boolean property), the field whose answer なし makes it false as 0 does.
    """

    ended_by_none: ClassVar[Mapping[str, str]] = {}

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Row(Record):
    """One of several alike (a device, a contact). The key stays when rows are moved or changed."""

    key: RowKey


def new_key() -> str:
    """A row key nobody else has: eight random hexadecimal digits after an r."""
    return "r" + secrets.token_hex(4)
