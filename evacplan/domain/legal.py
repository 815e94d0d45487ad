"""What the Act asks of a plan, and whether it may be handed to the municipality.

災害対策基本法 art. 49-14 (3): the list items of art. 49-10 (2) 1 to 6, the supporter, the place and the
route; consent to making it art. 49-14 (1). The minimum check is that of shared/domain/rules.md section 1.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from evacplan.domain.choices import Consent, ShareBasis
from evacplan.domain.plan import Plan
from evacplan.domain.plan.meeting import MeetingSection


class LegalItem(StrEnum):
    """The items in the order of the Act."""

    NAME = "name"
    BIRTH = "birth"
    SEX = "sex"
    ADDRESS = "address"
    PHONE = "phone"
    REASON = "reason"
    SUPPORTER = "supporter"
    PLACE = "place"
    ROUTE = "route"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class LegalCheck:
    """Whether one item is there. places: where it is answered, the first one to go to."""

    item: LegalItem
    met: bool
    places: tuple[str, ...]


def legal_checks(plan: Plan) -> tuple[LegalCheck, ...]:
    """Every item of the Act with whether it is there, in its order."""
    return tuple(LegalCheck(item, met(plan), places) for item, (met, places) in _ITEMS.items())


class Refusal(StrEnum):
    """Why a paper may not be printed for others, or may not be handed to somebody (`legal_basis`)."""

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NO_CONSENT = "no_consent"
    CONSENT_REFUSED = "consent_refused"
    NOT_YET = "not_yet"
    NO_RECIPIENT = "no_recipient"
    RECIPIENT_REFUSED = "recipient_refused"
    RECIPIENT_WITHDRAWN = "recipient_withdrawn"
    RECIPIENT_UNASKED = "recipient_unasked"
    HOSPITAL_REFUSED = "hospital_refused"
    HOSPITAL_UNASKED = "hospital_unasked"
    NO_REASON = "no_reason"


def municipality_refusal(plan: Plan) -> Refusal | None:
    """Why the plan may not go to the municipality, or None when it may.

    It may with the family's consent to making the plan and to giving it to at least one recipient, or on a
    recorded basis that needs no consent (ordinance without refusal, emergency; rules.md section 1).
    """
    meeting = plan.meeting
    if meeting.share_basis is ShareBasis.EMERGENCY:
        return None
    objected = _objected(meeting)
    if objected is not None or meeting.share_basis is ShareBasis.ORDINANCE:
        return objected
    if meeting.consent_create is Consent.REFUSED:
        return Refusal.CONSENT_REFUSED
    if meeting.consent_create is not Consent.GIVEN:
        return Refusal.NO_CONSENT
    return None if any(share.is_given for share in meeting.shares) else Refusal.NO_RECIPIENT


def _objected(meeting: MeetingSection) -> Refusal | None:
    """What also ends what an ordinance allows."""
    if meeting.consent_withdrawn_on is not None:
        return Refusal.WITHDRAWN
    return Refusal.REFUSED if meeting.refusal_on is not None else None


def _phone(plan: Plan) -> bool:
    return bool(plan.child.phone_home or any(mobile.phone for mobile in plan.child.mobiles))


def _supporter(plan: Plan) -> bool:
    return any(
        row.name and row.address and row.phone and row.may_be_named for row in plan.supporters.supporters
    )


def _place(plan: Plan) -> bool:
    return any(place.name or place.kind for place in plan.destination.places)


def _route(plan: Plan) -> bool:
    return any(route.goal or route.description for route in plan.destination.routes)


_ITEMS: dict[LegalItem, tuple[Callable[[Plan], bool], tuple[str, ...]]] = {
    LegalItem.NAME: (lambda plan: bool(plan.child.name), ("child.name", "child.name_kana")),
    LegalItem.BIRTH: (lambda plan: plan.child.birth_on is not None, ("child.birth_on",)),
    LegalItem.SEX: (lambda plan: plan.child.sex is not None, ("child.sex",)),
    LegalItem.ADDRESS: (lambda plan: bool(plan.child.address), ("child.address", "child.postal_code")),
    LegalItem.PHONE: (_phone, ("child.phone_home", "child.mobiles")),
    LegalItem.REASON: (
        lambda plan: bool(plan.child.support_reason or plan.child.support_reasons),
        ("child.support_reason", "child.support_reasons"),
    ),
    LegalItem.SUPPORTER: (_supporter, ("supporters.supporters",)),
    LegalItem.PLACE: (_place, ("destination.places",)),
    LegalItem.ROUTE: (_route, ("destination.routes",)),
    LegalItem.CONSENT: (
        lambda plan: plan.meeting.consent_create is not None,
        ("meeting.consent_create",),
    ),
}
