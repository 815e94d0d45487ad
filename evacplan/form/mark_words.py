"""Marks in words: なし, 未確認 with who finds out and until when, and who confirmed an answer."""

from evacplan.domain.plan import Mark
from evacplan.form.formats import Formats
from evacplan.form.spec import Form


def mark_words(form: Form, mark: Mark) -> str:
    """A mark in words: 未確認　母が令和8年11月30日までに確かめます, or empty."""
    if mark.unknown:
        return "　".join(part for part in (form.answers.unknown, _homework(form.formats, mark)) if part)
    parts = [form.answers.none if mark.none else "", _confirmation(form.formats, mark)]
    return "　".join(part for part in parts if part)


def _homework(formats: Formats, mark: Mark) -> str:
    day = formats.day(mark.ask_until) if mark.ask_until else ""
    if mark.ask_whom:
        return formats.write("ask_by_until" if day else "ask", who=mark.ask_whom, day=day)
    return formats.write("ask_until", day=day) if day else ""


def _confirmation(formats: Formats, mark: Mark) -> str:
    day = formats.day(mark.confirmed_on) if mark.confirmed_on else ""
    if mark.confirmed_by:
        return formats.write("confirmed" if day else "confirmed_with", who=mark.confirmed_by, day=day)
    return formats.write("confirmed_on", day=day) if day else ""
