"""Back up in turn, to the app's own folder and to a second one; what goes wrong is told, not raised."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from evacplan.domain.errors import UserError
from evacplan.store.backup import backup, not_written
from evacplan.store.backup_folder import (
    BackupFile,
    BackupKind,
    backup_path,
    list_backups,
    short,
    superfluous,
)
from evacplan.store.database import Database
from evacplan.store.tables import COUNTER

log = logging.getLogger(__name__)

COUNTER_NAME = "backup"
_STALE_S = 3600


@dataclass(frozen=True)
class FolderRound:
    """How one folder fared.

    is_there: whether the folder could be found (a stick is plugged in). made: the verified backup,
    None when none was due or something went wrong. latest: the latest backup there is in it now.
    problem: what went wrong, in words for the user.
    """

    folder: Path
    is_there: bool
    made: BackupFile | None = None
    latest: BackupFile | None = None
    problem: UserError | None = None


def back_up(
    database: Database, folders: Sequence[Path], now: datetime, *, at_once: bool = False
) -> tuple[FolderRound, ...]:
    """A verified backup in each folder that has none of today, and the superfluous ones removed.

    now: with the user's zone, in which days begin. at_once: even where there is one of today. Never
    raises UserError, so that nothing of this can keep anyone from working.
    """
    due = [folder for folder in folders if folder.is_dir() and (at_once or _is_due(database, folder, now))]
    try:
        number = next_number(database, folders) if due else 0
    except UserError as error:
        return tuple(_told(database, folder, error if folder in due else None) for folder in folders)
    return tuple(
        _one(database, folder, number, now) if folder in due else _told(database, folder, None)
        for folder in folders
    )


def _one(database: Database, folder: Path, number: int, now: datetime) -> FolderRound:
    target = backup_path(folder, database.key.store_id, number, now, BackupKind.ROUND)
    try:
        _remove_leftovers(folder, database.key.store_id)
        backup(database, target)
    except UserError as error:
        log.warning("backup %d not made", number)
        return _told(database, folder, error)
    except OSError:
        log.warning("backup %d not made, folder", number)
        return _told(database, folder, not_written())
    found = list_backups(folder, database.key.store_id)
    _remove(superfluous(found, now))
    made = next(each for each in found if each.path == target)
    log.info("backup %d made", number)
    return FolderRound(folder, is_there=True, made=made, latest=made)


def _told(database: Database, folder: Path, problem: UserError | None) -> FolderRound:
    latest = next(iter(_rounds(database, folder)), None)
    return FolderRound(folder, is_there=folder.is_dir(), latest=latest, problem=problem)


def _is_due(database: Database, folder: Path, now: datetime) -> bool:
    latest = next(iter(_rounds(database, folder)), None)
    # Another day, not a later one: a clock set back must not end the backups.
    return latest is None or latest.made_at.astimezone(now.tzinfo).date() != now.date()


def _rounds(database: Database, folder: Path) -> list[BackupFile]:
    found = list_backups(folder, database.key.store_id)
    return [each for each in found if each.kind is BackupKind.ROUND]


def next_number(database: Database, folders: Sequence[Path]) -> int:
    """The number of the next backup, above all before it; raises UserError when it cannot be kept.

    It is kept in the store, because the folder with the last backups may be a stick that is away.
    """
    found = (each for folder in folders for each in list_backups(folder, database.key.store_id))
    highest = max((each.number for each in found), default=0)
    with database.writing() as db:
        last = (
            db.execute(select(COUNTER.c.value).where(COUNTER.c.name == COUNTER_NAME)).scalar_one_or_none()
            or 0
        )
        number = max(last, highest) + 1
        put = insert(COUNTER).values(name=COUNTER_NAME, value=number)
        db.execute(put.on_conflict_do_update(index_elements=["name"], set_={"value": number}))
    return number


def _remove(backups: Sequence[BackupFile]) -> None:
    for each in backups:
        # A scanner may hold it; the next round comes.
        with contextlib.suppress(OSError):
            each.path.unlink()
            # One kept before a restore may have brought the journal of a killed process along.
            each.path.with_name(f"{each.path.name}-journal").unlink(missing_ok=True)


def _remove_leftovers(folder: Path, store_id: bytes) -> None:
    """Remove what a killed run left unfinished."""
    for part in folder.glob(f".evacplan-{short(store_id)}-*.part"):
        with contextlib.suppress(OSError):
            if part.stat().st_mtime < time.time() - _STALE_S:
                part.unlink()
