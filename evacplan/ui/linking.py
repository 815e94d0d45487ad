"""Persons and organisations are one entry: what was written before a row existed is linked to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from evacplan.domain import persons, references
from evacplan.domain.calling import with_numbers
from evacplan.domain.paths import exists, get, is_empty, put, split
from evacplan.domain.plan import Plan, new_key
from evacplan.domain.plan.child import FamilyMember
from evacplan.domain.values import Shape
from evacplan.form.spec import Repeat
from evacplan.session import Change
from evacplan.ui.desk import Desk

# Where a name that nobody knows yet can be entered, by the shape of the field it was typed into.
_PEOPLE = ("supporters.supporters", "child.household")
LISTS = {Shape.PERSON: _PEOPLE, Shape.PEOPLE: _PEOPLE, Shape.ORGANISATION: ("devices.suppliers",)}

_RELATIONS = ("父", "母", "祖父", "祖母", "兄", "姉", "弟", "妹", "おじ", "おば", "いとこ")


class Linking:
    """Watches a session for what was typed, and links it when the field is left."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._typed: set[str] = set()
        self._offered = ("", "")  # the field whose name is said to be unknown, and the sentence that stands
        self.end = desk.session.watch(self._changed)

    def _changed(self, change: Change) -> None:
        # After undo nothing is linked again that was just taken apart.
        self._typed = self._typed | {change.path} if change.path else set()
        path, words = self._offered
        if path and not (exists(change.after, path) and get(change.after, path) == get(change.before, path)):
            self._offered = ("", "")
            self._desk.unsay(words)

    def left(self, path: str) -> None:
        """Link what was typed into a field that was left, or say how a new name becomes an entry."""
        if path not in self._typed or not exists(self._desk.session.plan, path):
            return
        self._typed.clear()
        if self._desk.form.item(path).leaf.kind.shape in persons.SHAPES:
            self._offer(path)
            self._call(path)
        else:
            self._link(split(split(path)[0])[1])

    def _link(self, key: str) -> None:
        session = self._desk.session
        before = session.plan
        after = references.with_links_to(before, key)
        if after is not before:
            session.replace(after)
            count = references.places_that_differ(before, after)
            words = _tr("同じ名前が書いてあった{count}か所を、この1件とつなぎました。Ctrl+Z で元に戻せます。")
            self._desk.say(words.format(count=count))

    def _call(self, path: str) -> None:
        """Take over the numbers of whom the calls name; nobody types a number twice."""
        session = self._desk.session
        after = with_numbers(session.plan, path)
        if after is not session.plan:
            session.replace(after)
            words = _tr("電話番号は、前に書いたものを入れました。声に出して確かめてください。")
            self._desk.say(words)

    def _offer(self, path: str) -> None:
        value = get(self._desk.session.plan, path)
        names = value if isinstance(value, tuple) else (value,)
        texts = [name for name in names if not is_empty(name) and not name.startswith(persons.REFERENCE)]
        if any(len(persons.called(self._desk.session.plan, name)) > 1 for name in texts):
            words = _tr("「{field}」の名前の人は、一覧に何人かいます。その欄で ↓ を押して選びます。")
        elif texts:
            words = _tr(
                "「{field}」の名前は、家族や支援者の一覧にありません。"
                "その欄で ↓ を押すと、選ぶか、加えられます。"
            )
        else:
            return
        if path.partition(".")[0] == self._desk.section():  # else the field is out of sight by now
            self._offered = (path, words.format(field=self._desk.form.item(path).label))
            self._desk.say(self._offered[1])


def addable(desk: Desk, shape: Shape, name: str) -> dict[str, str]:
    """The lists a name can be added to, the likelier one first; none for a name that somebody has."""
    plan = desk.session.plan
    if is_empty(name) or name.startswith(persons.REFERENCE) or persons.called(plan, name.strip()):
        return {}
    lists = tuple(reversed(LISTS[shape])) if _is_kin(plan, name) else LISTS[shape]
    words = _tr("「{name}」を「{label}」に加える")
    return {path: words.format(name=name.strip(), label=desk.form.part(path).label) for path in lists}


def _is_kin(plan: Plan, name: str) -> bool:
    """Whether somebody bears the family name of the child: a household comes before its helpers then."""
    family = (plan.child.name or "").split()[:1]
    return name.split()[:1] == family != []


def add(desk: Desk, rows_path: str, name: str) -> str:
    """Enter a name as a row of a list and link what is written so anywhere, in one step.

    Returns what stands for the row in a field.
    """
    session, key, repeat = desk.session, new_key(), desk.form.part(rows_path)
    assert isinstance(repeat, Repeat)
    field = "relation" if repeat.row is FamilyMember and name.strip() in _RELATIONS else "name"
    row = repeat.row.model_validate({"key": key, field: name.strip()})
    plan = put(session.plan, rows_path, (*get(session.plan, rows_path), row))
    plan = plan.model_copy(update={"marks": {at: mark for at, mark in plan.marks.items() if at != rows_path}})
    session.replace(references.with_links_to(plan, key))
    words = _tr("「{label}」に1件加えました。電話などは、そのページで書きます。Ctrl+Z で元に戻せます。")
    desk.say(words.format(label=repeat.label))
    return f"{persons.REFERENCE}{key}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("linking", words)
