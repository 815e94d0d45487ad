"""The forms that a command without a window uses: those of a pack that is named, else those of the window."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evacplan.form_packs import FormPacks
from evacplan.press import Press
from evacplan.system.paths import DataPaths, ShippedPaths


@contextmanager
def press_for(pack: Path | None, kept: DataPaths, shipped: ShippedPaths) -> Iterator[Press]:
    """A press with the forms of a pack's file, checked as the window does; None: with the pack in use.

    A kept pack that cannot be used is told, and the shipped forms take its place. A file that cannot be used
    raises UserError.
    """
    if pack is not None:
        with tempfile.TemporaryDirectory() as folder:
            yield Press(_forms_of(pack, Path(folder), shipped), shipped.fonts)
        return
    packs = FormPacks(shipped, kept.packs)
    forms = packs.forms
    if packs.trouble is not None:
        print(packs.trouble, file=sys.stderr)
    yield Press(forms, shipped.fonts)


def _forms_of(pack: Path, folder: Path, shipped: ShippedPaths) -> Path:
    packs = FormPacks(shipped, folder)
    packs.choose(packs.look(pack))
    return FormPacks(shipped, folder).forms
