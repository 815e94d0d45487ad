"""The circumstances: the coordinator's own ones follow from the plan, and are computed like the others."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.blackout.results import FirstStop
from evacplan.domain.figures import Worst, figures
from evacplan.domain.plan import Plan
from evacplan.domain.plan.power import OwnScenario
from evacplan.domain.scenarios import (
    ADDED_CODE,
    NO_CAR,
    Circumstance,
    Operation,
    SourceKind,
    planned,
    wanted,
)
from tests.domain.plans import case_a

TODAY = date(2026, 11, 20)


def with_scenarios(plan: Plan, *rows: OwnScenario) -> Plan:
    """The plan with these circumstances of the coordinator."""
    needs = plan.power_needs.model_copy(update={"scenarios": rows})
    return plan.model_copy(update={"power_needs": needs})


def test_an_added_circumstance_says_what_its_row_says() -> None:
    row = OwnScenario(
        key="storm",
        name="吹雪の夜",
        starts_at="19:00",
        cold=True,
        without_cars=True,
        without_generators=False,
        planned_h=6,
    )

    assert wanted(with_scenarios(case_a(), row)).added == (
        Circumstance(
            f"{ADDED_CODE}storm",
            starts_at=19 * 60,
            cold=True,
            horizon_h=6,
            without=frozenset({SourceKind.CARS}),
            name="吹雪の夜",
        ),
    )


def test_a_row_without_any_answer_is_no_circumstance() -> None:
    assert wanted(with_scenarios(case_a(), OwnScenario(key="empty"))).added == ()


def test_an_added_circumstance_like_a_shipped_one_gives_the_same_run_down() -> None:
    found = figures(with_scenarios(case_a(), OwnScenario(key="mine", without_cars=True)), TODAY)

    assert found.circumstances[-1].is_added
    assert found.run(found.circumstances[-1]) == found.run(NO_CAR)
    assert found.best_under(found.circumstances[-1]) == found.best_under(NO_CAR)


def test_a_worse_circumstance_of_the_coordinator_becomes_the_worst() -> None:
    row = OwnScenario(key="alone", without_cars=True, without_portables=True, cold=True)
    worst = figures(with_scenarios(case_a(), row), TODAY).worst

    assert isinstance(worst, Worst)
    assert worst.circumstance.code == f"{ADDED_CODE}alone"


@given(st.floats(1, 200))
def test_the_worst_of_all_circumstances_stops_first(hours: float) -> None:
    row = OwnScenario(key="mine", planned_h=hours, without_cars=True)
    found = figures(with_scenarios(case_a(), row), TODAY)
    firsts = [found.run(one).first_to_stop for one in found.circumstances]
    worst = found.worst

    assert isinstance(worst, Worst)
    assert worst.first is not None
    assert worst.first.at_h == min(first.at_h for first in firsts if isinstance(first, FirstStop))


def test_a_planned_outage_ends_when_the_power_is_back() -> None:
    run = figures(case_a(), TODAY).run(planned(6), Operation.ORDINARY)

    assert run.horizon_h == 6
    assert run.first_to_stop is None
