"""How soon the next field and page are there: `python -m tests.benchmarks.bench_pages [a|b] [ROUNDS]`.

Processor time, since the machine is shared; the least of the rounds, each in a process of its own, for what
else runs only ever adds to it. Case A unless told otherwise, at 100 %. A page counts until it is drawn and
nothing is left to lay out. Jumped to: seen for the first time, nothing of it prepared, built as far as it is
in view; the rest follows in slices between events, of which the longest and the sum are shown too, with those
that take old pages down. Gone on to: likewise, from the page before, after a pause for thought. Kept: shown
again.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from evacplan.system.paths import shipped_paths
from evacplan.ui import theme
from evacplan.ui.interview import InterviewPage
from tests.sitting import Sitting

ROUNDS, FIELDS, DRAWN_MS = 3, 60, 15
TITLES = ("jumped to, in view", "longest slice after that", "all its slices", "kept, shown again")
GONE_ON, FIELD = "gone on to, prepared", "field to field"
Times = dict[str, float]

if not os.environ.get("EVACPLAN_ONSCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def settle() -> None:
    """Let everything be laid out and drawn; what was deleted goes, as it does in a running app."""
    loop = QEventLoop()
    QTimer.singleShot(DRAWN_MS, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def taken(act: Callable[[], object], page: InterviewPage) -> float:
    """The milliseconds of processor time until it is done and drawn, without what is built later."""
    start = time.process_time()
    act()
    page._pages._ahead.pause()
    page._pages.page().pause()
    settle()
    return (time.process_time() - start) * 1000


def _turn(act: Callable[[], object] = lambda: None) -> float:
    start = time.process_time()
    act()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return (time.process_time() - start) * 1000


def slices(page: InterviewPage) -> Iterator[float]:
    """The milliseconds of each turn until the shown page is built to its end and old ones are taken down."""
    shown, ahead = page._pages.page(), page._pages._ahead
    while not shown.is_whole:
        shown.go_on()
        yield _turn()
    yield _turn()
    while ahead._old:
        yield _turn(ahead._step)
    ahead.pause()


def jumps(page: InterviewPage) -> dict[str, Times]:
    """Each page jumped to, its longest slice, all its slices, and shown again after the one before."""
    found: dict[str, Times] = {title: {} for title in TITLES}
    names = page._pages.names
    list(slices(page))
    for before, name in zip(names, [*names[1:], names[0]], strict=True):
        first = taken(partial(page.visit_section, name), page)
        rest = list(slices(page))
        taken(partial(page.visit_section, before), page)
        list(slices(page))
        again = taken(partial(page.visit_section, name), page)
        list(slices(page))
        for title, figure in zip(TITLES, (first, max(rest), sum(rest), again), strict=True):
            found[title][name] = figure
    return found


def going_on(page: InterviewPage) -> Times:
    """Each page gone on to from the one before, which was read to its end."""
    found: Times = {}
    names = page._pages.names
    for name in names[1:]:
        list(slices(page))
        ahead = page._pages._ahead
        ahead._quiet.start(0)
        while ahead._quiet.isActive():
            QApplication.processEvents()
        found[name] = taken(page.next_section, page)
    return found


def measured(case: str, *, jumping: bool) -> dict[str, Times]:
    """The figures of one round, in milliseconds."""
    application = QApplication([])
    theme.load_fonts(shipped_paths().fonts)
    with tempfile.TemporaryDirectory() as name, Sitting(Path(name), theme.Look(application)) as one:
        one.begin_store("ringo kaze tsukue mado")
        gc.freeze()  # as the app does when it has warmed up
        one.take_in(shipped_paths().samples / f"case-{case}.json")
        page = one.open_plan()
        if not jumping:
            return {GONE_ON: going_on(page)}
        found = jumps(page)
        page.visit_section("child")
        list(slices(page))
        tabs = {str(at): taken(lambda: one.hands.press(Qt.Key.Key_Tab), page) for at in range(FIELDS)}
        return found | {FIELD: tabs}


def in_a_process(case: str, *, jumping: bool) -> dict[str, Times]:
    """The same, measured where nothing is known of any page yet."""
    reads, writes = os.pipe()
    if os.fork() == 0:
        with os.fdopen(writes, "w") as told:
            json.dump(measured(case, jumping=jumping), told)
            told.flush()
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as told:
        found: dict[str, Times] = json.load(told)
    os.wait()
    return found


def show(what: str, found: Times) -> None:
    """Print the median, and what took longest."""
    longest = sorted(found, key=lambda name: -found[name])[:4]
    said = ", ".join(f"{name} {found[name]:.0f}" for name in longest)
    print(f"{what:<32}{median(found.values()):7.1f} ms  longest: {said}")


def main(case: str = "a", rounds: str = str(ROUNDS)) -> None:
    """Print the figures."""
    turns = [in_a_process(case, jumping=True) | in_a_process(case, jumping=False) for _ in range(int(rounds))]
    least = {
        title: {name: min(turn[title][name] for turn in turns) for name in turns[0][title]}
        for title in turns[0]
    }
    pages = (*TITLES, GONE_ON)
    print(f"case {case}; for each page: {', '.join(pages)}")
    for name in least[TITLES[0]]:
        print(f"{name:<32}" + "".join(f"{least[title].get(name, 0):8.1f}" for title in pages))
    for title in (*pages, FIELD):
        show(title, least[title])


if __name__ == "__main__":
    main(*sys.argv[1:])
