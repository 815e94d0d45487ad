"""One connection to an encrypted file, with the settings that make it safe."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Protocol, cast

from sqlcipher3 import dbapi2

from evacplan.store.key import Key

PAGE_BYTES = 4096
# "EVAC" in the encrypted header says that a file is one of our stores.
APPLICATION_ID = 0x45564143
BUSY_TIMEOUT_S = 2.0

Value = str | int | float | bytes | None
Journal = Literal["TRUNCATE", "MEMORY"]


class RawCursor(Protocol):
    """The part of the driver's cursor that is used here."""

    def fetchone(self) -> tuple[Value, ...] | None: ...
    def fetchall(self) -> list[tuple[Value, ...]]: ...


class RawConnection(Protocol):
    """The part of the driver's connection that is used here."""

    def execute(self, sql: str, parameters: Sequence[Value] = ...) -> RawCursor: ...
    def set_key(self, key: bytes | bytearray) -> None: ...
    def backup(self, target: RawConnection) -> None: ...
    def close(self) -> None: ...


def connect(path: Path, key: Key, *, journal: Journal = "TRUNCATE", read_only: bool = False) -> RawConnection:
    """A keyed connection to an existing file; a wrong key fails here, at the first read.

    Raises the driver's errors; see `evacplan.store.errors`. The file must exist: SQLite would
    silently make an empty store out of a mistyped path.

    journal: TRUNCATE for a store. After each commit everything is in the one file, which people
    copy by hand, keep on an office's network drive and open from a write-protected stick: with
    write-ahead logging the newest text would be in a second file, and the others would not work. A
    killed process or a power cut rolls back to the last commit at the next opening. The price is
    four waits for the disk a save instead of one (20 ms instead of 4 where a wait takes 4). No file
    is deleted on commit, which virus scanners on Windows disturb. MEMORY for a new file that is
    thrown away unless it is finished. Journals hold encrypted pages only.
    """
    mode = "ro" if read_only else "rw"
    connection = open_plain(f"{path.absolute().as_uri()}?mode={mode}")
    try:
        _configure(connection, key, journal)
    except BaseException:
        connection.close()
        raise
    return connection


def open_plain(uri: str, timeout_s: float = BUSY_TIMEOUT_S) -> RawConnection:
    """A connection without a key, in which every transaction is begun by hand.

    The driver's own transactions would not cover CREATE TABLE. A store is opened by one thread and used by
    another, never by two at once.
    """
    opened = dbapi2.connect(uri, uri=True, isolation_level=None, timeout=timeout_s, check_same_thread=False)
    return cast("RawConnection", opened)


def _configure(connection: RawConnection, key: Key, journal: Journal) -> None:
    # SQLCipher reports each failed page on stderr; errors reach the user as sentences instead.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # Keys and decrypted pages are wiped when freed; 0.06 ms a save.
    connection.execute("PRAGMA cipher_memory_security = ON")
    key.unlock(connection)
    connection.execute("PRAGMA cipher_compatibility = 4")
    # Temporary tables and sorters would reach the disk unencrypted.
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute("PRAGMA synchronous = FULL")
    # Only this reaches the platters on macOS; ignored elsewhere.
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    # INSERT OR REPLACE must meet the triggers that keep revisions as they are.
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA trusted_schema = OFF")


def number(connection: RawConnection, pragma: str) -> int:
    """The value of a pragma that is a number, such as user_version."""
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    if row is None or not isinstance(row[0], int):
        raise ValueError(f"PRAGMA {pragma} has no number")
    return row[0]


def unreadable_pages(connection: RawConnection) -> list[str]:
    """The pages whose seal does not fit, in SQLCipher's words; empty when all do.

    Reads the whole file, about 500 MB a second.
    """
    return _first_column(connection, "cipher_integrity_check")


def broken_structure(connection: RawConnection) -> list[str]:
    """What is wrong with tables, indexes and references, in SQLite's words; empty when nothing is."""
    faults = [line for line in _first_column(connection, "integrity_check") if line != "ok"]
    tables = _first_column(connection, "foreign_key_check")
    return faults + [f"dangling reference in {table}" for table in tables]


def _first_column(connection: RawConnection, pragma: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}").fetchall()]
