"""How soon the window is usable and a key stroke is on disk: `python -m tests.benchmarks.bench_window`.

A start is counted from the birth of the process to the painted list of 1,000 plans, with a machine at the
keyboard.
Cold means that the files of Python, Qt and the app are not in memory; one that another program holds stays
there, so the megabytes read from disk are printed. A bare Qt window and a bare write stand beside the
figures: ratios tell more than seconds on a shared machine. EVACPLAN_ONSCREEN uses a real screen.
"""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from evacplan.domain import document
from evacplan.system.paths import data_paths, shipped_paths
from evacplan.ui import theme
from evacplan.ui.autosave import DELAY_MS
from evacplan.ui.interview import InterviewPage
from evacplan.vault import StoreVault
from tests.benchmarks.bench_store import plans as many_plans
from tests.hands import Hands, wait_until
from tests.sitting import Sitting

ROOT = Path(__file__).parents[2]
PASSPHRASE = "ringo kaze tsukue mado"
PLANS = 1000
WARM_STARTS, COLD_STARTS, STROKES = 7, 3, 40
FIELDS = {"child.nickname": "a letter", "devices.devices.ventilator.model": "in a device"}
BARE_WINDOW = """
import sys, time
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("evacplan")
label.show()
label.repaint()
print(time.monotonic() - float(sys.argv[1]), time.process_time())
"""

if not os.environ.get("EVACPLAN_ONSCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def show(what: str, seconds: list[float], beside: float | None = None) -> float:
    """Print the median with the worst, and how many times the figure beside it that is; return the median."""
    found = median(seconds)
    times = f"{found / beside:7.1f} times" if beside else ""
    print(f"{what:<48}{found * 1000:9.1f} ms  (worst {max(seconds) * 1000:.0f}, n={len(seconds)}){times}")
    return found


def timed_start(*command: str) -> tuple[list[float], float]:
    """A child's seconds, by the clock and of the processor in turns, and the megabytes it read from disk."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_inblock
    arguments = [sys.executable, *command, str(time.monotonic())]
    done = subprocess.run(arguments, cwd=ROOT, check=True, capture_output=True, text=True)
    read = resource.getrusage(resource.RUSAGE_CHILDREN).ru_inblock - before
    return [float(line) for line in done.stdout.split()], read * 512 / 1e6


def forget_files() -> None:
    """Ask the system to drop the files of Python, its packages and the app from memory."""
    os.sync()
    for folder in {Path(sys.prefix), Path(sys.base_prefix), ROOT}:
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def starts(word: str, data: Path, times: int, prepare: Callable[[], None]) -> None:
    """Print how long bare Qt and the app take to start."""
    bare: list[list[float]] = []
    app: list[list[float]] = []
    megabytes: list[float] = []
    for _ in range(times):
        prepare()
        bare.append(timed_start("-c", BARE_WINDOW)[0])
        prepare()
        seconds, read = timed_start("-m", "tests.benchmarks.timed_start", str(data), PASSPHRASE)
        app.append(seconds)
        megabytes.append(read)
    for at, what in ((0, word), (1, f"{word}, processor")):
        floor = show(f"{what}: bare Qt window", [each[at] for each in bare])
        show(f"{what}: passphrase asked for", [each[at] for each in app], floor)
        show(f"{what}: list of plans shown", [each[at + 2] for each in app], floor)
        show(f"{what}: of that from the passphrase on", [each[at + 2] - each[at] for each in app])
    print(f"{word + ': read from disk':<48}{median(megabytes):9.0f} MB")


def make_store(data: Path) -> None:
    """A store of a thousand plans, where the app looks for it."""
    paths = data_paths(data)
    paths.make()
    plans, _ = StoreVault(paths.store).create(PASSPHRASE)
    for plan in many_plans(PLANS):
        plans.create(plan)
    plans.close()


def typing(folder: Path) -> None:
    """Print how long a key stroke takes in an open plan as large as case A."""
    application = QApplication([])
    theme.load_fonts(shipped_paths().fonts)
    with Sitting(folder, theme.Look(application)) as one:
        one.begin_store(PASSPHRASE)
        one.take_in(shipped_paths().samples / "case-a.json")
        page = one.open_plan()
        size = len(document.dumps(one.draft()))
        for path, what in FIELDS.items():
            page.go_to(path)
            floor = show(f"{size / 1000:.0f} kB written and synced", bare_writes(folder / "bare", size))
            strokes(page, one.hands, what, floor)


def strokes(page: InterviewPage, hands: Hands, what: str, floor: float) -> None:
    """Print how long a letter takes until it is shown, and until it is on disk."""
    saved: list[float] = []
    page.autosave.saved.connect(lambda: saved.append(time.perf_counter()))
    shown, kept = [], []
    for _ in range(STROKES):
        wait_until(lambda: page._session.is_saved, "a quiet moment")
        saved.clear()
        start = time.perf_counter()
        hands.press(Qt.Key.Key_A)
        shown.append(time.perf_counter() - start)
        wait_until(lambda: bool(saved), "the saved draft")
        kept.append(saved[0] - start)
    show(f"{what}: taken and shown", shown)
    show(f"{what}: on disk", kept)
    show(f"{what}: on disk, less {DELAY_MS} ms of delay", [one - DELAY_MS / 1000 for one in kept], floor)


def bare_writes(path: Path, size: int) -> list[float]:
    """The seconds that any program needs to have so many bytes on this disk."""
    found = []
    for _ in range(STROKES):
        start = time.perf_counter()
        with path.open("wb") as file:
            file.write(bytes(size))
            file.flush()
            os.fsync(file.fileno())
        found.append(time.perf_counter() - start)
    return found


def main() -> None:
    """Print the figures."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        make_store(data)
        starts("warm start", data, WARM_STARTS, lambda: None)
        starts("cold start", data, COLD_STARTS, forget_files)
        typing(Path(name))


if __name__ == "__main__":
    main()
