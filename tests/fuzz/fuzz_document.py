"""Feed the document reader damaged plans: `python -m tests.fuzz.fuzz_document read|print [SECONDS]`.

read: whatever comes in, `loads` gives a Plan or a UserError. Guided by what lines were reached, through
atheris (`pip install atheris`; not needed for the tests). print: whatever it accepts is written and read
back, has findings and prints in every paper; random without guidance, because a print takes half a second.

Prints how many inputs were tried, how many were accepted, and each kind of failure once with the file that
caused it. Exit code 1 when there was a failure.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import resource
import sys
import tempfile
import traceback
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from time import monotonic
from types import FunctionType
from typing import Any

from evacplan.domain.document import dumps, loads
from evacplan.domain.errors import UserError
from evacplan.domain.plan import Plan
from evacplan.form.papers import Paper
from evacplan.press import Press
from tests.builders import CASES, FONTS, FORMS, SAMPLES
from tests.fuzz.mutating import damaged, mutated

TODAY = date(2026, 11, 20)
LARGEST = 300_000
LONGEST_WORDS = 3_000


class Count:
    """What was tried and what went wrong."""

    def __init__(self, seconds: float, folder: Path) -> None:
        self.tried = self.accepted = self.papers = 0
        self.failures: Counter[str] = Counter()
        self.slowest = 0.0
        self._folder = folder
        self._start = monotonic()
        self._end = self._start + seconds

    @property
    def is_over(self) -> bool:
        return monotonic() > self._end

    def try_one(self, data: bytes, press: Press | None) -> None:
        """Read one document, and print it where a press is given."""
        start = monotonic()
        try:
            self.tried += 1
            plan = read(data)
            if plan is not None:
                self.accepted += 1
                if press is not None:
                    self.papers += use(plan, press)
        except Exception as error:  # whatever it is, it is what we look for
            self._note(error, data)
        self.slowest = max(self.slowest, monotonic() - start)

    def _note(self, error: Exception, data: bytes) -> None:
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if "evacplan" in frame.filename
        ]
        where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        kind = f"{type(error).__name__} at {where}"
        if kind not in self.failures:
            path = self._folder / f"failure-{hashlib.sha256(kind.encode()).hexdigest()[:8]}.json"
            path.write_bytes(data)
            print(f"{kind}: {path}\n{''.join(traceback.format_exception(error))}", flush=True)
        self.failures[kind] += 1

    def tell(self) -> int:
        """Print the sum; the exit code."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{self.tried} inputs in {monotonic() - self._start:.0f} s, {self.accepted} accepted, "
            f"{self.papers} papers printed, {self.failures.total()} failures of {len(self.failures)} kinds, "
            f"slowest {self.slowest:.2f} s, {memory:.0f} MB at most",
            flush=True,
        )
        return int(bool(self.failures))


def read(data: bytes) -> Plan | None:
    """The plan, or None when it was refused in words."""
    try:
        return loads(data)
    except UserError as error:
        if not (error.what.endswith("。") and error.do and len(str(error)) < LONGEST_WORDS):
            raise ValueError("refused in words that help nobody") from error
        return None


def use(plan: Plan, press: Press) -> int:
    """Do with a plan what the app does; how many papers it gave."""
    assert loads(dumps(plan)) == plan
    press.findings(plan, TODAY)
    printed = 0
    for paper in Paper:
        try:
            assert press.print(plan, paper, TODAY).startswith(b"%PDF")
            printed += 1
        except UserError:
            continue
    return printed


def samples() -> list[bytes]:
    """The documents to begin with."""
    return [*((SAMPLES / f"{case}.json").read_bytes() for case in CASES), b'{"format": "evacplan/1"}']


def print_at_random(count: Count, seed: int) -> int:
    """Print mode."""
    chance, press, begin = Random(seed), Press(FORMS, FONTS), samples()
    while not count.is_over:
        count.try_one(mutated(chance.choice(begin), chance), press)
    return count.tell()


def read_guided(count: Count, folder: Path) -> None:
    """Read mode; ends the process."""
    atheris: Any = importlib.import_module("atheris")
    begin = samples()
    for number, data in enumerate(begin):
        (folder / f"sample-{number}").write_bytes(data)

    def try_one(data: bytes) -> None:
        count.try_one(data, None)
        if count.is_over:
            os._exit(count.tell())

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.random() < 0.1:
            return damaged(data, chance)[:most]
        # Faults pile up in what is kept for its coverage; begin often enough with what can be read.
        return mutated(chance.choice(begin) if chance.random() < 0.5 else data, chance)[:most]

    _instrument(atheris)
    options = [
        sys.argv[0],
        str(folder),
        f"-max_len={LARGEST}",
        "-timeout=60",
        "-rss_limit_mb=2048",
        "-verbosity=0",
    ]
    atheris.Setup(options, try_one, custom_mutator=mutate)
    atheris.Fuzz()


def _instrument(atheris: Any) -> None:
    """Let the reader's own functions tell which of their lines were reached."""
    for name, module in list(sys.modules.items()):
        if name.startswith("evacplan.domain"):
            for function in vars(module).values():
                if isinstance(function, FunctionType) and function.__module__ == name:
                    atheris.instrument_func(function)


def main(mode: str, seconds: float) -> int:
    """Run one mode for so long."""
    folder = Path(tempfile.mkdtemp(prefix="evacplan-fuzz-"))
    count = Count(seconds, folder)
    if mode == "print":
        return print_at_random(count, int(monotonic() * 1000))
    read_guided(count, folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 600))
