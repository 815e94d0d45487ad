"""The store as the window gets it: one copy changes it, others read; what broke off is told."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evacplan.backup_keeper import BackupKeeper
from evacplan.domain.copies import Basis, NewCopy
from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.ui.ports import Plans, WrongPassphraseError
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan

COPY = NewCopy("family", "母", b"%PDF", Basis.OWN)


@pytest.fixture
def vault(tmp_path: Path) -> StoreVault:
    keeper = BackupKeeper(tmp_path / "backups", tmp_path / "second-folder.json")
    return StoreVault(tmp_path / "plans.evacplan", keeper)


@pytest.fixture
def first(vault: StoreVault) -> Iterator[Plans]:
    """A copy of the app that has the store open, with one confirmed plan."""
    plans, _code = vault.create(PASSPHRASE)
    plan_id = plans.create(a_plan("髙橋 陸", number="AOM-1"))
    plans.confirm(plan_id, a_plan("髙橋 陸", number="AOM-1"), "佐藤", "")
    yield plans
    plans.close()


def test_a_second_copy_reads_and_is_told_who_has_the_store(vault: StoreVault, first: Plans) -> None:
    second = vault.open(PASSPHRASE)
    held = second.held
    assert held is not None
    assert held.is_here
    assert held.machine == platform.node()
    assert held.since is not None
    assert [line.name for line in second.entries()] == ["髙橋 陸"]
    second.close()
    assert first.held is None


def test_a_second_copy_asks_for_the_passphrase_too(vault: StoreVault, first: Plans) -> None:
    with pytest.raises(WrongPassphraseError):
        vault.open("ringo kaze tsukue mato")


def test_a_second_copy_changes_nothing_counts_no_copies_and_makes_no_backup(
    vault: StoreVault, first: Plans, tmp_path: Path
) -> None:
    store = tmp_path / "plans.evacplan"
    before = store.read_bytes()
    second = vault.open(PASSPHRASE)
    plan_id = second.entries()[0].plan_id
    with pytest.raises(UserError, match="保存できませんでした"):
        second.save_draft(plan_id, a_plan("別人"))
    with pytest.raises(UserError):
        second.create(a_plan())
    assert second.next_copy_number(plan_id) == 0
    assert not second.record_copies(plan_id, 1, [COPY])
    second.note(EventKind.OPENED, plan_id)
    second.settle()
    assert second.back_up(at_once=True) == ""
    second.close()
    assert store.read_bytes() == before
    assert not list(tmp_path.glob("backups/*.evacplan"))


def test_when_the_first_copy_is_closed_the_store_can_be_changed_again(vault: StoreVault) -> None:
    first, _code = vault.create(PASSPHRASE)
    assert vault.held() is not None
    first.close()
    assert vault.held() is None
    plans = vault.open(PASSPHRASE)
    assert plans.held is None
    plans.create(a_plan())
    plans.close()


def test_a_copy_without_a_seat_reads_even_where_nobody_has_the_store(tmp_path: Path) -> None:
    path = tmp_path / "plans.evacplan"
    StoreVault(path).create(PASSPHRASE)[0].close()
    seats = [False, False, True, True]
    vault = StoreVault(path, seat=lambda: seats.pop(0))
    second = vault.open(PASSPHRASE)
    assert second.held is not None
    second.close()
    assert vault.held() is not None
    assert vault.held() is None
    plans = vault.open(PASSPHRASE)
    assert plans.held is None
    plans.close()


def test_no_store_is_begun_beside_another_copy(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="まだ始められません"):
        StoreVault(tmp_path / "plans.evacplan", seat=lambda: False).create(PASSPHRASE)


def test_a_restored_backup_is_no_sitting_that_broke_off(vault: StoreVault) -> None:
    plans, _code = vault.create(PASSPHRASE)
    plan_id = plans.create(a_plan("髙橋 陸"))
    plans.save_draft(plan_id, a_plan("髙橋 海"))
    # In the middle of the sitting, as the backup of each day is.
    assert plans.back_up(at_once=True) == ""
    plans.close()
    backup = vault.look(None, PASSPHRASE)
    backup.restore()
    backup.close()
    restored = vault.open(PASSPHRASE)
    assert restored.recovered() == ()
    assert restored.draft(plan_id) == a_plan("髙橋 海")
    restored.close()


def test_a_backup_opens_with_the_code_of_its_day(vault: StoreVault) -> None:
    plans, code = vault.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸"))
    assert plans.back_up(at_once=True) == ""
    plans.close()
    backup = vault.look(None, code, is_code=True)
    assert [each.difference for each in backup.differences([])] == ["only_in_backup"]
    backup.close()
    with pytest.raises(WrongPassphraseError):
        vault.look(None, code[:-1] + str((int(code[-1]) + 1) % 10), is_code=True)


def test_a_code_counts_as_being_on_paper_once_it_was_put_away_or_typed(tmp_path: Path) -> None:
    vault = StoreVault(tmp_path / "plans.evacplan")
    plans, code = vault.create(PASSPHRASE)
    plans.close()
    plans = vault.open(PASSPHRASE)
    assert not plans.code_is_on_paper
    plans.close()
    plans = vault.recover(code, PASSPHRASE)
    assert plans.code_is_on_paper
    plans.renew_code(PASSPHRASE)
    assert not plans.code_is_on_paper
    plans.code_put_away()
    assert plans.code_is_on_paper
    plans.close()


_SCANNER = """
import fcntl, sys
file = open(sys.argv[1], "r+b")
fcntl.lockf(file, fcntl.LOCK_EX)
print(flush=True)
input()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="locks as Linux and macOS have them")
def test_what_the_ledger_cannot_take_is_told_as_soon_as_it_can(
    vault: StoreVault, first: Plans, tmp_path: Path
) -> None:
    (plan,) = first.entries()
    command = [sys.executable, "-c", _SCANNER, str(tmp_path / "plans.evacplan")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as scanner:
        assert scanner.stdout is not None
        scanner.stdout.readline()
        first.note(EventKind.PRINTED, plan.plan_id, "draft family")
        scanner.communicate(b"\n")
    first.settle()
    first.settle()
    rows = first.ledger(plan.plan_id)
    assert [(row.kind, row.detail) for row in rows].count(("printed", "draft family")) == 1
    assert first.ledger_fault(whole=True) is None
