"""Sentences that the inner rooms say in Japanese, in the language of the window.

Domain, store and exchange know no Qt; their errors are Japanese sentences, some with figures in them. What
they say is looked up by the Japanese sentence, or by its template (「{}文字までです。」), where it is shown.
"""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from evacplan.domain.wareki import format_day

_PLACE = re.compile(r"\{(\w*)\}")
_SENTENCES = re.compile(r"(?<=。)")


class Messages(QObject):
    """The catalogue; it belongs to the application while the window speaks another language."""

    def __init__(self, owner: QObject | None, texts: dict[str, str]) -> None:
        super().__init__(owner)
        self._exact = {text: said for text, said in texts.items() if not _PLACE.search(text)}
        self._templates = [(_pattern(text), said) for text, said in texts.items() if text not in self._exact]

    def say(self, text: str) -> str:
        """Sentences in this language; as they were where any of them is not known."""
        parts = [self._one(part.strip()) for part in _SENTENCES.split(text) if part.strip()]
        return " ".join(part for part in parts if part) if parts and None not in parts else text

    def _one(self, text: str) -> str | None:
        if text in self._exact:
            return self._exact[text]
        for pattern, said in self._templates:
            if found := pattern.fullmatch(text):
                inner = {name: self.say(value) for name, value in found.groupdict().items()}
                return _PLACE.sub(lambda place: inner[place[1]], said)  # noqa: B023  (used at once)
        return None


def _pattern(text: str) -> re.Pattern[str]:
    """What a template matches; each {name} stands for some text."""
    parts = _PLACE.split(text)
    # Texts stand at even places, names of what is filled in at odd ones.
    return re.compile(
        "".join(f"(?P<{part}>.*?)" if at % 2 else re.escape(part) for at, part in enumerate(parts)), re.DOTALL
    )


def told(text: str) -> str:
    """What an inner room says, in the language of the window."""
    app = QCoreApplication.instance()
    found = app.findChild(Messages) if app is not None and text else None
    return found.say(text) if isinstance(found, Messages) else text


def day_words(day: date) -> str:
    """A day as the window writes it; fields take both ways."""
    app = QCoreApplication.instance()
    speaks_other = app is not None and app.findChild(Messages) is not None
    return day.isoformat() if speaks_other else format_day(day)


def to_translate(context: str, words: str) -> str:  # noqa: ARG001  (read by packaging/translations.py)
    """Words of a table, marked for translation; where they are shown, they are translated in this context."""
    return words
