"""What the patterns of the chart mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from evacplan.form.rundown_view import LegendEntry
from evacplan.ui.flow import FlowLayout
from evacplan.ui.rundown.strokes import GROUND, INK, draw_supply
from evacplan.ui.theme import colours_of


class Legend(QWidget):
    """One sample for each supply of the charts, with its letter and its word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._entries: tuple[LegendEntry, ...] = ()

    def show_entries(self, entries: tuple[LegendEntry, ...]) -> None:
        """Show other supplies."""
        if entries == self._entries:
            return
        self._entries = entries
        while (item := self._flow.takeAt(0)) is not None:
            if (sample := item.widget()) is not None:
                sample.hide()
                sample.deleteLater()
        for entry in entries:
            self._flow.addWidget(_Sample(entry, self))
        self.setAccessibleName("、".join(f"{entry.letter}：{entry.word}" for entry in entries))


class _Sample(QWidget):
    def __init__(self, entry: LegendEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry

    def _em(self) -> float:
        return float(self.fontInfo().pixelSize())

    def sizeHint(self) -> QSize:
        em = self._em()
        word = QFontMetricsF(self._font()).horizontalAdvance(self._entry.word)
        return QSize(int(em * 3.2 + word), int(em * 1.7))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _font(self, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(8, round(self._em() * 0.87)))
        font.setBold(bold)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, em, high = QPainter(self), self._em(), float(self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, (high - em * 1.3) / 2, em * 2.4, em * 1.3)
        draw_supply(painter, box, self._entry.supply, colours_of(QGuiApplication.palette()))
        chip = QRectF(box.center().x() - em * 0.55, box.top() + 2, em * 1.1, box.height() - 4)
        painter.fillRect(chip, GROUND)
        painter.setFont(self._font(bold=True))
        painter.setPen(INK)
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), self._entry.letter)
        painter.setFont(self._font())
        painter.setPen(self.palette().windowText().color())
        room = QRectF(box.right() + em * 0.4, 0, self.width(), high)
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._entry.word
        )
        painter.end()
