"""A layout that sets things side by side and goes on to the next line where they do not fit."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_Line = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """Items in reading order, wrapped like words; hidden ones take no room.

    justified: the very last item stands at the right end, unless it begins a line. at_end: every line does.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, justified: bool = False, at_end: bool = False
    ) -> None:
        super().__init__(parent)
        self._at_end = at_end
        self._justified = justified
        self._items: list[QLayoutItem] = []
        self._known: dict[int, int] = {}
        self.setSpacing(gap)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._known.clear()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._known.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width; Qt asks for the same ones again and again."""
        if width not in self._known:
            self._known[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._known[width]

    def invalidate(self) -> None:
        """Forget what was measured: something here has another size or is not shown any more."""
        self._known.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._hold(self._arrange(rect, move=True))

    def _hold(self, height: int) -> None:
        """Keep a holder that is nothing but this layout from being pressed flat."""
        holder = self.parentWidget()
        if holder is not None and holder.layout() is self and holder.minimumHeight() != height:
            holder.setMinimumHeight(height)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return self._outer(QSize(width, max((size.height() for size in shown), default=0)))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return self._outer(size)

    def _outer(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items (when move) and return the height they need."""
        edge = self.contentsMargins()
        inside = rect.marginsRemoved(edge)
        y = inside.y()
        for line in self._lines(inside.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, QRect(inside.x(), y, inside.width(), height))
            y += height + self.spacing()
        return max(y - self.spacing(), inside.y()) + edge.bottom() - rect.y()

    def _lines(self, width: int) -> list[_Line]:
        """The shown items with their sizes, broken into lines."""
        lines: list[_Line] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if size.width() > width:
                tall = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
                size = QSize(max(width, 1), tall)
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((item, size))
            room -= size.width() + self.spacing()
        return lines

    def _place(self, line: _Line, box: QRect) -> None:
        """Set the items of one line side by side, each in the middle of its height."""
        x = box.x()
        if self._at_end:
            x = box.right() + 1 - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
        for at, (item, size) in enumerate(line):
            if self._justified and at > 0 and item is self._items[-1]:
                x = box.right() + 1 - size.width()
            item.setGeometry(
                QRect(x, box.y() + (box.height() - size.height()) // 2, size.width(), size.height())
            )
            x += size.width() + self.spacing()
