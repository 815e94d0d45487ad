"""The tables as they are today; `migrations` holds the steps that led here.

Times are ISO 8601 text in UTC with microseconds, so that text order is time order. Documents are
whole plans as `evacplan.domain.document` writes them. Labels in `plan` and the rows of `homework` are
derived from the draft each time it is saved, so that no list over all plans reads a document.
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
    Column("review_due_on", Text),
    sqlite_strict=True,
)

HOMEWORK = Table(
    "homework",
    METADATA,
    _of_plan(key=True),
    Column("path", Text, primary_key=True, nullable=False),
    _text("whom"),
    Column("until", Text),
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

OPENED_DRAFT = Table(
    "opened_draft",
    METADATA,
    _of_plan(key=True),
    Column("document", LargeBinary, nullable=False),
    sqlite_strict=True,
)

RECOVERED = Table(
    "recovered",
    METADATA,
    _of_plan(key=True),
    Column("document", LargeBinary, nullable=False),
    _text("until"),
    Column("went_back", Integer, CheckConstraint("went_back IN (0, 1)"), nullable=False),
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
    Column("occasion", Text, CheckConstraint("occasion IN ('meeting', 'phone', 'visit', 'other')")),
    Column("occasion_day", Text),
    Column("occasion_persons", Text),
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
    Column("copy", Integer, CheckConstraint("copy > 0"), nullable=False),
    Column("basis", Text, CheckConstraint("basis IN ('own', 'consent', 'ordinance', 'disaster')")),
    Column("reason", Text, CheckConstraint("basis IS NOT 'disaster' OR trim(reason) <> ''"), nullable=False),
    ForeignKeyConstraint(["plan_id", "revision"], ["revision.plan_id", "revision.number"]),
    Index("copy_of_plan", "plan_id", "copy", unique=True),
    sqlite_strict=True,
)

COLLECTED = Table(
    "collected",
    METADATA,
    Column("id", Integer, primary_key=True, nullable=False),
    Column("issue_id", Integer, ForeignKey("issue.id"), nullable=False),
    _text("at"),
    Column("how", Text, CheckConstraint("how IN ('returned', 'destroyed', 'unknown')"), nullable=False),
    Index("collected_of_issue", "issue_id"),
    sqlite_strict=True,
)

PAPER = Table(
    "paper",
    METADATA,
    Column("sha256", Text, CheckConstraint("length(sha256) = 64"), primary_key=True, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    sqlite_strict=True,
)

EVENT = Table(
    "event",
    METADATA,
    Column("number", Integer, primary_key=True, nullable=False),
    _text("at"),
    _text("who"),
    _text("kind"),
    Column("plan_id", Text, ForeignKey("plan.id")),
    _text("detail"),
    Column("previous", Text, CheckConstraint("length(previous) = 64"), nullable=False),
    Column("seal", Text, CheckConstraint("length(seal) = 64"), nullable=False),
    Index("event_of_plan", "plan_id"),
    sqlite_strict=True,
)

LEDGER_HEAD = Table(
    "ledger_head",
    METADATA,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, nullable=False),
    Column("count", Integer, nullable=False),
    Column("seal", Text, CheckConstraint("length(seal) = 64"), nullable=False),
    sqlite_strict=True,
)

PENDING_CHANGE = Table(
    "pending_change",
    METADATA,
    _of_plan(key=True),
    Column("path", Text, primary_key=True, nullable=False),
    _text("at"),
    sqlite_strict=True,
)

SETTING = Table(
    "setting",
    METADATA,
    Column("name", Text, primary_key=True, nullable=False),
    _text("value"),
    sqlite_strict=True,
)

COUNTER = Table(
    "counter",
    METADATA,
    Column("name", Text, primary_key=True, nullable=False),
    Column("value", Integer, nullable=False),
    sqlite_strict=True,
)
