"""For any plan at all: a rehearsal never fails, and worse circumstances never take a break away."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.choices import Hazard
from evacplan.domain.paths import exists
from evacplan.domain.persons import REFERENCE
from evacplan.domain.plan import Plan
from evacplan.domain.rehearsal import SAYS, Situation, StepKind, rehearse
from tests import builders
from tests.builders import some
from tests.domain.plans import case_a, case_b, random_plan

TODAY = date(2026, 11, 20)
PLANS = (
    builders.plans()
    | st.builds(random_plan, st.integers(0, 10_000), st.sampled_from((0.3, 0.7, 1.0)))
    | st.sampled_from((case_a(), case_b()))
)


def _people(plan: Plan) -> list[str]:
    rows = (*plan.child.household, *plan.supporters.supporters)
    return [f"{REFERENCE}{row.key}" for row in rows]


@st.composite
def situations(draw: st.DrawFn, plan: Plan) -> tuple[Situation, Situation]:
    """Circumstances, and others that are no better."""
    starts_at, hazard = draw(st.sampled_from((120, 600, 1050))), draw(st.sampled_from(Hazard))
    people, routes = _people(plan), [row.key for row in plan.destination.routes]
    chosen = st.sets(st.sampled_from(people)) if people else st.just(set[str]())
    ways = st.sets(st.sampled_from(routes)) if routes else st.just(set[str]())
    away, closed = draw(chosen), draw(ways)
    flags = [draw(st.booleans()) for _ in range(3)]
    worse = [flag or draw(st.booleans()) for flag in flags]
    first = Situation(starts_at, frozenset(away), flags[0], frozenset(closed), flags[1], flags[2], hazard)
    more_away, more_closed = frozenset(away | draw(chosen)), frozenset(closed | draw(ways))
    second = Situation(starts_at, more_away, worse[0], more_closed, worse[1], worse[2], hazard)
    return first, second


def breaks(plan: Plan, situation: Situation) -> set[tuple[str, str]]:
    return {(one.code, one.place) for step in rehearse(plan, TODAY, situation) for one in step.breaks}


@some
@given(st.data())
def test_worse_circumstances_never_take_a_break_away(data: st.DataObject) -> None:
    plan = data.draw(PLANS)
    better, worse = data.draw(situations(plan))
    assert worse.is_no_better_than(better)
    assert breaks(plan, better) <= breaks(plan, worse)


@some
@given(st.data())
def test_every_step_is_walked_and_every_break_leads_to_a_place(data: st.DataObject) -> None:
    plan = data.draw(PLANS)
    _, situation = data.draw(situations(plan))
    steps = rehearse(plan, TODAY, situation)
    assert [step.kind for step in steps] == list(StepKind)
    for step in steps:
        assert {one.code for one in step.says} <= SAYS
        assert all(exists(plan, one.place) for one in step.breaks)


def test_an_empty_plan_breaks_but_does_not_fail() -> None:
    codes = {code for code, _ in breaks(Plan(), Situation(phones_dead=True, heavy_snow=True))}
    assert codes >= {"single_helper", "no_calls", "nobody_near", "no_171", "no_route", "nowhere_to_go"}
