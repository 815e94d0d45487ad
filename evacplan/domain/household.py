"""One plan as the run-down sees it: its devices, sources and oxygen turned into the engine's inputs.

An empty figure, or one marked 未確認, is UNKNOWN. The mark なし says zero only where things are counted: own
batteries, cylinders, fuel in store. On any other figure (the rated power of a device whose label has none)
it says "not applicable", and the next one takes its place. Source: shared/domain/blackout.md, "Inputs".
"""

from dataclasses import dataclass, replace
from datetime import date

from evacplan.domain.blackout import inputs
from evacplan.domain.blackout.counting import battery_age_factor
from evacplan.domain.blackout.inputs import NO_BATTERY, UNKNOWN, Answers, Battery, Figure, Household
from evacplan.domain.choices import (
    Availability,
    CareKind,
    DeviceClass,
    Fallback,
    GeneratorFuel,
    MainsFrequency,
    OxygenLoss,
    Priority,
    UsePattern,
    Waveform,
)
from evacplan.domain.leaving import loading_min
from evacplan.domain.month import first_day
from evacplan.domain.plan import Plan
from evacplan.domain.plan.devices import Device, ExternalBattery
from evacplan.domain.plan.oxygen import Cylinder, OxygenSection
from evacplan.domain.plan.power import Car, Generator, PortablePower, Source
from evacplan.domain.power import OXYGEN_FACTOR, running_w
from evacplan.domain.times import parse_bands

CONCENTRATORS = (DeviceClass.OXYGEN_CONCENTRATOR, DeviceClass.PORTABLE_CONCENTRATOR)
DEVICES = "devices.devices"
_UNKNOWN_BATTERY = Battery(UNKNOWN)


def household(plan: Plan, on: date) -> Household:
    """Everything the run-down looks at. `on`: today, used only while the plan has no date of its own.

    Names are the nicknames, "" without one; words of device classes belong to the form.
    """
    return _Adapter(plan, plan_date(plan, on)).household()


def plan_date(plan: Plan, on: date) -> date:
    """The date ages are counted to: the day the plan was last updated, else `on`.

    So a printed plan keeps its figures; what has grown too old since is a finding of the day it is opened.
    """
    return plan.meeting.updated_on or on


def is_on_oxygen(plan: Plan) -> bool:
    """Whether the child is, or may be, on oxygen: not denied, and something in the plan speaks of it."""
    mark = plan.marks.get("oxygen.in_use")
    if plan.oxygen.in_use is False or (mark is not None and mark.none):
        return False
    if any(path.startswith("oxygen.") for path in plan.marks):
        return True
    return plan.oxygen != OxygenSection() or speaks_of_oxygen(plan)


def speaks_of_oxygen(plan: Plan) -> bool:
    """Whether the care list or a device says that the child is on oxygen."""
    return any(act.kind is CareKind.OXYGEN for act in plan.care.acts) or any(
        device.device_class in CONCENTRATORS or device.fallback is Fallback.OXYGEN_CYLINDER
        for device in plan.devices.devices
    )


def has_trained_suction(plan: Plan) -> bool:
    """Whether somebody is named who can do suction without electricity."""
    return any(name.strip() for name in plan.fallback.suction_trained)


def known(value: float | None) -> Figure:
    """The figure, or UNKNOWN for an empty one."""
    return UNKNOWN if value is None else value


@dataclass(frozen=True, slots=True)
class _Adapter:
    """Reads one plan; `on` is the date ages are counted to."""

    plan: Plan
    on: date

    def household(self) -> Household:
        sources = self.plan.power_sources
        return Household(
            devices=tuple(self._device(device) for device in self.plan.devices.devices),
            sources=(
                *(_source(row, _portable(row), row.output_w) for row in sources.portables),
                *(_source(row, _car(row), _car_output(row)) for row in sources.cars),
                *(self._generator(row) for row in sources.generators),
            ),
            oxygen=self._oxygen() if is_on_oxygen(self.plan) else None,
            leaving=self._leaving(),
            on=self.on,
        )

    def _says_none(self, path: str) -> bool:
        mark = self.plan.marks.get(path)
        return mark is not None and mark.none

    def _counted(self, value: float | None, path: str) -> Figure:
        """A figure of something counted: なし is 0."""
        return 0 if value is None and self._says_none(path) else known(value)

    def _device(self, device: Device) -> inputs.Device:
        rated = device.rated_power
        return inputs.Device(
            key=device.key,
            name=device.nickname or "",
            running_w=known(running_w(device.measured_w, rated)),
            priority=inputs.Priority[(device.priority or Priority.A).name],
            peak_w=known(rated if device.peak_w is None else device.peak_w),
            use=_use(device),
            internal=self._internal(device),
            external=self._externals(device),
            a_set=1 if device.setting_factor is None else device.setting_factor,
            swap=inputs.Swap.NONE if device.fallback is None else _SWAPS[device.fallback],
            trained_person=device.fallback is Fallback.MANUAL_SUCTION and has_trained_suction(self.plan),
            tolerance_min=device.tolerance_min or 0,
            concentrator=device.device_class in CONCENTRATORS,
        )

    def _internal(self, device: Device) -> Battery:
        hours = self._counted(device.battery_h, f"{DEVICES}.{device.key}.battery_h")
        age = battery_age_factor(
            device.battery_age_factor,
            device.battery_due_on,
            first_day(device.battery_replaced_on),
            None,
            on=self.on,
        )
        return Battery(hours, a_age=age)

    def _externals(self, device: Device) -> tuple[Battery, ...]:
        """External batteries; an empty list is UNKNOWN until somebody says なし ("none" must be said)."""
        path = f"{DEVICES}.{device.key}.external_batteries"
        if not device.external_batteries:
            return () if self._says_none(path) else (_UNKNOWN_BATTERY,)
        return tuple(self._external(row, f"{path}.{row.key}") for row in device.external_batteries)

    def _external(self, row: ExternalBattery, path: str) -> Battery:
        count = self._counted(row.count, f"{path}.count")
        hours = self._counted(row.hours_each, f"{path}.hours_each")
        if 0 in (count, hours):
            return NO_BATTERY
        age = battery_age_factor(row.age_factor, row.due_on, None, first_day(row.bought_on), on=self.on)
        return Battery(hours, count, age)

    def _generator(self, row: Generator) -> inputs.Source:
        answers = replace(
            _answers(row),
            operator=any(name.strip() for name in row.operators),
            last_started=row.last_started_on,
            outdoor_place=row.outdoor,
        )
        energy = inputs.Generator(self._fuel(row), known(row.hours_eco), known(row.hours_rated))
        return replace(_source(row, energy, row.rated_output), answers=answers)

    def _fuel(self, row: Generator) -> inputs.Canisters | inputs.Tank:
        path = f"power_sources.generators.{row.key}"
        match row.fuel:
            case GeneratorFuel.GAS_CANISTER:
                return inputs.Canisters(self._counted(row.canisters, f"{path}.canisters"))
            case GeneratorFuel.PETROL:
                return inputs.Tank(self._counted(row.stock_l, f"{path}.stock_l"), known(row.tank_l))
            case GeneratorFuel.LP_GAS:
                return inputs.Tank(self._counted(row.bottles, f"{path}.bottles"), 1)
        return inputs.Tank(UNKNOWN, UNKNOWN)

    def _oxygen(self) -> inputs.Oxygen:
        section = self.plan.oxygen
        cylinders = tuple(self._cylinder(row) for row in section.cylinders)
        nobody_said = not cylinders and not self._says_none("oxygen.cylinders")
        return inputs.Oxygen(
            rest=known(section.flow_rest),
            active=known(section.flow_active),
            sleep=known(section.flow_sleep),
            cylinders=UNKNOWN if nobody_said else cylinders,
            factor=OXYGEN_FACTOR if section.loss is None else _LOSSES[section.loss],
            conserver_note=section.conserver_doctor_ok is True,
        )

    def _cylinder(self, row: Cylinder) -> inputs.Cylinder:
        return inputs.Cylinder(
            litres=known(row.volume_l),
            mpa=known(row.fill_mpa),
            content_l=known(row.content_l),
            count=self._counted(row.count, f"oxygen.cylinders.{row.key}.count"),
            conserver=row.has_conserver is True,
            conserver_factor=row.conserver_factor,
        )

    def _leaving(self) -> inputs.Leaving:
        triggers = self.plan.triggers
        return inputs.Leaving(
            preparation_min=known(triggers.preparation_min),
            loading_min=known(loading_min(self.plan, self.on)),
            travel_min=known(triggers.travel_map_min),
            travel_drill_min=known(triggers.travel_measured_min),
            reserve_h=triggers.reserve_h,
        )


def _use(device: Device) -> inputs.Use:
    match device.use_pattern:
        case UsePattern.TIME_BANDS:
            return inputs.Daily(parse_bands(device.use_bands or ""))
        case UsePattern.INTERMITTENT:
            return inputs.Intermittent(known(device.minutes_per_use), known(device.uses_per_day))
    return inputs.Continuous()


def _source(row: Source, energy: inputs.Energy, output_w: float | None) -> inputs.Source:
    return inputs.Source(
        key=row.key,
        name=row.name or "",
        energy=energy,
        answers=_answers(row),
        output_w=known(output_w),
        ready_after_min=row.ready_after_min or 0,
    )


def _portable(row: PortablePower) -> inputs.Portable:
    return inputs.Portable(known(row.capacity_wh), row.usable_fraction, known(row.usable_wh))


def _car(row: Car) -> inputs.CarEnergy | inputs.CarHours:
    return inputs.CarHours(known(row.hours)) if row.usable_kwh is None else inputs.CarEnergy(row.usable_kwh)


def _car_output(row: Car) -> float | None:
    return row.inverter_w if row.output_w is None else row.output_w


def _answers(row: Source) -> Answers:
    return Answers(
        place=None if row.availability is None else _PLACES[row.availability],
        written=row.agreed_in_writing,
        sine=_equals(row.waveform, Waveform.SINE),
        volts_100=_equals(row.volts, 100),
        hertz_50=_equals(row.frequency, MainsFrequency.HZ50, MainsFrequency.BOTH),
    )


def _equals(answer: object, *wanted: object) -> bool | None:
    return None if answer is None else answer in wanted


_PLACES: dict[Availability, inputs.Place] = {
    Availability.AT_HOME: inputs.Place.HOME,
    Availability.BORROWED: inputs.Place.LENT,
    Availability.MUNICIPAL: inputs.Place.LENT,
    Availability.AT_DESTINATION: inputs.Place.SHELTER,
    Availability.CONSIDERING: inputs.Place.CONSIDERED,
    Availability.NONE: inputs.Place.NONE,
}

_SWAPS: dict[Fallback, inputs.Swap] = {
    Fallback.RESUSCITATION_BAG: inputs.Swap.BAGGING,
    Fallback.HME: inputs.Swap.HME,
    Fallback.MANUAL_SUCTION: inputs.Swap.MANUAL_SUCTION,
    Fallback.OXYGEN_CYLINDER: inputs.Swap.CYLINDER,
    Fallback.GRAVITY_FEED: inputs.Swap.GRAVITY_FEED,
    Fallback.MAY_PAUSE: inputs.Swap.PAUSE,
    Fallback.NONE: inputs.Swap.NONE,
}

_LOSSES: dict[OxygenLoss, float] = {
    OxygenLoss.FACTOR_08: 0.8,
    OxygenLoss.FACTOR_09: 0.9,
    OxygenLoss.NO_LOSS: 1.0,
}
