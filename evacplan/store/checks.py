"""Whether a file is a store that this app may open; nothing here changes it."""

from __future__ import annotations

from pathlib import Path

from evacplan.domain.errors import UserError
from evacplan.store import keyfile, migrations, torn
from evacplan.store.connection import (
    APPLICATION_ID,
    PAGE_BYTES,
    RawConnection,
    broken_structure,
    number,
    unreadable_pages,
)
from evacplan.store.errors import DAMAGED, KEYS_DAMAGED, READ_ONLY

NOT_OPENED = "保存ファイルを開けませんでした。"
_PLAIN_SQLITE = b"SQLite format 3\0"


def refuse_foreign(path: Path) -> None:
    """Raise UserError for what can be told without a key: no file, an empty one, another program's."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_PLAIN_SQLITE))
    except FileNotFoundError as error:
        raise UserError(
            NOT_OPENED,
            why="保存ファイルが見つかりません。",
            do="USBメモリなどに置いたときは、差し込まれているかを確かめてください。",
        ) from error
    except OSError as error:
        raise READ_ONLY.error(NOT_OPENED) from error
    # SQLite would take an empty file for an empty store and accept any passphrase.
    if start == _PLAIN_SQLITE or not start:
        raise no_store()


def without_keys(path: Path, *, traces: bool) -> UserError:
    """The error for a file without a readable header: a store that lost it, or no store at all.

    traces: whether there is a tail or a neighbour that once was one.
    """
    looks_like_pages = path.stat().st_size % PAGE_BYTES == 0
    return KEYS_DAMAGED.error(NOT_OPENED) if traces or looks_like_pages else no_store()


def refuse_unusable(raw: RawConnection, path: Path, store_id: bytes) -> bool:
    """Raise UserError for a store that is damaged, another program's or a newer app's.

    Whether it has torn pages all the same, which are in no use, see `torn`.
    """
    with path.open("rb") as file:
        is_whole = file.read(len(store_id)) == store_id
    has_torn = is_whole and bool(faulty_pages(raw, path))
    if not is_whole or (has_torn and not torn.is_all_unused(raw, path)):
        raise DAMAGED.error(NOT_OPENED)
    if number(raw, "application_id") != APPLICATION_ID:
        raise no_store()
    migrations.refuse_newer(number(raw, "user_version"), migrations.STEPS)
    return has_torn


def faulty_pages(raw: RawConnection, path: Path) -> list[str]:
    """The pages whose seal does not fit, the tail of a closed store aside.

    Within a read transaction: another process may be writing, and a page is not written at once.
    """
    raw.execute("BEGIN")
    try:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        faults = unreadable_pages(raw)
    finally:
        raw.execute("ROLLBACK")
    return [] if keyfile.has_only_tail_faults(faults, path) else faults


def is_sound(raw: RawConnection, path: Path) -> bool:
    """Whether this is one of our stores and every page and reference of it is as it was written."""
    # An empty file opens with any key and has no faults; ours always has its mark.
    is_ours = number(raw, "application_id") == APPLICATION_ID
    return is_ours and not faulty_pages(raw, path) and not broken_structure(raw)


def no_store() -> UserError:
    """The error for a file that is none of ours."""
    return UserError(
        NOT_OPENED,
        why="このファイルは evacplan の保存ファイルではないか、大きく壊れています。",
        do="正しいファイルを選んでください。壊れているときは、バックアップから元に戻してください。",
    )
