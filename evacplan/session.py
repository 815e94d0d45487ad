"""The open plan: change, undo, marks, and when it must be saved. No Qt, no SQL."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pydantic import ValidationError

from evacplan.domain import structure
from evacplan.domain.differences import Difference
from evacplan.domain.errors import UserError
from evacplan.domain.paths import exists, get, is_empty, put, split
from evacplan.domain.plan import NO_MARK, Mark, Plan, Record, Row, new_key
from evacplan.domain.reasons import first_reason
from evacplan.domain.references import with_heir_for, with_names_for
from evacplan.domain.restore import restored, restored_section

HISTORY = 500


class Drafts(Protocol):
    """Where drafts go; the store happens to fit."""

    def save_draft(self, plan_id: str, plan: Plan) -> None:
        """Keep the draft safely before returning. Raises UserError when it could not be kept."""


class RefusedError(ValueError):
    """A value does not fit its field; the text is a Japanese sentence for the line under the field."""


@dataclass(frozen=True, slots=True)
class Change:
    """What watchers are told: the place that changed ("" for anything, as after undo) and both plans."""

    path: str
    before: Plan
    after: Plan


Watcher = Callable[[Change], None]


class Session:
    """One plan being worked on.

    Every change makes a new plan and keeps the old one for undo. Consecutive changes of one place are one
    step of undo until `settle` is called (the field lost the focus).

    reads_only: every change raises UserError.
    """

    def __init__(self, plan_id: str, plan: Plan, drafts: Drafts, *, reads_only: bool = False) -> None:
        self.plan_id = plan_id
        self.reads_only = reads_only
        self._plan = plan
        self._saved = plan
        self._drafts = drafts
        self._undo: list[tuple[str, Plan]] = []
        self._redo: list[tuple[str, Plan]] = []
        self._open_step = ""
        self._watchers: list[Watcher] = []

    def forget(self) -> None:
        """Drop the plan and all its earlier states; the session is of no use afterwards."""
        self._plan = self._saved = Plan()
        self._undo.clear()
        self._redo.clear()
        self._watchers.clear()

    def refuse_reader(self) -> None:
        """Raise UserError where nothing may be changed."""
        if self.reads_only:
            raise UserError(
                "読むだけで開いているので、変えられません。",
                why="別の画面で、同じデータを開いています。",
                do="もう1つの画面を閉じてから、上の「編集できるようにする」を押してください。",
            )

    @property
    def plan(self) -> Plan:
        return self._plan

    @property
    def is_saved(self) -> bool:
        """Whether the draft on disk is this plan."""
        return self._saved is self._plan

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call the watcher after each change; returns what ends that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def set(self, path: str, value: object) -> None:
        """Answer a field. None or empty takes the answer back.

        A value takes the place of なし and 未確認, and what was confirmed about the old value is dropped.
        Raises RefusedError when the value does not fit; nothing changes then.
        """
        plan = self._checked(path, value)
        if get(plan, path) == get(self._plan, path):
            return
        self._become(_with_living_marks(_without_mark(plan, path)), path)

    def mark_none(self, path: str) -> None:
        """Answer なし; a value or rows that stood there are taken out (undo brings them back).

        Persons whose rows go stay as text where they were named.
        """
        self._mark(path, Mark(none=True))

    def mark_unknown(self, path: str, ask_whom: str | None = None, ask_until: date | None = None) -> None:
        """Answer 未確認: who finds out, and until when; a value that stood there is taken out.

        Raises RefusedError when a text is too long to be kept.
        """
        self._mark(path, _mark({"unknown": True, "ask_whom": ask_whom, "ask_until": ask_until}))

    def unmark(self, path: str) -> None:
        """Take なし, 未確認 and the confirmation of a field back."""
        if path in self._plan.marks:
            self._become(_without_mark(self._plan, path), path)

    def confirm(self, paths: list[str], by: str, on: date) -> None:
        """Note that the answers at these places (values or なし) were confirmed; empty ones are passed.

        Raises RefusedError when the name is too long to be kept.
        """
        marks = dict(self._plan.marks)
        for path in paths:
            mark = marks.get(path, NO_MARK)
            if mark.none or not is_empty(get(self._plan, path)):
                marks[path] = _mark({**dict(mark), "confirmed_by": by, "confirmed_on": on})
        if marks != self._plan.marks:
            self._become(self._plan.model_copy(update={"marks": marks}), "")

    def mark(self, path: str) -> Mark:
        """What is known about the answer at a place."""
        return self._plan.marks.get(path, NO_MARK)

    def add_row(self, path: str) -> str:
        """Add an empty row at the end of a list; returns the path of the new row."""
        rows: tuple[Row, ...] = get(self._plan, path)
        row = _row_type(self._plan, path)(key=new_key())
        plan = put(self._plan, path, (*rows, row))
        self._become(_without_mark(plan, path), path, settle=True)
        return f"{path}.{row.key}"

    def remove_row(self, row_path: str) -> None:
        """Take a row out; where it was named, another row of that name is, or the name stays as text."""
        path, key = split(row_path)
        get(self._plan, row_path)
        plan = with_names_for(with_heir_for(self._plan, key), key)
        plan = put(plan, path, tuple(row for row in get(plan, path) if row.key != key))
        self._become(_with_living_marks(plan), path, settle=True)

    def move_row(self, row_path: str, to: int) -> None:
        """Put a row at another position of its list, counted from 0."""
        path, _ = split(row_path)
        rows = list(get(self._plan, path))
        index = rows.index(get(self._plan, row_path))
        target = max(0, min(to, len(rows) - 1))
        if target == index:
            return
        rows.insert(target, rows.pop(index))
        self._become(put(self._plan, path, tuple(rows)), path, settle=True)

    def restore(self, source: Plan, wanted: Sequence[Difference] | str) -> None:
        """Bring answers back from an older state, in one step of undo. wanted: what differs, or a section.

        Raises UserError, and nothing changes, where that does not fit the plan as it stands.
        """
        plan = (
            restored_section(self._plan, source, wanted)
            if isinstance(wanted, str)
            else restored(self._plan, source, wanted)
        )
        if plan != self._plan:
            self._become(plan, "", settle=True)

    def replace(self, plan: Plan) -> None:
        """Go on with another state of the plan, as one step of undo; marks of lost places go."""
        if plan != self._plan:
            self._become(_with_living_marks(plan), "", settle=True)

    def undo(self) -> None:
        """Go back one step."""
        self._step(self._undo, self._redo)

    def redo(self) -> None:
        """Take the last undo back."""
        self._step(self._redo, self._undo)

    def settle(self) -> None:
        """End the current step of undo: the field lost the focus."""
        self._open_step = ""

    def save(self) -> bool:
        """Keep the draft if it changed since the last save; whether there was anything to keep."""
        if self.is_saved:
            return False
        plan = self._plan
        self._drafts.save_draft(self.plan_id, plan)
        self._saved = plan
        return True

    def _checked(self, path: str, value: object) -> Plan:
        empty: object = () if isinstance(get(self._plan, path), tuple) else None
        try:
            plan = put(self._plan, path, empty if is_empty(value) else value)
        except ValidationError as error:
            raise RefusedError(first_reason(error)) from None
        return put(plan, path, empty) if is_empty(get(plan, path)) else plan

    def _mark(self, path: str, mark: Mark) -> None:
        plan, value = self._plan, get(self._plan, path)
        for row in value if isinstance(value, tuple) else ():
            plan = with_names_for(plan, row.key) if isinstance(row, Row) else plan
        plan = _with_living_marks(put(plan, path, () if isinstance(value, tuple) else None))
        self._become(plan.model_copy(update={"marks": {**plan.marks, path: mark}}), path, settle=True)

    def _become(self, plan: Plan, path: str, *, settle: bool = False) -> None:
        self.refuse_reader()
        before = self._plan
        if settle or not path or path != self._open_step:
            self._undo.append((path, before))
            del self._undo[:-HISTORY]
        self._redo.clear()
        self._open_step = "" if settle else path
        self._plan = plan
        self._tell(Change(path, before, plan))

    def _step(self, source: list[tuple[str, Plan]], target: list[tuple[str, Plan]]) -> None:
        if not source:
            return
        path, plan = source.pop()
        before = self._plan
        target.append((path, before))
        self._open_step = ""
        self._plan = plan
        self._tell(Change("", before, plan))

    def _tell(self, change: Change) -> None:
        for watcher in tuple(self._watchers):
            watcher(change)


def _mark(content: dict[str, object]) -> Mark:
    try:
        return Mark.model_validate(content)
    except ValidationError as error:
        raise RefusedError(first_reason(error)) from None


def _with_living_marks(plan: Plan) -> Plan:
    """The plan without marks of places that are gone."""
    kept = {place: mark for place, mark in plan.marks.items() if exists(plan, place)}
    return plan if len(kept) == len(plan.marks) else plan.model_copy(update={"marks": kept})


def _without_mark(plan: Plan, path: str) -> Plan:
    if path not in plan.marks:
        return plan
    marks = {place: mark for place, mark in plan.marks.items() if place != path}
    return plan.model_copy(update={"marks": marks})


def _row_type(plan: Plan, path: str) -> type[Row]:
    parent, name = split(path)
    holder: Record = get(plan, parent)
    found = next(part for part in structure.parts(type(holder)) if part.name == name)
    assert isinstance(found, structure.Rows)
    return found.row
