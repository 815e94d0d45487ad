"""The dialog that crops a picture and draws the way, by mouse and by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.picture import PORTRAIT, WAY, Print
from evacplan.ui.errors import Question
from evacplan.ui.locking import AutoLock
from evacplan.ui.picture.canvas import Canvas, Tool
from evacplan.ui.picture.dialog import PictureBox
from evacplan.ui.picture.edit import Edit, Frame
from evacplan.ui.picture.storing import as_answer
from evacplan.ui.picture.way import DARK, finished
from evacplan.ui.theme import Look
from tests.ui.street_map import a_street_map

WIDE, HIGH = 1000, 800
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Open = Callable[..., PictureBox]


@pytest.fixture
def open_box(qtbot: QtBot, look: Look) -> Open:
    """Opens the dialog over a window of 1280×720."""
    window = QWidget()
    window.resize(1280, 720)
    qtbot.addWidget(window)

    def show(prints: Print = WAY) -> PictureBox:
        box = PictureBox(window, a_street_map(WIDE, HIGH), "地図", prints)
        with qtbot.waitExposed(box):
            box.show()
        box.activateWindow()
        qtbot.waitUntil(box.canvas.hasFocus)
        return box

    return show


def edit_of(box: PictureBox) -> Edit:
    return box._steps.now


def keys(box: PictureBox, key: Qt.Key, count: int = 1, held: Qt.KeyboardModifier | None = None) -> None:
    for _ in range(count):
        QTest.keyClick(box.canvas, key, held or Qt.KeyboardModifier.NoModifier)


def named(box: PictureBox, name: str) -> QPushButton:
    found = box.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def at(canvas: Canvas, x: float, y: float) -> QPoint:
    return canvas.sight.where((x, y)).toPoint()


def pull(canvas: Canvas, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def near(frame: Frame, *wanted: int) -> bool:
    found = (frame.left, frame.top, frame.right, frame.bottom)
    return all(abs(one - other) <= 4 for one, other in zip(found, wanted, strict=True))


def test_a_frame_is_drawn_pulled_and_moved_with_the_mouse(open_box: Open) -> None:
    box = open_box()
    canvas = box.canvas
    pull(canvas, at(canvas, 200, 200), at(canvas, 600, 500))
    assert near(edit_of(box).frame, 200, 200, 600, 500)
    pull(canvas, at(canvas, 600, 500), at(canvas, 700, 650))
    assert near(edit_of(box).frame, 200, 200, 700, 650)
    pull(canvas, at(canvas, 200, 400), at(canvas, 250, 420))
    assert near(edit_of(box).frame, 250, 200, 700, 650)
    pull(canvas, at(canvas, 400, 400), at(canvas, 450, 350))
    assert near(edit_of(box).frame, 300, 150, 750, 600)
    assert (box.picture.width(), box.picture.height()) == (
        edit_of(box).frame.width,
        edit_of(box).frame.height,
    )


def test_a_frame_is_set_by_keys_alone(open_box: Open) -> None:
    box = open_box()
    keys(box, Qt.Key.Key_Right, 20, CTRL)
    keys(box, Qt.Key.Key_Up, 10, SHIFT)
    assert edit_of(box).frame == Frame(200, 0, 1000, 700)
    keys(box, Qt.Key.Key_Left, 5)
    assert edit_of(box).frame == Frame(150, 0, 950, 700)
    keys(box, Qt.Key.Key_Z, 1, CTRL)
    assert edit_of(box).frame == Frame(200, 0, 1000, 700)


def test_a_way_is_clicked_and_its_last_point_taken_back(open_box: Open) -> None:
    box = open_box()
    QTest.mouseClick(named(box, "way"), Qt.MouseButton.LeftButton)
    for place in ((100, 700), (400, 690), (420, 300)):
        QTest.mouseClick(box.canvas, Qt.MouseButton.LeftButton, pos=at(box.canvas, *place))
    assert len(edit_of(box).way) == 3
    keys(box, Qt.Key.Key_Backspace)
    assert len(edit_of(box).way) == 2
    QTest.mouseClick(named(box, "undo"), Qt.MouseButton.LeftButton)
    assert len(edit_of(box).way) == 3


def test_a_way_is_drawn_by_keys_alone_and_enter_does_not_close(qtbot: QtBot, open_box: Open) -> None:
    box = open_box()
    QTest.keyClick(box, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: box.canvas.tool is Tool.WAY)
    keys(box, Qt.Key.Key_Return)
    keys(box, Qt.Key.Key_Right, 6, SHIFT)
    keys(box, Qt.Key.Key_Up, 3)
    keys(box, Qt.Key.Key_Return)
    assert edit_of(box).way == ((500, 400), (800, 370))
    assert box.isVisible()


def test_the_burned_way_is_the_one_on_the_screen_and_the_same_every_time(open_box: Open) -> None:
    box = open_box()
    box.take(Tool.WAY)
    for place in ((100, 700), (500, 690), (520, 100)):
        QTest.mouseClick(box.canvas, Qt.MouseButton.LeftButton, pos=at(box.canvas, *place))
    picture = box.picture
    home = edit_of(box).way[0]
    ring = picture.pixelColor(round(home[0]), round(home[1] - 3.6 * WAY.pixels_per_mm(WIDE, HIGH)))
    assert ring.name() == DARK.name()
    again = finished(a_street_map(WIDE, HIGH), edit_of(box), WAY)
    assert as_answer(picture, WAY) == as_answer(again, WAY)


def luminance(color: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("ground", ["#FFFFFF", "#1B1F24", "#808080", "#A9CCE3", "#B00020"])
def test_on_any_ground_the_way_stands_out_without_colour(look: Look, ground: str) -> None:
    picture = QImage(1400, 700, QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    edit = Edit.of(1400, 700).with_point((100, 350)).with_point((1300, 350))
    grey = finished(picture, edit, WAY).convertToFormat(QImage.Format.Format_Grayscale8)
    shades = [luminance(grey.pixelColor(700 + shift, y)) for shift in (0, 10, 20) for y in range(320, 381)]
    assert (max(shades) + 0.05) / (min(shades) + 0.05) >= 7
    along = {grey.pixelColor(x, 350).lightness() > 200 for x in range(150, 1290)}
    assert along == {True, False}  # a light core, and dark signs of direction in it


def test_turning_keeps_what_was_framed_and_drawn(open_box: Open) -> None:
    box = open_box()
    before = box.picture
    keys(box, Qt.Key.Key_Right, 20, CTRL)
    QTest.mouseClick(named(box, "right"), Qt.MouseButton.LeftButton)
    assert (box.picture.width(), box.picture.height()) == (HIGH, WIDE - 200)
    QTest.mouseClick(named(box, "left"), Qt.MouseButton.LeftButton)
    assert box.picture == before.copy(200, 0, WIDE - 200, HIGH)


def test_leaving_asks_only_when_something_was_done(open_box: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    answers, asked = [1, 0], []

    def answer(*sentences: object, **_rest: object) -> int:
        asked.append(sentences)
        return answers.pop(0)

    monkeypatch.setattr(Question, "ask", staticmethod(answer))
    untouched = open_box()
    QTest.keyClick(untouched.canvas, Qt.Key.Key_Escape)
    assert not untouched.isVisible()
    assert asked == []
    box = open_box()
    keys(box, Qt.Key.Key_Right, 1, CTRL)
    QTest.keyClick(box.canvas, Qt.Key.Key_Escape)
    assert box.isVisible()
    QTest.keyClick(box.canvas, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_the_window_locks_over_a_changed_picture_without_a_question(
    qtbot: QtBot, open_box: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PictureBox, "_gives_up", lambda _box: pytest.fail("somebody was asked"))
    box = open_box()
    keys(box, Qt.Key.Key_Right, 1, CTRL)
    box.hide()
    box.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is box)
    locked: list[bool] = []
    lock = AutoLock(box, lambda: locked.append(True))
    lock.lock_soon()
    qtbot.waitUntil(lambda: bool(locked))
    assert not box.isVisible()


def test_a_way_is_offered_on_maps_only(open_box: Open) -> None:
    assert named(open_box(WAY), "way").isVisible()
    assert not named(open_box(PORTRAIT), "way").isVisible()


def test_every_part_has_a_name_and_a_key_of_its_own(open_box: Open) -> None:
    box = open_box()
    assert box.canvas.accessibleName() == "地図"
    assert "矢印" in box.canvas.accessibleDescription()
    letters = [
        button.text().partition("&")[2][:1]
        for button in box.findChildren(QAbstractButton)
        if button.isVisible()
    ]
    assert all(letters)
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("zoom", [100, 200])
def test_everything_fits_on_a_small_screen(open_box: Open, look: Look, zoom: int) -> None:
    look.zoom(zoom)
    try:
        box = open_box()
        assert box.width() <= 1280
        assert box.height() <= 720
        assert box.canvas.height() >= 200
        for button in box.findChildren(QAbstractButton):
            assert button.width() >= button.sizeHint().width()
    finally:
        look.zoom(100)
