"""The keys with Alt: each leads to one thing on a page, and a menu that is hidden keeps none for itself."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from evacplan.ui.dialogs import FileBox
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan

_KEY = re.compile(r"&([A-Za-z0-9])")


def keys(window: MainWindow) -> Counter[str]:
    """The letters that Alt works with on the page that is shown, the menus' included."""
    labels = [label for label in window.findChildren(QLabel) if label.buddy() is not None]
    parts: list[QAbstractButton | QLabel] = [*window.findChildren(QAbstractButton), *labels]
    words = [part.text() for part in parts if part.isVisible()]
    words += [action.text() for action in window.menuBar().actions()]
    return Counter(match[1] for text in words if (match := _KEY.search(text)))


def twice(window: MainWindow) -> list[str]:
    return [key for key, count in keys(window).items() if count > 1]


def test_no_key_leads_to_two_things(window: MainWindow, vault: StoreVault) -> None:
    window.show_unlock()
    assert twice(window) == []
    plans, _code = vault.create(PASSPHRASE)
    plan_id = plans.create(a_plan("髙橋 陸", "たかはし りく", "AOM-2026-0017"))
    window.enter(plans)
    assert twice(window) == []
    window.open_plan(plan_id)
    assert twice(window) == []
    window.show_paper()
    assert twice(window) == []
    window.lock()
    assert twice(window) == []


def test_alt_and_i_takes_a_plan_in_where_the_menu_of_that_key_is_hidden(
    qtbot: QtBot, window: MainWindow, vault: StoreVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.enter(vault.create(PASSPHRASE)[0])
    asked: list[object] = []
    monkeypatch.setattr(FileBox, "open_plan", staticmethod(asked.append))
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(asked) == 1)
