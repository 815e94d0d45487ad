"""A PDF shown from memory, page below page.

Pages are drawn when they come into view, in about 0.03 s each. Qt's own QPdfView draws them in a thread that
outlives its document and view: switching between PDFs or closing ends the process now and then (seen with
Qt 6.12).
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar

_GAP, _LINE_STEP = 16, 60
_SCREEN_DPI, _POINTS_PER_INCH = 96, 72
_ZOOM_STEP, _SMALLEST, _LARGEST = 1.2, 0.3, 5.0


class Fit(Enum):
    """What a page is fitted to: nothing (its zoom counts), the whole pane or its width."""

    NOTHING = auto()
    PANE = auto()
    WIDTH = auto()


class PdfPane(QAbstractScrollArea):
    """pages: the document that is shown; it has no pages while nothing is.

    turned: the page at the top, counted from 0, when another one comes there. focused: with the cursor.
    """

    turned = Signal(int)
    focused = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._zoom = 1.0
        self._fit = Fit.NOTHING
        self._page = 0
        self._places: list[QRect] = []
        self._drawn: dict[int, QImage] = {}

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes from the first page on."""
        self.clear()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pages.load(self._buffer)
        if self.pages.error() != QPdfDocument.Error.None_:
            raise ValueError(f"a PDF of our own cannot be shown: {self.pages.error().name}")
        self.setAccessibleName(self.tr("紙面、{count}ページ").format(count=self.pages.pageCount()))
        self._place()
        self.verticalScrollBar().setValue(0)
        self._note_page()

    def clear(self) -> None:
        """Forget what was shown."""
        self.pages.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self._place()

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1) or a whole page at once (0)."""
        if step:
            self._zoom = max(_SMALLEST, min(self._scale() * _ZOOM_STEP**step, _LARGEST))
        self.fit(Fit.NOTHING if step else Fit.PANE)

    def fit(self, fit: Fit) -> None:
        """Show the pages so, from the page on that is at the top."""
        page, self._fit = self._page, fit
        self._place()
        self._go_to(page)

    @property
    def page(self) -> int:
        """The page at the top, counted from 0."""
        return self._page

    def turn(self, step: int) -> None:
        """Go to the top of the next page (1) or the one before (-1)."""
        self._go_to(self._page + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view; those far from it are forgotten."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        view = self.viewport().rect().translated(self._offset())
        shown = {page for page, place in enumerate(self._places) if place.intersects(view)}
        self._drawn = {page: image for page, image in self._drawn.items() if page in shown}
        for page in sorted(shown):
            self._paint(painter, page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages in the middle, and whole where that was asked for."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End lead to the first and the last page; arrows and PageUp, PageDown scroll."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw what came into view."""
        self.viewport().update()
        self._note_page()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the frame around show where the cursor is."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor has left."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _go_to(self, page: int) -> None:
        if self._places:
            page = max(0, min(page, len(self._places) - 1))
            self.verticalScrollBar().setValue(self._places[page].top() - _GAP)
            self._note_page()

    def _note_page(self) -> None:
        bar = self.verticalScrollBar()
        line = bar.value() + self.viewport().height() // 3
        above = sum(1 for place in self._places if place.top() <= line) - 1
        # The last page is seldom so long that it can be scrolled to the top.
        page = len(self._places) - 1 if 0 < bar.value() == bar.maximum() else max(above, 0)
        if page != self._page:
            self._page = page
            self.turned.emit(page)

    def _paint(self, painter: QPainter, page: int) -> None:
        place = self._places[page].translated(-self._offset())
        if page not in self._drawn:
            ratio = self.devicePixelRatioF()
            self._drawn[page] = self.pages.render(page, place.size() * ratio)
        # Paper is white in every theme.
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place, self._drawn[page])
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _place(self) -> None:
        """Where each page stands, before scrolling."""
        self._drawn.clear()
        sizes = [self._pixels(self.pages.pagePointSize(page)) for page in range(self.pages.pageCount())]
        width = max((size.width() for size in sizes), default=0) + 2 * _GAP
        middle = max(width, self.viewport().width()) // 2
        self._places, top = [], _GAP
        for size in sizes:
            self._places.append(QRect(QPoint(middle - size.width() // 2, top), size))
            top += size.height() + _GAP
        self._set_bar(self.horizontalScrollBar(), width, self.viewport().width())
        self._set_bar(self.verticalScrollBar(), top, self.viewport().height())
        self.viewport().update()

    def _set_bar(self, bar: QScrollBar, length: int, seen: int) -> None:
        bar.setRange(0, max(0, length - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(_LINE_STEP)

    def _pixels(self, points: QSizeF) -> QSize:
        return (points * (self._scale() * _SCREEN_DPI / _POINTS_PER_INCH)).toSize()

    def _scale(self) -> float:
        if self._fit is Fit.NOTHING or not self.pages.pageCount():
            return self._zoom
        points = self.pages.pagePointSize(0) * (_SCREEN_DPI / _POINTS_PER_INCH)
        room = self.viewport().size() - QSize(2 * _GAP, 2 * _GAP)
        across, down = room.width() / points.width(), room.height() / points.height()
        return max(0.05, across if self._fit is Fit.WIDTH else min(across, down))
