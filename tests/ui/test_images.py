"""The editor of a picture: from a file, the clipboard or a drop; turned, cropped, drawn upon, taken out."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from evacplan.domain.picture import PAGE, PORTRAIT
from evacplan.ui.editors import image
from evacplan.ui.picture.dialog import PictureBox
from evacplan.ui.picture.storing import from_answer
from tests.ui.driving import Driver
from tests.ui.street_map import a_street_map

Drive = Callable[..., Driver]
PHOTO = "child.photo"


def a_two_coloured_image(width: int, height: int) -> QImage:
    """Red above, blue below."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    for y in range(height // 2, height):
        for x in range(width):
            picture.setPixelColor(x, y, QColor("blue"))
    return picture


def editor_of(one: Driver, path: str = PHOTO) -> image.ImageEditor:
    editor = one.field(path).editor
    assert isinstance(editor, image.ImageEditor)
    return editor


def kept(one: Driver, path: str = PHOTO) -> QImage:
    return from_answer(one.value(path))


def paste(one: Driver, picture: QImage, path: str = PHOTO) -> None:
    QGuiApplication.clipboard().setImage(picture)
    one.go(path)
    one.ctrl(Qt.Key.Key_V)


def drop(editor: image.ImageEditor, data: QMimeData) -> QDragEnterEvent:
    """Drag something over the editor and let it go there."""
    copy, no_key = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPointF(5, 5), copy, data, left, no_key)
    QApplication.sendEvent(editor.widget, enter)
    QApplication.sendEvent(
        editor.widget, QDropEvent(QPointF(5, 5), copy, data, left, no_key, QEvent.Type.Drop)
    )
    return enter


def test_a_picture_is_chosen_from_a_file_and_taken_out(
    drive: Drive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "photo.png"
    a_two_coloured_image(40, 30).save(str(file))
    monkeypatch.setattr(image, "ask_for_picture", lambda _parent: str(file))
    one = drive(section="child")
    editor = editor_of(one)
    one.click(editor._choose)
    assert one.value(PHOTO)
    one.click(editor._clear)
    assert one.value(PHOTO) is None
    assert editor._choose.hasFocus()


def test_a_picture_is_pasted_with_the_button_and_with_its_keys(drive: Drive) -> None:
    QGuiApplication.clipboard().setImage(a_two_coloured_image(40, 30))
    one = drive(section="child")
    one.click(editor_of(one)._paste)
    assert one.value(PHOTO)
    one.go(PHOTO)
    one.press(Qt.Key.Key_Delete)
    assert one.value(PHOTO) is None
    one.ctrl(Qt.Key.Key_V)
    assert one.value(PHOTO)


def test_a_picture_is_dropped_as_a_file_and_as_itself(drive: Drive, tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    a_two_coloured_image(40, 30).save(str(file))
    as_file, as_itself = QMimeData(), QMimeData()
    as_file.setUrls([QUrl.fromLocalFile(str(file))])
    as_itself.setImageData(a_two_coloured_image(60, 50))
    one = drive(section="child")
    assert drop(editor_of(one), as_file).isAccepted()
    assert (kept(one).width(), kept(one).height()) == (40, 30)
    assert drop(editor_of(one), as_itself).isAccepted()
    assert (kept(one).width(), kept(one).height()) == (60, 50)


def test_a_copied_file_goes_before_its_icon(drive: Drive, tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    a_two_coloured_image(40, 30).save(str(file))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    data.setImageData(a_two_coloured_image(32, 32))
    one = drive(section="child")
    drop(editor_of(one), data)
    assert kept(one).width() == 40


def test_what_is_no_picture_is_said_beside_the_buttons_and_changes_nothing(
    drive: Drive, tmp_path: Path
) -> None:
    file = tmp_path / "secret-name.png"
    file.write_text("no picture")
    one = drive(section="child")
    editor = editor_of(one)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(editor, data)
    assert one.value(PHOTO) is None
    assert "読めません" in editor._trouble.text()
    assert "secret-name" not in editor._trouble.text()
    data.clear()
    data.setText("words")
    assert not drop(editor, data).isAccepted()


def test_turning_right_and_left_is_turning_back(drive: Drive) -> None:
    one = drive(section="child")
    paste(one, a_two_coloured_image(60, 40))
    editor = editor_of(one)
    one.click(editor._right)
    turned = kept(one)
    assert (turned.width(), turned.height()) == (40, 60)
    assert turned.pixelColor(30, 30).red() > 200  # what was above is at the right
    one.click(editor._left)
    back = kept(one)
    assert back.pixelColor(30, 5).red() > 200
    assert back.pixelColor(30, 35).blue() > 200


def test_every_button_is_reached_by_tab_and_says_of_which_picture_it_is(drive: Drive) -> None:
    one = drive(section="child")
    paste(one, a_two_coloured_image(60, 40))
    one.go(PHOTO)
    met = []
    for _ in editor_of(one).stops():
        button = one.cursor()
        assert isinstance(button, QPushButton)
        met.append(button)
        assert button.accessibleName().startswith("顔写真")
        one.press(Qt.Key.Key_Tab)
    assert met == list(editor_of(one).stops())


def test_a_small_part_of_a_large_photo_stays_fine_and_the_plan_holds_only_the_part(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = drive(section="child")
    paste(one, a_street_map(2000, 1600))
    assert kept(one).width() <= PORTRAIT.pixels[0]

    def crop(_parent: object, picture: QImage, *_rest: object) -> QImage:
        assert (picture.width(), picture.height()) == (2000, 1600)
        return picture.copy(100, 100, 300, 360)

    monkeypatch.setattr(PictureBox, "ask", staticmethod(crop))
    one.click(editor_of(one)._edit)
    assert (kept(one).width(), kept(one).height()) == (300, 360)


def test_undo_brings_the_picture_before_back_and_forgets_the_finer_one(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = drive(section="child")
    paste(one, a_street_map(1000, 1200))
    before = one.value(PHOTO)
    one.click(editor_of(one)._right)
    one.ctrl(Qt.Key.Key_Z)
    assert one.value(PHOTO) == before
    seen: list[int] = []

    def look(_parent: object, picture: QImage, *_rest: object) -> None:
        seen.append(picture.width())

    monkeypatch.setattr(PictureBox, "ask", staticmethod(look))
    one.click(editor_of(one)._edit)
    assert seen == [kept(one).width()]
    assert one.value(PHOTO) == before


def test_what_is_stored_of_a_large_picture_fits_its_print(drive: Drive) -> None:
    one = drive(section="child")
    paste(one, a_street_map(2400, 1800))
    assert len(base64.b64decode(one.value(PHOTO))) <= PORTRAIT.most_bytes
    assert kept(one).width() <= PORTRAIT.pixels[0]
    assert PORTRAIT.pixels < PAGE.pixels
