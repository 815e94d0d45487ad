"""Pictures from anywhere: each becomes a small upright picture in plain colours, or a sentence why not."""

import base64
import io
import os
import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps
from PySide6.QtGui import QColorSpace, QImage

from evacplan.domain.errors import UserError
from evacplan.domain.picture import PAGE, PORTRAIT, WAY, Print
from evacplan.ui.picture import reading
from evacplan.ui.picture.reading import FINE_SIDE, MOST_FILE_BYTES, read_bytes, read_file, read_image
from evacplan.ui.picture.storing import as_answer, from_answer
from tests.pictures import (
    SECRETS,
    a_photo,
    animation,
    as_bytes,
    every_kind,
    exif,
    heic,
    profile,
    telling_jpeg,
)

ROOT = Path(__file__).parents[2]
KINDS = {name: data for name, data in every_kind().items() if name != "heic"}
PRINTS = [PORTRAIT, PAGE, WAY]
JAPANESE = re.compile("[ぁ-ん]")

pytestmark = pytest.mark.usefixtures("qapp")


def refusal(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        read_bytes(data)
    assert all(JAPANESE.search(said) for said in (caught.value.what, caught.value.why, caught.value.do))
    return caught.value


def stored(data: bytes, prints: Print = PAGE) -> bytes:
    return base64.b64decode(as_answer(read_bytes(data), prints))


def colours(image: QImage) -> tuple[str, str]:
    """What is above and what below: the name of the strongest part."""

    def strongest(x: int, y: int) -> str:
        color = image.pixelColor(x, y)
        return max((color.red(), "red"), (color.green(), "green"), (color.blue(), "blue"))[1]

    return strongest(image.width() // 2, 2), strongest(image.width() // 2, image.height() - 3)


def segments(jpeg: bytes) -> list[tuple[int, bytes]]:
    """The marked parts of a JPEG before its picture."""
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        length = struct.unpack_from(">H", jpeg, at + 2)[0]
        found.append((jpeg[at + 1], jpeg[at + 4 : at + 2 + length]))
        at += 2 + length
    return found


def a_png_that_says(width: int, height: int) -> bytes:
    """A small file whose head promises a picture of this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(2000))
    parts = [(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in parts
    )
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("name", [name for name in KINDS if name not in ("16 bit png", "grey jpeg")])
def test_every_kind_becomes_an_upright_picture_in_plain_colours(name: str) -> None:
    image = read_bytes(KINDS[name])
    assert image.format() is QImage.Format.Format_RGB32
    assert not image.textKeys()
    assert not image.colorSpace().isValid()
    if name not in ("telling jpeg", "turned png", "turned webp"):
        assert (image.width(), image.height()) == (64, 48)
        assert colours(image) == ("red", "blue")


@pytest.mark.parametrize("name", ["16 bit png", "grey jpeg"])
def test_grey_pictures_keep_their_shades(name: str) -> None:
    image = read_bytes(KINDS[name])
    above, below = image.pixelColor(10, 5), image.pixelColor(10, 43)
    assert above.red() == above.green() == above.blue()
    assert above.red() > below.red() + 20


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_stands_as_another_reader_turns_it(kind: str, orientation: int) -> None:
    photo = a_photo()
    photo.paste((5, 250, 5), (0, 0, 32, 24))  # the four quarters differ
    photo.paste((250, 250, 5), (0, 24, 32, 48))
    data = as_bytes(photo, kind, exif=exif(orientation), quality=95)
    image = read_bytes(data)
    with Image.open(io.BytesIO(data)) as other:
        wanted = ImageOps.exif_transpose(other).convert("RGB")
    assert (image.width(), image.height()) == wanted.size
    for x, y in ((8, 8), (image.width() - 9, 8), (8, image.height() - 9)):
        found = image.pixelColor(x, y)
        asked = wanted.getpixel((x, y))
        assert isinstance(asked, tuple)
        shades = zip((found.red(), found.green(), found.blue()), asked, strict=True)
        assert all(abs(one - another) < 40 for one, another in shades)


def test_what_is_clear_gets_a_white_ground() -> None:
    image = read_bytes(as_bytes(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG"))
    assert image.pixelColor(20, 20).lightness() > 250


def test_of_an_animation_the_first_picture_is_taken() -> None:
    assert colours(read_bytes(animation())) == ("red", "blue")


def test_colours_of_another_space_are_told_in_the_common_one() -> None:
    wide = QImage(32, 32, QImage.Format.Format_RGB32)
    wide.fill(0xFF30A050)
    wide.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    found, raw = read_image(wide).pixelColor(9, 9), wide.pixelColor(9, 9)
    assert found.green() > raw.green()
    assert found.red() < raw.red()


@pytest.mark.parametrize("prints", PRINTS)
def test_nothing_of_the_file_but_its_picture_is_stored(prints: Print) -> None:
    source = telling_jpeg(6)
    assert all(secret in source for secret in SECRETS)
    assert b"GPS" in source or b"\x88\x25" in source  # the entry of the place
    data = stored(source, prints)
    assert {marker for marker, _content in segments(data)} <= {0xE0, 0xDB, 0xC0, 0xC4}
    assert [content[:5] for marker, content in segments(data) if marker == 0xE0] == [b"JFIF\0"]
    assert not any(secret in data for secret in SECRETS)
    assert b"Exif" not in data
    assert profile()[:40] not in data
    assert data.endswith(b"\xff\xd9")
    assert data.count(b"\xff\xd8\xff") == 1  # no small picture inside


def test_texts_in_a_png_are_not_stored() -> None:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(0)
    image.setText("Description", "SECRET-COMMENT")
    assert b"SECRET" not in base64.b64decode(as_answer(read_image(image), PAGE))


@pytest.mark.parametrize("prints", PRINTS)
@pytest.mark.parametrize("size", [(2400, 1800), (300, 2000), (3000, 40), (20, 16)])
def test_a_stored_picture_fits_its_print(prints: Print, size: tuple[int, int]) -> None:
    noise = a_noise(*size)
    answer = as_answer(read_image(noise), prints)
    found = from_answer(answer)
    assert len(base64.b64decode(answer)) <= prints.most_bytes
    assert found.width() <= prints.pixels[0]
    assert found.height() <= prints.pixels[1]
    if max(size) <= 300:
        assert (found.width(), found.height()) == size


def a_noise(width: int, height: int) -> QImage:
    """A picture that compresses badly."""
    seed = Random(0).randbytes(width * height * 3)
    return QImage(seed, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def test_the_same_picture_is_stored_in_the_same_bytes() -> None:
    assert stored(telling_jpeg()) == stored(telling_jpeg())


@pytest.mark.parametrize("name", sorted(KINDS))
@pytest.mark.no_qt_log
def test_a_file_that_is_cut_off_is_refused(name: str) -> None:
    data = KINDS[name]
    for part in (0.2, 0.5, 0.8):
        if name == "animation" and part > 0.2:
            continue  # the first picture is whole
        assert "読めません" in refusal(data[: int(len(data) * part)]).what


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "読めません"),
        (b"no picture", "読めません"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'/>", "読めません"),
        (b"%PDF-1.7\n", "PDF"),
        (heic(), "HEIC"),
        (as_bytes(a_photo(1, 1), "PNG"), "小さすぎ"),
        (as_bytes(a_photo(4000, 3), "PNG"), "小さすぎ"),
        (a_png_that_says(60_000, 60_000), "大きすぎ"),
        (a_png_that_says(2_000_000_000, 2_000_000_000), "読めません"),
        (bytes(MOST_FILE_BYTES + 1), "大きすぎ"),
    ],
)
@pytest.mark.no_qt_log
def test_what_cannot_be_used_is_refused_with_what_to_do(data: bytes, word: str) -> None:
    assert word in refusal(data).what


def test_a_folder_or_a_missing_file_is_refused_without_its_name(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "secret.jpg"):
        with pytest.raises(UserError) as caught:
            read_file(path)
        assert "secret" not in str(caught.value)
        assert str(tmp_path) not in str(caught.value)


def test_the_name_of_a_file_does_not_say_its_kind(tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(KINDS["jpeg"])
    assert colours(read_file(file)) == ("red", "blue")


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA")])
def test_forty_megapixels_become_small_in_bounded_memory(tmp_path: Path, kind: str, mode: str) -> None:
    pytest.importorskip("resource")
    file = tmp_path / "large"
    file.write_bytes(as_bytes(a_photo(7296, 5472, mode), kind))
    found = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(file)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    width, height, grown_mb = map(int, found.stdout.split())
    assert (width, height) == (FINE_SIDE, FINE_SIDE * 3 // 4)
    assert grown_mb <= (120 if kind == "JPEG" else 320)


_MEASURE = """
import resource, sys
from pathlib import Path
from random import Random
from PySide6.QtGui import QGuiApplication
from evacplan.ui.picture.reading import read_file
app = QGuiApplication([])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
image = read_file(Path(sys.argv[1]))
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(image.width(), image.height(), grown // 1024)
"""


@pytest.mark.no_qt_log
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(every_kind())), st.data())
def test_any_damaged_picture_is_read_or_refused(name: str, data: st.DataObject) -> None:
    damaged = bytearray(every_kind_once[name])
    for _ in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    whole = bytes(damaged[:cut] if data.draw(st.booleans()) else damaged)
    try:
        image = read_bytes(whole)
    except UserError:
        return
    assert 0 < max(image.width(), image.height()) <= FINE_SIDE
    assert image.format() is QImage.Format.Format_RGB32
    assert not from_answer(as_answer(image, PORTRAIT)).isNull()


every_kind_once = every_kind()


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", *(start for start, _kind in reading._STARTS), b"RIFF....WEBP"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@pytest.mark.no_qt_log
def test_any_bytes_are_read_or_refused(tail: bytes, start: bytes) -> None:
    try:
        image = read_bytes(start + tail)
    except UserError:
        return
    assert not image.isNull()
