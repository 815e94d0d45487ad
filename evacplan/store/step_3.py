"""Step 3: the drafts as they were when the store was opened, and those that a broken sitting left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Opening a store does without it.
    from sqlalchemy import Connection


def step_3(db: Connection) -> None:
    """Take the step; see `sitting` for what the rows mean."""
    db.exec_driver_sql(
        """CREATE TABLE opened_draft (
            plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (id),
            document BLOB NOT NULL
        ) STRICT"""
    )
    db.exec_driver_sql(
        """CREATE TABLE recovered (
            plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (id),
            document BLOB NOT NULL,
            until TEXT NOT NULL,
            went_back INTEGER NOT NULL CHECK (went_back IN (0, 1))
        ) STRICT"""
    )
