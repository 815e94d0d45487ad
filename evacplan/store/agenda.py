"""What waits to be done, over all plans that are not put away: homework, and reviews that are due.

Read by SQLite from the drafts as they stand, so that nothing is kept twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row

from evacplan.store.database import Database

_HOMEWORK = """
SELECT plan.id, plan.name, plan.number, mark.key,
       mark.value ->> '$.ask_whom', mark.value ->> '$.ask_until'
FROM plan JOIN draft ON draft.plan_id = plan.id,
     json_each(CAST(draft.document AS TEXT), '$.marks') AS mark
WHERE plan.archived = 0 AND instr(mark.value, '"unknown"') AND mark.value ->> '$.unknown'
"""
_REVIEWS = """
SELECT id, name, number, due FROM (
    SELECT plan.id, plan.name, plan.number, plan.archived,
           CAST(draft.document AS TEXT) ->> '$.review.review_due_on' AS due
    FROM plan JOIN draft ON draft.plan_id = plan.id
)
WHERE archived = 0 AND due <= ?
"""


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
        found = [_homework(row) for row in db.exec_driver_sql(_HOMEWORK)]
    return tuple(sorted(found, key=lambda each: (each.until or date.max, each.whom, each.plan_id)))


def reviews(database: Database, until: date) -> tuple[Review, ...]:
    """The plans to be reviewed up to a day, the longest overdue first."""
    with database.reading() as db:
        rows = db.exec_driver_sql(_REVIEWS, (until.isoformat(),)).all()
    found = [Review(row[0], row[1], row[2], date.fromisoformat(row[3])) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.due_on, each.plan_id)))


def _homework(row: Row[Any]) -> Homework:
    plan_id, name, number, path, whom, until = tuple(row)
    return Homework(plan_id, name, number, path, whom or "", date.fromisoformat(until) if until else None)
