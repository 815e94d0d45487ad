"""The backups in a folder, and which of them are no longer needed.

A backup is called evacplan-<store>-<number>-<UTC>.evacplan. The number grows by one with each backup
of a store and says which is the latest: the clock of a laptop may be wrong for a week or set back,
the number is not. Nothing in a name is personal, and files of other names are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from pathlib import Path

_NAME = re.compile(
    r"evacplan-(?P<store>[0-9a-f]{8})-(?P<number>[0-9]{6,12})-(?P<at>[0-9]{8}T[0-9]{6}Z)"
    r"(-(?P<kind>before-restore))?\.evacplan"
)
_TIME = "%Y%m%dT%H%M%SZ"
DAYS, WEEKS, MONTHS = 7, 4, 12
BEFORE_RESTORES = 3


class BackupKind(StrEnum):
    """Why a backup was made: in turn, or before a restore replaced the store."""

    ROUND = "round"
    BEFORE_RESTORE = "before-restore"


@dataclass(frozen=True)
class BackupFile:
    """One backup by its name; what is in it is not known before it is opened.

    store: the first four bytes of the store's id in hex. made_at: by the clock there was, in UTC.
    """

    path: Path
    store: str
    number: int
    made_at: datetime
    kind: BackupKind = BackupKind.ROUND


def backup_path(folder: Path, store_id: bytes, number: int, now: datetime, kind: BackupKind) -> Path:
    """Where a backup of this number is put."""
    suffix = "" if kind is BackupKind.ROUND else f"-{kind}"
    stamp = now.astimezone(UTC).strftime(_TIME)
    return folder / f"evacplan-{short(store_id)}-{number:06}-{stamp}{suffix}.evacplan"


def short(store_id: bytes) -> str:
    """How a store is called in the names of its backups."""
    return store_id.hex()[:8]


def list_backups(folder: Path, store_id: bytes | None = None) -> tuple[BackupFile, ...]:
    """The backups in a folder, of one store or of all, the latest first; none where it cannot be read."""
    try:
        found = [backup for path in folder.iterdir() if (backup := _parsed(path)) is not None]
    except OSError:
        return ()
    return latest_first(backup for backup in found if store_id is None or backup.store == short(store_id))


def latest_first(backups: Iterable[BackupFile]) -> tuple[BackupFile, ...]:
    """In the order in which one would restore them; the clock counts only between different stores."""
    return tuple(sorted(backups, key=lambda backup: (backup.number, backup.made_at), reverse=True))


def superfluous(backups: Iterable[BackupFile], now: datetime) -> tuple[BackupFile, ...]:
    """The backups of one store that may go: all but those of 7 days, 4 weeks and 12 months.

    Of each day, week or month the latest backup is kept, and those periods are counted that have
    one, from the latest backup backwards: neither a holiday nor a clock that jumped empties the
    folder. A backup made after `now` is kept too, since then the clock was set back. Three are kept
    of those made before a restore. now: with the zone in which days begin.
    """
    in_order = latest_first(backups)
    rounds = [backup for backup in in_order if backup.kind is BackupKind.ROUND]
    kept = {backup for backup in rounds if backup.made_at > now}
    kept.update(in_order[:1])
    for count, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        kept.update(_latest_of_each(rounds, count, period, now.tzinfo))
    others = [backup for backup in in_order if backup.kind is BackupKind.BEFORE_RESTORE]
    kept.update(others[:BEFORE_RESTORES])
    return tuple(backup for backup in in_order if backup not in kept)


def _latest_of_each(
    in_order: Iterable[BackupFile], count: int, period: Callable[[datetime], object], zone: tzinfo | None
) -> list[BackupFile]:
    found: dict[object, BackupFile] = {}
    for backup in in_order:
        found.setdefault(period(backup.made_at.astimezone(zone)), backup)
    return list(found.values())[:count]


def _day(at: datetime) -> object:
    return at.date()


def _week(at: datetime) -> object:
    return at.isocalendar()[:2]


def _month(at: datetime) -> object:
    return at.year, at.month


def _parsed(path: Path) -> BackupFile | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made_at = datetime.strptime(match["at"], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    kind = BackupKind(match["kind"]) if match["kind"] else BackupKind.ROUND
    return BackupFile(path, match["store"], int(match["number"]), made_at, kind)
