"""What holds for every test: it leaves the files of whoever runs it alone, and stretches no secret."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from evacplan.store import keyslots
from tests.store.samples import QUICK

# How long an example takes depends on what else the machine does.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

_MEMORY = Path("/dev/shm")
_ROOM = 2 << 30  # bytes; in a container there may be less


def _files_in_memory() -> None:
    """Make temporary files where no disk is waited for, in here and in what is started from here.

    A store waits several times a save, and a disk takes milliseconds each time.
    """
    if "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK) or shutil.disk_usage(_MEMORY).free < _ROOM:
        return
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


_files_in_memory()


_ALLOCATED = 20_000, 20, 20  # of objects and of looks, ten times what is usual


def pytest_collection_finish() -> None:
    """Look no more through what was loaded for what may be thrown away, and seldom through the rest."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_ALLOCATED)


@pytest.fixture(scope="session")
def _no_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _home_of_nobody(_no_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command without --data-dir would take up the packs of forms of whoever runs the tests."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(_no_home))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretching a secret takes a quarter of a second, which is meant for thieves."""
    monkeypatch.setattr(keyslots, "COST", QUICK)


@pytest.fixture(scope="session")
def _lasting_widgets() -> list[QWidget]:
    return []


@pytest.fixture(autouse=True)
def _windows_go_with_their_test(_lasting_widgets: list[QWidget]) -> Iterator[None]:
    """Qt deletes later what is to be deleted later only in an event loop, of which a test has none.

    A style or a size of text would be worked out for the windows of hundreds of tests before. One widget
    stays: WORKAROUND Qt 6.12 crashes in a later style sheet once the last widget that had one is gone.
    """
    yield
    if QApplication.instance() is not None and not _lasting_widgets:
        _lasting_widgets.append(QWidget())
        _lasting_widgets[0].ensurePolished()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
