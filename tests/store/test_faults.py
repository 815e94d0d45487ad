"""Kills, full disks and prying eyes."""

import contextlib
import os
import random
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest

from evacplan.domain.errors import UserError
from evacplan.store import database as stores
from evacplan.store import keyfile, restore
from evacplan.store.backup_round import back_up
from evacplan.store.database import Database
from evacplan.store.errors import KeysDamagedError, WrongKeyError
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from tests.store import saving
from tests.store.samples import NOW, PASSPHRASE, a_plan, new_store
from tests.store.saving import passphrase

# More with EVACPLAN_KILLS.
_KILLS = int(os.environ.get("EVACPLAN_KILLS", "20"))
_CANARY = "カナリア秘密太郎"


# Where there are forks, of a process that has loaded everything and has no thread: half a second saved each.
_PROCESSES = get_context("forkserver") if os.name == "posix" else get_context("spawn")
_PROCESSES.set_forkserver_preload(["tests.store.saving"])


def _said_until_killed(arguments: Sequence[str], after_lines: int, turns: int) -> dict[str, int]:
    """The last number of each kind that a killed process said was on disk.

    turns: of an empty loop before the kill, which would else always fall just behind a change.
    """
    reader, writer = _PROCESSES.Pipe(duplex=False)
    saver = _PROCESSES.Process(target=saving.tell, args=(writer, *arguments))
    saver.start()
    writer.close()
    said: dict[str, int] = {}
    with reader:
        for _ in range(after_lines):
            said.update([reader.recv()])
        for _ in range(turns):
            pass
        saver.kill()
        with contextlib.suppress(EOFError, OSError):
            while True:
                said.update([reader.recv()])
    saver.join()
    return said


def test_whatever_was_saved_survives_a_kill_at_any_moment(path: Path) -> None:
    made = new_store(path)
    plan_id = PlanStore(made).create(a_plan(), NOW)
    made.close()
    chance = random.Random(20261120)
    for _ in range(_KILLS):
        said = _said_until_killed(["save", str(path)], chance.randrange(1, 30), chance.randrange(200_000))
        with closing(stores.open(path, PASSPHRASE)) as opened:
            store = PlanStore(opened)
            assert opened.problems() == ()
            assert int(store.draft(plan_id).meeting.plan_number or 0) >= said["draft"]
            numbers = [found.number for found in store.revisions(plan_id)]
            assert len(numbers) >= said.get("revision", 0)
            assert numbers == list(range(1, len(numbers) + 1))
            if numbers:
                assert store.revision_plan(plan_id, len(numbers)).meeting.plan_number == str(len(numbers))


def test_a_kill_while_the_passphrase_changes_leaves_one_of_the_two(path: Path) -> None:
    made, code = stores.create(path, PASSPHRASE)
    made.close()
    chance = random.Random(20261121)
    number = 0
    for _ in range(_KILLS // 4):
        arguments = ["passphrase", str(path), str(number)]
        number = _said_until_killed(arguments, chance.randrange(1, 30), chance.randrange(100_000))[
            "passphrase"
        ]
        try:
            stores.open(path, passphrase(number)).close()
        except WrongKeyError:
            number += 1
            stores.open(path, passphrase(number)).close()
        stores.open_with_code(path, code).close()


def test_a_kill_while_a_backup_is_restored_leaves_one_of_the_two_states(path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    with closing(new_store(path)) as made:
        for number in (1, 2):
            PlanStore(made).create(a_plan("太郎"), NOW)
            back_up(made, [folder], NOW + timedelta(days=number))
    chance = random.Random(20261122)
    for _ in range(_KILLS // 4):
        said = _said_until_killed(["restore", str(path)], chance.randrange(1, 8), chance.randrange(400_000))
        assert said["restored"]
        with closing(stores.open(path, PASSPHRASE)) as opened:
            assert opened.problems() == ()
            assert len(PlanStore(opened).entries()) in {1, 2}


def _fill(store: PlanStore) -> None:
    for _ in range(100):
        store.create(a_plan("花" * 200), NOW)


def test_a_full_store_is_told_and_keeps_what_it_has(store: PlanStore, database: Database) -> None:
    plan_id = store.create(a_plan("太郎"), NOW)
    database.raw.execute("PRAGMA max_page_count = 1")
    with pytest.raises(UserError, match="保存できません") as caught:
        _fill(store)
    assert "空きが足りません" in caught.value.why
    database.raw.execute("PRAGMA max_page_count = 1000000")
    assert store.draft(plan_id) == a_plan("太郎")
    assert database.problems() == ()
    store.save_draft(plan_id, a_plan("次郎"), NOW)
    assert store.draft(plan_id) == a_plan("次郎")


@pytest.mark.skipif(os.name != "posix", reason="limits are a matter of POSIX")
def test_a_disk_that_takes_no_more_is_told_and_keeps_what_it_has(
    store: PlanStore, database: Database, path: Path
) -> None:
    import resource  # noqa: PLC0415  (exists on POSIX only)

    plan_id = store.create(a_plan("太郎"), NOW)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 4096, before[1]))
    try:
        with pytest.raises(UserError, match="保存できません") as caught:
            _fill(store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "空き" in caught.value.why
    assert database.problems() == ()
    assert store.draft(plan_id) == a_plan("太郎")
    store.save_draft(plan_id, a_plan("次郎"), NOW)
    database.close()
    opened = stores.open(path, PASSPHRASE)
    assert PlanStore(opened).draft(plan_id) == a_plan("次郎")
    opened.close()


def test_a_clock_set_back_loses_no_save_and_no_order_of_revisions(path: Path) -> None:
    with closing(new_store(path)) as made:
        store = PlanStore(made)
        plan_id = store.create(a_plan("太郎"), NOW)
        for number in range(1, 6):
            now = NOW - timedelta(days=400 * number)
            store.confirm(plan_id, a_plan("太郎", number=str(number)), "佐藤", "", now)
        store.save_draft(plan_id, a_plan("太郎", number="last"), NOW - timedelta(days=9000))
    with closing(stores.open(path, PASSPHRASE)) as opened:
        store = PlanStore(opened)
        assert store.draft(plan_id).meeting.plan_number == "last"
        assert [revision.number for revision in store.revisions(plan_id)] == [1, 2, 3, 4, 5]
        assert store.entries()[0].revision == 5
        assert store.revision_plan(plan_id, 5).meeting.plan_number == "5"
        assert opened.problems() == ()


def test_a_file_of_a_gigabyte_is_told_at_once(path: Path) -> None:
    new_store(path).close()
    keyfile.beside(path).unlink()
    with path.open("rb+") as file:
        file.truncate(1 << 30)
    with pytest.raises(KeysDamagedError):
        stores.open(path, PASSPHRASE)
    assert restore.newest_good([path.parent], Secret.of_passphrase(PASSPHRASE), path) is None


def _readable(folder: Path) -> list[str]:
    """The files in which the canary can be read, in any of the encodings of this world."""
    encodings = ("utf-8", "utf-16-le", "utf-16-be", "shift_jis", "euc-jp")
    found = []
    for file in folder.iterdir():
        content = file.read_bytes()
        marks = [_CANARY.encode(name) for name in encodings] + [b"SQLite format 3", PASSPHRASE.encode()]
        found += [file.name for mark in marks if mark in content]
    return found


def test_no_file_can_be_read_without_the_passphrase(
    store: PlanStore, database: Database, tmp_path: Path
) -> None:
    plan_id = store.create(a_plan(_CANARY, number=_CANARY), NOW)
    store.confirm(plan_id, a_plan(_CANARY), _CANARY, _CANARY, NOW)
    database.change_passphrase(PASSPHRASE, _CANARY)
    database.change_passphrase(_CANARY, PASSPHRASE)
    assert back_up(database, [tmp_path], NOW)[0].made is not None
    # A tiny cache makes one transaction spill into the file and its journal while it is under way.
    database.raw.execute("PRAGMA cache_size = 2")
    with database.writing() as db:
        for number in range(200):
            db.exec_driver_sql("UPDATE plan SET name = ?", (f"{_CANARY}{number}" * 500,))
            db.exec_driver_sql("UPDATE draft SET document = ?", (f"{_CANARY}{number}".encode() * 500,))
        journal = tmp_path / "store.evacplan-journal"
        assert journal.stat().st_size > 0
        assert _readable(tmp_path) == []
    assert _readable(tmp_path) == []
    database.close()
    assert _readable(tmp_path) == []
