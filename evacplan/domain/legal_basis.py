"""On what basis a paper may be handed to somebody, or why not. Source: rules.md sections 1 and 9.

The family's own papers always print. The hospital's need the family's OK. The municipality's and what is
drawn from it need consent to making the plan and to giving it to that recipient in ordinary times (arts.
49-14, 49-15), or an ordinance that nobody objected to. In or near a disaster, where life depends on it, a
paper may be given without consent; that asks for a reason and is recorded.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evacplan.domain.choices import Consent, ShareBasis, ShareConsent
from evacplan.domain.copies import Basis, Issue
from evacplan.domain.legal import Refusal, municipality_refusal
from evacplan.domain.plan import Plan
from evacplan.domain.plan.meeting import Share


class Reader(StrEnum):
    """Who reads a paper."""

    FAMILY = "family"
    MUNICIPALITY = "municipality"
    HOSPITAL = "hospital"


# By the paper's name, as a copy in the store is called.
READERS = {
    "family": Reader.FAMILY,
    "fridge": Reader.FAMILY,
    "wallet": Reader.FAMILY,
    "municipality": Reader.MUNICIPALITY,
    "supporters": Reader.MUNICIPALITY,
    "hospital": Reader.HOSPITAL,
}
CURED_AT = {
    Refusal.REFUSED: "meeting.refusal_on",
    Refusal.WITHDRAWN: "meeting.consent_withdrawn_on",
    Refusal.CONSENT_REFUSED: "meeting.consent_create",
    Refusal.NO_CONSENT: "meeting.consent_create",
    Refusal.NOT_YET: "meeting.consent_create_on",
    Refusal.NO_RECIPIENT: "meeting.shares",
    Refusal.RECIPIENT_REFUSED: "meeting.shares",
    Refusal.RECIPIENT_WITHDRAWN: "meeting.shares",
    Refusal.RECIPIENT_UNASKED: "meeting.shares",
    Refusal.HOSPITAL_REFUSED: "meeting.consent_hospital",
    Refusal.HOSPITAL_UNASKED: "meeting.consent_hospital",
    Refusal.NO_REASON: "meeting.share_basis",
}
_SAID_NO = frozenset(
    {
        Refusal.REFUSED,
        Refusal.WITHDRAWN,
        Refusal.CONSENT_REFUSED,
        Refusal.RECIPIENT_REFUSED,
        Refusal.RECIPIENT_WITHDRAWN,
        Refusal.HOSPITAL_REFUSED,
    }
)


@dataclass(frozen=True, slots=True)
class DisasterException:
    """A paper is given without consent in or near a disaster. reason: why life depends on it."""

    reason: str


def basis_for(
    plan: Plan, paper: str, recipient: str, today: date, exception: DisasterException | None = None
) -> Basis | Refusal:
    """On what basis a paper may go to a recipient today, or why it may not.

    paper: its name. recipient: the key of a row of meeting.shares, the name or kind that stands there, or
    anybody else, such as the municipality or the hospital ("" for nobody named).
    """
    reader = READERS[paper]
    if reader is Reader.FAMILY:
        return Basis.OWN
    found = _hospital(plan, today) if reader is Reader.HOSPITAL else _shared(plan, recipient, today)
    if isinstance(found, Basis) or exception is None:
        return found
    return Basis.DISASTER if exception.reason.strip() else Refusal.NO_REASON


def to_collect(
    plan: Plan, copies: Iterable[Issue], today: date, meant: Callable[[str], str] = str
) -> tuple[Issue, ...]:
    """The copies that must come back, because the family said no to who has them, or took its consent back.

    What was only not asked yet, or was given in a disaster without being asked, stays where it is.
    meant: what recipient a typed name means, as `basis_for` takes it.
    """
    return tuple(
        copy
        for copy in copies
        if copy.is_out and basis_for(plan, copy.edition, meant(copy.recipient), today) in _SAID_NO
    )


def _hospital(plan: Plan, today: date) -> Basis | Refusal:
    """The family's OK for the hospital is asked for itself; consent to the Act's plan is another matter."""
    meeting = plan.meeting
    if meeting.consent_withdrawn_on is not None:
        return Refusal.WITHDRAWN
    if meeting.consent_hospital is Consent.REFUSED:
        return Refusal.HOSPITAL_REFUSED
    if meeting.consent_hospital is not Consent.GIVEN:
        return Refusal.HOSPITAL_UNASKED
    return Refusal.NOT_YET if _lies_ahead(meeting.consent_hospital_on, today) else Basis.OWN


def _shared(plan: Plan, recipient: str, today: date) -> Basis | Refusal:
    meeting, basis = plan.meeting, plan.meeting.share_basis
    # Printing may go on in a disaster; handing out needs its reason, which no field of the plan holds.
    refusal = Refusal.NO_REASON if basis is ShareBasis.EMERGENCY else municipality_refusal(plan)
    if refusal is not None:
        return refusal
    found = [_about(share, basis, today) for share in meeting.shares if recipient and _is(share, recipient)]
    refused = [answer for answer in found if isinstance(answer, Refusal)]
    if refused:
        return refused[0]
    if basis is ShareBasis.ORDINANCE:
        return Basis.ORDINANCE
    return Refusal.NOT_YET if _lies_ahead(meeting.consent_create_on, today) else Basis.CONSENT


def _about(share: Share, basis: ShareBasis | None, today: date) -> Basis | Refusal:
    if share.consent is ShareConsent.REFUSED:
        return Refusal.RECIPIENT_REFUSED
    if share.withdrawn_on is not None:
        return Refusal.RECIPIENT_WITHDRAWN
    if basis is ShareBasis.ORDINANCE:
        return Basis.ORDINANCE
    if share.consent is None:
        return Refusal.RECIPIENT_UNASKED
    return Refusal.NOT_YET if _lies_ahead(share.consent_on, today) else Basis.CONSENT


def _is(share: Share, recipient: str) -> bool:
    kind = share.recipient.value if share.recipient is not None else None
    return recipient in (share.key, share.recipient_name, kind)


def _lies_ahead(day: date | None, today: date) -> bool:
    return day is not None and day > today
