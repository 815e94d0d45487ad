"""How much memory the app takes: `python -m tests.benchmarks.bench_memory [PLANS]`, 1,000 by default; Linux.

The real app on a store of so many plans: at the passphrase, with the list, with one plan open at every
section, and with its papers shown. Prints what is resident, and of that what is not shared with others.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from evacplan.system.paths import data_paths
from evacplan.vault import StoreVault
from tests.attack.at_work import AtWork, start

PASSPHRASE = "ringo kaze tsukue mado"


def show(what: str) -> None:
    """Print what this process holds now."""
    QApplication.processEvents()
    found = dict(line.split(":", 1) for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    kilobytes = {name: int(value.split()[0]) for name, value in found.items()}
    own = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    print(f"{what:<40}{kilobytes['Rss'] / 1024:7.0f} MB   (own {own / 1024:.0f} MB)", flush=True)


def make_store(data: Path, count: int) -> None:
    """A store where the app looks for it, made in another process, so that its memory does not count."""
    if os.fork() == 0:
        from tests.benchmarks.bench_store import plans  # noqa: PLC0415  (only here: see above)

        paths = data_paths(data)
        paths.make()
        opened, _ = StoreVault(paths.store).create(PASSPHRASE)
        for plan in plans(count):
            opened.create(plan)
        opened.close()
        os._exit(0)
    os.wait()


def work(one: AtWork) -> None:
    """Open the list and a plan."""
    show("passphrase asked for")
    begin = perf_counter()
    one.unlock(PASSPHRASE)
    print(f"{'passphrase to the list of plans':<40}{perf_counter() - begin:7.2f} s")
    show("list of plans")
    page = one.open_plan()
    show("one plan open")
    for section in one.services.form.sections:
        page.open_section(section.name)
        QApplication.processEvents()
    show("every section visited")
    one.window.show_paper()
    show("its papers shown")
    one.window.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"{wanted} plans, {datetime.now(UTC):%Y-%m-%d}, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as name:
        make_store(Path(name), wanted)
        start(Path(name), work)
