"""S7 Non-electric fallback and S8 Supplies."""

from evacplan.domain.choices import BagDocument
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import (
    Amount,
    Count,
    Day,
    Days,
    Kilograms,
    Line,
    Litres,
    Person,
    Persons,
    Text,
    YesNo,
)


class FallbackSection(Section):
    """What works without electricity, where it is and who can use it."""

    bag_size: Line | None = None
    bag_place: Line | None = None
    bag_trained: Persons = ()
    manual_suction: YesNo | None = None
    foot_suction: YesNo | None = None
    suction_place: Line | None = None
    suction_trained: Persons = ()
    hme_count: Count | None = None
    syringe_suction: YesNo | None = None
    gravity_feed: YesNo | None = None
    note: Text | None = None


class SupplyItem(Row):
    """One thing to have at home and to carry; empty days mean 3 to carry and 14 at home."""

    item: Line | None = None
    per_day: Amount | None = None
    unit: Line | None = None
    carry_days: Days | None = None
    home_days: Days | None = None
    quantity_have: Amount | None = None
    expires_on: Day | None = None
    place: Line | None = None


class SuppliesSection(Section):
    """The stock at home and the bag by the door."""

    stock: tuple[SupplyItem, ...] = ()
    medicine_spare_days: Days | None = None
    bag_place: Line | None = None
    bag_owner: Person | None = None
    bag_weight_kg: Kilograms | None = None
    bag_kind: Line | None = None
    bag_documents: tuple[BagDocument, ...] = ()
    water_l: Litres | None = None
    heating_fuel_l: Litres | None = None
    warmth_plan: Text | None = None
