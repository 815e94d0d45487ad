"""Findings about the legal items and consent. Source: rules.md §1 (L1, L3), §8."""

from collections.abc import Iterator

from evacplan.domain.choices import Consent, ShareBasis, ShareConsent, SignerRelation
from evacplan.domain.findings.facts import Facts, filled
from evacplan.domain.findings.finding import Finding, Named, amber, info, red, rule
from evacplan.domain.legal import LegalItem, legal_checks, municipality_refusal
from evacplan.domain.wareki import age_on

LEGAL_ITEM_MISSING = red("legal_item_missing", "item")
MUNICIPALITY_REFUSED = red("municipality_refused", "reason")
CONSENT_UNSIGNED = amber("consent_unsigned")
CONSENT_UNDATED = amber("consent_undated")
SIGNER_NOT_GUARDIAN = amber("signer_not_guardian")
CONSENT_BEFORE_EXPLANATION = amber("consent_before_explanation")
LIABILITY_NOTICE_OPEN = amber("liability_notice_open")
SHARE_UNANSWERED = amber("share_unanswered", "share")
SHARE_REFUSED = info("share_refused", "share")
COPY_WITHOUT_EDITION = amber("copy_without_edition", "copy")

ADULT = 18
SHARES = "meeting.shares"
COPIES = "distribution.copies"


def legal_item_missing(facts: Facts) -> Iterator[Finding]:
    for check in legal_checks(facts.plan):
        if not check.met:
            yield LEGAL_ITEM_MISSING.at(check.places[0], item=check.item)


def municipality_refused(facts: Facts) -> Iterator[Finding]:
    """Said once: where no consent is recorded at all, the legal item says it already."""
    refusal = municipality_refusal(facts.plan)
    unasked = any(check.item is LegalItem.CONSENT and not check.met for check in legal_checks(facts.plan))
    if refusal is not None and not unasked:
        yield MUNICIPALITY_REFUSED.at("meeting.consent_create", reason=refusal)


def consent(facts: Facts) -> Iterator[Finding]:
    """A consent is signed by the child's guardian, dated, and given after the explanation."""
    meeting, child = facts.plan.meeting, facts.plan.child
    if meeting.consent_create is not Consent.GIVEN:
        return
    if not meeting.signer_name:
        yield CONSENT_UNSIGNED.at("meeting.signer_name")
    if meeting.consent_create_on is None:
        yield CONSENT_UNDATED.at("meeting.consent_create_on")
    elif meeting.explained_on is not None and meeting.consent_create_on < meeting.explained_on:
        yield CONSENT_BEFORE_EXPLANATION.at("meeting.consent_create_on")
    is_minor = child.birth_on is not None and age_on(child.birth_on, facts.plan_date) < ADULT
    if is_minor and meeting.signer_relation is SignerRelation.SELF:
        yield SIGNER_NOT_GUARDIAN.at("meeting.signer_relation")
    if meeting.liability_notice_acknowledged is not True:
        yield LIABILITY_NOTICE_OPEN.at("meeting.liability_notice_acknowledged")


def shares(facts: Facts) -> Iterator[Finding]:
    by_consent = facts.plan.meeting.share_basis in (None, ShareBasis.CONSENT)
    for path, row in filled(facts.plan.meeting.shares, SHARES):
        place = f"{path}.consent"
        if row.consent is ShareConsent.REFUSED:
            yield SHARE_REFUSED.at(place, share=Named(path))
        elif row.consent is None and by_consent:
            yield SHARE_UNANSWERED.at(place, share=Named(path))


def copies(facts: Facts) -> Iterator[Finding]:
    """Said before the version is confirmed: whoever has no edition in it is given no copy of it."""
    for path, row in filled(facts.plan.distribution.copies, COPIES):
        if row.recipient and row.edition is None:
            yield COPY_WITHOUT_EDITION.at(f"{path}.edition", copy=Named(path))


RULES = (
    rule(copies, COPY_WITHOUT_EDITION),
    rule(legal_item_missing, LEGAL_ITEM_MISSING),
    rule(municipality_refused, MUNICIPALITY_REFUSED),
    rule(
        consent,
        CONSENT_UNSIGNED,
        CONSENT_UNDATED,
        CONSENT_BEFORE_EXPLANATION,
        SIGNER_NOT_GUARDIAN,
        LIABILITY_NOTICE_OPEN,
    ),
    rule(shares, SHARE_REFUSED, SHARE_UNANSWERED),
)
