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


class Writer:
    """Writes plans as documents, each part of them read back and compared before it is handed out.

    A section that is the very object that was proven before keeps its bytes: records are immutable. Marks
    stand in a dict, which is not, and are proven each time.
    """

    def __init__(self) -> None:
        self._proven: dict[str, tuple[object, bytes | None]] = {}

    def write(self, plan: Plan) -> bytes:
        """The plan as a document of today's format, of which every part reads back as the plan.

        A plan built past its validation could be saved but never opened again. That is our own bug and
        raises ValueError, while the document saved before is still there.
        """
        from evacplan.domain import document  # noqa: PLC0415  (the whole model)

        names = tuple(type(plan).model_fields)
        fresh = [name for name in names if not self._is_proven(name, getattr(plan, name))]
        found = document.parts(plan, fresh)
        try:
            read_back = document.loads_parts(document.joined(found))
            document.refuse_contradictions(plan)
        except UserError as error:
            raise ValueError("the document of the plan would be refused") from error
        if any(getattr(read_back, name) != getattr(plan, name) for name in fresh):
            raise ValueError("the document of the plan does not read back as the plan")
        self._proven |= {name: (getattr(plan, name), found.get(name)) for name in fresh}
        parts = ((name, self._proven[name][1]) for name in names)
        return document.joined({name: part for name, part in parts if part is not None})

    def forget(self) -> None:
        """Drop what is kept of the plan written last."""
        self._proven.clear()

    def _is_proven(self, name: str, part: object) -> bool:
        return name != "marks" and name in self._proven and self._proven[name][0] is part


def write(plan: Plan) -> bytes:
    """The plan as a document, all of it read back: see `Writer`."""
    return Writer().write(plan)


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
