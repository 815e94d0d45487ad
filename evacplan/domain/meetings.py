"""The case meetings of a plan in the order of their days: today's, the last one, and who may come again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evacplan.domain.plan import Plan, new_key
from evacplan.domain.plan.meeting import Attendee, Meeting

MEETINGS = "meeting.meetings"


def held(plan: Plan) -> list[Meeting]:
    """The meetings with a day, the earliest first."""
    return sorted(
        (row for row in plan.meeting.meetings if row.held_on), key=lambda row: row.held_on or date.min
    )


def meeting_on(plan: Plan, day: date) -> Meeting | None:
    """The meeting of a day, the last one written down where there are several."""
    return next((row for row in reversed(held(plan)) if row.held_on == day), None)


def last_before(plan: Plan, day: date) -> Meeting | None:
    """The latest meeting before a day."""
    return next((row for row in reversed(held(plan)) if row.held_on is not None and row.held_on < day), None)


def latest(plan: Plan, today: date) -> Meeting | None:
    """The meeting to be ended: today's, else the last one."""
    return meeting_on(plan, today) or last_before(plan, today)


def number_of(plan: Plan, meeting: Meeting) -> int:
    """Which meeting it is by its day, counted from 1; 0 while it has no day."""
    keys = [row.key for row in held(plan)]
    return keys.index(meeting.key) + 1 if meeting.key in keys else 0


def begun(plan: Plan, day: date, place: str, attendees: tuple[Attendee, ...]) -> tuple[Meeting, ...]:
    """The rows of all meetings with one of this day at the end."""
    row = Meeting(key=new_key(), held_on=day, place=place or None, attendees=attendees)
    return (*plan.meeting.meetings, row)


def likely_attendees(plan: Plan, day: date) -> tuple[Attendee, ...]:
    """Who may be there on a day: who came last time, then to earlier meetings, then family and supporters."""
    found: list[Attendee] = []
    for one in (*_who_came(plan, day), *_family(plan), *_supporters(plan)):
        if not any(is_same(one, other) for other in found):
            found.append(one)
    return tuple(found)


def is_same(one: Attendee, other: Attendee) -> bool:
    """Whether two rows mean one person; where both have a name and a role alone differs, they do."""
    if one.name and other.name:
        return one.name == other.name and (one.organisation or "") == (other.organisation or "")
    return _said(one) == _said(other)


def with_attendee(attendees: tuple[Attendee, ...], one: Attendee) -> tuple[Attendee, ...]:
    """Everybody who was there and one more, in a row of their own."""
    if any(is_same(one, other) for other in attendees):
        return attendees
    return (*attendees, one.model_copy(update={"key": new_key()}))


def without_attendee(attendees: tuple[Attendee, ...], one: Attendee) -> tuple[Attendee, ...]:
    """Everybody else who was there."""
    return tuple(other for other in attendees if not is_same(one, other))


def _who_came(plan: Plan, day: date) -> Iterator[Attendee]:
    for row in reversed(held(plan)):
        if row.held_on is not None and row.held_on < day:
            yield from (one for one in row.attendees if any(_said(one)))


def _family(plan: Plan) -> Iterator[Attendee]:
    for row in plan.child.household:
        if row.name or row.relation:
            yield Attendee(key=row.key, name=row.name, role=row.relation)


def _supporters(plan: Plan) -> Iterator[Attendee]:
    for row in plan.supporters.team:
        if row.name or row.organisation:
            yield Attendee(key=row.key, name=row.name, organisation=row.organisation)
    for one in plan.supporters.supporters:
        if one.name or one.title:
            yield Attendee(key=one.key, name=one.name, role=one.title)


def _said(one: Attendee) -> tuple[str, str, str]:
    return one.name or "", one.organisation or "", one.role or ""
