"""How a break becomes homework: 未確認 at its own field where that is empty, else a line among the drills.

A field that has an answer never loses it. A rehearsal at the table is no drill: its row has no day held, so
that nobody counts it as one; what to change because of it is 未確認 until somebody has settled it.
"""

from evacplan.domain.paths import exists, get, is_empty
from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Record
from evacplan.domain.plan.review import Drill

DRILLS = "review.drills"


def is_open(plan: Plan, path: str) -> bool:
    """Whether a place can be marked 未確認 without losing an answer: an empty field or list, not なし."""
    if not exists(plan, path) or isinstance(get(plan, path), Record):
        return False
    mark = plan.marks.get(path)
    return is_empty(get(plan, path)) and not (mark is not None and mark.none)


def is_asked(plan: Plan, path: str) -> bool:
    """Whether a place is 未確認 already, with somebody or a day named."""
    mark = plan.marks.get(path)
    return mark is not None and mark.unknown and (mark.ask_whom is not None or mark.ask_until is not None)


def noted(plan: Plan, scenario: str) -> Drill | None:
    """The row in which the breaks of these circumstances are noted."""
    return next((row for row in plan.review.drills if row.scenario == scenario), None)


def with_line(text: str | None, line: str) -> str:
    """A text with one line more; once is enough."""
    lines = (text or "").splitlines()
    return "\n".join(lines if line in lines else [*lines, line])
