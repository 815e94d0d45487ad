"""Every section in the manual's order, with how far it is: a sign, and a word for who hears the screen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from evacplan.form.progress import Tick
from evacplan.form.spec import Form
from evacplan.ui.theme import set_role
from evacplan.ui.told import to_translate

SIGNS = {Tick.DONE: "✓", Tick.BEGUN: "●", Tick.UNTOUCHED: "○", Tick.UNKNOWN: "！", Tick.ASIDE: "－"}
WORDS = {
    Tick.DONE: to_translate("Sidebar", "必須はすべて記入済み"),
    Tick.BEGUN: to_translate("Sidebar", "記入の途中"),
    Tick.UNTOUCHED: to_translate("Sidebar", "まだ記入していない"),
    Tick.UNKNOWN: to_translate("Sidebar", "未確認がある"),
    Tick.ASIDE: to_translate("Sidebar", "このお子さんには関係しない"),
}
FINAL = "final"
_SIGN, _NOTE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Sidebar(QListWidget):
    """The sections. Arrow keys move through them, a click or Enter opens one."""

    section_chosen = Signal(str)

    def __init__(self, form: Form, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = [section.name for section in form.sections] + [FINAL]
        set_role(self, "sidebar")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("ページの一覧"))
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for title in [*(section.title for section in form.sections), form.final.title]:
            self.addItem(QListWidgetItem(title))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def _choose(self, item: QListWidgetItem) -> None:
        self.section_chosen.emit(self._names[self.row(item)])

    def show_current(self, section: str) -> None:
        """Show which section is open."""
        self.setCurrentRow(self._names.index(section))

    def show_tick(self, section: str, tick: Tick, missing: int) -> None:
        """Show how far a section is. missing: needed fields without an answer."""
        item = self.item(self._names.index(section))
        note = self.tr("あと{count}").format(count=missing) if missing and tick is not Tick.UNTOUCHED else ""
        note = self.tr("対象外") if tick is Tick.ASIDE else note
        item.setData(_SIGN, SIGNS[tick])
        item.setData(_NOTE, note)
        words = [item.text(), self.tr(WORDS[tick])]
        if missing:
            words.append(self.tr("必須はあと{count}").format(count=missing))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, "、".join(words))
        item.setToolTip(words[1])

    def wanted_width(self) -> int:
        """The width in which every title fits."""
        metrics = self.fontMetrics()
        titles = [metrics.horizontalAdvance(self.item(row).text()) for row in range(self.count())]
        return max(titles) + metrics.horizontalAdvance("あ") * 6


class _Delegate(QStyledItemDelegate):
    """Draws a section: its sign, its title, and at the right how many needed fields are open."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, round(option.fontMetrics.height() * 1.75))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = self.parent()
        assert isinstance(view, QListWidget)
        box: QRect = option.rect
        em = option.fontMetrics.horizontalAdvance("あ")
        palette = view.palette()
        here = index.row() == view.currentRow()
        painter.save()
        accent = palette.color(QPalette.ColorRole.Link)
        if here:
            tint = QColor(accent)
            tint.setAlpha(28)
            painter.fillRect(box, tint)
            painter.fillRect(QRect(box.left(), box.top(), max(4, em // 4), box.height()), accent)
        font = option.font
        font.setBold(here)
        painter.setFont(font)
        painter.setPen(accent if here else palette.color(QPalette.ColorRole.Text))
        flags = Qt.AlignmentFlag.AlignVCenter
        sign = box.adjusted(em, 0, 0, 0)
        painter.drawText(sign, flags | Qt.AlignmentFlag.AlignLeft, str(index.data(_SIGN) or ""))
        title = box.adjusted(round(em * 2.4), 0, -em // 2, 0)
        painter.drawText(title, flags | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(title, flags | Qt.AlignmentFlag.AlignRight, str(index.data(_NOTE) or ""))
        if here and view.hasFocus():
            painter.setPen(accent)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()
