"""Whoever has the laptop without the passphrase reads nothing, also after a crash in the middle of a word."""

from __future__ import annotations

import os
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from evacplan.store import restore
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from evacplan.system.paths import data_paths
from evacplan.ui.ports import WrongPassphraseError
from evacplan.vault import StoreVault
from tests.attack import stolen
from tests.attack.test_whole_run import guises

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks where Linux keeps things")
PLACES = {"HOME": "", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "runtime", "XDG_CACHE_HOME": "cache"}
PLACES |= {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "share", "XDG_STATE_HOME": "state"}
# Beside those folders, what a program may leave on a machine.
SHARED = (Path("/dev/shm"), Path("/var/tmp"), Path("/tmp"))


@dataclass(frozen=True)
class Loot:
    """home: all the thief has. elsewhere: what appeared in folders of the whole machine meanwhile."""

    home: Path
    tag: str
    elsewhere: frozenset[Path]

    @property
    def files(self) -> Iterator[Path]:
        """Every file."""
        yield from (path for path in self.home.rglob("*") if path.is_file())
        yield from (path for path in self.elsewhere if path.is_file())


def _shared() -> frozenset[Path]:
    return frozenset(path for folder in SHARED if folder.is_dir() for path in folder.iterdir())


@pytest.fixture(scope="module")
def loot(tmp_path_factory: pytest.TempPathFactory) -> Loot:
    home, tag, before = tmp_path_factory.mktemp("home"), f"{secrets.randbelow(10**8):08}", _shared()
    for place in (*PLACES.values(), "cwd", "stick"):
        (home / place).mkdir(mode=0o700, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PATH", "LANG"))}
    environment = kept | {name: str(home / place) for name, place in PLACES.items()}
    environment |= {"PYTHONPATH": str(Path(__file__).parents[2]), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.stolen", str(home / "data"), str(home / "stick"), tag],
        cwd=home / "cwd",
        env=environment,
        capture_output=True,
        check=False,
        timeout=200,
    )
    assert done.returncode < 0, done.stderr.decode()[-3000:]
    (home / "terminal").write_bytes(done.stdout + done.stderr)
    return Loot(home, tag, _shared() - before)


def read_in(data: bytes, tag: str) -> list[str]:
    """The secrets in it; the tag alone is one too."""
    found = [secret for secret in (tag, *stolen.secrets(tag)) if any(each in data for each in guises(secret))]
    return [secret for secret in found if len(secret) > 5]


def test_no_secret_can_be_read_in_any_file_or_name(loot: Loot) -> None:
    names = {path.name for path in loot.files}
    assert {"plans.evacplan", "evacplan.log", "fault.txt"} <= names
    assert any(path.parent.name == "backups" for path in loot.files)
    assert any(path.parent.name == "stick" for path in loot.files)
    assert any(name.startswith("crash-") for name in names)
    assert {str(path): found for path in loot.files if (found := read_in(path.read_bytes(), loot.tag))} == {}
    assert [path for path in loot.files if read_in(str(path.relative_to("/")).encode(), loot.tag)] == []


def test_no_memory_of_the_process_is_left(loot: Loot) -> None:
    assert list((loot.home / "cwd").iterdir()) == []


def test_the_search_finds_a_secret_that_is_there(loot: Loot) -> None:
    for code in ("utf-8", "utf-16-le", "utf-16-be", "shift_jis", "euc-jp"):
        assert read_in(b"\0x" + stolen.NOTE.format(loot.tag).encode(code) + b"y\0", loot.tag)


def test_no_other_program_opens_a_store_or_a_backup(loot: Loot) -> None:
    stores = [path for path in loot.files if path.suffix == ".evacplan"]
    assert len(stores) >= 3
    for path in stores:
        with sqlite3.connect(path) as opened, pytest.raises(sqlite3.DatabaseError):
            opened.execute("SELECT * FROM sqlite_master").fetchall()
        with pytest.raises(WrongPassphraseError):
            StoreVault(path).look(path, "kanaria no uta mori")


def test_with_the_passphrase_all_of_it_is_there(loot: Loot) -> None:
    """What was searched was the real thing."""
    secret = Secret.of_passphrase(stolen.PASSPHRASE.format(loot.tag))
    (spare,) = (loot.home / "stick").iterdir()
    for path in (data_paths(loot.home / "data").store, spare):
        found = restore.look(path, secret)
        (line,) = PlanStore(found.database).entries()
        plan = PlanStore(found.database).draft(line.plan_id)
        assert plan.child.name == stolen.PATHS["child.name"].format(loot.tag)
        assert plan.care.history == stolen.PATHS["care.history"].format(loot.tag)
        found.close()
