"""S4 Power needs and S5 Backup power."""

from evacplan.domain.choices import (
    Availability,
    CarType,
    GeneratorFuel,
    HomeEnergy,
    MainsFrequency,
    PowerUnit,
    Waveform,
)
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import (
    Clock,
    Count,
    Day,
    DayOrMonth,
    Fraction,
    Hours,
    Kilograms,
    KilowattHours,
    Line,
    Litres,
    Metres,
    Minutes,
    Person,
    Persons,
    Phone,
    Text,
    VoltAmperes,
    Volts,
    WattHours,
    Watts,
    WattsOrVoltAmperes,
    YesNo,
)


class OwnScenario(Row):
    """A way an outage may happen, added by the coordinator; what is empty is as in the plan's own."""

    name: Line | None = None
    starts_at: Clock | None = None
    cold: YesNo | None = None
    without_portables: YesNo | None = None
    without_cars: YesNo | None = None
    without_generators: YesNo | None = None
    planned_h: Hours | None = None


class PowerNeedsSection(Section):
    """For how long power is wanted; the figures themselves are computed."""

    target_h: Hours | None = None
    outage_starts_at: Clock | None = None
    minimum_operation_note: Text | None = None
    scenarios: tuple[OwnScenario, ...] = ()


class Source(Row):
    """What every backup source has in common."""

    name: Line | None = None
    availability: Availability | None = None
    agreed_in_writing: YesNo | None = None
    agreed_on: Day | None = None
    waveform: Waveform | None = None
    volts: Volts | None = None
    frequency: MainsFrequency | None = None
    ready_after_min: Minutes | None = None
    note: Text | None = None

    @property
    def may_be_borrowed(self) -> bool:
        """Whether a promise in writing matters; what stands at home needs none."""
        return self.availability is not Availability.AT_HOME


class PortablePower(Source):
    """A portable power station."""

    capacity_wh: WattHours | None = None
    usable_wh: WattHours | None = None
    usable_fraction: Fraction | None = None
    output_w: Watts | None = None
    outlets: Count | None = None
    bought_on: DayOrMonth | None = None
    last_charged_on: Day | None = None
    maker_allows_medical: YesNo | None = None
    owner: Person | None = None
    weight_kg: Kilograms | None = None
    carrier: Person | None = None


class Ups(Record):
    """An uninterruptible power supply: minutes, for bridging only."""

    va: VoltAmperes | None = None
    watts: Watts | None = None
    minutes: Minutes | None = None


class Car(Source):
    """A car that gives power."""

    car_type: CarType | None = None
    output_w: Watts | None = None
    inverter_w: Watts | None = None
    usable_kwh: KilowattHours | None = None
    hours: Hours | None = None
    fuel_rule: Line | None = None
    owner: Person | None = None
    parking_distance_m: Metres | None = None
    sometimes_away: YesNo | None = None
    away_note: Line | None = None


class Generator(Source):
    """A generator, at home or borrowed."""

    fuel: GeneratorFuel | None = None
    rated_output: WattsOrVoltAmperes | None = None
    output_unit: PowerUnit | None = None
    inverter: YesNo | None = None
    hours_rated: Hours | None = None
    hours_eco: Hours | None = None
    canisters: Count | None = None
    tank_l: Litres | None = None
    stock_l: Litres | None = None
    bottles: Count | None = None
    outdoor: YesNo | None = None
    outdoor_place: Line | None = None
    operators: Persons = ()
    last_started_on: Day | None = None
    key_place: Line | None = None
    noise_ok: YesNo | None = None

    @property
    def burns_petrol(self) -> bool:
        return self.fuel is GeneratorFuel.PETROL

    @property
    def burns_canisters(self) -> bool:
        return self.fuel is GeneratorFuel.GAS_CANISTER

    @property
    def burns_lp_gas(self) -> bool:
        return self.fuel is GeneratorFuel.LP_GAS


class HomeEnergyRecord(Record):
    """Solar panels, a storage battery or V2H at home; not counted in the run-down."""

    kinds: tuple[HomeEnergy, ...] = ()
    note: Text | None = None


class ChargePlace(Row):
    """A place where batteries can be charged."""

    name: Line | None = None
    open_hours: Line | None = None
    distance_m: Metres | None = None
    phone: Phone | None = None
    note: Line | None = None


class PowerSourcesSection(Section):
    """What gives power when the mains fail."""

    portables: tuple[PortablePower, ...] = ()
    cars: tuple[Car, ...] = ()
    generators: tuple[Generator, ...] = ()
    ups: Ups = Ups()
    home_energy: HomeEnergyRecord = HomeEnergyRecord()
    charge_places: tuple[ChargePlace, ...] = ()
    extension_cord_m: Metres | None = None
    extension_cord_w: Watts | None = None
    extension_cord_note: Line | None = None
    subsidy: Text | None = None
