"""The app with a person who types without end, to be killed: `python -m tests.attack.typing_process DATA`.

Opens the one plan in the store and writes over fields of several sections in turn, each time with the next
number; a line of output for each word says when it was typed: its number, the field and the clock that the
killer sees too. Now and then the section, the page or the version changes.
"""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

from evacplan.store import keyslots
from tests.attack.at_work import AtWork, start
from tests.hands import rest
from tests.store.samples import QUICK

PASSPHRASE = "ringo kaze tsukue mado"
FIELDS = (
    "child.nickname",
    "care.history",
    "meeting.author_org",
    "child.address",
    "home.house_note",
    "fallback.note",
)
PAUSES_MS = (0, 0, 40, 0, 150, 0, 400, 20)


def work(one: AtWork, first: int = 1) -> None:
    """Type until killed. first: the number of the first word."""
    one.unlock(PASSPHRASE)
    page = one.open_plan()
    for number in count(first):
        path = FIELDS[number % len(FIELDS)]
        one.answer(page, path, f"{number}@kaki")
        print(number, path, time.monotonic(), flush=True)
        rest(PAUSES_MS[number % len(PAUSES_MS)])


if __name__ == "__main__":
    keyslots.COST = QUICK
    start(Path(sys.argv[1]), work)
