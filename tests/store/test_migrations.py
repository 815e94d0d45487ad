import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from evacplan.domain.errors import UserError
from evacplan.store import agenda, backup, database, migrations
from evacplan.store.connection import open_plain
from evacplan.store.copies import CopyStore
from evacplan.store.ledger import Ledger
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from evacplan.store.tables import METADATA
from tests.store.samples import NOW, PASSPHRASE, a_copy, a_plan, later, new_store

_SHAPE = (
    "SELECT m.name, c.* FROM sqlite_master m, pragma_table_xinfo(m.name) c"
    " WHERE m.type = 'table' ORDER BY 1, 2",
    "SELECT m.name, f.* FROM sqlite_master m, pragma_foreign_key_list(m.name) f ORDER BY 1, 2, 3",
    'SELECT m.name, i.name, i."unique", c.name FROM sqlite_master m, pragma_index_list(m.name) i,'
    " pragma_index_info(i.name) c ORDER BY 1, 2, 4",
    "SELECT name, strict, wr FROM pragma_table_list ORDER BY 1",
)


def _empty() -> Engine:
    raw = open_plain("file::memory:")
    return create_engine("sqlite://", creator=lambda: raw, module=dbapi2, poolclass=StaticPool)


def _shape(engine: Engine) -> list[list[tuple[object, ...]]]:
    with engine.connect() as db:
        return [[tuple(row) for row in db.exec_driver_sql(query)] for query in _SHAPE]


def _2_more(db: Connection) -> None:
    db.exec_driver_sql("CREATE TABLE more (a TEXT)")


def _2_fails(db: Connection) -> None:
    db.exec_driver_sql("CREATE TABLE more (a TEXT)")
    db.exec_driver_sql("DELETE FROM draft")
    raise OSError("power cut")


def test_the_steps_lead_to_todays_tables() -> None:
    by_steps, by_tables = _empty(), _empty()
    migrations.upgrade(by_steps, migrations.STEPS)
    METADATA.create_all(by_tables)
    assert _shape(by_steps) == _shape(by_tables)


def test_the_version_is_the_number_of_steps() -> None:
    engine = _empty()
    migrations.upgrade(engine, migrations.STEPS)
    assert migrations.version(engine) == len(migrations.STEPS)


def test_a_step_that_fails_leaves_nothing_behind() -> None:
    engine = _empty()
    migrations.upgrade(engine, migrations.STEPS)
    before = _shape(engine)
    with pytest.raises(OSError, match="power cut"):
        migrations.upgrade(engine, (*migrations.STEPS, _2_fails))
    assert _shape(engine) == before
    assert migrations.version(engine) == len(migrations.STEPS)


def test_an_older_store_is_copied_then_upgraded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = new_store(path)
    plan_id = PlanStore(old).create(a_plan("太郎"), NOW)
    old.close()
    found = len(migrations.STEPS)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, _2_more))
    opened = database.open(path, PASSPHRASE)
    assert migrations.version(opened.engine) == found + 1
    assert PlanStore(opened).draft(plan_id) == a_plan("太郎")
    opened.close()
    copy = path.with_name(f"{path.name}.before-{found}")
    assert backup.verify(copy, database.unlock(copy, Secret.of_passphrase(PASSPHRASE))[1]) == found
    monkeypatch.setattr(migrations, "STEPS", migrations.STEPS[:-1])
    with closing(database.open(copy, PASSPHRASE)) as before:
        assert migrations.version(before.engine) == found
        assert PlanStore(before).draft(plan_id) == a_plan("太郎")


def test_a_store_of_step_1_brings_its_rows_along(path: Path) -> None:
    """The file was made by the code at d6b277d, the last before step 2."""
    shutil.copyfile(Path(__file__).with_name("data") / "step-1.evacplan", path)
    with closing(database.open(path, PASSPHRASE)) as opened:
        store, copies, ledger = PlanStore(opened), CopyStore(opened), Ledger(opened)
        copied, first = (entry.plan_id for entry in store.entries())
        assert opened.problems() == ()
        assert [store.draft(each).child.name for each in (first, copied)] == ["次郎", "花"]
        assert [(each.number, each.note, each.occasion) for each in store.revisions(first)] == [
            (1, "会議で確認", None),
            (2, "", None),
        ]
        assert [(each.copy, each.revision, each.recipient, each.basis) for each in copies.issues(first)] == [
            (1, 1, "母", None),
            (2, 1, "県立病院", None),
            (3, 2, "母", None),
        ]
        assert copies.pdf(copies.issues(first)[0]) is None
        assert [(each.kind, each.who) for each in ledger.entries(copied)] == [
            ("duplicated", ""),
            ("archived", ""),
            ("unarchived", ""),
        ]
        assert len(ledger.entries()) == 9
        assert ledger.fault() is None
        copies.record(first, 2, [a_copy()], later(10))
        assert copies.next_number(first) == 5
        assert ledger.fault() is None
    assert path.with_name(f"{path.name}.before-1").exists()


def test_a_store_of_step_3_knows_its_homework_and_reviews(path: Path) -> None:
    """The file was made by the code at b42f1f0, before step 4."""
    shutil.copyfile(Path(__file__).with_name("data") / "step-3.evacplan", path)
    with closing(database.open(path, PASSPHRASE)) as opened:
        assert opened.problems() == ()
        found = agenda.homework(opened)
        assert [(each.number, each.path, each.whom, each.until) for each in found] == [
            ("A-1", "child.weight_kg", "母", date(2026, 12, 1)),
            ("A-1", "home.living_floor", "", None),
        ]
        (review,) = agenda.reviews(opened, date(2026, 11, 30))
        assert (review.number, review.due_on) == ("A-1", date(2026, 11, 30))
        assert not agenda.has_due(opened, date(2026, 11, 29))
    assert path.with_name(f"{path.name}.before-3").exists()


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_store(path).close()
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*migrations.STEPS, _2_fails))
        with pytest.raises(OSError, match="power cut"):
            database.open(path, PASSPHRASE)
    assert path.read_bytes() == before
    database.open(path, PASSPHRASE).close()


def test_a_store_of_a_newer_app_is_refused_and_untouched(path: Path) -> None:
    newer = new_store(path)
    newer.raw.execute("PRAGMA user_version = 999")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="新しい版"):
        database.open(path, PASSPHRASE)
    assert path.read_bytes() == before
