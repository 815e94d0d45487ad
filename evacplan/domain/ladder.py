"""The ladder of an outage: what to do at which hour, and when to go. Source: power.md §8.

No manual gives numeric thresholds; this ladder is our rule, to be confirmed with the doctor in the meeting.
Its hours are those of the run-down the headline assumes. They are halved and counted from the first stop,
which is never later than the stop of a life-critical device.
"""

from dataclasses import dataclass
from enum import StrEnum

from evacplan.domain.blackout.inputs import UNKNOWN, Household
from evacplan.domain.blackout.results import Answer, RunDown
from evacplan.domain.figures import Figures, lowest_first
from evacplan.domain.plan import Plan

NO_ESTIMATE_AFTER_H = 1.0


class RungKind(StrEnum):
    """One state with its action, in the order of power.md §8."""

    FIRST_MINUTES = "first_minutes"
    SWAPS = "swaps"
    CALLS = "calls"
    NO_ESTIMATE = "no_estimate"
    NO_SECOND_SOURCE = "no_second_source"
    HALF_LEFT = "half_left"
    LEAVE = "leave"
    LEVEL_3 = "level_3"
    ORDER = "order"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Hours as far as they are known: None when nothing can be said, else exact, or "at least"."""

    hours: float | None
    is_bound: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """One line of the ladder.

    at: the hour after the outage it stands for, None when it has none of its own. about: the hours its
    sentence speaks of (half of what is left, what must be left, how long the vital devices last).
    """

    kind: RungKind
    at: Reckoned | None = None
    about: Reckoned | None = None


def ladder(plan: Plan, figures: Figures) -> tuple[Rung, ...]:
    """The rungs that concern this child: by the clock, then what is done whatever the hour."""
    best = figures.best
    run = figures.ordinary if best is UNKNOWN else best.result
    timed = [Rung(RungKind.FIRST_MINUTES), Rung(RungKind.SWAPS), Rung(RungKind.CALLS)]
    if has_second_source(figures):
        timed += _while_it_lasts(run)
    else:
        timed.append(Rung(RungKind.NO_SECOND_SOURCE, at=_preparation(plan)))
    always = [Rung(RungKind.LEVEL_3)] if _hazard_at_home(plan) else []
    return (*timed, *always, Rung(RungKind.ORDER), *_forecast(figures))


def _while_it_lasts(run: RunDown) -> list[Rung]:
    """What hangs on the hours left; nothing that would come after the hour to leave."""
    lasts = lasts_h(run)
    if lasts is None:
        return [Rung(RungKind.NO_ESTIMATE, about=None)]
    half = Reckoned(None if lasts.hours is None else lasts.hours / 2, lasts.is_bound)
    need = Reckoned(None if run.leave_at_h is UNKNOWN else run.leave_at_h)
    by = _leave_by(run)
    rungs = []
    if by.hours is None or by.hours > NO_ESTIMATE_AFTER_H:
        rungs.append(Rung(RungKind.NO_ESTIMATE, about=half))
    if by.hours is None or half.hours is None or half.hours < by.hours:
        rungs.append(Rung(RungKind.HALF_LEFT, at=half))
    return [*rungs, Rung(RungKind.LEAVE, at=by, about=need)]


def lasts_h(run: RunDown) -> Reckoned | None:
    """Hours to the first stop; None when nothing stops within the horizon."""
    first = lowest_first(run)
    if first is UNKNOWN:
        return Reckoned(None)
    return None if first is None else Reckoned(first.at_h, run.first_to_stop is UNKNOWN)


def _leave_by(run: RunDown) -> Reckoned:
    bound = None if run.at_least is None else run.at_least.leave_by_h
    return _reckoned(run.leave_by_h, bound)


def _reckoned(answer: Answer, bound: float | None) -> Reckoned:
    if answer is UNKNOWN:
        return Reckoned(bound, bound is not None)
    return Reckoned(answer)


def has_second_source(figures: Figures) -> bool:
    """Whether anything is there when the internal battery ends: an external one, a source, or cylinders."""
    house = figures.household
    return bool(figures.counted) or _has_external(house) or _has_cylinders(house)


def _has_external(house: Household) -> bool:
    return any(
        battery.hours is not UNKNOWN and battery.count is not UNKNOWN and battery.hours * battery.count > 0
        for device in house.devices
        for battery in device.external
    )


def _has_cylinders(house: Household) -> bool:
    return house.oxygen is not None and house.oxygen.cylinders is not UNKNOWN and house.oxygen.has_cylinders


def _preparation(plan: Plan) -> Reckoned:
    minutes = plan.triggers.preparation_min
    return Reckoned(None if minutes is None else minutes / 60)


def _hazard_at_home(plan: Plan) -> bool:
    """Whether the home lies in a zone of hazard, or nobody has said of any hazard that it does not."""
    said = [risk.in_zone for risk in plan.home.hazards if risk.in_zone is not None]
    return any(said) or not said


def _forecast(figures: Figures) -> list[Rung]:
    """Before a storm: leave early when the vital devices may not last to the target in ordinary operation."""
    run = figures.ordinary
    hours = _reckoned(run.autonomy_h, None if run.at_least is None else run.at_least.autonomy_h)
    if run.autonomy_h is None or (hours.hours is not None and hours.hours >= figures.wanted.target_h):
        return []
    return [Rung(RungKind.FORECAST, about=hours)]
