"""Marks in words: なし, 未確認 with who finds out and until when, and who confirmed an answer."""

from evacplan.domain.plan import Mark
from evacplan.domain.wareki import format_day
from evacplan.form.spec import Answers


def mark_words(answers: Answers, mark: Mark) -> str:
    """A mark in words: 未確認　母が令和8年11月30日までに確かめます, or empty."""
    if mark.unknown:
        return "　".join(part for part in (answers.unknown, _homework(mark)) if part)
    parts = [answers.none if mark.none else "", _confirmation(mark)]
    return "　".join(part for part in parts if part)


def _homework(mark: Mark) -> str:
    until = f"{format_day(mark.ask_until)}までに" if mark.ask_until else ""
    if mark.ask_whom:
        return f"{mark.ask_whom}が{until}確かめます"
    return f"{until}確かめます" if until else ""


def _confirmation(mark: Mark) -> str:
    if not mark.confirmed_by and not mark.confirmed_on:
        return ""
    by = f"{mark.confirmed_by}と" if mark.confirmed_by else ""
    on = f"{format_day(mark.confirmed_on)}に" if mark.confirmed_on else ""
    return f"{on}{by}確認しました"
