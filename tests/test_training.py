"""The training beside the real plans: its own folder, store, key, lock and settings, in the running app."""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evacplan.domain.errors import UserError
from evacplan.system import settings
from evacplan.system.instance import Instance
from evacplan.system.paths import DataPaths, data_paths, shipped_paths
from evacplan.training import TrainingGround
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE

ROOT = Path(__file__).parents[1]

# Each line printed is a page reached; what leads from one to the next is what the user presses.
VISIT = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from evacplan import app
from evacplan.store import keyslots
from evacplan.ui.doorway import Doorway
from evacplan.ui.window import MainWindow
from tests.store.samples import QUICK

keyslots.COST = QUICK
real_unlock, real_enter = MainWindow.show_unlock, Doorway.enter
visits = []

def when_active(window, step):
    window.activateWindow()
    timer = QTimer(window, interval=20)
    def look():
        if window.isActiveWindow() and QApplication.focusWidget() is not None:
            timer.stop()
            step(window)
    timer.timeout.connect(look)
    timer.start()

def unlock(window):
    real_unlock(window)
    print(window.windowTitle(), "asks", flush=True)
    leave = len(visits) == int(sys.argv[2])
    when_active(window, MainWindow.close if leave else press_training)

def press_training(window):
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)

def enter(door, plans):
    real_enter(door, plans)
    window = door.parent()
    print(window.windowTitle(), "shows", *[line.number for line in plans.entries()], flush=True)
    visits.append(window)
    when_active(window, work)

def work(window):
    window.rooms.list.page.new()
    when_active(window, type_and_end)

def type_and_end(window):
    event = QInputMethodEvent()
    event.setCommitString("TYPED")
    QApplication.sendEvent(window.findChild(QLineEdit, "meeting.plan_number"), event)
    print(window.windowTitle(), "is typed", flush=True)
    window.findChild(QAction, "training_end" if sys.argv[2] != "0" else "quit").trigger()

MainWindow.show_unlock, Doorway.enter = unlock, enter
raise SystemExit(app.run(Path(sys.argv[1]), False, training=len(sys.argv) > 3))
"""


def hashes(folder: Path, but: Path) -> dict[str, str]:
    """Every file of a folder but those below another one, by its content."""
    files = (path for path in folder.rglob("*") if path.is_file() and but not in path.parents)
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def visited(folder: Path, times: int, *arguments: str) -> list[str]:
    """What a run of the app printed that went into the training so many times, and was closed after that."""
    done = subprocess.run(
        [sys.executable, "-c", VISIT, str(folder), str(times), *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.fixture
def real(tmp_path: Path) -> DataPaths:
    """The folder of a user with a store."""
    paths = data_paths(tmp_path / "real")
    paths.make()
    plans, _code = StoreVault(paths.store).create(PASSPHRASE)
    plans.close()
    return paths


def test_a_training_is_left_to_the_passphrase_and_goes_on_where_it_was_left(real: DataPaths) -> None:
    kept = (real.store, real.store.with_name(f"{real.store.name}-keys"))
    before = [path.read_bytes() for path in kept]
    samples = "AOM-2026-0017 NTG-2026-0003"
    assert visited(real.folder, 2) == [
        "evacplan asks",
        f"練習　evacplan shows {samples}",
        "練習　evacplan　計画 TYPED is typed",
        "evacplan asks",
        f"練習　evacplan shows TYPED {samples}",
        "練習　evacplan　計画 TYPED is typed",
        "evacplan asks",
    ]
    assert [path.read_bytes() for path in kept] == before
    assert list(real.backups.iterdir()) == []


def test_a_training_touches_no_file_of_the_real_plans_while_another_copy_has_them(real: DataPaths) -> None:
    settings.save(real.settings, settings.Settings(zoom_percent=150))
    with Instance.take(real.instance), contextlib.closing(StoreVault(real.store).open(PASSPHRASE)):
        before = hashes(real.folder, real.training.folder)
        assert visited(real.folder, 0, "--training")[-1] == "練習　evacplan　計画 TYPED is typed"
        assert hashes(real.folder, real.training.folder) == before
    assert real.training.settings.exists()
    assert settings.load(real.training.settings).settings.zoom_percent == 100


def test_real_plans_open_while_another_copy_trains(real: DataPaths) -> None:
    real.training.make()
    vault = StoreVault(real.training.store)
    with (
        Instance.take(real.training.instance),
        contextlib.closing(TrainingGround(real.training, vault, shipped_paths().samples).open()),
        contextlib.closing(StoreVault(real.store).open(PASSPHRASE)) as plans,
    ):
        assert plans.held is None


@pytest.fixture
def ground(tmp_path: Path) -> TrainingGround:
    paths = data_paths(tmp_path).training
    paths.make()
    return TrainingGround(paths, StoreVault(paths.store), shipped_paths().samples)


def test_the_training_begins_with_both_samples_and_goes_on_where_it_was_left(ground: TrainingGround) -> None:
    plans = ground.open()
    first, second = plans.entries()
    plans.archive(second.plan_id, True)
    plans.close()
    again = ground.open()
    assert [line.plan_id for line in again.entries()] == [first.plan_id]
    again.close()


def test_a_training_begun_anew_has_the_samples_and_nothing_else(
    ground: TrainingGround, tmp_path: Path
) -> None:
    plans = ground.open()
    before = {line.number for line in plans.entries()}
    plans.duplicate(plans.entries()[0].plan_id)
    plans.close()
    key = data_paths(tmp_path).training.training_key.read_bytes()
    again = ground.anew()
    assert {line.number for line in again.entries()} == before
    assert len(again.entries()) == 2
    again.close()
    assert data_paths(tmp_path).training.training_key.read_bytes() != key


def test_the_samples_stand_in_an_encrypted_store(ground: TrainingGround, tmp_path: Path) -> None:
    plans = ground.open()
    names = [entry.name for entry in plans.entries()]
    plans.close()
    content = data_paths(tmp_path).training.store.read_bytes()
    assert len(names) == 2
    assert not content.startswith(b"SQLite format 3")
    assert not any(name.encode() in content for name in names)


@pytest.mark.parametrize("broken", ["store", "training_key"])
def test_a_training_that_cannot_be_opened_begins_anew(
    ground: TrainingGround, tmp_path: Path, broken: str
) -> None:
    ground.open().close()
    path: Path = getattr(data_paths(tmp_path).training, broken)
    path.write_bytes(b"broken" * 2000)
    plans = ground.open()
    assert len(plans.entries()) == 2
    plans.close()


def test_a_training_that_is_open_is_not_taken_away(ground: TrainingGround) -> None:
    plans = ground.open()
    with pytest.raises(UserError, match="練習をやり直せません"):
        ground.anew()
    assert len(plans.entries()) == 2
    plans.close()
