"""The place of the encrypted store: make it, open it, read it while another copy has it, find its backups."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from evacplan import open_plans
from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.open_plans import OpenPlans, told_under_the_field
from evacplan.ui.ports import BackupLine, OpenedBackup, Plans

if TYPE_CHECKING:
    # Each of these takes a tenth of a second; the window for the passphrase is there before.
    from evacplan.backup_keeper import BackupKeeper
    from evacplan.store.database import Database
    from evacplan.store.lock import Holder
    from evacplan.store.secret import Secret


@dataclass(frozen=True, slots=True)
class Held:
    """Who has the store open for changes; None and "" where that is not known. is_here: on this machine."""

    since: datetime | None = None
    machine: str = ""
    user: str = ""
    is_here: bool = True


def who_has(store: Path) -> Held:
    """Who has a store open, as far as that process left word of itself."""
    from evacplan.store.lock import read_holder  # noqa: PLC0415  (SQLCipher)

    return _held(read_holder(store))


class StoreVault:
    """The encrypted store at a path. keeper: of its backups; None: there are none, as of the samples.

    seat: takes the right to be the one copy of the app that changes the store, where a copy has it not yet;
    whether it has it then.
    """

    def __init__(
        self, path: Path, keeper: BackupKeeper | None = None, seat: Callable[[], bool] = lambda: True
    ) -> None:
        self._path = path
        self._keeper = keeper
        self._seat = seat
        self._is_replaced = False

    @property
    def second_folder(self) -> Path | None:
        return self._keeper.second if self._keeper is not None else None

    def choose_second_folder(self, folder: Path | None) -> str:
        return self._keeper.choose(folder) if self._keeper is not None else ""

    @property
    def exists(self) -> bool:
        return self._path.exists()

    def create(self, passphrase: str) -> tuple[Plans, str]:
        """A new store and its recovery code; raises UserError."""
        from evacplan.store import database  # noqa: PLC0415  (SQLAlchemy and SQLCipher)

        if not self._seat():
            raise _begun_elsewhere()
        made, code = database.create(self._path, passphrase)
        plans = self._opened(made)
        plans.code_shown()
        return plans, code

    def open(self, passphrase: str) -> Plans:
        """The store, to read while others have it; raises WrongPassphraseError, else UserError."""
        from evacplan.store.lock import InUseError  # noqa: PLC0415  (SQLCipher)
        from evacplan.store.secret import Secret  # noqa: PLC0415  (the same)

        with told_under_the_field():
            try:
                if self._seat():
                    return self._opened(_open_while_loading(self._path, Secret.of_passphrase(passphrase)))
                held = who_has(self._path)
            except InUseError as error:
                held = _held(error.holder)
            from evacplan.store import database  # noqa: PLC0415  (SQLAlchemy)

            return OpenPlans(database.open_to_read(self._path, Secret.of_passphrase(passphrase))).read(held)

    def held(self) -> Held | None:
        """Who has the store open at this moment; None: it can be opened for changes."""
        from evacplan.store.lock import InUseError, StoreLock  # noqa: PLC0415  (SQLCipher)

        if not self._seat():
            return who_has(self._path)
        try:
            StoreLock.take(self._path).release()
        except InUseError as error:
            return _held(error.holder)
        return None

    def recover(self, code: str, passphrase: str) -> Plans:
        """The store by its recovery code, with a new passphrase; raises as `open`."""
        from evacplan.store import database  # noqa: PLC0415  (SQLAlchemy and SQLCipher)

        with told_under_the_field():
            found = database.open_with_code(self._path, code)
        try:
            found.replace_passphrase(code, passphrase)
        except BaseException:
            found.close()
            raise
        plans = self._opened(found)
        plans.note(EventKind.PASSPHRASE_CHANGED, None)
        # Whoever typed it has it on paper.
        plans.code_put_away()
        return plans

    def backups(self) -> Sequence[BackupLine]:
        from evacplan import restoring  # noqa: PLC0415  (SQLAlchemy and SQLCipher)

        return restoring.known(self._keeper.folders) if self._keeper is not None else ()

    def look(self, backup: Path | None, typed: str, *, is_code: bool = False) -> OpenedBackup:
        """A backup, or the latest good one; raises WrongPassphraseError or UserError."""
        from evacplan import restoring  # noqa: PLC0415  (SQLAlchemy and SQLCipher)
        from evacplan.store.secret import Secret  # noqa: PLC0415  (the same)

        folders = self._keeper.folders if self._keeper is not None else (self._path.parent,)
        with told_under_the_field():
            secret = Secret.of_code(typed) if is_code else Secret.of_passphrase(typed)
            return restoring.look(backup, secret, self._path, folders, self._replaced)

    def _replaced(self) -> None:
        self._is_replaced = True

    def _opened(self, database: Database) -> OpenPlans:
        plans, anew = OpenPlans(database, self._keeper), self._is_replaced
        try:
            plans.begin(anew=anew)
        except BaseException:
            database.close()
            raise
        self._is_replaced = False
        return plans


def _open_while_loading(path: Path, secret: Secret) -> Database:
    """The store, opened by a thread of its own.

    To stretch the passphrase and check every page takes a third of a second, to load SQLAlchemy half of it.
    """
    from evacplan.store import opening  # noqa: PLC0415  (SQLCipher)

    with ThreadPoolExecutor(1, "opening") as pool:
        opened = pool.submit(opening.open_with, path, secret)
        open_plans.load()
        from evacplan.store import database  # noqa: PLC0415  (SQLAlchemy)

        return database.of_opened(opened.result())


def _held(holder: Holder | None) -> Held:
    if holder is None:
        return Held()
    is_here = holder.machine in ("", platform.node())
    return Held(holder.since, holder.machine, holder.user, is_here)


def _begun_elsewhere() -> UserError:
    return UserError(
        "ここでは、まだ始められません。",
        why="もう1つの evacplan の画面が、同じ場所で開いています。",
        do="開いている方の画面で始めるか、そちらを閉じてから、もう一度お試しください。",
    )
