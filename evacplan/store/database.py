"""An encrypted store, created or opened with a passphrase or its recovery code."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from evacplan.domain.errors import UserError
from evacplan.store import backup, checks, keyfile, migrations, opening, recovery_code
from evacplan.store.checks import NOT_OPENED
from evacplan.store.connection import (
    APPLICATION_ID,
    BUSY_TIMEOUT_S,
    RawConnection,
    broken_structure,
    connect,
    number,
    open_plain,
)
from evacplan.store.errors import OPENED_TO_READ, not_written_because, told_as
from evacplan.store.key import Key
from evacplan.store.keyslots import Header
from evacplan.store.lock import StoreLock
from evacplan.store.opening import Opened, unlock
from evacplan.store.place import new_file, part_of, put_in_place
from evacplan.store.secret import Secret

_NOT_CREATED = "保存ファイルを作れませんでした。"
_NOT_SAVED = "保存できませんでした。"
_NOT_CHANGED = "パスフレーズや復旧コードを変えられませんでした。"


class Database:
    """An open store: one connection, one process. Use `create` and `open` of this module.

    header: the wrapped keys. A store opened to read has no lock and refuses every change.
    """

    def __init__(
        self, path: Path, raw: RawConnection, key: Key, header: Header, lock: StoreLock | None
    ) -> None:
        self.path = path
        self.raw = raw
        self.key = key
        self.header = header
        self._lock = lock
        self._is_open = True
        self.engine = _engine(raw)

    @property
    def is_read_only(self) -> bool:
        """Whether it was opened to read, perhaps while another process changes it."""
        return self._lock is None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries; database trouble becomes a UserError."""
        with told_as("保存した内容を読めませんでした。"), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, patience_s: float = BUSY_TIMEOUT_S) -> Iterator[Connection]:
        """One transaction: all of it is on disk when the block ends, or nothing of it.

        patience_s: how long to wait for another program that has the store locked.
        """
        if self.is_read_only:
            raise OPENED_TO_READ.error(_NOT_SAVED)
        with (
            told_as(_NOT_SAVED, self.path),
            self.engine.connect() as connection,
            self._patient(patience_s),
        ):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    @contextmanager
    def _patient(self, seconds: float) -> Iterator[None]:
        self.raw.execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")
        try:
            yield
        finally:
            self.raw.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_S * 1000:.0f}")

    def problems(self) -> tuple[str, ...]:
        """What is damaged, for the log: page and table names, no content. Empty for a sound store.

        Reads everything; about 0.1 s for a thousand plans.
        """
        with told_as("保存ファイルを調べられませんでした。"):
            return (*checks.faulty_pages(self.raw, self.path), *broken_structure(self.raw))

    def prove(self, passphrase: str) -> None:
        """Raise WrongKeyError when it does not open the store; asks the keys in memory, not the disk."""
        self._unwrap(Secret.of_passphrase(passphrase), NOT_OPENED)

    def change_passphrase(self, old: str, new: str) -> None:
        """Let the new passphrase open the store in place of the old one; the recovery code stays valid.

        The old one is asked for, because the desk may be unlocked and its owner away. Raises
        WrongKeyError when it is not the one, UserError when the change cannot be written.
        """
        self._prove(Secret.of_passphrase(old))
        self._keep(self.header.with_passphrase(self.key, Secret.of_passphrase(new).data))

    def replace_passphrase(self, code: str, new: str) -> None:
        """As `change_passphrase`, for who forgot the old one and has the recovery code."""
        self._prove(Secret.of_code(code))
        self._keep(self.header.with_passphrase(self.key, Secret.of_passphrase(new).data))

    def renew_code(self, passphrase: str) -> str:
        """A new recovery code, to be printed at once; the one before opens this store no more.

        Backups made earlier still open with the code they were made with. Raises as `change_passphrase`.
        """
        self._prove(Secret.of_passphrase(passphrase))
        secret = recovery_code.new_secret()
        self._keep(self.header.with_code(self.key, secret))
        return recovery_code.shown(secret)

    def close(self) -> None:
        """End the connection, wipe the key and let others open the store. Twice does no harm."""
        if not self._is_open:
            return
        self._is_open = False
        self.engine.dispose()
        self.raw.close()
        self.key.wipe()
        if self._lock is not None:
            # The header is beside the store in any case; only a lone copy by hand would miss it.
            with contextlib.suppress(OSError, ValueError):
                keyfile.append(self.path, self.header)
            self._lock.release()

    def _prove(self, secret: Secret) -> None:
        if self.is_read_only:
            raise OPENED_TO_READ.error(_NOT_CHANGED)
        self._unwrap(secret, _NOT_CHANGED)

    def _unwrap(self, secret: Secret, what: str) -> None:
        key = self.header.unlock(secret.data, secret.purpose)
        if key is None:
            raise secret.wrong_for(self.header, what)
        key.wipe()

    def _keep(self, header: Header) -> None:
        try:
            keyfile.settle(self.path, header)
        except OSError as error:
            raise not_written_because(error).error(_NOT_CHANGED) from error
        self.header = header


def create(path: Path, passphrase: str) -> tuple[Database, str]:
    """A new, empty store, readable by its owner only, and its recovery code.

    The code is shown here and never again. Raises UserError when the file exists. The store is built
    beside its place and moved there when complete, so that no half-made one is left.
    """
    secret = Secret.of_passphrase(passphrase)
    code = recovery_code.new_secret()
    with ExitStack() as undo:
        key = Key.fresh()
        undo.callback(key.wipe)
        lock = StoreLock.take(path)
        undo.callback(lock.release)
        if path.exists():
            raise UserError(
                _NOT_CREATED,
                why="同じ名前のファイルが、すでにあります。",
                do="すでにあるファイルを開くか、別の場所を選んでください。",
            )
        header = Header.make(key, secret.data, code)
        try:
            with told_as(_NOT_CREATED):
                _build(path, key, header)
        except OSError as error:
            raise not_written_because(error).error(_NOT_CREATED) from error
        undo.pop_all()
    return of_opened(opening.enter(path, key, header, lock)), recovery_code.shown(code)


def open(path: Path, passphrase: str, spares: Iterable[Path] = ()) -> Database:  # noqa: A001  (reads as database.open)
    """The store at path, checked page by page and brought to today's tables.

    spares: backups whose wrapped keys may serve when the store lost its own. An older store is copied
    to `<name>.before-<version>` first. Raises WrongKeyError; DamagedError (KeysDamagedError when no
    passphrase can be tried); InUseError; UserError for a file that is no store, one of a newer app,
    and a file or folder that cannot be written. The file is then unchanged.
    """
    return open_with(path, Secret.of_passphrase(passphrase), spares)


def open_with_code(path: Path, code: str, spares: Iterable[Path] = ()) -> Database:
    """As `open`, with the recovery code; raises CodeTypoError too. A new passphrase should follow."""
    return open_with(path, Secret.of_code(code), spares)


def open_with(path: Path, secret: Secret, spares: Iterable[Path] = ()) -> Database:
    """As `open`, with either secret."""
    return of_opened(opening.open_with(path, secret, spares))


def of_opened(opened: Opened) -> Database:
    """The store that was opened, brought to today's tables; takes it over. Raises UserError."""
    database = Database(opened.path, opened.raw, opened.key, opened.header, opened.lock)
    try:
        with told_as(NOT_OPENED):
            _bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database


def open_to_read(path: Path, secret: Secret, spares: Iterable[Path] = ()) -> Database:
    """The store, or a backup, as it is, while others may have it open; nothing on disk changes.

    What an older app made is brought to today's tables in memory. Raises as `open`, but for InUseError.
    """
    checks.refuse_foreign(path)
    return open_to_read_with(path, *unlock(path, secret, spares))


def open_to_read_with(path: Path, header: Header, key: Key) -> Database:
    """As `open_to_read`, with a key that was unwrapped elsewhere; takes it over."""
    with ExitStack() as undo:
        undo.callback(key.wipe)
        with told_as(NOT_OPENED):
            raw = connect(path, key, journal="MEMORY", read_only=True)
            undo.callback(raw.close)
            checks.refuse_unusable(raw, path, key.store_id)
            if number(raw, "user_version") < len(migrations.STEPS):
                raw = _upgraded_in_memory(raw, key)
        undo.pop_all()
    return Database(path, raw, key, header, None)


def change_file(path: Path, key: Key, change: Callable[[Connection], None]) -> None:
    """Change a store that nobody else can see yet, brought to today's tables, and keep the keys it carries.

    Raises the driver's errors and OSError.
    """
    carried = keyfile.own(path)
    keyfile.cut(path)
    raw = connect(path, key, journal="MEMORY")
    try:
        engine = _engine(raw)
        migrations.upgrade(engine, migrations.STEPS)
        with engine.connect() as db:
            db.exec_driver_sql("BEGIN IMMEDIATE")
            change(db)
            db.commit()
    finally:
        raw.close()
    if carried is not None:
        keyfile.append(path, carried)


def _build(path: Path, key: Key, header: Header) -> None:
    part = part_of(path)
    try:
        new_file(part)
        raw = connect(part, key, journal="MEMORY")
        try:
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrations.upgrade(_engine(raw), migrations.STEPS)
        finally:
            raw.close()
        keyfile.append(part, header)
        put_in_place(part, path)
    finally:
        backup.discard(part)


def _bring_up_to_date(database: Database) -> None:
    found = migrations.version(database.engine)
    if found < len(migrations.STEPS):
        safe = database.path.with_name(f"{database.path.name}.before-{found}")
        backup.backup(database, safe)
        migrations.upgrade(database.engine, migrations.STEPS)


def _upgraded_in_memory(raw: RawConnection, key: Key) -> RawConnection:
    upgraded = open_plain(":memory:")
    try:
        # A store in memory is not encrypted, but SQLCipher copies between keyed connections only.
        key.unlock(upgraded)
        raw.backup(upgraded)
        migrations.upgrade(_engine(upgraded), migrations.STEPS)
    except BaseException:
        upgraded.close()
        raise
    raw.close()
    return upgraded


def _engine(raw: RawConnection) -> Engine:
    return create_engine(
        "sqlite://", creator=lambda: raw, module=dbapi2, poolclass=StaticPool, hide_parameters=True
    )
