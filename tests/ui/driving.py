"""Driving the interview as a person does: by keys, by an input method, by clicks."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.errors import UserError
from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from evacplan.form.device_hints import load_device_hints
from evacplan.form.freshness import ShelfLife, load_shelf_life
from evacplan.form.municipalities import load_municipalities
from evacplan.form.postal import PostalCodes
from evacplan.form.spec import Form
from evacplan.session import Session
from evacplan.ui.block import Place
from evacplan.ui.fields import FieldRow
from evacplan.ui.interview import InterviewPage
from evacplan.ui.page import SectionPage
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.sources import Sources

TODAY = date(2026, 11, 10)
CATALOG = Path(__file__).parents[2] / "resources" / "catalog"
FULL_DISK = UserError(
    "保存できませんでした。",
    why="ディスクの空きが足りません。",
    do="いらないファイルを消してください。",
)


def shelf_life(form: Form) -> ShelfLife:
    """The shipped shelf lives."""
    return load_shelf_life(CATALOG, form)


class FakeDrafts:
    """A store that keeps drafts in a list, and can be full."""

    def __init__(self) -> None:
        self.saved: list[Plan] = []
        self.is_full = False

    def save_draft(self, plan_id: str, plan: Plan) -> None:  # noqa: ARG002  # as the store does
        """Keep the plan, or raise as a full disk does."""
        if self.is_full:
            raise FULL_DISK
        self.saved.append(plan)


def compose(widget: QWidget, text: str) -> None:
    """Compose text in an input method without committing it."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


def enter(widget: QWidget, text: str) -> None:
    """Commit text as an input method does; QTest.keyClicks aborts the process on kanji."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


class Driver:
    """An open interview and the hands of the person before it."""

    def __init__(self, qtbot: QtBot, form: Form, plan: Plan, drafts: FakeDrafts) -> None:
        self.qtbot = qtbot
        self.drafts = drafts
        self.session = Session("p1", plan, drafts)
        areas, hints = partial(load_municipalities, CATALOG), partial(load_device_hints, CATALOG)
        sources = Sources(
            shelf_life=shelf_life(form),
            addresses=PostalCodes(CATALOG).find,
            areas=areas,
            device_hints=hints,
        )
        self.page = InterviewPage(form, self.session, lambda: TODAY, sources=sources, delay_ms=0)
        qtbot.addWidget(self.page)

    def show(self, section: str) -> None:
        """Show the window at one section."""
        self.page.resize(1280, 720)
        with self.qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self.page.open_section(section)
        self.qtbot.waitUntil(self.page.isActiveWindow)

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.session.plan

    def value(self, path: str) -> Any:
        """What the plan holds at a place."""
        return get(self.plan, path)

    def section_page(self) -> SectionPage:
        """The open section, built to its end."""
        page = self.page._pages.section_page()
        assert page is not None
        page.finish()
        return page

    def place(self, path: str) -> Place:
        """The field or list at a place of the open section."""
        found = self.section_page().place_at(path)
        assert found is not None, path
        return found

    def field(self, path: str) -> FieldRow:
        """The field at a place."""
        found = self.place(path)
        assert isinstance(found, FieldRow)
        return found

    def rows(self, path: str) -> RowsEditor:
        """The list at a place."""
        found = self.place(path)
        assert isinstance(found, RowsEditor)
        return found

    def go(self, path: str) -> QWidget:
        """Put the cursor into a field; returns what takes the keys."""
        field = self.field(path)
        field.focus()
        self.qtbot.waitUntil(lambda: self.focused() is not None and self.is_in(field))
        return self.cursor()

    def is_in(self, widget: QWidget) -> bool:
        """Whether the cursor is inside a widget."""
        focused = self.focused()
        return focused is not None and (focused is widget or widget.isAncestorOf(focused))

    def focused(self) -> QWidget | None:
        """What has the focus."""
        return QApplication.focusWidget()

    def cursor(self) -> QWidget:
        """What takes the keys."""
        focused = self.focused()
        assert focused is not None
        return focused

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(self.cursor(), key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        """Press a key together with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type plain letters and figures."""
        QTest.keyClicks(self.cursor(), text)

    def answer(self, path: str, text: str) -> None:
        """Go to a field, type over what is there by input method, and leave with Tab."""
        control = self.go(path)
        if isinstance(control, QLineEdit | QPlainTextEdit):
            control.selectAll()
        if text:
            enter(control, text)
        else:
            self.press(Qt.Key.Key_Delete)
        self.press(Qt.Key.Key_Tab)

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def drag(self, widget: QWidget, to: QPoint) -> None:
        """Drag from the middle of a widget to a point of its parent."""
        start = widget.rect().center()
        end = widget.mapFromParent(to)
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(widget, (start + end) / 2)
        QTest.mouseMove(widget, widget.mapFromParent(to))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=widget.mapFromParent(to))

    def text(self, path: str) -> str:
        """What a field shows."""
        return self.field(path).editor.text()

    def line(self, path: str, role: str) -> str:
        """The text of a line under a field: error, amber or help."""
        label = self.field(path)._lines.get(role)
        return label.text() if label is not None and not label.isHidden() else ""

    def said(self) -> str:
        """What the line below the page says."""
        return self.page._foot.said()
