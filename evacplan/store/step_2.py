"""Step 2: numbered copies with their basis and bytes, occasions of versions, and a ledger in a chain.

The rows there were are taken along: copies get numbers in the order in which they were handed out, the events
become the first rows of the chain. Whatever had no basis, occasion or name then has none now.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Opening a store does without it.
    from sqlalchemy import Connection

_NEVER_CHANGE = ("collected", "paper", "issue", "event")


def step_2(db: Connection) -> None:
    """Take the step; see the module."""
    _occasions(db)
    _copies(db)
    _ledger(db)
    _settings(db)
    for table in _NEVER_CHANGE:
        for change in ("UPDATE", "DELETE"):
            db.exec_driver_sql(
                f"""CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}
                BEGIN SELECT RAISE(ABORT, '{table} rows never change'); END"""
            )


def _occasions(db: Connection) -> None:
    kinds = "CHECK (occasion IN ('meeting', 'phone', 'visit', 'other'))"
    db.exec_driver_sql(f"ALTER TABLE revision ADD COLUMN occasion TEXT {kinds}")
    db.exec_driver_sql("ALTER TABLE revision ADD COLUMN occasion_day TEXT")
    db.exec_driver_sql("ALTER TABLE revision ADD COLUMN occasion_persons TEXT")


def _copies(db: Connection) -> None:
    db.exec_driver_sql("ALTER TABLE issue RENAME TO issue_1")
    db.exec_driver_sql("DROP INDEX issue_of_plan")
    db.exec_driver_sql(
        """CREATE TABLE issue (
            id INTEGER NOT NULL PRIMARY KEY,
            plan_id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            edition TEXT NOT NULL,
            issued_at TEXT NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            recipient TEXT NOT NULL,
            copy INTEGER NOT NULL CHECK (copy > 0),
            basis TEXT CHECK (basis IN ('own', 'consent', 'ordinance', 'disaster')),
            reason TEXT NOT NULL CHECK (basis IS NOT 'disaster' OR trim(reason) <> ''),
            FOREIGN KEY (plan_id, revision) REFERENCES revision (plan_id, number)
        ) STRICT"""
    )
    db.exec_driver_sql("CREATE UNIQUE INDEX copy_of_plan ON issue (plan_id, copy)")
    db.exec_driver_sql(
        """INSERT INTO issue
        SELECT id, plan_id, revision, edition, issued_at, sha256, recipient,
            row_number() OVER (PARTITION BY plan_id ORDER BY id), NULL, ''
        FROM issue_1"""
    )
    db.exec_driver_sql("DROP TABLE issue_1")
    db.exec_driver_sql(
        """CREATE TABLE collected (
            id INTEGER NOT NULL PRIMARY KEY,
            issue_id INTEGER NOT NULL REFERENCES issue (id),
            at TEXT NOT NULL,
            how TEXT NOT NULL CHECK (how IN ('returned', 'destroyed', 'unknown'))
        ) STRICT"""
    )
    db.exec_driver_sql("CREATE INDEX collected_of_issue ON collected (issue_id)")
    db.exec_driver_sql(
        """CREATE TABLE paper (
            sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
            pdf BLOB NOT NULL
        ) STRICT"""
    )


def _ledger(db: Connection) -> None:
    found = db.exec_driver_sql("SELECT at, kind, plan_id, detail FROM event ORDER BY id").all()
    db.exec_driver_sql("DROP TABLE event")
    db.exec_driver_sql(
        """CREATE TABLE event (
            number INTEGER NOT NULL PRIMARY KEY,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            kind TEXT NOT NULL,
            plan_id TEXT REFERENCES plan (id),
            detail TEXT NOT NULL,
            previous TEXT NOT NULL CHECK (length(previous) = 64),
            seal TEXT NOT NULL CHECK (length(seal) = 64)
        ) STRICT"""
    )
    db.exec_driver_sql("CREATE INDEX event_of_plan ON event (plan_id)")
    db.exec_driver_sql(
        """CREATE TABLE ledger_head (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            count INTEGER NOT NULL,
            seal TEXT NOT NULL CHECK (length(seal) = 64)
        ) STRICT"""
    )
    seal = "0" * 64
    for number, (at, kind, plan_id, detail) in enumerate(found, start=1):
        # A plan put back on the list was "restored"; that word now means an answer of an older version.
        row = [number, at, "", "unarchived" if kind == "restored" else kind, plan_id, detail, seal]
        seal = sha256(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
        db.exec_driver_sql("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, seal))
    db.exec_driver_sql("INSERT INTO ledger_head VALUES (1, ?, ?)", (len(found), seal))


def _settings(db: Connection) -> None:
    db.exec_driver_sql(
        """CREATE TABLE pending_change (
            plan_id TEXT NOT NULL REFERENCES plan (id),
            path TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (plan_id, path)
        ) STRICT"""
    )
    db.exec_driver_sql("CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT")
