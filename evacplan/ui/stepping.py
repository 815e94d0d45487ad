"""What a step back or forth changed, in words: it may lie on another page than the one on the screen."""

from evacplan.domain.differences import How, differences
from evacplan.domain.paths import exists
from evacplan.domain.plan import Plan
from evacplan.domain.plan.extras import EXTRAS
from evacplan.ui.desk import Desk
from evacplan.ui.headings import place_heading


def stepped_place(desk: Desk, before: Plan) -> str:
    """The first place that the open plan differs in from before, "" where nothing does."""
    plan = desk.session.plan
    found = next(differences(before, plan), None)
    if found is None:
        return ""
    there = before if found.how is How.REMOVED else plan
    if f".{EXTRAS}." in found.path or not exists(there, found.path):
        return desk.form.section(found.section).title
    return place_heading(desk.form, there, found.path, desk.veil.hides)
