"""Stored documents as plans, older formats included.

A document says its format, "evacplan/<number>". One upgrader leads from each number to the next and
leaves the format's name alone; it is never edited after release.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from evacplan.domain.errors import UserError

if TYPE_CHECKING:
    # A quarter of a second, which the list of plans does without; loaded with the first document.
    from evacplan.domain.plan import Plan

Upgrader = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADERS: tuple[Upgrader, ...] = ()
_NAME = "evacplan/"


def write(plan: Plan) -> bytes:
    """The plan as a document of today's format, read back and compared before it is handed out.

    A plan built past its validation could be saved but never opened again. That is our own bug and
    raises ValueError, while the document saved before is still there.
    """
    from evacplan.domain import document  # noqa: PLC0415  (the whole model)

    written = document.packed(plan)
    try:
        same = document.loads(written) == plan
    except UserError as error:
        raise ValueError("the document of the plan would be refused") from error
    if not same:
        raise ValueError("the document of the plan does not read back as the plan")
    return written


def read(stored: bytes, upgraders: Sequence[Upgrader] = UPGRADERS) -> Plan:
    """The plan of a document of any format up to today's; raises UserError for a later one."""
    from evacplan.domain import document  # noqa: PLC0415  (the whole model)

    number = _format_number(stored)
    newest = len(upgraders) + 1
    if number is not None and number > newest:
        raise UserError(
            "この計画は、新しい版のアプリで書かれています。",
            why="この版のアプリには、読めない項目があります。",
            do="新しい版のアプリで開いてください。計画は変更していません。",
        )
    if number is None or number == newest:
        return document.loads(stored)
    return document.loads(_upgraded(stored, upgraders[number - 1 :], document.FORMAT))


def changed(before: Plan, after: Plan) -> frozenset[str]:
    """The paths that differ."""
    from evacplan.domain.touched import touched  # noqa: PLC0415  (the whole model)

    return touched(before, after)


def _format_number(stored: bytes) -> int | None:
    """The number in the document's format; None when it has none, which the reader explains."""
    try:
        content = json.loads(stored)
    except (ValueError, RecursionError):
        return None
    name = content.get("format") if isinstance(content, dict) else None
    if not isinstance(name, str) or not name.startswith(_NAME):
        return None
    digits = name.removeprefix(_NAME)
    return int(digits) if digits.isascii() and digits.isdigit() and digits != "0" else None


def _upgraded(stored: bytes, upgraders: Sequence[Upgrader], today: str) -> bytes:
    content: dict[str, Any] = json.loads(stored)
    for upgrade in upgraders:
        content = upgrade(content)
    return json.dumps({**content, "format": today}, ensure_ascii=False).encode()
