"""The one way in: the window at once, or the command line.

The command line loads the plan, the form and ReportLab, which take half a second; the window for the
passphrase needs none of them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments say; returns the exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    asked = _only_the_window(given)
    if asked is None:
        from evacplan import cli  # noqa: PLC0415 - see above

        return cli.main(given)
    import evacplan.ui  # noqa: F401, PLC0415 - before PySide6: see there
    from evacplan import app  # noqa: PLC0415 - Qt

    return app.run(asked.data_dir, sample=asked.sample, training=asked.training, language=asked.language)


def _only_the_window(given: Sequence[str]) -> argparse.Namespace | None:
    """The options of the window; None where there is anything else, such as a command or a mistake."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--training", action="store_true")
    parser.add_argument("--language", choices=("ja", "en"))
    try:
        asked, rest = parser.parse_known_args(given)
    except argparse.ArgumentError:
        return None
    return asked if not rest else None
