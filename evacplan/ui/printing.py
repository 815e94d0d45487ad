"""Paint a PDF on A4 at its true size, page by page as pictures, on one side or both, in colour or in grey."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

DPI = 300
_POINTS_PER_INCH = 72


@dataclass
class PrintSetup:
    """How to print. two_sided: papers of several pages, turned over the long edge.

    first, last: the pages to print, counted from 1; last 0: to the end.
    """

    printer: QPrinter
    two_sided: bool = True
    grey: bool = False
    copies: int = 1
    first: int = 1
    last: int = 0

    def duplex(self, pages: int) -> QPrinter.DuplexMode:
        """How the sheets of a document of so many pages are turned; a single one is not."""
        both = self.two_sided and pages > 1
        return QPrinter.DuplexMode.DuplexLongSide if both else QPrinter.DuplexMode.DuplexNone

    def job(self, pages: int) -> QPrinter:
        """The printer, set for one document of so many pages."""
        printer = self.printer
        set_a4(printer)
        printer.setDuplex(self.duplex(pages))
        printer.setColorMode(QPrinter.ColorMode.GrayScale if self.grey else QPrinter.ColorMode.Color)
        printer.setCopyCount(self.copies)
        return printer


def a4_printer(name: str = "") -> QPrinter:
    """A printer set to whole sheets of A4. name: as the system calls it, "" for its first choice."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    if name:
        printer.setPrinterName(name)
    set_a4(printer)
    # The job's name is shown in print queues, so it names nobody.
    printer.setDocName("evacplan")
    return printer


def set_a4(printer: QPrinter) -> None:
    """Upright sheets of A4 without margins of the printer's own; the papers bring 14 mm."""
    printer.setResolution(DPI)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """A document to print, closed and forgotten afterwards."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()
        buffer.close()
        buffer.setData(QByteArray())


def print_pages(document: QPdfDocument, setup: PrintSetup) -> bool:
    """Paint the pages at 300 dpi; False when the printer cannot be reached or gives up."""
    pages = range(setup.first - 1, min(setup.last or document.pageCount(), document.pageCount()))
    printer = setup.job(len(pages))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    corner = QPoint()
    for count, page in enumerate(pages):
        if count and not printer.newPage():
            painter.end()
            return False
        # Never stretched to the sheet: one pixel of the picture is one dot of the paper.
        painter.drawImage(corner, _picture(document, page, grey=setup.grey))
    failed = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
    return painter.end() and printer.printerState() not in failed


def print_pdf(pdf: bytes, setup: PrintSetup) -> bool:
    """Print a whole document; False when the printer cannot be reached or gives up."""
    with opened(pdf) as document:
        return print_pages(document, setup)


def _picture(document: QPdfDocument, page: int, *, grey: bool) -> QImage:
    """A page in its true size; a broad one turned, so that it goes on the upright sheet."""
    size = document.pagePointSize(page) * (DPI / _POINTS_PER_INCH)
    image = document.render(page, QSize(round(size.width()), round(size.height())), _options(grey=grey))
    if size.width() > size.height():
        image = image.transformed(QTransform().rotate(90))
    if not grey:
        return image
    # What is transparent would turn black.
    white = QImage(image.size(), QImage.Format.Format_Grayscale8)
    white.fill(255)
    painter = QPainter(white)
    painter.drawImage(QPoint(), image)
    painter.end()
    return white


def _options(*, grey: bool) -> QPdfDocumentRenderOptions:
    flags = QPdfDocumentRenderOptions.RenderFlag
    options = QPdfDocumentRenderOptions()
    options.setRenderFlags(flags.Annotations | flags.Grayscale if grey else flags.Annotations)
    return options
