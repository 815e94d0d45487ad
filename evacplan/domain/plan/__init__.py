"""The plan: one immutable value, one class per section of the manual.

Glossary (Japanese term: the English word kept everywhere)
    個別避難計画: plan                      避難行動要支援者名簿: support_list
    避難支援等実施者: supporter             避難支援等関係者: share recipient
    医療的ケア児等コーディネーター: care_coordinator   訪問看護: visiting_nurse
    蘇生バッグ: resuscitation bag           人工鼻: hme              同調器: conserver
    内蔵電池 / 外部電池: battery / external_batteries   ポータブル電源: portable
    連絡網: chain of contacts               福祉避難所 (指定 / 協定): welfare shelter (designated / agreed)
    愛護手帳: aigo_handbook                 民生委員: welfare_volunteer
"""

from typing import Annotated

from pydantic import Field

from evacplan.domain.plan.base import Record, Row, new_key
from evacplan.domain.plan.care import CareSection
from evacplan.domain.plan.child import ChildSection
from evacplan.domain.plan.destination import DestinationSection
from evacplan.domain.plan.devices import DevicesSection
from evacplan.domain.plan.home import HomeSection, TriggersSection
from evacplan.domain.plan.marks import NO_MARK, Mark
from evacplan.domain.plan.meeting import MeetingSection
from evacplan.domain.plan.oxygen import OxygenSection
from evacplan.domain.plan.people import ContactsSection, RegistrationsSection, SupportersSection
from evacplan.domain.plan.power import PowerNeedsSection, PowerSourcesSection
from evacplan.domain.plan.preparation import FallbackSection, SuppliesSection
from evacplan.domain.plan.review import DistributionSection, ReviewSection

__all__ = ["NO_MARK", "SECTIONS", "Mark", "Plan", "Record", "Row", "new_key"]

MarkPath = Annotated[str, Field(max_length=400)]


class Plan(Record):
    """One child's plan. Every field may be empty; marks say なし, 未確認 and who confirmed what."""

    meeting: MeetingSection = MeetingSection()
    child: ChildSection = ChildSection()
    care: CareSection = CareSection()
    devices: DevicesSection = DevicesSection()
    power_needs: PowerNeedsSection = PowerNeedsSection()
    power_sources: PowerSourcesSection = PowerSourcesSection()
    oxygen: OxygenSection = OxygenSection()
    fallback: FallbackSection = FallbackSection()
    supplies: SuppliesSection = SuppliesSection()
    home: HomeSection = HomeSection()
    triggers: TriggersSection = TriggersSection()
    destination: DestinationSection = DestinationSection()
    supporters: SupportersSection = SupportersSection()
    contacts: ContactsSection = ContactsSection()
    registrations: RegistrationsSection = RegistrationsSection()
    distribution: DistributionSection = DistributionSection()
    review: ReviewSection = ReviewSection()
    marks: dict[MarkPath, Mark] = Field(default_factory=dict)


SECTIONS: tuple[str, ...] = tuple(name for name in Plan.model_fields if name != "marks")
