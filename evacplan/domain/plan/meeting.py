"""S0 Meeting, explanation and consent."""

from evacplan.domain.choices import (
    AuthorRole,
    Consent,
    ExplainedItem,
    PlanKind,
    ShareBasis,
    ShareConsent,
    ShareRecipient,
    SignerRelation,
)
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import Day, Kana, Line, Name, People, Person, Text, Version, YesNo


class Attendee(Row):
    """One person at a meeting."""

    name: Name | None = None
    organisation: Line | None = None
    role: Line | None = None


class Meeting(Row):
    """One case meeting."""

    held_on: Day | None = None
    place: Line | None = None
    people_count: People | None = None
    attendees: tuple[Attendee, ...] = ()
    agenda: Text | None = None
    decisions: Text | None = None
    open_issues: Text | None = None
    next_on: Day | None = None
    next_place: Line | None = None


class Share(Row):
    """Consent to give the plan to one recipient in normal times (art. 49-15)."""

    recipient: ShareRecipient | None = None
    recipient_name: Line | None = None
    consent: ShareConsent | None = None
    consent_on: Day | None = None
    withdrawn_on: Day | None = None
    limits: Text | None = None

    @property
    def is_given(self) -> bool:
        """Whether this recipient may be named as one."""
        return self.consent is ShareConsent.GIVEN and self.withdrawn_on is None


class MeetingSection(Section):
    """Who made the plan, what was explained and what was agreed."""

    plan_number: Line | None = None
    plan_version: Version | None = None
    plan_kind: PlanKind | None = None
    created_on: Day | None = None
    updated_on: Day | None = None
    author_name: Name | None = None
    author_kana: Kana | None = None
    author_org: Line | None = None
    author_role: AuthorRole | None = None
    meetings: tuple[Meeting, ...] = ()
    explained_on: Day | None = None
    explained_by: Person | None = None
    explained_items: tuple[ExplainedItem, ...] = ()
    consent_create: Consent | None = None
    consent_create_on: Day | None = None
    signer_name: Name | None = None
    signer_relation: SignerRelation | None = None
    signed_by_proxy: YesNo | None = None
    proxy_reason: Text | None = None
    consent_withdrawn_on: Day | None = None
    consent_hospital: Consent | None = None
    consent_hospital_on: Day | None = None
    shares: tuple[Share, ...] = ()
    share_basis: ShareBasis | None = None
    refusal_on: Day | None = None
    liability_notice_acknowledged: YesNo | None = None
    liability_notice_on: Day | None = None
