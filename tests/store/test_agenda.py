"""What waits to be done is read from the drafts themselves, so it is what the plans say."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.review import ReviewSection
from evacplan.store import agenda
from evacplan.store.database import Database
from evacplan.store.plans import PlanStore
from tests.store.samples import NOW, a_plan

_PATHS = ("child.weight_kg", "home.living_floor", "oxygen.time_without_oxygen", "child.email")
_DAYS = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
_UNKNOWN = st.builds(
    Mark, unknown=st.just(True), ask_whom=st.none() | st.sampled_from(("母", "𠮷田'; --")), ask_until=_DAYS
)
_MARKS = st.dictionaries(st.sampled_from(_PATHS), _UNKNOWN | st.just(Mark(none=True)), max_size=4)


def _with(marks: dict[str, Mark], due: date | None) -> Plan:
    plan = a_plan("髙橋 陸", number="A-1")
    return plan.model_copy(update={"marks": marks, "review": ReviewSection(review_due_on=due)})


_PLANS = st.lists(st.tuples(_MARKS, _DAYS, st.booleans()), max_size=4)
_TODAY = date(2026, 11, 20)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_PLANS)
def test_homework_and_reviews_are_those_of_the_plans_on_the_list(
    database: Database, store: PlanStore, plans: list[tuple[dict[str, Mark], date | None, bool]]
) -> None:
    for entry in store.entries():
        store.archive(entry.plan_id, True, NOW)
    asked, due = set(), set()
    for marks, review, archived in plans:
        plan_id = store.create(_with(marks, review), NOW)
        if archived:
            store.archive(plan_id, True, NOW)
            continue
        asked |= {
            (plan_id, path, mark.ask_whom or "", mark.ask_until)
            for path, mark in marks.items()
            if mark.unknown
        }
        due |= {(plan_id, review)} if review is not None and review <= _TODAY else set()
    found = agenda.homework(database)
    assert {(each.plan_id, each.path, each.whom, each.until) for each in found} == asked
    assert len(found) == len(asked)
    days = [each.until or date.max for each in found]
    assert days == sorted(days)
    assert {(each.plan_id, each.due_on) for each in agenda.reviews(database, _TODAY)} == due


def test_each_line_says_of_which_plan_it_is(database: Database, store: PlanStore) -> None:
    store.create(_with({"child.weight_kg": Mark(unknown=True)}, _TODAY), NOW)
    (homework,), (review,) = agenda.homework(database), agenda.reviews(database, _TODAY)
    assert (homework.name, homework.number) == (review.name, review.number) == ("髙橋 陸", "A-1")
