"""Everything on every page and in every dialog can be read or scrolled to, at every size, and heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from evacplan.services import AppServices
from evacplan.ui.theme import Look
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.hearing import controls, troubles
from tests.ui.seeing import cut_at_rest
from tests.ui.tour import dialogs, pages

SIZE = QSize(1280, 720)
ZOOMS = pytest.mark.parametrize("zoom", [100, 200, 300])


@ZOOMS
def test_no_page_cuts_its_words_and_a_screen_reader_tells_its_controls_apart(
    window: MainWindow, vault: StoreVault, look: Look, zoom: int
) -> None:
    """What is heard is the same at every size; one is enough for it."""
    look.zoom(zoom)
    found: dict[str, list[str]] = {}
    try:
        for name in pages(window, vault):
            found[name] = cut_at_rest(window)
            if zoom == 100:
                found[name] += troubles(window)
                assert controls(window), name
            if window.size() != SIZE:
                found[name].append(f"the window grew to {window.width()}x{window.height()}")
                window.resize(SIZE)
    finally:
        look.zoom(100)
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert len(found) > 28


@ZOOMS
def test_no_dialog_cuts_its_words_and_a_screen_reader_tells_its_controls_apart(
    qtbot: QtBot, services: AppServices, look: Look, zoom: int
) -> None:
    look.zoom(zoom)
    found = {}
    try:
        for name, make in dialogs(None, services).items():
            box = make()
            qtbot.addWidget(box)
            box.show()
            found[name] = cut_at_rest(box)
            if zoom == 100:
                found[name] += troubles(box)
                assert controls(box), name
            # Dialogs keep within the screen, which is higher than 720 px here.
            if box.width() > SIZE.width() or box.height() > box.screen().availableSize().height():
                found[name].append(f"the dialog is {box.width()}x{box.height()}")
    finally:
        look.zoom(100)
    assert {name: lines for name, lines in found.items() if lines} == {}
