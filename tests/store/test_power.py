"""Power cuts and failing disks, at every write that SQLite makes.

How a power cut is simulated: `disk.Disk` notes each write, truncation and sync of the store and its
journal while a real store saves on a real disk. For each moment of that list the files are then
built as a cut may leave them. What was synced is there. Of all that was done to a file since its
last sync any part may be there: each sector of 512 bytes, each truncation on its own, in any
combination that chance draws, with zeros or old rubbish where a file grew but its data did not
arrive. This is harsher than a disk (which loses a cache in some order) and leaves out only disks
that lie about a sync. The app then opens these files as after any start.

One test lets a store save without waiting for the disk and demands that the simulation catches it.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from evacplan.domain.errors import UserError
from evacplan.store import database as stores
from evacplan.store import keyfile
from evacplan.store.backup_round import back_up
from evacplan.store.connection import PAGE_BYTES, connect, unreadable_pages
from evacplan.store.opening import unlock
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from tests.store import disk as disks
from tests.store.disk import Disk, Operation, Sync, Truncate, Write
from tests.store.samples import NOW, PASSPHRASE, a_plan, new_store

pytestmark = pytest.mark.skipif(not disks.is_possible(), reason="SQLite's functions cannot be reached here")

_SECTOR = 512
_SAVES = 6
# At each moment; more with EVACPLAN_TRIALS.
_TRIALS = int(os.environ.get("EVACPLAN_TRIALS", "2"))
_PADDING = "長い名前" * 40


class _Files:
    """The store and its journal as they are on the platters."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.content = {str(path): path.read_bytes() if path.exists() else b"" for path in paths}

    def after_a_cut(self, done: Sequence[Operation], chance: random.Random) -> dict[str, bytes]:
        """The files when the power goes after these operations."""
        return {file: _survivors(content, file, done, chance) for file, content in self.content.items()}


def _survivors(content: bytes, file: str, done: Sequence[Operation], chance: random.Random) -> bytes:
    own = [operation for operation in done if operation.file == file]
    synced = max((place for place, operation in enumerate(own) if isinstance(operation, Sync)), default=-1)
    data = bytearray(content)
    for operation in own[: synced + 1]:
        _apply(data, operation)
    share = chance.choice((0.0, 0.5, 0.9, 1.0))
    for operation in own[synced + 1 :]:
        if isinstance(operation, Write):
            _apply_sectors(data, operation, share, chance)
        elif chance.random() < share:
            _apply(data, operation)
    return bytes(data)


def _apply(data: bytearray, operation: Operation) -> None:
    if isinstance(operation, Write):
        data.extend(bytes(max(0, operation.place - len(data))))
        data[operation.place : operation.place + len(operation.data)] = operation.data
    elif isinstance(operation, Truncate):
        del data[operation.length :]
        data.extend(bytes(operation.length - len(data)))


def _apply_sectors(data: bytearray, write: Write, share: float, chance: random.Random) -> None:
    for start in range(0, len(write.data), _SECTOR):
        sector = write.data[start : start + _SECTOR]
        if chance.random() < share:
            _apply(data, Write(write.file, write.place + start, sector))
        elif write.place + start >= len(data) and chance.random() < share:
            _apply(
                data,
                Write(write.file, write.place + start, chance.choice((bytes, chance.randbytes))(len(sector))),
            )


class _Recording:
    """What a store did to the disk while it saved, and which saves were done at which moment."""

    def __init__(self, path: Path, pragma: str = "", unused: int = 0) -> None:
        with closing(new_store(path)) as made:
            self.plan_id = PlanStore(made).create(a_plan(), NOW)
            made.raw.execute(f"CREATE TABLE gone AS SELECT zeroblob({unused * PAGE_BYTES}) AS zeros")
            made.raw.execute("DROP TABLE gone")
        with Disk() as disk, closing(stores.open(path, PASSPHRASE)) as opened:
            if pragma:
                opened.raw.execute(pragma)
            self.keys = keyfile.beside(path).read_bytes()
            self.files = _Files([path, _journal(path)])
            disk.done.clear()
            # How many operations were done when each save returned.
            self.returned: list[int] = []
            for number in range(1, _SAVES + 1):
                self._save(PlanStore(opened), number)
                self.returned.append(len(disk.done))
            self.done = list(disk.done)

    def _save(self, store: PlanStore, number: int) -> None:
        plan = a_plan(f"{_PADDING}{number}", number=str(number))
        if number % 2:
            store.save_draft(self.plan_id, plan, NOW)
        else:
            store.confirm(self.plan_id, plan, "佐藤", _PADDING * 30 * number, NOW)

    def saved(self, moment: int) -> int:
        """The number of the last save that had returned before this many operations were done."""
        return sum(returned <= moment for returned in self.returned)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


class _Kept(NamedTuple):
    """What a store holds after a cut: the number of its last save, and its problems."""

    number: int
    revisions: int
    problems: tuple[str, ...]


class _Restarts:
    """Opens what cuts leave, as after any start: the same bytes, of which many cuts leave no others, once."""

    def __init__(self, recording: _Recording, seed: int, folder: Path) -> None:
        self._recording, self._chance = recording, random.Random(seed)
        self._path = folder / "after.evacplan"
        self._known: dict[tuple[bytes, ...], _Kept | UserError] = {}

    def files(self, moment: int) -> tuple[bytes, ...]:
        """The store and its journal as a cut may leave them, drawn anew."""
        return tuple(self._recording.files.after_a_cut(self._recording.done[:moment], self._chance).values())

    def put(self, files: tuple[bytes, ...]) -> Path:
        """The files in place, beside their keys."""
        for path, content in zip((self._path, _journal(self._path)), files, strict=True):
            path.write_bytes(content)
        keyfile.beside(self._path).write_bytes(self._recording.keys)
        return self._path

    def kept(self, moment: int) -> _Kept:
        """What is there after a cut."""
        files = self.files(moment)
        if files not in self._known:
            self._known[files] = self._look(files)
        found = self._known[files]
        if isinstance(found, UserError):
            raise found
        return found

    def _look(self, files: tuple[bytes, ...]) -> _Kept | UserError:
        try:
            with closing(stores.open(self.put(files), PASSPHRASE)) as opened:
                store, plan_id = PlanStore(opened), self._recording.plan_id
                number = int(store.draft(plan_id).meeting.plan_number or 0)
                return _Kept(number, len(store.revisions(plan_id)), opened.problems())
        except UserError as error:
            return error


def _assert_kept(recording: _Recording, moment: int, kept: _Kept) -> None:
    assert kept.problems == ()
    assert kept.number >= recording.saved(moment)
    assert kept.revisions == kept.number // 2


@pytest.mark.parametrize("unused", [0, 60])
def test_a_power_cut_at_any_write_loses_nothing_that_was_saved(
    path: Path, tmp_path: Path, unused: int
) -> None:
    recording = _Recording(path, unused=unused)
    assert sum(isinstance(each, Sync) for each in recording.done) >= 3 * _SAVES
    restarts = _Restarts(recording, 20261120, tmp_path)
    for moment in range(len(recording.done) + 1):
        for _ in range(_TRIALS):
            _assert_kept(recording, moment, restarts.kept(moment))


def test_torn_pages_that_are_in_no_use_are_written_anew(path: Path, tmp_path: Path) -> None:
    """Their old content is not kept, so a change that is taken back leaves them torn."""
    recording = _Recording(path, unused=60)
    restarts, torn = _Restarts(recording, 20261121, tmp_path), 0
    for files in {restarts.files(moment): None for moment in range(len(recording.done) + 1)}:
        after = restarts.put(files)
        # A connection takes the change back; whoever opens the store next finds the pages.
        with closing(connect(after, unlock(after, Secret.of_passphrase(PASSPHRASE))[1])) as raw:
            if not unreadable_pages(raw):
                continue
        torn += 1
        with closing(stores.open(after, PASSPHRASE)) as opened:
            assert opened.problems() == ()
            (made,) = back_up(opened, [tmp_path], NOW, at_once=True)
            assert made.made is not None
            made.made.path.unlink()
    assert torn


def test_the_simulation_catches_a_store_that_does_not_wait_for_the_disk(path: Path, tmp_path: Path) -> None:
    recording = _Recording(path, "PRAGMA synchronous = OFF")
    restarts, lost = _Restarts(recording, 20261120, tmp_path), 0
    for moment in range(len(recording.done) + 1):
        try:
            _assert_kept(recording, moment, restarts.kept(moment))
        except (UserError, AssertionError):
            lost += 1
    assert lost > len(recording.done) // 2


def _fail_at(number: int, kind: type[Operation], code: int, within: str = "") -> Callable[[Operation], int]:
    """Let that many operations of a kind pass and fail from then on, as a full disk does."""
    passed = count()

    def fails(operation: Operation) -> int:
        concerned = isinstance(operation, kind) and within in operation.file
        return code if concerned and next(passed) >= number else 0

    return fails


@pytest.mark.parametrize(
    ("kind", "code", "why"),
    [
        (Write, disks.FULL, "空きが足りません"),
        (Write, disks.WRITE_ERROR, "読み書きに失敗"),
        (Sync, disks.SYNC_ERROR, "読み書きに失敗"),
    ],
)
def test_a_disk_that_fails_at_any_operation_is_told_and_keeps_what_it_has(
    path: Path, kind: type[Operation], code: int, why: str
) -> None:
    with Disk() as disk, closing(new_store(path)) as database:
        store = PlanStore(database)
        plan_id = store.create(a_plan("太郎", number="0"), NOW)
        failures = 0
        for number in count():
            disk.fail = _fail_at(number, kind, code)
            plan = a_plan(f"{_PADDING}{number}", number=str(number + 1))
            try:
                store.save_draft(plan_id, plan, NOW)
            except UserError as error:
                assert why in error.why  # noqa: PT017  (a save that works ends the loop)
                failures += 1
            else:
                break
            finally:
                disk.fail = lambda _: 0
            # A sync may fail after the change was made; then it is there as a whole.
            assert store.draft(plan_id).meeting.plan_number in {"0", str(number + 1)}
            assert database.problems() == ()
            store.save_draft(plan_id, a_plan("太郎", number="0"), NOW)
        assert failures >= 3
        assert store.draft(plan_id) == plan
    with closing(stores.open(path, PASSPHRASE)) as opened:
        assert PlanStore(opened).draft(plan_id) == plan
        assert opened.problems() == ()


@pytest.mark.parametrize("code", [disks.FULL, disks.WRITE_ERROR])
def test_a_backup_to_a_disk_that_fails_at_any_write_is_told_and_leaves_nothing(
    path: Path, tmp_path: Path, code: int
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    with Disk() as disk, closing(new_store(path)) as database:
        PlanStore(database).create(a_plan("太郎"), NOW)
        failures = 0
        for number in count():
            disk.fail = _fail_at(number, Write, code, str(folder))
            (done,) = back_up(database, [folder], NOW)
            disk.fail = lambda _: 0
            if done.made is not None:
                break
            failures += 1
            assert done.problem is not None
            assert "空きが足りません" in done.problem.why
            assert list(folder.iterdir()) == []
        assert failures >= 3
        assert database.problems() == ()
