"""The tour by keys: five steps beside the real window, each pointing at the real thing, left at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evacplan.services import AppServices
from evacplan.system.paths import data_paths, shipped_paths
from evacplan.training import TrainingGround
from evacplan.ui.locking import Locking
from evacplan.ui.sides import Side
from evacplan.ui.theme import Look, colours_of
from evacplan.ui.tour import Seen
from evacplan.ui.tour_frame import AWAY, HALO, LINE, TourFrame
from evacplan.ui.window import MainWindow
from tests.ui.frame import PASSPHRASE, MadeStore, ReadyVault, a_plan, part, type_japanese
from tests.ui.seeing import cut_at_rest

STEPS = 5
Opener = Callable[..., MainWindow]


@pytest.fixture
def opened(qtbot: QtBot, look: Look, tmp_path: Path, made_store: MadeStore) -> Iterator[Opener]:
    """Opens the window at the list: opened(trains=True, seen="")."""
    shown: list[MainWindow] = []

    def open_window(*, trains: bool = False, seen: Seen = "", plans: int = 0) -> MainWindow:
        paths = data_paths(tmp_path)
        paths.make()
        vault = ReadyVault(paths.store, made_store)
        ground = TrainingGround(paths, vault, shipped_paths().samples) if trains else None
        window = MainWindow(AppServices(vault, shipped_paths(), training=ground), look, Locking(), seen)
        window.resize(1280, 720)
        qtbot.addWidget(window)
        shown.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        if ground is not None:
            window.train()
        else:
            made, _code = vault.create(PASSPHRASE)
            made.code_put_away()
            for number in range(plans):
                made.create(a_plan(number=f"P-{number}"))
            window.enter(made)
        if window.rooms.list.page is None:
            window.show_list()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_window
    look.project(on=False)


def panel(window: MainWindow) -> QWidget:
    return part(window, QWidget, "tour")


def framed(window: MainWindow) -> tuple[QRect, ...]:
    return part_of_kind(window).places


def part_of_kind(window: MainWindow) -> TourFrame:
    found = window.findChild(TourFrame)
    assert found is not None
    return found


def place(window: MainWindow, name: str) -> QRect:
    """Where a visible control is in the window."""
    (found,) = (it for it in window.findChildren(QWidget, name) if it.isVisible())
    return QRect(found.mapTo(window, QPoint()), found.size())


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Press a key once the cursor is in the tour."""
    qtbot.waitUntil(lambda: panel(window).isAncestorOf(focused()))
    QTest.keyClick(focused(), key)


def focused() -> QWidget:
    return QApplication.focusWidget() or QWidget()


def test_the_first_start_begins_it_and_five_times_enter_goes_through(qtbot: QtBot, opened: Opener) -> None:
    window = opened(trains=True)
    heads = []
    for _ in range(STEPS):
        qtbot.waitUntil(lambda: bool(framed(window)))
        heads.append(panel(window).accessibleName())
        press(qtbot, window, Qt.Key.Key_Return)
    assert [f"{number}／{STEPS}" in head for number, head in enumerate(heads, 1)] == [True] * STEPS
    assert not panel(window).isVisible()
    assert framed(window) == ()
    assert window.tour_seen == "done"
    window.show_list()
    assert not panel(window).isVisible()


def test_each_step_frames_the_real_control_in_the_sample_plan(qtbot: QtBot, opened: Opener) -> None:
    window = opened(trains=True)
    names = [("new", "plans"), ("next_missing", "answer_unknown"), ("consequence",), ("preview",)]
    for step in names:
        qtbot.waitUntil(lambda step=step: framed(window) == tuple(place(window, name) for name in step))  # type: ignore[misc]
        press(qtbot, window, Qt.Key.Key_Return)
    bar = window.menuBar()
    titles = [bar.actionGeometry(menu.menuAction()) for menu in window.menus._menus.values()]
    qtbot.waitUntil(lambda: len(framed(window)) == 2)
    assert all(place in [title.translated(bar.pos()) for title in titles] for place in framed(window))


def test_what_was_framed_by_the_step_before_is_drawn_as_it_was(qtbot: QtBot, opened: Opener) -> None:
    window = opened()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    names = ("next_missing", "answer_unknown")
    qtbot.waitUntil(lambda: framed(window) == tuple(place(window, name) for name in names))
    spots = [QRect(it.left() - AWAY - HALO - LINE // 2, it.center().y(), 1, 1) for it in framed(window)]
    teal = QColor(colours_of(window.palette()).teal)
    qtbot.waitUntil(lambda: all(on_screen(window, spot) == teal for spot in spots))
    window.rooms.tour.go_on()
    qtbot.waitUntil(lambda: framed(window) == (place(window, "consequence"),))
    QApplication.processEvents()
    assert all(on_screen(window, spot) != teal for spot in spots)


def on_screen(window: MainWindow, spot: QRect) -> QColor:
    """What is seen on the screen at a spot of the window."""
    seen = window.screen().grabWindow(window.winId(), spot.x(), spot.y(), 1, 1)
    return QColor(seen.toImage().pixel(0, 0))


def test_escape_leaves_it_for_good_and_the_menu_brings_it_back(qtbot: QtBot, opened: Opener) -> None:
    window = opened()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.tour_seen == "skipped"
    assert not panel(window).isVisible()
    assert focused() is not panel(window)
    window.show_list()
    assert not panel(window).isVisible()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(panel(window).isVisible)
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(part(window, QPushButton, "tour_next").hasFocus)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    press(qtbot, window, Qt.Key.Key_Return)
    assert f"1／{STEPS}" in panel(window).accessibleName()


def test_without_a_plan_it_says_where_to_find_what_it_tells_of(qtbot: QtBot, opened: Opener) -> None:
    window = opened()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.rooms.hand.plan is None
    assert framed(window) == ()
    said = [label.accessibleName() for label in panel(window).children() if isinstance(label, QWidget)]
    assert any("計画を開いて" in text for text in said)
    assert window.rooms.list.page is not None
    window.rooms.list.page.new()
    qtbot.waitUntil(lambda: len(framed(window)) == 2)


@pytest.mark.parametrize(("seen", "plans"), [("done", 0), ("skipped", 0), ("", 1)])
def test_it_is_never_begun_unasked_after_the_first_start(opened: Opener, seen: Seen, plans: int) -> None:
    assert not panel(opened(seen=seen, plans=plans)).isVisible()


def test_it_opens_no_plan_of_a_real_store_unasked(qtbot: QtBot, opened: Opener) -> None:
    window = opened(seen="done", plans=2)
    action(window).trigger()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.rooms.hand.plan is None


def action(window: MainWindow) -> QAction:
    found = window.findChild(QAction, "tour")
    assert found is not None
    return found


def test_opening_a_plan_as_the_first_step_says_leads_on_without_taking_the_cursor(
    qtbot: QtBot, opened: Opener
) -> None:
    window = opened(plans=0)
    assert window.rooms.tour.step == 0
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.rooms.tour.step == 1)
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not panel(window).isAncestorOf(focused)
    assert framed(window)


def test_keys_typed_into_the_page_are_not_taken_by_it(qtbot: QtBot, opened: Opener) -> None:
    window = opened()
    assert window.rooms.list.page is not None
    search = part(window.rooms.list.page, QLineEdit, "search")
    press(qtbot, window, Qt.Key.Key_Return)
    search.setFocus()
    type_japanese(search, "髙橋")
    QTest.keyClick(search, Qt.Key.Key_Left)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == "髙橋"
    assert f"2／{STEPS}" in panel(window).accessibleName()
    assert panel(window).isVisible()


def test_it_is_away_in_a_meeting_and_in_front_of_a_room(qtbot: QtBot, opened: Opener) -> None:
    window = opened(trains=True)
    press(qtbot, window, Qt.Key.Key_Return)
    for side in (Side.MEETING_START, Side.MEETING_END):
        window.show_side(side)
        assert not panel(window).isVisible()
        assert framed(window) == ()
        window.show_plan()
        assert panel(window).isVisible()
    window.rooms.screen.projector.switch(on=True)
    qtbot.waitUntil(lambda: not panel(window).isVisible())
    assert framed(window) == ()
    window.rooms.screen.projector.switch(on=False)
    qtbot.waitUntil(panel(window).isVisible)
    window.lock()
    assert not panel(window).isVisible()


@pytest.mark.parametrize("zoom", [100, 200])
def test_no_step_cuts_a_word_or_makes_the_window_grow(
    qtbot: QtBot, opened: Opener, look: Look, zoom: int
) -> None:
    look.zoom(zoom)
    try:
        window = opened(trains=True)
        for _ in range(STEPS):
            assert cut_at_rest(window) == []
            assert (window.width(), window.height()) == (1280, 720)
            press(qtbot, window, Qt.Key.Key_Return)
    finally:
        look.zoom(100)


def test_its_buttons_are_named_and_reached_by_tab(qtbot: QtBot, opened: Opener) -> None:
    window = opened()
    press(qtbot, window, Qt.Key.Key_Return)
    found = [part(window, QPushButton, name) for name in ("tour_next", "tour_back", "tour_skip")]
    assert all(button.text() for button in found)
    qtbot.waitUntil(found[0].hasFocus)
    for button in found[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert button.hasFocus()
    QTest.keyClick(found[2], Qt.Key.Key_Return)
    assert window.tour_seen == "skipped"
