"""The app while its disk fails: `python -m tests.attack.faults [TIMES] [FAULT…]`, 10 times each by default.

Each time the real app opens the store, unlocks it, and somebody types. The fault comes, and they type on.
Some time after the app has said so, the fault goes, and everything must be saved by itself; or it stays, the
words are written elsewhere, the app is killed, and the copy is restored. Then the store is opened: every
page and reference must be sound, and every word there. A line of JSON for each fault. Four are tried at a
time, for the app mostly waits; a clock is one for all, so its fault is tried after the others.

Runs in a mount namespace of its own. The processes are forks of this one, as of `tests.attack.kills`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from evacplan.store import keyslots
from evacplan.ui.dialogs import FileBox
from evacplan.ui.interview import InterviewPage
from evacplan.ui.restore import RestorePage
from evacplan.ui.unlock import UnlockPage
from tests.attack import kills, typing_process
from tests.attack.at_work import AtWork
from tests.attack.runs import AppProcess, Run, Typist, draft, line, lost_words, until_told
from tests.attack.troubles import CAGE, FOR_GOOD, KINDS, ClockSetBack, Trouble, faketime, is_possible
from tests.hands import wait_until
from tests.store.samples import QUICK

PASSPHRASE = typing_process.PASSPHRASE
FOR_GOOD_MARK = "-for-good"
ALL = {**FOR_GOOD, **KINDS}
CLOCK = "clock"
AT_ONCE = 4


def comes_and_goes(trouble: Trouble, chance: Random, run: Run, one: AtWork) -> None:
    """Type before, during and after the fault; end as the app ends."""
    one.unlock(PASSPHRASE)
    typist = Typist(one, one.open_plan(), run, chance)
    typist.type(chance.randrange(1, 4))
    if chance.random() < 0.5:
        typist.until_saved()
    trouble.make()
    typist.type(chance.randrange(1, 4))
    if not isinstance(trouble, ClockSetBack):
        until_told(one, run)
    typist.type(chance.randrange(0, 4))
    run.during = len(run.typed)
    trouble.lift()
    gone = time.monotonic()
    if isinstance(trouble, ClockSetBack):
        # Set forward again it looks like sleep, and the window locks.
        wait_until(lambda: one.has(UnlockPage), "the locked window")
        one.come()
        one.hands.keys(PASSPHRASE)
        one.hands.press(Qt.Key.Key_Return)
        wait_until(lambda: one._has_cursor(InterviewPage), "the way back")
        typist.page = one.page(InterviewPage)
    typist.until_saved()
    run.after_s = time.monotonic() - gone
    wait_until(lambda: not line(one), "the end of the line")
    typist.type(chance.randrange(0, 3))
    one.close()


def stays(trouble: Trouble, stick: Path, chance: Random, run: Run, one: AtWork) -> None:
    """Type before and during the fault, write the words elsewhere; what comes after is up to the killer."""
    one.unlock(PASSPHRASE)
    typist = Typist(one, one.open_plan(), run, chance)
    typist.type(chance.randrange(1, 4))
    trouble.make()
    typist.type(chance.randrange(1, 6))
    until_told(one, run)
    run.during = len(run.typed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileBox, "folder", staticmethod(lambda *_: stick))
        button = one.window.findChild(QPushButton, "write_spare")
        assert button is not None
        button.click()
    assert "控え" in line(one), line(one)


def restores(stick: Path, _run: Run, one: AtWork) -> None:
    """Put the copy from elsewhere in place, in a new process."""
    (copy,) = stick.iterdir()
    one.unlock(PASSPHRASE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileBox, "open_backup", staticmethod(lambda _parent: copy))
        one.window.show_restore()
        page = one.page(RestorePage)
        page.choose_other()
    typed = page.findChild(QLineEdit, "passphrase")
    assert typed is not None
    wait_until(lambda: QApplication.focusWidget() is typed, "the cursor for the passphrase")
    one.hands.keys(PASSPHRASE)
    one.hands.press(Qt.Key.Key_Return)
    go = page.findChild(QPushButton, "restore")
    assert go is not None
    wait_until(go.hasFocus, "a look into the copy")
    one.hands.press(Qt.Key.Key_Space)
    wait_until(lambda: not one.has(RestorePage), "the restored store")
    one.close()


@dataclass
class Sum:
    """What came of all runs of one fault. untold, jumps, boxes, failed: must be 0; why: the first failure."""

    fault: str
    runs: int = 0
    words: int = 0
    during: int = 0
    lost: int = 0
    unsound: int = 0
    untold: int = 0
    jumps: int = 0
    boxes: int = 0
    failed: int = 0
    longest_after_s: float = 0.0
    longest_key_s: float = 0.0
    said: str = ""
    why: str = ""

    def add(self, run: Run, *, is_told: bool) -> None:
        """One more."""
        self.runs += 1
        self.words += len(run.typed)
        self.during += run.during
        self.untold += is_told and not run.said
        self.jumps += run.jumps
        self.boxes += len(run.boxes)
        self.failed += bool(run.error)
        self.longest_after_s = round(max(self.longest_after_s, run.after_s), 2)
        self.longest_key_s = round(max(self.longest_key_s, run.longest_s), 2)
        self.said = self.said or run.said
        self.why = self.why or run.error or "\n".join(run.boxes)

    def judge(self, data: Path, run: Run) -> None:
        """Open the store and look for every word."""
        try:
            self.lost += lost_words(draft(data), run.typed)
        except Exception as error:  # whatever it is, it is what we look for
            self.unsound += 1
            self.why = self.why or f"{type(error).__name__}: {error}"

    @property
    def is_good(self) -> bool:
        """Whether nothing is amiss."""
        return not any((self.lost, self.unsound, self.untold, self.jumps, self.boxes, self.failed))


def once(kind: type[Trouble], found: Sum, chance: Random, *, for_good: bool) -> None:
    """One store, one fault, one look."""
    with tempfile.TemporaryDirectory(prefix="evacplan-faults-") as name:
        folder = Path(name)
        trouble = kind(folder)
        try:
            data, stick = trouble.ground / "data", folder / "stick"
            stick.mkdir()
            kills.make_store(data)
            work = (
                partial(stays, trouble, stick, chance)
                if for_good
                else partial(comes_and_goes, trouble, chance)
            )
            run = AppProcess(data, work).ended()
            if for_good and not run.error:
                trouble.heal()
                again = AppProcess(data, partial(restores, stick)).ended()
                run.error, run.boxes = again.error, run.boxes + again.boxes
            found.add(run, is_told=kind is not ClockSetBack)
            found.judge(data, run)
        finally:
            trouble.end()


def tried(name: str, times: int, seed: int) -> Sum:
    """So many runs of one fault, by its name; "-for-good" is that it stays."""
    base = name.removesuffix(FOR_GOOD_MARK)
    found = Sum(name)
    for turn in range(times):
        once(ALL[base], found, Random(f"{seed} {name} {turn}"), for_good=name != base)
    return found


def names() -> list[str]:
    """Every fault that can be made here."""
    found = [name for name, kind in KINDS.items() if is_possible(kind)]
    return found + [f"{name}{FOR_GOOD_MARK}" for name, kind in FOR_GOOD.items() if is_possible(kind)]


def main(times: int, wanted: list[str]) -> int:
    """Make the faults that can be made here, of those wanted, and tell."""
    keyslots.COST = QUICK
    sums = []
    for found in all_tried([name for name in names() if not wanted or name in wanted], times):
        sums.append(found)
        print(json.dumps(asdict(found), ensure_ascii=False), flush=True)
    return int(not all(found.is_good for found in sums))


def all_tried(wanted: list[str], times: int) -> Iterator[Sum]:
    """What came of each of these faults; that of the clock comes last and alone."""
    work = partial(tried, times=times, seed=20261121)
    with ProcessPoolExecutor(AT_ONCE, get_context("fork")) as processes:
        yield from processes.map(work, [name for name in wanted if name != CLOCK])
    yield from map(work, [name for name in wanted if name == CLOCK])


def caged() -> None:
    """Go on in a mount namespace of our own, and with a clock that can be set, where the system has them."""
    if CAGE in os.environ:
        return
    cage = ["unshare", "-m" if os.geteuid() == 0 else "-Urm"]
    if shutil.which("unshare") is None or subprocess.run([*cage, "true"], check=False).returncode:
        cage = []  # as in a chroot, whose root cannot be kept apart
    environment = {**os.environ, CAGE: "1" if cage else ""}
    if (library := faketime()) is not None:
        clock = Path(tempfile.mkdtemp(prefix="evacplan-clock-")) / "clock"
        clock.write_text("+0d", encoding="ascii")
        environment |= {"FAKETIME_TIMESTAMP_FILE": str(clock), "LD_PRELOAD": str(library)}
        environment |= {"FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
    here = [sys.executable, "-m", "tests.attack.faults", *sys.argv[1:]]
    os.execvpe((cage or here)[0], [*cage, *here], environment)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    caged()
    raise SystemExit(main(int((sys.argv[1:] or ["10"])[0]), sys.argv[2:]))
