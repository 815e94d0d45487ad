"""How many bytes a side of paper takes: a set of papers goes by e-mail, and through slow lines at that."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from evacplan.form.papers import Paper
from tests.builders import CASES, a_case
from tests.papers.samples import TODAY, shipped_press

MOST_BYTES = 60_000  # a side, without photos


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("paper", Paper)
def test_a_side_without_photos_takes_less_than_sixty_kilobytes(case: str, paper: Paper) -> None:
    data = shipped_press().print(a_case(case), paper, TODAY)
    assert len(data) / len(PdfReader(io.BytesIO(data)).pages) < MOST_BYTES
