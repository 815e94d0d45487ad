"""The run-down as a picture: hours across, a bar for each device, in words under mouse and arrow keys."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from evacplan.form.rundown_view import LegendEntry, MannerView
from evacplan.form.view import ChartBlock
from evacplan.ui.parts import announce
from evacplan.ui.rundown.painting import NAME_FLAGS, Painting
from evacplan.ui.rundown.places import Places, Spot
from evacplan.ui.theme import colours_of

WIDEST_NAMES = 0.27
NARROWEST_NAMES_EM = 5.5
MOST_WIDTHS = 8


class RunChart(QWidget):
    """One chart. told: what is under the mouse or was reached by keys, as a sentence; "" when nothing is."""

    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("run_chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("何時間もつかの図。矢印キーで1つずつ言葉で読めます。"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._shown: MannerView | None = None
        self._letters: dict[str, str] = {}
        self._laid: dict[int, Places] = {}
        self._reached: Spot | None = None
        self._hovered: Spot | None = None

    def show_manner(self, shown: MannerView, legend: tuple[LegendEntry, ...]) -> None:
        """Show another run-down; what was reached by keys stays reached while it is there."""
        if shown == self._shown:
            return
        self._shown = shown
        self._letters = {entry.supply.value: entry.letter for entry in legend}
        self._laid.clear()
        self._hovered = None
        if self._reached not in self._spots():
            self._reached = None
        self.setVisible(shown.chart is not None)
        self.updateGeometry()
        self.update()
        self._tell()

    # Geometry

    def _em(self) -> float:
        return float(self.fontInfo().pixelSize())

    def _layout(self, width: int) -> Places | None:
        """Where everything stands at a width; Qt asks for several of them each time."""
        block = self._shown.chart if self._shown is not None else None
        if block is None:
            return None
        if width not in self._laid:
            if len(self._laid) > MOST_WIDTHS:
                self._laid.clear()
            left = self._names_width(block, width)
            self._laid[width] = Places(block, width, left, self._heights(block, left), self._em())
        return self._laid[width]

    def _names_width(self, block: ChartBlock, width: float) -> float:
        measure, em = QFontMetricsF(self.font()), self._em()
        widest = max((measure.horizontalAdvance(bar.label) for bar in block.bars), default=0.0)
        return min(max(widest + em, NARROWEST_NAMES_EM * em), width * WIDEST_NAMES)

    def _heights(self, block: ChartBlock, left: float) -> list[float]:
        measure, em = QFontMetricsF(self.font()), self._em()
        room = Painting.name_room(left, em)
        return [
            max(measure.boundingRect(room, NAME_FLAGS, bar.label).height() + em * 0.4, em * 2.2)
            for bar in block.bars
        ]

    def places(self) -> Places | None:
        """Where everything stands at the width it has; None when there is no chart."""
        return self._layout(self.width())

    def sizeHint(self) -> QSize:
        return QSize(560, self.heightForWidth(560))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._layout(width)
        return 0 if places is None else int(places.height) + 1

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._laid.clear()
            self.updateGeometry()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        places = self.places()
        if places is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reached = self._reached if self.hasFocus() else None
        spot = self._hovered or reached
        painting = Painting(painter, places, colours_of(QGuiApplication.palette()), self._letters)
        painting.draw(None if spot is None else places.spot(spot))
        painter.end()

    # Words

    def _spots(self) -> list[Spot]:
        places = self.places()
        return [] if places is None else list(places.spots())

    def sentence(self, spot: Spot) -> str:
        """A segment, or a bar without segments, in words."""
        if self._shown is None:
            return ""
        bar = self._shown.bars[spot.bar]
        return bar.summary if spot.segment is None else bar.segments[spot.segment].sentence

    def _tell(self) -> str:
        reached = self._reached if self.hasFocus() else None
        spot = self._hovered or reached
        words = "" if spot is None else self.sentence(spot)
        self.setAccessibleDescription(words)
        self.told.emit(words)
        return words

    def _reach(self, spot: Spot) -> None:
        self._reached, self._hovered = spot, None
        announce(self, self._tell())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spots, step = self._spots(), _STEPS.get(Qt.Key(event.key()))
        if not spots or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif step is not None:
            at = spots.index(self._reached) if self._reached in spots else -1
            self._reach(spots[max(0, min(at + step, len(spots) - 1))])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._reach(spots[0 if event.key() == Qt.Key.Key_Home else -1])
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._reach(self._across(1 if event.key() == Qt.Key.Key_Down else -1))
        else:
            super().keyPressEvent(event)

    def _across(self, step: int) -> Spot:
        """The segment at the same hour in the bar above or below."""
        places = self.places()
        assert places is not None
        here = self._reached or Spot(0, None)
        bar = max(0, min(here.bar + step, len(places.block.bars) - 1))
        if self._reached is None:
            return next(places.spots())
        middle = places.spot(here).center().x()
        return places.at(QPointF(middle, places.lane(bar).center().y())) or self._first_of(bar)

    def _first_of(self, bar: int) -> Spot:
        return next(spot for spot in self._spots() if spot.bar == bar)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        places = self.places()
        spot = None if places is None else places.at(event.position())
        if spot != self._hovered:
            self._hovered = spot
            self._tell()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        places = self.places()
        spot = None if places is None else places.at(event.position())
        if spot is not None:
            self._reach(spot)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self._tell()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keys the first segment is told at once, so that nobody lands on silence."""
        super().focusInEvent(event)
        spots = self._spots()
        if self._reached is None and spots and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._reached = spots[0]
        announce(self, self._tell())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            places = self.places()
            spot = None if places is None else places.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if spot is None else self.sentence(spot), self)
            return True
        return super().event(event)


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
