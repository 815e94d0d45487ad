"""What a row is called on its card and in lists, and the full name of a place.

hides: says which fields are left out, for a screen that a whole room looks at.
"""

from collections.abc import Callable

from evacplan.domain.paths import get, is_empty
from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Row
from evacplan.form.spec import Form, Item, Repeat
from evacplan.form.words import worded
from evacplan.ui.told import told

SEPARATOR = " › "
Hiding = Callable[[Item], bool]


def hides_none(_item: Item) -> bool:
    """Leave nothing out."""
    return False


def row_heading(form: Form, plan: Plan, repeat: Repeat, row: Row, hides: Hiding = hides_none) -> str:
    """The answers that name a row, each said once; empty when none of them is given."""
    by_name = {part.name: part for part in repeat.parts if isinstance(part, Item) and not hides(part)}
    head = ""
    for item in (by_name[name] for name in repeat.heading if name in by_name):
        words = row_words(form, plan, item, row)
        if words and words not in head:
            head = f"{head}　{words}" if head else words
    return head


def row_words(form: Form, plan: Plan, item: Item, row: Row) -> str:
    """One answer of a row in words, empty when there is none."""
    value = getattr(row, item.name)
    return "" if is_empty(value) else worded(form, plan, item, value)


def place_heading(form: Form, plan: Plan, path: str, hides: Hiding = hides_none) -> str:
    """The full name of a place of this plan: 医療機器 › 機器 › 吸引器 › 優先度."""
    section, *rest = path.split(".")
    labels = [form.section(section).title]
    place = section
    for name in rest:
        holder = get(plan, place)
        place = f"{place}.{name}"
        if isinstance(holder, tuple):
            number = [row.key for row in holder].index(name) + 1
            part = form.part(place.rpartition(".")[0])
            assert isinstance(part, Repeat)
            labels.append(row_heading(form, plan, part, get(plan, place), hides) or told(f"{number}件目"))
        else:
            labels.append(form.part(place).label)
    return SEPARATOR.join(labels)
