"""How long 1,000 plans take from Enter to the painted list: `python -m tests.benchmarks.bench_unlock`.

The app as a user starts it, in a process of its own, with somebody who types the passphrase a key at a time
while the app warms up, or all of it at once, as from a password manager. Once more the same after the app was
killed in the middle of a word. The window stands still until the list is painted and again while the daily
backup is made, which is told beside it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.bench_window import PASSPHRASE, ROOT, make_store, show

ROUNDS = 7
TYPED_MS, AT_ONCE_MS = 150, 0

if not os.environ.get("EVACPLAN_ONSCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def unlocked(data: Path, pace_ms: int, *, killed: bool = False) -> list[float]:
    """The seconds from Enter to the list and to the first quiet moment. killed: in mid-word afterwards."""
    command = [sys.executable, "-m", "tests.benchmarks.timed_unlock", str(data), PASSPHRASE, str(pace_ms)]
    done = subprocess.run(
        [*command, *(["killed"] if killed else [])], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == (-signal.SIGKILL if killed else 0), done.stderr
    return [float(line) for line in done.stdout.split()]


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        make_store(data)
        for what, pace in (("typed", TYPED_MS), ("at once", AT_ONCE_MS)):
            unlocked(data, pace)
            usual = [unlocked(data, pace) for _ in range(ROUNDS)]
            after = []
            for _ in range(ROUNDS):
                unlocked(data, pace, killed=True)
                after.append(unlocked(data, pace))
            for words, found in ((what, usual), (f"{what}, after it was killed", after)):
                show(f"{words}: Enter to list", [each[0] for each in found])
                show(f"{words}: Enter to quiet", [each[1] for each in found])


if __name__ == "__main__":
    main()
