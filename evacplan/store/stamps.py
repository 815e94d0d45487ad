"""Times as they are stored: ISO 8601 in UTC with microseconds, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(now: datetime) -> str:
    """The text of a time; a time without a zone is refused."""
    if now.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return now.astimezone(UTC).isoformat(timespec="microseconds")


def time(text: str) -> datetime:
    """The time of a stored text."""
    return datetime.fromisoformat(text)
