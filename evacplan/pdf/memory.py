"""What was set before: most words of a paper stand on the others too, and on the next state of the plan."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

from evacplan.pdf.letters import Letter

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """A dictionary that drops what was not asked for since the turn before the last."""

    def __init__(self) -> None:
        self._new: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        found = self._new.get(key)
        if found is None and (found := self._old.get(key)) is not None:
            self._new[key] = found
        return found

    def put(self, key: K, value: V) -> None:
        self._new[key] = value

    def turn(self) -> None:
        """Begin a new round; what it does not ask for is dropped at the next turn."""
        self._old, self._new = self._new, {}


class Memory:
    """Texts as letters, and runs of text laid out; the owner turns it over with each new plan."""

    def __init__(self) -> None:
        self.letters: Recent[tuple[str, bool], tuple[Letter, ...]] = Recent()
        self.laid: Recent[Hashable, Any] = Recent()

    def turn(self) -> None:
        """Drop what the plan before the last one alone needed."""
        self.letters.turn()
        self.laid.turn()
