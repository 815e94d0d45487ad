"""A process that changes a store without end, to be killed: `python -m tests.store.saving MODE STORE`.

After each change it prints what is on disk: drafts as "draft 7", revisions as "revision 7", passphrases
as "passphrase 7", restored backups as "restored 7".
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import closing
from itertools import count
from pathlib import Path

from evacplan.store import database as stores
from evacplan.store import keyslots, restore
from evacplan.store.backup_folder import list_backups
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from tests.store.samples import NOW, PASSPHRASE, QUICK, a_plan

# Long enough that one save writes many pages.
PADDING = "長い名前" * 40


def save(path: Path) -> None:
    """Save the numbers from the last revision on."""
    _save(path, count())


def save_when_asked(path: Path) -> None:
    """Save the next number for each line that comes in, as a person does who types."""
    _save(path, sys.stdin)


def _save(path: Path, moments: Iterable[object]) -> None:
    store = PlanStore(stores.open(path, PASSPHRASE))
    plan_id = store.entries()[0].plan_id
    for number, _ in enumerate(moments, start=len(store.revisions(plan_id)) + 1):
        plan = a_plan(f"{PADDING}{number}", number=str(number))
        store.save_draft(plan_id, plan, NOW)
        print("draft", number, flush=True)
        store.confirm(plan_id, plan, "佐藤", "", NOW)
        print("revision", number, flush=True)


def passphrase(number: int) -> str:
    """The passphrase of this number; the first is PASSPHRASE."""
    return f"passphrase {number}" if number else PASSPHRASE


def change_passphrase(path: Path) -> None:
    """Change from each passphrase to the next, from the one of the number given as third argument."""
    number = int(sys.argv[3])
    database = stores.open(path, passphrase(number))
    while True:
        database.change_passphrase(passphrase(number), passphrase(number + 1))
        number += 1
        print("passphrase", number, flush=True)


def put_back(path: Path) -> None:
    """Restore each backup in the folder beside the store in turn."""
    folder = path.parent / "backups"
    backups = [backup for backup in list_backups(folder) if backup.kind == "round"]
    for number in count():
        file = backups[number % len(backups)]
        with closing(restore.look(file.path, Secret.of_passphrase(PASSPHRASE))) as preview:
            restore.replace(path, preview, folder, NOW)
        print("restored", file.number, flush=True)


if __name__ == "__main__":
    keyslots.COST = QUICK
    modes = {
        "save": save,
        "asked": save_when_asked,
        "passphrase": change_passphrase,
        "restore": put_back,
    }
    modes[sys.argv[1]](Path(sys.argv[2]))
