"""The figures at the top of the paper: oxygen's end, first to stop, autonomy, gap; all in exact minutes."""

from dataclasses import dataclass
from fractions import Fraction

from evacplan.domain.blackout.inputs import UNKNOWN, Household, Priority
from evacplan.domain.blackout.oxygen import cylinder_minutes
from evacplan.domain.blackout.prepared import Prepared, device_duty, known_or_zero
from evacplan.domain.blackout.supply import Supply
from evacplan.domain.blackout.timetable import bits
from evacplan.domain.blackout.unknowns import concentrators, oxygen_matters
from evacplan.domain.blackout.walk import Plan, Walk, Walked

OXYGEN = -1  # position of the oxygen among the devices that can stop


@dataclass(frozen=True, slots=True)
class Headline:
    """Exact minutes, None when not within the horizon. first: (position or OXYGEN, minutes of harm)."""

    oxygen_start: Fraction | None
    oxygen_end: Fraction | None
    first: tuple[int, Fraction] | None
    autonomy: Fraction | None


def headline(
    household: Household, prepared: Prepared, plan: Plan, walked: Walked, horizon: Fraction
) -> Headline:
    """The figures as walked, that is with unknown hours as 0; whether they may be shown is for `Unknowns`."""
    start = oxygen_start(household, plan, walked.ends)
    end = _oxygen_end(household, start, horizon)
    stopped = [i for i in prepared.order if i in walked.ends and not plan.on_stop >> i & 1]
    harms = [(i, walked.ends[i] + prepared.tolerance[i]) for i in stopped if prepared.devices[i].is_vital]
    stops = [walked.ends[i] for i in stopped if prepared.devices[i].priority is Priority.A]
    if end is not None:
        harms.append((OXYGEN, end))
        stops.append(end)
    first = min(harms, key=lambda harm: harm[1], default=None)
    return Headline(start, end, first, min(stops, default=None))


def oxygen_start(household: Household, plan: Plan, ends: dict[int, Fraction]) -> Fraction | None:
    """When the cylinders' clock starts: as soon as no concentrator runs any more, if one is swapped.

    At once without a concentrator; None when one keeps running or none of them is to be swapped.
    """
    if not oxygen_matters(household, plan):
        return None
    running = bits(concentrators(household) & ~plan.at_once)
    if any(i not in ends for i in running):
        return None
    return max((ends[i] for i in running), default=Fraction(0))


def _oxygen_end(household: Household, start: Fraction | None, horizon: Fraction) -> Fraction | None:
    if start is None or household.oxygen is None:
        return None
    minutes = cylinder_minutes(household.oxygen)
    if minutes is UNKNOWN:
        return None
    return start + minutes if start + minutes < horizon else None


def gap_plan(prepared: Prepared, possible: int) -> Plan:
    """Minimum operation with the A and B devices alone."""
    vital = sum(1 << i for i, device in enumerate(prepared.devices) if device.is_vital)
    return Plan(members=vital, at_once=possible & vital)


def gap_wh(prepared: Prepared, supply: Supply, plan: Plan, target: Fraction) -> Fraction:
    """Wh missing to the target (minutes) for the devices of the plan that stop before it.

    This walk looks past the target by the longest tolerance, whatever horizon is shown: otherwise a stop
    shortly before the target would be overlooked.
    """
    longest = max((prepared.tolerance[i] for i in bits(plan.members)), default=Fraction(0))
    walked = Walk(prepared, supply, plan, target + longest + 1).run()
    missing = Fraction(0)
    for i, stop in walked.ends.items():
        if stop < target:
            device = prepared.devices[i]
            start = prepared.starts_at
            minutes = prepared.day.minutes_in_use(i, start + stop, start + target)
            missing += device_duty(device) * known_or_zero(device.running_w) * minutes / 60
    return missing
