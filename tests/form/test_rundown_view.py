"""The run-down as the window shows it: its numbers are the engine's, and the words tell every bar."""

import pytest
from hypothesis import given

from evacplan.domain.blackout.inputs import UNKNOWN
from evacplan.domain.blackout.results import RunDown
from evacplan.domain.figures import figures
from evacplan.domain.plan import Plan
from evacplan.domain.plan.power import OwnScenario
from evacplan.domain.power import clock_down, hours_down
from evacplan.domain.scenarios import CIRCUMSTANCES, OWN, Operation, planned
from evacplan.form.rundown_view import Asked, Manner, MannerView, RunDownView, rundown_view
from evacplan.form.view import State
from tests.domain.plans import case_a, case_b, plans
from tests.domain.test_figures import case_b_with_oximeter
from tests.domain.test_scenarios import with_scenarios
from tests.form.test_worst import ALONE, TODAY, teller

KNOWN = (case_a(), case_b_with_oximeter())
ALL = (*KNOWN, case_b())


def view(
    plan: Plan, code: str = OWN.code, manner: Manner = Manner.BEST, *, planned_h: float = 3
) -> RunDownView:
    """The view of a plan."""
    return rundown_view(teller(plan), Asked(code, manner, planned_h))


def in_full(plan: Plan, code: str = OWN.code) -> list[MannerView]:
    """Each operation as it is shown when it is asked for."""
    told = teller(plan)
    return [
        next(one for one in rundown_view(told, Asked(code, manner)).manners if one.manner is manner)
        for manner in Manner
    ]


def run_of(plan: Plan, code: str, manner: Manner) -> RunDown:
    """What the engine says."""
    found = figures(plan, TODAY)
    circumstance = next(one for one in found.circumstances if one.code == code)
    if manner is Manner.BEST:
        best = found.best_under(circumstance)
        assert best is not UNKNOWN
        return best.result
    return found.run(circumstance, Operation(manner.value))


def answer(shown: MannerView, label: str) -> str:
    """The answer to a label."""
    return next(fact.answer.text for fact in shown.facts if fact.label == label)


@pytest.mark.parametrize("plan", KNOWN)
@pytest.mark.parametrize("code", [one.code for one in CIRCUMSTANCES])
def test_every_number_is_the_engine_s(plan: Plan, code: str) -> None:
    if code not in {line.code for line in view(plan).lines}:
        assert view(plan, code).chosen == OWN.code
        return
    for shown in in_full(plan, code):
        run = run_of(plan, code, shown.manner)
        assert isinstance(run.leave_by_h, float)
        assert not isinstance(run.first_to_stop, float | None)
        hours, minutes = clock_down(run.leave_by_h)
        assert shown.headline.figure == f"{hours}時間{minutes:02d}分"
        assert run.first_to_stop is not UNKNOWN
        assert answer(shown, "最初に止まるもの").endswith(f"　{hours_down(run.first_to_stop.at_h):.1f}時間")
        assert shown.chart is not None
        assert shown.chart.leave_by_h == run.leave_by_h
        stops = {teller(plan).device_name(one.key): one.stops_at_h for one in run.devices}
        for bar in shown.chart.bars:
            expected = run.oxygen.ends_at_h if run.oxygen and bar.label == "酸素" else stops[bar.label]
            assert bar.stops_at_h == expected


@pytest.mark.parametrize("plan", ALL)
def test_every_segment_of_every_bar_has_its_sentence(plan: Plan) -> None:
    for line in view(plan).lines:
        for shown in in_full(plan, line.code):
            assert shown.chart is not None
            assert [bar.device for bar in shown.bars] == [bar.label for bar in shown.chart.bars]
            for bar, told in zip(shown.chart.bars, shown.bars, strict=True):
                assert len(told.segments) == len(bar.segments)
                assert bool(told.segments) != bool(told.summary)
                assert all(one.sentence.startswith(f"{bar.label}：停電から") for one in told.segments)


def test_only_the_operation_asked_for_is_told_in_full() -> None:
    for manner in Manner:
        shown = view(case_a(), manner=manner).manners
        assert [one.manner for one in shown if one.chart or one.bars or one.steps] == [manner]
        assert all(one.facts and one.headline.figure for one in shown)


def test_the_worst_circumstance_is_marked_and_only_it() -> None:
    lines = view(case_a()).lines

    assert [line.code for line in lines if line.is_worst] == ["no_car"]
    assert lines[0].first.text == "吸引器　62.0時間"
    assert lines[0].leave_by.text == "58時間47分後まで"


def test_a_circumstance_begins_at_its_own_time_of_day() -> None:
    dinner = in_full(case_a(), "dinner")[0]

    assert dinner.headline.aside_lead == "17:30に停電したら"
    assert dinner.bars[0].segments[0].clock.startswith("17:30～")
    assert dinner.chart is not None
    assert dinner.chart.night[0][0] == 0.5


def test_a_planned_outage_lasts_as_long_as_asked() -> None:
    shown = view(case_a(), planned(12).code, Manner.ORDINARY, planned_h=12)

    assert shown.chosen == shown.planned_code
    assert "計画停電（12時間）" in {line.name for line in shown.lines}
    assert shown.manners[0].headline.lead == "停電の12時間のうちに"
    assert shown.manners[0].chart is not None
    assert shown.manners[0].chart.until_h == 12


def test_an_added_circumstance_stands_last_under_its_name() -> None:
    shown = view(with_scenarios(case_a(), ALONE), "added:alone")

    assert shown.lines[-1].name == "吹雪で父が帰れない夜"
    assert shown.chosen == "added:alone"
    assert shown.lines[-1].is_worst


def test_of_unlike_operations_the_best_lasts_longest_and_says_its_steps() -> None:
    ordinary, minimum, best = in_full(case_b_with_oximeter())

    assert (ordinary.headline.figure, minimum.headline.figure) == ("33時間27分", "17時間38分")
    assert best.headline.figure == "34時間07分"
    assert best.steps == ("酸素濃縮器が止まったら 酸素ボンベ", "携帯用吸引器が止まったら 手動・足踏み式")


def test_unknown_is_said_and_never_a_number() -> None:
    shown = view(case_b())

    assert all(line.leave_by.state is State.UNKNOWN for line in shown.lines)
    for manner in in_full(case_b()):
        assert not manner.headline.known
        assert manner.headline.figure == "未確認"
        oximeter = next(bar for bar in manner.bars if bar.device == "パルスオキシメーター")
        assert "未確認" in oximeter.summary


def test_without_a_device_nothing_is_computed_and_the_next_step_is_said() -> None:
    shown = view(Plan())

    assert shown.nothing
    assert not shown.lines
    assert not shown.manners


@given(plans())
def test_any_plan_can_be_shown(plan: Plan) -> None:
    for code in (OWN.code, "planned", "added:nowhere"):
        for shown in in_full(plan, code) if plan.devices.devices else []:
            assert all(bar.segments or bar.summary for bar in shown.bars)


def test_what_stops_is_told_as_stopped() -> None:
    suction = next(bar for bar in in_full(case_a())[0].bars if bar.device == "吸引器")

    assert suction.segments[-1].supply == "停止"
    assert (
        suction.segments[-1].sentence
        == "吸引器：停電から62時間00分（2日後 16:00）より後は、止まったままです。"
    )


def test_a_nameless_row_is_called_what_it_is() -> None:
    row = OwnScenario(key="cold", cold=True)

    assert view(with_scenarios(case_a(), row)).lines[-1].name == "この計画で加えた想定"
