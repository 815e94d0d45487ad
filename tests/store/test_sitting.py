"""What a sitting that broke off leaves behind, and that going back and forth loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from evacplan.store import database as stores
from evacplan.store.code_sheet import CodeSheet
from evacplan.store.database import Database
from evacplan.store.ledger import Ledger
from evacplan.store.plans import PlanStore
from evacplan.store.sitting import KEPT, Sitting
from tests.store.samples import NOW, PASSPHRASE, a_plan, later, new_store


@pytest.fixture
def plan_id(path: Path) -> str:
    """A plan in a store that was closed as it should be."""
    with closing(new_store(path)) as made:
        found = PlanStore(made).create(a_plan("太郎", number="1"), NOW)
        Sitting(made).end()
    return found


@contextmanager
def opened(path: Path, now: datetime = NOW) -> Iterator[tuple[Database, PlanStore, Sitting]]:
    """The store, opened and left without the word that ends a sitting."""
    with closing(stores.open(path, PASSPHRASE)) as database:
        sitting = Sitting(database)
        sitting.begin(now)
        yield database, PlanStore(database), sitting


def break_off(path: Path, plan_id: str, name: str, minutes: int) -> None:
    """A sitting that saved twice and never ended."""
    with opened(path) as (_database, store, _sitting):
        store.save_draft(plan_id, a_plan("途中", number="1"), later(minutes - 1))
        store.save_draft(plan_id, a_plan(name, number="1"), later(minutes))


def test_a_sitting_that_ended_leaves_nothing_to_ask(path: Path, plan_id: str) -> None:
    with opened(path) as (_database, store, sitting):
        store.save_draft(plan_id, a_plan("次郎"), later(1))
        sitting.end()
    with opened(path) as (_database, store, sitting):
        assert sitting.recovered() == ()
        assert store.draft(plan_id) == a_plan("次郎")


def test_a_sitting_that_saved_nothing_leaves_nothing_to_ask(path: Path, plan_id: str) -> None:
    for _ in range(2):
        with opened(path) as (_database, store, sitting):
            assert store.draft(plan_id) == a_plan("太郎", number="1")
            assert sitting.recovered() == ()


def test_what_was_typed_until_the_break_is_there_and_told(path: Path, plan_id: str) -> None:
    break_off(path, plan_id, "次郎", 5)
    with opened(path) as (_database, store, sitting):
        (found,) = sitting.recovered()
        assert store.draft(plan_id) == a_plan("次郎", number="1")
    assert (found.plan_id, found.number, found.name) == (plan_id, "1", "次郎")
    assert (found.until, found.places, found.went_back) == (later(5), 1, False)


def test_going_back_brings_the_draft_of_the_opening_and_back_again_that_of_the_break(
    path: Path, plan_id: str
) -> None:
    break_off(path, plan_id, "次郎", 5)
    with opened(path) as (_database, store, sitting):
        sitting.swap(plan_id, later(6))
        assert store.draft(plan_id) == a_plan("太郎", number="1")
        assert [entry.name for entry in store.entries()] == ["太郎"]
        assert [each.went_back for each in sitting.recovered()] == [True]
        sitting.end()
    with opened(path) as (database, store, sitting):
        sitting.swap(plan_id, later(7))
        assert store.draft(plan_id) == a_plan("次郎", number="1")
        assert [each.went_back for each in sitting.recovered()] == [False]
        Ledger(database).settle(later(8))
        assert Ledger(database).entries(plan_id)[-1].detail == "child.name"
        assert database.problems() == ()


def test_what_is_typed_after_going_back_survives_going_forth_and_back(path: Path, plan_id: str) -> None:
    break_off(path, plan_id, "次郎", 5)
    with opened(path) as (_database, store, sitting):
        sitting.swap(plan_id, later(6))
        store.save_draft(plan_id, a_plan("三郎"), later(7))
        sitting.swap(plan_id, later(8))
        assert store.draft(plan_id) == a_plan("次郎", number="1")
        sitting.swap(plan_id, later(9))
        assert store.draft(plan_id) == a_plan("三郎")


def test_the_question_stays_over_a_locking_until_it_is_answered(path: Path, plan_id: str) -> None:
    break_off(path, plan_id, "次郎", 5)
    for _ in range(2):
        with opened(path) as (_database, _store, sitting):
            assert len(sitting.recovered()) == 1
            sitting.end()
    with opened(path) as (_database, store, sitting):
        sitting.answer(plan_id)
        sitting.end()
    with opened(path) as (_database, store, sitting):
        assert sitting.recovered() == ()
        assert store.draft(plan_id) == a_plan("次郎", number="1")


def test_a_second_break_is_told_instead_of_the_first(path: Path, plan_id: str) -> None:
    break_off(path, plan_id, "次郎", 5)
    break_off(path, plan_id, "三郎", 10)
    with opened(path) as (_database, store, sitting):
        (found,) = sitting.recovered()
        assert found.until == later(10)
        sitting.swap(plan_id, later(11))
        assert store.draft(plan_id) == a_plan("次郎", number="1")


@pytest.mark.parametrize("set_back", [timedelta(0), timedelta(days=400)])
def test_after_a_week_nothing_is_asked_and_a_clock_set_back_takes_nothing_away(
    path: Path, plan_id: str, set_back: timedelta
) -> None:
    break_off(path, plan_id, "次郎", 5)
    with opened(path, later(5) - set_back) as (_database, _store, sitting):
        assert len(sitting.recovered()) == 1
        sitting.end()
    with opened(path, later(6) + KEPT) as (_database, store, sitting):
        assert sitting.recovered() == ()
        assert store.draft(plan_id) == a_plan("次郎", number="1")


def test_a_plan_that_was_begun_in_the_broken_sitting_goes_back_to_its_beginning(path: Path) -> None:
    with closing(new_store(path)) as made:
        plan_id = PlanStore(made).create(a_plan("太郎"), NOW)
        PlanStore(made).save_draft(plan_id, a_plan("次郎"), later(1))
    with opened(path) as (_database, store, sitting):
        sitting.swap(plan_id, later(2))
        assert store.draft(plan_id) == a_plan("太郎")


def test_a_file_put_in_place_of_the_store_asks_nothing(path: Path, plan_id: str) -> None:
    break_off(path, plan_id, "次郎", 5)
    with closing(stores.open(path, PASSPHRASE)) as database:
        Sitting(database).begin(NOW, anew=True)
        assert Sitting(database).recovered() == ()
        assert PlanStore(database).draft(plan_id) == a_plan("次郎", number="1")


def test_a_code_that_was_shown_is_asked_about_until_it_is_put_away(path: Path) -> None:
    with closing(new_store(path)) as made:
        assert CodeSheet(made).is_put_away
        CodeSheet(made).shown()
    with closing(stores.open(path, PASSPHRASE)) as again:
        assert not CodeSheet(again).is_put_away
        CodeSheet(again).put_away()
    with closing(stores.open(path, PASSPHRASE)) as at_last:
        assert CodeSheet(at_last).is_put_away
