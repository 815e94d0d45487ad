"""What is kept when the app fails by its own fault."""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from evacplan import __version__
from evacplan.system.files import write_whole
from evacplan.system.traces import trace

log = logging.getLogger(__name__)


def report(error: BaseException, when: datetime) -> str:
    """The text of a crash file: versions, type of the exception, frames; nothing of the plan."""
    head = (
        f"evacplan {__version__}",
        f"python {platform.python_version()} {sys.platform} {platform.machine()}",
        when.isoformat(timespec="seconds"),
    )
    return "\n".join((*head, *trace(error))) + "\n"


class CrashWatch:
    """Catches what nobody caught, in any thread, writes a crash file and tells the app.

    folder: where the files go. on_crash: called with the exception and the file (None when it
    could not be written) — first it rescues the draft, then it shows a dialog; called once at a
    time, so that an error inside it cannot start it again.
    """

    def __init__(self, folder: Path, on_crash: Callable[[BaseException, Path | None], None]) -> None:
        self._folder = folder
        self._on_crash = on_crash
        self._busy = threading.Lock()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._fault_file: IO[str] | None = None

    def start(self) -> None:
        """Catch from now on; crashes inside C code leave `fault.txt` (function names and lines)."""
        self._fault_file = _private(self._folder / "fault.txt")
        faulthandler.enable(self._fault_file)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable

    def stop(self) -> None:
        """Leave things as they were before start."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        faulthandler.disable()
        if self._fault_file is not None:
            self._fault_file.close()

    def caught(self, error: BaseException) -> None:
        """Handle an exception; for doors that catch one themselves, such as Qt's event loop."""
        if not self._busy.acquire(blocking=False):
            log.error("crashed while handling a crash", exc_info=error)
            return
        try:
            self._on_crash(error, self._write(error))
        finally:
            self._busy.release()

    def _write(self, error: BaseException) -> Path | None:
        when = datetime.now(UTC)
        path = self._folder / f"crash-{when:%Y%m%dT%H%M%S%fZ}.txt"
        try:
            write_whole(path, report(error, when).encode("ascii", "replace"))
        except OSError:
            log.error("crash file not written")
            return None
        log.error("crashed, see %s", path.name)
        return path

    def _uncaught(
        self, _kind: type[BaseException], error: BaseException, _frames: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, error.__traceback__)
        else:
            self.caught(error)

    def _uncaught_in_thread(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self.caught(failed.exc_value)

    def _unraisable(self, failed: sys.UnraisableHookArgs) -> None:
        # Raised while an object was thrown away: nothing of the user's is at stake, so no dialog.
        if failed.exc_value is not None:
            log.error("unraisable", exc_info=failed.exc_value)


def _private(path: Path) -> IO[str]:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600), "a", encoding="ascii")
