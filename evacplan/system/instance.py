"""One running copy of the app per data folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Self

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class AlreadyRunningError(Exception):
    """Another copy of the app uses the data folder."""


class Instance:
    """The right to be the one running copy; ends with `release` or with the process, however it dies."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @classmethod
    def take(cls, path: Path) -> Self:
        """The right for this lock file; raises AlreadyRunningError, or OSError where it cannot be made."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError) as error:
            os.close(handle)
            raise AlreadyRunningError from error
        except OSError:
            os.close(handle)
            raise
        return cls(handle)

    def release(self) -> None:
        """Let another copy start; the file stays, for removing it would race with that copy."""
        os.close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


class Seat:
    """The right to be the one copy, taken as soon as it can be had and kept until `close`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._taken: Instance | None = None

    def take(self) -> bool:
        """Whether this copy has it; raises OSError where no lock can be made."""
        if self._taken is None:
            try:
                self._taken = Instance.take(self._path)
            except AlreadyRunningError:
                return False
        return True

    def close(self) -> None:
        """Let another copy have it."""
        taken, self._taken = self._taken, None
        if taken is not None:
            taken.release()
