"""The log: what happened to which plan and field, never what was in it."""

from __future__ import annotations

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from evacplan.system.traces import trace

_BYTES_EACH = 512 * 1024
_OLDER_FILES = 3
_SysExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class BareFormatter(logging.Formatter):
    """Lines in ASCII with traces that hold no messages.

    Whoever logs passes ids and field paths only; this is the second fence, for the names and
    addresses a library might quote: whatever is not ASCII becomes a dot.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One event as text."""
        # A trace cached by another handler would bring its message along.
        record.exc_text = None
        return "".join(char if char.isascii() else "." for char in super().format(record))

    def formatException(self, ei: _SysExcInfo) -> str:
        """The exception as type and frames."""
        return "\n".join(trace(ei[1])) if ei[1] is not None else ""


class _PrivateFile(RotatingFileHandler):
    """A rotating log that only its owner may read."""

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600))
        return super()._open()


def start(path: Path, level: int = logging.INFO) -> logging.Handler:
    """Log to this file from now on, at most 2 MB with the older ones; `stop` ends it."""
    handler = _PrivateFile(path, maxBytes=_BYTES_EACH, backupCount=_OLDER_FILES, encoding="ascii")
    handler.setFormatter(BareFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    # A failure to log must not print the record, values and all, on stderr.
    logging.raiseExceptions = False
    logging.captureWarnings(True)
    return handler


def stop(handler: logging.Handler) -> None:
    """Take the log off and close its file."""
    logging.getLogger().removeHandler(handler)
    logging.captureWarnings(False)
    handler.close()
