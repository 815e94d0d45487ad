"""Kill the app while somebody types: `python -m tests.attack.kills [TIMES] [SEED]`, 300 by default.

Each time the real app opens the store, unlocks it and types on; after a random time it is killed by SIGKILL.
Then the store is opened: every page and reference must be sound, the plan must be readable, and each field
must hold what was typed into it more than a second before, or something later. Prints a line of sums; exit
code 1 when anything was lost.

The processes are forks of this one, which has loaded the modules and made nothing of Qt: a second saved.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from evacplan.domain.document import loads
from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from evacplan.store import database as stores
from evacplan.store import keyslots
from evacplan.store.plans import PlanStore
from evacplan.system.paths import data_paths
from evacplan.vault import StoreVault
from tests.attack import typing_process
from tests.attack.at_work import start
from tests.builders import SAMPLES
from tests.store.samples import QUICK

LATEST_S = 1.0
# More words than one run can type; numbers go up over all runs, so that an older word is told from a later.
A_RUN = 100_000
LONGEST_S = 3.0
_WORD = re.compile(rb"(\d+) (\S+) (\S+)\n")


@dataclass
class Sum:
    """What came of all kills. lost, late: words that are gone, older and younger than LATEST_S."""

    kills: int = 0
    words: int = 0
    broken: int = 0
    lost: int = 0
    late: int = 0
    oldest_late_s: float = 0.0


def make_store(data: Path) -> None:
    """A store with sample A, where the app looks for it."""
    paths = data_paths(data)
    paths.make()
    plans, _ = StoreVault(paths.store).create(typing_process.PASSPHRASE)
    plans.create(loads((SAMPLES / "case-a.json").read_bytes()))
    plans.close()


def kill_once(data: Path, chance: Random, found: Sum) -> None:
    """One process, one kill, one look."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _become_the_app(data, writer, found.kills * A_RUN + 1)
    os.close(writer)
    with os.fdopen(reader, "rb") as said:
        first = said.readline()
        assert _WORD.fullmatch(first), "the app did not come to typing"
        time.sleep(chance.uniform(0, LONGEST_S))
        os.kill(child, signal.SIGKILL)
        at = time.monotonic()
        rest = said.read()
    os.waitpid(child, 0)
    found.kills += 1
    _judge(data, first + rest, at, found)


def _become_the_app(data: Path, writer: int, first: int) -> None:
    os.dup2(writer, 1)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    sys.stdout = os.fdopen(1, "w")
    try:
        start(data, partial(typing_process.work, first=first))
    finally:
        os._exit(1)


def _judge(data: Path, said: bytes, killed_at: float, found: Sum) -> None:
    typed = [(int(number), path.decode(), float(at)) for number, path, at in _WORD.findall(said)]
    found.words += len(typed)
    try:
        plan = _draft(data, found)
    except Exception as error:  # whatever it is, it is what we look for
        print(f"kill {found.kills}: {type(error).__name__}: {error}", flush=True)
        found.broken += 1
        return
    for path in typing_process.FIELDS:
        kept = _number(get(plan, path))
        for number, _, at in (word for word in typed if word[1] == path and word[0] > kept):
            age = killed_at - at
            if age > LATEST_S:
                print(f"kill {found.kills}: {path} {number} typed {age:.2f} s before is lost", flush=True)
                found.lost += 1
            else:
                found.late += 1
                found.oldest_late_s = max(found.oldest_late_s, age)


def _draft(data: Path, found: Sum) -> Plan:
    with closing(stores.open(data_paths(data).store, typing_process.PASSPHRASE)) as opened:
        if problems := opened.problems():
            raise ValueError(f"unsound: {problems[:3]}")
        store = PlanStore(opened)
        (line,) = store.entries()
        return store.draft(line.plan_id)


def _number(value: object) -> int:
    text = str(value)
    return int(text.partition("@")[0]) if "@kaki" in text else 0


def main(times: int, seed: int) -> int:
    """Kill so many times and tell."""
    keyslots.COST = QUICK
    chance, found = Random(seed), Sum()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        make_store(Path(name))
        for _ in range(times):
            kill_once(Path(name), chance, found)
    print(
        f"{found.kills} kills in {time.monotonic() - begin:.0f} s, {found.words} words typed, "
        f"{found.broken} stores unsound, {found.lost} words older than {LATEST_S:.0f} s lost, "
        f"{found.late} younger ones (the oldest {found.oldest_late_s:.2f} s)",
        flush=True,
    )
    return int(bool(found.broken or found.lost))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given = [int(one) for one in sys.argv[1:]]
    raise SystemExit(main(*given, *(300, 20261121)[len(given) :]))
