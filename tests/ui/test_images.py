"""Pictures: made small enough, from a file, the clipboard or a drop."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage

from evacplan.ui.editors import image
from tests.ui.driving import Driver

Drive = Callable[..., Driver]


def a_noisy_image(width: int, height: int) -> QImage:
    """An image that compresses badly."""
    seed = bytes((i * 7919 + (i >> 7) * 104729) % 251 for i in range(width * height * 3))
    return QImage(seed, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def test_a_large_picture_becomes_small_enough(qapp: QGuiApplication) -> None:
    answer = image.as_answer(a_noisy_image(2400, 1800))
    assert len(base64.b64decode(answer)) <= image.MOST_BYTES
    assert max(image.from_answer(answer).width(), image.from_answer(answer).height()) <= image.LONGEST_SIDE


def test_a_small_picture_keeps_its_size(qapp: QGuiApplication) -> None:
    found = image.from_answer(image.as_answer(a_noisy_image(300, 200)))
    assert (found.width(), found.height()) == (300, 200)


def test_a_transparent_picture_gets_a_white_ground(qapp: QGuiApplication) -> None:
    clear = QImage(10, 10, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    assert image.from_answer(image.as_answer(clear)).pixelColor(5, 5).lightness() > 250


def test_a_picture_is_chosen_from_a_file_and_taken_out(
    drive: Drive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "photo.png"
    a_noisy_image(40, 30).save(str(file))
    monkeypatch.setattr(image, "ask_for_picture", lambda _parent: str(file))
    one = drive(section="child")
    editor = one.field("child.photo").editor
    assert isinstance(editor, image.ImageEditor)
    one.click(editor._choose)
    assert one.value("child.photo")
    one.click(editor._clear)
    assert one.value("child.photo") is None


def test_a_picture_is_pasted(drive: Drive) -> None:
    QGuiApplication.clipboard().setImage(a_noisy_image(40, 30))
    one = drive(section="child")
    editor = one.field("child.photo").editor
    assert isinstance(editor, image.ImageEditor)
    one.click(editor._paste)
    assert one.value("child.photo")


def test_what_is_no_picture_is_said_beside_the_buttons(drive: Drive, tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    file.write_text("no picture")
    one = drive(section="child")
    editor = one.field("child.photo").editor
    assert isinstance(editor, image.ImageEditor)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    editor._take(data)
    assert one.value("child.photo") is None
    assert "読めません" in editor._trouble.text()
