"""Plain reports for the command line: what is missing, the figures, every field. No styles, no files."""

from collections.abc import Iterable, Iterator
from typing import Any

from evacplan.domain.blackout.inputs import UNKNOWN
from evacplan.domain.blackout.results import DeviceResult, LoadSum, OxygenResult, RunDown
from evacplan.domain.figures import Figures
from evacplan.form.completeness import GroupState
from evacplan.form.edition import Words
from evacplan.form.figure_words import Teller
from evacplan.form.finding_words import WordedFinding
from evacplan.form.spec import Item
from evacplan.form.words import choice_word

UNKNOWN_WORD = "unknown"


def completeness_lines(words: Words, groups: tuple[GroupState, ...]) -> Iterator[str]:
    """One line for each group, then what is not answered in it."""
    for state in groups:
        name = words.sentences.groups[state.group.value]
        done = state.total - len(state.missing)
        yield f"{'✓' if state.is_complete else '！'} {name}　{done}/{state.total}"
        for missing in state.missing:
            mark = words.form.answers.unknown if missing.unknown else "未記入"
            yield f"    {mark}　{missing.label}　[{missing.path}]"


def completeness_data(groups: tuple[GroupState, ...]) -> list[dict[str, Any]]:
    """The same as data."""
    return [
        {
            "group": state.group.value,
            "total": state.total,
            "answered": state.total - len(state.missing),
            "missing": [
                {"path": one.path, "label": one.label, "unknown": one.unknown} for one in state.missing
            ],
        }
        for state in groups
    ]


def finding_lines(words: Words, found: Iterable[WordedFinding]) -> Iterator[str]:
    """Each finding with its severity, what to do about it, and the place to go to."""
    for finding in found:
        severity = words.sentences.severities[finding.severity.value]
        yield f"{severity}　{finding.say}　{finding.do}　[{finding.place}]"


def figure_lines(teller: Teller) -> Iterator[str]:
    """Every computed figure with its label, then what it came from."""
    if teller.figures.is_empty:
        yield "機器も酸素も記入されていないため、計算できません。"
        return
    for figure in teller.facts():
        answer = figure.fact.answer
        note = f"（{answer.note}）" if answer.note else ""
        first, *more = answer.text.split("\n")
        yield f"{figure.fact.label}：{first}{note}"
        yield from (f"    {line}" for line in more)
    for number, step in enumerate(teller.swaps(), 1):
        yield f"切り替え {number}：{step.text}"
    yield from teller.inputs()


def figure_data(found: Figures) -> dict[str, Any]:
    """The run-downs as data: hours exact, "unknown" for 未確認, null for what does not happen."""
    best = found.best
    return {
        "on": found.household.on.isoformat(),
        "starts_at_min": found.wanted.starts_at,
        "target_h": found.wanted.target_h,
        "ordinary": run_data(found.ordinary),
        "minimum": run_data(found.minimum),
        "best": UNKNOWN_WORD
        if best is UNKNOWN
        else {
            "swaps": [
                {
                    "device": step.device,
                    "swap": step.swap.value,
                    "when": step.when.value,
                    "at_h": _figure(step.at_h),
                }
                for step in best.steps
            ],
            **run_data(best.result),
        },
    }


def run_data(run: RunDown) -> dict[str, Any]:
    """One run-down as data."""
    first = run.first_to_stop
    return {
        "devices": [_device(device) for device in run.devices],
        "oxygen": None if run.oxygen is None else _oxygen(run.oxygen),
        "first_to_stop": _figure(first)
        if first is None or first is UNKNOWN
        else {"device": first.device or "oxygen", "at_h": first.at_h},
        "autonomy_h": _figure(run.autonomy_h),
        "load_now": _load(run.now),
        "load_minimum": _load(run.minimum),
        "gap_wh": _figure(run.gap_wh),
        "leave_at_h": _figure(run.leave_at_h),
        "leave_by_h": _figure(run.leave_by_h),
        "at_least": None
        if run.at_least is None
        else {
            "first_to_stop_h": run.at_least.first_to_stop.at_h if run.at_least.first_to_stop else None,
            "autonomy_h": run.at_least.autonomy_h,
            "leave_by_h": run.at_least.leave_by_h,
        },
        "not_counted": [
            {"source": source.key, "reasons": [reason.value for reason in source.reasons]}
            for source in run.not_counted
        ],
        "output_excesses": [
            {"source": one.source, "from_h": one.from_h, "peak_w": one.peak_w, "output_w": one.output_w}
            for one in run.output_excesses
        ],
    }


def _device(device: DeviceResult) -> dict[str, Any]:
    return {
        "key": device.key,
        "priority": device.priority.value,
        "stops_at_h": UNKNOWN_WORD if device.unknown else _figure(device.stops_at_h),
        "harm_at_h": UNKNOWN_WORD if device.unknown else _figure(device.harm_at_h),
        "swap": device.swap.value if device.swap else None,
        "swapped_at_h": _figure(device.swapped_at_h),
        "at_least_h": device.at_least_h,
        "segments": [
            {"from_h": one.from_h, "to_h": one.to_h, "supply": one.supply.value, "source": one.source}
            for one in device.segments
        ],
    }


def _oxygen(oxygen: OxygenResult) -> dict[str, Any]:
    return {
        "minutes": _figure(oxygen.minutes),
        "factor": oxygen.factor,
        "flow_l_min": _figure(oxygen.flow_l_min),
        "starts_at_h": _figure(oxygen.starts_at_h),
        "ends_at_h": _figure(oxygen.ends_at_h),
    }


def _load(load: LoadSum) -> dict[str, Any]:
    return {
        "w": _figure(load.w),
        "day_wh": _figure(load.day_wh),
        "known_w": load.known_w,
        "known_day_wh": load.known_day_wh,
    }


def _figure(value: object) -> Any:
    return UNKNOWN_WORD if value is UNKNOWN else value


def field_data(words: Words) -> Iterator[dict[str, Any]]:
    """Every field: path, section, label, type, unit, need, editions, and its choices."""
    titles = {section.name: section.title for section in words.form.sections}
    for item in words.form.items():
        choices = item.leaf.choices
        yield {
            "path": item.path,
            "section": titles[item.path.partition(".")[0]],
            "label": item.label,
            "type": item.leaf.kind.shape.value,
            "unit": item.leaf.kind.unit,
            "need": item.need.value,
            "editions": sorted(edition.value for edition in item.editions),
            **({"choices": {one.value: choice_word(words.form, one) for one in choices}} if choices else {}),
        }


def field_lines(words: Words) -> Iterator[str]:
    """The same as lines."""
    for item in words.form.items():
        yield "\t".join(_columns(item))


def _columns(item: Item) -> list[str]:
    editions = ",".join(sorted(edition.value for edition in item.editions)) or "-"
    unit = item.leaf.kind.unit or "-"
    return [item.path, item.label, item.leaf.kind.shape.value, unit, item.need.value, editions]
