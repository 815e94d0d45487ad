"""The reading of a name, proposed from what the input method heard while the name was typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from evacplan.domain.paths import get, is_empty, split
from evacplan.domain.plan import Plan
from evacplan.domain.values import Shape
from evacplan.session import RefusedError
from evacplan.ui.desk import Desk


def kana_place(plan: Plan, path: str) -> str | None:
    """The field for the reading of a name: name_kana or kana beside name, author_kana beside author_name."""
    holder, name = split(path)
    fields = type(get(plan, holder)).model_fields
    kinds = (f"{name}_kana", f"{name.removesuffix('name')}kana")
    return next((f"{holder}.{kind}" for kind in kinds if kind in fields), None)


def propose(desk: Desk, path: str, reading: str) -> None:
    """Fill in the reading of a name that was typed just now; a reading that is there is never touched."""
    session = desk.session
    if not reading or desk.form.item(path).leaf.kind.shape is not Shape.NAME:
        return
    place = kana_place(session.plan, path)
    if place is None or not is_empty(get(session.plan, place)) or not session.mark(place).is_empty:
        return
    try:
        session.set(place, reading)
    except RefusedError:
        return
    session.settle()
    words = QCoreApplication.translate(
        "kana", "入力した読みから、ふりがなを入れました。合っているか確かめてください。"
    )
    desk.say(words)
