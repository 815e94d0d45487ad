"""The run-down in the window: where hours stand, what keys and mouse tell, what can be chosen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.figures import Figures, figures
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.figure_words import Teller
from evacplan.form.rundown_view import Asked, Manner, RunDownView, rundown_view
from evacplan.form.spec import Form
from evacplan.form.supply_look import LOOKS
from evacplan.form.view import Bar, ChartBlock, Segment, Supply
from evacplan.pdf.chart import Chart
from evacplan.pdf.kit import Kit
from evacplan.pdf.style import STANDARD
from evacplan.session import Session
from evacplan.ui import theme
from evacplan.ui.interview import InterviewPage
from evacplan.ui.rundown.chart import RunChart
from evacplan.ui.rundown.hours_choice import HoursChoice
from evacplan.ui.rundown.panel import RunDownPanel
from evacplan.ui.rundown.places import Places, Spot
from evacplan.ui.rundown.tables import bar_rows
from evacplan.ui.sources import Sources
from tests.builders import words
from tests.domain.plans import case_a, case_b
from tests.domain.test_figures import case_b_with_oximeter
from tests.pdf.paper import shipped_fonts
from tests.ui.driving import FakeDrafts

TODAY = date(2026, 11, 20)
SUCTION = "devices.devices.suction.battery_h"
Key = Qt.Key


@dataclass
class Table:
    """The plan on the table, and what the window asked for."""

    plan: Plan
    asked: list[Asked] = field(default_factory=list)
    figures: Figures | None = None

    def compute(self, plan: Plan, asked: Asked) -> RunDownView:
        """As the app does it."""
        self.asked.append(asked)
        self.figures = figures(plan, TODAY, self.figures)
        shipped = words()
        teller = Teller(
            shipped.form, shipped.sentences, shipped.figure_words, shipped.finding_words, plan, self.figures
        )
        return rundown_view(teller, asked)


Open = Callable[[Plan], tuple[RunDownPanel, Table]]


@pytest.fixture
def open_panel(qtbot: QtBot, look: theme.Look) -> Open:
    """Shows the panel of a plan."""

    def show(plan: Plan) -> tuple[RunDownPanel, Table]:
        table = Table(plan)
        panel = RunDownPanel(table.compute, lambda: table.plan, None)
        qtbot.addWidget(panel)
        panel.resize(700, 1400)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.activateWindow()
        return panel, table

    return show


def chart_of(panel: RunDownPanel) -> RunChart:
    """The chart of a panel."""
    chart = panel.findChild(RunChart)
    assert isinstance(chart, RunChart)
    return chart


def sentences(chart: RunChart) -> list[str]:
    """Every sentence of the chart, in the order of reading."""
    places = chart.places()
    assert places is not None
    return [chart.sentence(spot) for spot in places.spots()]


def a_block(until_h: float) -> ChartBlock:
    """A chart of one bar."""
    bar = Bar("人工呼吸器", (Segment(0, until_h, Supply.INTERNAL, "内蔵"),))
    return ChartBlock("", (bar,), until_h, leave_by_h=until_h / 2, leave_by_label="出発")


@given(st.floats(1, 168), st.floats(0, 1))
def test_an_hour_stands_at_the_same_share_of_the_width_on_screen_as_on_paper(
    until_h: float, at: float
) -> None:
    block = a_block(until_h)
    screen = Places(block, 700, 120, [30.0], 15)
    paper = Chart(block, block.bars, Kit(shipped_fonts(), STANDARD), 520)
    paper.wrap(520, 1000)

    def share(x: Callable[[float], float]) -> float:
        return (x(until_h * at) - x(0)) / (x(until_h) - x(0))

    assert share(screen.x) == pytest.approx(share(paper._x))


def test_every_supply_has_a_pattern_and_a_letter_of_its_own() -> None:
    letters = words().figure_words.letters

    assert len({look.pattern for look in LOOKS.values()}) == len(LOOKS)
    assert len(set(letters.values())) == len(letters) == len(LOOKS)


@pytest.mark.parametrize("plan", [case_a(), case_b(), case_b_with_oximeter()])
def test_the_arrow_keys_tell_every_segment_in_order(open_panel: Open, qtbot: QtBot, plan: Plan) -> None:
    panel, _ = open_panel(plan)
    chart = chart_of(panel)
    told: list[str] = []
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chart.hasFocus)
    told.append(chart.accessibleDescription())
    chart.told.connect(told.append)
    for _ in sentences(chart)[1:]:
        QTest.keyClick(chart, Key.Key_Right)

    assert told == sentences(chart)
    assert all(told)
    QTest.keyClick(chart, Key.Key_Right)
    assert told[-1] == sentences(chart)[-1]
    QTest.keyClick(chart, Key.Key_Home)
    assert chart.accessibleDescription() == sentences(chart)[0]


def test_up_and_down_go_to_the_bar_above_and_below_at_the_same_hour(open_panel: Open) -> None:
    panel, _ = open_panel(case_a())
    chart = chart_of(panel)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Key.Key_Down)
    assert chart.accessibleDescription().startswith("吸引器：")
    QTest.keyClick(chart, Key.Key_Up)
    assert chart.accessibleDescription().startswith("人工呼吸器：")


def test_the_mouse_tells_what_it_is_over_and_nothing_beside_the_bars(open_panel: Open) -> None:
    panel, _ = open_panel(case_a())
    chart = chart_of(panel)
    places = chart.places()
    assert places is not None
    spot = Spot(0, 0)
    QTest.mouseMove(chart, places.spot(spot).center().toPoint())
    assert chart.accessibleDescription() == chart.sentence(spot)
    QTest.mouseMove(chart, QPoint(int(places.x(10)), 1))
    assert chart.accessibleDescription() == ""


def test_every_segment_is_under_the_mouse_at_its_middle(open_panel: Open) -> None:
    panel, _ = open_panel(case_a())
    places = chart_of(panel).places()
    assert places is not None
    for spot in places.spots():
        box = places.spot(spot)
        if box.width() >= 1:
            assert places.at(box.center()) == spot


def test_the_table_says_the_same_as_the_chart(open_panel: Open) -> None:
    panel, table = open_panel(case_a())
    fold, view = panel.findChild(QPushButton, "show_segments"), panel.findChild(QTableView, "segments")
    assert isinstance(fold, QPushButton)
    assert isinstance(view, QTableView)
    assert not view.isVisible()
    fold.click()
    shown = next(one for one in table.compute(table.plan, Asked()).manners if one.manner is Manner.BEST)

    assert view.isVisible()
    assert view.model().rowCount() == len(bar_rows(shown.bars)) == len(sentences(chart_of(panel)))
    first = [view.model().index(0, column).data() for column in range(4)]
    assert first == ["人工呼吸器", "内蔵", "0時間00分～4時間30分", "02:00～06:30"]


def test_a_circumstance_is_chosen_with_the_arrow_keys(open_panel: Open) -> None:
    panel, table = open_panel(case_a())
    chooser = panel.findChild(QTableView, "circumstances")
    assert isinstance(chooser, QTableView)
    chooser.setFocus()
    for _ in range(3):
        QTest.keyClick(chooser, Key.Key_Down)

    assert table.asked[-1].code == "no_car"
    assert chooser.currentIndex().row() == 3
    assert "いちばん厳しい" in chooser.model().index(3, 0).data()


def test_an_operation_is_chosen_with_the_arrow_keys(open_panel: Open) -> None:
    panel, table = open_panel(case_b_with_oximeter())
    best = panel.findChild(QPushButton, "manner_best")
    assert isinstance(best, QPushButton)
    assert best.isChecked()
    best.setFocus()
    QTest.keyClick(best, Key.Key_Left)

    assert table.asked[-1].manner is Manner.MINIMUM
    assert "17時間38分" in panel.findChild(QPushButton, "manner_minimum").accessibleName()  # type: ignore[union-attr]
    assert sentences(chart_of(panel))[0].startswith("酸素濃縮器：停電から0時間00分～計算の終わり")


def test_a_planned_outage_of_other_hours_is_shown_at_once(open_panel: Open) -> None:
    panel, table = open_panel(case_a())
    hours = panel.findChild(HoursChoice)
    assert isinstance(hours, HoursChoice)
    hours.setFocus()
    QTest.keyClick(hours, Key.Key_Down)

    assert (table.asked[-1].code, table.asked[-1].planned_h) == ("planned", 4)
    places = chart_of(panel).places()
    assert places is not None
    assert places.block.until_h == 4


def test_another_battery_hour_moves_the_line(open_panel: Open) -> None:
    panel, table = open_panel(case_a())
    panel._asked = Asked(manner=Manner.ORDINARY)
    panel.refresh()
    before = chart_of(panel).places()
    table.plan = put(table.plan, SUCTION, 1)
    panel.refresh()
    after = chart_of(panel).places()

    assert before is not None
    assert after is not None
    assert before.block.leave_by_h is not None
    assert after.block.leave_by_h is not None
    assert after.x(after.block.leave_by_h) < before.x(before.block.leave_by_h)


def test_a_hidden_panel_computes_nothing_and_catches_up_when_it_is_seen(open_panel: Open) -> None:
    panel, table = open_panel(case_a())
    panel.hide()
    computed = len(table.asked)
    table.plan = case_b()
    panel.refresh()
    assert len(table.asked) == computed
    panel.show()
    assert sentences(chart_of(panel))[0].startswith("酸素濃縮器：")


def test_without_devices_the_panel_says_what_to_do(open_panel: Open) -> None:
    panel, _ = open_panel(Plan())

    assert not chart_of(panel).isVisible()
    assert "「医療機器」" in panel._nothing.said


THEMES = (theme.LIGHT, theme.DARK, theme.LIGHT_CONTRAST, theme.DARK_CONTRAST)


def test_the_chart_is_painted_in_the_colours_of_every_theme(open_panel: Open, look: theme.Look) -> None:
    panel, _ = open_panel(case_b())
    pictures = []
    for colours in THEMES:
        assert theme.colours_of(theme.palette(colours)) == colours
        QApplication.setPalette(theme.palette(colours))
        pictures.append(chart_of(panel).grab().toImage())
    look.apply()

    assert all(one != other for one, other in combinations(pictures, 2))


def test_the_chart_is_told_apart_without_colour(open_panel: Open) -> None:
    panel, _ = open_panel(case_b_with_oximeter())
    chart = chart_of(panel)
    places = chart.places()
    assert places is not None
    grey = chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    drawn: dict[Supply, frozenset[int]] = {}
    for spot in places.spots():
        if spot.segment is None or places.spot(spot).width() < 60:
            continue
        supply = places.block.bars[spot.bar].segments[spot.segment].supply
        box = places.spot(spot).toRect()
        area = [
            grey.pixelColor(x, y).red()
            for x in range(box.right() - 24, box.right() - 4)
            for y in range(box.top() + 2, box.bottom() - 2)
        ]
        drawn[supply] = frozenset(area)
    assert len(set(drawn.values())) == len(drawn) >= 3


def test_only_one_card_is_a_stop_of_tab(open_panel: Open) -> None:
    panel, _ = open_panel(case_a())
    cards = [panel.findChild(QWidget, f"manner_{manner.value}") for manner in Manner]

    assert [bool(card.focusPolicy() & Qt.FocusPolicy.TabFocus) for card in cards if card] == [
        False,
        False,
        True,
    ]


def test_the_page_of_power_carries_the_run_down_and_it_follows_the_plan(
    qtbot: QtBot, form: Form, look: theme.Look
) -> None:
    table = Table(case_a())
    session = Session("p1", case_a(), FakeDrafts())
    page = InterviewPage(form, session, lambda: TODAY, sources=Sources(run_down=table.compute), delay_ms=0)
    qtbot.addWidget(page)
    page.resize(1280, 760)
    with qtbot.waitExposed(page):
        page.show()
    assert not table.asked
    page.open_section("power_needs")
    qtbot.waitUntil(lambda: page._pages.page().is_whole)
    chart = page.findChild(RunChart)
    assert isinstance(chart, RunChart)
    qtbot.waitUntil(chart.isVisible)
    assert sentences(chart)[0].endswith("（02:00～06:30）は、内蔵電池で動きます。")
    session.set("power_needs.outage_starts_at", "01:00")
    qtbot.waitUntil(lambda: "（01:00～06:30）" in sentences(chart)[0])
    page.release()


def test_tab_goes_through_the_panel_from_top_to_bottom(open_panel: Open) -> None:
    panel, _ = open_panel(case_a())
    panel.findChild(QTableView, "circumstances").setFocus()  # type: ignore[union-attr]
    reached = []
    for _number in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
        QTest.keyClick(focused, Key.Key_Tab)

    assert reached == ["circumstances", "planned_h", "manner_best", "run_chart", "show_segments"]
