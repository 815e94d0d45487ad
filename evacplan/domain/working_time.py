"""How long each section was worked on: counted from key to key, kept as seconds by section, nothing else.

Of a pause only the first minute counts: somebody may be reading aloud, but nobody is typing over lunch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

IDLE_S = 60.0
BESIDE = "beside"  # a page that is no section: papers, versions, the meeting
_LEAST_S = 10


class WorkingTime:
    """The seconds by section since it was last taken. seconds: a clock that is never set."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._spent: dict[str, float] = {}
        self._last: tuple[str, float] | None = None

    def touch(self, section: str) -> None:
        """Somebody types or clicks here; the time since the last touch belongs to where that was."""
        now = self._seconds()
        self._count(now)
        self._last = section, now

    def spent(self) -> dict[str, float]:
        """Seconds by section, up to the last touch."""
        return dict(self._spent)

    def take(self) -> dict[str, float]:
        """Seconds by section, which are counted from nothing again."""
        taken, self._spent = self._spent, {}
        return taken

    def _count(self, now: float) -> None:
        if self._last is not None:
            section, before = self._last
            gone = min(max(now - before, 0.0), IDLE_S)
            if gone:
                self._spent[section] = self._spent.get(section, 0.0) + gone


def written(spent: Mapping[str, float]) -> str:
    """Seconds by section as a row of the ledger holds them, "" when there are too few to keep."""
    whole = {section: round(seconds) for section, seconds in spent.items()}
    if sum(whole.values()) < _LEAST_S:
        return ""
    return " ".join(f"{section}={seconds}" for section, seconds in whole.items() if seconds)


def read(details: Iterable[str]) -> dict[str, float]:
    """Seconds by section of such rows together; what is no number is passed."""
    return added(*({name: float(text) for name, text in _pairs(detail)} for detail in details))


def added(*every: Mapping[str, float]) -> dict[str, float]:
    """Seconds by section of several counts together."""
    found: dict[str, float] = {}
    for spent in every:
        for section, seconds in spent.items():
            found[section] = found.get(section, 0.0) + seconds
    return found


def minutes(seconds: float) -> int:
    """Whole minutes, the nearest; less than one counts as one, less than a second as none."""
    return max(1, round(seconds / 60)) if seconds >= 1 else 0


def _pairs(detail: str) -> Iterable[tuple[str, str]]:
    for word in detail.split():
        name, _, text = word.partition("=")
        if name and text.isascii() and text.isdigit():
            yield name, text
