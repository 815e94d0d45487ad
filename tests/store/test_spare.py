"""Words that the store does not take are kept in a copy elsewhere, as unreadable as the store."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from evacplan.domain.errors import UserError
from evacplan.store import restore
from evacplan.store.backup_folder import list_backups
from evacplan.store.backup_round import back_up
from evacplan.store.database import Database
from evacplan.store.ledger import Ledger
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from evacplan.store.spare import write_spare
from tests.store.samples import NOW, PASSPHRASE, a_plan

_SCANNER = """
import fcntl, sys
file = open(sys.argv[1], "r+b")
fcntl.lockf(file, fcntl.LOCK_EX)
print(flush=True)
input()
"""
SECRET = Secret.of_passphrase(PASSPHRASE)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_the_copy_holds_the_store_with_the_words_that_it_lacks(
    store: PlanStore, database: Database, stick: Path
) -> None:
    plan_id, other = store.create(a_plan("太郎"), NOW), store.create(a_plan("花子"), NOW)
    written = write_spare(database, stick, plan_id, a_plan("次郎"), NOW)
    assert store.draft(plan_id) == a_plan("太郎")
    assert list(stick.iterdir()) == [written]
    with closing(restore.look(written, SECRET)) as found:
        assert PlanStore(found.database).draft(plan_id) == a_plan("次郎")
        assert PlanStore(found.database).draft(other) == a_plan("花子")
        (*_, told) = Ledger(found.database).entries(plan_id)
        assert (told.kind, told.detail) == ("spare_written", written.name)
        assert Ledger(found.database).fault() is None
    assert "次郎".encode() not in written.read_bytes()


def test_it_is_the_latest_backup_wherever_the_others_are(
    store: PlanStore, database: Database, stick: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    plan_id = store.create(a_plan("太郎"), NOW)
    for day in range(3):
        back_up(database, [own], NOW + timedelta(days=day))
    written = write_spare(database, stick, plan_id, a_plan("次郎"), NOW - timedelta(days=900), known=[own])
    found = restore.newest_good([own, stick], SECRET)
    assert found is not None
    with closing(found[0]) as latest:
        assert latest.file == written
    assert list_backups(stick)[0].number == 4


@pytest.mark.skipif(sys.platform == "win32", reason="locks as Linux and macOS have them")
def test_a_store_that_another_program_keeps_locked_is_copied_all_the_same(
    store: PlanStore, database: Database, path: Path, stick: Path
) -> None:
    plan_id = store.create(a_plan("太郎"), NOW)
    store.save_draft(plan_id, a_plan("太郎"), NOW)
    command = [sys.executable, "-c", _SCANNER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as scanner:
        assert scanner.stdout is not None
        scanner.stdout.readline()
        with pytest.raises(UserError, match="保存できません"):
            store.save_draft(plan_id, a_plan("次郎"), NOW)
        written = write_spare(database, stick, plan_id, a_plan("次郎"), NOW)
        scanner.communicate(b"\n")
    with closing(restore.look(written, SECRET)) as found:
        assert PlanStore(found.database).draft(plan_id) == a_plan("次郎")
    store.save_draft(plan_id, a_plan("三郎"), NOW)
    assert database.problems() == ()


def test_a_folder_that_takes_nothing_is_told_and_nothing_is_left(
    store: PlanStore, database: Database, tmp_path: Path
) -> None:
    plan_id = store.create(a_plan("太郎"), NOW)
    with pytest.raises(UserError, match="バックアップを保存できません"):
        write_spare(database, tmp_path / "gone", plan_id, a_plan("次郎"), NOW)
    assert not (tmp_path / "gone").exists()
    assert store.draft(plan_id) == a_plan("太郎")
