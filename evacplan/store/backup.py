"""Copies of a store that were opened and read before they count as one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from evacplan.domain.errors import UserError
from evacplan.store.connection import (
    APPLICATION_ID,
    RawConnection,
    broken_structure,
    connect,
    number,
    unreadable_pages,
)
from evacplan.store.errors import DAMAGED, told_as
from evacplan.store.key import Key
from evacplan.store.place import new_file, put_in_place

if TYPE_CHECKING:
    from evacplan.store.database import Database

_FAILED = "バックアップを保存できませんでした。"


def backup(database: Database, target: Path) -> None:
    """A verified copy of the open store under the same key, in place of any file at target.

    Raises UserError when it cannot be written or read back; the file at target is then untouched.
    """
    copy(database.raw, database.key, target)


def copy(source: RawConnection, key: Key, target: Path) -> None:
    """As `backup`, for a connection that is not yet a database.

    SQLite's backup interface sees a consistent state; copying the bytes of an open file does not.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with told_as(_FAILED):
            new_file(part)
            _fill(source, key, part)
        verify(part, key)
        if number(source, "user_version") != _version(part, key):
            raise ValueError("the copy is of another version than its source")
        put_in_place(part, target)
    except OSError as error:
        raise _not_written() from error
    finally:
        part.unlink(missing_ok=True)


def verify(path: Path, key: Key) -> None:
    """Open a store or backup read-only and read every page; raises UserError when anything is wrong."""
    with told_as("バックアップを確かめられませんでした。"):
        connection = connect(path, key, journal="MEMORY", read_only=True)
        try:
            sound = _is_sound(connection)
        finally:
            connection.close()
    if not sound:
        raise UserError("バックアップを確かめられませんでした。", why=DAMAGED.why, do=DAMAGED.do)


def _is_sound(connection: RawConnection) -> bool:
    # An empty file opens with any key and has no faults; ours always has its mark.
    is_ours = number(connection, "application_id") == APPLICATION_ID
    return is_ours and not unreadable_pages(connection) and not broken_structure(connection)


def _fill(source: RawConnection, key: Key, part: Path) -> None:
    target = connect(part, key, journal="MEMORY")
    try:
        source.backup(target)
    finally:
        target.close()


def _version(path: Path, key: Key) -> int:
    connection = connect(path, key, journal="MEMORY", read_only=True)
    try:
        return number(connection, "user_version")
    finally:
        connection.close()


def _not_written() -> UserError:
    return UserError(
        _FAILED,
        why="保存先に書き込めないか、空きが足りません。",
        do="保存先のフォルダと空きを確かめて、もう一度バックアップしてください。",
    )
