"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from pathlib import Path

_STALE_S = 3600
_LONGEST = 200  # bytes of the name that are repeated in that of the part; a name has 255 at most


def write_whole(path: Path, data: bytes) -> None:
    """Put these bytes at path, readable by the owner only; on disk when this returns.

    They are written beside the target first, never to a temporary folder: what is written may be a
    plan in plain text. After an error nothing of it is left and the old file is unchanged; what a
    killed run left of this file is removed by the next one. Raises OSError.
    """
    _remove_leftovers(path)
    part = path.with_name(f"{_prefix(path)}{secrets.token_hex(4)}.part")
    try:
        _write_through(part, data)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where the system offers it."""
    # Windows has no handle for a folder and needs none; some network drives refuse.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write_through(part: Path, data: bytes) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _prefix(path: Path) -> str:
    name = path.name
    while len(name.encode(errors="surrogateescape")) > _LONGEST:
        name = name[:-1]
    return f".{name}."


def _remove_leftovers(path: Path) -> None:
    prefix, oldest = _prefix(path), time.time() - _STALE_S
    for other in path.parent.iterdir():
        if other.name.startswith(prefix) and other.suffix == ".part":
            # Another copy of the app may be writing one, or removing it, at this moment.
            with contextlib.suppress(FileNotFoundError):
                if other.stat().st_mtime < oldest:
                    other.unlink()
