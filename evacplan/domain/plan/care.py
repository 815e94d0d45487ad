"""S2 Care and medical summary."""

from evacplan.domain.choices import (
    CareKind,
    CareTiming,
    DialysisKind,
    DoctorRole,
    FeedingRoute,
    MedicineRoute,
    MedicineStorage,
    SuctionSite,
    TubeKind,
    WatchLevel,
)
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import (
    Amount,
    BeatsPerMinute,
    BreathsPerMinute,
    Celsius,
    Centimetres,
    Count,
    Days,
    French,
    Kilopascals,
    Line,
    Millilitres,
    MillilitresPerHour,
    Millimetres,
    MillimetresOfMercury,
    Name,
    Percent,
    Phone,
    Score,
    Text,
    TimesADay,
    YesNo,
)


class CareAct(Row):
    """One kind of medical care at home."""

    kind: CareKind | None = None
    frequency: Line | None = None
    timing: CareTiming | None = None
    done_by: Line | None = None


class Diagnosis(Row):
    """A diagnosis or underlying disease."""

    name: Line | None = None
    note: Line | None = None


class Baseline(Record):
    """What is normal for this child."""

    spo2_low: Percent | None = None
    spo2_high: Percent | None = None
    spo2_alarm: Percent | None = None
    heart_rate_low: BeatsPerMinute | None = None
    heart_rate_high: BeatsPerMinute | None = None
    respiratory_rate: BreathsPerMinute | None = None
    blood_pressure_systolic: MillimetresOfMercury | None = None
    blood_pressure_diastolic: MillimetresOfMercury | None = None
    temperature_c: Celsius | None = None
    state: Text | None = None


class Allergy(Row):
    """A substance and what it does."""

    substance: Line | None = None
    reaction: Line | None = None


class Avoidance(Row):
    """A procedure to avoid."""

    what: Line | None = None
    reason: Line | None = None


class Medicine(Row):
    """A medicine taken regularly or when needed."""

    name: Line | None = None
    dose: Amount | None = None
    dose_unit: Line | None = None
    times: Line | None = None
    route: MedicineRoute | None = None
    storage: MedicineStorage | None = None
    stock_days: Days | None = None
    caution: Line | None = None


class Emergency(Row):
    """A sudden change that is likely, and what helps."""

    problem: Line | None = None
    sign: Line | None = None
    action: Text | None = None
    call_whom: Line | None = None


class Doctor(Row):
    """A hospital or clinic that treats the child."""

    organisation: Line | None = None
    department: Line | None = None
    name: Name | None = None
    role: DoctorRole | None = None
    phone_day: Phone | None = None
    phone_night: Phone | None = None
    patient_number: Line | None = None


class Feeding(Record):
    """How the child is fed."""

    route: FeedingRoute | None = None
    product: Line | None = None
    ml_per_meal: Millilitres | None = None
    meals_per_day: TimesADay | None = None
    rate_ml_h: MillilitresPerHour | None = None
    schedule: Line | None = None
    water_ml: Millilitres | None = None


class Tracheostomy(Record):
    """The tracheostomy tube."""

    kind: Line | None = None
    size_mm: Millimetres | None = None
    cuff: YesNo | None = None
    exchange_interval: Line | None = None
    spare_count: Count | None = None
    hme_kind: Line | None = None


class Suction(Record):
    """How and how often suction is done."""

    sites: tuple[SuctionSite, ...] = ()
    catheter_oral_fr: French | None = None
    catheter_tracheal_fr: French | None = None
    depth_cm: Centimetres | None = None
    frequency_day: Line | None = None
    frequency_night: Line | None = None
    pressure_kpa: Kilopascals | None = None


class FeedingTube(Record):
    """The feeding tube."""

    kind: TubeKind | None = None
    size_fr: French | None = None
    length: Line | None = None
    exchange_interval: Line | None = None


class CentralLine(Record):
    """The central venous catheter."""

    kind: Line | None = None
    length_cm: Centimetres | None = None
    flush: Line | None = None
    pump: Line | None = None
    formula: Line | None = None
    infection_rule: Text | None = None


class Dialysis(Record):
    """Dialysis at home or in hospital."""

    kind: DialysisKind | None = None
    schedule: Line | None = None
    bag: Line | None = None
    solution_stock_days: Days | None = None
    hospital: Line | None = None


class Elimination(Record):
    """Urinary catheter and stoma."""

    urinary_catheter: Line | None = None
    urinary_frequency: Line | None = None
    stoma: Line | None = None


class Glucose(Record):
    """Blood glucose and injections."""

    measurement: Line | None = None
    injection: Line | None = None
    low_glucose_action: Text | None = None


class CareSection(Section):
    """The care list and what a clinician who does not know the child needs."""

    acts: tuple[CareAct, ...] = ()
    score: Score | None = None
    watch: WatchLevel | None = None
    diagnoses: tuple[Diagnosis, ...] = ()
    main_symptoms: Text | None = None
    history: Text | None = None
    baseline: Baseline = Baseline()
    allergies: tuple[Allergy, ...] = ()
    avoid: tuple[Avoidance, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    single_dose_packs: YesNo | None = None
    emergencies: tuple[Emergency, ...] = ()
    seizure_plan: Text | None = None
    immunization: Text | None = None
    doctors: tuple[Doctor, ...] = ()
    wishes_may_be_printed: YesNo | None = None
    treatment_wishes: Text | None = None
    feeding: Feeding = Feeding()
    tracheostomy: Tracheostomy = Tracheostomy()
    suction: Suction = Suction()
    feeding_tube: FeedingTube = FeedingTube()
    central_line: CentralLine = CentralLine()
    dialysis: Dialysis = Dialysis()
    elimination: Elimination = Elimination()
    glucose: Glucose = Glucose()

    def _has(self, kind: CareKind) -> bool:
        return not self.acts or any(act.kind in (kind, None) for act in self.acts)

    @property
    def has_tracheostomy(self) -> bool:
        """Whether the care list names a tracheostomy, or has not been asked yet; likewise below."""
        return self._has(CareKind.TRACHEOSTOMY)

    @property
    def has_suction(self) -> bool:
        return self._has(CareKind.SUCTION)

    @property
    def has_tube_feeding(self) -> bool:
        return self._has(CareKind.TUBE_FEEDING)

    @property
    def has_central_line(self) -> bool:
        return self._has(CareKind.CENTRAL_VENOUS_CATHETER)

    @property
    def has_dialysis(self) -> bool:
        return self._has(CareKind.DIALYSIS)

    @property
    def has_elimination(self) -> bool:
        return self._has(CareKind.URINARY_CATHETER) or self._has(CareKind.BOWEL_CARE)

    @property
    def has_glucose(self) -> bool:
        return self._has(CareKind.BLOOD_GLUCOSE) or self._has(CareKind.INJECTION)

    @property
    def wishes_are_shown(self) -> bool:
        """Whether the family allowed their wishes on paper; off unless said."""
        return self.wishes_may_be_printed is True
