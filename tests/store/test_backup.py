from contextlib import closing
from pathlib import Path

import pytest

from evacplan.domain.errors import UserError
from evacplan.store import backup as backups
from evacplan.store import database as stores
from evacplan.store.database import Database
from evacplan.store.key import Key
from evacplan.store.plans import PlanStore
from tests.store.samples import NOW, PASSPHRASE, a_plan


def test_a_backup_of_an_open_store_opens_with_the_same_passphrase(
    store: PlanStore, database: Database, tmp_path: Path
) -> None:
    plan_id = store.create(a_plan("髙橋"), NOW)
    target = tmp_path / "copy.evacplan"
    backups.backup(database, target)
    backups.verify(target, database.key)
    with closing(stores.open(target, PASSPHRASE)) as copy:
        assert PlanStore(copy).draft(plan_id) == a_plan("髙橋")


def test_a_backup_replaces_an_older_one_and_leaves_no_other_file(
    store: PlanStore, database: Database, tmp_path: Path
) -> None:
    target = tmp_path / "copies" / "copy.evacplan"
    target.parent.mkdir()
    backups.backup(database, target)
    store.create(a_plan("太郎"), NOW)
    backups.backup(database, target)
    assert [file.name for file in target.parent.iterdir()] == [target.name]
    with closing(stores.open(target, PASSPHRASE)) as copy:
        assert len(PlanStore(copy).entries()) == 1


def test_a_backup_that_cannot_be_written_is_told(database: Database, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="バックアップを保存できません"):
        backups.backup(database, tmp_path / "no such folder" / "copy.evacplan")


def test_a_damaged_store_does_not_replace_a_good_backup(
    store: PlanStore, database: Database, path: Path, tmp_path: Path
) -> None:
    for number in range(30):
        store.create(a_plan(f"太郎{number}" * 100), NOW)
    target = tmp_path / "copy.evacplan"
    backups.backup(database, target)
    good = target.read_bytes()
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) - 2000] ^= 1
    path.write_bytes(damaged)
    database.raw.execute("PRAGMA shrink_memory")
    with pytest.raises(UserError):
        backups.backup(database, target)
    assert target.read_bytes() == good
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.parametrize("content", [b"", b"no store", bytes(8192)])
def test_what_is_no_store_does_not_verify(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "copy.evacplan"
    path.write_bytes(content)
    with pytest.raises(UserError):
        backups.verify(path, Key.fresh())
    assert path.read_bytes() == content


def test_a_damaged_backup_does_not_verify(database: Database, tmp_path: Path) -> None:
    target = tmp_path / "copy.evacplan"
    backups.backup(database, target)
    damaged = bytearray(target.read_bytes())
    damaged[-1000] ^= 1
    target.write_bytes(damaged)
    with pytest.raises(UserError):
        backups.verify(target, database.key)
