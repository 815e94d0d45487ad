"""The frame that the tour draws around a control: above everything, in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from evacplan.ui.theme import colours_of

LINE, HALO, AWAY = 4, 2, 3  # px: the line, the light edge around it, the room between it and the control


class TourFrame(QWidget):
    """Covers a window; all of it but the frames lets through what is below, and the frames every click."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._places: tuple[QRect, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self.hide()

    @property
    def places(self) -> tuple[QRect, ...]:
        """What is framed, in the window."""
        return self._places

    def point_at(self, places: tuple[QRect, ...]) -> None:
        """Frame these places of the window, or none."""
        if places == self._places:
            return
        self._places = places
        # Moved while shown, it would leave its old frames behind on what draws its own whole ground.
        self.hide()
        self._fit()
        self.setVisible(bool(places))
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self._places:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setGeometry(self.window().rect())
        whole = QRegion()
        for outer, inner in self._edges():
            whole += QRegion(outer) - QRegion(inner)
        self.setMask(whole)

    def _edges(self) -> list[tuple[QRect, QRect]]:
        """Of each frame the outer edge, kept inside the window, and the inner one."""
        found = []
        for place in self._places:
            inner = place.adjusted(-AWAY, -AWAY, AWAY, AWAY)
            wide = LINE + 2 * HALO
            outer = inner.adjusted(-wide, -wide, wide, wide).intersected(self.rect())
            found.append((outer, inner.intersected(outer.adjusted(wide, wide, -wide, -wide))))
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        for outer, _inner in self._edges():
            painter.fillRect(outer, QColor(colours.card))
            middle = HALO + LINE // 2
            painter.setPen(QPen(QColor(colours.teal), LINE))
            painter.drawRect(outer.adjusted(middle, middle, -middle, -middle))
