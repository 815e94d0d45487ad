"""Print a PDF through the system's printer dialog, page by page as pictures."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

DPI = 300
_POINTS_PER_INCH = 72


class PrintBox:
    """The system's dialog for printer, pages and copies."""

    @staticmethod
    def ask(parent: QWidget | None, pages: int) -> QPrinter | None:
        """The printer the user chose, None: not now."""
        printer = a4_printer()
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def a4_printer() -> QPrinter:
    """A printer set to A4 without margins of its own; the editions bring 14 mm."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(DPI)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    # The job's name is shown in print queues, so it names nobody.
    printer.setDocName("evacplan")
    return printer


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Paint the chosen pages at 300 dpi; False when the printer cannot be reached."""
    printer.setResolution(DPI)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    target = printer.pageLayout().fullRectPixels(DPI)
    for count, page in enumerate(_chosen(document, printer)):
        if count:
            printer.newPage()
        _paint(painter, document, page, target)
    return painter.end()


def _chosen(document: QPdfDocument, printer: QPrinter) -> range:
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    return range(first - 1, min(last, document.pageCount()))


def _paint(painter: QPainter, document: QPdfDocument, page: int, target: QRect) -> None:
    size = document.pagePointSize(page) * (DPI / _POINTS_PER_INCH)
    image = document.render(page, QSize(round(size.width()), round(size.height())), _options())
    painter.drawImage(target, image)


def _options() -> QPdfDocumentRenderOptions:
    options = QPdfDocumentRenderOptions()
    options.setRenderFlags(QPdfDocumentRenderOptions.RenderFlag.Annotations)
    return options
