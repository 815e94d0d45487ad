import os
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from evacplan.store import backup as backups
from evacplan.store import database as stores
from evacplan.store.backup_folder import list_backups
from evacplan.store.backup_round import back_up
from evacplan.store.database import Database
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from tests.store.samples import NOW, PASSPHRASE, a_plan, new_store


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_the_first_round_of_a_day_makes_a_backup_and_the_next_none(database: Database, own: Path) -> None:
    (first,) = back_up(database, [own], NOW)
    assert first.made is not None
    assert first.made == first.latest
    (second,) = back_up(database, [own], NOW + timedelta(hours=2))
    assert second.made is None
    assert second.latest == first.made
    (third,) = back_up(database, [own], NOW + timedelta(days=1))
    assert third.made is not None
    assert third.made.number == first.made.number + 1
    assert len(list_backups(own)) == 2


def test_a_backup_at_once_takes_the_place_of_the_one_of_today(database: Database, own: Path) -> None:
    for minute in range(3):
        back_up(database, [own], NOW + timedelta(minutes=minute), at_once=True)
    assert [each.number for each in list_backups(own)] == [3]


def test_every_backup_is_one_file_that_opens_with_passphrase_and_code(path: Path, own: Path) -> None:
    made, code = stores.create(path, PASSPHRASE)
    PlanStore(made).create(a_plan("髙橋"), NOW)
    (done,) = back_up(made, [own], NOW)
    assert done.made is not None
    assert list(own.iterdir()) == [done.made.path]
    backups.verify(done.made.path, made.key)
    made.close()
    for number, opened in enumerate((stores.open, stores.open_with_code)):
        copy = own / f"elsewhere-{number}"
        shutil.copy(done.made.path, copy)
        with closing(opened(copy, (PASSPHRASE, code)[number])) as store:
            assert [entry.name for entry in PlanStore(store).entries()] == ["髙橋"]


def test_a_stick_that_comes_back_gets_the_next_backup_at_once(
    database: Database, own: Path, stick: Path
) -> None:
    first, away = back_up(database, [own, stick / "gone"], NOW)
    assert (away.is_there, away.made, away.problem) == (False, None, None)
    first, back = back_up(database, [own, stick], NOW + timedelta(hours=1))
    assert first.made is None
    assert back.made is not None
    assert back.made.number == 2


def test_a_stick_with_the_latest_backups_away_does_not_reset_the_numbers(
    path: Path, own: Path, stick: Path
) -> None:
    with closing(new_store(path)) as database:
        for day in range(3):
            back_up(database, [stick], NOW + timedelta(days=day))
    with closing(stores.open(path, PASSPHRASE)) as database:
        (done,) = back_up(database, [own], NOW + timedelta(days=3))
    assert done.made is not None
    assert done.made.number == 4


def test_backups_of_other_stores_and_other_files_are_left_alone(
    database: Database, stick: Path, tmp_path: Path
) -> None:
    (stick / "家計簿.xlsx").touch()
    with closing(new_store(tmp_path / "other.evacplan")) as other:
        for day in range(20):
            back_up(other, [stick], NOW + timedelta(days=day))
        before = set(list_backups(stick, other.key.store_id))
        for day in range(40):
            back_up(database, [stick], NOW + timedelta(days=day))
        assert set(list_backups(stick, other.key.store_id)) == before
    assert (stick / "家計簿.xlsx").exists()


def test_a_clock_set_back_goes_on_making_backups(database: Database, own: Path) -> None:
    back_up(database, [own], NOW)
    (done,) = back_up(database, [own], NOW - timedelta(days=3000))
    assert done.made is not None
    latest = list_backups(own)[0]
    assert (latest.number, latest.made_at) == (2, (NOW - timedelta(days=3000)).replace(microsecond=0))
    assert len(list_backups(own)) == 2


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_a_folder_that_takes_no_backup_is_told_and_the_other_still_gets_one(
    own_folder: Path,
) -> None:
    full = own_folder / "stick"
    full.mkdir()
    with closing(new_store(own_folder / "store.evacplan")) as database:
        full.chmod(0o500)
        told, done = back_up(database, [full, own_folder], NOW)
        full.chmod(0o700)
        assert told.problem is not None
        assert "書き込めない" in told.problem.why
        assert told.made is None
        assert done.made is not None
        assert list(full.iterdir()) == []


def test_a_damaged_store_makes_no_backup_and_says_so(database: Database, path: Path, own: Path) -> None:
    (good,) = back_up(database, [own], NOW)
    store = PlanStore(database)
    for number in range(30):
        store.create(a_plan(f"太郎{number}" * 100), NOW)
    damaged = bytearray(path.read_bytes())
    damaged[-2000] ^= 1
    path.write_bytes(damaged)
    database.raw.execute("PRAGMA shrink_memory")
    (told,) = back_up(database, [own], NOW, at_once=True)
    assert told.problem is not None
    assert told.latest == good.made
    assert [each.path for each in list_backups(own)] == list(own.iterdir())


def test_a_store_opened_to_read_is_told_and_raises_nothing(path: Path, own: Path) -> None:
    new_store(path).close()
    with closing(stores.open_to_read(path, Secret.of_passphrase(PASSPHRASE))) as opened:
        (told,) = back_up(opened, [own], NOW)
    assert told.problem is not None


def test_what_a_killed_backup_left_is_removed_later(database: Database, own: Path) -> None:
    (done,) = back_up(database, [own], NOW)
    assert done.made is not None
    left = own / f".{done.made.path.name}.part"
    left.touch()
    os.utime(left, (0, 0))
    back_up(database, [own], NOW + timedelta(days=1))
    assert not left.exists()
