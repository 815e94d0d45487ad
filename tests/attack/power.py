"""The power goes while somebody types: `python -m tests.attack.power [TIMES]`, 10 by default.

The real app opens the store, unlocks it, and somebody types, on a disk that notes each write and sync. For
each of them the files are then built as a cut before it may leave them, see `tests.store.test_power`, and
opened as after any start: every page and reference must be sound, and each field must hold what was typed
more than a second before the cut, or something later. Prints a line of JSON; exit code 1 for any loss.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from functools import cache, partial
from pathlib import Path
from random import Random

from evacplan.domain.plan import Plan
from evacplan.store import keyfile, keyslots
from evacplan.system.paths import data_paths
from tests.attack import kills, typing_process
from tests.attack.at_work import AtWork
from tests.attack.runs import AppProcess, Run, Typist, draft, lost_words
from tests.hands import rest
from tests.store import test_power
from tests.store.disk import Disk
from tests.store.samples import QUICK

LATEST_S = 1.0
WORDS = 8
LONGEST_PAUSE_MS = 700
TOLD = "told"


@dataclass
class Sum:
    """What came of all cuts. late: words gone that were younger than LATEST_S, each counted at each cut."""

    runs: int = 0
    cuts: int = 0
    words: int = 0
    lost: int = 0
    late: int = 0
    unsound: int = 0
    failed: int = 0
    why: str = ""


class Recording:
    """What the app did to the disk, and when."""

    def __init__(self, disk: Disk, data: Path) -> None:
        store = data_paths(data).store
        self._disk = disk
        self.name = store.name
        self.files = test_power._Files([store, test_power._journal(store)])
        self.keys = keyfile.beside(store).read_bytes()
        self.stamps: list[float] = []
        disk.done.clear()
        disk.fail = self._note

    def _note(self, _operation: object) -> int:
        self.stamps.append(time.monotonic())
        return 0

    def end(self) -> None:
        """Note nothing more."""
        self.stamps.append(time.monotonic())
        self._disk.fail = lambda _: 0
        self.done = list(self._disk.done)

    def files_after_a_cut(self, moment: int, chance: Random) -> tuple[bytes, ...]:
        """The store and its journal as they may be when the power goes before this operation."""
        return tuple(self.files.after_a_cut(self.done[:moment], chance).values())

    def put(self, files: tuple[bytes, ...], data: Path) -> None:
        """Put such files where the app looks for them."""
        paths = data_paths(data)
        paths.make()
        store, journal = files
        paths.store.write_bytes(store)
        test_power._journal(paths.store).write_bytes(journal)
        keyfile.beside(paths.store).write_bytes(self.keys)


def types(disk: Disk, folder: Path, chance: Random, run: Run, one: AtWork) -> None:
    """Type with pauses, then cut the power at each write and look; what came of it is put beside the data."""
    one.unlock(typing_process.PASSPHRASE)
    typist = Typist(one, one.open_plan(), run, chance)
    typist.type(1)
    typist.until_saved()
    run.typed.clear()
    recording, times = Recording(disk, folder / "data"), []
    for _ in range(WORDS):
        typist.type(1)
        times.append(time.monotonic())
        rest(chance.randrange(LONGEST_PAUSE_MS))
    typist.until_saved()
    recording.end()
    disk.__exit__(None, None, None)
    found = judged(recording, run, times, chance)
    (folder / TOLD).write_text(json.dumps(asdict(found)), encoding="utf-8")


def judged(recording: Recording, run: Run, times: list[float], chance: Random) -> Sum:
    """Cut the power before each operation, and after the last."""
    found = Sum(runs=1, words=len(run.typed))
    opened = cache(partial(_opened, recording))  # many cuts leave the same bytes
    for moment, cut in enumerate(recording.stamps):
        found.cuts += 1
        plan = opened(recording.files_after_a_cut(moment, chance))
        if isinstance(plan, Exception):
            found.unsound += 1
            found.why = found.why or f"{type(plan).__name__}: {plan}"
            continue
        old = [word for word, at in zip(run.typed, times, strict=True) if at < cut - LATEST_S]
        young = [word for word, at in zip(run.typed, times, strict=True) if cut - LATEST_S <= at < cut]
        gone = lost_words(plan, old)
        found.lost += gone
        if gone:
            # As where the machine was so busy that one write waited for longer than that.
            last = recording.stamps[moment - 1] if moment else cut
            found.why = (
                found.why or f"{cut - max(times[: len(old)]):.2f} s old, {cut - last:.2f} s after a write"
            )
        found.late += lost_words(plan, young)
    return found


def _opened(recording: Recording, files: tuple[bytes, ...]) -> Plan | Exception:
    """The plan in files that a cut left, or what is wrong with them."""
    with tempfile.TemporaryDirectory() as name:
        recording.put(files, Path(name))
        try:
            return draft(Path(name))
        except Exception as error:  # whatever it is, it is what we look for
            return error


def once(found: Sum, chance: Random) -> None:
    """One sitting, and a cut at each of its writes."""
    with tempfile.TemporaryDirectory() as name, Disk() as disk:
        data, told = Path(name) / "data", Path(name) / TOLD
        kills.make_store(data)
        run = AppProcess(data, partial(types, disk, Path(name), chance)).ended()
        found.failed += bool(run.error)
        found.why = found.why or run.error
        for key, value in json.loads(told.read_text(encoding="utf-8")).items() if told.exists() else ():
            setattr(found, key, getattr(found, key) + value)


def main(times: int, seed: int = 20261121) -> int:
    """Cut and tell."""
    keyslots.COST = QUICK
    found = Sum()
    for turn in range(times):
        once(found, Random(f"{seed} {turn}"))
    print(json.dumps(asdict(found), ensure_ascii=False), flush=True)
    return int(bool(found.lost or found.unsound or found.failed))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(int((sys.argv[1:] or ["10"])[0])))
