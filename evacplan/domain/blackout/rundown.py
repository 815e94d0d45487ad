"""At which hour does what stop, and when must they leave: the whole answer for one household and scenario."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from evacplan.domain.blackout.counting import NotCounted, Reason, reasons_not_to_count
from evacplan.domain.blackout.headline import OXYGEN, Headline, gap_plan, gap_wh, headline
from evacplan.domain.blackout.inputs import (
    UNKNOWN,
    CarEnergy,
    CarHours,
    Figure,
    Household,
    Leaving,
    Portable,
    Scenario,
    Source,
)
from evacplan.domain.blackout.loads import load_sum
from evacplan.domain.blackout.oxygen import cylinder_minutes, flow_l_min
from evacplan.domain.blackout.prepared import Prepared, prepare
from evacplan.domain.blackout.results import (
    Answer,
    AtLeast,
    DeviceResult,
    FirstStop,
    OutputExcess,
    OxygenResult,
    RunDown,
    Segment,
)
from evacplan.domain.blackout.supply import Supply
from evacplan.domain.blackout.swaps import listed_swaps, possible_swaps, swap_plan
from evacplan.domain.blackout.timetable import bits
from evacplan.domain.blackout.unknowns import Unknowns, unknowns
from evacplan.domain.blackout.walk import Code, Plan, State, Walk, Walked
from evacplan.domain.power import exact, leave_at_h, leave_by_h

# All that the papers of one plan ask for, a few times over.
_MOST_KEPT = 256


@dataclass(frozen=True, slots=True)
class Ready:
    """A household prepared for one scenario: may be walked again with other swaps."""

    household: Household
    scenario: Scenario
    prepared: Prepared
    supply: Supply
    not_counted: tuple[NotCounted, ...]

    @property
    def horizon(self) -> Fraction:
        """Minutes to the horizon."""
        return exact(self.scenario.horizon_h) * 60

    def unknowns(self, plan: Plan) -> Unknowns:
        """What is unknown under a plan of swaps."""
        return unknowns(self.household, plan, bool(self.prepared.sources))


def run_down(household: Household, scenario: Scenario | None = None) -> RunDown:
    """The run-down of one household; without a scenario the ordinary one (02:00, 168 h, target 72 h).

    Kept until `forget`: most answers of a plan change nothing of its household.
    """
    return _worked_out(household, scenario or Scenario())


def forget() -> None:
    """Drop the run-downs that are kept; they name devices."""
    _worked_out.cache_clear()


@lru_cache(_MOST_KEPT)
def _worked_out(household: Household, scenario: Scenario) -> RunDown:
    ready = make_ready(household, scenario)
    return answer(ready, swap_plan(ready.household, ready.scenario))


def make_ready(household: Household, scenario: Scenario) -> Ready:
    """Decide which sources count, order them and turn everything into whole numbers."""
    counted, not_counted = _sources(household, scenario)
    prepared = prepare(household, counted, scenario)
    return Ready(household, scenario, prepared, Supply(prepared), not_counted)


def answer(ready: Ready, plan: Plan) -> RunDown:
    """The whole answer when the swaps are made as planned."""
    household, prepared, scenario = ready.household, ready.prepared, ready.scenario
    walked = Walk(prepared, ready.supply, plan, ready.horizon).run()
    found = headline(household, prepared, plan, walked, ready.horizon)
    unknown = ready.unknowns(plan)
    leave_at = _leave_at(household.leaving)
    shown = _figures(prepared, found, leave_at)
    leave_by_is_unknown = leave_at is None and found.first is not None
    possible = possible_swaps(household)
    return RunDown(
        horizon_h=float(scenario.horizon_h),
        swaps=listed_swaps(household, plan),
        devices=tuple(_device(ready, plan, walked, unknown, i) for i in range(len(prepared.devices))),
        oxygen=_oxygen(household, found, unknown),
        first_to_stop=UNKNOWN if unknown.headline else shown.first_to_stop,
        autonomy_h=UNKNOWN if unknown.headline else shown.autonomy_h,
        now=load_sum(prepared, plan.members),
        minimum=load_sum(prepared, plan.members & ~possible),
        gap_wh=_gap(ready, gap_plan(prepared, possible)),
        leave_at_h=UNKNOWN if leave_at is None else float(leave_at),
        leave_by_h=UNKNOWN if unknown.headline or leave_by_is_unknown else shown.leave_by_h,
        at_least=shown if unknown.headline and unknown.bounds else None,
        not_counted=ready.not_counted,
        output_excesses=_excesses(prepared, walked),
        outputs_unknown=tuple(source.key for source in prepared.sources if source.output_w is UNKNOWN),
    )


def _sources(household: Household, scenario: Scenario) -> tuple[tuple[Source, ...], tuple[NotCounted, ...]]:
    """The sources that count, portable, car, generator, and the others with their reasons."""
    counted, not_counted = [], []
    for source in household.sources:
        left_out = (Reason.LEFT_OUT,) if source.key in scenario.without else ()
        reasons = left_out + reasons_not_to_count(source, household.on)
        if reasons:
            not_counted.append(NotCounted(source.key, reasons))
        else:
            counted.append(source)
    return tuple(sorted(counted, key=_rank)), tuple(not_counted)


def _rank(source: Source) -> int:
    if isinstance(source.energy, Portable):
        return 0
    return 1 if isinstance(source.energy, CarEnergy | CarHours) else 2


def _hours(minutes: Fraction | None) -> float | None:
    return None if minutes is None else float(minutes / 60)


def _device(ready: Ready, plan: Plan, walked: Walked, unknown: Unknowns, i: int) -> DeviceResult:
    prepared = ready.prepared
    device = prepared.devices[i]
    end = walked.ends.get(i)
    at_once, on_stop = plan.at_once >> i & 1, plan.on_stop >> i & 1
    is_unknown = bool(unknown.any >> i & 1)
    stop = None if on_stop or end is None else end
    harm = None if stop is None else stop + prepared.tolerance[i]
    swapped: Answer = 0.0 if at_once else _hours(end) if on_stop else None
    bounded = is_unknown and unknown.bounds_of(i)
    if is_unknown and on_stop:
        swapped = UNKNOWN
    return DeviceResult(
        key=device.key,
        name=device.name,
        priority=device.priority,
        unknown=is_unknown,
        segments=_segments(prepared, walked.segments[i], float(ready.scenario.horizon_h)),
        stops_at_h=UNKNOWN if is_unknown else _hours(stop),
        harm_at_h=UNKNOWN if is_unknown else _hours(harm),
        swap=device.swap if swapped is not None else None,
        swapped_at_h=swapped,
        at_least_h=_hours(ready.horizon if end is None else end) if bounded else None,
    )


def _segments(prepared: Prepared, begun: list[tuple[float, Code]], horizon_h: float) -> tuple[Segment, ...]:
    closed = pairwise((*begun, (horizon_h, State.STOPPED)))
    return tuple(
        Segment(first, last, code)
        if isinstance(code, State)
        else Segment(first, last, State.SOURCE, prepared.sources[code].key)
        for (first, code), (last, _) in closed
        if first < last
    )


def _oxygen(household: Household, found: Headline, unknown: Unknowns) -> OxygenResult | None:
    oxygen = household.oxygen
    if oxygen is None:
        return None
    minutes, flow = cylinder_minutes(oxygen), flow_l_min(oxygen)
    return OxygenResult(
        minutes=UNKNOWN if minutes is UNKNOWN else float(minutes),
        factor=float(oxygen.factor),
        flow_l_min=UNKNOWN if flow is UNKNOWN else float(flow),
        starts_at_h=UNKNOWN if unknown.start else _hours(found.oxygen_start),
        ends_at_h=UNKNOWN if unknown.oxygen else _hours(found.oxygen_end),
    )


def _leave_at(leaving: Leaving) -> Fraction | None:
    travel: Figure = leaving.travel_drill_min
    if travel is UNKNOWN:
        travel = leaving.travel_min
    if leaving.preparation_min is UNKNOWN or leaving.loading_min is UNKNOWN or travel is UNKNOWN:
        return None
    return leave_at_h(leaving.preparation_min, leaving.loading_min, travel, leaving.reserve_h)


def _figures(prepared: Prepared, found: Headline, leave_at: Fraction | None) -> AtLeast:
    """The headline as walked: the figures themselves when nothing is unknown, else lower bounds."""
    if found.first is None:
        return AtLeast(None, _hours(found.autonomy), None)
    i, harm = found.first
    first = FirstStop(None if i == OXYGEN else prepared.devices[i].key, float(harm / 60))
    by = None if leave_at is None else float(leave_by_h(harm / 60, leave_at))
    return AtLeast(first, _hours(found.autonomy), by)


def _gap(ready: Ready, plan: Plan) -> Figure:
    unknown = ready.unknowns(plan)
    if unknown.any:
        return UNKNOWN
    return float(gap_wh(ready.prepared, ready.supply, plan, exact(ready.scenario.target_h) * 60))


def _excesses(prepared: Prepared, walked: Walked) -> tuple[OutputExcess, ...]:
    found = []
    for position, (first, peaks, mask) in sorted(walked.overloads.items()):
        source, limit = prepared.sources[position], prepared.limits[position]
        if limit is not None:
            keys = tuple(prepared.devices[i].key for i in bits(mask))
            unit = prepared.load_unit
            found.append(OutputExcess(source.key, first, peaks / unit, limit / unit, keys))
    return tuple(found)
