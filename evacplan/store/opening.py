"""The way into a store as far as its connection: the lock, the key, every page read.

Nothing here needs SQLAlchemy, so that the passphrase can be stretched while that is being loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from evacplan.store import checks, keyfile, torn
from evacplan.store.checks import NOT_OPENED
from evacplan.store.connection import RawConnection, connect, number
from evacplan.store.errors import READ_ONLY, not_written_because, told_as
from evacplan.store.key import Key
from evacplan.store.keyslots import Header
from evacplan.store.lock import StoreLock
from evacplan.store.secret import Secret


@dataclass(frozen=True, slots=True)
class Opened:
    """A store whose pages are sound, open for changes; its tables may be those of an older app."""

    path: Path
    raw: RawConnection
    key: Key
    header: Header
    lock: StoreLock


def open_with(path: Path, secret: Secret, spares: Iterable[Path] = ()) -> Opened:
    """The store at path; raises as `database.open`."""
    checks.refuse_foreign(path)
    with ExitStack() as undo:
        lock = StoreLock.take(path)
        undo.callback(lock.release)
        header, key = unlock(path, secret, spares)
        undo.pop_all()
    return enter(path, key, header, lock)


def enter(path: Path, key: Key, header: Header, lock: StoreLock) -> Opened:
    """The store, every page checked; takes over key and lock."""
    with ExitStack() as undo:
        undo.callback(lock.release)
        undo.callback(key.wipe)
        with told_as(NOT_OPENED):
            raw = connect(path, key)
            undo.callback(raw.close)
            has_torn = checks.refuse_unusable(raw, path, key.store_id)
        try:
            keyfile.settle(path, header)
        except OSError as error:
            raise not_written_because(error).error(NOT_OPENED) from error
        with told_as(NOT_OPENED):
            _refuse_unwritable(raw)
            if has_torn:
                torn.fill_unused(raw)
        undo.pop_all()
    return Opened(path, raw, key, header, lock)


def unlock(path: Path, secret: Secret, spares: Iterable[Path] = ()) -> tuple[Header, Key]:
    """The header that this secret opens, and the key in it; raises UserError."""
    try:
        found = keyfile.find(path)
        headers = found.headers or tuple(keyfile.of_same_store(path, spares))
        if not headers:
            raise checks.without_keys(path, traces=found.traces)
    except OSError as error:
        raise READ_ONLY.error(NOT_OPENED) from error
    for header in headers:
        key = header.unlock(secret.data, secret.purpose)
        if key is not None:
            return header, key
    raise secret.wrong_for(headers[0], NOT_OPENED)


def _refuse_unwritable(raw: RawConnection) -> None:
    # A change taken back tells a read-only file or folder here, not at the first save.
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(f"PRAGMA user_version = {number(raw, 'user_version')}")
    raw.execute("ROLLBACK")
