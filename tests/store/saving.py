"""A process that saves without end, to be killed: `python -m tests.store.saving STORE PASSPHRASE`.

After each save it prints the number that is on disk, drafts as "d 7", revisions as "r 7".
"""

from __future__ import annotations

import sys
from pathlib import Path

from evacplan.store import database as stores
from evacplan.store.plans import PlanStore
from tests.store.samples import NOW, a_plan

# Long enough that one save writes many pages.
PADDING = "長い名前" * 40


def save_for_ever(path: Path, passphrase: str) -> None:
    """Save the numbers from the last revision on, until killed."""
    store = PlanStore(stores.open(path, passphrase))
    plan_id = store.entries()[0].plan_id
    number = len(store.revisions(plan_id))
    while True:
        number += 1
        plan = a_plan(f"{PADDING}{number}", number=str(number))
        store.save_draft(plan_id, plan, NOW)
        print("d", number, flush=True)
        store.confirm(plan_id, plan, "佐藤", "", NOW)
        print("r", number, flush=True)


if __name__ == "__main__":
    save_for_ever(Path(sys.argv[1]), sys.argv[2])
