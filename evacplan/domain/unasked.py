"""Which findings say no more than that a question has not been asked yet."""

from datetime import date
from functools import lru_cache

from evacplan.domain.findings import findings
from evacplan.domain.paths import get, is_empty
from evacplan.domain.plan import Plan


def is_unasked(plan: Plan, code: str, place: str, today: date) -> bool:
    """Whether a finding follows from no answer at all.

    A plan in which nothing was asked has it as well, and its own place bears neither a value nor a mark:
    whatever follows from an answer, なし and 未確認 among them, is never one of these.
    """
    return (
        (code, place) in _of_an_empty_plan(today) and is_empty(get(plan, place)) and not _marked(plan, place)
    )


@lru_cache(maxsize=1)
def _of_an_empty_plan(today: date) -> frozenset[tuple[str, str]]:
    return frozenset((finding.code, finding.place) for finding in findings(Plan(), today))


def _marked(plan: Plan, place: str) -> bool:
    return any(path == place or path.startswith(f"{place}.") for path in plan.marks)
