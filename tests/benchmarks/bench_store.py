"""How fast the store is: `python -m tests.benchmarks.bench_store [PLANS]`, 1,000 plans by default.

Prints times in milliseconds. Unlocking is mostly the stretching of the passphrase, which is meant
to be slow; the bare disk beside a save says how much of it is the machine's.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time

from evacplan.domain import document
from evacplan.domain.plan import Plan
from evacplan.store import backup as backups
from evacplan.store import database as stores
from evacplan.store.plans import PlanStore
from evacplan.system.paths import shipped_paths

PASSPHRASE = "ベンチ 1234"
NOW = datetime(2026, 4, 1, tzinfo=UTC)
FAMILY = ("山田", "髙橋", "佐藤", "工藤", "三浦", "成田", "葛西", "木村")
GIVEN = ("太郎", "花子", "結衣", "蓮", "陽葵", "湊", "咲良", "大翔")
KANA = ("やまだ", "たかはし", "さとう", "くどう", "みうら", "なりた", "かさい", "きむら")


def plans(count: int) -> list[Plan]:
    """So many plans as large as the shipped samples, of invented children."""
    samples = [document.loads(path.read_bytes()) for path in sorted(shipped_paths().samples.glob("*.json"))]
    return [_named(samples[number % len(samples)], number) for number in range(count)]


def _named(plan: Plan, number: int) -> Plan:
    name = f"{FAMILY[number % 8]} {GIVEN[number // 8 % 8]}{number}"
    child = plan.child.model_copy(update={"name": name, "name_kana": KANA[number % 8]})
    meeting = plan.meeting.model_copy(update={"plan_number": f"2026-{number:04}"})
    return plan.model_copy(update={"child": child, "meeting": meeting})


def times_ms(work: Callable[[], object], repeat: int) -> list[float]:
    """The duration of each run."""
    taken = []
    for _ in range(repeat):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1000)
    return taken


def show(what: str, taken: list[float]) -> float:
    """Print median and maximum; return the median."""
    median = statistics.median(taken)
    print(f"{what:<44}{median:9.2f} ms   (max {max(taken):.2f}, n={len(taken)})")
    return median


def _renamed(plan: Plan, number: int) -> Plan:
    return plan.model_copy(update={"child": plan.child.model_copy(update={"nickname": f"れん{number}"})})


def show_processor(work: Callable[[], object]) -> None:
    """Print the processor time of a run: what a busy machine or a slow disk adds is not in it."""
    taken = []
    for _ in range(300):
        start = process_time()
        work()
        taken.append((process_time() - start) * 1000)
    show("of that processor time, a field changed", taken)


def bare_write(path: Path, data: bytes) -> None:
    """What any program needs to have these bytes on this disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def run(count: int, folder: Path) -> None:
    """Fill a store, then open, search, save, confirm and copy it."""
    path = folder / "store.evacplan"
    database, _ = stores.create(path, PASSPHRASE)
    store = PlanStore(database)
    made = plans(count)
    ids: list[str] = []
    fill = times_ms(lambda: ids.append(store.create(made[len(ids)], NOW)), count)
    size = len(document.dumps(made[0]))
    database.close()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{count} plans of {size / 1000:.0f} kB, file {path.stat().st_size / 1e6:.1f} MB")
    show("create one plan", fill)
    show("open (passphrase, every page checked)", times_ms(lambda: stores.open(path, PASSPHRASE).close(), 10))
    database = stores.open(path, PASSPHRASE)
    store = PlanStore(database)
    show("list of all plans", times_ms(store.entries, 50))
    show("search, one found", times_ms(lambda: store.entries(f"{count - 1:04}"), 50))
    show("search in half-width kana, many found", times_ms(lambda: store.entries("ﾀｶﾊｼ"), 50))
    show("load one plan", times_ms(lambda: store.draft(ids[count // 2]), 100))
    show("plan to document", times_ms(lambda: document.dumps(made[0]), 100))
    later = NOW + timedelta(days=1)
    # A document that stayed the same would not be written at all.
    typed = cycle([_renamed(made[0], number) for number in range(100)])
    saved = show(
        "save draft, a field changed", times_ms(lambda: store.save_draft(ids[0], next(typed), later), 300)
    )
    changing = cycle(made[:100])
    show(
        "save draft, every section changed",
        times_ms(lambda: store.save_draft(ids[0], next(changing), later), 100),
    )
    show_processor(lambda: store.save_draft(ids[0], next(typed), later))
    bare = show(
        "the same bytes written and synced", times_ms(lambda: bare_write(folder / "bare", bytes(size)), 300)
    )
    print(f"{'save draft / bare write':<44}{saved / bare:9.1f} times")
    show("confirm a revision", times_ms(lambda: store.confirm(ids[0], made[0], "佐藤", "", later), 100))
    show("check everything", times_ms(database.problems, 5))
    show("backup, verified", times_ms(lambda: backups.backup(database, folder / "copy.evacplan"), 5))
    database.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, Path(name))
