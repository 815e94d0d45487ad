"""What somebody who looks at a window cannot read: cut text, and what lies outside without a way to it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QWidget,
)

from tests.ui.tour import settle, settle_late

SLACK = 2  # px that rounding may take
TURNS = 8
READABLE = QLabel | QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit | QListView
OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def cut(window: QWidget) -> list[str]:
    """Everything visible whose words are cut or that cannot be brought into the window."""
    found = []
    seen = list(_seen(window))
    for widget in seen:
        if isinstance(widget, READABLE) and not _is_inner(widget):
            found += [f"{_named(widget)}: {trouble}" for trouble in (*_clipped(widget), *_lost(widget))]
    tables = [table for table in seen if isinstance(table, QTableView)]
    return found + [trouble for table in tables for trouble in _elided(table)]


def _elided(table: QTableView) -> Iterator[str]:
    """Cells of one line with more words than room; one that keeps the end of its words says enough."""
    if table.wordWrap() or table.textElideMode() is Qt.TextElideMode.ElideLeft:
        return
    model = table.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            text = str(model.index(row, column).data() or "")
            if table.fontMetrics().horizontalAdvance(text) > table.columnWidth(column):
                yield f"{_named(table)}: {text!r} in {table.columnWidth(column)} px"


def cut_at_rest(window: QWidget) -> list[str]:
    """As `cut`, once late parts have found their places."""
    settle()
    found = cut(window)
    for _ in range(TURNS):
        if not found:
            break
        settle_late()
        found = cut(window)
    return found


def _seen(window: QWidget) -> Iterator[QWidget]:
    """Everything visible below a window; what is hidden hides what is in it."""
    for child in window.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from _seen(child)


def _is_inner(widget: QWidget) -> bool:
    """Whether it is a part of another control, such as the line inside a box to choose from."""
    return isinstance(widget.parentWidget(), QComboBox)


def _clipped(widget: QWidget) -> Iterator[str]:
    text = _text(widget)
    if not text:
        return
    wanted, has = widget.sizeHint(), widget.size()
    if isinstance(widget, QComboBox):
        if widget.fontMetrics().horizontalAdvance(text) > has.width():
            yield f"needs more than {has.width()} px"
        return
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    height = widget.heightForWidth(has.width()) if wraps else wanted.height()
    if not wraps and wanted.width() > has.width() + SLACK:
        yield f"{wanted.width()} px wide on {has.width()}"
    if height > has.height() + SLACK:
        yield f"{height} px high on {has.height()}"


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QPushButton | QCheckBox | QRadioButton):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _lost(widget: QWidget) -> Iterator[str]:
    """Where an ancestor cuts it off and nothing can be scrolled."""
    holder = widget.parentWidget()
    box = QRect(widget.mapTo(holder, QPoint()), widget.size()) if holder is not None else widget.rect()
    while holder is not None:
        area = holder.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is holder:
            across = area.horizontalScrollBarPolicy() == OFF
            if across and (box.left() < -SLACK or box.right() > holder.width() + SLACK):
                yield f"{box.left()}..{box.right()} of {holder.width()} px across, nothing scrolls"
            box = holder.rect()
        elif not holder.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box):
            size = f"{holder.width()}x{holder.height()}"
            yield f"{box.left()},{box.top()}..{box.right()},{box.bottom()} beyond {_named(holder)} {size}"
            return
        if holder.isWindow() or area is None:
            return
        box = QRect(holder.mapTo(area, box.topLeft()), box.size())
        holder = area


def _named(widget: QWidget) -> str:
    said = _text(widget) or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {said[:30]!r}"
