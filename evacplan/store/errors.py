"""SQLite's error codes as sentences a user can act on."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlcipher3 import dbapi2

from evacplan.domain.errors import UserError


class WrongKeyError(UserError):
    """The store is sound, but this passphrase or recovery code does not open it."""


class DamagedError(UserError):
    """The store cannot be trusted any more; a backup can take its place, see `evacplan.store.restore`."""


class KeysDamagedError(DamagedError):
    """No passphrase can be tried: what the data key is wrapped in is broken or gone."""


class Advice(NamedTuple):
    """Why it happened and what to do now, and the kind of error that says so."""

    why: str
    do: str
    kind: type[UserError] = UserError

    def error(self, what: str) -> UserError:
        """The error, beginning with what happened."""
        return self.kind(what, why=self.why, do=self.do)


DAMAGED = Advice(
    "保存ファイルの一部が壊れています。",
    "ファイルには触れず、バックアップから元に戻してください。書きかけの内容は、画面を閉じずに紙に控えてください。",
    DamagedError,
)
KEYS_DAMAGED = Advice(
    "パスフレーズを確かめるための鍵の情報が、壊れているか、見つかりません。パスフレーズの間違いではありません。",
    "名前の最後が「-keys」のファイルが元の場所に残っていれば、保存ファイルと同じフォルダに置いてください。"
    "なければ、バックアップから元に戻してください。",
    KeysDamagedError,
)
READ_ONLY = Advice(
    "保存先のファイルかフォルダに、書き込みが許されていません。",
    "書き込みのできるフォルダへ移すか、パソコンの管理者に書き込みの許可を頼んでください。",
)
OPENED_TO_READ = Advice(
    "読むだけの状態で開いています。",
    "この保存ファイルを使っているもう1つの画面を閉じ、書き込みのできる場所に置いてから、開き直してください。",
)
IN_USE = Advice(
    "別のアプリが、同じ保存ファイルを使っています。",
    "もう1つの画面やウイルス検査が終わるのを待って、もう一度お試しください。",
)
WRONG_PASSPHRASE = Advice(
    "パスフレーズが違います。",
    "大文字・小文字、かな入力になっていないかを確かめて、もう一度入力してください。"
    "忘れたときは、印刷した復旧コードで開けます。",
    WrongKeyError,
)

FULL = Advice(
    "ディスクの空きが足りません。",
    "画面を閉じずに、要らないファイルを消して空きを作ってから、もう一度お試しください。",
)
_FAILED = Advice(
    "ディスクの読み書きに失敗しました。ディスクの空きがないか、USBメモリが抜けているおそれがあります。",
    "画面を閉じずに、空きとUSBメモリを確かめてから、もう一度お試しください。",
)
_LEAST_BYTES = 1 << 16

_ADVICE = {
    dbapi2.SQLITE_PERM: READ_ONLY,
    dbapi2.SQLITE_READONLY: READ_ONLY,
    dbapi2.SQLITE_CANTOPEN: READ_ONLY,
    dbapi2.SQLITE_BUSY: IN_USE,
    dbapi2.SQLITE_LOCKED: IN_USE,
    dbapi2.SQLITE_CORRUPT: DAMAGED,
    # The key was proven before SQLCipher got it, so a first page that it does not open is damaged.
    dbapi2.SQLITE_NOTADB: DAMAGED,
    dbapi2.SQLITE_FULL: FULL,
    dbapi2.SQLITE_IOERR: _FAILED,
    dbapi2.SQLITE_NOMEM: Advice(
        "パソコンのメモリが足りません。",
        "ほかのアプリを閉じてから、もう一度お試しください。",
    ),
}


@contextmanager
def told_as(what: str, store: Path | None = None) -> Iterator[None]:
    """Within it, a database error that the user can cure becomes a UserError beginning with `what`.

    Any other error is our own bug and passes unchanged. store: the file that is written, to look for the
    reason where SQLite only says that it could not.
    """
    try:
        yield
    except Exception as error:
        # SQLAlchemy puts the driver's error into one of its own, whose classes take long to load.
        advice = _advice(getattr(error, "orig", error))
        if advice is None:
            raise
        if advice is _FAILED and store is not None:
            advice = _reason(store)
        raise advice.error(what) from error


def not_written_because(error: OSError) -> Advice:
    """Why a file of ours could not be written, and what to do now."""
    return FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else READ_ONLY


def _reason(store: Path) -> Advice:
    """Why a store could not be written, as far as the system tells."""
    try:
        if shutil.disk_usage(store.parent).free < _LEAST_BYTES:
            return FULL
        places = (store.parent, *store.parent.glob(f"{store.name}*"))
        return _FAILED if all(os.access(place, os.W_OK) for place in places) else READ_ONLY
    except OSError:
        return _FAILED


def _advice(error: object) -> Advice | None:
    code = getattr(error, "sqlite_errorcode", None) if isinstance(error, dbapi2.Error) else None
    # An extended code carries its primary code in the low byte.
    return _ADVICE.get(code & 0xFF) if isinstance(code, int) else None
