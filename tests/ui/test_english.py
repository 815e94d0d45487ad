"""The real window in English: nothing Japanese is left over, nothing is cut, no key leads to two things."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from evacplan.services import AppServices
from evacplan.system.paths import shipped_paths
from evacplan.ui.language import ENGLISH, JAPANESE, LanguageChoice, speak
from evacplan.ui.theme import Look
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan
from tests.ui.seeing import cut_at_rest
from tests.ui.test_mnemonics import twice
from tests.ui.tour import pages

SHIPPED = shipped_paths()
JAPANESE_SIGN = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]+")
MARKUP = re.compile(r"<[^>]*>")
# Stay Japanese in any language: how the menu of languages is found, and days as forms write them.
STAYS = {"言語", "日本語", "昭和", "年", "令和", "月", "日"}


@pytest.fixture
def english_window(qapp: QApplication, qtbot: QtBot, vault: StoreVault, look: Look) -> Iterator[MainWindow]:
    """The shown window in English, as at 1280x720; afterwards everything is Japanese again."""
    before = QLocale()
    assert speak(qapp, ENGLISH, SHIPPED.translations)
    services = AppServices(vault, SHIPPED)
    services.language = LanguageChoice(ENGLISH, ENGLISH)
    window = MainWindow(services, look)
    window.resize(1280, 720)
    qtbot.addWidget(window, before_close_func=MainWindow.end)
    window.show()
    yield window
    speak(qapp, JAPANESE, SHIPPED.translations)
    QLocale.setDefault(before)


def japanese(window: QWidget) -> set[str]:
    """Every Japanese word on the page that is shown, of labels, buttons, menus and names."""
    said: list[str] = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        said += [widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        said += [action.text() for action in widget.actions()]
    return {text for text in (MARKUP.sub("", text) for text in said) if _is_japanese(text)}


def _is_japanese(text: str) -> bool:
    """Whether there is more Japanese than a term in an English sentence."""
    signs = "".join(word for word in JAPANESE_SIGN.findall(text) if word not in STAYS)
    return len(signs) > len(re.findall("[A-Za-z]", text))


def test_no_word_of_the_window_is_left_japanese(english_window: MainWindow, vault: StoreVault) -> None:
    """The plan is one without Japanese values."""
    english_window.show_unlock()
    found = {"unlock": japanese(english_window)}
    plans, code = vault.create(PASSPHRASE)
    english_window.show_code(plans, code)
    found["code"] = japanese(english_window)
    plan_id = plans.create(a_plan("Riku", "", "AOM-1"))
    english_window.enter(plans)
    found["list"] = japanese(english_window)
    english_window.open_plan(plan_id)
    assert english_window.rooms.hand.plan is not None
    page = english_window.rooms.hand.plan.page
    for name in page._pages.names:
        page.visit_section(name)
        found[name] = japanese(english_window)
    assert {name: words for name, words in found.items() if words} == {}


def test_no_page_cuts_its_english_words_at_twice_the_size(
    english_window: MainWindow, vault: StoreVault, look: Look
) -> None:
    look.zoom(200)
    found: dict[str, list[str]] = {}
    shared: dict[str, list[str]] = {}
    try:
        for name in pages(english_window, vault):
            found[name], shared[name] = cut_at_rest(english_window), twice(english_window)
    finally:
        look.zoom(100)
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert {name: keys for name, keys in shared.items() if keys} == {}
