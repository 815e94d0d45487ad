"""Sentences that the inner rooms say in Japanese, in the language of the window.

Domain, store and exchange know no Qt; their errors are Japanese sentences, some with figures in them. What
they say is looked up by the Japanese sentence, or by its template (「{}文字までです。」), where it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from evacplan.domain.month import Month, format_month
from evacplan.domain.wareki import format_day

_PLACE = re.compile(r"\{(\w*)\}")
_SENTENCES = re.compile(r"(?<=。)")


class Messages:
    """The catalogue of one language."""

    def __init__(self, texts: Mapping[str, str]) -> None:
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


class _Installed:
    """The catalogue in use, for the whole process as Qt's translators are; None in Japanese."""

    messages: Messages | None = None


def install(messages: Messages | None) -> None:
    """Let this catalogue translate what the inner rooms say; None: it is shown as it is."""
    _Installed.messages = messages


def told(text: str) -> str:
    """What an inner room says, in the language of the window."""
    found = _Installed.messages
    return found.say(text) if found is not None and text else text


def day_words(day: date | Month) -> str:
    """A day, or a month without the day, as the window writes it; fields take both ways."""
    if _Installed.messages is not None:
        return day.isoformat()
    return format_month(day) if isinstance(day, Month) else format_day(day)


def to_translate(context: str, words: str) -> str:  # noqa: ARG001  (read by packaging/translations.py)
    """Words of a table, marked for translation; where they are shown, they are translated in this context."""
    return words
