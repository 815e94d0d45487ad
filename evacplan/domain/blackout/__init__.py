"""The blackout run-down: every load against every source, hour by hour, exact.

`run_down` answers for one scenario, `best_operation` finds the swaps after which the first stop comes latest.
"""

from evacplan.domain.blackout import best, rundown
from evacplan.domain.blackout.best import BestOperation, Step, best_operation
from evacplan.domain.blackout.counting import NotCounted, Reason, battery_age_factor, reasons_not_to_count
from evacplan.domain.blackout.rundown import run_down

__all__ = [
    "BestOperation",
    "NotCounted",
    "Reason",
    "Step",
    "battery_age_factor",
    "best_operation",
    "forget",
    "reasons_not_to_count",
    "run_down",
]


def forget() -> None:
    """Drop every answer that is kept for whoever asks again; they name devices."""
    best.forget()
    rundown.forget()
