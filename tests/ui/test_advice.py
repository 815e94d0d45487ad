"""Below the chart: what would last longer and the ladder, by keys, and only when typing has paused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QTableView
from pytestqt.qtbot import QtBot

from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.advice_view import AdviceView, advice_view
from evacplan.services import AppServices
from evacplan.session import Session
from evacplan.ui import theme
from evacplan.ui.interview import InterviewPage
from evacplan.ui.rundown.advice import AdvicePart
from evacplan.ui.rundown.chart import RunChart
from evacplan.ui.rundown.panel import RunDownPanel
from evacplan.ui.rundown.tables import held_together
from evacplan.ui.sources import Sources
from tests.domain.plans import case_a, case_b
from tests.form.test_advice import ADVICE, teller
from tests.ui.driving import FakeDrafts
from tests.ui.test_rundown import Table

TODAY = date(2026, 11, 20)
BATTERY = "devices.devices.ventilator.battery_h"
Key = Qt.Key


@dataclass
class Advised(Table):
    """The plan on the table, and for which plans advice was computed."""

    advised: list[Plan] = field(default_factory=list)

    def advice(self, plan: Plan) -> AdviceView:
        """As the app does it."""
        self.advised.append(plan)
        return advice_view(ADVICE, teller(plan))


Open = Callable[[Plan], tuple[RunDownPanel, Advised]]


NOT_BY_ITSELF_MS = 600_000  # a slow machine must not end the pause; `rest` does


@pytest.fixture
def open_panel(qtbot: QtBot, look: theme.Look) -> Iterator[Open]:
    """Shows the panel of a plan in an area that scrolls."""
    areas = []

    def show(plan: Plan) -> tuple[RunDownPanel, Advised]:
        table = Advised(plan)
        area = QScrollArea()
        areas.append(area)
        area.setWidgetResizable(True)
        panel = RunDownPanel(table.compute, lambda: table.plan, None, table.advice)
        part_of(panel)._pause.setInterval(NOT_BY_ITSELF_MS)
        area.setWidget(panel)
        qtbot.addWidget(area)
        area.resize(740, 500)
        with qtbot.waitExposed(area):
            area.show()
        area.activateWindow()
        return panel, table

    yield show
    areas.clear()


def part_of(panel: RunDownPanel) -> AdvicePart:
    """What stands below the chart."""
    part = panel.findChild(AdvicePart)
    assert isinstance(part, AdvicePart)
    return part


def rest(panel: RunDownPanel) -> None:
    """Let the pause after typing be over."""
    timer = part_of(panel).findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()
    QApplication.processEvents()


def view_of(panel: RunDownPanel, name: str) -> QTableView:
    """The table of the levers or of the ladder."""
    view = panel.findChild(QTableView, name)
    assert isinstance(view, QTableView)
    return view


def cells(view: QTableView, row: int) -> list[str]:
    """A row as a screen reader says it."""
    model = view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, column).data(role) for column in range(model.columnCount())]


def texts(panel: RunDownPanel) -> str:
    """Every sentence of the part that is shown."""
    labels = part_of(panel).findChildren(QLabel)
    return "\n".join(label.accessibleName() for label in labels if label.isVisible())


def test_the_levers_of_case_b_say_the_hours_best_first_and_what_reaches_the_target(open_panel: Open) -> None:
    panel, _ = open_panel(case_b())
    rest(panel)
    first = cells(view_of(panel, "levers"), 0)

    assert first[0].startswith("すること・そろえるもの 町貸与の発電機の燃料を")
    assert first[1] == "のびる時間 ＋34.0時間"
    assert "目標の 72 時間に届かせるには" in texts(panel)
    assert "目標の 72 時間に届かせるには" in view_of(panel, "levers").accessibleDescription()


def test_the_ladder_of_case_a_has_its_own_hours_in_bold(open_panel: Open) -> None:
    panel, _ = open_panel(case_a())
    rest(panel)
    ladder = view_of(panel, "ladder")
    model = ladder.model()
    bold = [
        row
        for row in range(model.rowCount())
        if model.index(row, 0).data(Qt.ItemDataRole.FontRole) is not None
    ]

    assert [cells(ladder, row)[0].split("\n")[0] for row in bold] == [
        "停電から 69時間30分",
        "停電から 135時間47分",
    ]


def test_tab_reaches_both_tables_below_the_chart(open_panel: Open, qtbot: QtBot) -> None:
    panel, _ = open_panel(case_a())
    rest(panel)
    fold = panel._fold
    fold.setFocus()
    qtbot.waitUntil(fold.hasFocus)
    reached = []
    for _number in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Tab)
        after = QApplication.focusWidget()
        assert isinstance(after, QTableView)
        reached.append((after.objectName(), after.currentIndex().row(), bool(after.accessibleName())))

    assert reached == [("levers", 0, True), ("ladder", 0, True)]


@pytest.mark.parametrize("name", ["levers", "ladder"])
def test_the_row_reached_by_arrow_keys_is_in_sight(open_panel: Open, qtbot: QtBot, name: str) -> None:
    panel, _ = open_panel(case_a())
    rest(panel)
    view = view_of(panel, name)
    area = panel.window()
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: panel.height() >= panel.heightForWidth(panel.width()))
    qtbot.waitUntil(lambda: view.geometry().bottom() <= part_of(panel).height())
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for key in (Key.Key_Down, Key.Key_Up):
        for _ in range(view.model().rowCount()):
            QTest.keyClick(view, key)
            row = view.visualRect(view.currentIndex())
            top = view.viewport().mapTo(area.viewport(), row.topLeft()).y()
            assert top >= 0
            assert top + row.height() <= area.viewport().height()


def test_nothing_is_computed_while_typing_and_the_hours_of_before_are_said_to_be_so(open_panel: Open) -> None:
    panel, table = open_panel(case_a())
    assert not table.advised
    rest(panel)
    before = texts(panel)
    for hours in (1, 2, 3):
        table.plan = put(case_a(), BATTERY, hours)
        panel.refresh()
        assert "変える前のもの" in texts(panel)
    assert len(table.advised) == 1
    rest(panel)

    assert table.advised[1:] == [table.plan]
    assert "変える前のもの" not in texts(panel)
    assert texts(panel) != before


def test_hidden_advice_is_not_computed_and_waits_until_it_is_seen(open_panel: Open) -> None:
    panel, table = open_panel(case_a())
    timer = part_of(panel).findChild(QTimer)
    assert isinstance(timer, QTimer)
    panel.hide()
    panel.refresh()
    assert not timer.isActive()
    panel.show()
    rest(panel)
    assert len(table.advised) == 1


def test_without_devices_no_advice_is_computed(open_panel: Open) -> None:
    panel, table = open_panel(Plan())
    timer = part_of(panel).findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert not timer.isActive()
    assert not table.advised


def test_a_figure_keeps_to_its_unit() -> None:
    assert held_together("あと 10 L、37.8時間") == "あと 10\u00a0\u2060L、37.8\u2060時\u2060間"


@pytest.fixture
def interview(
    qtbot: QtBot, look: theme.Look, shared_services: AppServices, monkeypatch: pytest.MonkeyPatch
) -> Iterator[InterviewPage]:
    """Case A in the interview, with the real figures."""
    monkeypatch.setattr(shared_services, "today", lambda: TODAY)
    page = InterviewPage(
        shared_services.form,
        Session("p1", case_a(), FakeDrafts()),
        lambda: TODAY,
        sources=Sources(shared_services.consequence, shared_services.run_down, shared_services.advice),
        delay_ms=0,
    )
    qtbot.addWidget(page)
    page.resize(1280, 720)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield page
    page.release()


def leave_by_h(page: InterviewPage) -> float:
    """Where the line to leave stands on the page of power."""
    page.open_section("power_needs")
    section = page._pages.section_page()
    assert section is not None
    section.finish()
    chart = page.findChild(RunChart)
    assert isinstance(chart, RunChart)
    places = chart.places()
    assert places is not None
    assert places.block.leave_by_h is not None
    return places.block.leave_by_h


def headline(page: InterviewPage) -> str:
    """The hours to leave beside the page, with the swaps and without."""
    labels = (page._panel.findChild(QLabel, name) for name in ("figure", "assumes"))
    return "\n".join(label.text() for label in labels if isinstance(label, QLabel))


def _differs(page: InterviewPage, before: str) -> bool:
    return headline(page) != before


def test_the_hour_to_leave_follows_each_battery_hour_as_it_is_entered(
    interview: InterviewPage, qtbot: QtBot
) -> None:
    before = leave_by_h(interview)
    for typed in ("1", "12"):
        interview.go_to(BATTERY)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        shown = headline(interview)
        editor.selectAll()
        QTest.keyClicks(editor, typed)
        QTest.keyClick(editor, Key.Key_Return)
        qtbot.waitUntil(partial(_differs, interview, shown))
        assert interview.current_section == "devices"
    assert leave_by_h(interview) > before
