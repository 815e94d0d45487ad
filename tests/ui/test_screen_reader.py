"""What a screen reader tells as it happens; whether it tells every control apart see test_cut_text.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible

from evacplan.ui import fields
from evacplan.ui.fields import FieldRow
from tests.ui.driving import Driver
from tests.ui.hearing import DESCRIPTION

Drive = Callable[..., Driver]


def test_a_refused_entry_is_told_at_once_and_stays_with_its_field(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(fields, "announce", lambda _widget, text: said.append(text))
    one = drive(section="child")
    one.answer("child.weight_kg", "二十ひと")
    row: FieldRow = one.field("child.weight_kg")
    reason = one.line("child.weight_kg", "error")
    assert reason
    assert said == [reason]
    heard = QAccessible.queryAccessibleInterface(row.editor.target)
    assert heard is not None
    assert reason in heard.text(DESCRIPTION)
    assert row.item.help in heard.text(DESCRIPTION)
