"""Keep what is in memory out of the files that a system writes of a process that dies."""

from __future__ import annotations

import contextlib
import ctypes
import sys

_PR_SET_DUMPABLE = 4


def forbid() -> None:
    """No core dump of this process: it would hold the open plan and the key in plain text.

    On Linux a program may take the place of the file and pass over the limit, so the process is marked too,
    as KeePassXC does; others of the same user then cannot read its memory either. Windows writes none
    unless it was told to.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (exists on POSIX only)

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
