"""S1 The child and the family."""

from evacplan.domain.choices import (
    AigoClass,
    AigoGrade,
    BloodGroup,
    BodyGrade,
    CareSkill,
    DayPlace,
    MentalGrade,
    Residence,
    Rhesus,
    Sex,
    SupportReason,
    Weekday,
)
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import (
    Age,
    Bands,
    Centimetres,
    Day,
    Email,
    Kana,
    Kilograms,
    Line,
    Name,
    Person,
    Phone,
    Portrait,
    PostalCode,
    Text,
    YesNo,
)


class Mobile(Row):
    """A mobile number of the family."""

    owner: Person | None = None
    phone: Phone | None = None


class FamilyMember(Row):
    """One member of the family, living here or not."""

    name: Name | None = None
    kana: Kana | None = None
    relation: Line | None = None
    birth_on: Day | None = None
    age: Age | None = None
    living_together: YesNo | None = None
    living_note: Line | None = None
    daytime_place: Line | None = None
    care_skills: tuple[CareSkill, ...] = ()
    care_note: Line | None = None
    notes: Text | None = None


class WeekSlot(Row):
    """Where the child is on some days of the week, at some hours."""

    days: tuple[Weekday, ...] = ()
    hours: Bands | None = None
    place: DayPlace | None = None
    place_name: Line | None = None
    note: Line | None = None


class Facility(Row):
    """A school, nursery or service the child goes to."""

    name: Line | None = None
    kind: DayPlace | None = None
    days: tuple[Weekday, ...] = ()
    phone: Phone | None = None
    contact: Name | None = None


class ChildSection(Section):
    """The statutory list items and who lives with the child."""

    name: Name | None = None
    name_kana: Kana | None = None
    name_print_alt: Name | None = None
    name_note: Line | None = None
    nickname: Line | None = None
    birth_on: Day | None = None
    sex: Sex | None = None
    postal_code: PostalCode | None = None
    address: Line | None = None
    address_kana: Kana | None = None
    residence_now: Residence | None = None
    residence_note: Line | None = None
    phone_home: Phone | None = None
    mobiles: tuple[Mobile, ...] = ()
    fax: Phone | None = None
    email: Email | None = None
    support_reasons: tuple[SupportReason, ...] = ()
    support_reason: Text | None = None
    blood_group: BloodGroup | None = None
    rhesus: Rhesus | None = None
    height_cm: Centimetres | None = None
    weight_kg: Kilograms | None = None
    measured_on: Day | None = None
    body_handbook_grade: BodyGrade | None = None
    body_handbook_kind: Line | None = None
    aigo_handbook_grade: AigoGrade | None = None
    aigo_handbook_class: AigoClass | None = None
    mental_handbook_grade: MentalGrade | None = None
    shoman_number: Line | None = None
    nanbyo_number: Line | None = None
    public_expense_number: Line | None = None
    insurance_name: Line | None = None
    insurance_symbol: Line | None = None
    insurance_number: Line | None = None
    household: tuple[FamilyMember, ...] = ()
    main_carer: Person | None = None
    second_carer: Person | None = None
    third_carer: Person | None = None
    week: tuple[WeekSlot, ...] = ()
    facilities: tuple[Facility, ...] = ()
    communication: Text | None = None
    likes: Text | None = None
    dislikes: Text | None = None
    diet_and_religion: Text | None = None
    photo: Portrait | None = None
