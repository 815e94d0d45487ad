"""Put a finished file in place of another, whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def new_file(path: Path) -> None:
    """An empty file that only its owner may read; an unfinished one of an earlier run is removed."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def put_in_place(finished: Path, target: Path) -> None:
    """Replace the target by the finished file of the same folder, and have the folder on disk."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(finished, target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    # Windows has no handle for a folder and needs none; some network drives refuse.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
