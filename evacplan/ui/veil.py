"""What lies over private answers while the screen is shown to a whole room, and what was lifted of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from evacplan.domain.plan import Plan
from evacplan.form.discretion import secrets
from evacplan.form.spec import Form, Item

V = TypeVar("V")


class Veil:
    """Covers the private answers of the plan that `plan` gives, while `is_on`."""

    def __init__(self, form: Form, plan: Callable[[], Plan]) -> None:
        self._form = form
        self._plan = plan
        self._lifted: set[str] = set()
        self._read: tuple[Plan, frozenset[str]] | None = None
        self.is_on = False

    def hides(self, item: Item) -> bool:
        """Whether answers of this field are left out of cards, lists and headings."""
        return self.is_on and item.private

    def covers(self, item: Item, path: str) -> bool:
        """Whether this answer is covered in its own field."""
        return self.hides(item) and path not in self._lifted

    def toggle(self, path: str) -> None:
        """Show a covered answer, or cover it again."""
        self._lifted ^= {path}

    def lower(self) -> None:
        """Cover everything again."""
        self._lifted.clear()

    def words(self, text: str) -> str:
        """A sentence, or that it is not shown because a private answer stands in it."""
        if self.is_on and any(secret in text for secret in self._secrets()):
            return covered_words()
        return text

    def over(self, shown: V) -> V:
        """Data ready to be shown, each sentence with a private answer in it replaced."""
        return _each(shown, self.words) if self.is_on else shown

    def _secrets(self) -> frozenset[str]:
        plan = self._plan()
        if self._read is None or self._read[0] is not plan:
            self._read = plan, secrets(self._form, plan)
        return self._read[1]


def _each(shown: V, words: Callable[[str], str]) -> V:
    """The same data with every text in it passed through `words`."""
    found: object = shown
    if isinstance(shown, str) and not isinstance(shown, Enum):
        found = words(shown)
    elif isinstance(shown, tuple):
        found = tuple(_each(part, words) for part in shown)
    elif dataclasses.is_dataclass(shown) and not isinstance(shown, type):
        names = [field.name for field in dataclasses.fields(shown) if field.init]
        found = dataclasses.replace(shown, **{name: _each(getattr(shown, name), words) for name in names})
    return found  # type: ignore[return-value]  # of the kind that came in


def covered_words() -> str:
    """What stands where something private would stand."""
    return QCoreApplication.translate("veil", "画面には出していません")


def cover_words() -> str:
    """What stands on the cover of a field."""
    return QCoreApplication.translate("veil", "画面には出していません（F7 で見せる）")
