"""The ladder: what to do at which hour, and when to go."""

from datetime import date

import pytest
from hypothesis import given

from evacplan.domain.blackout.inputs import UNKNOWN
from evacplan.domain.figures import figures
from evacplan.domain.ladder import Reckoned, Rung, RungKind, ladder
from evacplan.domain.paths import put
from evacplan.domain.plan import Mark, Plan
from tests.domain.plans import a_device, a_plan, case_a, case_b, plans, without_external

TODAY = date(2026, 11, 20)
LEAVING = {"preparation_min": 25, "loading_min": 20, "travel_map_min": 30}


def rungs(plan: Plan) -> dict[RungKind, Rung]:
    return {rung.kind: rung for rung in ladder(plan, figures(plan, TODAY))}


def test_case_a_halves_the_hours_of_its_best_operation() -> None:
    found = rungs(case_a())
    assert found[RungKind.HALF_LEFT].at == Reckoned(69.5)
    assert found[RungKind.NO_ESTIMATE].about == Reckoned(69.5)
    leave = found[RungKind.LEAVE]
    assert leave.at == Reckoned(pytest.approx(135.783333))
    assert leave.about == Reckoned(pytest.approx(3.216667))


def test_case_a_should_leave_before_a_storm_since_it_does_not_last_to_the_target() -> None:
    assert rungs(case_a())[RungKind.FORECAST].about == Reckoned(pytest.approx(61.840792))


def test_case_b_has_bounds_while_the_oximeter_is_unknown() -> None:
    found = rungs(case_b())
    assert found[RungKind.HALF_LEFT].at == Reckoned(pytest.approx(19.258960), is_bound=True)
    assert found[RungKind.LEAVE].at == Reckoned(pytest.approx(34.017919), is_bound=True)
    assert found[RungKind.FORECAST].about == Reckoned(pytest.approx(59.665919), is_bound=True)


def a_ventilator(battery_h: float, **triggers: float) -> Plan:
    device = a_device("vent", battery_h=battery_h, measured_w=30)
    return a_plan(device, marks=without_external("vent"), triggers=triggers)


def test_without_a_second_source_they_go_as_soon_as_they_are_ready() -> None:
    found = rungs(a_ventilator(6, **LEAVING))
    assert found[RungKind.NO_SECOND_SOURCE].at == Reckoned(25 / 60)
    assert not {RungKind.HALF_LEFT, RungKind.LEAVE, RungKind.NO_ESTIMATE} & set(found)


def test_nothing_stands_on_the_ladder_after_the_hour_to_leave() -> None:
    battery = {"key": "more", "count": 1, "hours_each": 1}
    device = a_device("vent", battery_h=3, measured_w=30, external_batteries=[battery])
    found = rungs(a_plan(device, triggers=LEAVING))
    assert found[RungKind.LEAVE].at == Reckoned(pytest.approx(0.75))
    assert RungKind.HALF_LEFT not in found
    assert RungKind.NO_ESTIMATE not in found


def test_an_unknown_time_to_leave_is_unknown_on_the_ladder() -> None:
    battery = {"key": "more", "count": 1, "hours_each": 1}
    device = a_device("vent", battery_h=3, measured_w=30, external_batteries=[battery])
    leave = rungs(a_plan(device))[RungKind.LEAVE]
    assert (leave.at, leave.about) == (Reckoned(None), Reckoned(None))


def test_level_3_is_left_out_only_where_no_hazard_was_found_at_home() -> None:
    safe = {"hazards": [{"key": "flood", "kind": "river_flood", "in_zone": False}]}
    assert RungKind.LEVEL_3 in rungs(a_ventilator(6))
    assert RungKind.LEVEL_3 not in rungs(put(a_ventilator(6), "home.hazards", a_plan(home=safe).home.hazards))


@given(plans())
def test_the_hours_of_the_ladder_stand_in_their_order(plan: Plan) -> None:
    found = ladder(plan, figures(plan, TODAY))
    kinds = [rung.kind for rung in found]
    hours = [rung.at.hours for rung in found if rung.at is not None and rung.at.hours is not None]
    assert hours == sorted(hours)
    assert kinds == sorted(kinds, key=list(RungKind).index)
    assert (RungKind.LEAVE in kinds) + (RungKind.NO_SECOND_SOURCE in kinds) <= 1


@given(plans())
def test_an_unknown_first_stop_is_never_an_exact_hour_on_the_ladder(plan: Plan) -> None:
    found = figures(plan, TODAY)
    run = found.ordinary if found.best is UNKNOWN else found.best.result
    if run.first_to_stop is UNKNOWN:
        timed = [rung.at for rung in ladder(plan, found) if rung.kind in (RungKind.HALF_LEFT, RungKind.LEAVE)]
        assert all(at is None or at.hours is None or at.is_bound for at in timed)


def test_the_marks_of_a_plan_may_say_that_nothing_is_known() -> None:
    plan = a_plan(a_device("vent"), marks={"devices.devices.vent.battery_h": Mark(unknown=True)})
    assert RungKind.NO_SECOND_SOURCE in rungs(plan)
