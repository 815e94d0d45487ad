"""The app while its disk fails: `python -m tests.attack.faults [TIMES] [FAULT…]`, 10 times each by default.

Each time the real app opens the store, unlocks it, and somebody types. The fault comes, and they type on.
Some time after the app has said so, the fault goes, and everything must be saved by itself; or it stays, the
words are written elsewhere, the app is killed, and the copy is restored. Then the store is opened: every
page and reference must be sound, and every word there. A line of JSON for each fault.

Runs in a mount namespace of its own. The processes are forks of this one, as of `tests.attack.kills`.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from evacplan.domain.errors import UserError
from evacplan.domain.paths import get
from evacplan.store import keyslots
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import CrashBox, ErrorBox, Question
from evacplan.ui.interview import InterviewPage
from evacplan.ui.restore import RestorePage
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.unsaved import Unsaved
from tests.attack import kills, typing_process
from tests.attack.at_work import AtWork, start
from tests.attack.troubles import FOR_GOOD, KINDS, ClockSetBack, Trouble, faketime, is_possible
from tests.hands import wait_until
from tests.store.samples import QUICK

PASSPHRASE, FIELDS = typing_process.PASSPHRASE, typing_process.FIELDS
CAGE = "EVACPLAN_CAGE"
FOR_GOOD_MARK = "-for-good"
ALL = {**FOR_GOOD, **KINDS}


@dataclass
class Run:
    """What one run showed. typed: the number of each word and its field. said: beside the work.

    after_s: how long after the fault was gone all was saved. jumps: how often the cursor moved by itself.
    boxes: what was asked or told in front of the work.
    """

    typed: list[tuple[int, str]] = field(default_factory=list)
    during: int = 0
    said: str = ""
    after_s: float = 0.0
    longest_s: float = 0.0
    jumps: int = 0
    boxes: list[str] = field(default_factory=list)
    error: str = ""


class Typist:
    """Writes over the fields in turn, each time with the next number."""

    def __init__(self, one: AtWork, page: InterviewPage, run: Run, chance: Random) -> None:
        self.one, self.page, self.run = one, page, run
        self._numbers, self._chance = count(1), chance

    def type(self, words: int) -> None:
        """Type so many words; each must stand in the plan at once."""
        for _ in range(words):
            number, path = next(self._numbers), self._chance.choice(FIELDS)
            self.page.go_to(path)
            begin, cursor = time.monotonic(), QApplication.focusWidget()
            self.one.hands.rewrite(f"{number}@kaki")
            self.run.jumps += QApplication.focusWidget() is not cursor
            assert f"{number}@kaki" in str(get(self.page._session.plan, path)), "a key was lost"
            self.run.longest_s = max(self.run.longest_s, time.monotonic() - begin)
            self.run.typed.append((number, path))

    def until_saved(self) -> None:
        """Wait until everything is on the disk by itself."""
        wait_until(lambda: self.page._session.is_saved, "a saved draft")


def line(one: AtWork) -> str:
    """What is said beside the work about saving."""
    return one.window.findChildren(Unsaved)[0].said


def until_told(one: AtWork, run: Run) -> None:
    """Wait for the line about the fault; nothing else may happen to the cursor."""
    cursor = QApplication.focusWidget()
    wait_until(lambda: bool(line(one)), "a word about the fault")
    run.said = line(one)
    run.jumps += QApplication.focusWidget() is not cursor


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


Work = Callable[[Run, AtWork], None]


def forked(data: Path, work: Work) -> Run:
    """Run the app in a process of its own, killed once the work is done."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 2)
        _be_the_app(data, work, writer)
    os.close(writer)
    with os.fdopen(reader) as said:
        found = Run(**json.loads(said.read()))
    os.waitpid(child, 0)
    return found


def _be_the_app(data: Path, work: Work, writer: int) -> None:
    run = Run()

    def end(one: AtWork | None = None) -> None:
        try:
            if one is None:
                raise AssertionError("the app did not come to its window")
            work(run, one)
        except BaseException:  # whatever it is, it is what we look for
            run.error = traceback.format_exc()
        os.write(writer, json.dumps(asdict(run)).encode())
        # No end that the app could make use of.
        os._exit(0)

    _answer_boxes(run)
    try:
        start(data, end)
    finally:
        end()


def _answer_boxes(run: Run) -> None:
    """Nobody is there to answer; who asks is noted."""

    def tell(_parent: object, error: UserError) -> None:
        run.boxes.append(str(error))

    def ask(_parent: object, *said: str, buttons: tuple[str, ...], careful: bool = False) -> int:
        run.boxes.append("\n".join((*said, str(careful))))
        return len(buttons) - 1

    def crash(*_: object, **_words: object) -> bool:
        run.boxes.append("crash")
        return True

    patch = pytest.MonkeyPatch()
    for box, name, answer in ((ErrorBox, "tell", tell), (Question, "ask", ask), (CrashBox, "tell", crash)):
        patch.setattr(box, name, staticmethod(answer))


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
        found = kills.Sum()
        try:
            plan = kills._draft(data, found)
        except Exception as error:  # the same
            self.unsound += 1
            self.why = self.why or f"{type(error).__name__}: {error}"
            return
        for path in FIELDS:
            kept = kills._number(get(plan, path))
            self.lost += sum(place == path and number > kept for number, place in run.typed)

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
            run = forked(data, work)
            if for_good and not run.error:
                trouble.heal()
                again = forked(data, partial(restores, stick))
                run.error, run.boxes = again.error, run.boxes + again.boxes
            found.add(run, is_told=kind is not ClockSetBack)
            found.judge(data, run)
        finally:
            trouble.end()


def tried(name: str, times: int, seed: int) -> Sum:
    """So many runs of one fault, by its name; "-for-good" is that it stays."""
    base = name.removesuffix(FOR_GOOD_MARK)
    found, chance = Sum(name), Random(f"{seed} {name}")
    for _ in range(times):
        once(ALL[base], found, chance, for_good=name != base)
    return found


def names() -> list[str]:
    """Every fault that can be made here."""
    found = [name for name, kind in KINDS.items() if is_possible(kind)]
    return found + [f"{name}{FOR_GOOD_MARK}" for name, kind in FOR_GOOD.items() if is_possible(kind)]


def main(times: int, wanted: list[str]) -> int:
    """Make the faults and tell."""
    keyslots.COST = QUICK
    sums = []
    for name in wanted or names():
        sums.append(tried(name, times, 20261121))
        print(json.dumps(asdict(sums[-1]), ensure_ascii=False), flush=True)
    return int(not all(found.is_good for found in sums))


def caged() -> None:
    """Go on in a mount namespace of our own, and with a clock that can be set, where the system has them."""
    if CAGE in os.environ:
        return
    environment = {**os.environ, CAGE: "1"}
    if (library := faketime()) is not None:
        clock = Path(tempfile.mkdtemp(prefix="evacplan-clock-")) / "clock"
        clock.write_text("+0d", encoding="ascii")
        environment |= {"FAKETIME_TIMESTAMP_FILE": str(clock), "LD_PRELOAD": str(library)}
        environment |= {"FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
    here = [sys.executable, "-m", "tests.attack.faults", *sys.argv[1:]]
    cage = [] if shutil.which("unshare") is None else ["unshare", "-m" if os.geteuid() == 0 else "-Urm"]
    os.execvpe((cage or here)[0], [*cage, *here], environment)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    caged()
    raise SystemExit(main(int((sys.argv[1:] or ["10"])[0]), sys.argv[2:]))
