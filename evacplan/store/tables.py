"""The tables as they are today; `migrations` holds the steps that led here.

Times are ISO 8601 text in UTC with microseconds, so that text order is time order. Documents are
whole plans as `evacplan.domain.document` writes them. Labels in `plan` are derived from the draft
each time it is saved, so that the list of plans reads no document.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _of_plan(*, key: bool = False) -> Column[str]:
    return Column("plan_id", Text, ForeignKey("plan.id"), nullable=False, primary_key=key)


PLAN = Table(
    "plan",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _text("created_at"),
    _text("updated_at"),
    Column("archived", Integer, CheckConstraint("archived IN (0, 1)"), nullable=False),
    _text("name"),
    _text("kana"),
    _text("number"),
    _text("search_key"),
    sqlite_strict=True,
)

DRAFT = Table(
    "draft",
    METADATA,
    _of_plan(key=True),
    Column("document", LargeBinary, nullable=False),
    _text("saved_at"),
    sqlite_strict=True,
)

REVISION = Table(
    "revision",
    METADATA,
    _of_plan(key=True),
    Column("number", Integer, CheckConstraint("number > 0"), primary_key=True, nullable=False),
    Column("document", LargeBinary, nullable=False),
    _text("confirmed_at"),
    _text("confirmed_by"),
    _text("note"),
    sqlite_strict=True,
)

ISSUE = Table(
    "issue",
    METADATA,
    Column("id", Integer, primary_key=True, nullable=False),
    _text("plan_id"),
    Column("revision", Integer, nullable=False),
    _text("edition"),
    _text("issued_at"),
    Column("sha256", Text, CheckConstraint("length(sha256) = 64"), nullable=False),
    _text("recipient"),
    ForeignKeyConstraint(["plan_id", "revision"], ["revision.plan_id", "revision.number"]),
    Index("issue_of_plan", "plan_id"),
    sqlite_strict=True,
)

EVENT = Table(
    "event",
    METADATA,
    Column("id", Integer, primary_key=True, nullable=False),
    _text("at"),
    _text("kind"),
    _of_plan(),
    _text("detail"),
    Index("event_of_plan", "plan_id"),
    sqlite_strict=True,
)

COUNTER = Table(
    "counter",
    METADATA,
    Column("name", Text, primary_key=True, nullable=False),
    Column("value", Integer, nullable=False),
    sqlite_strict=True,
)
