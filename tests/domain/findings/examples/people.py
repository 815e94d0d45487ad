"""Examples of findings about people, contacts and consent."""

from typing import Any

from evacplan.domain.plan import Plan
from tests.domain.findings.examples.example import (
    Example,
    plan,
    rows,
)
from tests.domain.plans import case_a


def supporters(*answers: dict[str, Any], **sections: Any) -> Plan:
    return plan(supporters={"supporters": rows(*answers)}, **sections)


KIDACHI: dict[str, Any] = {
    "name": "木立 勇",
    "address": "浪の音",
    "phone": "017-000-0401",
    "consent_on": "2026-06-20",
}
SAITO = {**KIDACHI, "name": "斎藤 ミヨ", "phone": "090-0000-4021"}
FAMILY = {"household": ({"key": "father", "name": "木立 勇"},)}

PEOPLE = (
    Example("single_supporter", supporters(KIDACHI), "supporters.supporters", supporters(KIDACHI, SAITO)),
    Example(
        "supporter_incomplete",
        supporters({**KIDACHI, "address": None}),
        "supporters.supporters.r0.address",
        supporters(KIDACHI),
    ),
    Example(
        "supporter_consent_missing",
        supporters({**KIDACHI, "consent_on": None}),
        "supporters.supporters.r0.consent_on",
        supporters(KIDACHI),
    ),
    Example(
        "supporter_twice",
        supporters(KIDACHI, {**SAITO, "phone": "017-000-0401"}),
        "supporters.supporters.r0.name",
        supporters(KIDACHI, SAITO),
    ),
    Example(
        "supporter_at_home",
        supporters(KIDACHI, child=FAMILY),
        "supporters.supporters.r0.name",
        supporters(SAITO, child=FAMILY),
    ),
    Example(
        "same_person_twice",
        plan(triggers={"who_decides": "母", "deputy_decides": "母"}),
        "triggers.deputy_decides",
        plan(triggers={"who_decides": "母", "deputy_decides": "父"}),
    ),
    Example(
        "no_second_carer",
        plan(child={"main_carer": "母"}),
        "child.second_carer",
        plan(child={"main_carer": "母", "second_carer": "父"}),
    ),
)


def chain(*answers: dict[str, Any]) -> Plan:
    return plan(contacts={"chain": rows(*answers)})


def registered(name: str, status: str) -> Plan:
    return plan(registrations={name: {"status": status}})


CITY = {"organisation": "市", "phone_day": "017-000-0600"}
SCHOOL = {"organisation": "学校", "phone_day": "017-000-0610"}
MOTHER = {"who": "母", "phone_day": "090-0000-1141"}

CONTACTS = (
    Example("contact_without_phone", chain({"who": "母"}), "contacts.chain.r0.phone_day", chain(MOTHER)),
    Example("nobody_at_night", chain(CITY, SCHOOL), "contacts.chain", chain(CITY, MOTHER)),
    Example(
        "silent_at_night",
        chain(CITY, SCHOOL, MOTHER),
        "contacts.chain.r1.phone_night",
        chain(CITY, {**SCHOOL, "hours": "24時間"}, MOTHER),
    ),
    Example(
        "phone_twice",
        chain(MOTHER, {**MOTHER, "who": "父"}),
        "contacts.chain.r1.phone_day",
        chain({**MOTHER, "phone_night": MOTHER["phone_day"]}),
    ),
    Example(
        "support_centre_mail",
        chain({"mobile_mail": "zaitaku_shienl@example.jp"}),
        "contacts.chain.r0.mobile_mail",
        chain({"mobile_mail": "a@example.jp"}),
    ),
    *(
        Example(code, registered(name, status), f"registrations.{name}.status", registered(name, "done"))
        for code, name, status in (
            ("support_list_not_done", "support_list", "not_done"),
            ("support_list_applied", "support_list", "applied"),
            ("power_company_not_done", "power_company", "not_done"),
            ("fire_not_done", "fire_department", "not_done"),
            ("net119_not_done", "net119", "not_done"),
            ("supplier_registration_not_done", "supplier", "not_done"),
            ("hospital_record_not_done", "hospital_record", "applied"),
            ("daily_tools_applied", "daily_living_tools", "applied"),
        )
    ),
)


def meeting(**answers: Any) -> Plan:
    return plan(meeting=answers)


CONSENT: dict[str, Any] = {
    "consent_create": "given",
    "consent_create_on": "2026-06-02",
    "explained_on": "2026-06-02",
    "signer_name": "髙橋 健",
    "signer_relation": "father",
    "liability_notice_acknowledged": True,
}


def consented(**answers: Any) -> Plan:
    return plan(meeting={**CONSENT, **answers}, child={"birth_on": "2018-04-09"})


CONSENTS = (
    Example("legal_item_missing", Plan(), "child.name", case_a()),
    Example("municipality_refused", meeting(consent_create="refused"), "meeting.consent_create", case_a()),
    Example("consent_unsigned", consented(signer_name=None), "meeting.signer_name", consented()),
    Example("consent_undated", consented(consent_create_on=None), "meeting.consent_create_on", consented()),
    Example(
        "consent_before_explanation",
        consented(explained_on="2026-06-03"),
        "meeting.consent_create_on",
        consented(),
    ),
    Example("signer_not_guardian", consented(signer_relation="self"), "meeting.signer_relation", consented()),
    Example(
        "liability_notice_open",
        consented(liability_notice_acknowledged=None),
        "meeting.liability_notice_acknowledged",
        consented(),
    ),
    Example(
        "share_refused",
        meeting(shares=rows({"recipient": "police", "consent": "refused"})),
        "meeting.shares.r0.consent",
        meeting(shares=rows({"recipient": "police", "consent": "given"})),
    ),
    Example(
        "share_unanswered",
        meeting(shares=rows({"recipient": "police"})),
        "meeting.shares.r0.consent",
        meeting(shares=rows({"recipient": "police"}), share_basis="ordinance"),
    ),
    Example(
        "copy_without_edition",
        plan(distribution={"copies": rows({"recipient": "支援者2名"})}),
        "distribution.copies.r0.edition",
        plan(distribution={"copies": rows({"recipient": "支援者2名", "edition": "supporters"})}),
    ),
)
