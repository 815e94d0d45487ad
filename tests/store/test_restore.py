import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from evacplan.domain.errors import UserError
from evacplan.store import database as stores
from evacplan.store import keyfile, migrations, restore
from evacplan.store.backup_folder import BackupKind, list_backups
from evacplan.store.backup_round import back_up
from evacplan.store.database import Database
from evacplan.store.errors import DamagedError, WrongKeyError
from evacplan.store.ledger import Ledger
from evacplan.store.lock import InUseError
from evacplan.store.plans import PlanStore
from evacplan.store.restore import Difference
from evacplan.store.secret import Secret
from tests.store.samples import NOW, PASSPHRASE, a_plan, later, new_store

_SECRET = Secret.of_passphrase(PASSPHRASE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


def _back_up(database: Database, folder: Path, day: int) -> Path:
    (done,) = back_up(database, [folder], NOW + timedelta(days=day))
    assert done.made is not None
    return done.made.path


@pytest.fixture
def history(path: Path, folder: Path) -> list[Path]:
    """The backups of three days of a closed store: one plan, two plans, two and one changed."""
    database = new_store(path)
    store = PlanStore(database)
    first = store.create(a_plan("太郎"), NOW)
    made = [_back_up(database, folder, 0)]
    store.create(a_plan("花子"), later(10))
    made.append(_back_up(database, folder, 1))
    store.confirm(first, a_plan("太郎", number="7"), "佐藤", "", later(20))
    made.append(_back_up(database, folder, 2))
    database.close()
    return made


def test_a_restore_stands_in_the_ledger_of_what_was_restored(
    path: Path, folder: Path, history: list[Path]
) -> None:
    with closing(restore.look(history[1], _SECRET)) as preview:
        kept = Ledger(preview.database).entries()
        restore.replace(path, preview, folder, later(99))
    with closing(stores.open(path, PASSPHRASE)) as opened:
        ledger = Ledger(opened)
        *before, told = ledger.entries()
        assert tuple(before) == kept
        assert (told.kind, told.plan_id, told.time) == ("backup_restored", None, later(99))
        assert ledger.fault() is None


def test_a_backup_of_an_older_app_is_brought_to_todays_tables_when_restored(path: Path, folder: Path) -> None:
    old = folder / "old.evacplan"
    shutil.copyfile(Path(__file__).with_name("data") / "step-1.evacplan", old)
    with closing(restore.look(old, _SECRET)) as preview:
        restore.replace(path, preview, folder, NOW)
    with closing(stores.open(path, PASSPHRASE)) as opened:
        assert migrations.version(opened.engine) == len(migrations.STEPS)
        assert len(Ledger(opened).entries()) == 10
        assert Ledger(opened).fault() is None


def _names(path: Path, passphrase: str = PASSPHRASE) -> list[str]:
    with closing(stores.open(path, passphrase)) as opened:
        assert opened.problems() == ()
        return [entry.name for entry in restore.all_entries(opened)]


def _spoil(path: Path, place: int = 5000) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_look_into_a_backup_says_what_it_holds_and_changes_nothing(history: list[Path]) -> None:
    before = {file: file.read_bytes() for file in history[0].parent.iterdir()}
    with closing(restore.look(history[1], _SECRET)) as preview:
        assert [entry.name for entry in preview.entries] == ["花子", "太郎"]
        assert [entry.revision for entry in preview.entries] == [None, None]
    assert {file: file.read_bytes() for file in history[0].parent.iterdir()} == before


def test_a_comparison_names_every_plan_and_how_it_differs(path: Path, history: list[Path]) -> None:
    with closing(stores.open(path, PASSPHRASE)) as opened:
        today = restore.all_entries(opened)
    for number, expected in enumerate(
        [
            {"太郎": Difference.BACKUP_OLDER, "花子": Difference.ONLY_IN_STORE},
            {"太郎": Difference.BACKUP_OLDER, "花子": Difference.SAME},
            {"太郎": Difference.SAME, "花子": Difference.SAME},
        ]
    ):
        with closing(restore.look(history[number], _SECRET)) as preview:
            found = restore.compare(preview.entries, today)
            turned = restore.compare(today, preview.entries)
        names = {(each.in_store or each.in_backup).name: each.difference for each in found}  # type: ignore[union-attr]  # one is there
        assert names == expected
        opposite = {each.plan_id: each.difference for each in turned}
        for each in found:
            if each.difference is Difference.BACKUP_OLDER:
                assert opposite[each.plan_id] is Difference.BACKUP_NEWER
            if each.difference is Difference.ONLY_IN_STORE:
                assert opposite[each.plan_id] is Difference.ONLY_IN_BACKUP


def test_a_restore_replaces_the_store_and_keeps_the_one_before(
    path: Path, history: list[Path], folder: Path
) -> None:
    with closing(restore.look(history[0], _SECRET)) as preview:
        before = restore.replace(path, preview, folder, NOW)
    assert before is not None
    assert _names(path) == ["太郎"]
    with closing(restore.look(before, _SECRET)) as kept:
        assert [entry.name for entry in kept.entries] == ["太郎", "花子"]
    (listed,) = [each for each in list_backups(folder) if each.kind is BackupKind.BEFORE_RESTORE]
    assert listed.path == before
    with closing(restore.look(before, _SECRET)) as preview:
        restore.replace(path, preview, folder, NOW)
    assert _names(path) == ["太郎", "花子"]


def test_after_a_restore_todays_passphrase_and_that_of_the_backup_open_the_store(
    path: Path, history: list[Path], folder: Path, tmp_path: Path
) -> None:
    with closing(stores.open(path, PASSPHRASE)) as opened:
        opened.change_passphrase(PASSPHRASE, "today")
    with closing(restore.look(history[0], Secret.of_passphrase("today"), path)) as preview:
        restore.replace(path, preview, folder, NOW)
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in (path, keyfile.beside(path)):
        shutil.copy(file, copy)
    assert _names(path, "today") == ["太郎"]
    assert _names(copy / path.name) == ["太郎"]


def test_a_backup_of_an_older_passphrase_opens_with_todays_only_beside_its_store(
    path: Path, history: list[Path]
) -> None:
    with closing(stores.open(path, PASSPHRASE)) as opened:
        opened.change_passphrase(PASSPHRASE, "today")
    today = Secret.of_passphrase("today")
    restore.look(history[0], today, path).close()
    restore.look(history[0], _SECRET, path).close()
    for store in (None, history[1]):
        with pytest.raises(WrongKeyError):
            restore.look(history[0], today, store)


def test_a_damaged_store_is_recognised_and_the_latest_good_backup_offered(
    path: Path, history: list[Path], folder: Path
) -> None:
    _spoil(path)
    _spoil(history[2])
    with pytest.raises(DamagedError):
        stores.open(path, PASSPHRASE)
    offer = restore.newest_good([folder], _SECRET, path)
    assert offer is not None
    preview, refused = offer
    with closing(preview):
        assert preview.file == history[1]
        assert [each.path for each in refused] == [history[2]]
        before = restore.replace(path, preview, folder, NOW)
    assert _names(path) == ["花子", "太郎"]
    assert before is not None
    with pytest.raises(DamagedError):
        restore.look(before, _SECRET)


@pytest.mark.parametrize("ruin", [lambda path: path.write_bytes(b""), lambda path: path.unlink()])
def test_even_a_store_that_is_gone_is_restored(
    path: Path, history: list[Path], folder: Path, ruin: Callable[[Path], object]
) -> None:
    ruin(path)
    offer = restore.newest_good([folder, folder / "stick"], _SECRET, path)
    assert offer is not None
    with closing(offer[0]) as preview:
        restore.replace(path, preview, folder, NOW)
    assert _names(path) == ["太郎", "花子"]


def test_the_latest_of_both_folders_is_offered(path: Path, folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(new_store(path)) as database:
        _back_up(database, folder, 0)
        PlanStore(database).create(a_plan("太郎"), NOW)
        # The clock was set back; what was made last is the latest all the same.
        latest = _back_up(database, stick, -500)
    offer = restore.newest_good([folder, stick], _SECRET, path)
    assert offer is not None
    with closing(offer[0]) as preview:
        assert preview.file == latest


def test_no_backup_and_a_wrong_passphrase_are_two_answers(
    path: Path, history: list[Path], folder: Path, tmp_path: Path
) -> None:
    assert restore.newest_good([tmp_path / "none"], _SECRET, path) is None
    with pytest.raises(WrongKeyError):
        restore.newest_good([folder], Secret.of_passphrase("wrong"), path)
    for backup in history:
        _spoil(backup)
    assert restore.newest_good([folder], _SECRET, path) is None


def test_a_state_that_was_replaced_on_purpose_is_offered_last(
    path: Path, history: list[Path], folder: Path
) -> None:
    with closing(restore.look(history[0], _SECRET)) as preview:
        restore.replace(path, preview, folder, NOW)
    offer = restore.newest_good([folder], _SECRET, path)
    assert offer is not None
    with closing(offer[0]) as found:
        assert found.file == history[2]


def test_an_open_store_is_not_replaced(path: Path, history: list[Path], folder: Path) -> None:
    with closing(restore.look(history[0], _SECRET)) as preview:
        with closing(stores.open(path, PASSPHRASE)), pytest.raises(InUseError):
            restore.replace(path, preview, folder, NOW)
        assert _names(path) == ["太郎", "花子"]


def test_a_backup_that_went_bad_since_the_look_replaces_nothing(
    path: Path, history: list[Path], folder: Path
) -> None:
    with closing(restore.look(history[0], _SECRET)) as preview:
        _spoil(history[0])
        content = path.read_bytes()
        with pytest.raises(UserError):
            restore.replace(path, preview, folder, NOW)
    assert path.read_bytes() == content


def test_without_room_for_the_copy_of_before_nothing_is_replaced(
    path: Path, history: list[Path], folder: Path
) -> None:
    content = path.read_bytes()
    with closing(restore.look(history[0], _SECRET)) as preview, pytest.raises(UserError) as caught:
        restore.replace(path, preview, folder / "none", NOW)
    assert "元に戻せませんでした" in caught.value.what
    assert path.read_bytes() == content


def test_a_backup_of_another_store_keeps_the_keys_of_the_one_before(
    path: Path, history: list[Path], folder: Path, tmp_path: Path
) -> None:
    other = new_store(tmp_path / "other.evacplan", "other")
    PlanStore(other).create(a_plan("別の子"), NOW)
    other.close()
    with closing(restore.look(other.path, Secret.of_passphrase("other"))) as preview:
        before = restore.replace(path, preview, folder, NOW)
    assert _names(path, "other") == ["別の子"]
    assert before is not None
    assert _names(before) == ["太郎", "花子"]


@pytest.mark.parametrize("of_another_store", [False, True])
def test_the_journal_of_a_killed_store_does_not_reach_the_restored_one(
    path: Path, history: list[Path], folder: Path, tmp_path: Path, of_another_store: bool
) -> None:
    killed = tmp_path / "killed" / path.name
    killed.parent.mkdir()
    with closing(stores.open(path, PASSPHRASE)) as opened:
        # A tiny cache makes a change spill into the file before it is committed.
        opened.raw.execute("PRAGMA cache_size = 2")
        with opened.writing() as db:
            db.exec_driver_sql("UPDATE plan SET name = ?", ("次郎" * 9000,))
            db.exec_driver_sql("UPDATE draft SET document = ?", (b"x" * 90_000,))
            for suffix in ("", "-journal", "-keys"):
                file = path.with_name(f"{path.name}{suffix}")
                shutil.copy(file, killed.with_name(file.name))
    journal = killed.with_name(f"{path.name}-journal")
    assert journal.stat().st_size > 0
    source = history[0]
    if of_another_store:
        # Its key does not open the killed store, whose change can then not be taken back.
        with closing(new_store(tmp_path / "other.evacplan")) as other:
            PlanStore(other).create(a_plan("太郎"), NOW)
        source = other.path
    with closing(restore.look(source, _SECRET)) as preview:
        before = restore.replace(killed, preview, folder, NOW)
    assert _names(killed) == ["太郎"]
    assert before is not None
    assert _names(before) == ["太郎", "花子"]


def _2_more(db: Connection) -> None:
    db.exec_driver_sql("CREATE TABLE more (a TEXT)")


def test_a_backup_of_an_older_app_can_be_looked_into_and_restored(
    path: Path, history: list[Path], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, _2_more))
    content = history[0].read_bytes()
    with closing(restore.look(history[0], _SECRET)) as preview:
        assert [entry.name for entry in preview.entries] == ["太郎"]
        assert migrations.version(preview.database.engine) == len(migrations.STEPS)
        assert history[0].read_bytes() == content
        restore.replace(path, preview, folder, NOW)
    assert _names(path) == ["太郎"]
