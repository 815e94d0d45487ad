"""Backups as the window needs them on the day one is restored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from evacplan.domain.errors import UserError
from evacplan.store import restore
from evacplan.store.backup_folder import BackupFile, BackupKind, latest_first, list_backups
from evacplan.store.records import PlanEntry
from evacplan.store.restore import PlanDifference, Preview
from evacplan.store.secret import Secret

if TYPE_CHECKING:
    from evacplan.ui.ports import PlanLine


@dataclass(frozen=True)
class KnownBackup:
    """One backup by its name."""

    path: Path
    made_at: datetime
    is_before_restore: bool


class LookedAt:
    """An opened backup. store: whose place it may take. folder: where the store of before is kept.

    replaced: told when it has taken that place.
    """

    def __init__(self, preview: Preview, store: Path, folder: Path, replaced: Callable[[], object]) -> None:
        self._preview = preview
        self._store = store
        self._folder = folder
        self._replaced = replaced

    @property
    def name(self) -> str:
        return self._preview.file.name

    def differences(self, in_store: Sequence[PlanLine]) -> tuple[PlanDifference, ...]:
        return restore.compare(self._preview.entries, [_entry(line) for line in in_store])

    def restore(self) -> None:
        restore.replace(self._store, self._preview, self._folder, datetime.now(UTC))
        self._replaced()

    def close(self) -> None:
        self._preview.close()


def known(folders: Sequence[Path]) -> tuple[KnownBackup, ...]:
    """The backups in these folders, the latest first."""
    found: list[BackupFile] = [backup for folder in folders for backup in list_backups(folder)]
    return tuple(
        KnownBackup(backup.path, backup.made_at, backup.kind is BackupKind.BEFORE_RESTORE)
        for backup in latest_first(found)
    )


def look(
    backup: Path | None, secret: Secret, store: Path, folders: Sequence[Path], replaced: Callable[[], object]
) -> LookedAt:
    """A backup, or the latest good one of these folders; raises UserError. replaced: as of `LookedAt`."""
    of_store = store if store.exists() else None
    if backup is not None:
        return LookedAt(restore.look(backup, secret, of_store), store, folders[0], replaced)
    found = restore.newest_good(folders, secret, of_store)
    if found is None:
        raise UserError(
            "読めるバックアップが見つかりませんでした。",
            why="バックアップがないか、どれもこわれています。",
            do="バックアップを置いたUSBメモリがあれば、つないで、もう一度お試しください。",
        )
    return LookedAt(found[0], store, folders[0], replaced)


def _entry(line: PlanLine) -> PlanEntry:
    return PlanEntry(
        line.plan_id, line.name, line.kana, line.number, line.updated_at, line.archived, line.revision
    )
