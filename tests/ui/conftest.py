"""The interview as a person meets it: offscreen unless --onscreen, with the shipped words and fonts."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evacplan.domain.plan import Plan
from evacplan.form.load import load_form
from evacplan.form.spec import Form
from evacplan.ui import theme
from tests.ui.driving import Driver, FakeDrafts

ROOT = Path(__file__).parents[2]

if not os.environ.get("EVACPLAN_ONSCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(scope="session")
def form() -> Form:
    """The shipped form."""
    return load_form(ROOT / "forms")


@pytest.fixture(scope="session")
def shipped_look(qapp: QApplication) -> theme.Look:
    """The shipped look, as the test before left it."""
    theme.load_fonts(ROOT / "resources" / "fonts")
    return theme.Look(qapp)


@pytest.fixture
def look(shipped_look: theme.Look) -> theme.Look:
    """The shipped look at its ordinary size, whatever an app that ran in another test left."""
    shipped_look.zoom(100)
    return shipped_look


@pytest.fixture
def drive(qtbot: QtBot, form: Form, look: theme.Look) -> Iterator[Callable[..., Driver]]:
    """Opens an interview: drive(plan, section="devices", drafts=…)."""
    opened: list[Driver] = []

    def open_interview(
        plan: Plan | None = None, *, section: str = "meeting", drafts: FakeDrafts | None = None
    ) -> Driver:
        driver = Driver(qtbot, form, plan or Plan(), drafts or FakeDrafts())
        opened.append(driver)
        driver.show(section)
        return driver

    yield open_interview
    for driver in opened:
        driver.page.release()
