"""A picture from anywhere as an upright picture in plain colours, or a sentence why not.

Memory stays bounded: the size is read before the picture, a large JPEG is decoded small, and every other
kind holds at most MOST_PIXELS. Of an animation the first picture is taken.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from evacplan.domain.errors import UserError
from evacplan.ui.picture.upright import upright
from evacplan.ui.picture.wholeness import is_whole

MOST_FILE_BYTES = 64_000_000
MOST_PIXELS = 64_000_000  # 256 MB while it is read; the phones of 2026 take 12 to 50 million
LEAST_SIDE = 16
FINE_SIDE = 3200  # what is kept while one crops: a third of it still prints at 200 dpi over half a page

_STARTS = ((b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF8", "gif"), (b"BM", "bmp"))
_PHONE_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")


def _tr(text: str) -> str:
    return QCoreApplication.translate("picture", text)


def read_file(path: Path) -> QImage:
    """The picture in a file; a UserError says what to do instead, without the file's name."""
    try:
        if not path.is_file():
            raise _not_a_picture()
        with path.open("rb") as file:
            data = file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        raise UserError(
            _tr("画像のファイルを開けません。"),
            why=_tr("ファイルが動かされたか、読む許可がありません。"),
            do=_tr("ファイルをパソコンに写してから、もう一度選んでください。"),
        ) from error
    return read_bytes(data)


def read_bytes(data: bytes) -> QImage:
    """The picture in the bytes of a file: upright, RGB, no side over FINE_SIDE, nothing else in it."""
    if len(data) > MOST_FILE_BYTES:
        raise _too_large()
    kind = kind_of(data)
    if not is_whole(data, kind):
        raise _cut_off()
    kept = QByteArray(data)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoTransform(True)
    _check(reader.size())
    if kind == "jpeg":
        reader.setScaledSize(_fine(reader.size()))
    image = reader.read()
    if image.isNull():
        raise _cut_off()
    return upright(plain(image), data, kind)


def read_image(image: QImage) -> QImage:
    """A picture of the clipboard in the same plain form."""
    _check(image.size())
    return plain(QImage(image))


def kind_of(data: bytes) -> str:
    """The kind of picture by its first bytes: its name may say anything."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and data[8:12] in _PHONE_BRANDS:
        raise UserError(
            _tr("この写真の形式（HEIC・AVIF）は読めません。"),
            why=_tr("スマートフォンの節約用の形式です。"),
            do=_tr("写真をJPEGで送ってもらうか、画面の写し（スクリーンショット）を使ってください。"),
        )
    if data.startswith(b"%PDF"):
        raise UserError(
            _tr("PDFは画像として読めません。"),
            why=_tr("PDFは何枚もの紙をまとめた書類です。"),
            do=_tr("使うページを画面に出し、画面の写し（スクリーンショット）を貼り付けてください。"),
        )
    raise _not_a_picture()


def plain(image: QImage) -> QImage:
    """The same picture in sRGB on white, without text, place, profile or any other entry of its file."""
    has_alpha = image.hasAlphaChannel()
    wanted = QImage.Format.Format_ARGB32_Premultiplied if has_alpha else QImage.Format.Format_RGB32
    if image.depth() <= 32 and image.format() is not QImage.Format.Format_CMYK8888:
        image.convertTo(wanted)  # in its own place: no second copy of a large picture
    small = shrunk(image, _fine(image.size()))
    if small.colorSpace().isValid():
        small = small.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb), wanted)
    ground = QImage(small.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(ground.rect(), small)
    painter.end()
    return ground


def shrunk(image: QImage, box: QSize) -> QImage:
    """The picture in its proportions inside a box; a small one stays as it is."""
    if image.width() <= box.width() and image.height() <= box.height():
        return image
    size = image.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _fine(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= FINE_SIDE:
        return size
    fine = size.scaled(QSize(FINE_SIDE, FINE_SIDE), Qt.AspectRatioMode.KeepAspectRatio)
    return fine.expandedTo(QSize(1, 1))


def _check(size: QSize) -> None:
    if not size.isValid() or size.isEmpty():
        raise _not_a_picture()
    if size.width() * size.height() > MOST_PIXELS:
        raise _too_large()
    if min(size.width(), size.height()) < LEAST_SIDE:
        raise UserError(
            _tr("画像が小さすぎます。"),
            why=_tr("紙に刷っても、何も読み取れません。"),
            do=_tr("もとの大きな画像を選んでください。"),
        )


def _too_large() -> UserError:
    return UserError(
        _tr("画像が大きすぎます。"),
        why=_tr("読むのに、このパソコンのメモリを使い切るおそれがあります。"),
        do=_tr("写真のアプリで小さくするか、画面の写し（スクリーンショット）を使ってください。"),
    )


def _cut_off() -> UserError:
    return UserError(
        _tr("この画像は読めません。"),
        why=_tr("ファイルが途中で切れているか、こわれています。"),
        do=_tr("もう一度写してもらうか、別の画像を選んでください。"),
    )


def _not_a_picture() -> UserError:
    return UserError(
        _tr("この画像は読めません。"),
        why=_tr("JPEG・PNG・GIF・BMP・WebPの画像ではありません。"),
        do=_tr("JPEG か PNG の画像を選んでください。"),
    )
