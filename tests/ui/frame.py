"""What the tests of the window share: hands for it, and a store that is quickly there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from evacplan.backup_keeper import BackupKeeper
from evacplan.domain.plan import Plan
from evacplan.ui.ports import Plans
from evacplan.vault import StoreVault

PASSPHRASE = "ringo kaze tsukue mado"
W = TypeVar("W", bound=QWidget)


def part(holder: QWidget, kind: type[W], name: str) -> W:
    """The widget of that name; there must be one."""
    found = holder.findChild(kind, name)
    assert found is not None, name
    return found


def type_japanese(widget: QWidget, text: str) -> None:
    """Commit text as an input method does; QTest.keyClicks aborts the process on kanji."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def enter(widget: QWidget, text: str = "") -> None:
    """Type ASCII and press Enter."""
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def a_plan(name: str = "", kana: str = "", number: str = "") -> Plan:
    """A plan with these labels."""
    return Plan.model_validate(
        {
            "child": {"name": name or None, "name_kana": kana or None},
            "meeting": {"plan_number": number or None},
        }
    )


@dataclass(frozen=True)
class MadeStore:
    """A new store that was closed again, opened by PASSPHRASE, and its recovery code."""

    path: Path
    code: str

    def copy(self, place: Path) -> None:
        """Put it into another place, with the keys beside it."""
        for suffix in ("", "-keys"):
            copyfile(f"{self.path}{suffix}", f"{place}{suffix}")


class ReadyVault(StoreVault):
    """The real vault, but a new store of PASSPHRASE is a copy, opened as any other.

    To make the tables of a store costs a test as much as a window does.
    """

    def __init__(self, path: Path, made: MadeStore, keeper: BackupKeeper | None = None) -> None:
        super().__init__(path, keeper)
        self._place, self._made = path, made

    def create(self, passphrase: str) -> tuple[Plans, str]:
        """As the real vault."""
        if passphrase != PASSPHRASE or self.exists:
            return super().create(passphrase)
        self._made.copy(self._place)
        return self.open(passphrase), self._made.code
