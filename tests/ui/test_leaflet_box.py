"""The side for families from the menu: saved where the user says, printed, the same as the manual's."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from evacplan.services import AppServices
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.leaflet_box import LeafletBox
from evacplan.ui.print_box import PrintBox
from evacplan.ui.printing import PrintSetup, a4_printer
from evacplan.ui.theme import Look
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, part
from tests.ui.seeing import cut_at_rest


@pytest.fixture
def box(qtbot: QtBot, services: AppServices, look: Look) -> LeafletBox:
    found = LeafletBox(None, services)
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    return found


def said(box: LeafletBox) -> str:
    return "".join(notice.text for notice in box.findChildren(Notice) if notice.isVisible())


def test_the_leaflet_is_saved_as_one_side_that_names_no_plan(
    box: LeafletBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileBox, "save", staticmethod(lambda *_: tmp_path / "leaflet.pdf"))
    QTest.keyClick(part(box, QPushButton, "save"), Qt.Key.Key_Space)
    (page,) = PdfReader(tmp_path / "leaflet.pdf").pages
    assert "ご家族へ" in page.extract_text()
    assert "leaflet.pdf" in said(box)


@pytest.mark.usefixtures("coarse_printer")
def test_the_leaflet_is_printed(
    box: LeafletBox, services: AppServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_file(*_: object) -> PrintSetup:
        printer = a4_printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return PrintSetup(printer)

    monkeypatch.setattr(PrintBox, "ask", staticmethod(to_file))
    QTest.keyClick(part(box, QPushButton, "print"), Qt.Key.Key_Space)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 1
    assert len(PdfReader(io.BytesIO(services.leaflet())).pages) == 1
    assert "印刷に送りました" in said(box)


@pytest.mark.parametrize("zoom", [100, 200, 300])
def test_the_dialog_cuts_no_word(qtbot: QtBot, services: AppServices, look: Look, zoom: int) -> None:
    look.zoom(zoom)
    try:
        box = LeafletBox(None, services)
        qtbot.addWidget(box)
        box.show()
        assert cut_at_rest(box) == []
    finally:
        look.zoom(100)


def test_the_menu_offers_it_on_the_list_and_in_a_plan(
    window: MainWindow, vault: StoreVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[object] = []
    monkeypatch.setattr(LeafletBox, "offer", staticmethod(lambda *these: offered.append(these)))
    action = window.findChild(QAction, "leaflet")
    assert action is not None
    window.show_unlock()
    assert not action.isEnabled()
    window.enter(vault.create(PASSPHRASE)[0])
    action.trigger()
    assert len(offered) == 1
