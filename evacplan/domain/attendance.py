"""Who may have been there when a version was agreed, read from the plan."""

from collections.abc import Iterator
from datetime import date

from evacplan.domain import persons
from evacplan.domain.occasion import Occasion, OccasionKind
from evacplan.domain.plan import Plan
from evacplan.domain.plan.meeting import Attendee, Meeting

JOIN = "、"


def likely_occasion(plan: Plan, today: date, since: date | None = None) -> Occasion:
    """The meeting at which the next version was probably agreed, else a meeting today with nobody named.

    since: the day on which the version before was agreed; a meeting up to then belongs to that one, but for
    one of today, which still goes on.
    """
    held = [row for row in plan.meeting.meetings if _is_between(row, since, today)]
    if not held:
        return Occasion(OccasionKind.MEETING, today)
    last = max(held, key=lambda row: row.held_on or date.min)
    names = (_called(one) for one in last.attendees)
    return Occasion(OccasionKind.MEETING, last.held_on, JOIN.join(filter(None, names)))


def likely_persons(plan: Plan) -> tuple[str, ...]:
    """Everybody who may be named, each once: family, who came to meetings, then all others of the plan."""
    found: dict[str, str] = {}
    for name, shown in (*_family(plan), *_attendees(plan), *_others(plan)):
        found.setdefault(name, shown)
    return tuple(dict.fromkeys(found.values()))


def split_names(text: str) -> list[str]:
    """The names of a list as it is typed."""
    return [name.strip() for name in text.replace(",", JOIN).replace("，", JOIN).split(JOIN) if name.strip()]


def _is_between(row: Meeting, since: date | None, today: date) -> bool:
    if row.held_on is None or row.held_on > today:
        return False
    return since is None or row.held_on > since or row.held_on == today


def _family(plan: Plan) -> Iterator[tuple[str, str]]:
    for row in plan.child.household:
        if row.name or row.relation:
            shown = persons.shown(plan, f"{persons.REFERENCE}{row.key}")
            yield row.name or row.relation or "", shown


def _attendees(plan: Plan) -> Iterator[tuple[str, str]]:
    days = sorted(plan.meeting.meetings, key=lambda row: row.held_on or date.min, reverse=True)
    yield from (
        (one.name or _called(one), _called(one)) for row in days for one in row.attendees if _called(one)
    )


def _others(plan: Plan) -> Iterator[tuple[str, str]]:
    family = {row.key for row in plan.child.household}
    # Whoever helps may have come to a meeting, or be of the family, with another word for the role.
    alone = {row.key: row.name for row in plan.supporters.supporters}
    everybody = persons.persons(plan).items()
    yield from ((alone.get(key) or shown, shown) for key, shown in everybody if key not in family)


def _called(one: Attendee) -> str:
    """髙橋 健（父）, or what is known of somebody without a name."""
    if one.name:
        return f"{one.name}（{one.role}）" if one.role else one.name
    return one.role or one.organisation or ""
