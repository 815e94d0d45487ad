"""The view that every table of lines shares."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from evacplan.ui.tables import LineView, TextTable
from evacplan.ui.theme import Look

LINES = (
    ("髙橋 花子", "たかはし はなこ", "2026-0001"),
    ("WWWWWWWWWWWW", "iiiiiiiiiiiiiiiiiiiii", "MMMMMM"),
    ("", "ながい ふりがなの なまえ", "２０２６－１"),
)


class Lines(TextTable):
    def __init__(self, lines: tuple[tuple[str, ...], ...]) -> None:
        super().__init__(("名前", "ふりがな", "番号"))
        self.lines = lines

    def fill(self, lines: tuple[tuple[str, ...], ...]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_total(self) -> int:
        return len(self.lines)

    def text(self, row: int, column: int) -> str:
        return self.lines[row][column]

    def is_bold(self, row: int, column: int) -> bool:
        return column == 0 or row == 1


def widths(view: LineView) -> list[int]:
    return [view.sizeHintForColumn(column) for column in range(3)]


def widths_by_qt(view: LineView) -> list[int]:
    return [QTableView.sizeHintForColumn(view, column) for column in range(3)]


def test_a_column_asks_for_the_room_that_qt_finds_at_every_zoom(qtbot: QtBot, look: Look) -> None:
    view = LineView(Lines(LINES), "lines", "行")
    qtbot.addWidget(view)
    view.show()
    found = []
    for percent in (100, 200, 75, 300):
        look.zoom(percent)
        QApplication.processEvents()
        assert widths(view) == widths_by_qt(view)
        found.append(widths(view))
    assert sorted(found) == [found[2], found[0], found[1], found[3]]


def test_a_column_asks_for_the_room_of_the_texts_that_are_shown_now(qtbot: QtBot, look: Look) -> None:
    table = Lines(LINES[:1])
    view = LineView(table, "lines", "行")
    qtbot.addWidget(view)
    view.show()
    before = widths(view)
    table.fill(LINES)
    assert widths(view) == widths_by_qt(view)
    assert all(now >= then for now, then in zip(widths(view), before, strict=True))
    table.fill(())
    assert widths(view) == [0, 0, 0]
