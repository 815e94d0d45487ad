"""Names of files that are proposed for papers; they tell nothing about the child."""

from evacplan.domain.plan import Plan


def numbered(plan: Plan, plan_id: str, title: str) -> str:
    """A name for a PDF, after the number of its plan. title: what the paper is, and of which day."""
    number = plan.meeting.plan_number or plan_id[:8]
    safe = "".join(one if one.isalnum() or one in "-_" else "-" for one in number)
    return f"{safe}_{title}.pdf"
