"""What a screen reader finds: a name, a role and the help of every control, and errors as they appear."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from evacplan.services import AppServices
from evacplan.ui import fields
from evacplan.ui.fields import FieldRow
from evacplan.ui.theme import Look
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.driving import Driver
from tests.ui.hearing import DESCRIPTION, controls, troubles
from tests.ui.tour import dialogs, pages, settle

Drive = Callable[..., Driver]


def test_every_control_of_every_page_can_be_told_apart(window: MainWindow, vault: StoreVault) -> None:
    found: dict[str, list[str]] = {}
    for name in pages(window, vault):
        settle()
        found[name] = troubles(window)
        assert controls(window), name
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_every_control_of_every_dialog_can_be_told_apart(
    qtbot: QtBot, services: AppServices, look: Look
) -> None:
    found: dict[str, list[str]] = {}
    for name, make in dialogs(None, services).items():
        box = make()
        qtbot.addWidget(box)
        box.show()
        settle()
        found[name] = troubles(box)
        assert controls(box), name
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_a_refused_entry_is_told_at_once_and_stays_with_its_field(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(fields, "announce", lambda _widget, text: said.append(text))
    one = drive(section="child")
    one.answer("child.weight_kg", "二十ひと")
    row: FieldRow = one.field("child.weight_kg")
    reason = one.line("child.weight_kg", "error")
    assert reason
    assert said == [reason]
    heard = QAccessible.queryAccessibleInterface(row.editor.target)
    assert heard is not None
    assert reason in heard.text(DESCRIPTION)
    assert row.item.help in heard.text(DESCRIPTION)
