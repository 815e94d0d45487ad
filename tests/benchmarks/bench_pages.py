"""How soon the next field and the next page are there: `python -m tests.benchmarks.bench_pages`.

Processor time, since the machine is shared; case A, at 100 %. A page is drawn before its time is taken. The
first visit builds what is in view; the rest follows in slices between events, of which the longest and the
sum are shown too. The next visits find the page kept.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from evacplan.system.paths import shipped_paths
from evacplan.ui import theme
from evacplan.ui.interview import InterviewPage
from tests.sitting import Sitting

ROUNDS, FIELDS = 3, 60

if not os.environ.get("EVACPLAN_ONSCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def taken(act: Callable[[], object], page: InterviewPage) -> float:
    """The milliseconds of processor time until it is done and drawn."""
    start = time.process_time()
    act()
    QApplication.processEvents()
    page.repaint()
    return (time.process_time() - start) * 1000


def visits(page: InterviewPage, names: list[str]) -> dict[str, float]:
    """The milliseconds that each of these pages takes to be shown."""
    return {each: taken(partial(page.visit_section, each), page) for each in names}


def slices(page: InterviewPage) -> Iterator[float]:
    """The milliseconds of each turn of events until the page that is shown is built to its end."""
    while (section := page._pages.section_page()) is not None and not section.is_whole:
        start = time.process_time()
        QApplication.processEvents()
        yield (time.process_time() - start) * 1000


def show(what: str, found: dict[str, float]) -> None:
    """Print the median, and what took longest."""
    longest = sorted(found, key=lambda name: -found[name])[:4]
    said = ", ".join(f"{name} {found[name]:.0f}" for name in longest)
    print(f"{what:<32}{median(found.values()):7.1f} ms  longest: {said}")


def main() -> None:
    """Print the figures."""
    application = QApplication([])
    theme.load_fonts(shipped_paths().fonts)
    with tempfile.TemporaryDirectory() as name, Sitting(Path(name), theme.Look(application)) as one:
        one.begin_store("ringo kaze tsukue mado")
        one.take_in(shipped_paths().samples / "case-a.json")
        page = one.open_plan()
        names = page._pages.names
        built: dict[str, float] = {}
        rest: dict[str, list[float]] = {}
        for each in names:
            built |= visits(page, [each])
            rest[each] = list(slices(page))
        show("page built, in view", built)
        show("its longest slice after that", {each: max(found, default=0) for each, found in rest.items()})
        show("all its slices", {each: sum(found) for each, found in rest.items()})
        kept = names[:6]
        for each in kept:
            page.visit_section(each)
        turns = [visits(page, kept) for _ in range(ROUNDS)]
        show("page kept", {each: median(turn[each] for turn in turns) for each in kept})
        page.visit_section("child")
        tabs = {str(at): taken(lambda: one.hands.press(Qt.Key.Key_Tab), page) for at in range(FIELDS)}
        show("field to field", tabs)


if __name__ == "__main__":
    main()
