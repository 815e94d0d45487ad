"""What a plan says letter by letter: the texts whose characters a font must have."""

from collections.abc import Iterator
from dataclasses import dataclass

from evacplan.domain.plan import Plan
from evacplan.domain.structure import leaves
from evacplan.domain.values import Shape
from evacplan.form.spec import Form

ALTERNATIVE = {"child.name": "child.name_print_alt"}
_NO_TEXT = {Shape.IMAGE, Shape.FIELD}


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text as it was typed. cure: where another spelling can be entered, else the field itself."""

    path: str
    label: str
    text: str
    cure: str


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Characters of a field that no font prints in the shape meant. cure: where to enter others."""

    path: str
    label: str
    characters: tuple[str, ...]
    cure: str


def spelled(form: Form, plan: Plan) -> Iterator[Spelled]:
    """Every typed text of a plan that may be printed somewhere, in the order of the form."""
    for path, record, leaf in leaves(plan):
        value = getattr(record, leaf.name)
        item = form.item(path)
        if isinstance(value, str) and not leaf.choices and leaf.kind.shape not in _NO_TEXT and item.editions:
            yield Spelled(path, item.label, value, ALTERNATIVE.get(item.path, path))
    for path, mark in plan.marks.items():
        for text in filter(None, (mark.ask_whom, mark.confirmed_by)):
            yield Spelled(path, form.part(path).label, text, path)
