"""How long the three editions of a plan take to print, first and again.

Run with `python -m tests.benchmarks.bench_export`. Ratios in one run tell more than seconds on a shared
machine.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from evacplan.domain.plan import Plan
from evacplan.exchange.plan_file import read_plan
from evacplan.form.spec import Edition
from evacplan.press import Press

ROOT = Path(__file__).parents[2]
ROUNDS = 5
TODAY = date(2026, 11, 20)


def seconds(task: Callable[[], object]) -> float:
    """Seconds one run of a task takes."""
    start = perf_counter()
    task()
    return perf_counter() - start


def main() -> None:
    """Print the figures."""
    press = Press(ROOT / "forms", ROOT / "resources" / "fonts")
    print(f"read forms: {seconds(lambda: press.words) * 1000:.0f} ms")
    print(f"read fonts: {seconds(lambda: press.fonts) * 1000:.0f} ms")
    for name in ("case-a", "case-b"):
        plan = read_plan(ROOT / "resources" / "samples" / f"{name}.json")

        export = partial(_export, press, plan)
        first = seconds(export)
        again = median(seconds(export) for _ in range(ROUNDS))
        print(f"{name}: three editions {first * 1000:.0f} ms with the run-down, {again * 1000:.0f} ms again")


def _export(press: Press, plan: Plan) -> None:
    for edition in Edition:
        press.print(plan, edition, TODAY)


if __name__ == "__main__":
    main()
