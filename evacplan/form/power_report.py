"""The run-down for the command line, as data and as lines. Numbers are exact; rounding is for paper.

A figure that is 未確認 is null, with "unknown": true in the object it stands in; at the top level
"unknown_figures" names those that are. null without it says: does not happen within the horizon.
"""

from collections.abc import Iterator
from typing import Any

from evacplan.domain.blackout.inputs import UNKNOWN, Household, Scenario
from evacplan.domain.blackout.results import AtLeast, DeviceResult, FirstAnswer, OxygenResult, RunDown
from evacplan.domain.levers import Lever
from evacplan.domain.measures import Measure
from evacplan.domain.reach import Reach
from evacplan.domain.times import format_clock
from evacplan.form.figure_words import Teller
from evacplan.form.lever_words import LeverTeller
from evacplan.form.words import figure

OXYGEN = "oxygen"


def power_data(teller: Teller, levers: LeverTeller) -> dict[str, Any]:
    """Everything the run-down says under what is asked for."""
    figures = teller.figures
    run = figures.ordinary
    scalars = {
        "autonomy_h": run.autonomy_h,
        "gap_wh": run.gap_wh,
        "leave_at_h": run.leave_at_h,
        "leave_by_h": run.leave_by_h,
    }
    unknown = [name for name, figure in scalars.items() if figure is UNKNOWN]
    if run.first_to_stop is UNKNOWN:
        unknown.insert(0, "first_to_stop")
    return {
        "scenario": _scenario(figures.household, figures.asked),
        "devices": [_device(one, teller) for one in run.devices],
        "oxygen": None if run.oxygen is None else _oxygen(run.oxygen),
        "loads": _loads(run),
        "first_to_stop": _first(run.first_to_stop, teller),
        **{name: _known(figure) for name, figure in scalars.items()},
        "unknown": bool(unknown),
        "unknown_figures": unknown,
        "at_least": None if run.at_least is None else _at_least(run.at_least, teller),
        "sources_not_counted": _not_counted(run, teller),
        "output_excesses": [
            {"id": one.source, "from_h": one.from_h, "peak_w": one.peak_w, "output_w": one.output_w}
            for one in run.output_excesses
        ],
        "best_operation": _best(teller),
        "levers": [_lever(one, levers) for one in levers.levers()],
        "reach": _reach(levers),
    }


def _scenario(house: Household, asked: Scenario) -> dict[str, Any]:
    return {
        "start": format_clock(asked.starts_at),
        "horizon_h": asked.horizon_h,
        "target_h": asked.target_h,
        "minimum_operation": asked.minimum_operation,
        "cold": asked.cold,
        "without": sorted(asked.without),
        "on": house.on.isoformat(),
    }


def _device(device: DeviceResult, teller: Teller) -> dict[str, Any]:
    return {
        "id": device.key,
        "name": teller.device_name(device.key),
        "priority": device.priority.value,
        "stops_at_h": _known(device.stops_at_h),
        "harm_at_h": _known(device.harm_at_h),
        "unknown": device.unknown,
        "at_least_h": device.at_least_h,
        "swap": device.swap.value if device.swap else None,
        "swapped_at_h": _known(device.swapped_at_h),
        "segments": [
            {"from_h": one.from_h, "to_h": one.to_h, "supply": one.supply.value, "source": one.source}
            for one in device.segments
        ],
    }


def _oxygen(oxygen: OxygenResult) -> dict[str, Any]:
    figures = (oxygen.minutes, oxygen.flow_l_min, oxygen.starts_at_h, oxygen.ends_at_h)
    return {
        "minutes": _known(oxygen.minutes),
        "factor": oxygen.factor,
        "flow_l_min": _known(oxygen.flow_l_min),
        "starts_at_h": _known(oxygen.starts_at_h),
        "ends_at_h": _known(oxygen.ends_at_h),
        "unknown": UNKNOWN in figures,
    }


def _loads(run: RunDown) -> dict[str, Any]:
    figures = {
        "now_w": run.now.w,
        "minimum_w": run.minimum.w,
        "day_wh": run.now.day_wh,
        "minimum_day_wh": run.minimum.day_wh,
    }
    known = {
        "now_w": run.now.known_w,
        "minimum_w": run.minimum.known_w,
        "day_wh": run.now.known_day_wh,
        "minimum_day_wh": run.minimum.known_day_wh,
    }
    found = {name: _known(figure) for name, figure in figures.items()}
    return {**found, "unknown": UNKNOWN in figures.values(), "known_part": known}


def _first(first: FirstAnswer, teller: Teller) -> dict[str, Any] | None:
    if first is None:
        return None
    if first is UNKNOWN:
        return {"id": None, "name": None, "at_h": None, "unknown": True}
    name = teller.device_name(first.device)
    return {"id": first.device or OXYGEN, "name": name, "at_h": first.at_h, "unknown": False}


def _at_least(bound: AtLeast, teller: Teller) -> dict[str, Any]:
    return {
        "first_to_stop": _first(bound.first_to_stop, teller),
        "autonomy_h": bound.autonomy_h,
        "leave_by_h": bound.leave_by_h,
    }


def _not_counted(run: RunDown, teller: Teller) -> list[dict[str, Any]]:
    words = teller.figure_words.reasons
    return [
        {
            "id": source.key,
            "name": teller.source_name(source.key),
            "reasons": [reason.value for reason in source.reasons],
            "why": [words[reason] for reason in source.reasons],
        }
        for source in run.not_counted
    ]


def _best(teller: Teller) -> dict[str, Any]:
    best = teller.figures.best
    if best is UNKNOWN:
        return {"swaps": None, "first_to_stop": None, "leave_by_h": None, "unknown": True}
    return {
        "swaps": [
            {"id": step.device, "swap": step.swap.value, "when": step.when.value, "at_h": _known(step.at_h)}
            for step in best.steps
        ],
        "first_to_stop": _first(best.result.first_to_stop, teller),
        "leave_by_h": _known(best.result.leave_by_h),
        "unknown": best.result.first_to_stop is UNKNOWN,
    }


def _lever(lever: Lever, levers: LeverTeller) -> dict[str, Any]:
    return {
        **_measure(lever.measure, levers),
        "won_h": lever.won_h,
        "first_to_stop": _first(lever.first, levers.teller),
        "at_least": lever.is_bound,
    }


def _measure(measure: Measure, levers: LeverTeller) -> dict[str, Any]:
    return {
        "kind": measure.kind.value,
        "id": measure.target or None,
        "amount": measure.amount or None,
        "say": levers.say(measure),
    }


def _reach(levers: LeverTeller) -> dict[str, Any]:
    """What it takes to reach the target."""
    found = levers.reach()
    said = " ".join(levers.sentences())
    if found is UNKNOWN:
        return {"target_h": levers.scenario.target_h, "reached": None, "unknown": True, "say": said}
    return {
        "target_h": found.target_h,
        "reached": found.is_reached,
        "steps": [_measure(step, levers) for step in found.steps],
        "first_to_stop": _first(found.first, levers.teller),
        "at_least": found.is_bound,
        "unknown": False,
        "unknown_ids": _unknown_ids(found),
        "say": said,
    }


def _unknown_ids(found: Reach) -> list[str]:
    return [key or OXYGEN for key in found.unknown]


def _known(figure: object) -> Any:
    return None if figure is UNKNOWN else figure


def power_lines(teller: Teller, levers: LeverTeller) -> Iterator[str]:
    """Every computed figure with its label, what it came from, and what to do about it."""
    if teller.figures.is_empty:
        yield "機器も酸素も記入されていないため、計算できません。"
        return
    yield _conditions(teller)
    for fact in (one.fact for one in teller.facts()):
        answer = fact.answer
        note = f"（{answer.note}）" if answer.note else ""
        first, *more = answer.text.split("\n")
        yield f"{fact.label}：{first}{note}"
        yield from (f"    {line}" for line in more)
    for number, step in enumerate(teller.swaps(), 1):
        yield f"切り替え {number}：{step.text}"
    yield from teller.inputs()
    table = levers.table()
    if table is not None:
        yield table.title
        for what, won, then in table.rows:
            yield "    " + "　".join(cell.text for cell in (won, what, then) if cell is not None)
    yield from levers.sentences()


def _conditions(teller: Teller) -> str:
    """Under which circumstances the lines are computed."""
    asked = teller.figures.asked
    said = [f"停電 {format_clock(asked.starts_at)} から {figure(asked.horizon_h)} 時間"]
    said.append("切り替えはすべてすぐにする" if asked.minimum_operation else "ふだんどおり使う")
    said += ["寒い中での停電"] if asked.cold else []
    said += [f"使わない電源：{teller.source_name(key)}" for key in sorted(asked.without)]
    return "条件：" + "、".join(said)
