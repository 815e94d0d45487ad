"""The manual in the window: the page of what is on the screen, read and searched with keys alone."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from evacplan.form.manual import Manual, load_manual
from evacplan.form.spec import Form
from evacplan.system.paths import shipped_paths
from evacplan.ui import theme
from evacplan.ui.commands import At
from evacplan.ui.interview import InterviewPage
from evacplan.ui.manual import AT, BESIDE
from evacplan.ui.manual_box import ManualBox
from evacplan.ui.sides import Side
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, part


@pytest.fixture(scope="session")
def manual() -> Manual:
    """The shipped manual."""
    return load_manual(shipped_paths().manual)


@pytest.fixture
def box(qtbot: QtBot, look: theme.Look, manual: Manual) -> ManualBox:
    """The shown window of the manual."""
    del look
    found = ManualBox(None, manual)
    qtbot.addWidget(found)
    found.open_page("index")
    found.show()
    qtbot.waitExposed(found)
    return found


def shown(window: MainWindow) -> ManualBox:
    """The manual over the window."""
    found = window.findChild(ManualBox)
    assert found is not None
    assert found.isVisible()
    return found


def press_help(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)


def test_the_help_key_leads_to_the_page_of_each_section(
    window: MainWindow, vault: StoreVault, form: Form
) -> None:
    plans, _code = vault.create(PASSPHRASE)
    plans.create(a_plan(number="AOM-2026-0017"))
    window.enter(plans)
    window.open_plan(plans.entries()[0].plan_id)
    interview = window.findChild(InterviewPage)
    assert interview is not None
    for name in (*(section.name for section in form.sections), "final"):
        interview.visit_section(name)
        press_help(window)
        assert shown(window).page == name


def test_the_help_key_works_before_a_store_is_open(window: MainWindow) -> None:
    window.show_unlock()
    press_help(window)
    assert shown(window).page == "first_plan"


def test_every_screen_has_a_page_of_its_own(manual: Manual) -> None:
    names = {page.name for page in manual.pages}
    assert set(AT.values()) | set(BESIDE.values()) <= names
    assert set(AT) == set(At) - {At.PLAN, At.SIDE}
    assert {side.value for side in Side} <= set(BESIDE)


def test_the_window_shows_every_word_of_every_page(box: ManualBox, manual: Manual) -> None:
    for page in manual.pages:
        box.open_page(page.name)
        words = _tight(box.pane.toPlainText())
        said = [_tight(span.text) for span in page.spans()]
        assert box.page == page.name
        assert [text for text in said if text not in words] == []


def test_links_are_followed_and_left_again_with_keys(box: ManualBox) -> None:
    box.pane.setFocus()
    QTest.keyClick(box.pane, Qt.Key.Key_Tab)
    QTest.keyClick(box.pane, Qt.Key.Key_Return)
    assert box.page == "first_plan"
    QTest.keyClick(box.pane, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert box.page == "index"


@pytest.mark.parametrize(
    "address", ["https://example.jp/", "file:///etc/passwd", "../../LICENSE", "nothing.md"]
)
def test_nothing_but_the_manual_is_opened(box: ManualBox, address: str) -> None:
    before = box.pane.toPlainText()
    box.pane.setSource(QUrl(address))
    assert (box.page, box.pane.toPlainText()) == ("index", before)
    picture = QTextDocument.ResourceType.ImageResource.value
    assert box.pane.loadResource(picture, QUrl(address)) is None


def test_words_are_found_on_later_pages_and_again_from_the_start(box: ManualBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = part(box, QLineEdit, "search")
    field.setText("一酸化炭素")
    pages = []
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Return)
        pages.append(box.page)
        assert box.pane.textCursor().selectedText() == "一酸化炭素"
    assert pages[0] == "power_sources"
    assert "power_and_oxygen" in pages
    assert pages[0] in pages[pages.index("power_and_oxygen") :]


def test_words_that_stand_nowhere_are_said_to(box: ManualBox) -> None:
    field = part(box, QLineEdit, "search")
    field.setText("どこにもない言葉")
    QTest.keyClick(field, Qt.Key.Key_Return)
    said = [label.text() for label in box.findChildren(QLabel) if label.isVisible()]
    assert any("どこにもない言葉" in text for text in said)


def test_the_page_grows_with_the_text_of_the_window(window: MainWindow, look: theme.Look) -> None:
    window.show_unlock()
    press_help(window)
    pane = shown(window).pane
    try:
        before = pane.document().defaultFont().pixelSize()
        look.zoom(200)
        assert pane.document().defaultFont().pixelSize() == 2 * before
    finally:
        look.zoom(100)


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)
