"""The manual and the leaflet for families as PDF files: made from the shipped pages and written."""

from collections.abc import Iterator
from pathlib import Path

from evacplan import __version__
from evacplan.form.manual import LEAFLET, load_manual
from evacplan.press import Press
from evacplan.written import write_into

_WIDE = 88


def manual_pdfs(press: Press, folder: Path) -> Iterator[tuple[str, bytes]]:
    """The name of each paper and its bytes. folder: the shipped pages."""
    yield "manual", _book(press, folder)
    yield LEAFLET, leaflet_pdf(press, folder)


def _book(press: Press, folder: Path) -> bytes:
    """The manual; where each page begins is known once it is laid out with numbers of the same width."""
    manual, line = load_manual(folder), _line(press)
    names = [page.name for page in manual.own]
    starts = press.first_sides(manual.book(line, dict.fromkeys(names, _WIDE)))
    return press.made(manual.book(line, dict(zip(names, starts, strict=True))))


def leaflet_pdf(press: Press, folder: Path) -> bytes:
    """The one side for families."""
    return press.made(load_manual(folder).leaflet(_line(press)))


def _line(press: Press) -> str:
    return f"evacplan {__version__}　様式 {press.words.form.revision}"


def write_manual(press: Press, folder: Path, out: Path) -> Iterator[Path]:
    """Write both as whole files; yields their paths. Raises UserError where that is impossible."""
    for name, data in manual_pdfs(press, folder):
        yield write_into(out, f"evacplan-{name}.pdf", data)
