"""Which sources count, why the others do not, and how much an old battery is still worth."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    Canisters,
    CarEnergy,
    CarHours,
    Energy,
    Figure,
    Generator,
    Place,
    Portable,
    Source,
)
from evacplan.domain.power import OLD_BATTERY_FACTOR

BATTERY_YEARS = 2
START_MONTHS = 12


class Reason(StrEnum):
    """Why a source does not count. An empty answer has a reason of its own: it is asked, not accused."""

    LEFT_OUT = "left_out"
    PLACE_EMPTY = "place_empty"
    NOT_AT_HAND = "not_at_hand"
    NOT_IN_WRITING = "not_in_writing"
    ENERGY_UNKNOWN = "energy_unknown"
    WAVE_EMPTY = "wave_empty"
    NOT_SINE = "not_sine"
    VOLTAGE_EMPTY = "voltage_empty"
    NOT_100_V = "not_100_v"
    FREQUENCY_EMPTY = "frequency_empty"
    NOT_50_HZ = "not_50_hz"
    NO_OPERATOR = "no_operator"
    START_EMPTY = "start_empty"
    NOT_STARTED_IN_12_MONTHS = "not_started_in_12_months"
    OUTDOOR_EMPTY = "outdoor_empty"
    NO_OUTDOOR_PLACE = "no_outdoor_place"


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A source that does not count, with every reason."""

    key: str
    reasons: tuple[Reason, ...]


def months_later(day: date, months: int) -> date:
    """The same day so many months later (earlier when negative), or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def battery_age_factor(
    stated: float | None, due: date | None, replaced: date | None, bought: date | None, *, on: date
) -> float:
    """a_age of a battery: the stated factor, else 0.5 when it is too old on that day, else 1.

    Too old is past its due date or, without one, more than two years after it was replaced (else bought).
    Without any date it counts as young; the missing date is a finding, not a number.
    """
    if stated is not None:
        return stated
    since = replaced or bought
    if due is not None:
        too_old = on > due
    else:
        too_old = since is not None and since < months_later(on, -12 * BATTERY_YEARS)
    return OLD_BATTERY_FACTOR if too_old else 1


def reasons_not_to_count(source: Source, on: date) -> tuple[Reason, ...]:
    """Every reason why a source does not count on that day; empty when it does."""
    found = [*_place_reasons(source), *_power_reasons(source)]
    if isinstance(source.energy, Generator):
        found += _generator_reasons(source, on)
    return tuple(found)


def energy_is_known(energy: Energy) -> bool:
    """Whether the amount of energy, or the hours, of a source can be computed."""
    match energy:
        case Portable():
            return energy.usable_wh is not UNKNOWN or energy.capacity_wh is not UNKNOWN
        case CarEnergy():
            return energy.kwh is not UNKNOWN
        case CarHours():
            return energy.hours is not UNKNOWN
    return _fuel_is_known(energy) and (_is_positive(energy.eco_h) or _is_positive(energy.rated_h))


def _fuel_is_known(generator: Generator) -> bool:
    fuel = generator.fuel
    if isinstance(fuel, Canisters):
        return fuel.count is not UNKNOWN
    return fuel.stock is not UNKNOWN and _is_positive(fuel.tank)


def _is_positive(figure: Figure) -> bool:
    return figure is not UNKNOWN and figure > 0


def _place_reasons(source: Source) -> Iterable[Reason]:
    place, written = source.answers.place, source.answers.written
    if place is Place.HOME:
        return
    if place in (Place.SHELTER, Place.CONSIDERED, Place.NONE):
        yield Reason.NOT_AT_HAND
    elif not written:
        yield Reason.PLACE_EMPTY if place is None else Reason.NOT_IN_WRITING


def _power_reasons(source: Source) -> Iterable[Reason]:
    answers = source.answers
    if not energy_is_known(source.energy):
        yield Reason.ENERGY_UNKNOWN
    yield from _unless_yes(answers.sine, Reason.WAVE_EMPTY, Reason.NOT_SINE)
    asked = answers.sine is not False  # the wave alone rules it out: nobody is asked to look further
    if asked or answers.volts_100 is not None:
        yield from _unless_yes(answers.volts_100, Reason.VOLTAGE_EMPTY, Reason.NOT_100_V)
    if asked or answers.hertz_50 is not None:
        yield from _unless_yes(answers.hertz_50, Reason.FREQUENCY_EMPTY, Reason.NOT_50_HZ)


def _generator_reasons(source: Source, on: date) -> Iterable[Reason]:
    answers = source.answers
    if not answers.operator:
        yield Reason.NO_OPERATOR
    if answers.last_started is None:
        yield Reason.START_EMPTY
    elif answers.last_started < months_later(on, -START_MONTHS):
        yield Reason.NOT_STARTED_IN_12_MONTHS
    yield from _unless_yes(answers.outdoor_place, Reason.OUTDOOR_EMPTY, Reason.NO_OUTDOOR_PLACE)


def _unless_yes(answer: bool | None, empty: Reason, no: Reason) -> Iterable[Reason]:
    if answer is None:
        yield empty
    elif not answer:
        yield no
