"""Two copies of the app on one store: `python -m tests.attack.two_copies [TIMES]`, 10 by default.

While somebody types in the first, a second is started on the same folder. It must say who has the store,
open it to read, and take nothing; the first must keep every word. Prints a line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt

from evacplan.domain.paths import get
from evacplan.store import keyslots
from tests.attack import kills, typing_process
from tests.attack.at_work import AtWork
from tests.attack.runs import FIELDS, AppProcess, Run, Typist, draft, lost_words
from tests.hands import CTRL, wait_until
from tests.store.samples import QUICK

FOREIGN = "nisemono"


@dataclass
class Sum:
    """What came of all runs. foreign: words of the second copy that got into the plan."""

    runs: int = 0
    words: int = 0
    lost: int = 0
    foreign: int = 0
    unsound: int = 0
    failed: int = 0
    said: str = ""
    why: str = ""


def types_on(typing: Path, stop: Path, chance: Random, run: Run, one: AtWork) -> None:
    """Type until told to stop; close as one closes it."""
    one.unlock(typing_process.PASSPHRASE)
    typist = Typist(one, one.open_plan(), run, chance)
    typist.type(1)
    typing.touch()
    while not stop.exists():
        typist.type(1)
    typist.until_saved()
    one.close()


def looks_on(run: Run, one: AtWork) -> None:
    """Open the store beside the first copy, and try to write."""
    one.unlock(typing_process.PASSPHRASE)
    (run.said,) = one.window.rooms.screen.news.said
    page = one.open_plan()
    before = page._session.plan
    for path in FIELDS:
        page.go_to(path)
        one.hands.press(Qt.Key.Key_A, CTRL)
        one.hands.keys(FOREIGN)
        one.hands.press(Qt.Key.Key_F3)
        one.hands.press(Qt.Key.Key_F6)
    assert page._session.plan == before
    one.hands.press(Qt.Key.Key_W, CTRL)
    one.close()


def once(found: Sum, chance: Random) -> None:
    """One sitting of two."""
    with tempfile.TemporaryDirectory() as name:
        data, typing, stop = (Path(name) / each for each in ("data", "typing", "stop"))
        kills.make_store(data)
        first = AppProcess(data, partial(types_on, typing, stop, chance))
        wait_until(typing.exists, "the first copy")
        second = AppProcess(data, looks_on).ended()
        stop.touch()
        run = first.ended()
        found.runs += 1
        found.words += len(run.typed)
        found.failed += bool(run.error) + bool(second.error)
        found.why = found.why or run.error or second.error
        found.said = second.said
        try:
            plan = draft(data)
        except Exception as error:  # whatever it is, it is what we look for
            found.unsound += 1
            found.why = found.why or f"{type(error).__name__}: {error}"
            return
        found.lost += lost_words(plan, run.typed)
        found.foreign += sum(FOREIGN in str(get(plan, path)) for path in FIELDS)


def main(times: int, seed: int = 20261121) -> int:
    """Start two and tell."""
    keyslots.COST = QUICK
    found = Sum()
    for turn in range(times):
        once(found, Random(f"{seed} {turn}"))
    print(json.dumps(asdict(found), ensure_ascii=False), flush=True)
    return int(bool(found.lost or found.unsound or found.failed or found.foreign))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(int((sys.argv[1:] or ["10"])[0])))
