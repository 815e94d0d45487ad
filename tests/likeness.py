"""What a plan says, apart from the keys of its rows: two plans that say the same compare equal."""

from __future__ import annotations

from evacplan.domain import persons, structure
from evacplan.domain.paths import get
from evacplan.domain.plan import Plan, Row
from evacplan.domain.values import Shape


def told(plan: Plan) -> dict[str, object]:
    """Every answer and mark by its place, rows counted from 0, persons and companies by the name shown."""
    answers = {
        _placed(plan, path): _shown(plan, leaf.kind.shape, getattr(holder, leaf.name))
        for path, holder, leaf in structure.leaves(plan)
    }
    found = {place: answer for place, answer in answers.items() if answer not in (None, ())}
    return found | {f"{_placed(plan, path)} marked": mark for path, mark in plan.marks.items()}


def _shown(plan: Plan, shape: Shape, value: object) -> object:
    if shape is Shape.PEOPLE and isinstance(value, tuple):
        return tuple(persons.shown(plan, one) for one in value)
    if value is None or shape not in (Shape.PERSON, Shape.ORGANISATION):
        return value
    name = persons.shown if shape is Shape.PERSON else persons.shown_organisation
    return name(plan, str(value))


def _placed(plan: Plan, path: str) -> str:
    names = path.split(".")
    placed = list(names)
    for end in range(2, len(names) + 1):
        found = get(plan, ".".join(names[:end]))
        if isinstance(found, Row):
            placed[end - 1] = str(get(plan, ".".join(names[: end - 1])).index(found))
    return ".".join(placed)
