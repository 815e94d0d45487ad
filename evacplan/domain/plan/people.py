"""S12 Supporting personnel, S13 Contact chain, S14 Registrations."""

from evacplan.domain.choices import (
    CallMoment,
    RegistrationStatus,
    SupporterRelation,
    SupporterRole,
    TeamRole,
)
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import Day, Kana, Line, Name, Person, Phone, Pin, Text


class Supporter(Row):
    """A person or group that gives evacuation support (避難支援等実施者)."""

    name: Name | None = None
    kana: Kana | None = None
    address: Line | None = None
    phone: Phone | None = None
    phone_other: Phone | None = None
    relation: SupporterRelation | None = None
    title: Line | None = None
    roles: tuple[SupporterRole, ...] = ()
    available: Line | None = None
    consent_on: Day | None = None
    consent_scope: Line | None = None
    deputy: Person | None = None

    @property
    def may_be_named(self) -> bool:
        """Whether the papers of others may name this supporter: who agreed, or is asked with the family."""
        return self.consent_on is not None or self.relation is SupporterRelation.RELATIVE


class TeamMember(Row):
    """One of the support team."""

    organisation: Line | None = None
    name: Name | None = None
    role: TeamRole | None = None
    phone: Phone | None = None
    hours: Line | None = None


class SupportersSection(Section):
    """Who helps, doing what."""

    supporters: tuple[Supporter, ...] = ()
    team: tuple[TeamMember, ...] = ()
    absent_rule: Text | None = None


class Contact(Row):
    """One call of the chain; the order of the rows is the order of calls. caller: who makes it."""

    who: Person | None = None
    organisation: Line | None = None
    phone_day: Phone | None = None
    phone_night: Phone | None = None
    mobile_mail: Line | None = None
    hours: Line | None = None
    caller: Person | None = None
    moments: tuple[CallMoment, ...] = ()
    say: Text | None = None
    if_no_answer: Line | None = None


class ContactsSection(Section):
    """Whom to call, in which order. A threat to life is 119 first, always."""

    chain: tuple[Contact, ...] = ()
    dial171_phone: Phone | None = None
    dial171_pin: Pin | None = None
    relay_contact: Person | None = None
    relay_place: Line | None = None
    relay_phone: Phone | None = None
    script_119: Text | None = None
    script_power_company: Text | None = None


class Registration(Record):
    """The state of one registration."""

    status: RegistrationStatus | None = None
    done_on: Day | None = None
    number: Line | None = None
    phone: Phone | None = None
    note: Line | None = None


class RegistrationsSection(Section):
    """Where the child is known before anything happens."""

    support_list: Registration = Registration()
    power_company: Registration = Registration()
    fire_department: Registration = Registration()
    net119: Registration = Registration()
    supplier: Registration = Registration()
    hospital_record: Registration = Registration()
    daily_living_tools: Registration = Registration()
