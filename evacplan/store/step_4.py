"""Step 4: what waits to be done, beside the drafts that say it, so that no list has to read them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Opening a store does without it.
    from sqlalchemy import Connection


def step_4(db: Connection) -> None:
    """Take the step; see `agenda` for what the rows mean."""
    db.exec_driver_sql(
        """CREATE TABLE homework (
            plan_id TEXT NOT NULL REFERENCES plan (id),
            path TEXT NOT NULL,
            whom TEXT NOT NULL,
            until TEXT,
            PRIMARY KEY (plan_id, path)
        ) STRICT"""
    )
    db.exec_driver_sql(
        """INSERT INTO homework
        SELECT draft.plan_id, mark.key,
            coalesce(mark.value ->> '$.ask_whom', ''), mark.value ->> '$.ask_until'
        FROM draft, json_each(CAST(draft.document AS TEXT), '$.marks') AS mark
        WHERE mark.value ->> '$.unknown'"""
    )
    db.exec_driver_sql("ALTER TABLE plan ADD COLUMN review_due_on TEXT")
    db.exec_driver_sql(
        """UPDATE plan SET review_due_on = (
            SELECT CAST(draft.document AS TEXT) ->> '$.review.review_due_on'
            FROM draft WHERE draft.plan_id = plan.id
        )"""
    )
