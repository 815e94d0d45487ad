"""Plan documents as files."""

from pathlib import Path

from evacplan.domain import document
from evacplan.domain.errors import UserError
from evacplan.domain.plan import Plan

MOST_BYTES = 50_000_000


def read_plan(path: Path) -> Plan:
    """The plan of a document file. Raises UserError; nothing is written."""
    try:
        with path.open("rb") as file:
            # What grows while it is read, or has no size at all such as a device, is read no further.
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _unreadable("その場所にファイルがありません。") from None
    except PermissionError:
        raise _unreadable("読む許可がありません。") from None
    except OSError:
        raise _unreadable("ファイルかフォルダーを読めません。") from None
    except ValueError:
        raise _unreadable("ファイルの名前を読めません。") from None
    if len(data) > MOST_BYTES:
        raise _unreadable("計画のファイルにしては大きすぎます。")
    return document.loads(data)


def _unreadable(why: str) -> UserError:
    return UserError(
        "計画のファイルを開けませんでした。",
        why=why,
        do="ファイルの場所と名前を確かめて、選びなおしてください。",
    )
