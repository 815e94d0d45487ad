"""Python stays alive however often Qt is called."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import evacplan.ui


def test_none_outlives_any_number_of_calls(qtbot: QtBot) -> None:
    assert evacplan.ui
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(30_000):
        widget.setEnabled(True)
    assert sys.getrefcount(None) > 1 << 30
