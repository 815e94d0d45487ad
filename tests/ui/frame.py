"""A real window on a real encrypted store, for the tests of the frame."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.plan import Plan
from evacplan.services import AppServices
from evacplan.system.paths import shipped_paths
from evacplan.ui.ports import Plans
from evacplan.ui.theme import Look
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault

PASSPHRASE = "ringo kaze tsukue mado"
W = TypeVar("W", bound=QWidget)


def part(holder: QWidget, kind: type[W], name: str) -> W:
    """The widget of that name; there must be one."""
    found = holder.findChild(kind, name)
    assert found is not None, name
    return found


def type_japanese(widget: QWidget, text: str) -> None:
    """Commit text as an input method does; QTest.keyClicks aborts the process on kanji."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def enter(widget: QWidget, text: str = "") -> None:
    """Type ASCII and press Enter."""
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def a_plan(name: str = "", kana: str = "", number: str = "") -> Plan:
    """A plan with these labels."""
    return Plan.model_validate(
        {
            "child": {"name": name or None, "name_kana": kana or None},
            "meeting": {"plan_number": number or None},
        }
    )


@pytest.fixture
def vault(tmp_path: Path) -> StoreVault:
    """The place of a store that does not exist yet."""
    return StoreVault(tmp_path / "plans.evacplan")


@pytest.fixture
def plans(vault: StoreVault) -> Iterator[Plans]:
    """An open, empty store."""
    opened, _code = vault.create(PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shared_services() -> AppServices:
    """The shipped words, fonts and press, read once."""
    return AppServices(StoreVault(Path("none")), shipped_paths())


@pytest.fixture
def services(vault: StoreVault, shared_services: AppServices) -> AppServices:
    """The real services on the store of the test."""
    shared_services.vault = vault
    return shared_services


@pytest.fixture
def window(qtbot: QtBot, services: AppServices, look: Look) -> MainWindow:
    """The shown window, as at 1280x720; its store is closed with it."""
    found = MainWindow(services, look)
    found.resize(1280, 720)
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    return found
