"""An encrypted store, created or opened with a passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from evacplan.domain.errors import UserError
from evacplan.store import backup, migrations
from evacplan.store.connection import (
    APPLICATION_ID,
    PAGE_BYTES,
    RawConnection,
    broken_structure,
    connect,
    number,
    unreadable_pages,
)
from evacplan.store.errors import DAMAGED, READ_ONLY, told_as
from evacplan.store.key import Key
from evacplan.store.lock import StoreLock
from evacplan.store.place import new_file, put_in_place

_PLAIN_SQLITE = b"SQLite format 3\0"
_NOT_OPENED = "保存ファイルを開けませんでした。"
_NOT_CREATED = "保存ファイルを作れませんでした。"


class Database:
    """An open store: one connection, one process. Use `create` and `open` of this module."""

    def __init__(self, path: Path, raw: RawConnection, key: Key, lock: StoreLock) -> None:
        self.path = path
        self.raw = raw
        self.key = key
        self._lock = lock
        self.engine = _engine(raw)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries; database trouble becomes a UserError."""
        with told_as("保存した内容を読めませんでした。"), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is on disk when the block ends, or nothing of it."""
        with told_as("保存できませんでした。"), self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    def problems(self) -> tuple[str, ...]:
        """What is damaged, for the log: page and table names, no content. Empty for a sound store.

        Reads everything; about 0.1 s for a thousand plans.
        """
        with told_as("保存ファイルを調べられませんでした。"):
            return (*unreadable_pages(self.raw), *broken_structure(self.raw))

    def close(self) -> None:
        """End the connection, wipe the key and let others open the store. Twice does no harm."""
        self.engine.dispose()
        self.raw.close()
        self.key.wipe()
        self._lock.release()


def create(path: Path, passphrase: str) -> Database:
    """A new, empty store, readable by its owner only; raises UserError when the file exists.

    It is built beside its place and moved there when complete, so that no half-made store is left.
    """
    key = Key.from_passphrase(passphrase)
    lock = StoreLock.take(path)
    try:
        if path.exists():
            raise UserError(
                _NOT_CREATED,
                why="同じ名前のファイルが、すでにあります。",
                do="すでにあるファイルを開くか、別の場所を選んでください。",
            )
        with told_as(_NOT_CREATED):
            _build(path, key)
    except OSError as error:
        raise UserError(_NOT_CREATED, why=READ_ONLY.why, do=READ_ONLY.do) from error
    finally:
        key.wipe()
        lock.release()
    return open(path, passphrase)


def open(path: Path, passphrase: str) -> Database:  # noqa: A001  (reads as database.open)
    """The store at path, checked page by page and brought to today's tables.

    An older store is copied to `<name>.before-<version>` first. Raises UserError for a wrong
    passphrase, a file that is no store or is damaged, a store of a newer app, one that is open
    elsewhere, and a file or folder that cannot be written; the file is then unchanged.
    """
    _refuse_foreign(path)
    with ExitStack() as undo:
        key = Key.from_passphrase(passphrase)
        undo.callback(key.wipe)
        lock = StoreLock.take(path)
        undo.callback(lock.release)
        raw = _unlock(path, key)
        undo.callback(raw.close)
        with told_as(_NOT_OPENED):
            _refuse_unusable(raw)
            database = Database(path, raw, key, lock)
            _bring_up_to_date(database)
        undo.pop_all()
    return database


def _build(path: Path, key: Key) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        new_file(part)
        raw = connect(part, key, journal="MEMORY")
        try:
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrations.upgrade(_engine(raw), migrations.STEPS)
        finally:
            raw.close()
        put_in_place(part, path)
    finally:
        part.unlink(missing_ok=True)


def _unlock(path: Path, key: Key) -> RawConnection:
    with told_as(_NOT_OPENED):
        try:
            return connect(path, key)
        except dbapi2.DatabaseError as error:
            is_whole_pages = path.stat().st_size % PAGE_BYTES == 0
            if getattr(error, "sqlite_errorcode", None) == dbapi2.SQLITE_NOTADB and not is_whole_pages:
                raise _no_store() from error
            raise


def _refuse_foreign(path: Path) -> None:
    """Raise UserError for what can be told without a key: no file, an empty one, another program's."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_PLAIN_SQLITE))
    except FileNotFoundError as error:
        raise UserError(
            _NOT_OPENED,
            why="保存ファイルが見つかりません。",
            do="USBメモリなどに置いたときは、差し込まれているかを確かめてください。",
        ) from error
    except OSError as error:
        raise UserError(_NOT_OPENED, why=READ_ONLY.why, do=READ_ONLY.do) from error
    # SQLite would take an empty file for an empty store and accept any passphrase.
    if start == _PLAIN_SQLITE or not start:
        raise _no_store()


def _refuse_unusable(raw: RawConnection) -> None:
    if unreadable_pages(raw):
        raise UserError(_NOT_OPENED, why=DAMAGED.why, do=DAMAGED.do)
    if number(raw, "application_id") != APPLICATION_ID:
        raise _no_store()
    found = number(raw, "user_version")
    migrations.refuse_newer(found, migrations.STEPS)
    # A change taken back tells a read-only file or folder here, not at the first save.
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(f"PRAGMA user_version = {found}")
    raw.execute("ROLLBACK")


def _bring_up_to_date(database: Database) -> None:
    found = migrations.version(database.engine)
    if found < len(migrations.STEPS):
        safe = database.path.with_name(f"{database.path.name}.before-{found}")
        backup.backup(database, safe)
        migrations.upgrade(database.engine, migrations.STEPS)


def _engine(raw: RawConnection) -> Engine:
    return create_engine(
        "sqlite://", creator=lambda: raw, module=dbapi2, poolclass=StaticPool, hide_parameters=True
    )


def _no_store() -> UserError:
    return UserError(
        _NOT_OPENED,
        why="このファイルは evacplan の保存ファイルではないか、大きく壊れています。",
        do="正しいファイルを選んでください。壊れているときは、バックアップから元に戻してください。",
    )
