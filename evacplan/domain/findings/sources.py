"""Findings about backup sources: what does not count and why, output, fuel, cars. Source: power.md §6, §9."""

from collections.abc import Iterator
from fractions import Fraction

from evacplan.domain.blackout.counting import Reason, reasons_not_to_count
from evacplan.domain.blackout.inputs import UNKNOWN, Canisters, Generator
from evacplan.domain.blackout.results import OutputExcess
from evacplan.domain.choices import Availability, TransportKind
from evacplan.domain.figures import lowest_first
from evacplan.domain.findings.facts import SOURCES, Facts, filled
from evacplan.domain.findings.finding import Finding, Named, amber, info, red, rule
from evacplan.domain.household import DEVICES
from evacplan.domain.plan.power import Car, PortablePower, Source
from evacplan.domain.plan.power import Generator as GeneratorRow
from evacplan.domain.power import CANISTERS_UNREALISTIC_ABOVE, canisters_for, exact
from evacplan.domain.scenarios import NO_CAR
from evacplan.domain.times import MINUTES_A_DAY, parse_bands

SOURCE_NOT_COUNTED = red("source_not_counted", "source", "reasons")
SOURCE_LAPSED = red("source_lapsed", "source", "reasons", "on")
SOURCE_NOT_AT_HAND = info("source_not_at_hand", "source", "availability")
NO_BACKUP_SOURCE = red("no_backup_source")
OUTPUT_SHORT = red("output_short", "source", "peak", "output", "devices")
SOURCE_TOO_WEAK = amber("source_too_weak", "source", "device", "load", "output")
OUTPUT_UNKNOWN = amber("output_unknown", "source")
CAR_SOMETIMES_AWAY = amber("car_sometimes_away", "source", "first")
FRACTION_HIGH = amber("fraction_high", "source", "fraction")
USABLE_ABOVE_CAPACITY = amber("usable_above_capacity", "source")
CANISTERS_UNREALISTIC = amber("canisters_unrealistic", "source", "canisters", "hours")
CHARGING_WINDOW_SHORT = amber("charging_window_short", "need", "window")
CAR_TWICE = amber("car_twice", "source", "transport")
MAKER_DOES_NOT_ALLOW = info("maker_does_not_allow", "source")
PETROL_IN_STORE = info("petrol_in_store", "source", "litres")

_PLACES: dict[Reason, tuple[str, ...]] = {
    Reason.PLACE_EMPTY: ("availability",),
    Reason.NOT_AT_HAND: ("availability",),
    Reason.NOT_IN_WRITING: ("agreed_in_writing",),
    Reason.ENERGY_UNKNOWN: ("capacity_wh", "usable_kwh", "fuel"),
    Reason.WAVE_EMPTY: ("waveform",),
    Reason.NOT_SINE: ("waveform",),
    Reason.VOLTAGE_EMPTY: ("volts",),
    Reason.NOT_100_V: ("volts",),
    Reason.FREQUENCY_EMPTY: ("frequency",),
    Reason.NOT_50_HZ: ("frequency",),
    Reason.NO_OPERATOR: ("operators",),
    Reason.START_EMPTY: ("last_started_on",),
    Reason.NOT_STARTED_IN_12_MONTHS: ("last_started_on",),
    Reason.OUTDOOR_EMPTY: ("outdoor",),
    Reason.NO_OUTDOOR_PLACE: ("outdoor",),
}
_ELSEWHERE = (Availability.AT_DESTINATION, Availability.CONSIDERING)


def not_counted(facts: Facts) -> Iterator[Finding]:
    """Every source that does not count; one that the family does not have is no finding."""
    left_out = {one.key: one.reasons for one in facts.figures.ordinary.not_counted}
    for path, row in facts.sources():
        reasons = left_out.get(row.key, ())
        if row.availability in _ELSEWHERE:
            place = f"{path}.availability"
            yield SOURCE_NOT_AT_HAND.at(place, source=Named(path), availability=row.availability)
        elif reasons and row.availability is not Availability.NONE:
            place = f"{path}.{_field(row, reasons[0])}"
            yield SOURCE_NOT_COUNTED.at(place, source=Named(path), reasons=reasons)


def _field(row: Source, reason: Reason) -> str:
    names = _PLACES.get(reason, ("availability",))
    return next(name for name in (*names, "availability") if name in type(row).model_fields)


def lapsed(facts: Facts) -> Iterator[Finding]:
    """Counted on the date of the plan, but no longer today."""
    counted = facts.counted()
    for path, row in facts.sources():
        reasons = reasons_not_to_count(counted[row.key], facts.today) if row.key in counted else ()
        if reasons:
            place = f"{path}.{_field(row, reasons[0])}"
            yield SOURCE_LAPSED.at(place, source=Named(path), reasons=reasons, on=facts.plan_date)


def no_backup_source(facts: Facts) -> Iterator[Finding]:
    if any(True for _ in facts.vital_devices()) and not facts.figures.counted:
        yield NO_BACKUP_SOURCE.at(f"{SOURCES}.portables")


def output_short(facts: Facts) -> Iterator[Finding]:
    """F5 under ordinary and minimum operation; the worse of the two for each source."""
    worst: dict[str, OutputExcess] = {}
    for excess in (*facts.figures.ordinary.output_excesses, *facts.figures.minimum.output_excesses):
        if excess.source not in worst or worst[excess.source].peak_w < excess.peak_w:
            worst[excess.source] = excess
    for path, row in facts.sources():
        if row.key in worst:
            found = worst[row.key]
            devices = tuple(Named(f"{DEVICES}.{key}") for key in found.devices)
            yield OUTPUT_SHORT.at(
                f"{path}.{_output_name(row)}",
                source=Named(path),
                peak=found.peak_w,
                output=found.output_w,
                devices=devices,
            )


def source_too_weak(facts: Facts) -> Iterator[Finding]:
    """A device of priority A or B that a source can never carry, however little else is on it."""
    devices = [device for device in facts.figures.household.devices if device.is_vital]
    for path, row in facts.sources():
        source = facts.counted().get(row.key)
        output = UNKNOWN if source is None else source.output_w
        for device in devices:
            load = device.running_w
            if output is not UNKNOWN and load is not UNKNOWN and load > output:
                place, name = f"{path}.{_output_name(row)}", Named(f"{DEVICES}.{device.key}")
                yield SOURCE_TOO_WEAK.at(place, source=Named(path), device=name, load=load, output=output)


def _output_name(row: Source) -> str:
    if isinstance(row, GeneratorRow):
        return "rated_output"
    return "inverter_w" if isinstance(row, Car) and row.output_w is None and row.inverter_w else "output_w"


def output_unknown(facts: Facts) -> Iterator[Finding]:
    """Sources that count without a limit, and every car whose socket or inverter nobody has read."""
    without_limit = {source.key for source in facts.figures.counted if source.output_w is UNKNOWN}
    for path, row in facts.sources():
        unread = isinstance(row, Car) and row.output_w is None and row.inverter_w is None
        if row.key in without_limit or (unread and row.availability is not Availability.NONE):
            yield OUTPUT_UNKNOWN.at(f"{path}.{_output_name(row)}", source=Named(path))


def car_sometimes_away(facts: Facts) -> Iterator[Finding]:
    for path, row in filled(facts.plan.power_sources.cars, f"{SOURCES}.cars"):
        if row.sometimes_away and row.key in facts.counted():
            first = lowest_first(facts.figures.run(NO_CAR))
            hours = first if first is None or first is UNKNOWN else first.at_h
            yield CAR_SOMETIMES_AWAY.at(f"{path}.sometimes_away", source=Named(path), first=hours)


def storage_figures(facts: Facts) -> Iterator[Finding]:
    for path, row in filled(facts.plan.power_sources.portables, f"{SOURCES}.portables"):
        yield from _storage_figures(path, row)
        if row.maker_allows_medical is False and row.key in facts.counted():
            yield MAKER_DOES_NOT_ALLOW.at(f"{path}.maker_allows_medical", source=Named(path))


def _storage_figures(path: str, row: PortablePower) -> Iterator[Finding]:
    if row.usable_wh is None and row.usable_fraction is not None and row.usable_fraction > 0.85:
        place = f"{path}.usable_fraction"
        yield FRACTION_HIGH.at(place, source=Named(path), fraction=row.usable_fraction)
    if row.usable_wh is not None and row.capacity_wh is not None and row.usable_wh > row.capacity_wh:
        yield USABLE_ABOVE_CAPACITY.at(f"{path}.usable_wh", source=Named(path))


def fuel(facts: Facts) -> Iterator[Finding]:
    hours = facts.figures.wanted.target_h
    for path, row in filled(facts.plan.power_sources.generators, f"{SOURCES}.generators"):
        source = facts.counted().get(row.key)
        need = None if source is None else _canisters_needed(source.energy, hours)
        if need is not None and need > CANISTERS_UNREALISTIC_ABOVE:
            place = f"{path}.canisters"
            yield CANISTERS_UNREALISTIC.at(place, source=Named(path), canisters=need, hours=hours)
        if row.stock_l:
            yield PETROL_IN_STORE.at(f"{path}.stock_l", source=Named(path), litres=row.stock_l)


def _canisters_needed(energy: object, hours: float) -> int | None:
    """Canisters to reach the target with this generator alone, at its lowest load."""
    if not isinstance(energy, Generator) or not isinstance(energy.fuel, Canisters):
        return None
    per_pair = next((h for h in (energy.eco_h, energy.rated_h) if h is not UNKNOWN and h > 0), None)
    return None if per_pair is None else canisters_for(hours, per_pair)


def charging_window(facts: Facts) -> Iterator[Finding]:
    """One charger: every external battery charged one after another, against the longest opening."""
    windows = [_window_h(row.open_hours) for row in facts.plan.power_sources.charge_places]
    longest = max((window for window in windows if window is not None), default=None)
    need = _charging_h(facts)
    if longest is not None and need > longest:
        yield CHARGING_WINDOW_SHORT.at(f"{SOURCES}.charge_places", need=float(need), window=float(longest))


def _charging_h(facts: Facts) -> Fraction:
    batteries = (row for _, device in facts.devices() for row in device.external_batteries)
    return sum((exact(row.charge_h or 0) * (row.count or 0) for row in batteries), Fraction(0))


def _window_h(text: str | None) -> Fraction | None:
    """Hours a place is open a day, None where its text is no time band."""
    try:
        bands = parse_bands(text or "")
    except ValueError:
        return None
    minutes = sum((band.end - band.start) % MINUTES_A_DAY or MINUTES_A_DAY for band in bands)
    return Fraction(min(minutes, MINUTES_A_DAY), 60) if bands else None


def car_twice(facts: Facts) -> Iterator[Finding]:
    """A car that gives power cannot drive: a counted car and a means of transport of the same owner."""
    cars = [row for row in facts.plan.power_sources.cars if row.owner and row.key in facts.counted()]
    for path, transport in filled(facts.plan.destination.transports, "destination.transports"):
        own = transport.kind in (TransportKind.OWN_CAR, TransportKind.NEIGHBOUR_CAR)
        for car in cars:
            if own and transport.owner == car.owner:
                source = Named(f"{SOURCES}.cars.{car.key}")
                yield CAR_TWICE.at(f"{SOURCES}.cars.{car.key}.owner", source=source, transport=Named(path))


RULES = (
    rule(not_counted, SOURCE_NOT_COUNTED, SOURCE_NOT_AT_HAND),
    rule(lapsed, SOURCE_LAPSED),
    rule(no_backup_source, NO_BACKUP_SOURCE),
    rule(output_short, OUTPUT_SHORT),
    rule(source_too_weak, SOURCE_TOO_WEAK),
    rule(output_unknown, OUTPUT_UNKNOWN),
    rule(car_sometimes_away, CAR_SOMETIMES_AWAY),
    rule(storage_figures, FRACTION_HIGH, USABLE_ABOVE_CAPACITY, MAKER_DOES_NOT_ALLOW),
    rule(fuel, CANISTERS_UNREALISTIC, PETROL_IN_STORE),
    rule(charging_window, CHARGING_WINDOW_SHORT),
    rule(car_twice, CAR_TWICE),
)
