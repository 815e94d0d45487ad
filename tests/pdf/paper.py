"""What the tests of the paper share: the shipped fonts, a page to draw on, and the text read back from it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPdf import QPdfDocument
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from evacplan.pdf.fonts import Fonts, load_fonts

FONT_FOLDER = Path(__file__).parents[2] / "resources" / "fonts"

LEAST_PIECE = 4


@cache
def shipped_fonts() -> Fonts:
    return load_fonts(FONT_FOLDER)


def drawn(flowables: Sequence[Flowable], width: float = 300) -> bytes:
    """A document of one page for each flowable."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, initialFontName=shipped_fonts().regular[0].name)
    for flowable in flowables:
        _, height = flowable.wrap(width, 10_000)
        flowable.drawOn(canvas, 40, 800 - height)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def page_texts(data: bytes) -> list[str]:
    return [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]


def quick_texts(data: bytes) -> list[str]:
    """The text of each page as PDFium reads it: the letters that pypdf finds, in a tenth of the time.

    Upright text comes in the same order but for some of a chart; text that is turned on its head does not.
    """
    source, document = QBuffer(), QPdfDocument()
    source.setData(data)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    found = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return found


def squeezed(text: str) -> str:
    """A text without blanks and line ends, so that where lines end does not matter."""
    return re.sub(r"\s", "", text)


def holds(document: str, value: str, most_pieces: int = 4) -> bool:
    """Whether a value stands in the text in order, in at most so many pieces (a cell may cross pages).

    Each piece is the longest that comes next, or else the first that begins: of a letter repeated hundreds of
    times the second piece may be longer than the first.
    """
    return any(_holds(document, value, most_pieces, piece) for piece in (_longest, _first))


def _holds(document: str, value: str, most_pieces: int, piece: Callable[[str, int, str], int]) -> bool:
    start = 0
    for _ in range(most_pieces):
        length = piece(document, start, value)
        if length == 0:
            break
        start = document.find(value[:length], start) + length
        value = value[length:]
    return not value


def _longest(document: str, start: int, value: str) -> int:
    length = 0
    while length < len(value) and document.find(value[: length + 1], start) >= 0:
        length += 1
    return length


def _first(document: str, start: int, value: str) -> int:
    begin = document.find(value[:LEAST_PIECE], start)
    if begin < 0:
        return _longest(document, start, value)
    length = 0
    while length < len(value) and document[begin + length : begin + length + 1] == value[length]:
        length += 1
    return length
