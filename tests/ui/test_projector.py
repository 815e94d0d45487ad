"""The view for a room: large, clear, and nothing private on the screen until it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from evacplan.domain.plan import Plan
from evacplan.form.discretion import secrets
from evacplan.ui.fields import FieldRow
from evacplan.ui.interview import InterviewPage
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.sidebar import FINAL
from evacplan.ui.theme import DARK_CONTRAST, LIGHT_CONTRAST, Look
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.builders import words
from tests.form.marked import marked_answers, marked_plan
from tests.ui.frame import PASSPHRASE, part

PRIVATE = [found for found in marked_answers() if found.item.private and len(found.text) > 4]
NUMBER = "A-0077"
W = TypeVar("W", bound=QWidget)
HEARD = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


@pytest.fixture
def listed(window: MainWindow, vault: StoreVault, look: Look) -> Iterator[MainWindow]:
    """The window on a plan in which every answer is filled, at the list of plans."""
    plans, _code = vault.create(PASSPHRASE)
    plan = marked_plan()
    meeting = plan.meeting.model_copy(update={"plan_number": NUMBER})
    plans.create(plan.model_copy(update={"meeting": meeting}))
    window.enter(plans)
    do(window, "to_list")
    yield window
    look.project(on=False)
    look.zoom(100)
    look.set_contrast(False)


@pytest.fixture
def interview(listed: MainWindow) -> InterviewPage:
    """The interview of that plan while a room looks on."""
    do(listed, "open")
    do(listed, "projector")
    return shown(listed, InterviewPage)


def do(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    if action.isEnabled():
        action.trigger()
    QApplication.processEvents()


def shown(window: MainWindow, kind: type[W]) -> W:
    return next(page for page in window.findChildren(kind) if page.isVisible())


def texts(holder: QWidget) -> Iterator[str]:
    """What can be read or heard of everything that is visible."""
    for widget in (holder, *holder.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            for row in range(model.rowCount()):
                yield from (str(model.index(row, at).data()) for at in range(_columns(model)))
        heard = QAccessible.queryAccessibleInterface(widget)
        if heard is not None:
            yield from ()


def _columns(model: QAbstractItemModel) -> int:
    return model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1


def told(holder: QWidget) -> list[str]:
    """The private answers that stand somewhere on the screen."""
    said = "\n".join(texts(holder))
    return [f"{found.path}: {found.text}" for found in PRIVATE if found.text in said]


def every_page(page: InterviewPage) -> Iterator[str]:
    """Each page of the interview, with the first row of each list open once."""
    for name in page._pages.names:
        page.open_section(name)
        QApplication.processEvents()
        if section := page._pages.section_page():
            section.finish()
            QApplication.processEvents()
        yield name
        if name == FINAL:
            continue
        lists = [place for place in page._pages.page().findChildren(RowsEditor) if place.path.count(".") == 1]
        for rows in lists:
            for row in rows.rows()[:1]:
                rows.choose(row.key)
                QApplication.processEvents()
                yield f"{name} {rows.path}"


def test_the_marked_plan_has_private_answers_in_many_places() -> None:
    assert len(PRIVATE) > 60
    assert len({found.path.partition(".")[0] for found in PRIVATE}) >= 10


def test_without_the_view_private_answers_are_on_the_screen(listed: MainWindow) -> None:
    do(listed, "open")
    page = shown(listed, InterviewPage)
    found = {line for _ in every_page(page) for line in told(listed)}
    assert len(found) > 40


def test_nothing_private_is_on_any_page_while_a_room_looks_on(
    listed: MainWindow, interview: InterviewPage
) -> None:
    for where in every_page(interview):
        assert told(listed) == [], where
    do(listed, "find_field")
    for letters in ("保険", "印", "電話", "171"):
        line = part(interview._find, QLineEdit, "")
        line.setText(letters)
        line.textEdited.emit(letters)
        assert told(listed) == []


def test_the_head_names_the_plan_by_its_number(listed: MainWindow, interview: InterviewPage) -> None:
    name = interview._session.plan.child.name
    head = " ".join(texts(interview._head))
    assert NUMBER in head
    assert name is not None
    assert name not in head
    do(listed, "projector")
    assert name in " ".join(texts(interview._head))


def test_a_covered_answer_is_shown_by_its_key_and_covered_when_the_page_is_left(
    qtbot: QtBot, listed: MainWindow, interview: InterviewPage
) -> None:
    path = "child.insurance_number"
    value = interview._session.plan.child.insurance_number
    assert value is not None
    interview.go_to(path)
    row = next(row for row in interview.findChildren(FieldRow) if row.path == path)
    assert row.is_covered
    QTest.keyClick(QApplication.focusWidget() or row, Qt.Key.Key_F7)
    assert not row.is_covered
    assert row.editor.text() == value
    assert row.editor.target.hasFocus()
    assert [line for line in told(listed) if not line.startswith(path)] == []

    interview.next_section()
    interview.previous_section()
    assert row.is_covered
    assert told(listed) == []
    assert interview._session.plan.child.insurance_number == value


def test_a_cover_can_be_reached_with_tab_and_lifted_with_a_click(interview: InterviewPage) -> None:
    interview.go_to("child.insurance_number")
    row = next(row for row in interview.findChildren(FieldRow) if row.path == "child.insurance_number")
    cover = QApplication.focusWidget()
    assert isinstance(cover, QPushButton)
    assert "医療保険" in cover.accessibleName() or row.item.label in cover.accessibleName()
    assert row.stops() == [cover]
    cover.click()
    assert not row.is_covered


def test_the_view_leaves_size_contrast_and_plan_as_they_were(listed: MainWindow, look: Look) -> None:
    do(listed, "open")
    look.zoom(125)
    page = shown(listed, InterviewPage)
    before: Plan = page._session.plan
    colours = look.colours
    do(listed, "projector")
    assert look.zoom_percent >= 175
    assert look.lasting_zoom == 125
    assert look.colours in (LIGHT_CONTRAST, DARK_CONTRAST)
    for name in ("child", "care", FINAL):
        page.visit_section(name)
    do(listed, "projector")
    assert (look.zoom_percent, look.colours) == (125, colours)
    assert page._session.plan == before


@pytest.mark.parametrize("command", ["paper", "versions", "print_set", "list"])
def test_papers_and_lists_lie_under_a_curtain(
    listed: MainWindow, interview: InterviewPage, command: str
) -> None:
    name = interview._session.plan.child.name or ""
    do(listed, command)
    curtain = part(listed, QPushButton, "lift_curtain")
    assert curtain.isVisible()
    assert name not in " ".join(texts(listed))
    assert told(listed) == []
    do(listed, "reveal")
    assert not curtain.isVisible()
    do(listed, "back" if command != "list" else "open")
    assert shown(listed, InterviewPage) is not None
    assert not curtain.isVisible()


def test_the_list_is_covered_at_once_when_the_view_begins(qtbot: QtBot, listed: MainWindow) -> None:
    do(listed, "projector")
    curtain = part(listed, QPushButton, "lift_curtain")
    qtbot.waitUntil(curtain.hasFocus)
    assert not any(page.isVisible() for page in listed.findChildren(PlanListPage))
    QTest.keyClick(curtain, Qt.Key.Key_Space)
    assert any(page.isVisible() for page in listed.findChildren(PlanListPage))
    do(listed, "projector")


def test_what_stands_in_an_open_field_is_no_secret() -> None:
    form, plan = words().form, marked_plan()
    name = plan.child.name
    same = plan.model_copy(update={"child": plan.child.model_copy(update={"insurance_name": name})})
    assert name not in secrets(form, same)
    assert plan.child.insurance_name in secrets(form, plan)
