"""Findings about the devices: unknown figures, fallback, tolerance, suppliers. Source: power.md §9."""

from collections.abc import Iterator

from evacplan.domain.choices import BatterySource, DeviceClass, Fallback, UsePattern
from evacplan.domain.findings.facts import Facts, filled, is_blank, is_most_vital, is_vital
from evacplan.domain.findings.finding import Finding, Labelled, Named, amber, info, red, rule
from evacplan.domain.household import DEVICES
from evacplan.domain.plan.devices import Device, ExternalBattery
from evacplan.domain.power import running_w

NO_DEVICES = amber("no_devices")
DEVICE_BLANK = red("device_blank")
VITAL_FIGURE_UNKNOWN = red("vital_figure_unknown", "device", "field")
MINOR_FIGURE_UNKNOWN = amber("minor_figure_unknown", "device", "field")
BANDS_MISSING = amber("bands_missing", "device")
NO_FALLBACK = red("no_fallback", "device")
TOLERANCE_UNCONFIRMED = amber("tolerance_unconfirmed", "device", "minutes")
NO_24H_PHONE = red("no_24h_phone", "supplier")
NO_SUPPLIER = amber("no_supplier", "device")
LOAD_IS_RATED = info("load_is_rated", "device", "watts")
SETTING_FACTOR_EMPTY = info("setting_factor_empty", "device")

_BREATHING = (DeviceClass.VENTILATOR, DeviceClass.CPAP_NPPV)


def no_devices(facts: Facts) -> Iterator[Finding]:
    if not facts.plan.devices.devices and not facts.says_none(DEVICES):
        yield NO_DEVICES.at(DEVICES)


def device_blank(facts: Facts) -> Iterator[Finding]:
    """A row with nothing in it counts as a vital device nobody knows anything of, so it must be named."""
    for row in facts.plan.devices.devices:
        if is_blank(row):
            yield DEVICE_BLANK.at(f"{DEVICES}.{row.key}.device_class")


def figure_unknown(facts: Facts) -> Iterator[Finding]:
    """One finding for each field that leaves a device's hours unknown."""
    for path, device in facts.devices():
        kind = VITAL_FIGURE_UNKNOWN if is_vital(device) else MINOR_FIGURE_UNKNOWN
        for name in (*_unknown_load(facts, path, device), *_unknown_batteries(facts, path, device)):
            place = f"{path}.{name}"
            yield kind.at(place, device=Named(path), field=Labelled(place))


def _unknown_load(facts: Facts, path: str, device: Device) -> Iterator[str]:
    if running_w(device.measured_w, device.rated_power) is None:
        yield "measured_w" if facts.says_none(f"{path}.rated_power") else "rated_power"
    if device.use_pattern is UsePattern.INTERMITTENT:
        for name in ("minutes_per_use", "uses_per_day"):
            if getattr(device, name) is None:
                yield name


def _unknown_batteries(facts: Facts, path: str, device: Device) -> Iterator[str]:
    if facts.lacks(f"{path}.battery_h"):
        yield "battery_h"
    if facts.lacks(f"{path}.external_batteries"):
        yield "external_batteries"
    for row in device.external_batteries:
        yield from (f"external_batteries.{row.key}.{name}" for name in _unknown_external(facts, path, row))


def _unknown_external(facts: Facts, path: str, row: ExternalBattery) -> tuple[str, ...]:
    names = ("count", "hours_each")
    where = f"{path}.external_batteries.{row.key}"
    if any(getattr(row, name) == 0 or facts.says_none(f"{where}.{name}") for name in names):
        return ()
    return tuple(name for name in names if getattr(row, name) is None)


def bands_missing(facts: Facts) -> Iterator[Finding]:
    for path, device in facts.devices():
        if device.use_pattern is UsePattern.TIME_BANDS and not device.use_bands:
            yield BANDS_MISSING.at(f"{path}.use_bands", device=Named(path))


def no_fallback(facts: Facts) -> Iterator[Finding]:
    for path, device in facts.devices():
        if is_most_vital(device) and device.fallback in (None, Fallback.NONE):
            yield NO_FALLBACK.at(f"{path}.fallback", device=Named(path))


def tolerance_unconfirmed(facts: Facts) -> Iterator[Finding]:
    for path, device in facts.vital_devices():
        place = f"{path}.tolerance_min"
        confirmed = device.tolerance_confirmed or facts.is_confirmed(place)
        if device.tolerance_min and not confirmed:
            minutes = device.tolerance_min
            yield TOLERANCE_UNCONFIRMED.at(f"{path}.tolerance_confirmed", device=Named(path), minutes=minutes)


def no_24h_phone(facts: Facts) -> Iterator[Finding]:
    for path, supplier in filled(facts.plan.devices.suppliers, "devices.suppliers"):
        if not supplier.phone_24h:
            yield NO_24H_PHONE.at(f"{path}.phone_24h", supplier=Named(path))


def no_supplier(facts: Facts) -> Iterator[Finding]:
    for path, device in facts.devices():
        place = f"{path}.supplier"
        if is_most_vital(device) and facts.lacks(place):
            yield NO_SUPPLIER.at(place, device=Named(path))


def load_is_rated(facts: Facts) -> Iterator[Finding]:
    for path, device in facts.devices():
        if device.measured_w is None and device.rated_power is not None:
            yield LOAD_IS_RATED.at(f"{path}.measured_w", device=Named(path), watts=device.rated_power)


def setting_factor_empty(facts: Facts) -> Iterator[Finding]:
    """Children breathe faster than the manual assumes, so its hours may be too long (power.md §5, V6)."""
    for path, device in facts.devices():
        from_manual = device.battery_source in (None, BatterySource.MANUAL)
        breathing = device.device_class in _BREATHING and bool(device.battery_h)
        if breathing and from_manual and device.setting_factor is None:
            yield SETTING_FACTOR_EMPTY.at(f"{path}.setting_factor", device=Named(path))


RULES = (
    rule(no_devices, NO_DEVICES),
    rule(device_blank, DEVICE_BLANK),
    rule(figure_unknown, VITAL_FIGURE_UNKNOWN, MINOR_FIGURE_UNKNOWN),
    rule(no_fallback, NO_FALLBACK),
    rule(no_24h_phone, NO_24H_PHONE),
    rule(bands_missing, BANDS_MISSING),
    rule(tolerance_unconfirmed, TOLERANCE_UNCONFIRMED),
    rule(no_supplier, NO_SUPPLIER),
    rule(load_is_rated, LOAD_IS_RATED),
    rule(setting_factor_empty, SETTING_FACTOR_EMPTY),
)
