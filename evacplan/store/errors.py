"""SQLite's error codes as sentences a user can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from evacplan.domain.errors import UserError


class Advice(NamedTuple):
    """Why it happened and what to do now."""

    why: str
    do: str


DAMAGED = Advice(
    "保存ファイルの一部が壊れています。",
    "ファイルには触れず、バックアップから元に戻してください。書きかけの内容は、画面を閉じずに紙に控えてください。",
)
READ_ONLY = Advice(
    "保存先のファイルかフォルダに、書き込みが許されていません。",
    "書き込みのできるフォルダへ移すか、パソコンの管理者に書き込みの許可を頼んでください。",
)
IN_USE = Advice(
    "別のアプリが、同じ保存ファイルを使っています。",
    "もう1つの画面やウイルス検査が終わるのを待って、もう一度お試しください。",
)
WRONG_KEY = Advice(
    "パスフレーズが違います。（まれに、保存ファイルの先頭が壊れていることもあります。）",
    "大文字・小文字、かな入力になっていないかを確かめて、もう一度入力してください。"
    "正しいはずなのに開かないときは、バックアップから元に戻してください。",
)

_ADVICE = {
    dbapi2.SQLITE_PERM: READ_ONLY,
    dbapi2.SQLITE_READONLY: READ_ONLY,
    dbapi2.SQLITE_CANTOPEN: READ_ONLY,
    dbapi2.SQLITE_BUSY: IN_USE,
    dbapi2.SQLITE_LOCKED: IN_USE,
    dbapi2.SQLITE_CORRUPT: DAMAGED,
    dbapi2.SQLITE_NOTADB: WRONG_KEY,
    dbapi2.SQLITE_FULL: Advice(
        "ディスクの空きが足りません。",
        "画面を閉じずに、要らないファイルを消して空きを作ってから、もう一度お試しください。",
    ),
    dbapi2.SQLITE_IOERR: Advice(
        "ディスクの読み書きに失敗しました。ディスクの空きがないか、USBメモリが抜けているおそれがあります。",
        "画面を閉じずに、空きとUSBメモリを確かめてから、もう一度お試しください。",
    ),
    dbapi2.SQLITE_NOMEM: Advice(
        "パソコンのメモリが足りません。",
        "ほかのアプリを閉じてから、もう一度お試しください。",
    ),
}


@contextmanager
def told_as(what: str) -> Iterator[None]:
    """Within it, a database error that the user can cure becomes a UserError beginning with `what`.

    Any other error is our own bug and passes unchanged.
    """
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        advice = _advice(error)
        if advice is None:
            raise
        raise UserError(what, why=advice.why, do=advice.do) from error


def _advice(error: DBAPIError | dbapi2.Error) -> Advice | None:
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    # An extended code carries its primary code in the low byte.
    return _ADVICE.get(code & 0xFF) if isinstance(code, int) else None
