"""Pictures on paper: upright, sharp enough, and nothing of their file but the picture."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from evacplan.domain.picture import PAGE, PORTRAIT, WAY
from evacplan.form.view import ImageBlock
from evacplan.pdf import kit, sheet, style
from evacplan.pdf.document import render
from evacplan.pdf.picture import Picture
from evacplan.pdf.style import MM
from tests.pdf.paper import shipped_fonts
from tests.pdf.samples import a_page, a_view
from tests.pictures import SECRETS, a_photo, as_bytes, every_kind, profile, telling_jpeg

WIDTH = 180 * MM


def drawn(data: bytes) -> tuple[bytes, Any]:
    """The PDF with a picture, and the first picture in it."""
    pdf = render(a_view(a_page(ImageBlock("写真", data))), shipped_fonts())
    return pdf, PdfReader(io.BytesIO(pdf)).pages[0].images[0].image


def test_what_prints_is_what_pictures_are_stored_for() -> None:
    assert (PORTRAIT.wide_mm * MM, PORTRAIT.high_mm * MM) == (sheet.PHOTO_W, sheet.PHOTO_H)
    for prints in (PAGE, WAY):
        assert prints.wide_mm * MM == pytest.approx(style.CONTENT_W, abs=0.1)
        assert prints.high_mm * MM == sheet.MAP_H >= kit.PICTURE_H


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_no_place_or_camera_of_a_foreign_picture_reaches_the_paper(orientation: int) -> None:
    pdf, picture = drawn(telling_jpeg(orientation))
    assert not any(secret in pdf for secret in SECRETS)
    assert b"Exif" not in pdf
    assert profile()[:40] not in pdf
    assert picture.size == ((48, 64) if orientation >= 5 else (64, 48))


def test_a_stored_jpeg_goes_in_untouched() -> None:
    data = as_bytes(a_photo(), "JPEG", quality=80)
    assert data in drawn(data)[0]


@pytest.mark.parametrize("name", sorted(every_kind()))
def test_every_kind_prints_or_leaves_a_crossed_frame(name: str) -> None:
    data = every_kind()[name]
    assert render(a_view(a_page(ImageBlock("写真", data))), shipped_fonts()) == render(
        a_view(a_page(ImageBlock("写真", data))), shipped_fonts()
    )


def test_a_monstrous_picture_is_not_drawn() -> None:
    huge = as_bytes(Image.new("1", (20_000, 8_000)), "PNG")
    assert Picture(huge, 100)._reader is None


def test_a_small_picture_is_not_blown_up_and_a_large_one_fills_its_column() -> None:
    assert Picture(as_bytes(a_photo(60, 30), "PNG"), 500).wrap(WIDTH, 900)[1] == pytest.approx(30 * 72 / 150)
    assert Picture(as_bytes(a_photo(2000, 1000), "PNG"), 500).wrap(WIDTH, 900)[1] == pytest.approx(WIDTH / 2)
    assert Picture(as_bytes(a_photo(1000, 3000), "PNG"), 300).wrap(WIDTH, 900)[1] == pytest.approx(300)
