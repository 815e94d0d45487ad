"""What waits to be done, over all plans that are not put away: homework, and reviews that are due.

Kept beside the drafts and written with each of them, in the same transaction: reading a thousand drafts for
the first page takes half a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, delete, exists, insert, or_, select

from evacplan.store.database import Database
from evacplan.store.tables import HOMEWORK, PLAN

if TYPE_CHECKING:
    # Loads the whole model, which the list of plans does without.
    from evacplan.domain.plan import Plan

_OF_PLAN = HOMEWORK.c.plan_id == bindparam("of")
_KEPT = select(HOMEWORK.c.path, HOMEWORK.c.whom, HOMEWORK.c.until).where(_OF_PLAN)
_DROP = delete(HOMEWORK).where(_OF_PLAN)
_PUT = insert(HOMEWORK)
_ALL = (
    select(PLAN.c.id, PLAN.c.name, PLAN.c.number, HOMEWORK.c.path, HOMEWORK.c.whom, HOMEWORK.c.until)
    .join(PLAN, PLAN.c.id == HOMEWORK.c.plan_id)
    .where(PLAN.c.archived == 0)
    .order_by(HOMEWORK.c.until.is_(None), HOMEWORK.c.until, HOMEWORK.c.whom, PLAN.c.id, HOMEWORK.c.path)
)
_DUE = (PLAN.c.archived == 0) & (PLAN.c.review_due_on <= bindparam("day"))
_REVIEWS = (
    select(PLAN.c.id, PLAN.c.name, PLAN.c.number, PLAN.c.review_due_on)
    .where(_DUE)
    .order_by(PLAN.c.review_due_on, PLAN.c.id)
)
_LATE = (
    select(HOMEWORK.c.plan_id)
    .join(PLAN, PLAN.c.id == HOMEWORK.c.plan_id)
    .where(PLAN.c.archived == 0, HOMEWORK.c.until <= bindparam("day"))
)
_ANY = select(or_(exists(_LATE), exists(select(PLAN.c.id).where(_DUE))))


@dataclass(frozen=True)
class Homework:
    """An answer that is 未確認. path: its place in the plan; whom, until: as far as it was agreed."""

    plan_id: str
    name: str
    number: str
    path: str
    whom: str
    until: date | None


@dataclass(frozen=True)
class Review:
    """A plan whose day of review has come."""

    plan_id: str
    name: str
    number: str
    due_on: date


def homework(database: Database) -> tuple[Homework, ...]:
    """Every 未確認 of every plan, the earliest day first, those without a day last."""
    with database.reading() as db:
        rows = db.execute(_ALL).all()
    return tuple(Homework(*row[:5], date.fromisoformat(row.until) if row.until else None) for row in rows)


def reviews(database: Database, until: date) -> tuple[Review, ...]:
    """The plans to be reviewed up to a day, the longest overdue first."""
    with database.reading() as db:
        rows = db.execute(_REVIEWS, {"day": until.isoformat()}).all()
    return tuple(Review(*row[:3], date.fromisoformat(row.review_due_on)) for row in rows)


def has_due(database: Database, until: date) -> bool:
    """Whether any homework or review has a day up to this one."""
    with database.reading() as db:
        return bool(db.execute(_ANY, {"day": until.isoformat()}).scalar_one())


def keep(db: Connection, plan_id: str, plan: Plan) -> None:
    """Keep the homework of a draft, within the transaction that saves it."""
    wanted = {
        (path, mark.ask_whom or "", mark.ask_until.isoformat() if mark.ask_until is not None else None)
        for path, mark in plan.marks.items()
        if mark.unknown
    }
    if wanted == {tuple(row) for row in db.execute(_KEPT, {"of": plan_id})}:
        return
    db.execute(_DROP, {"of": plan_id})
    if wanted:
        names = ("plan_id", "path", "whom", "until")
        db.execute(_PUT, [dict(zip(names, (plan_id, *row), strict=True)) for row in sorted(wanted, key=str)])
