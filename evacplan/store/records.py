"""What the store tells about plans, without the plans themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from evacplan.domain.occasion import Occasion


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
    occasion: Occasion | None = None
