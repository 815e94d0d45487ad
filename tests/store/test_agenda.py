"""What waits to be done is kept with the drafts, so it is what the plans say."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.review import ReviewSection
from evacplan.store import agenda
from evacplan.store.database import Database
from evacplan.store.plans import PlanStore
from evacplan.store.sitting import Sitting
from evacplan.store.step_4 import step_4
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


def _rows(database: Database) -> list[object]:
    queries = ("SELECT * FROM homework ORDER BY 1, 2", "SELECT id, review_due_on FROM plan ORDER BY 1")
    return [database.raw.execute(query).fetchall() for query in queries]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_PLANS)
def test_what_is_kept_is_what_an_upgrade_finds_in_the_drafts(
    database: Database, store: PlanStore, plans: list[tuple[dict[str, Mark], date | None, bool]]
) -> None:
    plan_id = store.create(a_plan("髙橋 陸"), NOW)
    for marks, review, _ in plans:
        store.create(_with(marks, review), NOW)
        store.save_draft(plan_id, _with(marks, review), NOW)
    kept = _rows(database)
    with database.writing() as db:
        db.exec_driver_sql("DROP TABLE homework")
        db.exec_driver_sql("ALTER TABLE plan DROP COLUMN review_due_on")
        step_4(db)
    assert _rows(database) == kept


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_PLANS)
def test_something_is_due_when_a_list_has_a_line_up_to_that_day(
    database: Database, store: PlanStore, plans: list[tuple[dict[str, Mark], date | None, bool]]
) -> None:
    for entry in store.entries():
        store.archive(entry.plan_id, True, NOW)
    for marks, review, archived in plans:
        store.archive(store.create(_with(marks, review), NOW), archived, NOW)
    days = [each.until for each in agenda.homework(database) if each.until is not None]
    late = any(day <= _TODAY for day in days)
    assert agenda.has_due(database, _TODAY) == (late or bool(agenda.reviews(database, _TODAY)))


def test_going_back_to_the_draft_of_the_opening_brings_its_homework_back(
    database: Database, store: PlanStore
) -> None:
    before, after = ({path: Mark(unknown=True)} for path in _PATHS[:2])
    plan_id = store.create(_with(before, None), NOW)
    Sitting(database).end()
    store.save_draft(plan_id, _with(after, _TODAY), NOW)
    Sitting(database).begin(NOW)
    Sitting(database).swap(plan_id, NOW)
    assert [each.path for each in agenda.homework(database)] == list(before)
    assert agenda.reviews(database, _TODAY) == ()


def test_each_line_says_of_which_plan_it_is(database: Database, store: PlanStore) -> None:
    store.create(_with({"child.weight_kg": Mark(unknown=True)}, _TODAY), NOW)
    (homework,), (review,) = agenda.homework(database), agenda.reviews(database, _TODAY)
    assert (homework.name, homework.number) == (review.name, review.number) == ("髙橋 陸", "A-1")
