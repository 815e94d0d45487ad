"""Who has a store open: one process at a time, noticed by every other."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlcipher3 import dbapi2

from evacplan.domain.errors import UserError
from evacplan.store.connection import RawConnection, open_plain
from evacplan.store.errors import told_as
from evacplan.store.place import write_whole

_LARGEST = 4096
_LONGEST = 64


@dataclass(frozen=True)
class Holder:
    """The process that has a store open, since when, on which machine and under whose account.

    Whoever shares the folder sees as much from the owner of its files. "" where it is not known.
    """

    process: int
    since: datetime
    machine: str = ""
    user: str = ""


class InUseError(UserError):
    """Another process (or window) has the store open. holder: None when it left no word of itself."""

    def __init__(self, holder: Holder | None) -> None:
        self.holder = holder
        since = "" if holder is None else f"{holder.since.astimezone():%Y年%m月%d日 %H:%M}から、"
        super().__init__(
            "このデータは、すでに開かれています。",
            why=f"{since}別の画面で同じデータを開いています。同時に書きかえると、片方の入力が失われます。",
            do="開いている方の画面をお使いください。見るだけなら、読むだけの状態で開けます。",
        )


class StoreLock:
    """The right to change one store, held until release or the end of the process, however it dies.

    An empty file beside the store, `<name>-lock`, is opened as a database of its own in which one
    write transaction stays open: SQLite's file locks work alike on Windows, macOS and Linux, vanish
    with the process, and leave the store itself free to be read. Nothing is ever written to it.
    `<name>-holder` says who holds the lock; it is only ever read for its words, so one that a killed
    process left behind locks nobody out.
    """

    def __init__(self, connection: RawConnection, words: Path) -> None:
        self._connection = connection
        self._words = words

    @classmethod
    def take(cls, store: Path) -> Self:
        """The lock of this store; raises InUseError, and UserError where no lock can be made."""
        lock_file, words = store.with_name(f"{store.name}-lock"), store.with_name(f"{store.name}-holder")
        with told_as("保存ファイルを開けませんでした。"):
            connection = open_plain(f"{lock_file.absolute().as_uri()}?mode=rwc", timeout_s=0)
            try:
                connection.execute("PRAGMA journal_mode = OFF")
                connection.execute("BEGIN IMMEDIATE")
            except dbapi2.OperationalError as error:
                connection.close()
                if getattr(error, "sqlite_errorcode", None) == dbapi2.SQLITE_BUSY:
                    raise InUseError(read_words(words)) from error
                raise
        # Without these words the lock is as good.
        with contextlib.suppress(OSError):
            lock_file.chmod(0o600)
            write_whole(words, _words())
        return cls(connection, words)

    def release(self) -> None:
        """Let others open the store; the empty file stays, for removing it would race with them."""
        with contextlib.suppress(OSError):
            self._words.unlink(missing_ok=True)
        self._connection.close()


def read_holder(store: Path) -> Holder | None:
    """Who said last to have this store open; None when nobody did. Only the lock says whether it still is."""
    return read_words(store.with_name(f"{store.name}-holder"))


def read_words(words: Path) -> Holder | None:
    """What such a file says; None where it says nothing that can be understood."""
    try:
        with words.open("rb") as file:
            said = json.loads(file.read(_LARGEST))
        since = datetime.fromisoformat(said["since"]).astimezone(UTC)
        return Holder(int(said["process"]), since, _plain(said.get("machine")), _plain(said.get("user")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError, AttributeError):
        return None


def _words() -> bytes:
    said = {
        "process": os.getpid(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": platform.node(),
        "user": _account(),
    }
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")


def _account() -> str:
    # An account may have no name, as in a container.
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _plain(said: object) -> str:
    """A name from a file that anybody may have written: one line and not a long one."""
    return "".join(filter(str.isprintable, said))[:_LONGEST] if isinstance(said, str) else ""
