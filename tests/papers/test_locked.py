"""A locked paper tells nothing without its password and everything with it."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from evacplan.domain.errors import UserError
from evacplan.form.papers import Paper
from evacplan.locked_pdf import locked
from tests.builders import a_case
from tests.papers.samples import TODAY, shipped_press
from tests.pdf.paper import squeezed

PASSWORD = "雪道の訓練 2026"


def paper() -> bytes:
    return shipped_press().print(a_case("case-a"), Paper.HOSPITAL, TODAY)


def test_the_paper_opens_with_its_password_and_is_whole() -> None:
    reader = PdfReader(io.BytesIO(locked(paper(), PASSWORD)))
    assert reader.decrypt(PASSWORD)
    plain = PdfReader(io.BytesIO(paper()))
    assert [squeezed(page.extract_text()) for page in reader.pages] == [
        squeezed(page.extract_text()) for page in plain.pages
    ]


def test_without_the_password_nothing_can_be_read() -> None:
    data = locked(paper(), PASSWORD)
    reader = PdfReader(io.BytesIO(data))
    assert not reader.decrypt("another one")
    with pytest.raises(FileNotDecryptedError):
        reader.pages[0].extract_text()
    assert b"AOM-2026-0017" not in data
    assert reader.trailer["/Encrypt"]["/V"] == 5  # type: ignore[index]


def test_a_short_password_is_refused() -> None:
    with pytest.raises(UserError):
        locked(paper(), "1234567")
