"""Put a finished file in place of another, whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def new_file(path: Path) -> None:
    """An empty file that only its owner may read; an unfinished one of an earlier run is removed."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def part_of(target: Path) -> Path:
    """Where a file is built before it takes its place."""
    return target.with_name(f".{target.name}.part")


def put_in_place(finished: Path, target: Path) -> None:
    """Replace the target by the finished file of the same folder, and have the folder on disk."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(finished, target)
    sync_folder(target.parent)


def write_whole(target: Path, data: bytes) -> None:
    """Put these bytes at target, on disk when this returns; raises OSError and changes nothing then."""
    part = part_of(target)
    try:
        new_file(part)
        part.write_bytes(data)
        put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where the system offers it."""
    # Windows has no handle for a folder and needs none; some network drives refuse.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
