"""Who has a store open: one process at a time, noticed by every other."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from sqlcipher3 import dbapi2

from evacplan.domain.errors import UserError
from evacplan.store.connection import RawConnection, open_plain
from evacplan.store.errors import told_as


class StoreLock:
    """The right to change one store, held until release or the end of the process.

    An empty file beside the store, `<name>-lock`, is opened as a database of its own in which one
    write transaction stays open: SQLite's file locks work alike on Windows, macOS and Linux, vanish
    with the process, and leave the store itself free to be read. Nothing is ever written to it.
    """

    def __init__(self, connection: RawConnection) -> None:
        self._connection = connection

    @classmethod
    def take(cls, store: Path) -> Self:
        """The lock of this store; raises UserError when another process (or window) holds it."""
        lock_file = store.with_name(f"{store.name}-lock")
        with told_as("保存ファイルを開けませんでした。"):
            connection = open_plain(f"{lock_file.absolute().as_uri()}?mode=rwc", timeout_s=0)
            try:
                connection.execute("PRAGMA journal_mode = OFF")
                connection.execute("BEGIN IMMEDIATE")
            except dbapi2.OperationalError as error:
                connection.close()
                if getattr(error, "sqlite_errorcode", None) == dbapi2.SQLITE_BUSY:
                    raise _taken() from error
                raise
        lock_file.chmod(0o600)
        return cls(connection)

    def release(self) -> None:
        """Let others open the store; the empty file stays, for removing it would race with them."""
        self._connection.close()


def _taken() -> UserError:
    return UserError(
        "このデータは、すでに開かれています。",
        why="別の画面で同じデータを開いています。同時に書きかえると、片方の入力が失われます。",
        do="開いている方の画面をお使いください。見当たらないときは、その画面を閉じてから開き直してください。",
    )
