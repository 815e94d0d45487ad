"""Blank forms from the menu: listed, saved where the user says, printed; on the list and in a plan."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.blank_forms import NAMES
from evacplan.services import AppServices
from evacplan.ui.blank_box import BlankBox
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.print_box import PrintBox
from evacplan.ui.printing import PrintSetup, a4_printer
from evacplan.ui.theme import Look
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, part


@pytest.fixture
def box(qtbot: QtBot, services: AppServices, look: Look) -> BlankBox:
    found = BlankBox(None, services)
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    return found


def said(box: BlankBox) -> str:
    return "".join(notice.text for notice in box.findChildren(Notice) if notice.isVisible())


def test_every_edition_and_section_is_listed(box: BlankBox) -> None:
    lines = part(box, QListWidget, "forms")
    assert lines.count() == len(NAMES)
    assert lines.accessibleName()
    assert box.chosen == "family"


def test_the_chosen_form_is_saved_where_the_user_says(
    box: BlankBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def chosen(_parent: object, _title: str, name: str, _kinds: str) -> Path:
        asked.append(name)
        return tmp_path / "form.pdf"

    monkeypatch.setattr(FileBox, "save", staticmethod(chosen))
    box.choose("contacts")
    QTest.keyClick(part(box, QPushButton, "save"), Qt.Key.Key_Space)
    assert asked == ["白紙 S13 連絡網.pdf"]
    assert "連絡網" in PdfReader(tmp_path / "form.pdf").pages[0].extract_text()
    assert "form.pdf" in said(box)


def test_a_place_that_cannot_be_written_is_told_in_the_dialog(
    box: BlankBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileBox, "save", staticmethod(lambda *_: tmp_path / "none" / "form.pdf"))
    box.choose("fallback")
    box.save()
    assert "保存できませんでした" in said(box)


@pytest.mark.usefixtures("coarse_printer")
def test_the_chosen_form_is_printed_with_all_its_pages(
    box: BlankBox, services: AppServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_file(*_: object) -> PrintSetup:
        printer = a4_printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return PrintSetup(printer)

    monkeypatch.setattr(PrintBox, "ask", staticmethod(to_file))
    box.choose("fallback")
    box.print()
    made = PdfReader(io.BytesIO(services.blank_form("fallback")))
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == len(made.pages)
    assert "印刷に送りました" in said(box)


def test_the_menu_offers_them_on_the_list_and_in_a_plan(
    window: MainWindow, vault: StoreVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[object] = []
    monkeypatch.setattr(BlankBox, "offer", staticmethod(lambda *these: offered.append(these)))
    plans, _code = vault.create(PASSPHRASE)
    plan_id = plans.create(a_plan("髙橋 陸"))
    action = window.findChild(QAction, "blank")
    assert action is not None
    window.show_unlock()
    assert not action.isEnabled()
    window.enter(plans)
    action.trigger()
    window.open_plan(plan_id)
    action.trigger()
    assert len(offered) == 2
