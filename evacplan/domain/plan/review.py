"""S15 Distribution, S16 Drill and review."""

from evacplan.domain.choices import CopyEdition, CopyMedium, KeepPlace, ReviewReason
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import (
    Clock,
    Day,
    FieldPath,
    Line,
    Metres,
    Name,
    People,
    Person,
    Text,
    Times,
    YesNo,
)


class Copy(Row):
    """One copy that was handed to somebody."""

    recipient: Line | None = None
    edition: CopyEdition | None = None
    sections: Line | None = None
    medium: CopyMedium | None = None
    handed_on: Day | None = None
    handed_by: Person | None = None
    received_by: Name | None = None
    retrieve_on: Day | None = None


class HiddenField(Row):
    """A field the family does not want in one edition."""

    edition: CopyEdition | None = None
    field: FieldPath | None = None


class DistributionSection(Section):
    """Who holds which copy."""

    copies: tuple[Copy, ...] = ()
    hidden: tuple[HiddenField, ...] = ()
    keep_places: tuple[KeepPlace, ...] = ()
    keep_note: Line | None = None


class Drill(Row):
    """One drill and what was learnt."""

    held_on: Day | None = None
    scenario: Text | None = None
    participants: Text | None = None
    people_count: People | None = None
    started_at: Clock | None = None
    left_at: Clock | None = None
    arrived_at: Clock | None = None
    distance_m: Metres | None = None
    devices_worked: YesNo | None = None
    suction_on_the_way: Times | None = None
    problems: Text | None = None
    changes: Text | None = None
    next_plan: Line | None = None


class Revision(Row):
    """One line of the change history."""

    changed_on: Line | None = None
    section: Line | None = None
    what: Text | None = None
    changed_by: Person | None = None


class ReviewSection(Section):
    """A plan lives when it has been drilled and is looked at again."""

    drills: tuple[Drill, ...] = ()
    review_due_on: Day | None = None
    review_reasons: tuple[ReviewReason, ...] = ()
    revisions: tuple[Revision, ...] = ()
