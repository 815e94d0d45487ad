"""Two copies of the app on one store, and other programs that hold its files."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evacplan.domain.errors import UserError
from evacplan.store import database as stores
from evacplan.store.database import Database
from evacplan.store.lock import Holder, InUseError, read_holder
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from tests.store.samples import NOW, PASSPHRASE, a_plan, new_store

_SECRET = Secret.of_passphrase(PASSPHRASE)
_SCAN = """
import fcntl, sys
with open(sys.argv[1], "rb+") as file:
    fcntl.lockf(file, fcntl.LOCK_EX)
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def closed(path: Path) -> Path:
    with closing(new_store(path)) as made:
        PlanStore(made).create(a_plan("太郎"), NOW)
    return path


class _Saver:
    """A process that saves when asked; one save is done."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.begin()
        self.finish()

    def begin(self) -> None:
        """Let it save, and go on meanwhile."""
        assert self.process.stdin is not None
        self.process.stdin.write("save\n")
        self.process.stdin.flush()

    def finish(self) -> int:
        """The number that is on disk."""
        assert self.process.stdout is not None
        self.process.stdout.readline()
        return int(self.process.stdout.readline().split()[1])


@contextmanager
def _saving(path: Path) -> Iterator[_Saver]:
    """Another process that has the store open; and has saved once."""
    command = [sys.executable, "-m", "tests.store.saving", "asked", str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        try:
            yield _Saver(other)
        finally:
            other.kill()


def test_the_second_copy_learns_who_has_the_store_and_since_when(closed: Path) -> None:
    begun = datetime.now(UTC)
    with _saving(closed) as other:
        with pytest.raises(InUseError) as caught:
            stores.open(closed, PASSPHRASE)
        holder = caught.value.holder
        assert holder is not None
        assert holder.process == other.process.pid
        assert begun - timedelta(seconds=1) <= holder.since <= datetime.now(UTC)
        assert f"{holder.since.astimezone():%H:%M}から" in caught.value.why


def test_the_second_copy_reads_while_the_first_one_saves(closed: Path) -> None:
    with _saving(closed) as other, closing(stores.open_to_read(closed, _SECRET)) as opened:
        store = PlanStore(opened)
        plan_id = store.entries()[0].plan_id
        for _ in range(20):
            other.begin()
            seen = [int(store.draft(plan_id).meeting.plan_number or 0) for _ in range(5)]
            saved = other.finish()
            assert seen == sorted(seen)
            assert {saved - 1, saved} >= set(seen)
            assert store.draft(plan_id).meeting.plan_number == str(saved)
        assert opened.problems() == ()
        assert opened.is_read_only


def test_a_copy_opened_to_read_changes_nothing(closed: Path) -> None:
    before = {file.name: file.read_bytes() for file in closed.parent.iterdir()}
    with closing(stores.open_to_read(closed, _SECRET)) as opened:
        store = PlanStore(opened)
        for change in (
            lambda: store.create(a_plan("花子"), NOW),
            lambda: opened.change_passphrase(PASSPHRASE, "other"),
            lambda: opened.renew_code(PASSPHRASE),
        ):
            with pytest.raises(UserError) as caught:
                change()
            assert "読むだけ" in caught.value.why
        assert [entry.name for entry in store.entries()] == ["太郎"]
    assert {file.name: file.read_bytes() for file in closed.parent.iterdir()} == before


def test_a_killed_copy_locks_nobody_out_and_is_forgotten(closed: Path) -> None:
    with _saving(closed) as other:
        other.process.kill()
        other.process.wait()
        # Its words are still there; they lock nobody out.
        assert closed.with_name(f"{closed.name}-holder").exists()
        opened = stores.open(closed, PASSPHRASE)
    with pytest.raises(InUseError) as caught:
        stores.open(closed, PASSPHRASE)
    assert caught.value.holder is not None
    assert caught.value.holder.process == os.getpid()
    opened.close()
    assert not closed.with_name(f"{closed.name}-holder").exists()


@pytest.mark.parametrize(
    "words",
    [b"", b"{", b"[]", b"{}", b'{"process": "x", "since": 1}', b"[" * 9000, b"\xff", b'{"process": 1e999}'],
)
def test_unreadable_words_of_the_first_copy_do_no_harm(database: Database, path: Path, words: bytes) -> None:
    path.with_name(f"{path.name}-holder").write_bytes(words)
    with pytest.raises(InUseError) as caught:
        stores.open(path, PASSPHRASE)
    assert caught.value.holder is None


def test_who_holds_a_store_is_told_by_machine_account_and_time_and_nothing_else(
    database: Database, path: Path
) -> None:
    said = json.loads(path.with_name(f"{path.name}-holder").read_text())
    assert set(Holder.__dataclass_fields__) == set(said) == {"process", "since", "machine", "user"}
    holder = read_holder(path)
    assert holder is not None
    assert (holder.process, holder.machine) == (os.getpid(), platform.node())


def test_the_names_of_the_holder_are_one_short_line_whatever_the_file_says(path: Path) -> None:
    said = {"process": 1, "since": "2026-11-21T01:02:03+00:00", "machine": "a\n\x1b[31m" * 99, "user": ["x"]}
    path.with_name(f"{path.name}-holder").write_text(json.dumps(said))
    holder = read_holder(path)
    assert holder is not None
    assert holder.machine.isprintable()
    assert len(holder.machine) <= 64
    assert holder.user == ""


@contextmanager
def _scanning(path: Path) -> Iterator[None]:
    """Another program that keeps a file locked, as virus scanners do for a moment."""
    command = [sys.executable, "-c", _SCAN, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as scanner:
        assert scanner.stdout is not None
        assert scanner.stdout.readline() == "held\n"
        try:
            yield
        finally:
            scanner.kill()


@pytest.mark.skipif(os.name != "posix", reason="the scanner locks as POSIX does")
def test_a_scanner_that_holds_the_store_is_told_and_costs_nothing(database: Database, path: Path) -> None:
    store = PlanStore(database)
    plan_id = store.create(a_plan("太郎"), NOW)
    database.raw.execute("PRAGMA busy_timeout = 50")
    with _scanning(path):
        with pytest.raises(UserError) as caught:
            store.save_draft(plan_id, a_plan("次郎"), NOW)
        assert "別のアプリ" in caught.value.why
    assert store.draft(plan_id) == a_plan("太郎")
    store.save_draft(plan_id, a_plan("次郎"), NOW)
    assert store.draft(plan_id) == a_plan("次郎")
    assert database.problems() == ()


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_a_write_protected_stick_can_be_read(own_folder: Path) -> None:
    path = own_folder / "store.evacplan"
    with closing(new_store(path)) as made:
        PlanStore(made).create(a_plan("太郎"), NOW)
    path.chmod(0o400)
    own_folder.chmod(0o500)
    with closing(stores.open_to_read(path, _SECRET)) as opened:
        assert [entry.name for entry in PlanStore(opened).entries()] == ["太郎"]
