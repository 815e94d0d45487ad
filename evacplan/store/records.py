"""What the store tells about plans, without the plans themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class PlanEntry:
    """One line of the list of plans; labels are empty where the draft has none yet."""

    plan_id: str
    name: str
    kana: str
    number: str
    updated_at: datetime
    archived: bool
    revision: int | None  # the latest confirmed one


@dataclass(frozen=True)
class Revision:
    """One confirmed state of a plan; it never changes."""

    plan_id: str
    number: int
    confirmed_at: datetime
    confirmed_by: str
    note: str


@dataclass(frozen=True)
class Issue:
    """One edition handed out: of which revision, to whom, and the SHA-256 of its bytes in hex."""

    plan_id: str
    revision: int
    edition: str
    issued_at: datetime
    sha256: str
    recipient: str


@dataclass(frozen=True)
class Event:
    """Something that was done with a plan: created, duplicated, archived, restored, confirmed, issued."""

    plan_id: str
    at: datetime
    kind: str
    detail: str  # identifiers and numbers only
