"""What holds for every test: nothing of the user who runs them is read or written."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def _no_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _home_of_nobody(_no_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command without --data-dir would take up the packs of forms of whoever runs the tests."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(_no_home))
