"""A real encrypted store for each test."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from evacplan.store.copies import CopyStore
from evacplan.store.database import Database
from evacplan.store.ledger import Ledger
from evacplan.store.plans import PlanStore
from tests.store.samples import new_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.evacplan"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = new_store(path)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> PlanStore:
    return PlanStore(database)


@pytest.fixture
def copies(database: Database) -> CopyStore:
    return CopyStore(database)


@pytest.fixture
def ledger(database: Database) -> Ledger:
    return Ledger(database)


@pytest.fixture
def own_folder() -> Iterator[Path]:
    """A folder whose permissions count: as root they would not, so the test runs as nobody."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        was_root = os.name == "posix" and os.geteuid() == 0
        if was_root:
            os.chown(folder, 65534, -1)
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if was_root:
                os.seteuid(0)
            folder.chmod(0o700)
