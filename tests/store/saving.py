"""A process that changes a store without end, to be killed: `python -m tests.store.saving MODE STORE`.

After each change it prints what is on disk: drafts as "draft 7", revisions as "revision 7", passphrases
as "passphrase 7", restored backups as "restored 7".
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from evacplan.store import database as stores
from evacplan.store import keyslots, restore
from evacplan.store.backup_folder import list_backups
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from tests.store.samples import NOW, PASSPHRASE, QUICK, a_plan

# Long enough that one save writes many pages.
PADDING = "長い名前" * 40
Say = Callable[[str, int], object]


def save(path: Path, say: Say) -> None:
    """Save the numbers from the last revision on."""
    _save(path, count(), say)


def save_when_asked(path: Path, say: Say) -> None:
    """Save the next number for each line that comes in, as a person does who types."""
    _save(path, sys.stdin, say)


def _save(path: Path, moments: Iterable[object], say: Say) -> None:
    store = PlanStore(stores.open(path, PASSPHRASE))
    plan_id = store.entries()[0].plan_id
    for number, _ in enumerate(moments, start=len(store.revisions(plan_id)) + 1):
        plan = a_plan(f"{PADDING}{number}", number=str(number))
        store.save_draft(plan_id, plan, NOW)
        say("draft", number)
        store.confirm(plan_id, plan, "佐藤", "", NOW)
        say("revision", number)


def passphrase(number: int) -> str:
    """The passphrase of this number; the first is PASSPHRASE."""
    return f"passphrase {number}" if number else PASSPHRASE


def change_passphrase(path: Path, say: Say, first: str) -> None:
    """Change from each passphrase to the next, from the one of the number given."""
    number = int(first)
    database = stores.open(path, passphrase(number))
    while True:
        database.change_passphrase(passphrase(number), passphrase(number + 1))
        number += 1
        say("passphrase", number)


def put_back(path: Path, say: Say) -> None:
    """Restore each backup in the folder beside the store in turn."""
    folder = path.parent / "backups"
    backups = [backup for backup in list_backups(folder) if backup.kind == "round"]
    for number in count():
        file = backups[number % len(backups)]
        with closing(restore.look(file.path, Secret.of_passphrase(PASSPHRASE))) as preview:
            restore.replace(path, preview, folder, NOW)
        say("restored", file.number)


MODES: dict[str, Callable[..., None]] = {
    "save": save,
    "asked": save_when_asked,
    "passphrase": change_passphrase,
    "restore": put_back,
}


def tell(writer: Connection, mode: str, path: str, *more: str) -> None:
    """Change a store without end, and send what is on disk."""
    keyslots.COST = QUICK
    MODES[mode](Path(path), lambda kind, number: writer.send((kind, number)), *more)


if __name__ == "__main__":
    keyslots.COST = QUICK
    chosen, store, *rest = sys.argv[1:]
    MODES[chosen](Path(store), lambda kind, number: print(kind, number, flush=True), *rest)
