"""A backup in place of the store: first what it holds and what differs, then the exchange.

The exchange is a rename of one verified file, so a power cut leaves the store of before or the
backup, never a mixture. What was there is kept beside the backups, damaged or not.
"""

from __future__ import annotations

import contextlib
import filecmp
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sqlcipher3 import dbapi2

from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.store import database as stores
from evacplan.store import keyfile, ledger
from evacplan.store.backup import discard, not_written, verify
from evacplan.store.backup_folder import BackupFile, BackupKind, backup_path, latest_first, list_backups
from evacplan.store.connection import connect
from evacplan.store.database import Database
from evacplan.store.errors import WrongKeyError, told_as
from evacplan.store.key import Key
from evacplan.store.keyslots import Header
from evacplan.store.lock import StoreLock
from evacplan.store.place import new_file, part_of, put_in_place, sync_folder
from evacplan.store.plans import PlanStore
from evacplan.store.records import PlanEntry
from evacplan.store.secret import Secret
from evacplan.store.stamps import stamp

_NOT_RESTORED = "バックアップから元に戻せませんでした。"


class Difference(StrEnum):
    """How a plan in the backup stands to the same plan in the store."""

    SAME = "same"
    BACKUP_OLDER = "backup_older"
    BACKUP_NEWER = "backup_newer"
    ONLY_IN_BACKUP = "only_in_backup"
    ONLY_IN_STORE = "only_in_store"


@dataclass(frozen=True)
class PlanDifference:
    """One plan, as it is in the backup and in the store; None where it is not."""

    plan_id: str
    difference: Difference
    in_backup: PlanEntry | None
    in_store: PlanEntry | None


@dataclass(frozen=True)
class Preview:
    """An opened backup: `entries` says what it holds. To be closed by whoever asked for it."""

    file: Path
    database: Database

    @property
    def entries(self) -> tuple[PlanEntry, ...]:
        """All its plans, those off the list too, the latest change first."""
        return all_entries(self.database)

    def close(self) -> None:
        """Close the backup and wipe its key."""
        self.database.close()


def all_entries(database: Database) -> tuple[PlanEntry, ...]:
    """Every plan of a store, those off the list too, the latest change first."""
    store = PlanStore(database)
    return store.entries() + store.entries(archived=True)


def look(file: Path, secret: Secret, store: Path | None = None) -> Preview:
    """A backup, opened to read, every page of it checked.

    It opens with the passphrase or code of the day it was made, and with that of today's store if
    this is a backup of it. Raises UserError as `database.open_to_read`; nothing on disk changes.
    """
    try:
        return Preview(file, stores.open_to_read(file, secret))
    except WrongKeyError:
        unlocked = _unlocked_as_today(file, secret, store)
        if unlocked is None:
            raise
    return Preview(file, stores.open_to_read_with(file, *unlocked))


def newest_good(
    folders: Sequence[Path], secret: Secret, store: Path | None = None
) -> tuple[Preview, tuple[BackupFile, ...]] | None:
    """The latest backup in these folders that opens and is whole, and those tried before it in vain.

    Copies kept before a restore come last: somebody chose to replace that state. None when no backup is
    good. Raises WrongKeyError when backups are there but this secret opens none.
    """
    refused: list[BackupFile] = []
    wrong: WrongKeyError | None = None
    for backup in _in_order(_known(folders, store)):
        try:
            return look(backup.path, secret, store), tuple(refused)
        except WrongKeyError as error:
            wrong = wrong or error
        except UserError:
            pass
        refused.append(backup)
    if wrong is not None:
        raise wrong
    return None


def compare(in_backup: Iterable[PlanEntry], in_store: Iterable[PlanEntry]) -> tuple[PlanDifference, ...]:
    """Plan by plan, what a restore would change; first the plans of the store, in its order."""
    backup = {entry.plan_id: entry for entry in in_backup}
    store = {entry.plan_id: entry for entry in in_store}
    only_in_backup = (plan_id for plan_id in backup if plan_id not in store)
    pairs = ((plan_id, backup.get(plan_id), store.get(plan_id)) for plan_id in (*store, *only_in_backup))
    return tuple(
        PlanDifference(plan_id, _difference(older, today), older, today) for plan_id, older, today in pairs
    )


def replace(store: Path, preview: Preview, folder: Path, now: datetime) -> Path | None:
    """Put the backup in place of the closed store; where the store of before is kept, None if there was none.

    folder: of the app's own backups. The store's own passphrase goes on opening it, and so does that of
    the day of the backup. Raises UserError, and InUseError while the store is open; it is then as it was.
    """
    lock = StoreLock.take(store)
    try:
        before = _keep(store, preview.database.key, folder, now) if store.exists() else None
        _exchange(store, preview, now)
    except OSError as error:
        reason = not_written()
        raise UserError(_NOT_RESTORED, why=reason.why, do=reason.do) from error
    finally:
        lock.release()
    return before


def _difference(backup: PlanEntry | None, store: PlanEntry | None) -> Difference:
    if store is None:
        return Difference.ONLY_IN_BACKUP
    if backup is None:
        return Difference.ONLY_IN_STORE
    if backup == store:
        return Difference.SAME
    # Archiving changes no time of its own, so equal times say nothing; the store then counts as later.
    return Difference.BACKUP_NEWER if backup.updated_at > store.updated_at else Difference.BACKUP_OLDER


def _known(folders: Sequence[Path], store: Path | None) -> Iterator[BackupFile]:
    """The backups of this store; of any store where nothing says any more which one it was."""
    ids = set(_ids(store)) if store is not None else set()
    for folder in folders:
        for backup in list_backups(folder):
            if not ids or backup.store in ids:
                yield backup


def _in_order(backups: Iterable[BackupFile]) -> list[BackupFile]:
    return sorted(latest_first(backups), key=lambda backup: backup.kind is BackupKind.BEFORE_RESTORE)


def _ids(store: Path) -> Iterator[str]:
    with contextlib.suppress(OSError):
        for header in keyfile.find(store).headers:
            yield header.store_id.hex()[:8]


def _unlocked_as_today(file: Path, secret: Secret, store: Path | None) -> tuple[Header, Key] | None:
    if store is None:
        return None
    for header in keyfile.of_same_store(file, [store]):
        key = header.unlock(secret.data, secret.purpose)
        if key is not None:
            return header, key
    return None


def _keep(store: Path, key: Key, folder: Path, now: datetime) -> Path:
    """A copy of the closed store, damaged or not, compared byte by byte, with its keys."""
    found = keyfile.find(store).headers
    of_store = found[0].store_id if found else key.store_id
    if of_store == key.store_id:
        # An unfinished change of a killed process is taken back first, or the copy would lack it.
        with contextlib.suppress(dbapi2.Error):
            connect(store, key).close()
    number = max((backup.number for backup in list_backups(folder, of_store)), default=0) + 1
    target = backup_path(folder, of_store, number, now, BackupKind.BEFORE_RESTORE)
    part = part_of(target)
    try:
        new_file(part)
        shutil.copyfile(store, part)
        if not filecmp.cmp(store, part, shallow=False):
            raise OSError("the copy is not what was copied")
        if found and not keyfile.ends_in_header(part):
            keyfile.cut(part)
            _append(part, found[0])
        put_in_place(part, target)
        _keep_journal(store, target)
    finally:
        discard(part)
    return target


def _append(part: Path, header: Header) -> None:
    # A damaged store may have any length; its header then stays in the file beside the store alone.
    with contextlib.suppress(ValueError):
        keyfile.append(part, header)


def _keep_journal(store: Path, target: Path) -> None:
    journal = store.with_name(f"{store.name}-journal")
    if journal.exists() and journal.stat().st_size:
        shutil.copyfile(journal, target.with_name(f"{target.name}-journal"))


def _exchange(store: Path, preview: Preview, now: datetime) -> None:
    part = part_of(store)
    try:
        new_file(part)
        shutil.copyfile(preview.file, part)
        _note(part, preview.database, now)
        verify(part, preview.database.key)
        # Left in place, the journal of the store of before would be played into the restored one.
        store.with_name(f"{store.name}-journal").unlink(missing_ok=True)
        sync_folder(store.parent)
        put_in_place(part, store)
    finally:
        discard(part)


def _note(part: Path, backup: Database, now: datetime) -> None:
    """Write into the ledger of the copy that it was restored."""
    with told_as(_NOT_RESTORED):
        stores.change_file(
            part,
            backup.key,
            lambda db: ledger.record(db, EventKind.BACKUP_RESTORED, None, stamp(now)),
        )
