"""How long the run-down takes: python -m tests.benchmarks.bench_blackout; exits 1 when it is too slow.

The chart follows typing, so 12 devices, 8 sources and 168 hours must stay well under 5 ms, both walks
included. The best operation is asked for less often; at worst it is 2 ** 8 walks.
"""

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import median
from time import perf_counter

from evacplan.domain.blackout import best_operation, forget, run_down
from evacplan.domain.blackout.inputs import (
    Answers,
    Battery,
    Canisters,
    CarEnergy,
    CarHours,
    Daily,
    Device,
    Energy,
    Generator,
    Household,
    Intermittent,
    Place,
    Portable,
    Priority,
    Source,
    Swap,
    Tank,
    Use,
)
from evacplan.domain.times import parse_bands
from tests.domain.blackout_cases import case_a, case_b

LIMIT_MS = 5.0
BEST_LIMIT_MS = 500.0
ON = date(2026, 11, 10)
ANSWERS = Answers(Place.HOME, None, True, True, True, True, ON, True)


def a_device(i: int) -> Device:
    """One of twelve unlike devices: three use patterns, odd figures, all of them replaceable."""
    bands = f"{6 + i % 3}:{10 + i}-9:05、{11 + i % 4}:30-13:{10 + i}、21:{20 + i}-5:{i:02d}"
    uses: tuple[Use, ...] = (Daily(parse_bands(bands)), Intermittent(3.5 + i, 11), Daily(parse_bands("20-6")))
    return Device(
        f"d{i}",
        f"機器{i}",
        7.3 + 11.7 * i,
        tuple(Priority)[i % 4],
        use=uses[i % 3],
        internal=Battery(1.1 + i * 0.7, a_age=0.5),
        external=(Battery(3.3, 2),),
        swap=Swap.PAUSE,
        tolerance_min=7 * i,
    )


def a_large_household(fuel: float) -> Household:
    """Twelve devices and eight sources; with a fuel of 31 litres they last the week, with 2 they do not."""
    energies: tuple[Energy, ...] = (
        Portable(1024),
        Portable(716, 0.85),
        Portable(2016.7),
        CarEnergy(19.3),
        CarEnergy(7.7),
        CarHours(9.1),
        Generator(Canisters(13), 2.2, 1.1),
        Generator(Tank(fuel, 2.5), 8.5, 4),
    )
    sources = tuple(
        Source(f"s{i}", f"電源{i}", energy, ANSWERS, 150 + 130 * i, ready_after_min=10 * i)
        for i, energy in enumerate(energies)
    )
    return Household(tuple(a_device(i) for i in range(12)), sources, on=ON)


def milliseconds(call: Callable[[], object], times: int) -> float:
    """Median duration of a call."""
    durations = []
    for _ in range(times):
        start = perf_counter()
        call()
        durations.append(perf_counter() - start)
    return median(durations) * 1000


def anew(call: Callable[[Household], object], household: Household) -> None:
    """Answer without what is kept of the answer before."""
    forget()
    call(household)


def main() -> int:
    """Print the durations; 1 when one is above its limit."""
    households = {
        "case A": case_a(),
        "case B": case_b(),
        "12 devices, 8 sources": a_large_household(31),
        "the same, running dry": a_large_household(2),
    }
    slow = 0
    for name, household in households.items():
        run_ms = milliseconds(partial(anew, run_down, household), 30)
        best_ms = milliseconds(partial(anew, best_operation, household), 3)
        slow |= run_ms > LIMIT_MS or best_ms > BEST_LIMIT_MS
        print(f"{name}: run-down {run_ms:.2f} ms, best operation {best_ms:.0f} ms")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
