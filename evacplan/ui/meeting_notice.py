"""The quiet line when a plan is opened: that homework or a review waits, and the key to begin a meeting."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from evacplan.domain.homework import homework
from evacplan.domain.meetings import meeting_on
from evacplan.domain.plan import Plan


def waiting(plan: Plan, today: date) -> str:
    """What waits, in a sentence; "" where nothing does, or where today's meeting has begun."""
    if meeting_on(plan, today) is not None:
        return ""
    found = homework(plan)
    late = sum(each.is_late(today) for each in found)
    due = plan.review.review_due_on
    parts = []
    if found:
        words = (
            _tr("宿題が {count}件あります（期限切れ {late}件）。")
            if late
            else _tr("宿題が {count}件あります。")
        )
        parts.append(words.format(count=len(found), late=late))
    if due is not None and due < today:
        parts.append(_tr("見直しの期限を過ぎています。"))
    return "".join([*parts, _tr("会議をはじめるときは Ctrl+M です。")]) if parts else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("meeting", words)
