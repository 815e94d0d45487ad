"""Small plans and times for the tests of the store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from evacplan.domain.copies import Basis, NewCopy
from evacplan.domain.plan import Plan
from evacplan.domain.plan.child import ChildSection
from evacplan.domain.plan.meeting import MeetingSection
from evacplan.store import database
from evacplan.store.database import Database
from evacplan.store.stretching import Argon2idCost

# Of the fastest kind; a header says its own cost, so stores made with it open everywhere.
QUICK = Argon2idCost(3, 1, 1)
PASSPHRASE = "りんご box 'quoted' 42"
NOW = datetime(2026, 11, 20, 9, 30, 0, 123456, tzinfo=UTC)


def a_plan(name: str | None = None, kana: str | None = None, number: str | None = None) -> Plan:
    """A plan with these labels and nothing else."""
    return Plan(child=ChildSection(name=name, name_kana=kana), meeting=MeetingSection(plan_number=number))


def a_copy(
    edition: str = "family", recipient: str = "母", pdf: bytes = b"%PDF", *, basis: Basis = Basis.OWN
) -> NewCopy:
    """A copy for the family."""
    return NewCopy(edition, recipient, pdf, basis, "津波警報" if basis is Basis.DISASTER else "")


def later(minutes: int) -> datetime:
    """So many minutes after NOW."""
    return NOW + timedelta(minutes=minutes)


def new_store(path: Path, passphrase: str = PASSPHRASE) -> Database:
    """A new store whose recovery code is not asked about."""
    made, _code = database.create(path, passphrase)
    return made
