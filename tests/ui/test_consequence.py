"""The panel on the right: plain data, in an order, with words beside colours."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evacplan.ui.consequence import ConsequencePanel, ConsequenceView, FindingLine, Severity
from evacplan.ui.sidebar import FINAL
from evacplan.ui.theme import Look

VIEW = ConsequenceView(
    lead="停電から",
    figure="135時間47分",
    note="後までに家を出る",
    findings=(
        FindingLine(Severity.RED, "電池が古い", "devices.devices"),
        FindingLine(Severity.AMBER, "満室"),
    ),
    legal_met=8,
    legal_total=9,
    legal_missing=("避難支援等実施者の住所",),
    homework=("母：電池の時間",),
)


def a_panel(qtbot: QtBot, view: ConsequenceView, width: int = 280) -> ConsequencePanel:
    """A shown panel."""
    panel = ConsequencePanel()
    qtbot.addWidget(panel)
    panel.setFixedWidth(width)
    panel.show_view(view)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def labels(panel: ConsequencePanel) -> list[QLabel]:
    """Every text of the panel."""
    holder = panel.widget()
    assert holder is not None
    return holder.findChildren(QLabel)


def texts(panel: ConsequencePanel) -> list[str]:
    """What is written on the panel."""
    return [label.text() for label in labels(panel)]


def test_everything_is_said_in_words(qtbot: QtBot, look: Look) -> None:
    found = texts(a_panel(qtbot, VIEW))
    assert found[:3] == ["停電から", "135時間47分", "後までに家を出る"]
    assert "危険　電池が古い" in found
    assert "注意　満室" in found
    assert "法定項目　8／9" in found
    assert "残り：避難支援等実施者の住所" in found
    assert "母：電池の時間" in found


def test_what_there_is_none_of_is_not_drawn(qtbot: QtBot, look: Look) -> None:
    assert texts(a_panel(qtbot, ConsequenceView())) == []


def test_a_figure_does_not_break_in_the_middle(qtbot: QtBot, look: Look) -> None:
    for width in (160, 280):
        panel = a_panel(qtbot, VIEW, width)
        figure = next(label for label in labels(panel) if label.objectName() == "figure")
        assert figure.property("role") == ("figure" if width == 280 else "title")


def test_a_finding_leads_to_its_place(qtbot: QtBot, look: Look) -> None:
    panel = a_panel(qtbot, VIEW)
    finding = next(label for label in labels(panel) if "電池が古い" in label.text())
    with qtbot.waitSignal(panel.place_chosen) as told:
        QTest.mouseClick(finding, Qt.MouseButton.LeftButton)
    assert told.args == ["devices.devices"]


def test_what_does_not_fit_is_counted_and_shown_on_the_closing_page(qtbot: QtBot, look: Look) -> None:
    many = tuple(FindingLine(Severity.INFO, f"{number}番目") for number in range(9))
    panel = a_panel(qtbot, replace(VIEW, findings=many))
    more = next(label for label in labels(panel) if "ほか5件" in label.text())
    with qtbot.waitSignal(panel.place_chosen) as told:
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert told.args == [FINAL]


def test_one_line_says_it_all_where_there_is_no_room(qtbot: QtBot, look: Look) -> None:
    assert a_panel(qtbot, VIEW).summary() == "停電から 135時間47分　足りないこと 2件　法定項目 8／9　宿題 1件"
