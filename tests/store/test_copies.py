from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from evacplan.domain.copies import Basis, How
from evacplan.domain.errors import UserError
from evacplan.store.copies import CopyStore
from evacplan.store.database import Database
from evacplan.store.ledger import Ledger
from evacplan.store.plans import PlanStore
from tests.store.samples import NOW, a_copy, a_plan, later


@pytest.fixture
def plan_id(store: PlanStore) -> str:
    made = store.create(a_plan("太郎"), NOW)
    store.confirm(made, a_plan("太郎"), "佐藤", "", NOW)
    return made


def test_copies_are_numbered_through_all_papers_of_a_plan(
    store: PlanStore, copies: CopyStore, plan_id: str
) -> None:
    other = store.create(a_plan(), NOW)
    store.confirm(other, a_plan(), "佐藤", "", NOW)
    first = copies.record(plan_id, 1, [a_copy(), a_copy("hospital", "県立病院")], NOW)
    (second,) = copies.record(plan_id, 1, [a_copy()], later(1))
    (elsewhere,) = copies.record(other, 1, [a_copy()], later(1))
    assert [issue.copy for issue in (*first, second, elsewhere)] == [1, 2, 3, 1]
    assert copies.next_number(plan_id) == 4
    assert copies.issues(plan_id) == (*first, second)


def test_a_number_already_printed_is_kept_or_refused(copies: CopyStore, plan_id: str) -> None:
    number = copies.next_number(plan_id)
    printed = [replace(a_copy(pdf=b"%d" % each), copy=each) for each in range(number, number + 3)]
    copies.record(plan_id, 1, printed, NOW)
    with pytest.raises(ValueError, match="not the next one"):
        copies.record(plan_id, 1, [a_copy(), replace(a_copy(), copy=9)], NOW)
    assert [issue.copy for issue in copies.issues(plan_id)] == [1, 2, 3]


def test_a_copy_comes_back_byte_for_byte_and_equal_ones_are_kept_once(
    copies: CopyStore, database: Database, plan_id: str
) -> None:
    issues = copies.record(plan_id, 1, [a_copy(pdf=each) for each in (b"one", b"two", b"one")], NOW)
    assert [copies.pdf(issue) for issue in issues] == [b"one", b"two", b"one"]
    with database.reading() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM paper").scalar_one() == 2


def test_a_copy_that_is_not_what_was_handed_out_is_not_printed(
    copies: CopyStore, database: Database, plan_id: str
) -> None:
    (issue,) = copies.record(plan_id, 1, [a_copy()], NOW)
    with database.writing() as db:
        db.exec_driver_sql("DROP TRIGGER paper_no_update")
        db.exec_driver_sql("UPDATE paper SET pdf = ?", (b"forged",))
    with pytest.raises(UserError, match="そのままの形"):
        copies.pdf(issue)


def test_a_copy_of_an_unconfirmed_version_is_refused_and_leaves_nothing(
    copies: CopyStore, ledger: Ledger, plan_id: str
) -> None:
    before = ledger.entries()
    with pytest.raises(IntegrityError):
        copies.record(plan_id, 2, [a_copy()], NOW)
    assert copies.issues(plan_id) == ()
    assert ledger.entries() == before


def test_a_disaster_exception_has_a_reason_and_stands_in_the_ledger(
    copies: CopyStore, ledger: Ledger, plan_id: str
) -> None:
    with pytest.raises(ValueError, match="reason"):
        copies.record(plan_id, 1, [replace(a_copy(basis=Basis.DISASTER), reason=" ")], NOW)
    (issue,) = copies.record(plan_id, 1, [a_copy("municipality", "市", basis=Basis.DISASTER)], NOW)
    assert (issue.basis, issue.reason) == (Basis.DISASTER, "津波警報")
    assert [entry.kind for entry in ledger.entries(plan_id)][-2:] == ["issued", "disaster"]
    assert all("津波" not in entry.detail and "市" not in entry.detail for entry in ledger.entries())


def test_the_ledger_names_the_language_that_stands_beside_the_japanese(
    copies: CopyStore, ledger: Ledger, plan_id: str
) -> None:
    alone, both = copies.record(plan_id, 1, [a_copy(), replace(a_copy(), second="en")], NOW)
    told = [entry.detail for entry in ledger.entries(plan_id) if entry.kind == "issued"]
    assert told[-2].endswith(alone.sha256)
    assert told[-1].endswith(f"{both.sha256} en")


def test_copies_of_older_versions_are_out_of_date_until_collected(
    store: PlanStore, copies: CopyStore, plan_id: str
) -> None:
    mother, hospital, town = copies.record(
        plan_id, 1, [a_copy(), a_copy("hospital", "県立病院"), a_copy("municipality", "市")], NOW
    )
    assert copies.outdated(plan_id) == ()
    store.confirm(plan_id, a_plan("次郎"), "佐藤", "", later(1))
    copies.record(plan_id, 2, [a_copy()], later(2))
    assert set(copies.outdated(plan_id)) == {mother, hospital, town}
    copies.collect([mother.id], How.RETURNED, later(3))
    copies.collect([hospital.id], How.DESTROYED, later(3))
    copies.collect([town.id], How.UNKNOWN, later(3))
    assert [issue.copy for issue in copies.outdated(plan_id)] == [town.copy]
    copies.collect([town.id], How.RETURNED, later(4))
    assert copies.outdated(plan_id) == ()
    assert len(copies.issues(plan_id)) == 4


def test_copies_to_collect_are_listed_by_recipient_or_paper(copies: CopyStore, plan_id: str) -> None:
    copies.record(
        plan_id,
        1,
        [
            a_copy("supporters", "町内会"),
            a_copy("municipality", "市"),
            a_copy("municipality", "町内会"),
            a_copy(),
        ],
        NOW,
    )
    to_collect = copies.out(plan_id, ("municipality", "supporters"))
    assert [(issue.recipient, issue.edition) for issue in to_collect] == [
        ("市", "municipality"),
        ("町内会", "municipality"),
        ("町内会", "supporters"),
    ]
    assert {issue.copy for issue in copies.out(plan_id, recipient="町内会")} == {1, 3}
    assert len(copies.out(plan_id)) == 4


def test_what_is_collected_stands_in_the_ledger(copies: CopyStore, ledger: Ledger, plan_id: str) -> None:
    (issue,) = copies.record(plan_id, 1, [a_copy()], NOW)
    copies.collect([issue.id], How.DESTROYED, later(1))
    assert (ledger.entries()[-1].kind, ledger.entries()[-1].detail) == ("collected", "1 destroyed")
