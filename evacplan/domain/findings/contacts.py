"""Findings about the chain of calls and the registrations. Source: rules.md §6, §8; power.md §9 (P1)."""

from collections.abc import Iterator
from itertools import pairwise

from evacplan.domain.choices import RegistrationStatus
from evacplan.domain.findings.facts import Facts, filled
from evacplan.domain.findings.finding import Finding, Kind, Named, amber, info, red, rule
from evacplan.domain.persons import as_reference, row_of
from evacplan.domain.plan.child import FamilyMember
from evacplan.domain.plan.devices import Supplier
from evacplan.domain.plan.people import Contact, Supporter

PHONE_TWICE = amber("phone_twice", "first", "second")
NO_PHONE = red("contact_without_phone", "contact")
NOBODY_AT_NIGHT = red("nobody_at_night")
SILENT_AT_NIGHT = amber("silent_at_night", "first", "second")
SUPPORT_CENTRE_MAIL = info("support_centre_mail")

LIST_NOT_DONE = amber("support_list_not_done")
LIST_APPLIED = amber("support_list_applied")
POWER_COMPANY_NOT_DONE = info("power_company_not_done")
FIRE_NOT_DONE = info("fire_not_done")
NET119_NOT_DONE = amber("net119_not_done")
SUPPLIER_NOT_DONE = amber("supplier_registration_not_done")
HOSPITAL_RECORD_NOT_DONE = amber("hospital_record_not_done")
TOOLS_APPLIED = amber("daily_tools_applied")

CHAIN = "contacts.chain"
_DONE, _APPLIED = RegistrationStatus.DONE, RegistrationStatus.APPLIED
_REGISTRATIONS: tuple[tuple[str, Kind | None, Kind | None], ...] = (
    ("support_list", LIST_NOT_DONE, LIST_APPLIED),
    ("power_company", POWER_COMPANY_NOT_DONE, POWER_COMPANY_NOT_DONE),
    ("fire_department", FIRE_NOT_DONE, FIRE_NOT_DONE),
    ("net119", NET119_NOT_DONE, NET119_NOT_DONE),
    ("supplier", SUPPLIER_NOT_DONE, SUPPLIER_NOT_DONE),
    ("hospital_record", HOSPITAL_RECORD_NOT_DONE, HOSPITAL_RECORD_NOT_DONE),
    ("daily_living_tools", None, TOOLS_APPLIED),
)


def phone_twice(facts: Facts) -> Iterator[Finding]:
    """The same number for two entries of the chain; the day and night number of one may be the same."""
    seen: dict[str, str] = {}
    for path, row in filled(facts.plan.contacts.chain, CHAIN):
        for name in ("phone_day", "phone_night"):
            digits = (getattr(row, name) or "").replace("-", "")
            if digits and seen.setdefault(digits, path) != path:
                yield PHONE_TWICE.at(f"{path}.{name}", first=Named(seen[digits]), second=Named(path))


def contact_without_phone(facts: Facts) -> Iterator[Finding]:
    for path, row in filled(facts.plan.contacts.chain, CHAIN):
        if not row.phone_day and not row.phone_night:
            yield NO_PHONE.at(f"{path}.phone_day", contact=Named(path))


def night(facts: Facts) -> Iterator[Finding]:
    """Two in a row that do not answer at night, before somebody who does; or nobody at all."""
    chain = list(filled(facts.plan.contacts.chain, CHAIN))
    answers = [answers_at_night(facts, row) for _, row in chain]
    if chain and not any(answers):
        yield NOBODY_AT_NIGHT.at(CHAIN)
        return
    for i, ((first, _), (second, _)) in enumerate(pairwise(chain)):
        if not answers[i] and not answers[i + 1] and any(answers[i + 2 :]):
            yield SILENT_AT_NIGHT.at(f"{second}.phone_night", first=Named(first), second=Named(second))


def answers_at_night(facts: Facts, contact: Contact) -> bool:
    """Whether somebody is likely to answer: a night number, a mobile, the family, or 24 hours said."""
    number = contact.phone_day or ""
    if contact.phone_night or number.startswith(("070", "080", "090", "060")):
        return True
    row = row_of(facts.plan, as_reference(facts.plan, contact.who)) if contact.who else None
    if isinstance(row, Supplier) and number and row.phone_24h == number:
        return True
    said = [contact.hours or "", (row.available or "") if isinstance(row, Supporter) else ""]
    return isinstance(row, FamilyMember) or any("24" in text or "夜" in text for text in said)


def registrations(facts: Facts) -> Iterator[Finding]:
    """Registrations that somebody called not done, applied for or 未確認; an empty one was not asked yet."""
    for name, not_done, applied in _REGISTRATIONS:
        place = f"registrations.{name}.status"
        status = getattr(facts.plan.registrations, name).status
        kind = applied if status is _APPLIED else not_done
        asked = status is not None or facts.says_unknown(place) or facts.says_none(place)
        if asked and status is not _DONE and kind is not None:
            yield kind.at(place)


def support_centre_mail(facts: Facts) -> Iterator[Finding]:
    """Two papers give the centre's address with a digit 1 and with a letter l (rules.md §8)."""
    for path, row in filled(facts.plan.contacts.chain, CHAIN):
        if row.mobile_mail and "zaitaku_shien" in row.mobile_mail:
            yield SUPPORT_CENTRE_MAIL.at(f"{path}.mobile_mail")


RULES = (
    rule(contact_without_phone, NO_PHONE),
    rule(night, NOBODY_AT_NIGHT, SILENT_AT_NIGHT),
    rule(phone_twice, PHONE_TWICE),
    rule(
        registrations,
        LIST_NOT_DONE,
        LIST_APPLIED,
        POWER_COMPANY_NOT_DONE,
        FIRE_NOT_DONE,
        NET119_NOT_DONE,
        SUPPLIER_NOT_DONE,
        HOSPITAL_RECORD_NOT_DONE,
        TOOLS_APPLIED,
    ),
    rule(support_centre_mail, SUPPORT_CENTRE_MAIL),
)
