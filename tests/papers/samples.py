"""What the tests of the papers share: a press with the shipped words and fonts, and what it printed."""

from __future__ import annotations

import io
from datetime import date
from functools import cache

from pypdf import PdfReader

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
