"""What is typed is shown as it was typed: no page takes it for markup, so nothing of it vanishes."""

from __future__ import annotations

import contextlib
from functools import cache

import pytest
from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from evacplan.domain import structure
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.domain.values import Shape
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.builders import a_case
from tests.ui import tour

TYPED = frozenset({Shape.LINE, Shape.TEXT, Shape.NAME, Shape.PERSON, Shape.ORGANISATION})
SIGN = "<b>酸素"


@cache
def marked_up(case: str) -> Plan:
    """A sample with what Qt takes for markup in every text that is typed."""
    plan = a_case(case)
    for path, holder, leaf in structure.leaves(plan):
        value = getattr(holder, leaf.name)
        if leaf.kind.shape in TYPED and isinstance(value, str) and not value.startswith("@"):
            with contextlib.suppress(ValidationError):
                plan = put(plan, path, f"{SIGN}{value}</b>")
    return plan


def taken_for_markup(window: MainWindow) -> set[str]:
    """Texts with the sign that are not shown as they are."""
    found = {widget.toolTip() for widget in window.findChildren(QWidget) if SIGN in widget.toolTip()}
    for label in window.findChildren(QLabel):
        if SIGN in label.text() and label.textFormat() is not Qt.TextFormat.PlainText:
            found.add(label.text())
    return found


def told(window: MainWindow) -> int:
    """In how many places texts with the sign are shown."""
    return sum(SIGN in label.text() for label in window.findChildren(QLabel))


def test_no_page_takes_what_was_typed_for_markup(
    window: MainWindow, vault: StoreVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages are made without being looked at, which is much quicker and makes no text another."""
    window.hide()
    monkeypatch.setattr(tour, "a_case", marked_up)
    found = {name: (taken_for_markup(window), told(window)) for name in tour.pages(window, vault)}
    assert {name: texts for name, (texts, _told) in found.items() if texts} == {}
    assert sum(count for _texts, count in found.values()) > 2_000


def test_the_search_finds_a_text_that_is_taken_for_markup(window: MainWindow) -> None:
    label = QLabel(f"{SIGN}</b>", window)
    assert taken_for_markup(window) == {f"{SIGN}</b>"}
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert taken_for_markup(window) == set()
