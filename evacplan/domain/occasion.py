"""The meeting, call or visit at which a version was agreed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OccasionKind(StrEnum):
    """How those who agreed came together."""

    MEETING = "meeting"
    PHONE = "phone"
    VISIT = "visit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and with whom a version was agreed. persons: as typed."""

    kind: OccasionKind
    day: date | None = None
    persons: str = ""
