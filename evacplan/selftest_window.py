"""The part of the self-test that needs Qt: its plugins, the window with a sample, a paper on the screen."""

from __future__ import annotations

import io
import os
import secrets
import sys
from contextlib import closing
from datetime import date

from PIL import Image
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLibraryInfo,
    QMessageLogContext,
    QSize,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QImageReader, QImageWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication

from evacplan.form.spec import Edition
from evacplan.selftest import Bench, Check, expect
from evacplan.services import AppServices
from evacplan.ui.picture.reading import read_bytes
from evacplan.ui.theme import Look, load_fonts
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault

_PICTURES = ("jpeg", "png", "gif", "webp", "svg")
_FEWEST_COLOURS = 12  # an empty window has two or three; smooth letters alone make dozens
_WITHOUT_SCREEN = "does not support propagateSizeHints"
_SIZE = QSize(1280, 720)


def _application(bench: Bench) -> QApplication:
    """Qt as the app starts it; without a screen unless one is asked for."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    if not bench.on_screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_say)
    made = QApplication(sys.argv[:1])
    load_fonts(bench.shipped.fonts)
    return made


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if _WITHOUT_SCREEN not in message:
        print(message, file=sys.stderr)


def _plugins(bench: Bench) -> str:
    _application(bench)
    known = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
    for kind in _PICTURES:
        expect(kind in known, f"{kind} の画像を読む部品がありません")
    icon = QIcon(str(bench.shipped.icons / "evacplan.svg"))
    expect(_colours(icon.pixmap(64).toImage()) > 1, "アイコンを描けません")
    translations = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    expect(QTranslator().load("qtbase_ja", translations), "Qtの日本語がありません")
    QPrinterInfo.availablePrinterNames()
    return "画像・アイコン・日本語・印刷の部品がそろっています"


def _picture(bench: Bench) -> str:
    _application(bench)
    drawn = QImage(64, 48, QImage.Format.Format_RGB32)
    drawn.fill(QColor("teal"))
    for kind in ("JPEG", "PNG", "WEBP"):
        data = _saved(drawn, kind)
        expect(read_bytes(data).size() == drawn.size(), f"{kind} の画像を画面に出せません")
        with Image.open(io.BytesIO(data)) as printed:
            printed.load()
            expect(printed.size == drawn.size().toTuple(), f"{kind} の画像を印刷できません")
    return "JPEG・PNG・WebP の写真を、画面と印刷の両方で読めました"


def _saved(image: QImage, kind: str) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    expect(QImageWriter(buffer, QByteArray(kind.encode())).write(image), f"{kind} の画像を書けません")
    return bytes(kept.data())


def _window(bench: Bench) -> str:
    app = _application(bench)
    look = Look(app, icons=bench.shipped.icons)
    vault = StoreVault(bench.folder / "window.evacplan")
    plans, _code = vault.create(secrets.token_urlsafe())
    plans.code_put_away()
    ids = [plans.create(plan) for plan in bench.samples]
    with closing(plans):
        window = MainWindow(AppServices(vault, bench.shipped), look)
        window.resize(_SIZE)
        window.show_unlock()
        window.show()
        window.enter(plans)
        window.open_plan(ids[0])
        app.processEvents()
        colours = _colours(window.grab().toImage())
        window.end()
        window.deleteLater()
    expect(colours >= _FEWEST_COLOURS, "画面に何も描かれません")
    return f"見本の計画を開いて描きました（{QGuiApplication.platformName()}）"


def _paper(bench: Bench) -> str:
    _application(bench)
    data = bench.press.print(bench.samples[0], Edition.FAMILY, date.today())  # noqa: DTZ011 - the user's own day
    kept = QByteArray(data)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pages = QPdfDocument()
    pages.load(buffer)
    expect(pages.error() is QPdfDocument.Error.None_, "紙面を開けません")
    image = pages.render(0, QSize(600, 850))
    pages.close()
    expect(_colours(image) >= _FEWEST_COLOURS, "紙面が白紙になります")
    return "紙面を画面に描きました"


def _colours(image: QImage) -> int:
    """How many colours a coarse grid of a picture's points has."""
    wide, high = max(image.width(), 1), max(image.height(), 1)
    points = ((x, y) for y in range(0, high, 3) for x in range(0, wide, 2))
    return len({image.pixel(x, y) for x, y in points}) if not image.isNull() else 0


CHECKS: tuple[tuple[str, Check], ...] = (
    ("画面の部品", _plugins),
    ("写真", _picture),
    ("画面", _window),
    ("紙面の表示", _paper),
)
