"""Reads files with little memory and tells what came of it: `python -m tests.attack.in_a_cage KIND FILE…`.

KIND is plan, store or backup. One line of JSON for each file: what was said, and how long it took. The
process may use CAGE_MB more than it has once everything is loaded; one that wants more ends in a MemoryError.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from evacplan.domain.errors import UserError
from evacplan.exchange.plan_file import read_plan
from evacplan.store import database, keyslots, restore
from evacplan.store.secret import Secret
from tests.store.samples import PASSPHRASE, QUICK

# A plan may be 50 MB, and four times as much as text; of a store no more than pages is held.
CAGE_MB = {"plan": 448, "store": 96, "backup": 96}


def read_store(path: Path) -> None:
    """Open a store and close it."""
    database.open(path, PASSPHRASE).close()


def read_backup(path: Path) -> None:
    """Look into a backup."""
    restore.look(path, Secret.of_passphrase(PASSPHRASE)).close()


READERS: dict[str, Callable[[Path], object]] = {"plan": read_plan, "store": read_store, "backup": read_backup}


def lock_cage(megabytes: int) -> None:
    """Allow so much more than is in use."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def tried(kind: str, path: Path) -> dict[str, object]:
    """What reading a file came to."""
    start = process_time()
    try:
        READERS[kind](path)
        said = ""
    except UserError as error:
        said = str(error)
    return {"file": path.name, "said": said, "seconds": process_time() - start}


if __name__ == "__main__":
    keyslots.COST = QUICK
    lock_cage(CAGE_MB[sys.argv[1]])
    for name in sys.argv[2:]:
        print(json.dumps(tried(sys.argv[1], Path(name))), flush=True)
