"""S3 Medical devices."""

from collections.abc import Mapping
from typing import ClassVar

from evacplan.domain.choices import (
    BatteryKind,
    BatterySource,
    CircuitKind,
    DeviceClass,
    Fallback,
    Interface,
    Ownership,
    PowerSupply,
    PowerUnit,
    Priority,
    UsePattern,
)
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import (
    Bands,
    BreathsPerMinute,
    CentimetresOfWater,
    Count,
    Day,
    DayOrMonth,
    Fraction,
    Hours,
    Image,
    Kilograms,
    Line,
    LitresPerMinute,
    Millilitres,
    Minutes,
    Name,
    Organisation,
    Person,
    Phone,
    Seconds,
    Text,
    TimesADay,
    Watts,
    WattsOrVoltAmperes,
    YesNo,
)


class Supplier(Row):
    """A company that supplies devices or oxygen."""

    name: Line | None = None
    contact: Name | None = None
    phone_24h: Phone | None = None
    phone_day: Phone | None = None
    note: Line | None = None


class VentilatorSettings(Record):
    """The settings of a ventilator or breathing aid."""

    mode: Line | None = None
    inspiratory_pressure: CentimetresOfWater | None = None
    expiratory_pressure: CentimetresOfWater | None = None
    rate: BreathsPerMinute | None = None
    inspiratory_time_s: Seconds | None = None
    tidal_volume_ml: Millilitres | None = None
    inspired_oxygen: Line | None = None
    oxygen_l_min: LitresPerMinute | None = None
    trigger: Line | None = None
    alarms: Line | None = None
    sheet: Image | None = None


class Circuit(Record):
    """The breathing circuit."""

    kind: CircuitKind | None = None
    interface: Interface | None = None
    filter: Line | None = None


class ExternalBattery(Row):
    """External batteries of one kind that belong to the device."""

    kind: BatteryKind | None = None
    count: Count | None = None
    hours_each: Hours | None = None
    charge_h: Hours | None = None
    bought_on: DayOrMonth | None = None
    due_on: Day | None = None
    age_factor: Fraction | None = None


class Device(Row):
    """One device the child depends on."""

    ended_by_none: ClassVar[Mapping[str, str]] = {"may_have_battery": "battery_h"}

    device_class: DeviceClass | None = None
    nickname: Line | None = None
    priority: Priority | None = None
    maker: Line | None = None
    model: Line | None = None
    serial: Line | None = None
    ownership: Ownership | None = None
    supplier: Organisation | None = None
    settings: VentilatorSettings = VentilatorSettings()
    circuit: Circuit = Circuit()
    use_pattern: UsePattern | None = None
    use_bands: Bands | None = None
    minutes_per_use: Minutes | None = None
    uses_per_day: TimesADay | None = None
    tolerance_min: Minutes | None = None
    tolerance_confirmed: YesNo | None = None
    power_supply: PowerSupply | None = None
    rated_power: WattsOrVoltAmperes | None = None
    rated_unit: PowerUnit | None = None
    measured_w: Watts | None = None
    measured_on: Day | None = None
    meter: Line | None = None
    peak_w: Watts | None = None
    battery_h: Hours | None = None
    battery_source: BatterySource | None = None
    battery_replaced_on: DayOrMonth | None = None
    battery_due_on: Day | None = None
    battery_age_factor: Fraction | None = None
    battery_note: Line | None = None
    setting_factor: Fraction | None = None
    external_batteries: tuple[ExternalBattery, ...] = ()
    runs_on_dc: YesNo | None = None
    has_car_adapter: YesNo | None = None
    alarm_checked_on: Day | None = None
    fallback: Fallback | None = None
    fallback_note: Text | None = None
    weight_kg: Kilograms | None = None
    carrier: Person | None = None
    moving_note: Text | None = None
    daily_check: Text | None = None

    @property
    def is_breathing_aid(self) -> bool:
        """Whether ventilator settings and a circuit belong to it (also while its class is not said)."""
        return self.device_class in (None, DeviceClass.VENTILATOR, DeviceClass.CPAP_NPPV)

    @property
    def uses_bands(self) -> bool:
        return self.use_pattern is UsePattern.TIME_BANDS

    @property
    def is_intermittent(self) -> bool:
        return self.use_pattern is UsePattern.INTERMITTENT

    @property
    def was_measured(self) -> bool:
        return self.measured_w is not None

    @property
    def may_have_battery(self) -> bool:
        """Whether it runs for a while by itself: not when someone wrote zero hours (or なし)."""
        return self.battery_h != 0


class DevicesSection(Section):
    """Every device, the most vital first, and who supplies them."""

    suppliers: tuple[Supplier, ...] = ()
    devices: tuple[Device, ...] = ()
