"""Copies of a store that were opened and read before they count as one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from evacplan.domain.errors import UserError
from evacplan.store import keyfile
from evacplan.store.checks import is_sound
from evacplan.store.connection import RawConnection, connect, number
from evacplan.store.errors import DAMAGED, told_as
from evacplan.store.key import Key
from evacplan.store.keyslots import Header
from evacplan.store.place import new_file, part_of, put_in_place

if TYPE_CHECKING:
    from evacplan.store.database import Database

NOT_WRITTEN = "バックアップを保存できませんでした。"
_NOT_VERIFIED = "バックアップを確かめられませんでした。"


def backup(database: Database, target: Path) -> None:
    """A verified copy of the open store with its wrapped keys, in place of any file at target.

    SQLite's backup interface sees a consistent state; copying the bytes of an open file does not.
    Raises UserError when it cannot be written or read back; the file at target is then untouched.
    """
    part = part_of(target)
    try:
        with told_as(NOT_WRITTEN):
            new_file(part)
            _fill(database.raw, database.key, part)
        keyfile.append(part, database.header)
        version = verify(part, database.key)
        if number(database.raw, "user_version") != version:
            raise ValueError("the copy is of another version than its source")
        put_in_place(part, target)
    except OSError as error:
        raise not_written() from error
    finally:
        discard(part)


def verify(path: Path, key: Key) -> int:
    """The version of a store or backup, opened read-only and every page and its wrapped keys read.

    Raises UserError when anything is wrong.
    """
    with told_as(_NOT_VERIFIED):
        connection = connect(path, key, journal="MEMORY", read_only=True)
        try:
            sound = is_sound(connection, path)
            version = number(connection, "user_version") if sound else 0
        finally:
            connection.close()
    if not sound or not _carries(path, key.store_id):
        raise DAMAGED.error(_NOT_VERIFIED)
    return version


def discard(part: Path) -> None:
    """Remove an unfinished file, or leave it to the next run where that is not possible."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return


def not_written() -> UserError:
    """The error for a folder that takes no backup."""
    return UserError(
        NOT_WRITTEN,
        why="保存先に書き込めないか、空きが足りません。",
        do="保存先のフォルダと空きを確かめて、もう一度バックアップしてください。",
    )


def _carries(path: Path, store_id: bytes) -> bool:
    headers: tuple[Header, ...] = keyfile.find(path).headers
    return any(header.store_id == store_id for header in headers)


def _fill(source: RawConnection, key: Key, part: Path) -> None:
    target = connect(part, key, journal="MEMORY")
    try:
        source.backup(target)
    except dbapi2.OperationalError as error:
        # The driver gives an error of a copy no code. Reading a damaged page raises none: `verify` finds it.
        raise not_written() from error
    finally:
        target.close()
