"""A paper out of the training says so on every side, in words and in black; a real one never does."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import product

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from evacplan.blank_forms import NAMES, blank_pdf
from evacplan.form.papers import Paper
from evacplan.form.stamp import TRAINING
from evacplan.pdf.stamp import BAND_H, BAND_TOP
from evacplan.pdf.style import MARGIN, PAGE_H, PAGE_W
from evacplan.press import Press
from evacplan.system.paths import shipped_paths
from evacplan.ui.printing import DPI, _picture, opened
from tests.builders import a_case
from tests.papers.samples import shipped_press
from tests.pdf.paper import quick_texts

TODAY = date(2026, 11, 10)
CASE = a_case("case-a")
STAMPED = Press(shipped_paths().forms, shipped_paths().fonts, TRAINING)
MAKERS: dict[str, Callable[[Press], bytes]] = {
    **{paper.value: lambda it, paper=paper: it.print(CASE, paper, TODAY) for paper in Paper},  # type: ignore[misc]
    "recovery": lambda it: it.recovery_sheet("-".join(["123456"] * 8), 1, TODAY),
    "blank": lambda it: blank_pdf(it, NAMES[0]),
    "minutes": lambda it: it.minutes(CASE, CASE.meeting.meetings[0], {}),
}
WHITE, BLACK = 200, 90


@cache
def stamped_paper(name: str) -> bytes:
    return MAKERS[name](STAMPED)


def sides(pdf: bytes) -> list[str]:
    """The text of each side; on the wallet card some is turned, which PDFium would not tell."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return quick_texts(pdf) if len(pages) > 1 else [pages[0].extract_text()]


@pytest.mark.parametrize("name", MAKERS)
def test_every_side_of_the_training_says_so_and_no_side_of_a_real_paper_does(name: str) -> None:
    stamped, real = sides(stamped_paper(name)), sides(MAKERS[name](shipped_press()))
    assert len(stamped) == len(real)
    word = TRAINING.word if name == Paper.WALLET.value else TRAINING.sentence
    assert all(word.split("　")[0] in side for side in stamped)
    assert not any(TRAINING.sentence.split("　")[0] in side for side in real)


@pytest.mark.parametrize("name", MAKERS)
def test_the_title_of_the_document_says_so_too(name: str) -> None:
    found = PdfReader(io.BytesIO(stamped_paper(name))).metadata
    assert found is not None
    assert (found.title or "").startswith(TRAINING.word)


def grey(pdf: bytes) -> Image.Image:
    """The first side as a printer without colour prints it."""
    with opened(pdf) as document:
        found: QImage = _picture(document, 0, grey=True)
    return Image.frombytes(
        "L", (found.width(), found.height()), bytes(found.constBits()), "raw", "L", found.bytesPerLine()
    )


def test_a_grey_copy_keeps_the_band_black_and_the_letters_white(qtbot: QtBot) -> None:
    side = grey(STAMPED.print(CASE, Paper.FAMILY, TODAY))
    dot = DPI / 72
    box = (MARGIN, PAGE_H - BAND_TOP, PAGE_W - MARGIN, PAGE_H - BAND_TOP + BAND_H)
    band = side.crop(tuple(round(edge * dot) for edge in box))  # type: ignore[arg-type]
    values = band.histogram()
    dark, light, all_of_it = sum(values[:BLACK]), sum(values[WHITE:]), band.width * band.height
    assert dark > 0.7 * all_of_it
    assert light > 0.03 * all_of_it


def test_the_word_across_the_side_is_seen_in_every_quarter_of_it(qtbot: QtBot) -> None:
    """Where a side is cut in four and copied, each part with the outline differs from the real one."""
    stamped, real = (grey(it.print(CASE, Paper.FAMILY, TODAY)) for it in (STAMPED, shipped_press()))
    top = round((PAGE_H - BAND_TOP + BAND_H) * DPI / 72) + 1
    wide, high = stamped.width // 2, (stamped.height - top) // 2
    changed = 0
    for across, down in product((0, 1), (0, 1)):
        box = (across * wide, top + down * high, (across + 1) * wide, top + (down + 1) * high)
        changed += stamped.crop(box).tobytes() != real.crop(box).tobytes()
    assert changed >= 3
