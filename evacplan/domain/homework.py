"""What somebody has to find out: every 未確認 of a plan, with who and until when as far as it was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evacplan.domain.paths import exists
from evacplan.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Homework:
    """One of them. path: its place in the plan; whom: "" and until: None where nothing was agreed."""

    path: str
    whom: str = ""
    until: date | None = None

    @property
    def is_agreed(self) -> bool:
        """Whether it belongs to somebody and has a day."""
        return bool(self.whom) and self.until is not None

    def is_late(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.until is not None and self.until < today


def homework(plan: Plan) -> tuple[Homework, ...]:
    """Every 未確認, the earliest day first, those without a day last; in the order of the marks otherwise."""
    found = [
        Homework(path, mark.ask_whom or "", mark.ask_until)
        for path, mark in plan.marks.items()
        if mark.unknown and exists(plan, path)
    ]
    return tuple(sorted(found, key=lambda each: each.until or date.max))
