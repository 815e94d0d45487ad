"""Numbered steps from an empty file to today's tables.

A step is plain SQL that is never edited after release and knows nothing of today's tables. Its
position is the `user_version` of a store that has taken it; both are written in one transaction, so
a store is always at one step or the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from evacplan.domain.errors import UserError
from evacplan.store.step_2 import step_2
from evacplan.store.step_3 import step_3
from evacplan.store.step_4 import step_4

if TYPE_CHECKING:
    # Opening a store does without it.
    from sqlalchemy import Connection, Engine

    Step = Callable[[Connection], None]


def _1_first_tables(db: Connection) -> None:
    db.exec_driver_sql(
        """CREATE TABLE plan (
            id TEXT NOT NULL PRIMARY KEY,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
            name TEXT NOT NULL,
            kana TEXT NOT NULL,
            number TEXT NOT NULL,
            search_key TEXT NOT NULL
        ) STRICT"""
    )
    db.exec_driver_sql(
        """CREATE TABLE draft (
            plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (id),
            document BLOB NOT NULL,
            saved_at TEXT NOT NULL
        ) STRICT"""
    )
    db.exec_driver_sql(
        """CREATE TABLE revision (
            plan_id TEXT NOT NULL REFERENCES plan (id),
            number INTEGER NOT NULL CHECK (number > 0),
            document BLOB NOT NULL,
            confirmed_at TEXT NOT NULL,
            confirmed_by TEXT NOT NULL,
            note TEXT NOT NULL,
            PRIMARY KEY (plan_id, number)
        ) STRICT"""
    )
    db.exec_driver_sql(
        """CREATE TABLE issue (
            id INTEGER NOT NULL PRIMARY KEY,
            plan_id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            edition TEXT NOT NULL,
            issued_at TEXT NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            recipient TEXT NOT NULL,
            FOREIGN KEY (plan_id, revision) REFERENCES revision (plan_id, number)
        ) STRICT"""
    )
    db.exec_driver_sql("CREATE INDEX issue_of_plan ON issue (plan_id)")
    db.exec_driver_sql(
        """CREATE TABLE event (
            id INTEGER NOT NULL PRIMARY KEY,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            plan_id TEXT NOT NULL REFERENCES plan (id),
            detail TEXT NOT NULL
        ) STRICT"""
    )
    db.exec_driver_sql("CREATE INDEX event_of_plan ON event (plan_id)")
    db.exec_driver_sql("CREATE TABLE counter (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT")
    for table in ("revision", "issue", "event"):
        for change in ("UPDATE", "DELETE"):
            db.exec_driver_sql(
                f"""CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}
                BEGIN SELECT RAISE(ABORT, '{table} rows never change'); END"""
            )


STEPS: tuple[Step, ...] = (_1_first_tables, step_2, step_3, step_4)


def version(engine: Engine) -> int:
    """How many steps the store has taken; 0 for an empty file."""
    with engine.connect() as db:
        found = db.exec_driver_sql("PRAGMA user_version").scalar_one()
    return int(found)


def refuse_newer(found: int, steps: Sequence[Step]) -> None:
    """Raise UserError when a later version of the app made the store."""
    if found > len(steps):
        raise UserError(
            "この保存ファイルは、新しい版のアプリで作られています。",
            why="この版のアプリで開くと、新しい項目を失うおそれがあります。",
            do="新しい版のアプリを入れてから開いてください。ファイルは変更していません。",
        )


def upgrade(engine: Engine, steps: Sequence[Step]) -> None:
    """Take the steps that are missing, each in one transaction with its number."""
    for number in range(version(engine) + 1, len(steps) + 1):
        with engine.connect() as db:
            db.exec_driver_sql("BEGIN IMMEDIATE")
            steps[number - 1](db)
            db.exec_driver_sql(f"PRAGMA user_version = {number}")
            db.commit()
