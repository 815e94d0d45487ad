"""What a family could do or get so that the power lasts longer, each as a change of the run-down's inputs.

A measure never invents a product: it takes one more of what is there already, or one of the few standard
things named below, whose figures are printed beside it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from evacplan.domain.blackout.counting import Reason
from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Answers,
    Battery,
    Canisters,
    Device,
    Generator,
    Household,
    Place,
    Portable,
    Source,
    Swap,
    Tank,
)
from evacplan.domain.blackout.oxygen import content_l


class MeasureKind(StrEnum):
    """What is done. Of measures that win the same hours the earlier one is named first.

    SWAPS: every swap of the best operation; SWAP: one device goes without power from the start (amount 0).
    LEAVE_OFF: a device of priority C or D that nothing replaces is not used. TRAIN: somebody learns manual
    suction. TO_CYLINDERS: the cylinders take over when a concentrator stops. RENEW: a new battery in place of
    an old one. MAKE_COUNT: what keeps a source from counting is put in order (amount: fuel to add).
    CANISTERS, FUEL: more for a source that counts. CYLINDERS, EXTERNAL, PORTABLE: so many more of the same.
    CHARGE: the storage comes back full every so many hours. LEND: a standard canister generator is lent.
    """

    SWAPS = "swaps"
    SWAP = "swap"
    TO_CYLINDERS = "to_cylinders"
    LEAVE_OFF = "leave_off"
    MAKE_COUNT = "make_count"
    TRAIN = "train"
    RENEW = "renew"
    CANISTERS = "canisters"
    FUEL = "fuel"
    CHARGE = "charge"
    CYLINDERS = "cylinders"
    EXTERNAL = "external"
    PORTABLE = "portable"
    STANDARD_PORTABLE = "standard_portable"
    LEND = "lend"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. target: key of the device, source, cylinder or charging place; amount: see its kind.

    source: the storage that is charged. reasons: what has to be put in order before a source counts.
    """

    kind: MeasureKind
    target: str = ""
    amount: float = 0
    source: str = ""
    reasons: tuple[Reason, ...] = ()


# A canister generator (power.md §4, §6: 900 VA, two canisters last 1.1 h rated, 2.2 h at low load) and a
# storage of a common size. That both are there half an hour later is our assumption.
LENT_KEY, STANDARD_KEY = "lent_generator", "standard_portable"
STANDARD_WH = 1000.0
STANDARD_OUTPUT_W = 1500.0
LENT_OUTPUT_W, LENT_ECO_H, LENT_RATED_H = 900.0, 2.2, 1.1
LENT_READY_MIN = 30
_IN_ORDER = Answers(place=Place.HOME, written=True, sine=True, volts_100=True, hertz_50=True)
_KeyedT = TypeVar("_KeyedT", Device, Source)


def changed(house: Household, measure: Measure, horizon_h: float) -> Household:
    """The household once the measure is taken; swaps change nothing here, only their moment."""
    return _CHANGES[measure.kind](house, measure, horizon_h) if measure.kind in _CHANGES else house


def _with_device(house: Household, key: str, change: Callable[[Device], Device]) -> Household:
    return replace(house, devices=tuple(_one(house.devices, key, change)))


def _with_source(house: Household, key: str, change: Callable[[Source], Source]) -> Household:
    return replace(house, sources=tuple(_one(house.sources, key, change)))


def _one(rows: tuple[_KeyedT, ...], key: str, change: Callable[[_KeyedT], _KeyedT]) -> Iterator[_KeyedT]:
    return (change(row) if row.key == key else row for row in rows)


def _leave_off(house: Household, measure: Measure, _horizon_h: float) -> Household:
    return replace(house, devices=tuple(one for one in house.devices if one.key != measure.target))


def _train(house: Household, measure: Measure, _horizon_h: float) -> Household:
    return _with_device(house, measure.target, lambda one: replace(one, trained_person=True))


def _to_cylinders(house: Household, measure: Measure, _horizon_h: float) -> Household:
    return _with_device(house, measure.target, lambda one: replace(one, swap=Swap.CYLINDER))


def _renew(house: Household, measure: Measure, _horizon_h: float) -> Household:
    def renewed(device: Device) -> Device:
        external = tuple(replace(battery, a_age=1) for battery in device.external)
        return replace(device, internal=replace(device.internal, a_age=1), external=external)

    return _with_device(house, measure.target, renewed)


def _external(house: Household, measure: Measure, _horizon_h: float) -> Household:
    def with_more(device: Device) -> Device:
        battery = next((one for one in device.external if one.hours), device.internal)
        more = Battery(battery.hours, measure.amount)
        return replace(device, external=(*device.external, more))

    return _with_device(house, measure.target, with_more)


def _make_count(house: Household, measure: Measure, _horizon_h: float) -> Household:
    in_order = replace(_IN_ORDER, operator=True, last_started=house.on, outdoor_place=True)
    return _with_source(
        house,
        measure.target,
        lambda one: replace(one, answers=in_order, energy=with_fuel(one, measure.amount).energy),
    )


def _more_fuel(house: Household, measure: Measure, _horizon_h: float) -> Household:
    return _with_source(house, measure.target, lambda one: with_fuel(one, measure.amount))


def with_fuel(source: Source, more: float) -> Source:
    """A generator with so many more canisters, or so much more fuel in store; other sources as they are."""
    energy = source.energy
    if not more or not isinstance(energy, Generator):
        return source
    fuel = energy.fuel
    if isinstance(fuel, Canisters) and fuel.count is not UNKNOWN:
        return replace(source, energy=replace(energy, fuel=Canisters(fuel.count + more)))
    if isinstance(fuel, Tank) and fuel.stock is not UNKNOWN:
        return replace(source, energy=replace(energy, fuel=Tank(fuel.stock + more, fuel.tank)))
    return source


def _charge(house: Household, measure: Measure, horizon_h: float) -> Household:
    """The storage full once more every so many hours: each time as one of its own that is ready then."""
    found = next(one for one in house.sources if one.key == measure.source)
    times = int(horizon_h // measure.amount)
    again = tuple(
        replace(found, key=f"{found.key}+{time}", ready_after_min=60 * measure.amount * time)
        for time in range(1, times + 1)
    )
    return replace(house, sources=(*house.sources, *again))


def _cylinders(house: Household, measure: Measure, _horizon_h: float) -> Household:
    if house.oxygen is None or house.oxygen.cylinders is UNKNOWN:
        return house
    more = replace(house.oxygen.cylinders[largest_cylinder(house)], count=measure.amount)
    return replace(house, oxygen=replace(house.oxygen, cylinders=(*house.oxygen.cylinders, more)))


def largest_cylinder(house: Household) -> int:
    """Position of the cylinders of which one holds most; the household must have some."""
    assert house.oxygen is not None
    assert house.oxygen.cylinders is not UNKNOWN
    contents = [content_l(replace(one, count=1)) for one in house.oxygen.cylinders]
    known = [(0 if litres is UNKNOWN else litres, -place) for place, litres in enumerate(contents)]
    return -max(known)[1]


def _portable(house: Household, measure: Measure, _horizon_h: float) -> Household:
    found = next(one for one in house.sources if one.key == measure.target)
    again = tuple(replace(found, key=f"{found.key}~{time}") for time in range(1, int(measure.amount) + 1))
    return replace(house, sources=(*house.sources, *again))


def _standard_portable(house: Household, measure: Measure, _horizon_h: float) -> Household:
    return _with_more(house, Source(STANDARD_KEY, "", Portable(measure.amount), _IN_ORDER, STANDARD_OUTPUT_W))


def _lend(house: Household, measure: Measure, _horizon_h: float) -> Household:
    answers = replace(_IN_ORDER, operator=True, last_started=house.on, outdoor_place=True)
    energy = Generator(Canisters(measure.amount), LENT_ECO_H, LENT_RATED_H)
    return _with_more(house, Source(LENT_KEY, "", energy, answers, LENT_OUTPUT_W, LENT_READY_MIN))


def _with_more(house: Household, source: Source) -> Household:
    return replace(house, sources=(*house.sources, source))


_CHANGES: dict[MeasureKind, Callable[[Household, Measure, float], Household]] = {
    MeasureKind.LEAVE_OFF: _leave_off,
    MeasureKind.TRAIN: _train,
    MeasureKind.TO_CYLINDERS: _to_cylinders,
    MeasureKind.RENEW: _renew,
    MeasureKind.EXTERNAL: _external,
    MeasureKind.MAKE_COUNT: _make_count,
    MeasureKind.CANISTERS: _more_fuel,
    MeasureKind.FUEL: _more_fuel,
    MeasureKind.CHARGE: _charge,
    MeasureKind.CYLINDERS: _cylinders,
    MeasureKind.PORTABLE: _portable,
    MeasureKind.STANDARD_PORTABLE: _standard_portable,
    MeasureKind.LEND: _lend,
}
