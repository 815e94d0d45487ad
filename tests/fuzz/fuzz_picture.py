"""Throw mutated pictures at the reader: each must become a small plain picture or a sentence for the user.

    pip install atheris    (no dependency of the suite)
    python -m tests.fuzz.fuzz_picture CORPUS_FOLDER -max_total_time=300

Atheris mutates what it finds in the folder, which is filled with a valid file of every kind first. Qt's own
decoders are not instrumented: it sees our Python only, a crash or hang of Qt's ends the run all the same.
"""

import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # it has no types
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

with atheris.instrument_imports(include=["evacplan.ui.picture"]):
    from evacplan.domain.errors import UserError
    from evacplan.domain.picture import PORTRAIT
    from evacplan.ui.picture.reading import FINE_SIDE, read_bytes
    from evacplan.ui.picture.storing import as_answer, from_answer

from tests.pictures import every_kind

tried = {"pictures": 0, "refused": 0}


def try_one(data: bytes) -> None:
    """Read, store and read again."""
    try:
        picture = read_bytes(data)
    except UserError:
        tried["refused"] += 1
        return
    tried["pictures"] += 1
    assert 0 < max(picture.width(), picture.height()) <= FINE_SIDE
    assert not from_answer(as_answer(picture, PORTRAIT)).isNull()


def tell() -> None:
    """Say what was tried; atheris ends the process without Python's own end."""
    sys.stderr.write(f"read {tried['pictures']}, refused {tried['refused']}\n")


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in every_kind().items():
        (folder / name.replace(" ", "-")).write_bytes(data)
    app = QGuiApplication.instance() or QGuiApplication([])
    qInstallMessageHandler(lambda *_said: None)
    atheris.Setup(sys.argv, _counted)
    atheris.Fuzz()
    del app


def _counted(data: bytes) -> None:
    try_one(data)
    if not sum(tried.values()) % 20_000:
        tell()


if __name__ == "__main__":
    main()
