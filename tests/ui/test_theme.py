"""Colours, sizes and fonts of the window."""

import gc
import math
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evacplan.ui import theme
from evacplan.ui.editors.numbered import NumberedBox
from evacplan.ui.theme import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Colours, Look

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST])
ICONS = Path(__file__).parents[2] / "resources" / "icons"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2 between two colours."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else math.pow((part + 0.055) / 1.055, 2.4)


@THEMES
def test_every_text_has_a_contrast_of_seven_to_one(colours: Colours) -> None:
    for text in (colours.ink, colours.grey, colours.teal, colours.red, colours.amber):
        assert contrast(text, colours.card) >= 7
        assert contrast(text, colours.page) >= 6.99
    assert contrast(colours.on_fill, colours.fill) >= 7
    assert contrast(colours.red, colours.red_tint) >= 7
    assert contrast(colours.amber, colours.amber_tint) >= 7
    assert contrast(colours.ink, colours.tint) >= 7


@THEMES
def test_what_can_be_pressed_stands_out_from_what_lies_behind_it(colours: Colours) -> None:
    assert contrast(colours.edge, colours.card) >= 3
    assert contrast(colours.edge, colours.page) >= 3
    assert contrast(colours.teal, colours.card) >= 3


@THEMES
@pytest.mark.parametrize("zoom", [75, 100, 300])
def test_the_style_sheet_leaves_no_name_unfilled(colours: Colours, zoom: int) -> None:
    assert re.findall(r"@\w+", theme.stylesheet(colours, zoom, ICONS)) == []


@THEMES
def test_the_marks_of_boxes_to_tick_are_there(colours: Colours) -> None:
    named = re.findall(r'url\("([^"]+)"\)', theme.stylesheet(colours, 100, ICONS))
    assert len(named) == 2
    assert all(Path(name).is_file() for name in named)


def test_the_shipped_family_is_offered_to_qt(look: Look) -> None:
    assert theme.FAMILY in QFontDatabase.families()


def test_zooming_makes_the_text_of_every_page_larger(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    label = QLabel("本人")
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().height()
    look.zoom(200)
    assert label.sizeHint().height() >= 1.8 * before
    look.zoom(100)
    assert label.sizeHint().height() == before


@pytest.mark.parametrize(("asked", "given"), [(10, 75), (9_999, 300), (125, 125)])
def test_the_zoom_stays_within_its_bounds(look: Look, asked: int, given: int) -> None:
    look.zoom(asked)
    assert look.zoom_percent == given
    look.zoom(100)


def test_high_contrast_can_be_asked_for(look: Look) -> None:
    look.set_contrast(True)
    assert look.colours in (LIGHT_CONTRAST, DARK_CONTRAST)
    look.set_contrast(False)
    assert look.colours in (LIGHT, DARK)


def test_the_view_for_a_room_is_large_and_clear_and_ends_as_it_began(look: Look) -> None:
    look.zoom(125)
    before = look.colours
    look.project(on=True)
    look.project(on=True)
    assert look.zoom_percent == theme.ROOM_ZOOM
    assert look.colours in (LIGHT_CONTRAST, DARK_CONTRAST)
    look.project(on=False)
    assert (look.zoom_percent, look.colours) == (125, before)
    look.zoom(100)


class Forgotten(QLabel):
    """A widget that only Python's collector will take away."""

    def __init__(self) -> None:
        super().__init__("…")
        self._itself = self
        self.ensurePolished()


class Collecting(QLabel):
    """A widget during whose restyling Python would look for what nothing holds any more."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            gc.set_threshold(10, 1, 1)
            self.litter: list[list[str]] = [[] for _ in range(50)]
        super().changeEvent(event)


def test_a_new_look_passes_by_what_nothing_holds_any_more(qtbot: QtBot, look: Look) -> None:
    """Qt would crash if one of its widgets went away meanwhile."""
    stays = [Collecting("…") for _ in range(5)]
    for one in stays:
        qtbot.addWidget(one)
        one.ensurePolished()
    gc.collect()
    before, widgets = gc.get_threshold(), len(QApplication.allWidgets())
    gc.set_threshold(100_000, 1, 1)
    try:
        for _ in range(200):
            Forgotten()
        look.zoom(150)
    finally:
        gc.set_threshold(*before)
    assert {one.font().pixelSize() for one in stays} == {look.px(theme.Size.BODY)}
    gc.collect()
    assert len(QApplication.allWidgets()) == widgets


@pytest.mark.parametrize("zoom", [75, 100, 200])
@pytest.mark.parametrize("count", [2, 7])
@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_an_opened_list_shows_each_of_its_lines_whole(
    qtbot: QtBot, look: Look, zoom: int, count: int
) -> None:
    look.zoom(zoom)
    window = QWidget()
    box = NumberedBox(window)
    box.addItems(["", *(f"答え{number}" for number in range(count))])
    QVBoxLayout(window).addWidget(box)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(box.hasFocus)
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    last = box.view().visualRect(box.model().index(count, 0))
    assert box.view().verticalScrollBar().maximum() == 0
    assert box.view().viewport().rect().contains(last)
    box.hidePopup()
