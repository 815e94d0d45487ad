"""Answers brought back from an older state of the same plan into the one being worked on.

Marks come with their answers. Persons are named as they were: by their row where it is still there or comes
back too, else by the name it showed. Whoever loses a row stays as text where others name them.
"""

from collections.abc import Iterable, Iterator

from evacplan.domain import references
from evacplan.domain.differences import Difference, How
from evacplan.domain.errors import UserError
from evacplan.domain.paths import exists, get, held, put, split
from evacplan.domain.persons import REFERENCE
from evacplan.domain.plan import NO_MARK, Mark, Plan
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.structure import Rows, parts, rows


def restored_section(draft: Plan, source: Plan, section: str) -> Plan:
    """The draft in which a whole section is as it was. Raises UserError."""
    plan = _freed(draft, _keys_below(draft, section) - _keys_below(source, section))
    plan = plan.model_copy(update={section: getattr(source, section)})
    return _sound(_with_marks_of(plan, source, section), source, (section,))


def restored(draft: Plan, source: Plan, wanted: Iterable[Difference]) -> Plan:
    """The draft in which what these differences tell is as it was. Raises UserError."""
    found = sorted(wanted, key=lambda each: _TURN[each.how])
    plan = draft
    for each in found:
        plan = _undone(plan, source, each)
    return _sound(plan, source, tuple(each.path for each in found))


_TURN = {How.ADDED: 0, How.REMOVED: 1, How.ANSWER: 2, How.ORDER: 3}


def _undone(plan: Plan, source: Plan, wanted: Difference) -> Plan:
    path = wanted.path
    holder = split(path)[0] if wanted.how in (How.ADDED, How.REMOVED) else path
    if not exists(source, holder) or not exists(plan, holder):
        raise _gone()
    if wanted.how is How.ORDER:
        return put(plan, path, _in_order_of(get(plan, path), get(source, path)))
    if wanted.how is How.ANSWER:
        return _answered(plan, source, path)
    return _row_restored(plan, source, path)


def _answered(plan: Plan, source: Plan, path: str) -> Plan:
    """A field with its mark, or a list with the mark it had; なし and 未確認 take its rows out."""
    value, mark = held(source, path), source.marks.get(path, NO_MARK)
    if _is_list(plan, path) and not (mark.none or mark.unknown):
        return _marked(plan, path, mark)
    plan = _freed(plan, _keys_below(plan, path))
    return _marked(put(plan, path, value), path, mark)


def _row_restored(plan: Plan, source: Plan, path: str) -> Plan:
    """The row as it was, at the place it had; or without the row, where there was none."""
    holder, key = split(path)
    now: tuple[Row, ...] = get(plan, holder)
    was: tuple[Row, ...] = get(source, holder)
    plan = _freed(plan, _keys_below(plan, path) - _keys_below(source, path))
    others = tuple(row for row in get(plan, holder) if row.key != key)
    if not any(row.key == key for row in was):
        return _living(put(plan, holder, others))
    at = [row.key for row in now].index(key) if any(row.key == key for row in now) else -1
    at = at if at >= 0 else _place(others, was, key)
    plan = put(plan, holder, (*others[:at], get(source, path), *others[at:]))
    mark = plan.marks.get(holder, NO_MARK)
    plan = _marked(plan, holder, NO_MARK) if mark.none or mark.unknown else plan
    return _with_marks_of(plan, source, path)


def _place(rows_now: tuple[Row, ...], was: tuple[Row, ...], key: str) -> int:
    """Behind the nearest row that stood before it and is still there."""
    keys, before = [row.key for row in rows_now], [row.key for row in was]
    above = [one for one in before[: before.index(key)] if one in keys]
    return keys.index(above[-1]) + 1 if above else 0


def _in_order_of(rows_now: tuple[Row, ...], was: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows that stood there before in their old order; the others keep their places."""
    by_key = {row.key: row for row in rows_now}
    turn: Iterator[Row] = iter([by_key[row.key] for row in was if row.key in by_key])
    old = {row.key for row in was}
    return tuple(next(turn) if row.key in old else row for row in rows_now)


def _freed(plan: Plan, keys: set[str]) -> Plan:
    """The plan in which nobody is named by a row that goes."""
    named = {one for _, value, _ in references.named(plan) for one in value} if keys else set()
    for key in sorted(keys):
        if f"{REFERENCE}{key}" in named:
            plan = references.with_names_for(plan, key)
    return plan


def _sound(plan: Plan, source: Plan, places: tuple[str, ...]) -> Plan:
    """The plan without marks of places that are gone and references to rows that stayed away."""
    keys = [row.key for _, row in rows(plan)]
    if len(keys) != len(set(keys)):
        raise UserError(
            "この版の値には戻せませんでした。",
            why="同じ番号の行が、いまの下書きの別の場所にあります。",
            do="戻したい値を、記入のページで入れてください。",
        )
    return _living(references.with_names_from(plan, source, places))


def _gone() -> UserError:
    return UserError(
        "この項目だけを戻すことはできません。",
        why="この項目のある行が、いまの下書きにありません。",
        do="先に行を戻すか、記入のページで行を加えてください。",
    )


def _with_marks_of(plan: Plan, source: Plan, place: str) -> Plan:
    """The plan with the marks that another has below a place, and no others there."""
    marks = {path: mark for path, mark in plan.marks.items() if not path.startswith(f"{place}.")}
    marks |= {path: mark for path, mark in source.marks.items() if path.startswith(f"{place}.")}
    return plan.model_copy(update={"marks": marks})


def _marked(plan: Plan, path: str, mark: Mark) -> Plan:
    marks = {place: found for place, found in plan.marks.items() if place != path}
    return plan.model_copy(update={"marks": marks if mark.is_empty else {**marks, path: mark}})


def _living(plan: Plan) -> Plan:
    kept = {path: mark for path, mark in plan.marks.items() if exists(plan, path)}
    return plan.model_copy(update={"marks": kept})


def _keys_below(plan: Plan, place: str) -> set[str]:
    found = ((path, row.key) for path, row in rows(plan))
    return {key for path, key in found if f"{path}.".startswith(f"{place}.")}


def _is_list(plan: Plan, path: str) -> bool:
    name = split(path)[1]
    holder: Record = get(plan, split(path)[0])
    return any(isinstance(part, Rows) and part.name == name for part in parts(type(holder)))
