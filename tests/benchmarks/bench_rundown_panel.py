"""From a key stroke to the drawn chart: python -m tests.benchmarks.bench_rundown_panel; exits 1 when slow.

Each time another number of battery hours is typed; the run-down of every circumstance is walked, the best
operation of one is searched, and the panel of the window shows and paints it.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from statistics import median
from time import process_time

from PySide6.QtWidgets import QApplication

from evacplan.domain.figures import Figures, figures
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.figure_words import Teller
from evacplan.form.rundown_view import Asked, RunDownView, rundown_view
from evacplan.ui import theme
from evacplan.ui.rundown.panel import RunDownPanel
from tests.builders import FONTS, words
from tests.domain.plans import case_a, case_b

LIMIT_MS = 30.0
TODAY = date(2026, 11, 20)
TYPED = tuple(hours / 10 for hours in range(10, 90, 2))


@dataclass
class Table:
    """The plan on the table and the figures of the key stroke before."""

    plan: Plan
    figures: Figures | None = None

    def compute(self, plan: Plan, asked: Asked) -> RunDownView:
        """What the window asks for."""
        shipped = words()
        self.figures = figures(plan, TODAY, self.figures)
        teller = Teller(
            shipped.form, shipped.sentences, shipped.figure_words, shipped.finding_words, plan, self.figures
        )
        return rundown_view(teller, asked)


def stroke(panel: RunDownPanel) -> None:
    """Follow the plan and paint."""
    panel.refresh()
    panel.grab()


def milliseconds(call: Callable[[], object]) -> float:
    """Processor time of a call: what it lasts when nothing else runs."""
    start = process_time()
    call()
    return (process_time() - start) * 1000


def typing(plan: Plan, place: str) -> tuple[float, float]:
    """Median and longest duration while battery hours are typed."""
    table = Table(plan)
    panel = RunDownPanel(table.compute, lambda: table.plan, None)
    panel.resize(700, 900)
    panel.show()
    QApplication.processEvents()
    durations = []
    for hours in TYPED:
        table.plan = put(plan, place, hours)
        durations.append(milliseconds(lambda: stroke(panel)))
    panel.close()
    return median(durations), max(durations)


def main() -> int:
    """Print the durations; 1 when the median is above the limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    theme.load_fonts(FONTS)
    look = theme.Look(app)
    slow = False
    for name, plan, place in (
        ("case A", case_a(), "devices.devices.suction.battery_h"),
        ("case B", case_b(), "devices.devices.suction.battery_h"),
    ):
        usual, longest = typing(plan, place)
        slow |= usual > LIMIT_MS
        print(f"{name}: {usual:.1f} ms, at most {longest:.1f} ms ({look.zoom_percent} %)")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
