"""What the tests of the papers share: a press with the shipped words and fonts, and what it printed.

What several tests read is printed once, and its sides are read once.
"""

from __future__ import annotations

import io
from datetime import date
from functools import cache

from pypdf import PdfReader

from evacplan.blank_forms import blank_pdf
from evacplan.domain.plan import Plan
from evacplan.form.papers import Paper
from evacplan.press import Press
from tests.builders import FONTS, FORMS, a_case

TODAY = date(2026, 11, 20)


@cache
def shipped_press() -> Press:
    return Press(FORMS, FONTS)


def printed(plan: Plan, paper: Paper) -> PdfReader:
    return PdfReader(io.BytesIO(shipped_press().print(plan, paper, TODAY)))


@cache
def printed_case(case: str, paper: Paper) -> PdfReader:
    return printed(a_case(case), paper)


@cache
def sides_of_case(case: str, paper: Paper) -> tuple[str, ...]:
    """The text of each side of a sample's paper, line by line."""
    return tuple(page.extract_text() for page in printed_case(case, paper).pages)


@cache
def blank(name: str) -> bytes:
    """A blank form."""
    return blank_pdf(shipped_press(), name)
