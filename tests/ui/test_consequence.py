"""The panel on the right: plain data, in an order, with words beside colours."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evacplan.consequence import Consequence
from evacplan.domain.legal import LegalItem
from evacplan.domain.plan import Mark, Plan
from evacplan.press import Press
from evacplan.system.paths import shipped_paths
from evacplan.ui.consequence import ConsequencePanel, ConsequenceView, FindingLine, HomeworkLine, Severity
from evacplan.ui.sidebar import FINAL
from evacplan.ui.theme import Look
from tests.builders import CASES, a_case, a_plan
from tests.ui.driving import TODAY

VIEW = ConsequenceView(
    lead="停電から",
    figure="135時間47分",
    note="後までに家を出る",
    clock="17:30に停電したら　翌々日 9:17",
    assumes="最初に止まる：吸引器",
    findings=(
        FindingLine(Severity.RED, "電池が古い", "devices.devices"),
        FindingLine(Severity.AMBER, "満室"),
    ),
    legal_met=8,
    legal_total=9,
    legal_missing=("避難支援等実施者の住所",),
    homework=(HomeworkLine("電池の時間：母（12/1まで）", "devices.devices.suction.battery_h"),),
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
    assert found[:4] == ["停電から", "135時間47分", "後までに家を出る", "17:30に停電したら　翌々日 9:17"]
    assert "危険　電池が古い" in found
    assert "注意　満室" in found
    assert "法定項目　8／9" in found
    assert "残り：避難支援等実施者の住所" in found
    assert "電池の時間：母（12/1まで）" in found


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


def test_homework_leads_to_its_field_and_says_when_it_is_late(qtbot: QtBot, look: Look) -> None:
    late = HomeworkLine("条件：病院", "destination.hospital.condition", is_late=True)
    panel = a_panel(qtbot, replace(VIEW, homework=(late, *VIEW.homework)))
    for start, path in (("期限切れ　条件", late.path), ("電池の時間", VIEW.homework[0].path)):
        line = next(label for label in labels(panel) if label.text().startswith(start))
        with qtbot.waitSignal(panel.place_chosen) as told:
            QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        assert told.args == [path]


def test_homework_that_does_not_fit_is_shown_on_the_closing_page(qtbot: QtBot, look: Look) -> None:
    panel = a_panel(qtbot, replace(VIEW, homework=VIEW.homework * 7))
    more = next(label for label in labels(panel) if "ほか2件" in label.text())
    with qtbot.waitSignal(panel.place_chosen) as told:
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert told.args == [FINAL]


@pytest.mark.parametrize("case", CASES)
def test_the_panel_of_a_sample_says_hours_clock_law_and_homework(case: str) -> None:
    shipped = shipped_paths()
    plan = a_case(case)
    view = Consequence(Press(shipped.forms, shipped.fonts))(plan, TODAY)
    assert view.known is bool(view.clock)
    assert view.figure
    assert view.legal_total == len(LegalItem)
    assert {line.path for line in view.homework} == {
        path for path, mark in plan.marks.items() if mark.unknown
    }
    later = Consequence(Press(shipped.forms, shipped.fonts))(plan, date(2027, 6, 1))
    dated = sum(mark.unknown and mark.ask_until is not None for mark in plan.marks.values())
    assert sum(line.is_late for line in later.homework) == dated


def test_homework_names_the_device_or_place_it_is_about_and_nothing_private() -> None:
    plan = a_plan(
        care={"medicines": [{"key": "drug", "name": "ジアゼパム"}]},
        destination={"places": [{"key": "there", "name": "こもれび病院"}]},
        marks={
            "destination.places.there.agreed": Mark(unknown=True),
            "destination.hospital.agreed": Mark(unknown=True),
            "care.medicines.drug.dose": Mark(unknown=True),
        },
    )
    shipped = shipped_paths()
    told = [line.text for line in Consequence(Press(shipped.forms, shipped.fonts))(plan, TODAY).homework]
    assert len({text.partition("：")[0] for text in told}) == 3
    assert any(text.startswith("こもれび病院 › 受け入れの合意") for text in told)
    assert not any("ジアゼパム" in text for text in told)


def test_what_does_not_fit_is_counted_and_shown_on_the_closing_page(qtbot: QtBot, look: Look) -> None:
    many = tuple(FindingLine(Severity.INFO, f"{number}番目") for number in range(9))
    panel = a_panel(qtbot, replace(VIEW, findings=many))
    more = next(label for label in labels(panel) if "ほか5件" in label.text())
    with qtbot.waitSignal(panel.place_chosen) as told:
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert told.args == [FINAL]


def shown_of(plan: Plan) -> ConsequenceView:
    """What the panel gets of a plan."""
    shipped = shipped_paths()
    return Consequence(Press(shipped.forms, shipped.fonts))(plan, TODAY)


def test_a_plan_in_which_nothing_was_asked_cries_no_wolf(qtbot: QtBot, look: Look) -> None:
    view = shown_of(Plan())
    panel = a_panel(qtbot, view)
    assert view.findings
    assert not any("危険" in text or "注意" in text for text in texts(panel))
    quiet = next(label for label in labels(panel) if label.text() == f"まだ聞いていないこと {view.unasked}件")
    assert view.unasked == len(view.findings)
    assert quiet.text() in panel.summary()
    with qtbot.waitSignal(panel.place_chosen) as told:
        QTest.mouseClick(quiet, Qt.MouseButton.LeftButton)
    assert told.args == [FINAL]


def test_what_follows_from_an_answer_stands_in_full_beside_what_was_not_asked(
    qtbot: QtBot, look: Look
) -> None:
    asked = shown_of(a_plan(meeting={"consent_create": "refused"}))
    found = texts(a_panel(qtbot, asked))
    (said,) = [finding.text for finding in asked.pressing if finding.path == "meeting.consent_create"]
    assert f"危険　{said}" in found
    assert f"まだ聞いていないこと {asked.unasked}件" in found


def test_one_line_says_it_all_where_there_is_no_room(qtbot: QtBot, look: Look) -> None:
    assert a_panel(qtbot, VIEW).summary() == "停電から 135時間47分　足りないこと 2件　法定項目 8／9　宿題 1件"
