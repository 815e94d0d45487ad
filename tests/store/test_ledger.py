from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind, Fault, FaultKind
from evacplan.store import database as stores
from evacplan.store.database import Database
from evacplan.store.ledger import Ledger
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from tests.store.samples import NOW, PASSPHRASE, a_plan, later

_SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_FIELDS = ("at", "who", "kind", "plan_id", "detail", "previous", "seal")


def _told(ledger: Ledger, plan_id: str | None = None) -> list[tuple[str, str]]:
    return [(entry.kind, entry.detail) for entry in ledger.entries(plan_id)]


def test_the_ledger_says_what_was_done_and_holds_no_names(store: PlanStore, ledger: Ledger) -> None:
    plan_id = store.create(a_plan("太郎"), NOW)
    store.save_draft(plan_id, a_plan("次郎"), later(1))
    store.confirm(plan_id, a_plan("三郎"), "佐藤", "電話", later(2))
    store.archive(plan_id, True, NOW)
    store.archive(plan_id, False, NOW)
    copy_id = store.duplicate(plan_id, NOW)
    ledger.note(EventKind.OPENED, plan_id, NOW)
    imported = store.create(a_plan("花"), NOW, imported=True)
    kinds = [kind for kind, _ in _told(ledger, plan_id)]
    assert kinds == ["created", "changed", "confirmed", "archived", "unarchived", "opened"]
    assert _told(ledger, plan_id)[1] == ("changed", "child.name")
    assert _told(ledger, copy_id) == [("duplicated", plan_id)]
    assert _told(ledger, imported) == [("imported", "")]
    assert all(entry.detail.isascii() for entry in ledger.entries())
    assert ledger.fault() is None


def test_who_is_asked_once_and_stays_with_the_store(store: PlanStore, ledger: Ledger) -> None:
    store.create(a_plan(), NOW)
    ledger.name(" 青山 ")
    store.create(a_plan(), NOW)
    assert ledger.who == "青山"
    assert [entry.who for entry in ledger.entries()] == ["", "青山"]


def test_typing_for_an_hour_makes_a_row_every_ten_minutes(store: PlanStore, ledger: Ledger) -> None:
    plan_id = store.create(a_plan(), NOW)
    for minute in range(60):
        store.save_draft(plan_id, a_plan(f"太郎{minute}", number=str(minute // 30)), later(minute))
    ledger.settle(later(60))
    changed = [detail for kind, detail in _told(ledger, plan_id) if kind == "changed"]
    assert 1 <= len(changed) <= 7
    assert set(" ".join(changed).split()) == {"child.name", "meeting.plan_number"}


def test_changes_that_a_killed_run_left_untold_are_told_later(database: Database, store: PlanStore) -> None:
    plan_id = store.create(a_plan(), NOW)
    store.save_draft(plan_id, a_plan("太郎"), later(1))
    database.close()
    with closing(stores.open(database.path, PASSPHRASE)) as again:
        ledger = Ledger(again)
        ledger.settle(later(90))
        assert _told(ledger, plan_id)[-1] == ("changed", "child.name")
        ledger.settle(later(91))
        assert len(ledger.entries()) == 2


def test_saving_what_was_there_already_tells_nothing(store: PlanStore, ledger: Ledger) -> None:
    plan_id = store.create(a_plan("太郎"), NOW)
    store.save_draft(plan_id, a_plan("太郎"), later(1))
    ledger.settle(later(2))
    assert [kind for kind, _ in _told(ledger)] == ["created"]


def test_a_clock_set_back_loses_no_change(store: PlanStore, ledger: Ledger) -> None:
    plan_id = store.create(a_plan(), later(500))
    store.save_draft(plan_id, a_plan("太郎"), later(500))
    store.save_draft(plan_id, a_plan("次郎"), NOW)
    assert [kind for kind, _ in _told(ledger)] == ["created", "changed"]
    assert ledger.fault() is None


@_SLOW
@given(st.integers(1, 5), st.sampled_from(_FIELDS), st.text(alphabet="ab2", min_size=64, max_size=64))
def test_any_row_changed_by_hand_shows(store: PlanStore, number: int, field: str, value: str) -> None:
    """With the passphrase and another program, past our triggers."""
    database, ledger = store._database, Ledger(store._database)
    _fill(store)
    value = store.entries()[0].plan_id if field == "plan_id" else value
    set_to = f"UPDATE event SET {field} = ? WHERE number = ?"
    before = getattr(ledger.entries()[number - 1], field)
    _by_hand(database, set_to, value, number)
    for fault in (ledger.fault(), ledger.fault_at_end()):
        assert (fault is None) == (value == before)
        assert fault is None or fault.number in (number, number + 1)
    _by_hand(database, set_to, before, number)
    assert ledger.fault() is None


@pytest.mark.parametrize("number", range(1, 6))
def test_any_row_removed_by_hand_shows(store: PlanStore, ledger: Ledger, number: int) -> None:
    _fill(store)
    _by_hand(store._database, "DELETE FROM event WHERE number = ?", number)
    kind = FaultKind.CUT if number == 5 else FaultKind.GAP
    assert ledger.fault() == ledger.fault_at_end() == Fault(kind, number)


@pytest.mark.parametrize("other", range(2, 6))
def test_any_rows_swapped_by_hand_show(store: PlanStore, ledger: Ledger, other: int) -> None:
    _fill(store)
    swap = "UPDATE event SET number = ? WHERE number = ?"
    for to, number in ((99, 1), (1, other), (other, 99)):
        _by_hand(store._database, swap, to, number)
    assert ledger.fault() is not None
    assert ledger.fault_at_end() is not None


def _fill(store: PlanStore) -> None:
    for number in range(len(Ledger(store._database).entries()), 5):
        store.create(a_plan(), later(number))


def _by_hand(database: Database, sql: str, *values: object) -> None:
    with database.writing() as db:
        for change in ("update", "delete"):
            db.exec_driver_sql(f"DROP TRIGGER IF EXISTS event_no_{change}")
        db.exec_driver_sql(sql, values)


def test_the_end_is_checked_without_reading_all(store: PlanStore, ledger: Ledger, database: Database) -> None:
    for minute in range(120):
        store.create(a_plan(), later(minute))
    assert ledger.fault_at_end() is None
    _by_hand(database, "UPDATE event SET who = 'x' WHERE number = ?", 3)
    assert ledger.fault_at_end() is None
    assert ledger.fault() == Fault(FaultKind.EDITED, 3)
    _by_hand(database, "DELETE FROM event WHERE number > ?", 60)
    assert ledger.fault_at_end() is not None


def test_a_store_opened_to_read_is_not_written_to(database: Database, store: PlanStore) -> None:
    plan_id = store.create(a_plan(), NOW)
    with closing(stores.open_to_read(database.path, Secret.of_passphrase(PASSPHRASE))) as reading:
        with pytest.raises(UserError, match="読むだけ"):
            Ledger(reading).note(EventKind.OPENED, plan_id, NOW)
        assert Ledger(reading).fault() is None
