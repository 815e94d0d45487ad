"""The chained ledger of what was done with the plans: every row seals the one before it.

A row whose field, place or neighbour was changed no longer fits. What cannot be seen: that somebody who has
the passphrase wrote the whole chain and its head anew, or put an older copy of the whole file back. Against
both stand what left the house: printed copies, exported ledgers with their seals, and backups elsewhere.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

FIRST_SEAL = "0" * 64
MOST_PATHS = 100


class EventKind(StrEnum):
    """What is written down. Rows hold identifiers, numbers and paths of fields, never a value."""

    CREATED = "created"
    IMPORTED = "imported"
    DUPLICATED = "duplicated"
    OPENED = "opened"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    ISSUED = "issued"
    DISASTER = "disaster"
    PRINTED = "printed"
    EXPORTED = "exported"
    COLLECTED = "collected"
    RESTORED = "restored"  # a field or section, from an older version
    ARCHIVED = "archived"
    UNARCHIVED = "unarchived"
    PASSPHRASE_CHANGED = "passphrase_changed"
    CODE_RENEWED = "code_renewed"
    BACKED_UP = "backed_up"  # by hand; what is done daily by itself is not told
    SPARE_WRITTEN = "spare_written"
    BACKUP_RESTORED = "backup_restored"
    WORKED = "worked"  # seconds by section
    LEDGER_EXPORTED = "ledger_exported"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. number: 1, 2, 3 … through all plans. plan_id: None for what concerns the whole store.

    at: ISO 8601 in UTC, as it was sealed. who: "" where nobody gave a name. previous: the seal before.
    """

    number: int
    at: str
    who: str
    kind: str
    plan_id: str | None
    detail: str
    previous: str
    seal: str

    @property
    def time(self) -> datetime:
        return datetime.fromisoformat(self.at)


@dataclass(frozen=True, slots=True)
class Head:
    """How many rows there are and the seal of the last one, kept apart from them."""

    count: int = 0
    seal: str = FIRST_SEAL


class FaultKind(StrEnum):
    """How the ledger does not fit."""

    EDITED = "edited"
    GAP = "gap"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place where the ledger does not fit. number: of the row that is missing or wrong."""

    kind: FaultKind
    number: int


def told(paths: frozenset[str]) -> str:
    """Changed paths in one line; of more than a hundred only their sections with how many there were."""
    if len(paths) <= MOST_PATHS:
        return " ".join(sorted(paths))
    sections = [path.partition(".")[0] for path in paths]
    return " ".join(f"{name}({sections.count(name)})" for name in sorted(set(sections)))


def sealed(head: Head, *, at: str, who: str, kind: str, plan_id: str | None, detail: str) -> Entry:
    """The row that follows the last one."""
    number = head.count + 1
    seal = seal_of(number, at, who, kind, plan_id, detail, head.seal)
    return Entry(number, at, who, kind, plan_id, detail, head.seal, seal)


def seal_of(*fields: int | str | None) -> str:
    """The SHA-256 of number, time, name, kind, plan, detail and the seal before, as one JSON list in UTF-8.

    So anyone can check an exported ledger.
    """
    return sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def first_fault(entries: Iterable[Entry], head: Head, before: Head | None = None) -> Fault | None:
    """Where the rows, in the order of their numbers, first do not fit each other or the head kept apart.

    before: what the first of them follows; None: they are all there are.
    """
    last = before or Head()
    for entry in entries:
        if entry.number != last.count + 1:
            return Fault(FaultKind.GAP, last.count + 1)
        fields = (entry.at, entry.who, entry.kind, entry.plan_id, entry.detail, entry.previous)
        if entry.seal != seal_of(entry.number, *fields):
            return Fault(FaultKind.EDITED, entry.number)
        if entry.previous != last.seal:
            return Fault(FaultKind.GAP, entry.number)
        last = Head(entry.number, entry.seal)
    if last.count < head.count:
        return Fault(FaultKind.CUT, last.count + 1)
    return None if last == head else Fault(FaultKind.EDITED, last.count)
