"""What is not for everybody in the room: private answers, as they might stand inside a sentence."""

from collections.abc import Iterator

from evacplan.domain import structure
from evacplan.domain.paths import is_empty
from evacplan.domain.plan import Plan
from evacplan.domain.values import Shape
from evacplan.form.spec import Form, Item
from evacplan.form.words import worded

PROBE = 12  # a longer answer may stand shortened in a sentence
_COMMON = {
    Shape.CHOICE,
    Shape.CHOICES,
    Shape.YES_NO,
    Shape.NUMBER,
    Shape.WHOLE,
    Shape.YEAR,
    Shape.CLOCK,
    Shape.BANDS,
    Shape.IMAGE,
    Shape.FIELD,
}


def secrets(form: Form, plan: Plan) -> frozenset[str]:
    """The beginnings of all private answers in words; what also stands in an open field is no secret.

    Figures and choices are left out: they say nothing without their label, and stand everywhere.
    """
    private, known = set(), []
    for item, words in _answers(form, plan):
        if item.private:
            private |= {line[:PROBE] for line in words.splitlines() if len(line.strip()) > 1}
        else:
            known.append(words)
    said = "\n".join(known)
    return frozenset(probe for probe in private if probe not in said)


def _answers(form: Form, plan: Plan) -> Iterator[tuple[Item, str]]:
    for path, record, leaf in structure.leaves(plan):
        value = getattr(record, leaf.name)
        if leaf.kind.shape not in _COMMON and not is_empty(value):
            item = form.item(path)
            yield item, worded(form, plan, item, value)
