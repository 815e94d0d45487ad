"""The picture in the dialog: a frame to pull or a way to click, by mouse and by keys."""

from collections.abc import Set as AbstractSet
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from evacplan.domain.picture import Print
from evacplan.ui.picture.edit import EDGES, Frame, Point, Steps, frame_between
from evacplan.ui.picture.overlay import cursor_of, grip_at, paint_cross, paint_frame
from evacplan.ui.picture.sight import Sight
from evacplan.ui.picture.way import draw_way

_STEP, _LARGE_STEP = 0.01, 0.05  # of the longer side, for each press of an arrow key
_ARROWS: dict[int, Point] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_FIRST_CORNER, _LAST_CORNER = frozenset({"left", "top"}), frozenset({"right", "bottom"})


class Tool(Enum):
    """What clicks and keys do."""

    CROP = "crop"
    WAY = "way"


class Canvas(QWidget):
    """Shows an edit as it will be kept. While cropping all of the picture, while drawing what is kept."""

    changed = Signal(str)  # what was done: "frame", "point", "back"

    def __init__(self, picture: QImage, steps: Steps, prints: Print) -> None:
        super().__init__()
        self._picture, self._steps, self._prints = picture, steps, prints
        self._tool = Tool.CROP
        self._drawn: tuple[object, QPixmap] | None = None
        self._pulled: Frame | None = None
        self._grip: AbstractSet[str] = frozenset()
        self._pressed: Point | None = None
        self.cross: Point = (picture.width() / 2, picture.height() / 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(240, 160))

    @property
    def tool(self) -> Tool:
        """What clicks and keys do."""
        return self._tool

    def take(self, tool: Tool) -> None:
        """Work with another tool; the cross of the way begins at its last point or in the middle."""
        self._tool = tool
        frame = self._steps.now.frame
        middle = ((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)
        self.cross = self._steps.now.way[-1] if self._steps.now.way else middle
        self.setCursor(Qt.CursorShape.CrossCursor if tool is Tool.WAY else Qt.CursorShape.ArrowCursor)
        self.update()

    @property
    def sight(self) -> Sight:
        """Which part of the picture is seen where."""
        edit = self._steps.now
        return Sight.of(edit.whole if self._tool is Tool.CROP else edit.frame, self.size())

    def _frame(self) -> Frame:
        return self._pulled or self._steps.now.frame

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = self._tool is Tool.WAY
        if event.key() in _ARROWS:
            across, down = _ARROWS[event.key()]
            held = event.modifiers()
            (self._move_cross if way else self._move_frame)(across, down, held)
        elif way and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._set_point(self.cross)
        elif way and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.take_back()
        else:
            super().keyPressEvent(event)

    def take_back(self) -> None:
        """Take the last point of the way away."""
        self._steps.do(self._steps.now.without_last_point())
        self.update()
        self.changed.emit("back")

    def _move_cross(self, across: float, down: float, held: Qt.KeyboardModifier) -> None:
        frame = self._steps.now.frame
        part = _LARGE_STEP if held & Qt.KeyboardModifier.ShiftModifier else _STEP
        step = part * max(frame.width, frame.height)
        x = min(max(self.cross[0] + across * step, frame.left), frame.right)
        y = min(max(self.cross[1] + down * step, frame.top), frame.bottom)
        self.cross = (x, y)
        self.update()

    def _move_frame(self, across: float, down: float, held: Qt.KeyboardModifier) -> None:
        grip: AbstractSet[str] = EDGES
        if held & Qt.KeyboardModifier.ShiftModifier:
            grip = _LAST_CORNER
        elif held & Qt.KeyboardModifier.ControlModifier:
            grip = _FIRST_CORNER
        edit = self._steps.now
        step = max(_STEP * max(edit.size), 1)
        frame = edit.frame.pulled(grip, (across * step, down * step), edit.size)
        self._steps.do(edit.framed(frame), f"keys {sorted(grip)}")
        self.update()
        self.changed.emit("frame")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._tool is Tool.WAY:
            self._set_point(self.sight.pixel(event.position()))
            return
        self._pressed = self.sight.pixel(event.position())
        self._grip = self._grip_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._tool is Tool.WAY:
            return
        if self._pressed is None:
            self.setCursor(cursor_of(self._grip_at(event.position())))
            return
        edit, here = self._steps.now, self.sight.pixel(event.position())
        by = (here[0] - self._pressed[0], here[1] - self._pressed[1])
        new = not self._grip
        self._pulled = (
            frame_between(self._pressed, here, edit.size)
            if new
            else edit.frame.pulled(self._grip, by, edit.size)
        )
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._pulled is not None:
            self._steps.do(self._steps.now.framed(self._pulled))
            self.changed.emit("frame")
        self._pulled = self._pressed = None
        self.update()

    def _set_point(self, point: Point) -> None:
        self._steps.do(self._steps.now.with_point(point))
        self.cross = self._steps.now.way[-1]
        self.update()
        self.changed.emit("point")

    def _grip_at(self, at: QPointF) -> AbstractSet[str]:
        frame = self._frame()
        return grip_at(self.sight.rect(frame), at, is_whole=frame == self._steps.now.whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sight = self.sight
        painter.drawPixmap(sight.place.topLeft(), self._pixmap(sight))
        self._paint_way(painter, sight)
        if self._tool is Tool.CROP:
            paint_frame(painter, sight.place, sight.rect(self._frame()))
        elif self.hasFocus():
            paint_cross(painter, sight.where(self.cross))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 3))
            painter.drawRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.end()

    def _pixmap(self, sight: Sight) -> QPixmap:
        """The visible part at its size on the screen, drawn once."""
        part, ratio, turns = sight.part, self.devicePixelRatioF(), self._steps.now.turns
        size = (sight.place.size() * ratio).toSize()
        wanted = (part, turns, size.width(), size.height())
        if self._drawn is None or self._drawn[0] != wanted:
            turned = self._picture.transformed(QTransform().rotate(90 * turns)) if turns else self._picture
            cut = turned.copy(part.left, part.top, part.width, part.height)
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = QPixmap.fromImage(cut.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
            shown.setDevicePixelRatio(ratio)
            self._drawn = (wanted, shown)
        return self._drawn[1]

    def _paint_way(self, painter: QPainter, sight: Sight) -> None:
        frame = self._frame()
        painter.save()
        painter.setClipRect(sight.place)
        painter.translate(sight.place.topLeft())
        painter.scale(sight.scale, sight.scale)
        painter.translate(-sight.part.left, -sight.part.top)
        draw_way(painter, self._steps.now.way, self._prints.pixels_per_mm(frame.width, frame.height))
        painter.restore()
