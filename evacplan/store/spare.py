"""A copy of the open store with words in it that the store itself does not take, put where there is room."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select

from evacplan.domain.ledger import EventKind
from evacplan.domain.plan import Plan
from evacplan.domain.touched import touched
from evacplan.store import documents, keyfile, ledger, saving
from evacplan.store.backup import NOT_WRITTEN, discard, not_written, verify
from evacplan.store.backup_folder import BackupKind, backup_path, list_backups, short
from evacplan.store.backup_round import COUNTER_NAME
from evacplan.store.database import Database, change_file
from evacplan.store.errors import told_as
from evacplan.store.place import new_file, put_in_place
from evacplan.store.stamps import stamp
from evacplan.store.tables import COUNTER, DRAFT


def write_spare(
    database: Database, folder: Path, plan_id: str, plan: Plan, now: datetime, *, known: Sequence[Path] = ()
) -> Path:
    """A verified backup in a folder, with this draft in place of the one in the store.

    It is the latest backup of its store: `known` are the folders where others are. The store is only read,
    and not through SQLite, which would wait for whoever keeps the store locked: of this process nothing is
    under way, no other process may write, and what a failed change left is taken back in the copy. The copy's
    own ledger tells that it was written.
    Raises UserError when it cannot be written or read back; nothing is left then.
    """
    key = database.key
    part = folder / f".evacplan-{short(key.store_id)}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.part"
    numbers = [backup.number for each in (folder, *known) for backup in list_backups(each, key.store_id)]

    def change(db: Connection) -> None:
        _put(db, plan_id, plan, stamp(now))
        counted = select(COUNTER.c.value).where(COUNTER.c.name == COUNTER_NAME)
        numbers.append(db.execute(counted).scalar_one_or_none() or 0)
        ledger.record(db, EventKind.SPARE_WRITTEN, plan_id, stamp(now), target().name)

    def target() -> Path:
        return backup_path(folder, key.store_id, max(numbers) + 1, now, BackupKind.ROUND)

    try:
        with told_as(NOT_WRITTEN):
            _copy(database, part)
            change_file(part, key, change)
        verify(part, key)
        put_in_place(part, target())
    except (OSError, ValueError) as error:
        raise not_written() from error
    finally:
        discard(part)
        discard(_journal(part))
    return target()


def _copy(database: Database, part: Path) -> None:
    new_file(part)
    shutil.copyfile(database.path, part)
    journal = _journal(database.path)
    if journal.exists() and journal.stat().st_size:
        shutil.copyfile(journal, _journal(part))
    keyfile.append(part, database.header)


def _put(db: Connection, plan_id: str, plan: Plan, at: str) -> None:
    before = db.execute(select(DRAFT.c.document).where(DRAFT.c.plan_id == plan_id)).scalar_one()
    paths = touched(documents.read(before), plan)
    saving.save(db, plan_id, plan, at, document=documents.write(plan), paths=paths)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
